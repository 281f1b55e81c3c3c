import assert from 'node:assert/strict';
import { check as analyse } from '../../src/analysis/check';
import { analysisOf, check, expectation } from './check';

/** Checks each claim on its own: what was found, and whether the claim holds. */
function claims(text: string, expected: Readonly<Record<string, string>>): void {
  for (const [claim, found] of Object.entries(expected)) {
    it(`${claim} – ${found}`, () => {
      const { outcome, actual } = expectation(`${text}\n${indentationOf(text)}expect ${claim}`);
      assert.equal(`${outcome}: ${actual}`, found);
    });
  }
}

function indentationOf(text: string): string {
  return /^ */.exec(text.replace(/^\n/, ''))?.[0] ?? '';
}

const music = `
  service music uses index
  switch lan
  host napster runs music index
  host alice runs music peer
  host bob runs music peer shares "song" 4MB
  host carol runs music peer
  link napster, alice, bob, carol -- lan 100Mbps 2ms
  flow "fetch" {
    bob -> napster : register "song"
    alice -> napster : lookup "song"
    alice -> bob : get "song"
  }
  flow "leave" {
    bob -> napster : register "song"
    alice -> napster : lookup "song"
    bob -> napster : unregister "song"
    carol -> napster : lookup "song"
  }
  scenario "index is down" {
    offline napster
  }
  scenario "bob is away" {
    offline bob
  }`;

describe('expecting a role', () => {
  claims(music, {
    'alice is client': 'pass: alice is client',
    'alice is both': 'fail: alice is client',
    'bob is both in "fetch"': 'pass: bob is both in “fetch”',
    'bob is client in "leave"': 'pass: bob is client in “leave”',
    'bob is both of music': 'pass: bob is both of music',
    'carol is client in "fetch"': 'fail: carol takes no role in “fetch”',
    'napster is server when "index is down"': 'fail: napster takes no role when “index is down”',
  });
});

describe('a role that is not as expected', () => {
  it('is explained by what speaks against it', () => {
    const because = (claim: string) => expectation(`${music}\n  expect ${claim}`).because;
    assert.match(because('bob is client'), /^bob answers alice in “fetch”, and asks napster/);
    assert.match(because('alice is server in "fetch"'), /^alice asks .* It never answers\.$/);
  });
});

describe('expecting a lookup', () => {
  claims(music, {
    'lookup "song" finds bob': 'pass: bob',
    'lookup "song" finds carol': 'fail: bob',
    'lookup "song" finds nothing in "leave"': 'pass: nothing',
    'lookup "song" finds nothing': 'fail: bob',
    'lookup "other" finds nothing': 'fail: no lookup',
    'lookup "song" finds bob when "index is down"': 'fail: no lookup',
  });

  it('holds only where every flow that looks it up finds it', () => {
    const text = `
      service music uses index
      host napster runs music index
      host alice runs music peer
      host bob runs music peer shares "song"
      flow "before" {
        bob -> napster : register "song"
        alice -> napster : lookup "song"
      }
      flow "without" {
        alice -> napster : lookup "song"
      }
      expect lookup "song" finds bob`;
    assert.equal(expectation(text).because, 'In “without”, napster answers alice: nobody.');
    assert.equal(expectation(`${text} in "before"`).outcome, 'pass');
  });

  it('says why no flow got as far as looking it up', () => {
    const { because } = expectation(`${music}\n  expect lookup "song" finds bob when "index is down"`);
    assert.match(because, /No flow looks “song” up when “index is down”\. “fetch” fails before .*napster is offline\./);
  });

  it('gets no answer from an index that is offline', () => {
    const text = `
      service music uses index
      host napster runs music index
      host alice runs music peer
      flow "F" {
        alice -> napster : lookup "song"
      }
      scenario "down" {
        offline napster
      }
      expect lookup "song" finds nothing when "down"
    `;
    const { outcome, actual, because } = expectation(text);
    assert.deepEqual([outcome, actual], ['fail', 'no answer']);
    assert.equal(because, 'In “F”, no index answers: napster is offline.');
  });
});

