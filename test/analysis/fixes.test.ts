// Quick fixes of what running a file shows: the whole text after each, in which what it is there for is not reported any more.

import assert from 'node:assert/strict';
import { check } from '../../src/analysis/check';
import type { Diagnostic, Fix } from '../../src/language/source';
import { applyFix, withoutIndentation } from '../language/check';

interface Repair {
  readonly title: string;
  /** What stands for the file: its last lines, behind the same hosts. */
  readonly wrong: string;
  readonly right: string;
}

const music = `
  service music uses index
  host napster : server runs music index
  host alice runs music peer, web client
  host bob runs music peer, web server shares "song" 4MB in music
  host carol runs music peer // has nothing
`;

const repairs: Readonly<Record<string, Repair>> = {
  'a registration before the lookup': {
    title: 'Let bob register it first',
    wrong: `
      flow "F" {
        alice -> napster : lookup "song"
      }`,
    right: `
      flow "F" {
        bob -> napster : register "song"
        alice -> napster : lookup "song"
      }`,
  },
  'a registration of all that are asked': {
    title: 'Let bob and alice register it first',
    wrong: `
      flow "F" {
        bob -> napster : register "talk"
        alice -> napster : lookup "song"
        alice -> bob : get "song"
        carol -> napster : lookup "song"
        carol -> bob, alice : get "song" over music
      }`,
    right: `
      flow "F" {
        bob -> napster : register "talk"
        alice -> napster : lookup "song"
        alice -> bob : get "song"
        carol -> napster : lookup "song"
        bob, alice -> napster : register "song"
        carol -> bob, alice : get "song" over music
      }`,
  },
  'a lookup, in front of what happens at the same time': {
    title: 'Look it up at napster first',
    wrong: `
      flow "F" {
        bob -> napster : register "song"
        together {
          repeat 2 {
            carol -> bob : get "song"
          }
          wait 1s
        }
      }`,
    right: `
      flow "F" {
        bob -> napster : register "song"
        carol -> napster : lookup "song"
        together {
          repeat 2 {
            carol -> bob : get "song"
          }
          wait 1s
        }
      }`,
  },
  'that somebody joins, where others do': {
    title: 'Let bob join first',
    wrong: `
      flow "F" {
        alice joins music
        carol searches "song"
      }`,
    right: `
      flow "F" {
        alice joins music
        bob joins music
        carol searches "song"
      }`,
  },
  'who has it': {
    title: 'Ask bob',
    wrong: `
      flow "F" {
        bob -> napster : register "song"
        alice -> napster : lookup "song"
        alice -> carol : get "song"
      }`,
    right: `
      flow "F" {
        bob -> napster : register "song"
        alice -> napster : lookup "song"
        alice -> bob : get "song"
      }`,
  },
  'who it comes from': {
    title: 'Let it come from bob',
    wrong: `
      flow "F" {
        carol ~> alice : get "song"
      }`,
    right: `
      flow "F" {
        bob ~> alice : get "song"
      }`,
  },
  'a host that comes back': {
    title: 'Bring bob back first',
    wrong: `
      flow "F" {
        offline bob
          alice -> bob : "hello" over web
      }`,
    right: `
      flow "F" {
        offline bob
          online bob
          alice -> bob : "hello" over web
      }`,
  },
  'all that come back': {
    title: 'Bring alice and bob back first',
    wrong: `
      flow "F" {
        offline alice, bob, carol
        alice -> bob : "hello" over web
      }`,
    right: `
      flow "F" {
        offline alice, bob, carol
        online alice, bob
        alice -> bob : "hello" over web
      }`,
  },
  'what happens otherwise': {
    title: 'Say what happens otherwise',
    wrong: `
      flow "F" {
        offline bob
        alice -> bob : "hello" over web // well?
      }`,
    right: `
      flow "F" {
        offline bob
        alice -> bob : "hello" over web {
        } otherwise {
          note "No answer."
        } // well?
      }`,
  },
  'a link that was cut': {
    title: 'Restore bob -- lan first',
    wrong: `
      switch lan
      link napster, alice, bob, carol -- lan
      flow "F" {
        cut bob -- lan
        alice -> bob : "hello" over web
      }`,
    right: `
      switch lan
      link napster, alice, bob, carol -- lan
      flow "F" {
        cut bob -- lan
        restore bob -- lan
        alice -> bob : "hello" over web
      }`,
  },
  'a switch that was off': {
    title: 'Bring lan back first',
    wrong: `
      switch lan
      link napster, alice, bob, carol -- lan
      flow "F" {
        offline lan
        alice -> bob : "hello" over web
      }`,
    right: `
      switch lan
      link napster, alice, bob, carol -- lan
      flow "F" {
        offline lan
        online lan
        alice -> bob : "hello" over web
      }`,
  },
  'what a host registers': {
    title: 'Let dave share “song”',
    wrong: `
      host dave runs music peer
      flow "F" {
        dave -> napster : register "song"
      }`,
    right: `
      host dave runs music peer shares "song"
      flow "F" {
        dave -> napster : register "song"
      }`,
  },
  'the role that a host takes': {
    title: 'Declare as client',
    wrong: `
      host dave : both runs web client
      flow "F" {
        dave -> bob : "hello"
      }`,
    right: `
      host dave : client runs web client
      flow "F" {
        dave -> bob : "hello"
      }`,
  },
  'no role': {
    title: 'Declare no role',
    wrong: `
      host dave  :  both runs web client
      flow "F" {
        dave -> bob : "hello"
      }`,
    right: `
      host dave runs web client
      flow "F" {
        dave -> bob : "hello"
      }`,
  },
};

