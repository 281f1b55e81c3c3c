import assert from 'node:assert/strict';
import { analyse } from '../../src/analysis/analyse';
import { compile } from '../../src/language/compile';
import { analysisOf, check } from './check';

const music = `
  service music uses index
  host napster runs music index
  host alice, bob runs music peer
  host carol runs music peer shares "song"
`;

describe('what goes wrong in a run', () => {
  it('is reported at its line', () => {
    check(`
      host alice
      host bob
      host carol shares "song"
      flow "F" {
        alice -> bob : get "song"
        ^^^^^^^^^^^^^^^^^^^^^^^^^ not-held bob does not hold “song”. Get it from carol
      }
    `);
  });

  it('waits until the declaration of the service can be read', () => {
    const { topology, diagnostics: reported } = compile(`
      service g uses floding
      host a runs g peer
      host b runs g peer shares "song"
      flow "F" {
        a searches "song"
      }
    `);
    assert.deepEqual(analyse(topology, { reported }).diagnostics, []);
    assert.equal(analyse(topology).diagnostics.length, 1);
  });

  it('names the patterns that can do what a pattern cannot', () => {
    check(`
      service g uses gossip
      host a, b runs g peer
      flow "F" {
        a sends "hello"
        ^^^^^^^^^^^^^^^ request-failed The pattern “gossip” of g cannot be made to send to those who joined. Write the messages one by one, or choose a pattern that can: relay, mesh, sfu.
      }
    `);
  });

  it('is reported once for each line, however many hosts it concerns', () => {
    check(`
      host alice[5]
      host bob, carol
      flow "F" {
        offline bob
        repeat 3 {
          alice -> bob : "hello"
          ^^^^^^^^^^^^^^^^^^^^^^ host-offline
        }
      }
    `);
  });

  it('is reported at lines inside blocks and in “otherwise”', () => {
    check(`
      host alice, bob, carol
      flow "F" {
        offline bob, carol
        alice -> bob : "hello" {
        } otherwise {
          alice -> carol : "hello"
          ^^^^^^^^^^^^^^^^^^^^^^^^ host-offline carol is offline
        }
      }
    `);
  });

  it('is not reported where an “otherwise” deals with it', () => {
    check(`
      host alice, bob, carol
      flow "F" {
        offline bob
        alice -> bob : "hello" {
        } otherwise {
          alice -> carol : "hello"
        }
      }
    `);
  });

  it('is not reported under a scenario', () => {
    check(`
      host alice, bob
      flow "F" {
        alice -> bob : "hello"
      }
      scenario "bob is away" {
        offline bob
      }
      expect "F" fails when "bob is away"
    `);
  });

  it('is not reported where the file expects the flow to fail', () => {
    check(`
      host alice, bob
      flow "F" {
        offline bob
        alice -> bob : "hello"
      }
      expect "F" fails
    `);
  });

  it('is reported where only another flow is expected to fail', () => {
    check(`
      host alice, bob
      flow "F" {
        offline bob
        alice -> bob : "hello"
      }
      flow "G" {
        offline bob
        alice -> bob : "hello"
        ^^^^^^^^^^^^^^^^^^^^^^ host-offline
      }
      expect "F" fails
    `);
  });

  it('is reported where the flow is expected to fail under a scenario only', () => {
    check(`
      host alice, bob
      flow "F" {
        offline bob
        alice -> bob : "hello"
        ^^^^^^^^^^^^^^^^^^^^^^ host-offline
      }
      scenario "storm" {
        offline alice
      }
      expect "F" fails when "storm"
    `);
  });

  it('is left to the language on a line that it has reported an error for', () => {
    const { topology, diagnostics } = compile('host alice, bob\nflow "F" {\n  alice -> bob : get "nothing"\n}');
    const reported = diagnostics.map(({ code }) => code);
    assert.deepEqual(reported, ['unknown-resource']);
    assert.deepEqual(
      analyse(topology).diagnostics.map(({ code }) => code),
      ['not-held'],
    );
    assert.deepEqual(analyse(topology, { reported: diagnostics }).diagnostics, []);
  });
});

describe('a lookup that finds nothing, or a stale entry', () => {
  it('is reported', () => {
    check(
      `
      ${music.trim()}
      flow "F" {
        alice -> napster : lookup "song"
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ lookup-finds-nothing
        carol -> napster : register "song"
        offline carol
        alice -> napster : lookup "song"
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ stale-entry carol
      }
    `.replaceAll('\n  host', '\n      host'),
    );
  });

  it('is not reported where the file expects it', () => {
    check(
      `
      ${music.trim()}
      flow "F" {
        alice -> napster : lookup "song"
        carol -> napster : register "song"
        offline carol
        alice -> napster : lookup "song"
      }
      expect lookup "song" finds nothing
      expect lookup "song" finds carol in "F"
    `.replaceAll('\n  host', '\n      host'),
    );
  });
});

describe('a flow that is too large', () => {
  it('says so at its name, has no trace, and lets the other flows run', () => {
    const text = `
      host alice, bob
      flow "large" {
           ^^^^^^^ too-large “large” was stopped after 50 steps
        repeat 1000 {
          alice -> bob : "hello"
        }
      }
      flow "small" {
        alice -> bob : "hello"
      }
    `;
    const { traces, roles } = check(text, { maxSteps: 50 });
    assert.deepEqual([...traces.keys()], ['small']);
    assert.deepEqual(
      roles.map(({ exercised }) => exercised),
      ['client', 'server'],
    );
  });

  it('costs no more if there are many of them', () => {
    const flow = (place: number) => `flow "${place}" {\n  repeat 1000 {\n    note "again"\n  }\n}`;
    const { diagnostics } = analysisOf(Array.from({ length: 20 }, (_, place) => flow(place)).join('\n'), {
      maxSteps: 100,
    });
    const counts = diagnostics.map(({ message }) => Number(/after (\d+) steps?,/.exec(message)?.[1] ?? 0));
    assert.equal(counts[0], 100);
    assert.ok(counts.reduce((sum, count) => sum + count) <= 200, counts.join(' '));
    assert.match(diagnostics[19]?.message ?? '', /“19” was not run, because what was run before is too large/);
  });

  it('shows its roles as they are written', () => {
    const { roles } = analysisOf(
      'host alice, bob, carol\nflow "F" {\n  repeat 1000 {\n    alice -> bob : "x" {\n      bob ~> carol : "y"\n    }\n  }\n}',
      { maxSteps: 50 },
    );
    assert.deepEqual(
      roles.map(({ exercised }) => exercised),
      ['client', 'server', 'client'],
    );
  });
});

describe('analysing again', () => {
  it('gives what was there where the topology is the very same', () => {
    const first = analysisOf('host alice');
    assert.equal(analyse(first.topology, {}, first), first);
  });
});
