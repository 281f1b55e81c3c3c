// What is tried out on top of a scenario: which changes are kept, what the scenario made of them says, in which words.

import assert from 'node:assert/strict';
import { compile } from '../../src/language/compile';
import type { Scenario, ScenarioChange } from '../../src/language/topology';
import { startOf, statementsFor, toggled, tryOut, type WhatIf, withWhatIf } from '../../src/scene/what-if';
import { topologyOf } from './scene';

const text = `
host ann, bob
host peer[3]
host carol {
  up 1Mbps down 8Mbps
}
switch lan
link ann, carol, peer -- lan 100Mbps
link bob -- lan 10Mbps
scenario "bob is away" {
  offline bob
}
`;
const topology = topologyOf(text);
const away = topology.scenarios[0];

/** What the scenario with these changes says, in short. */
function said(whatIf: WhatIf, scenario?: Scenario): string[] {
  return withWhatIf(topology, scenario, whatIf)?.changes.map(inShort) ?? [];
}

function inShort(change: ScenarioChange): string {
  switch (change.kind) {
    case 'offline':
    case 'online':
      return `${change.kind} ${change.nodes.map(({ name }) => name).join()}`;
    case 'cut':
    case 'restore':
      return `${change.kind} ${change.links.map(({ a, b }) => `${a.name}-${b.name}`).join()}`;
    case 'set-rate':
      return `${change.direction} ${change.hosts.map(({ name }) => name).join()} ${change.rateBps}`;
    default:
      return change.kind;
  }
}

describe('what is tried out', () => {
  it('goes on top of the scenario', () => {
    const changes = said([{ kind: 'offline', node: 'ann' }], away);
    assert.deepEqual(changes, ['offline bob', 'offline ann']);
  });

  it('is the scenario itself where nothing of it is in the file', () => {
    assert.equal(withWhatIf(topology, away, [{ kind: 'offline', node: 'zoe' }]), away);
    assert.equal(withWhatIf(topology, undefined, [{ kind: 'cut', a: 'ann', b: 'bob' }]), undefined);
  });

  it('is the same scenario each time, until the links are others', () => {
    const whatIf: WhatIf = [{ kind: 'cut', a: 'ann', b: 'lan' }];
    assert.equal(withWhatIf(topology, away, whatIf), withWhatIf(topology, away, [...whatIf]));
    const edited = compile(text.replace('link bob', 'link ann -- bob\nlink bob')).topology;
    const [cut] = withWhatIf(edited, undefined, whatIf)?.changes ?? [];
    assert.ok(cut?.kind === 'cut' && cut.links.every((link) => edited.links.includes(link)));
  });

  it('cuts a link from either end, and all links of a group', () => {
    assert.deepEqual(said([{ kind: 'cut', a: 'lan', b: 'ann' }]), ['cut ann-lan']);
    assert.deepEqual(said([{ kind: 'cut', a: 'peer[*]', b: 'lan' }]), ['cut peer[1]-lan,peer[2]-lan,peer[3]-lan']);
  });

  it('takes a whole group offline', () => {
    assert.deepEqual(said([{ kind: 'offline', node: 'peer[*]' }]), ['offline peer[1],peer[2],peer[3]']);
  });

  it('slows a host down from what it is allowed, and else from its cable', () => {
    assert.deepEqual(said([{ kind: 'slow', host: 'carol', factor: 4 }]), ['up carol 250000', 'down carol 2000000']);
    assert.deepEqual(said([{ kind: 'slow', host: 'bob', factor: 10 }]), ['up bob 1000000', 'down bob 1000000']);
  });

  it('is named after what it changes', () => {
    const whatIf: WhatIf = [
      { kind: 'offline', node: 'ann' },
      { kind: 'cut', a: 'bob', b: 'lan' },
      { kind: 'slow', host: 'carol', factor: 4 },
      { kind: 'offline', node: 'carol' },
    ];
    assert.equal(
      withWhatIf(topology, away, whatIf)?.name,
      'bob is away + ann and carol offline + cable bob–lan cut + carol at ¼ speed (not saved)',
    );
  });
});

describe('trying something out', () => {
  it('replaces what was tried out of the same', () => {
    const once = tryOut(topology, away, [], { kind: 'slow', host: 'ann', factor: 4 });
    assert.deepEqual(tryOut(topology, away, once, { kind: 'slow', host: 'ann', factor: 10 }), [
      { kind: 'slow', host: 'ann', factor: 10 },
    ]);
    assert.deepEqual(tryOut(topology, away, once, { kind: 'slow', host: 'ann', factor: 1 }), []);
  });

  it('leaves nothing behind where the scenario says so already', () => {
    assert.deepEqual(tryOut(topology, away, [], { kind: 'offline', node: 'bob' }), []);
    assert.deepEqual(tryOut(topology, away, [], { kind: 'online', node: 'ann' }), []);
    const cut = tryOut(topology, away, [], { kind: 'cut', a: 'ann', b: 'lan' });
    assert.equal(cut.length, 1);
    assert.deepEqual(tryOut(topology, away, cut, { kind: 'restore', a: 'lan', b: 'ann' }), []);
  });

  it('brings back whom the scenario takes away', () => {
    const back = toggled(topology, away, [], 'bob');
    assert.deepEqual(back, [{ kind: 'online', node: 'bob' }]);
    assert.equal(startOf(withWhatIf(topology, away, back)).offline.size, 0);
    assert.deepEqual(toggled(topology, away, back, 'bob'), []);
  });
});

describe('the lines of a scenario', () => {
  const lines = (change: WhatIf[number]) => statementsFor(topology, undefined, change);

  it('say what was tried out', () => {
    assert.deepEqual(lines({ kind: 'online', node: 'peer[*]' }), ['online peer[*]']);
    assert.deepEqual(lines({ kind: 'cut', a: 'ann', b: 'lan' }), ['cut ann -- lan']);
    assert.deepEqual(lines({ kind: 'slow', host: 'carol', factor: 10 }), [
      'set carol up 100kbps',
      'set carol down 800kbps',
    ]);
  });

  it('name each of the hosts that are drawn as one because they are alike', () => {
    const hosts = Array.from({ length: 400 }, (_, place) => `h${place}`).join(', ');
    const crowd = topologyOf(`host ${hosts}\nswitch lan\nlink ${hosts} -- lan\n`);
    const [line] = statementsFor(crowd, undefined, { kind: 'offline', node: 'h0[*]' });
    assert.equal(line, `offline ${hosts}`);
  });

  it('mean the very same once they are in the file', () => {
    const whatIf: WhatIf = [
      { kind: 'slow', host: 'carol', factor: 3 },
      { kind: 'cut', a: 'peer[*]', b: 'lan' },
      { kind: 'offline', node: 'peer[2]' },
    ];
    const body = whatIf.flatMap(lines).join('\n');
    const written = compile(`${text}\nscenario "saved" {\n${body}\n}\n`).topology.scenarios[1];
    assert.deepEqual(written?.changes.map(inShort).sort(), said(whatIf).sort());
  });
});
