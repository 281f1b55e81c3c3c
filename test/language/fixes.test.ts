// Quick fixes of the language: applied to the text, each makes its diagnostic go away.

import assert from 'node:assert/strict';
import { compile } from '../../src/language/compile';
import type { Diagnostic } from '../../src/language/source';
import { exerciseCases } from './cases/exercises';
import { mistakes } from './cases/mistakes';
import { nameCases } from './cases/names';
import { networkCases } from './cases/network';
import { syntaxCases } from './cases/syntax';
import { applyFix, diagnosticsOf, readAnnotated, withoutIndentation } from './check';

const texts = [...syntaxCases, ...nameCases, ...networkCases, ...exerciseCases, ...mistakes].map(
  ({ wrong }) => readAnnotated(wrong).text,
);

const unknownBlocks = ['unknown-scenario', 'unknown-flow', 'unknown-scenario'];

interface Repair {
  readonly title: string;
  readonly wrong: string;
  readonly right: string;
}

/** Each with the whole text before and after; what else is reported there does not matter. */
const additions: Readonly<Record<string, Repair>> = {
  'a host behind the last one': {
    title: 'Declare host carol',
    wrong: `
      topology "A"
      host alice // the first
      host bob {
        up 1Mbps
      }
      // The steps.
      flow "A" {
        alice -> carol : "hello"
      }`,
    right: `
      topology "A"
      host alice // the first
      host bob {
        up 1Mbps
      }
      host carol
      // The steps.
      flow "A" {
        alice -> carol : "hello"
      }`,
  },
  'a first host behind the title': {
    title: 'Declare host alice',
    wrong: `
      topology "A"

      flow "A" {
        alice joins music
      }`,
    right: `
      topology "A"

      host alice

      flow "A" {
        alice joins music
      }`,
  },
  'a first host in front of everything': {
    title: 'Declare host bob',
    wrong: `
      flow "A" {
        alice -> bob : "hello"
      }`,
    right: `
      host bob

      flow "A" {
        alice -> bob : "hello"
      }`,
  },
  'a host that answers the one who asks it': {
    title: 'Declare host shop',
    wrong: `
      host alice : client runs web client
      flow "A" {
        alice -> shop : get "page"
      }`,
    right: `
      host alice : client runs web client
      host shop : server runs web server
      flow "A" {
        alice -> shop : get "page"
      }`,
  },
  'a host alone where it is not plain what it runs': {
    title: 'Declare host shop',
    wrong: `
      host alice : client runs web client, mail client
      flow "A" {
        alice -> shop : "hello"
      }`,
    right: `
      host alice : client runs web client, mail client
      host shop
      flow "A" {
        alice -> shop : "hello"
      }`,
  },
  'a host outside of a flow, where others stand in it by mistake': {
    title: 'Declare host carol',
    wrong: `
      host alice
      flow "A" {
        host bob
        alice -> carol : "hello"
      }`,
    right: `
      host alice
      host carol
      flow "A" {
        host bob
        alice -> carol : "hello"
      }`,
  },
  'a host that keeps the index': {
    title: 'Declare host napster',
    wrong: `
      service music uses index
      host alice runs music peer
      flow "A" {
        alice -> napster : lookup "song"
      }`,
    right: `
      service music uses index
      host alice runs music peer
      host napster runs music index
      flow "A" {
        alice -> napster : lookup "song"
      }`,
  },
  'a host that asks, with what is pushed to it': {
    title: 'Declare host alice',
    wrong: `
      host hub : server runs chat server
      flow "A" {
        hub ~> alice : "news"
      }`,
    right: `
      host hub : server runs chat server
      host alice : client runs chat client
      flow "A" {
        hub ~> alice : "news"
      }`,
  },
  'a host that joins': {
    title: 'Declare host carol',
    wrong: `
      service music uses index
      host alice runs music peer
      flow "A" {
        carol joins music
      }`,
    right: `
      service music uses index
      host alice runs music peer
      host carol runs music peer
      flow "A" {
        carol joins music
      }`,
  },
  'a group that is large enough': {
    title: 'Declare host peer[7]',
    wrong: `
      host alice
      flow "A" {
        peer[3..7] -> alice : "hello"
      }`,
    right: `
      host alice
      host peer[7]
      flow "A" {
        peer[3..7] -> alice : "hello"
      }`,
  },
  'a switch': {
    title: 'Declare switch lan',
    wrong: `
      host alice, bob
      link alice, bob -- lan`,
    right: `
      host alice, bob
      switch lan
      link alice, bob -- lan`,
  },
  'a service, by what its hosts run': {
    title: 'Declare service music uses index',
    wrong: `
      topology "A"
      host napster runs music index`,
    right: `
      topology "A"

      service music uses index
      host napster runs music index`,
  },
  'a service behind the others': {
    title: 'Declare service tracker uses request',
    wrong: `
      service web
      host alice runs web client
      flow "A" {
        alice joins tracker
      }`,
    right: `
      service web
      service tracker uses request
      host alice runs web client
      flow "A" {
        alice joins tracker
      }`,
  },
  'client software, behind what runs already': {
    title: 'Let alice run web client',
    wrong: `
      host alice runs mail client up 1Mbps
      host bob runs web server
      flow "A" {
        alice -> bob : "hello"
      }`,
    right: `
      host alice runs mail client, web client up 1Mbps
      host bob runs web server
      flow "A" {
        alice -> bob : "hello"
      }`,
  },
  'server software, in a block': {
    title: 'Let bob run web server',
    wrong: `
      host alice runs web client
      host bob { // the shop
        note "A shop."
        // nothing more
      }
      flow "A" {
        alice -> bob : "hello"
      }`,
    right: `
      host alice runs web client
      host bob { // the shop
        note "A shop."
        runs web server
        // nothing more
      }
      flow "A" {
        alice -> bob : "hello"
      }`,
  },
  'peer software, in an empty block, indented': {
    title: 'Let bob run music peer',
    wrong: `
      service music uses index
      host alice runs music peer
      host bob {
      }
      flow "A" {
        bob joins music
      }`,
    right: `
      service music uses index
      host alice runs music peer
      host bob {
        runs music peer
      }
      flow "A" {
        bob joins music
      }`,
  },
  'software before what is shared': {
    title: 'Let bob run web server',
    wrong: `
      host alice runs web client
      host bob : server shares "a.html" 12kB
      flow "A" {
        alice -> bob : get "a.html"
      }`,
    right: `
      host alice runs web client
      host bob : server runs web server shares "a.html" 12kB
      flow "A" {
        alice -> bob : get "a.html"
      }`,
  },
  'a cable between two': {
    title: 'Write alice -- bob',
    wrong: `
      host alice, bob
      link alice, bob`,
    right: `
      host alice, bob
      link alice -- bob`,
  },
  'a switch for more than two': {
    title: 'Write alice, bob, carol -- lan',
    wrong: `
      host alice, bob, carol
      switch lan
      link alice, bob, carol`,
    right: `
      host alice, bob, carol
      switch lan
      link alice, bob, carol -- lan`,
  },
  'software of all hosts of a line': {
    title: 'Let bob and all of peer run web server',
    wrong: `
      host alice runs web client
      host bob, peer[3] // servers
      flow "A" {
        alice -> peer[2] : "hello"
      }`,
    right: `
      host alice runs web client
      host bob, peer[3] runs web server // servers
      flow "A" {
        alice -> peer[2] : "hello"
      }`,
  },
  'the one who keeps the index': {
    title: 'Ask napster',
    wrong: `
      service music uses index
      host alice, bob runs music peer
      host napster runs music index
      flow "A" {
        alice -> bob : lookup "song"
      }`,
    right: `
      service music uses index
      host alice, bob runs music peer
      host napster runs music index
      flow "A" {
        alice -> napster : lookup "song"
      }`,
  },
  'what somebody is asked for': {
    title: 'Let bob share “a "b"”',
    wrong: `
      host alice
      host bob up 1Mbps // slow
      flow "A" {
        alice -> bob : get "a \\"b\\""
      }`,
    right: `
      host alice
      host bob up 1Mbps shares "a \\"b\\"" // slow
      flow "A" {
        alice -> bob : get "a \\"b\\""
      }`,
  },
  'a switch between hosts, with rates and latencies as they were': {
    title: 'Put a switch between them: lan2',
    wrong: `
      service chat uses gossip
      host alice, bob, carol, dave, lan runs chat peer
      link alice -- bob 10Mbps 2ms // upstairs
      link bob, carol as line loss 1%
      link alice -- bob // twice
      link carol -- dave
      link alice -- lan over chat
      flow "A" {
        alice -> dave : "hello"
      }`,
    right: `
      service chat uses gossip
      host alice, bob, carol, dave, lan runs chat peer
      switch lan2
      link alice, bob -- lan2 10Mbps 2ms // upstairs
      link carol -- lan2 loss 1%
      // link alice -- bob // twice
      link dave -- lan2
      link alice -- lan over chat
      flow "A" {
        alice -> dave : "hello"
      }`,
  },
  'a link to the switch': {
    title: 'Link alice to lan',
    wrong: `
      host alice, bob
      switch lan
      link bob -- lan 10Mbps
      flow "A" {
        alice -> bob : "hello"
      }`,
    right: `
      host alice, bob
      switch lan
      link bob -- lan 10Mbps
      link alice -- lan
      flow "A" {
        alice -> bob : "hello"
      }`,
  },
  'a link of a whole group': {
    title: 'Link peer to lan',
    wrong: `
      host peer[3], bob
      switch lan
      link bob -- lan`,
    right: `
      host peer[3], bob
      switch lan
      link bob -- lan
      link peer -- lan`,
  },
  'a link between two networks': {
    title: 'Link left to right',
    wrong: `
      host alice, bob
      switch left, right
      link alice -- left
      link bob -- right
      flow "A" {
        alice -> bob : "hello"
      }`,
    right: `
      host alice, bob
      switch left, right
      link alice -- left
      link bob -- right
      link left -- right
      flow "A" {
        alice -> bob : "hello"
      }`,
  },
  'a link to itself': {
    title: 'Link it to lan',
    wrong: `
      host alice
      switch lan
      link alice -- alice 1Gbps`,
    right: `
      host alice
      switch lan
      link alice -- lan 1Gbps`,
  },
  'the other end of a cut': {
    title: 'Cut alice -- lan',
    wrong: `
      host alice, bob
      switch lan
      link alice, bob -- lan
      scenario "dark" {
        cut alice -- bob
      }`,
    right: `
      host alice, bob
      switch lan
      link alice, bob -- lan
      scenario "dark" {
        cut alice -- lan
      }`,
  },
  'a flow with a step that works': {
    title: 'Write the flow “A "b"”',
    wrong: `
      host alice runs mail client
      host bob runs web client
      host shop runs web server
      expect "A \\"b\\"" succeeds`,
    right: `
      host alice runs mail client
      host bob runs web client
      host shop runs web server

      flow "A \\"b\\"" {
        bob -> shop : "hello"
      }

      expect "A \\"b\\"" succeeds`,
  },
  'a scenario of what it is called after': {
    title: 'Write the scenario “without bob”',
    wrong: `
      host alice, bob
      expect alice is client when "without bob"`,
    right: `
      host alice, bob

      scenario "without bob" {
        offline bob
      }

      expect alice is client when "without bob"`,
  },
  'a scenario before all expectations that stand together': {
    title: 'Write the scenario “bob is ill”',
    wrong: `
      host alice, bob
      flow "Greet" {
        alice -> bob : "hello"
      }

      expect alice is client
      expect "Greet" fails when "bob is ill"`,
    right: `
      host alice, bob
      flow "Greet" {
        alice -> bob : "hello"
      }

      scenario "bob is ill" {
        offline bob
      }

      expect alice is client
      expect "Greet" fails when "bob is ill"`,
  },
  'a scenario of the server': {
    title: 'Write the scenario “dark”',
    wrong: `
      host alice
      host bob : server
      expect alice is client when "dark"`,
    right: `
      host alice
      host bob : server

      scenario "dark" {
        offline bob
      }

      expect alice is client when "dark"`,
  },
  'a first step': {
    title: 'Begin with alice -> bob : "hello"',
    wrong: `
      host alice, bob
      flow "A" { // soon
        note "Nothing yet."
      }`,
    right: `
      host alice, bob
      flow "A" { // soon
        alice -> bob : "hello"
        note "Nothing yet."
      }`,
  },
  'a neighbour': {
    title: 'Link carol to alice over chat',
    wrong: `
      service chat uses gossip
      host alice, bob, carol runs chat peer
      link alice -- bob over chat
      flow "A" {
        carol publishes "news"
      }`,
    right: `
      service chat uses gossip
      host alice, bob, carol runs chat peer
      link alice -- bob over chat
      link carol -- alice over chat
      flow "A" {
        carol publishes "news"
      }`,
  },
  'the one who keeps the list, for the service': {
    title: 'Change to “napster”',
    wrong: `
      service music uses index
      host alice runs music peer
      host napster runs music index
      flow "A" {
        alice -> music : lookup "song"
      }`,
    right: `
      service music uses index
      host alice runs music peer
      host napster runs music index
      flow "A" {
        alice -> napster : lookup "song"
      }`,
  },
  'the service, for the host that runs it': {
    title: 'Change to “chat”',
    wrong: `
      service chat uses relay
      host alice runs chat client
      host hub runs chat server
      flow "A" {
        alice joins hub
      }`,
    right: `
      service chat uses relay
      host alice runs chat client
      host hub runs chat server
      flow "A" {
        alice joins chat
      }`,
  },
  'an index where there is none': {
    title: 'Let bob run music index',
    wrong: `
      service music uses index
      host alice runs music peer
      host bob runs music peer
      flow "A" {
        alice -> bob : lookup "song"
      }`,
    right: `
      service music uses index
      host alice runs music peer
      host bob runs music peer, music index
      flow "A" {
        alice -> bob : lookup "song"
      }`,
  },
  'somebody who has it, for the index': {
    title: 'Ask bob',
    wrong: `
      service music uses index
      host napster runs music index
      host alice runs music peer shares "song"
      host bob runs music peer shares "song"
      flow "A" {
        alice -> napster : get "song"
      }`,
    right: `
      service music uses index
      host napster runs music index
      host alice runs music peer shares "song"
      host bob runs music peer shares "song"
      flow "A" {
        alice -> bob : get "song"
      }`,
  },
  'a name that is free': {
    title: 'Rename it to alice3',
    wrong: `
      host alice, alice2
      switch alice`,
    right: `
      host alice, alice2
      switch alice3`,
  },
  'a text that is free': {
    title: 'Rename it to A 2',
    wrong: `
      flow "A" {
        wait 1s
      }
      flow "A" {
        wait 1s
      }`,
    right: `
      flow "A" {
        wait 1s
      }
      flow "A 2" {
        wait 1s
      }`,
  },
  'a second title': {
    title: 'Make it a comment',
    wrong: `
      topology "A"
      topology "B"`,
    right: `
      topology "A"
      // topology "B"`,
  },
  'a group of more members': {
    title: 'Let “peer” have 12 members',
    wrong: `
      host bob, peer[10] up 1Mbps
      flow "A" {
        peer[12] -> bob : "hello"
      }`,
    right: `
      host bob, peer[12] up 1Mbps
      flow "A" {
        peer[12] -> bob : "hello"
      }`,
  },
};

