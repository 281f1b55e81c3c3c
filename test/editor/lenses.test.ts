// What stands above and behind the lines: lenses, hints and the roles that colour names.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { check } from '../../src/analysis/check';
import { hintsOf } from '../../src/editor/hints';
import { type Lens, lensesOf, lensesWhileTyping, type ShownLenses } from '../../src/editor/lenses';
import { rolesWhileTyping, type ShownRoles } from '../../src/editor/steady';
import { tokenModifiers, tokensOf, tokenTypes } from '../../src/editor/tokens';

const network = `service music uses index
host napster : server runs music index
host alice : client runs music peer
host bob, carol : both runs music peer shares "song.mp3" 4MB
`;

const flow = `flow "Find" {
  bob -> napster : register "song.mp3"
  alice -> napster : lookup "song.mp3"
  alice -> bob : get "song.mp3"
}
`;

/** Each lens as `12: title`, lines counted from 1. */
function lenses(text: string): readonly string[] {
  return lensesOf(check(text)).map(({ span, title }) => `${span.line + 1}: ${title}`);
}

/** Each hint as `12: text`. */
function hints(text: string, first = 0, last = 1000): readonly string[] {
  return [...hintsOf(check(text), first, last)]
    .sort((a, b) => a.line - b.line)
    .map(({ line, parts }) => `${line + 1}: ${parts.map((part) => part.text).join('')}`);
}

describe('the lens over a flow', () => {
  it('says how long it is, how long it takes and what it amounts to', () => {
    assert.deepEqual(lenses(`${network}${flow}`), ['5: Run · 6 steps · 60 ms · hybrid']);
    assert.deepEqual(lenses('flow "f" {\n  note "x"\n}'), ['1: Run · 1 step · 0 ms']);
  });

  it('says where it fails, and not at what it deals with or only warns of', () => {
    const failing = `${network}flow "f" {\n  alice -> napster : lookup "song.mp3"\n  alice -> bob : get "x"\n}`;
    assert.deepEqual(lenses(failing), ['5: Run · 4 steps · fails at line 7 · hybrid']);
    const handled =
      'host a, b\nflow "f" {\n  a -> b : get "x" {\n  } otherwise {\n    wait 1s\n    a -> b : get "y"\n  }\n}';
    assert.deepEqual(lenses(handled), ['2: Run · 5 steps · fails at line 6 · client-server']);
  });

  it('says so where that is expected', () => {
    const text = 'host a, b\nflow "f" {\n  a -> b : get "x"\n}\n';
    assert.deepEqual(lenses(`${text}expect "f" fails`), [
      '2: Run · 2 steps · fails at line 3, as expected · client-server',
      '5: ✓ holds',
    ]);
    assert.doesNotMatch(lenses(`${text}expect "f" succeeds`).join(), /as expected/);
  });

  it('says what a click can show where it is too large, and that an empty one does nothing', () => {
    const large = 'host a, b\nflow "f" {\n  repeat 1000000 {\n    a -> b : "x"\n  }\n}';
    assert.deepEqual(lenses(large), ['2: Run · too large to run while typing']);
    assert.deepEqual(lenses('flow "f" {\n}'), ['1: nothing happens here yet']);
  });

  it('speaks of its own flow where two have one name', () => {
    const text = 'host a, b\nflow "f" {\n  a -> b : "x"\n}\nflow "f" {\n}';
    assert.equal(lenses(text).length, 2);
  });

  it('leads to the flow', () => {
    const [lens] = lensesOf(check(`${network}${flow}`));
    assert.deepEqual([lens?.command, lens?.target], ['runFlow', { flow: 'Find', line: undefined }]);
  });
});

describe('the lens over what is expected', () => {
  it('counts those that stand together, and names the lines of those that do not hold', () => {
    const claims = 'expect alice is client\n// and\nexpect bob is both\nexpect napster is client\n';
    assert.deepEqual(lenses(`${network}${flow}${claims.replace('napster is client', 'napster is server')}`).slice(1), [
      '10: ✓ all 3 hold',
    ]);
    assert.deepEqual(lenses(`${network}${flow}${claims}`).slice(1), ['10: ✗ 1 of 3 does not hold: line 13']);
  });

  it('that stands alone says what was found', () => {
    const claims = 'expect alice is client\n\nexpect "Find" sends = 6 messages\n\nexpect bob is server\n';
    assert.deepEqual(lenses(`${network}${flow}${claims}`).slice(1), [
      '10: ✓ holds',
      '12: ✓ holds 6 messages',
      '14: ✗ found: bob is both',
    ]);
  });

  it('leads to what decides: the flow, the scenario and the line', () => {
    const text = `${network}${flow}scenario "s" {\n  offline napster\n}\nexpect "Find" succeeds when "s"\n`;
    const lens = lensesOf(check(text))[1];
    assert.deepEqual([lens?.command, lens?.target], ['runFlow', { flow: 'Find', scenario: 's', line: 5 }]);
    const held = lensesOf(check(`${network}${flow}expect alice is client\nexpect bob is both\n`))[1];
    assert.equal(held?.command, 'checkExpectations');
  });
});

