// All fixes of a kind at once, and those that need no thought: what they write in one place together, and what they leave alone.

import assert from 'node:assert/strict';
import { check } from '../../src/analysis/check';
import { fixAllLike, isBest, offersFor, safeFixes } from '../../src/editor/fix-all';
import { compile } from '../../src/language/compile';
import { type Diagnostic, diagnostic } from '../../src/language/source';
import { applyFix, withoutIndentation } from '../language/check';

describe('fixing all of a kind', () => {
  it('says how many there are, and what it does', () => {
    const { title, fixed } = fixAll(
      `
      host alice
      host bob
      flow "A" {
        alcie -> bob : "hello"
        bob -> alcie : "hello"
      }`,
      'Change to “alice”',
    );
    assert.equal(title, 'Fix all 2: change to “alice”');
    assert.equal(fixed, 'host alice\nhost bob\nflow "A" {\n  alice -> bob : "hello"\n  bob -> alice : "hello"\n}');
  });

  it('writes once what several need, and each of several next to each other', () => {
    const { title, fixed } = fixAll(
      `
      host alice
      flow "A" {
        alice -> shop : "hello"
        alice -> forum : "hello"
        shop -> forum : "hello"
      }`,
      'Declare host shop',
    );
    assert.equal(title, 'Fix all 4: declare host shop and forum');
    assert.match(fixed, /^host alice\nhost shop\nhost forum\nflow "A" \{/);
  });

  it('adds software once, whoever needs it', () => {
    const { title, fixed } = fixAll(
      `
      host alice, dave
      host bob, carol runs web server
      flow "A" {
        alice -> bob : "hello"
        dave -> carol : "hello"
      }
      host erik
      flow "B" {
        erik -> bob : "hello"
      }`,
      'Let alice and dave run web client',
    );
    assert.equal(title, 'Fix all 3: let … run web client');
    assert.match(fixed, /^host alice, dave runs web client\n[\s\S]*\nhost erik runs web client\n/);
  });

  it('says what is written where that differs, as far as a menu has room for it', () => {
    const signs = 'host a\nflow "A" {\n  a -> a : “a”\n  a -> a "b"\n}\nexpect "A" takes => 1s';
    assert.equal(fixAll(signs, 'Write >=').title, 'Fix all 3: write "a", a colon and >=');
    const long = Array.from({ length: 3 }, (_, number) => `${'x'.repeat(30)}${number}`);
    const text = `host alice\nflow "A" {\n${long.map((name) => `  alice -> ${name} : "a"`).join('\n')}\n}`;
    assert.equal(fixAll(text, `Declare host ${long[0]}`).title, 'Fix all 3: declare host …');
  });

  it('leaves no blank lines between the first hosts of a file', () => {
    const flow = 'flow "A" {\n  alice -> bob : "hello"\n}';
    assert.equal(fixAll(flow, 'Declare host alice').fixed, `host alice\nhost bob\n\n${flow}`);
    const titled = `topology "A"\n\n${flow}`;
    assert.equal(fixAll(titled, 'Declare host alice').fixed, `topology "A"\n\nhost alice\nhost bob\n\n${flow}`);
  });

  it('declares a group that is large enough for all who speak of it', () => {
    const { fixed } = fixAll(
      `
      host alice
      flow "A" {
        alice -> peer[3] : "hello"
        alice -> peer[12] : "hello"
        alice -> peer[9] : "hello"
      }`,
      'Declare host peer[3]',
    );
    assert.match(fixed, /^host alice\nhost peer\[12\]\nflow "A" \{/);
    assert.deepEqual(check(fixed).compilation.diagnostics, []);
  });

  it('keeps names apart that several would give', () => {
    const flow = 'flow "A" {\n  wait 1s\n}';
    const { fixed } = fixAll(`${flow}\n${flow}\n${flow}`, 'Rename it to A 2');
    assert.deepEqual(
      [...fixed.matchAll(/flow (".*")/g)].map(([, name]) => name),
      ['"A"', '"A 2"', '"A 3"'],
    );
  });

  it('writes a scenario once, before the first that speaks of it', () => {
    const claims = 'expect a is client when "dark"\nexpect b is server when "dark"\nexpect a is client when "dim"';
    const { title, fixed } = fixAll(`host a, b\n${claims}`, 'Write the scenario “dark”');
    assert.equal(title, 'Fix all 3: write the scenario “dark” and “dim”');
    assert.deepEqual(fixed.match(/^scenario ".*"/gm), ['scenario "dark"', 'scenario "dim"']);
    assert.ok(fixed.indexOf('scenario "dark"') < fixed.indexOf(claims.split('\n')[0] ?? ''));
    assert.doesNotMatch(fixed, /\n\n\n/);
    assert.deepEqual(check(fixed).compilation.diagnostics, []);
  });

  it('takes only what is the same where there are alternatives', () => {
    const { title, fixed } = fixAll(
      `
      host a, b runs web peer, mail peer
      flow "A" {
        a -> b : "one"
        b -> a : "two"
      }`,
      'Send it over mail',
    );
    assert.equal(title, 'Fix all 2: send it over mail');
    assert.match(fixed, /"one" over mail\n {2}b -> a : "two" over mail/);
  });

  it('leaves out what contradicts what is made already', () => {
    const replacing = (start: number, end: number, text: string): Diagnostic => {
      const span = { line: 0, start, end };
      return diagnostic('unknown-word', span, text, { fixes: [{ title: 'Write it', edits: [{ span, text }] }] });
    };
    const known = [replacing(0, 4, 'a'), replacing(2, 6, 'b'), replacing(4, 8, 'c'), replacing(4, 8, 'd')];
    const [first] = known;
    const [fix] = first?.fixes ?? [];
    assert.ok(first && fix);
    const all = fixAllLike(known, first, fix);
    assert.deepEqual(
      [all?.title, all?.diagnostics.map(({ message }) => message), all?.edits.map(({ text }) => text)],
      ['Fix all 2: write it', ['a', 'c'], ['a', 'c']],
    );
  });

  it('leaves one blank line between blocks that several write in one place', () => {
    const span = { line: 1, start: 0, end: 0 };
    const writing = (name: string): Diagnostic => {
      const fixes = [{ title: `Write ${name}`, edits: [{ span, text: `\nflow "${name}" {\n}\n\n` }] }];
      return diagnostic('unknown-flow', span, name, { fixes });
    };
    const known = [writing('A'), writing('B')];
    const [first] = known;
    assert.ok(first?.fixes[0]);
    const edits = fixAllLike(known, first, first.fixes[0])?.edits;
    assert.deepEqual(edits, [{ span, text: '\nflow "A" {\n}\n\nflow "B" {\n}\n\n' }]);
  });

  it('is not offered where one fix does it all, nor for what the file expects', () => {
    const once = 'host alice\nflow "A" {\n  alice -> bob : "one"\n  alice -> bob : "two"\n}';
    assert.equal(offerFor(once, 'Declare host bob'), undefined);
    const claims = 'host a, b\nflow "A" {\n  a -> b : "x"\n}\nexpect a is server\nexpect b is client';
    assert.equal(offerFor(claims, 'Expect what happens now: a is client'), undefined);
  });
});

describe('what is offered for several reports', () => {
  it('is each fix for its own, and all of a kind once', () => {
    const { diagnostics } = check('host alice\nflow "A" {\n  alcie -> shop : "a"\n  alcie -> forum : "b"\n}');
    assert.deepEqual(
      offersFor(diagnostics, diagnostics).map(({ title, isBest: best }) => `${title}${best ? ' (best)' : ''}`),
      [
        'Change to “alice” (best)',
        'Fix all 2: change to “alice”',
        'Declare host alcie',
        'Fix all 4: declare host alcie, shop and forum',
        'Declare host shop (best)',
        'Change to “alice” (best)',
        'Declare host alcie',
        'Declare host forum (best)',
      ],
    );
  });

  it('is found at once in a file with very many', () => {
    const steps = Array.from({ length: 4000 }, (_, number) => `  alcie -> shop${number} : "a"`).join('\n');
    const { diagnostics } = compile(`host alice\nflow "A" {\n${steps}\n}`);
    const offers = offersFor(diagnostics, diagnostics);
    assert.equal(offers.filter(({ title }) => title.startsWith('Fix all ')).length, 2);
  }).timeout(5000);
});

describe('what needs no thought', () => {
  const repaired = (text: string): string => {
    const lines = text.split('\n');
    return applyFix(text, { title: '', edits: safeFixes(check(text).diagnostics, (line) => lines[line] ?? '') });
  };

  it('is what is misspelt in one way alone, and signs', () => {
    const wrong = 'topology “A”;\nhots alice\nhost bob upp 5Mbit/s\nflow "F" {\n  alice => bbo : "hello\n}';
    assert.equal(
      repaired(wrong),
      'topology "A";\nhost alice\nhost bob up 5Mbit/s\nflow "F" {\n  alice -> bbo : "hello\n}',
    );
    let text = wrong;
    for (let turn = 0; turn < 4; turn++) text = repaired(text);
    assert.equal(text, 'topology "A"\nhost alice\nhost bob up 5Mbps\nflow "F" {\n  alice -> bob : "hello"\n}');
  });

  it('is nothing that has to be chosen, taken away or made up', () => {
    for (const text of [
      'host peer1, peer2\nflow "A" {\n  peer3 -> peer1 : "hello"\n}',
      'host alice shares "song"\nhost bob\nflow "A" {\n  bob -> alice : get "song" 4MB\n}',
      'host alice\nflow "A" {\n  alice -> somebody : "hello"\n}',
      'host a, b runs web peer, mail peer\nflow "A" {\n  a -> b : "one"\n}',
      'host alice\n}',
    ]) {
      assert.notDeepEqual(check(text).diagnostics, []);
      assert.equal(repaired(text), text);
    }
  });
});

describe('the best fix', () => {
  const bestOf = (text: string): readonly string[] =>
    check(text).diagnostics.flatMap((one) => one.fixes.filter((fix) => isBest(one, fix)).map(({ title }) => title));

  it('is the first', () => {
    assert.deepEqual(bestOf('host alice, bob\nflow "A" {\n  alcie -> bob : "hello"\n}'), ['Change to “alice”']);
  });

  it('is none where they are alternatives, or might be the solution of an exercise', () => {
    assert.deepEqual(bestOf('host a, b runs web peer, mail peer\nflow "A" {\n  a -> b : "one"\n}'), []);
    assert.deepEqual(bestOf('host a, b\nflow "A" {\n  a -> b : "x"\n}\nexpect a is server'), []);
  });
});

function offerFor(template: string, title: string): ReturnType<typeof fixAllLike> {
  const { diagnostics } = check(withoutIndentation(template));
  const [diagnostic] = diagnostics.filter(({ fixes }) => fixes.some((fix) => fix.title === title));
  const fix = diagnostic?.fixes.find((one) => one.title === title);
  assert.ok(diagnostic && fix, diagnostics.flatMap(({ fixes }) => fixes.map((one) => one.title)).join(', '));
  return fixAllLike(diagnostics, diagnostic, fix);
}

function fixAll(template: string, title: string): { readonly title: string; readonly fixed: string } {
  const all = offerFor(template, title);
  assert.ok(all);
  return { title: all.title, fixed: applyFix(withoutIndentation(template), all) };
}