describe('a quick fix', () => {
  it('makes its diagnostic go away, in every case of the tests', () => {
    let applied = 0;
    for (const text of texts) {
      for (const diagnostic of compile(text).diagnostics) {
        for (const fix of diagnostic.fixes) {
          const fixed = applyFix(text, fix);
          applied++;
          assert.ok(howOften(diagnostic, fixed) < howOften(diagnostic, text), `${fix.title}:\n${fixed}`);
        }
      }
    }
    assert.ok(applied > 50, `${applied}`);
  });

  const repairs: Readonly<Record<string, readonly [wrong: string, right: string]>> = {
    'the closest word': ['hots alice', 'host alice'],
    'the closest name': ['host alice\nexpect alcie is client', 'host alice\nexpect alice is client'],
    'the closest flow, in quotes': [
      'flow "A \\"b\\"" {\n  wait 1s\n}\nexpect "a \\"b\\"" fails',
      'flow "A \\"b\\"" {\n  wait 1s\n}\nexpect "A \\"b\\"" fails',
    ],
    'the unit': ['host alice up 1.5 Mbit/s', 'host alice up 1.5Mbps'],
    'bits for bytes': ['host alice up 0.5MB/s', 'host alice up 4Mbps'],
    'the arrow': [
      'host alice, bob\nflow "A" {\n  alice => bob : "hello"\n}',
      'host alice, bob\nflow "A" {\n  alice -> bob : "hello"\n}',
    ],
    'the quotes': ['topology My “first” network', 'topology "My “first” network"'],
    'the second quote': ['topology "A \\', 'topology "A \\\\"'],
    'all the } that are missing, before the blank lines': [
      'host alice\nflow "A" {\n  repeat 2 {\n    wait 1s\n\nhost bob',
      'host alice\nflow "A" {\n  repeat 2 {\n    wait 1s\n}\n}\n\nhost bob',
    ],
    'the { that is missing': ['flow "A" // x\n  wait 1s\n}', 'flow "A" { // x\n  wait 1s\n}'],
    'the { in the wrong line': ['host alice\n  { // x\n  up 1Mbps\n}', 'host alice {\n   // x\n  up 1Mbps\n}'],
    'the } in the wrong line': ['host alice {\n  up 1Mbps }', 'host alice {\n  up 1Mbps \n}'],
    'a missing “over”': [
      'host a, b runs web peer, mail peer\nflow "A" {\n  a -> b : "x" {\n  }\n}',
      'host a, b runs web peer, mail peer\nflow "A" {\n  a -> b : "x" over web {\n  }\n}',
    ],
  };
  for (const [what, [wrong, right]] of Object.entries(repairs)) {
    it(`mends ${what}`, () => {
      const [fix] = diagnosticsOf(wrong).flatMap(({ fixes }) => fixes);
      assert.ok(fix);
      assert.equal(applyFix(wrong, fix), right);
      assert.deepEqual(compile(right).diagnostics, []);
    });
  }

  it('moves with the text, while no declaration changes', () => {
    const flow = 'flow "A" {\n  alice -> carol : "hello"\n}\n';
    const text = `host alice\n${flow}${flow}${flow}expect alice is client when "dark"\nexpect "B" fails when "dark"`;
    const edited = text.replace('  alice', '  wait 1s\n  alice').replace('"B"', '"B "');
    const { diagnostics } = compile(edited, compile(text));
    assert.deepEqual(diagnostics, compile(edited).diagnostics);
    assert.deepEqual(
      diagnostics.map(({ code }) => code),
      ['unknown-host', 'duplicate-name', 'unknown-host', 'duplicate-name', 'unknown-host', ...unknownBlocks],
    );
  });

  it('writes no flow into another', () => {
    const [, unknown] = diagnosticsOf('host a, b\nflow "A" {\n  wait 1s\n  expect "B" succeeds\n}');
    assert.deepEqual([unknown?.code, unknown?.fixes.map(({ title }) => title)], ['unknown-flow', []]);
  });

  for (const [what, { title, wrong, right }] of Object.entries(additions)) {
    it(`writes ${what}`, () => {
      const text = withoutIndentation(wrong);
      const diagnostics = compile(text).diagnostics;
      const diagnostic = diagnostics.find(({ fixes }) => fixes.some((fix) => fix.title === title));
      const fix = diagnostic?.fixes.find((one) => one.title === title);
      const offered = diagnostics.flatMap(({ fixes }) => fixes.map((one) => one.title));
      assert.ok(diagnostic && fix, `Not offered; instead: ${offered.join(', ')}`);
      const fixed = applyFix(text, fix);
      assert.equal(fixed, withoutIndentation(right));
      assert.ok(howOften(diagnostic, fixed) < howOften(diagnostic, text), `still there: ${diagnostic.message}`);
    });
  }
});

function howOften({ code, message }: Diagnostic, text: string): number {
  return compile(text).diagnostics.filter((one) => one.code === code && one.message === message).length;
}