/** The lenses over the last of these texts, which an editor has shown one after the other. */
function typed(...texts: readonly string[]): readonly Lens[] {
  const none: ShownLenses | undefined = undefined;
  const shown = texts.reduce<ShownLenses | undefined>((before, text) => lensesWhileTyping(check(text), before), none);
  return shown?.lenses ?? [];
}

describe('the lens over an exercise', () => {
  const exercise = `exercise "Roles" {
  points 2 expect alice is client
  points 3 expect bob is client otherwise "Whom does Bob ask?"
  expect napster is both
}
`;

  it('counts its points, and what does not hold yet', () => {
    assert.deepEqual(lenses(`${network}${flow}${exercise}`).slice(1), ['10: 2 of 6 points: 2 checks do not hold yet']);
    const solved = exercise.replace('bob is client', 'bob is both').replace('napster is both', 'napster is server');
    assert.deepEqual(lenses(`${network}${flow}${solved}`).slice(1), ['10: ✓ 6 of 6 points']);
    assert.deepEqual(lenses('host a\nexercise "x" {\n}'), ['2: nothing is checked here yet']);
    const unknown =
      'host a, b\nflow "f" {\n  a -> b : "x"\n}\nexercise "x" {\n  expect c is client\n  expect a is server\n}';
    assert.deepEqual(lenses(unknown).slice(1), ['5: 0 of 2 points: 1 check does not hold yet, 1 not checked']);
  });

  it('leads to what does not hold, with the words of its author, and is the only one there', () => {
    const text = `${network}${flow}${exercise}expect alice is client\n`;
    const [, lens, ...more] = lensesOf(check(text));
    assert.deepEqual([lens?.command, lens?.target.line], ['runFlow', 7]);
    assert.match(lens?.tooltip ?? '', /^Whom does Bob ask\? bob answers alice/);
    assert.deepEqual(
      more.map(({ title }) => title),
      ['✓ holds'],
    );
  });

  it('leads to the list of what is expected where all of it holds', () => {
    const [, lens] = lensesOf(check(`${network}${flow}exercise "x" {\n  expect bob is both\n}`));
    assert.equal(lens?.command, 'checkExpectations');
  });

  it('says what it said before while a line of it is typed', () => {
    const before = check(`${network}${flow}${exercise}`);
    const after = check(`${network}${flow}${exercise.replace('bob is client', 'bob is')}`, before);
    const shown = lensesWhileTyping(after, lensesWhileTyping(before, undefined));
    assert.equal(shown.lenses[1]?.title, '2 of 6 points: 2 checks do not hold yet');
  });

  it('leaves the outcome of each line to the hints', () => {
    assert.deepEqual(hints(`${network}${flow}${exercise}`, 9), [
      '11: ✓',
      '12: ✗ found: bob is both',
      '13: ✗ found: napster is server',
    ]);
  });
});

