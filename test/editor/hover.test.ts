// What the mouse finds at $0. Escapes of punctuation are taken away where only the words matter.

import assert from 'node:assert/strict';
import { check } from '../../src/analysis/check';
import { hoverAt } from '../../src/editor/hover';
import { marked } from './marked';

const network = `service music uses index
switch lan
host napster : server runs music index
host alice : client runs music peer
host bob : both runs music peer shares "song.mp3" 4MB up 8Mbps
link napster, alice, bob -- lan 100Mbps 2ms
`;

const flows = `flow "Find" {
  bob -> napster : register "song.mp3"
  alice -> napster : lookup "song.mp3"
  alice -> bob : get "song.mp3"
}
`;

function markdownAt(source: string): string | undefined {
  const { text, cursor } = marked(source);
  return hoverAt(check(text), cursor, (line) => `#${line}`)?.markdown;
}

function textAt(source: string): string {
  return markdownAt(source)?.replace(/\\([!-/:-@[-`{-~])/g, '$1') ?? '';
}

/** Each of the texts is said, in this order. */
function checkSays(source: string, ...texts: readonly string[]): void {
  const said = textAt(source);
  let from = 0;
  for (const text of texts) {
    const place = said.indexOf(text, from);
    assert.ok(place >= 0, `“${text}” is not said, or not in its place, in:\n${said}`);
    from = place + text.length;
  }
}

function checkSaysNot(source: string, ...texts: readonly string[]): void {
  const said = textAt(source);
  for (const text of texts) assert.ok(!said.includes(text), `“${text}” is said in:\n${said}`);
}

describe('hovering over a host', () => {
  it('shows its three roles side by side, what causes them, and what it has', () => {
    checkSays(
      `${network}${flows}expect b$0ob is both`,
      '**bob**: music peer',
      '| Declared | Able to be | In the flows |',
      '| both | both | both |',
      '- client: asks napster in “Find” ([line 8](#7))',
      '- server: answers alice in “Find” ([line 10](#9))',
      'Has at the start: song.mp3 (4 MB)',
      'Access: sends at 8 Mbps',
      'Linked to: lan (100 Mbps, 2 ms)',
      'Takes part in: “Find”',
    );
  });

  it('of no role says so', () => {
    checkSays('host al$0ice', '**alice**: host', '| – | – | – |');
  });

  it('shows what an index lists, and neighbours in an application', () => {
    checkSays(
      'service f uses flooding\nhost a$0 runs f peer lists "x" at b\nhost b runs f peer\nlink a -- b over f',
      'Lists at the start: x at b',
      'Neighbours: b',
    );
  });

  it('of a group sums it up, and one of them is itself', () => {
    const group = 'host web\nhost peer[3] : client\nflow "f" {\n  peer[1..2] -> web : "hi"\n}\n';
    checkSays(group.replace('peer[3]', 'pe$0er[3]'), 'a group of 3 hosts', '| client | – | 2: client, 1: – |');
    checkSays(`${group}expect pe$0er[3] is client`, '**peer[3]**: client', '| client | – | – |');
    checkSays(`${group}expect pe$0er[*] is client`, 'a group of 3 hosts');
  });
});

describe('hovering over a switch', () => {
  it('shows what hangs on it and what it passes on', () => {
    checkSays(
      `${network}${flows}`.replace('switch lan', 'switch la$0n'),
      '**lan**: a switch. It passes on what others send',
      'Linked to: napster (100 Mbps, 2 ms), alice (100 Mbps, 2 ms) and bob (100 Mbps, 2 ms)',
      'Passes on in: “Find” (6 messages)',
    );
  });
});

describe('hovering over a service', () => {
  it('shows its pattern, who runs what, and what the flows make of it', () => {
    checkSays(
      `${network}${flows}`.replace('service music', 'service mu$0sic'),
      '**music**: a service of the pattern **index**',
      'An index server says who has it',
      '- index: napster',
      '- peer: alice and bob',
      'The flows make it hybrid. bob is a peer that serves directly.',
    );
  });

  it('shows its options, set or not', () => {
    checkSays('service linux$0 uses swarm pieces 50', '- pieces 50: How many', '- slots: How many', '4 if left out');
  });
});

describe('hovering over a resource', () => {
  it('shows who has it, how large it is, where it is listed and where it goes', () => {
    checkSays(
      `${network}host other runs music index lists "song.mp3" at alice\n${flows}`.replace('get "s', 'get "$0s'),
      '**song.mp3** · 4 MB',
      'At the start held by bob.',
      'Listed at the start by other: alice',
      '“Find”: bob registers it at napster, alice looks it up at napster and alice gets it from bob',
    );
  });

  it('that nobody has says so', () => {
    checkSays('host a\nhost b\nflow "f" {\n  a -> b : get "x$0"\n}', '**x**', 'At the start nobody has it.');
  });
});

describe('hovering over a quantity', () => {
  it('gives it in other units, and says what it amounts to', () => {
    checkSays('host a shares "x" 4M$0B', '**4MB** = 4,000,000 bytes = 3.81 MiB', '32 s at 1 Mbps', '32 ms at 1 Gbps');
    checkSays('host a shares "x" 20$0B', '**20B** = 20 bytes\n');
    checkSays('host a up 100M$0bps', '= 100,000,000 bits a second = 12.5 MB a second', 'A song of 4 MB takes 320 ms');
    checkSays('link a -- b 2m$0s', '**2ms** = 0.002 s', 'about 400 km');
    checkSays('flow "f" {\n  wait 15mi$0n\n}', '**15min** = 15 min = 900,000 ms');
    checkSays('link a -- b loss 1$0%', '**1%** = 1 of 100');
    checkSays('link a -- b loss 0$0%', '**0%** = none');
  });
});

describe('hovering over a flow', () => {
  it('shows its steps, how it ends, what it amounts to, and what is expected of it', () => {
    checkSays(
      `${network}${flows}expect "Fi$0nd" succeeds`,
      '**Find**',
      'Completes after 4.02 s: 6 steps, 6 messages.',
      '- 0 ms · bob → napster: register "song.mp3"',
      '- 8 ms · alice → napster: lookup "song.mp3"',
      'This flow alone is **hybrid**.',
      '✓ expect "Find" succeeds ([line 12](#11))',
    );
  });

  it('that fails says where and why', () => {
    checkSays(
      `${network}flow "F$0" {\n  alice -> napster : lookup "song.mp3"\n  alice -> bob : get "other.mp3"\n}`,
      '**Fails** after',
      'at [line 9](#8): bob does not hold “other.mp3”.',
    );
  });

  it('that is too large says so', () => {
    checkSays(
      'host a, b\nflow "f$0" {\n  repeat 1000000 {\n    a -> b : "x"\n  }\n}',
      'Too large to run while you type',
    );
  });
});

describe('hovering over a scenario', () => {
  it('says what it changes, and what is expected under it', () => {
    const changes = 'offline napster\ncut bob -- lan\nset alice up 1Mbps\nset alice down 2Mbps';
    checkSays(
      `${network}${flows}scenario "ba$0d" {\n${changes}\n}\nexpect "Find" fails when "bad"`,
      '**bad**: what is different from the start',
      '- napster is offline',
      '- the link between bob and lan is cut',
      '- alice can send at 1 Mbps',
      '- alice can receive at 2 Mbps',
      '✓ expect "Find" fails when "bad"',
    );
    checkSays('service f uses flooding\nscenario "s$0" {\n  set f ttl 3\n}', '- ttl of f is 3');
  });
});

describe('hovering over a step', () => {
  it('says who is client and who is server, which way it goes, how long it takes, and what the index answers', () => {
    checkSays(
      `${network}${flows}`.replace('alice -> napster', 'alice -$0> napster'),
      'alice asks napster where song.mp3 is. alice is the client, napster the server.',
      '- alice → lan → napster: lookup "song.mp3" · 4 ms',
      '- napster → lan → alice: bob has it · 4 ms',
      'Begins at 8 ms and takes 8 ms in “Find”.',
      'The left one asks and is the client',
    );
  });

  it('says it at the verb, the words and the arrow of a push', () => {
    checkSays(
      `${network}${flows}`.replace(': lookup', ': look$0up'),
      'napster answers: bob has',
      'Asks an index who has',
    );
    const words = 'host a, b\nflow "f" {\n  a -> b : "hel$0lo"\n}';
    checkSays(words, 'a sends b the request “hello”', '- a → b: hello · 10 ms');
    checkSays(words.replace('->', '~$0>').replace('$0lo', 'lo'), 'a is the server, because it provides');
  });

  it('that fails says why', () => {
    checkSays(
      `${network}flow "f" {\n  offline napster\n  alice -> napster : look$0up "song.mp3"\n}`,
      'It fails: napster is offline.',
      '**fails**',
    );
  });

  it('of an application that gives up says why, though none of its messages fails', () => {
    checkSays(
      `${network}flow "f" {\n  alice fetch$0es "x"\n}`,
      'napster knows nobody who has x.',
      '**The flow fails here:** music knows nobody else who has “x”',
    );
  });

  it('belongs to the flow in whose block it stands, also where the { or the } is still missing', () => {
    checkSaysNot('host a, b\nflow "f" {\n  a -> b : "x"\n}\na -> b : "bel$0ow"', '“f”');
    checkSays('host a, b\nflow "f"\n  a -> b : "x$0"\n}', 'in “f”');
    checkSaysNot('host a, b\nflow "f"\n  a -> b : "x"\nhost c\na -> b : "bel$0ow"', '“f”');
    checkSays('host a, b\nflow "f" {\n  a -> b : "x$0"', 'in “f”');
  });

  it('that is not reached says where the flow ends', () => {
    const broken = 'host a, b\nflow "f" {\n  a -> b : get "x"\n  a -> b : "la$0ter"\n}';
    checkSays(broken, '“f” does not get here: it fails at [line 3](#2).');
    checkSays(
      'host a, b\nflow "f" {\n  a -> b : "x" {\n  } otherwise {\n    a -> b : "z$0"\n  }\n}',
      '“f” runs without this',
    );
  });

  it('tells of the first times alone where there are many', () => {
    checkSays(
      'host a, b\nflow "f" {\n  repeat 50 {\n    a -> b : "x$0"\n  }\n}',
      'And so on: 100 steps in all.',
      'and 96 more',
    );
  });

  it('of an application shows the messages that it is made of', () => {
    checkSays(
      `${network}flow "f" {\n  alice fetch$0es "song.mp3"\n}`,
      '- alice → lan → napster: lookup "song.mp3"',
      '- bob → lan → alice: song.mp3 · 4 MB',
      'Lets the application find something and get it',
    );
  });
});

describe('hovering over an expectation', () => {
  it('says whether it holds and why, also at its first word', () => {
    checkSays(`${network}${flows}exp$0ect alice is client`, '✓ **Holds.** alice asks napster', 'See [line 9](#8)');
    checkSays(
      `${network}${flows}expect alice i$0s both`,
      '✗ **Does not hold.** Found instead: alice is client.',
      'It never answers.',
      'takes exactly this role',
    );
  });
});

describe('hovering over an exercise', () => {
  const exercise = (line: string) => `${network}${flows}${line}`;

  it('says how far it is done, what is to be done, and what it checks', () => {
    checkSays(
      exercise('exer$0cise "Roles" {\n  task "Look."\n  points 2 expect bob is both\n  expect alice is server\n}'),
      '**Roles**',
      'Look.',
      '2 of 3 points: 1 check does not hold yet',
      '✓ expect bob is both',
      '✗ expect alice is server',
      'A task for the learner',
    );
  });

  it('explains its words, and says what its author says to what does not hold', () => {
    checkSays(exercise('exercise "x" {\n  hi$0nt "h"\n  expect bob is both\n}'), 'Helps with this exercise');
    checkSays(exercise('exercise "x" {\n  po$0ints 2 expect bob is both\n}'), 'Holds', 'worth in its exercise');
    checkSays(
      exercise('exercise "x" {\n  points 2 exp$0ect bob is client otherwise "Count again."\n}'),
      'Does not hold',
      'Count again.',
      'What you claim',
    );
    checkSays(exercise('expect bob is both othe$0rwise "Count again."'), 'Holds', 'whoever does not meet it yet');
  });

  it('explains a question and what it is about', () => {
    checkSays('host a, b\nflow "f" {\n  a$0sk "Who?" server\n  a -> b : "x"\n}', 'A question about the next step');
    checkSays('host a, b\nflow "f" {\n  ask "Who?" ser$0ver\n  a -> b : "x"\n}', 'Who answers in the next message');
  });
});

describe('hovering over a word of the language', () => {
  it('says what it means in its place, with an example', () => {
    checkSays('fl$0ow "f" {\n}', 'What happens, step by step.', '```topology\nflow "Open a page" {');
    checkSays('host a runs m ind$0ex', 'who has it?', 'host bob runs music index');
    checkSays('service m uses ind$0ex', 'Napster');
    checkSays('host a : cl$0ient', 'Only asks.');
    checkSays('host a runs web cl$0ient', 'Software that asks');
    checkSays('host a at$0 (1, 2)', 'The place in the diagram');
    checkSays('host a lists "x" at$0 b', 'as far as the index knows');
    checkSays('host a {\n  no$0te "x"\n}', 'A remark about this host.');
    checkSays('flow "f" {\n  no$0te "x"\n}', 'shown while stepping');
    checkSays('host a {\n  up$0 1Mbps\n}', 'How fast this host can send');
    checkSays('scenario "s" {\n  set a up$0 1Mbps\n}', 'Under this scenario');
    checkSays('link a, b as me$0sh', 'linked to every other');
    checkSays('link a -$0- b', 'A cable');
    checkSays('expect lookup "x" fi$0nds nothing', 'Whoever looks it up');
    checkSays('expect "f" takes <$0= 1s', 'At most.');
    checkSays('expect architecture is hyb$0rid', 'central host shows the way');
    checkSays('host a\nhost b\nflow "f" {\na -> b : "x" over$0 m\n}', 'Needed only where several');
  });

  it('is silent where there is none', () => {
    for (const source of ['// ho$0st', '$0', 'host a $0 ', 'note "ho$0st"', 'topology "ho$0st"']) {
      assert.equal(markdownAt(source), undefined, source);
    }
  });
});

describe('what a hover shows of a file', () => {
  it('is shown as it is written, whatever it looks like', () => {
    const evil = 'a*b*_c_`d`<b>e</b>$(flame)[f](g)&lt;|www.h.example';
    const markdown = markdownAt(`host a\nhost b shares "${evil}"\nflow "f" {\n  a -> b : get "$0${evil}"\n}`) ?? '';
    const unescaped = markdown.replace(/\\[!-/:-@[-`{-~]/g, '').replace(/\[line \d+\]\(#\d+\)/g, '');
    assert.doesNotMatch(unescaped, /[`<$[&|_]|www\./);
    checkSaysNot(`host a // x\nhost b shares "$0${evil}"`, '\\');
  });

  it('covers the word or name it speaks of', () => {
    const { text, cursor } = marked('host alice, b$0ob');
    assert.deepEqual(hoverAt(check(text), cursor, String)?.span, { line: 0, start: 12, end: 15 });
  });
});