describe('expecting a lookup of an application that has no index', () => {
  const search = (service: string, ...more: readonly string[]) => `
    service files uses ${service}
    ${more.join('\n    ')}
    host ann, bob, carol runs files peer
    host dora runs files peer shares "song" 1MB
    link ann, bob, carol, dora over files as line
    flow "far" {
      ann searches "song"
    }
    flow "near" {
      carol fetches "song"
    }`;

  describe('by flooding', () => {
    claims(search('flooding ttl 2'), {
      'lookup "song" finds dora in "near"': 'pass: dora',
      'lookup "song" finds nothing in "far"': 'pass: nothing',
      'lookup "song" finds dora': 'fail: nothing',
    });

    it('says whose search finds whom', () => {
      const { because } = expectation(`${search('flooding ttl 2')}\n    expect lookup "song" finds bob in "near"`);
      assert.equal(because, 'In “near”, the search of carol finds: dora.');
    });
  });

  describe('by key', () => {
    claims(search('dht'), {
      'lookup "song" finds dora': 'pass: dora',
      'lookup "film" finds nothing': 'fail: no lookup',
    });
  });

  describe('at a tracker', () => {
    claims(search('swarm', 'host tracker runs files tracker').replace(/ {4}link.*\n/, ''), {
      'lookup "song" finds dora': 'pass: dora',
      'lookup "song" finds bob in "far"': 'fail: dora',
      'tracker carries no data': 'pass: no data',
    });
  });
});

describe('expecting what a call does', () => {
  const mesh = `
    service phone uses mesh
    host hub runs phone server
    host p[4] runs phone peer
    flow "call" {
      call p
    }`;
  claims(mesh, {
    'hub carries no data': 'pass: no data',
    'p[1] carries no data': 'fail: p[1] carries data',
    // Six messages of signalling for each of six pairs, and two streams.
    '"call" sends = 48 messages': 'pass: 48 messages',
    'p[1] is both': 'pass: p[1] is both',
    '"call" needs hub': 'pass: it fails without hub',
  });
});

describe('expecting how a flow goes', () => {
  claims(music, {
    '"fetch" succeeds': 'pass: it succeeds',
    '"fetch" fails': 'fail: it succeeds',
    '"fetch" fails when "index is down"': 'pass: it fails when “index is down”',
    '"fetch" succeeds when "bob is away"': 'fail: it fails when “bob is away”',
    '"fetch" takes = 344ms': 'pass: 344 ms',
    '"fetch" takes < 344ms': 'fail: 344 ms',
    '"fetch" takes <= 1s': 'pass: 344 ms',
    '"fetch" takes > 1s when "index is down"': 'pass: 3 s',
    '"fetch" sends = 6 messages': 'pass: 6 messages',
    '"fetch" sends < 6 messages': 'fail: 6 messages',
    '"fetch" sends = 1 messages when "index is down"': 'pass: 1 message',
  });
});

describe('a flow in which nobody sends anything', () => {
  const claims = ['"F" succeeds', '"F" fails', '"F" survives loss of any host', '"F" survives loss of bob'];
  for (const claim of [...claims, '"F" takes < 2s', '"F" sends <= 3 messages']) {
    for (const steps of ['', 'note "Later."', 'wait 1s', 'offline bob']) {
      it(`meets no ${claim} with ${steps || 'no step'}`, () => {
        const [found] = analyse(`host alice, bob\nflow "F" {\n${steps}\n}\nexpect ${claim}`).analysis.expectations;
        assert.deepEqual([found?.outcome, found?.actual], ['fail', 'nothing happens in it']);
      });
    }
  }
});

describe('expecting bytes', () => {
  claims(music, {
    'alice downloads = 4MB in "fetch"': 'pass: 4 MB',
    'bob uploads >= 1MB in "fetch"': 'pass: 4 MB',
    'bob downloads > 0B in "fetch"': 'fail: 0 B',
    'alice downloads = 0B in "fetch" when "bob is away"': 'pass: 0 B',
    'napster carries no data': 'pass: no data',
    'bob carries no data': 'fail: bob carries data',
    'bob carries no data in "leave"': 'pass: no data',
  });
});

describe('expecting what a flow can do without', () => {
  claims(music, {
    '"fetch" needs napster': 'pass: it fails without napster',
    '"fetch" needs lan': 'pass: it fails without lan',
    '"fetch" needs carol': 'fail: it succeeds without carol',
    '"fetch" survives loss of carol': 'pass: it survives',
    '"fetch" survives loss of bob': 'fail: it fails without bob',
    '"fetch" survives loss of any host': 'fail: it fails without napster',
  });

  it('leaves out what the lost one would have done in an “otherwise” block, too', () => {
    const text = `
      host alice, bob, web, mirror
      flow "F" {
        offline web
        alice, bob -> web : "x" {
        } otherwise {
          bob -> mirror : "x"
        }
      }
      expect "F" survives loss of any host
    `;
    assert.match(expectation(text).because, /^With mirror offline/);
    assert.match(expectation(text.replace('any host', 'bob')).because, /^With bob offline/);
  });

  it('holds for any host where each can be replaced, and leaves out what the lost one would have done', () => {
    const text = `
      service music uses index
      host one, two runs music index
      host alice runs music peer
      host bob, carol runs music peer shares "song"
      flow "F" {
        bob, carol join music
        alice fetches "song"
      }
      expect "F" survives loss of any host
    `;
    const { outcome, because } = expectation(text);
    assert.equal(outcome, 'pass', because);
    assert.equal(because, 'It succeeds without one, two, alice and 2 others, each lost on its own.');
    assert.equal(expectation(text.replace('bob, carol join', 'bob joins')).outcome, 'fail');
  });
});

