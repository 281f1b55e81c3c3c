// How a run with something changed differs from the original one: each kind of difference by the smallest topology that
// has it.

import assert from 'node:assert/strict';
import { analyse } from '../../src/analysis/analyse';
import { brokenExpectations } from '../../src/analysis/expectations/under';
import { differences } from '../../src/scene/differences';
import type { Difference } from '../../src/scene/scene';
import { type WhatIf, withWhatIf } from '../../src/scene/what-if';
import { simulate } from '../../src/simulation/simulate';
import { hybrid, topologyOf } from './scene';

function found(text: string, whatIf: WhatIf): readonly Difference[] {
  const topology = topologyOf(text);
  const flow = topology.flows[0];
  if (!flow) throw new Error('The text has no flow.');
  const scenario = withWhatIf(topology, undefined, whatIf);
  const { architecture, expectations } = analyse(topology);
  const after = simulate(topology, flow, { scenario });
  const traces = new Map([[flow.name, after]]);
  const broken = brokenExpectations({ topology, held: expectations, architecture }, undefined, traces);
  return differences(topology, simulate(topology, flow), after, broken);
}

const texts = (list: readonly Difference[]) => list.map(({ text }) => text);

describe('differences between two runs', () => {
  it('are none where nothing that matters has changed', () => {
    const list = found(`${hybrid}host dave : client runs music peer\nlink dave -- lan\n`, [
      { kind: 'offline', node: 'dave' },
    ]);
    assert.deepEqual(texts(list), ['Nothing changes: the run is the same, step by step.']);
  });

  it('begin with how the flow ends', () => {
    const [first] = found(hybrid, [{ kind: 'offline', node: 'napster' }]);
    assert.match(first?.text ?? '', /^The flow fails now: .*napster/);
    assert.equal(first?.tone, 'worse');
  });

  it('show the first step that differs, with the sentences of both runs', () => {
    const list = found(hybrid, [{ kind: 'offline', node: 'alice' }]);
    const first = list.find(({ before }) => before !== undefined);
    assert.match(first?.text ?? '', /^Step 4 is the first that differs: .*alice is offline/);
    assert.match(first?.before ?? '', /^alice asks napster/);
    assert.equal(first?.position, 4);
  });

  it('say that the same messages take other times', () => {
    const list = found(hybrid, [{ kind: 'slow', host: 'bob', factor: 10 }]);
    assert.match(list[0]?.text ?? '', /^The same messages are sent, but from step \d+ on at other times\.$/);
    assert.match(texts(list).at(-1) ?? '', /^It takes 3\.\d+ s instead of \d+(\.\d+)? ms\.$/);
    assert.equal(list.at(-1)?.tone, 'worse');
  });

  it('name who does not get what any more', () => {
    const list = texts(found(hybrid, [{ kind: 'cut', a: 'alice', b: 'lan' }]));
    assert.ok(list.includes('alice does not get song.mp3 any more.'), list.join('\n'));
  });

  it('name who is no longer what, and who becomes what', () => {
    const text = `
host ann, bob, carol
flow "Ask" {
  ann -> bob : "Hello?" replies "Hello!" {
    bob -> carol : "Who is it?"
  } otherwise {
    ann -> carol : "Hello?"
  }
}
`;
    const list = texts(found(text, [{ kind: 'offline', node: 'bob' }]));
    assert.ok(list.includes('bob is no longer server.'), list.join('\n'));
    assert.ok(list.includes('bob is no longer client.'), list.join('\n'));
  });

  it('count steps that fail, messages and data', () => {
    const list = texts(found(hybrid, [{ kind: 'offline', node: 'bob' }]));
    assert.ok(list.includes('1 step fails instead of none.'), list.join('\n'));
    assert.ok(
      list.some((text) => /^\d+ messages? instead of \d+\.$|^0 messages instead of/.test(text)),
      list.join('\n'),
    );
    assert.ok(list.includes('No data transferred instead of 4 MB.'), list.join('\n'));
  });

  it('name expectations that do not hold any more', () => {
    const text = `${hybrid}expect "Find and fetch" succeeds\nexpect napster is server\n`;
    const list = found(text, [{ kind: 'offline', node: 'napster' }]);
    const broken = list.filter(({ text: said }) => said.includes('does not hold any more'));
    assert.match(
      broken[0]?.text ?? '',
      /^“expect "Find and fetch" succeeds” does not hold any more\. Found instead: it fails/,
    );
    assert.equal(
      broken[0]?.line,
      text.split('\n').findIndex((line) => line.startsWith('expect "Find')),
    );
  });

  it('leave out expectations of another scenario, and those that did not hold before', () => {
    const text = `${hybrid}scenario "calm" {\n}\nexpect "Find and fetch" succeeds when "calm"\nexpect "Find and fetch" takes < 1ms\n`;
    const list = texts(found(text, [{ kind: 'offline', node: 'napster' }]));
    assert.deepEqual(
      list.filter((said) => said.includes('hold')),
      [],
    );
  });
});