describe('a quick fix of what a run shows', () => {
  for (const [what, { title, wrong, right }] of Object.entries(repairs)) {
    it(`writes ${what}`, () => {
      const text = behindHosts(wrong);
      const { diagnostic, fix } = offered(text, title);
      const fixed = applyFix(text, fix);
      assert.equal(fixed, behindHosts(right));
      assert.ok(howOften(diagnostic, fixed) < howOften(diagnostic, text), `still there: ${diagnostic.message}`);
    });
  }

  it('serves the later steps of a flow as well, and no step of another', () => {
    const text = behindHosts(`
      flow "F" {
        carol -> bob : get "song"
        carol -> bob : get "song"
      }
      flow "G" {
        carol -> bob : get "song"
      }`);
    const fixes = check(text)
      .diagnostics.filter(({ code }) => code === 'transfer-without-lookup')
      .map((one) => one.fixes[0]?.edits[0]?.span.line);
    assert.deepEqual(fixes, [6, 6, 10]);
  });

  it('brings nobody back who goes at the same time', () => {
    const { diagnostics } = check('host a, b\nflow "F" {\n  together {\n    offline b\n    a -> b : "hello"\n  }\n}');
    assert.deepEqual(
      diagnostics.map(({ code, fixes }) => [code, fixes.map(({ title }) => title)]),
      [['host-offline', ['Say what happens otherwise']]],
    );
  });

  it('is not offered where several hosts would share what one of them lacks', () => {
    const { diagnostics } = check(
      'host alice, bob\nhost carol shares "song"\nhost dave\nflow "F" {\n  dave -> bob : get "song"\n}',
    );
    const [diagnostic] = diagnostics;
    assert.deepEqual([diagnostic?.code, diagnostic?.fixes.map(({ title }) => title)], ['not-held', ['Ask carol']]);
  });
});

describe('a quick fix of the design', () => {
  const mended = (text: string, title: string): string => {
    const { diagnostic, fix } = offered(withoutIndentation(text), title);
    const fixed = applyFix(withoutIndentation(text), fix);
    assert.equal(howOften(diagnostic, fixed), 0);
    return fixed;
  };
  const flows = ['A', 'B "b"'].map((name) => {
    const quoted = JSON.stringify(name);
    return `flow ${quoted} {\n  alice -> shop : "x" {\n    note "y"\n  }\n  bob -> shop : "x"\n}`;
  });

  it('lets queries go as far as they have to', () => {
    const rest = `
      host p[8] runs files peer
      host z runs files peer shares "essay"
      link p, z over files as line
      flow "Find" {
        p[1] searches "essay"
      }`;
    for (const [short, long] of [
      ['uses flooding ttl 1 // short', 'uses flooding ttl 8 // short'],
      ['uses flooding // seven', 'uses flooding ttl 8 // seven'],
    ]) {
      const fixed = mended(`service files ${short}\n${withoutIndentation(rest)}`, 'Let queries of files go 8 hops');
      assert.equal(fixed, `service files ${long}\n${withoutIndentation(rest)}`);
    }
  });

  it('says that a dependency is known, behind the last flow', () => {
    const text = `host alice, bob, shop\n${flows.join('\n')}\n\n// The end.`;
    const fixed = mended(text, 'Expect that shop is needed');
    assert.equal(fixed, text.replace('}\n\n// The', '}\n\nexpect "A" needs shop\n\n// The'));
  });

  it('says that a dependency is known, behind what is expected already', () => {
    const text = `host alice, bob, shop\n${[...flows].reverse().join('\n')}\nexpect "A" succeeds // yes`;
    const fixed = mended(text, 'Expect that shop is needed');
    assert.equal(fixed, text.replace('// yes', '// yes\nexpect "B \\"b\\"" needs shop'));
  });
});