describe('lenses while somebody types', () => {
  const get = 'alice -> bob : get "song.mp3"';
  const whole = `${network}${flow}expect alice is client\nexpect bob is both\n`;
  const titles = (...texts: readonly string[]) => typed(...texts).map(({ title }) => title);
  const [found, hold] = ['Run · 6 steps · 60 ms · hybrid', '✓ all 2 hold'];

  it('stay in their places and say what they said, until the line is whole', () => {
    const lines = (of: readonly Lens[]) => of.map(({ span }) => span.line);
    for (const half of ['alice -> bob : g', 'alice -> bo : get "song.mp3"']) {
      const step = typed(whole, whole.replace(get, 'alice'), whole.replace(get, half));
      assert.deepEqual([lines(step), step[0]?.title], [lines(typed(whole)), found]);
    }
    assert.deepEqual(titles(whole, whole.replace('alice is client', 'alice is')), [found, hold]);
    assert.deepEqual(titles(whole, whole.replace('"Find" {', '"Fi" {'))[0], found);
    assert.deepEqual(titles(whole, whole.replace('"Find" {', '"Fi'))[0], found);
    assert.match(titles(whole, whole.replace(`  ${get}\n`, ''))[0] ?? '', /4 steps/);
  });

  it('say what is so once a mistake is left standing', () => {
    const half = whole.replace(get, 'alice -> bob : g');
    assert.match(titles(whole, half, `// now\n${half}`)[0] ?? '', /4 steps/);
    const longer = half.replace('  alice -> bob', '  alice -> napster : lookup "song.mp3"\n  alice -> bob');
    assert.match(titles(whole, half, longer)[0] ?? '', /6 steps .* client-server/);
    assert.match(
      titles(whole, half, longer, longer.replace('bob : g', 'bob : ge'))[0] ?? '',
      /6 steps .* client-server/,
    );
    const claim = whole.replace('alice is client', 'alice is');
    assert.deepEqual(titles(whole, claim, `// now\n${claim}`)[1], '✓ 1 hold, 1 not checked');
  });

  it('keep to their flow when it moves', () => {
    const [first, second] = ['flow "1" {\n  a -> b : "x"\n}\n', 'flow "2" {\n  wait 1s\n  wai\n}\n'];
    const then = titles(`host a, b\n${first}${second.replace('wai\n', '\n')}`);
    assert.deepEqual(titles(`host a, b\n${first}${second.replace('wai\n', '\n')}`, `host a, b\n${second}${first}`), [
      then[1],
      then[0],
    ]);
  });

  it('do not break a run of expectations at the line that is being typed', () => {
    const claims = 'expect alice is client\nexp\nexpect bob is both\n';
    assert.deepEqual(lenses(`${network}${flow}${claims}`).slice(1), ['10: ✓ all 2 hold']);
  });
});

describe('hints at the ends of lines', () => {
  it('show the roles that hosts take, by name where a line declares several', () => {
    assert.deepEqual(hints(`${network}${flow}`, 0, 3), ['2: → server', '3: → client', '4: → bob: both']);
    assert.deepEqual(hints('host a, b\nhost peer[3]\nhost web\nflow "f" {\n  a, b, peer -> web : "x"\n}'), [
      '1: → client',
      '2: → client',
      '3: → server',
    ]);
  });

  it('name the services where there are several', () => {
    const text =
      'host a runs x client, y server\nhost b runs x server, y client\nflow "f" {\n  a -> b : "1"\n  b -> a : "2"\n}';
    assert.deepEqual(hints(text), ['1: → client of x · server of y', '2: → server of x · client of y']);
  });

  it('show what a lookup finds: who, nobody, or who is gone', () => {
    const text = `${network}flow "f" {
  alice -> napster : lookup "song.mp3"
  bob, carol -> napster : register "song.mp3"
  alice -> napster : lookup "song.mp3"
  offline bob
  alice -> napster : lookup "song.mp3"
}`;
    assert.deepEqual(hints(text, 4), ['6: → nobody', '8: → bob, carol', '10: → bob (offline), carol']);
  });

  it('show from whom an application gets what it fetches, and lead to that host', () => {
    const text = `${network}flow "f" {\n  alice fetches "song.mp3"\n}`;
    assert.deepEqual(hints(text, 4), ['6: → bob, carol · from bob']);
    const [hint] = hintsOf(check(text), 4, 10);
    assert.deepEqual(hint?.parts.find((part) => part.text === 'carol')?.span, { line: 3, start: 10, end: 15 });
    assert.deepEqual(hint?.tooltip, [
      'In “f”, napster answers alice: bob and carol for “song.mp3”.',
      'bob sends it to alice.',
    ]);
  });

  it('name a few of many who send, and count the others', () => {
    const text = `
service coin uses gossip
host node[6] runs coin peer
link node over coin as line
flow "News" {
  node[1] publishes "block"
}`;
    assert.deepEqual(hints(text, 5), ['6: from node[1], node[2], node[3] and 2 more']);
  });

  it('show each expectation of a run with its outcome, and none where it stands alone', () => {
    const claims =
      'expect alice is client\nexpect bob is server\nexpect "Find" sends < 9 messages\n\nexpect bob is both';
    assert.deepEqual(hints(`${network}${flow}${claims}`, 9), ['10: ✓', '11: ✗ found: bob is both', '12: ✓ 6 messages']);
  });

  it('are only those of the lines that are asked for', () => {
    assert.deepEqual(hints(`${network}${flow}`, 6, 6), ['7: → bob']);
  });
});