describe('expecting something of ten thousand hosts', () => {
  const text = (claim: string) => `
    host alice, bob
    host peer[10000]
    flow "F" {
      alice -> bob : "x"
    }
    expect ${claim}
  `;

  it('looks no further than the first that speaks against it', () => {
    assert.equal(expectation(text('"F" needs peer')).actual, 'it succeeds without peer[1]');
    assert.equal(expectation(text('peer is client')).actual, 'peer[1] takes no role');
  });

  it('is given up where it takes too many runs, and says so', () => {
    const expects = Array.from({ length: 60 }, (_, n) => `expect "F" survives loss of peer[${n + 1}]`).join('\n');
    const outcomes = analysisOf(`${text('alice is client')}\n${expects}`, { maxSteps: 1000 }).expectations.map(
      ({ actual }) => actual,
    );
    assert.equal(outcomes[1], 'it survives');
    assert.equal(outcomes.at(-1), 'not checked');
  });
});

describe('a flow that completes', () => {
  it('is said to work in every step only if it does', () => {
    const text = (fault: string) => `
      host alice, bob
      flow "F" {
        ${fault}
        alice -> bob : "x" {
        } otherwise {
          note "no answer"
        }
      }
      expect "F" succeeds
    `;
    assert.equal(expectation(text('online bob')).because, 'Every step of “F” works.');
    assert.equal(expectation(text('offline bob')).because, 'What fails in “F” is dealt with.');
  });
});

describe('expecting an architecture', () => {
  claims(music, {
    'architecture is hybrid': 'pass: hybrid',
    'architecture is client-server of music': 'fail: hybrid of music',
    'architecture is peer-to-peer': 'fail: hybrid',
  });
});

describe('an expectation that fails', () => {
  it('is an error at its line that says what was found instead, why, and where', () => {
    const { diagnostics } = check(`
      host alice, bob
      flow "F" {
        alice -> bob : "hello"
      }
      expect alice is both
      ^^^^^^^^^^^^^^^^^^^^ expectation-failed Found instead: alice is client. alice asks bob in “F”. It never answers.
      expect bob is server
    `);
    assert.deepEqual(diagnostics[0]?.related, [
      { message: 'alice asks bob in “F”', span: { line: 2, start: 2, end: 24 } },
    ]);
  });

  it('leads to the step that ends the flow, not to one that is only worth a remark', () => {
    const flow = `${music}
  flow "G" {
    alice -> napster : lookup "song"`;
    const { related } = expectation(`${flow}
    alice -> carol : get "song"
  }
  expect "G" succeeds`);
    const lines = flow.trim().split('\n').length;
    assert.deepEqual(
      related.map(({ span }) => span.line),
      [lines],
    );
  });

  it('is not judged where the flow is too large to run', () => {
    check(
      `
      host alice, bob
      flow "F" {
           ^^^ too-large
        repeat 1000 {
          alice -> bob : "hello"
        }
      }
      expect "F" succeeds
      ^^^^^^^^^^^^^^^^^^^ too-large This was not checked.
      expect bob is server
      ^^^^^^^^^^^^^^^^^^^^ too-large
    `,
      { maxSteps: 100 },
    );
  });
});

describe('what an expectation says otherwise', () => {
  const messages = (words: string) =>
    analysisOf(`host a, b\nflow "F" {\n  a -> b : "x"\n}\nexpect a is server otherwise "${words}"`).diagnostics.map(
      ({ message }) => message.replace(/ Because.*|(?<=is client\.).*/, ''),
    );

  it('comes first where it does not hold, as a sentence', () => {
    assert.deepEqual(messages('Who asks?'), ['Who asks? Found instead: a is client.']);
    assert.deepEqual(messages('Look at the arrow'), ['Look at the arrow. Found instead: a is client.']);
    assert.deepEqual(messages('  '), ['Found instead: a is client.']);
  });
});