describe('a search that asks no index', () => {
  const searched = (pattern: string, join: string, verb = 'searches') =>
    withoutIndentation(`
      service files uses ${pattern}
      host tracker runs files tracker
      host ann, bob runs files peer
      host carol runs files peer shares "song"
      flow "Search" {
        ann, bob join files${join}
        ann ${verb} "song"
      }`).replace(pattern === 'swarm' ? '' : 'host tracker runs files tracker\n', '');

  for (const pattern of ['flooding', 'dht', 'swarm']) {
    it(`fetches it once who shares it has joined (${pattern})`, () => {
      const text = searched(pattern, '', 'fetches');
      const fixed = applyFix(text, offered(text, 'Let carol join first').fix);
      assert.equal(fixed, searched(pattern, '\n        carol joins files', 'fetches'));
      assert.deepEqual(check(fixed).diagnostics, []);
    });

    it(`finds who shares it once that host has joined (${pattern})`, () => {
      const text = searched(pattern, '');
      const { fix } = offered(text, 'Let carol join first');
      const fixed = applyFix(text, fix);
      assert.equal(fixed, searched(pattern, '\n        carol joins files'));
      assert.deepEqual(check(fixed).diagnostics, []);
    });
  }
});

describe('a call', () => {
  it('takes place once all have joined', () => {
    const text = (joins: string) =>
      withoutIndentation(`
      service phone uses mesh
      host ann, bob runs phone peer
      flow "Call" {
        ann joins phone${joins}
        call ann, bob
      }`);
    const fixed = applyFix(text(''), offered(text(''), 'Let bob join first').fix);
    assert.equal(fixed, text('\n        bob joins phone'));
    assert.deepEqual(check(fixed).diagnostics, []);
  });
});

describe('an expectation that fails', () => {
  const flow = `
      flow "F" {
        bob -> napster : register "song"
        alice -> napster : lookup "song"
        alice -> bob : get "song"
      }
      scenario "bob is away" {
        offline bob
      }
      `;
  const claims: readonly (readonly [wrong: string, right: string])[] = [
    ['expect bob is client // or not?', 'expect bob is both // or not?'],
    ['expect  bob  is server of music in "F"', 'expect  bob  is both of music in "F"'],
    ['expect architecture is client-server', 'expect architecture is hybrid'],
    ['expect "F" fails', 'expect "F" succeeds'],
    ['expect "F" succeeds when "bob is away"', 'expect "F" fails when "bob is away"'],
    ['expect "F" takes < 50ms', 'expect "F" takes < 61ms'],
    ['expect "F" takes > 2min', 'expect "F" takes > 59ms'],
    ['expect "F" takes = 1s', 'expect "F" takes = 60ms'],
    ['expect "F" sends < 2 messages', 'expect "F" sends < 7 messages'],
    ['expect "F" sends > 99 messages', 'expect "F" sends > 5 messages'],
    ['expect "F" sends = 99 messages', 'expect "F" sends = 6 messages'],
    ['expect bob uploads = 1MB in "F"', 'expect bob uploads = 4MB in "F"'],
    ['expect bob uploads > 1GB in "F"', 'expect bob uploads > 3.9MB in "F"'],
    ['expect carol downloads >= 1B in "F"', 'expect carol downloads >= 0B in "F"'],
    ['expect lookup "song" finds alice, carol', 'expect lookup "song" finds bob'],
    ['expect lookup "song" finds nothing', 'expect lookup "song" finds bob'],
    ['expect "F" needs carol', 'expect "F" survives loss of carol'],
    ['expect "F" survives loss of napster', 'expect "F" needs napster'],
  ];
  for (const [wrong, right] of claims) {
    it(`offers to say what happens now: ${right}`, () => {
      const text = behindHosts(flow + wrong);
      const [fix] = check(text).diagnostics.find(({ code }) => code === 'expectation-failed')?.fixes ?? [];
      assert.ok(fix);
      assert.match(fix.title, /^Expect what happens now: /);
      const fixed = applyFix(text, fix);
      assert.equal(fixed, behindHosts(flow + right));
      assert.deepEqual(
        check(fixed).analysis.expectations.map(({ outcome }) => outcome),
        ['pass'],
      );
    });
  }

  it('offers nothing where there is nothing to say instead', () => {
    for (const claim of [
      'expect carol is client',
      'expect bob carries no data',
      'expect "F" survives loss of any host',
    ]) {
      const found = check(behindHosts(flow + claim)).diagnostics.filter(({ code }) => code === 'expectation-failed');
      assert.deepEqual(
        found.map(({ fixes }) => fixes),
        [[]],
        claim,
      );
    }
  });
});

function behindHosts(lines: string): string {
  return `${withoutIndentation(music)}\n${withoutIndentation(lines)}`;
}

function offered(text: string, title: string): { readonly diagnostic: Diagnostic; readonly fix: Fix } {
  const { diagnostics } = check(text);
  for (const diagnostic of diagnostics) {
    const fix = diagnostic.fixes.find((one) => one.title === title);
    if (fix) return { diagnostic, fix };
  }
  const titles = diagnostics.map(({ code, fixes }) => `${code}: ${fixes.map((fix) => fix.title).join(', ')}`);
  assert.fail(`Not offered. Instead: ${titles.join('; ')}`);
}

function howOften({ code, message }: Diagnostic, text: string): number {
  return check(text).diagnostics.filter((one) => one.code === code && one.message === message).length;
}