describe('roles while somebody types', () => {
  const get = '  alice -> bob : get "song.mp3"';
  const whole = `${network}${flow}`;
  const shown = (...texts: readonly string[]) => {
    const none: ShownRoles | undefined = undefined;
    const last = texts.reduce<ShownRoles | undefined>((before, text) => rolesWhileTyping(check(text), before), none);
    return last?.view.analysis.roles ?? [];
  };
  const roles = (...texts: readonly string[]) =>
    shown(...texts).map(({ host, exercised }) => `${host.name} ${exercised}`);

  it('are what they were, until the line is whole', () => {
    for (const half of ['  alice -> bob : g', '  alice -> bo : get "song.mp3"']) {
      const typing = `${network}host dora\n${flow}`.replace(get, half);
      assert.equal(roles(typing)[2], 'bob client', half);
      assert.deepEqual(roles(whole, whole.replace(get, '  alice'), typing), [...roles(whole), 'dora undefined'], half);
    }
  });

  it('change with the text when it is in order, and when a mistake is left standing', () => {
    assert.equal(roles(whole, whole.replace(`${get}\n`, ''))[2], 'bob client');
    const half = whole.replace(get, '  alice -> bob : g');
    assert.equal(roles(whole, half, `// now\n${half}`)[2], 'bob client');
    assert.equal(roles(whole, half, `// now\n${half}`, `// now\n${half.replace(': g', ': ge')}`)[2], 'bob client');
  });

  it('come with the evidence that is there now, in its lines', () => {
    const typing = `host dora\n${whole}`.replace(get, '  alice -> bob : g');
    const bob = shown(whole, typing).find(({ host }) => host.name === 'bob');
    assert.equal(bob?.exercised, 'both');
    assert.deepEqual(
      bob?.evidence.exercised.map(({ role, span }) => [role, span.line]),
      [['client', 6]],
    );
  });
});

describe('names are coloured', () => {
  const text = `${network}switch lan\nlink napster, alice, bob, carol -- lan\n${flow}`;
  const coloured = (first: number, last: number) =>
    tokensOf(check(text), first, last).map(({ line, start, length, type, role }) => {
      const word = text.split('\n')[line]?.slice(start, start + length);
      return `${word} ${type}${role === undefined ? '' : `.${role}`}`;
    });

  it('by what they stand for, and hosts by the role that they take, everywhere', () => {
    assert.deepEqual(coloured(0, 0), ['music service']);
    assert.deepEqual(coloured(3, 3), ['bob host.both', 'carol host', 'music service', '"song.mp3" resource']);
    assert.deepEqual(coloured(4, 4), ['lan device']);
    assert.deepEqual(coloured(7, 7), ['bob host.both', 'napster host.server', '"song.mp3" resource']);
    assert.deepEqual(coloured(8, 8), ['alice host.client', 'napster host.server', '"song.mp3" resource']);
  });

  it('in the order of the file, and a group by what its members do together', () => {
    const group = 'host peer[2]\nflow "f" {\n  peer[1] -> peer[2] : "x"\n}';
    assert.deepEqual(
      tokensOf(check(group), 0, 9).map(({ line, start, role }) => [line, start, role]),
      [
        [0, 5, 'both'],
        [2, 2, 'both'],
        [2, 13, 'both'],
      ],
    );
  });

  const { contributes } = JSON.parse(readFileSync('package.json', 'utf8'));

  it('in ways that the manifest declares', () => {
    const ids = (declared: readonly { readonly id: string }[]) => declared.map(({ id }) => id);
    assert.deepEqual(ids(contributes.semanticTokenTypes), tokenTypes);
    assert.deepEqual(ids(contributes.semanticTokenModifiers), tokenModifiers);
  });

  it('so that they can be read on the background of each kind of theme (WCAG 2.1, 4.5 to 1)', () => {
    const backgrounds = [
      ['[*Light*]', '#ffffff', '#fdf6e3', '#f5f5f5'],
      ['[*Dark*]', '#1e1e1e', '#1f1f1f', '#002b36', '#390000', '#000c18', '#272822', '#002451'],
      ['[Default High Contrast]', '#000000'],
      ['[Default High Contrast Light]', '#ffffff'],
    ] as const;
    const customised = Object.entries(contributes.configurationDefaults['editor.semanticTokenColorCustomizations']);
    assert.equal(customised.length, backgrounds.length);
    for (const [place, [theme, ...behind]] of backgrounds.entries()) {
      const [name, { rules }] = customised[place] as [string, { readonly rules: Readonly<Record<string, string>> }];
      assert.ok(name.startsWith(theme), name);
      for (const [token, colour] of Object.entries(rules)) {
        for (const background of behind) {
          const ratio = contrast(colour, background);
          assert.ok(ratio >= 4.5, `${token} ${colour} on ${background}: ${ratio.toFixed(2)}`);
        }
      }
    }
  });
});

/** Of two colours such as `#0b5cad`; https://www.w3.org/TR/WCAG21/#dfn-contrast-ratio */
function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
