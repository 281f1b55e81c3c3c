// Renaming: the name at $0 gets another one everywhere and nothing else changes, or a sentence says why not.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { check } from '../../src/analysis/check';
import { type NameInFile, namesOf } from '../../src/editor/names';
import { rename, renameableAt } from '../../src/editor/rename';
import { parse } from '../../src/language/tree';
import { applyFix } from '../language/check';
import { samples } from '../language/samples';
import { anyText } from './any-text';
import { marked } from './marked';

/** The text with the name at $0 renamed. */
function renamed(source: string, newName: string): string {
  const { text, tree, cursor } = marked(source);
  const edits = rename(tree, cursor, newName);
  if ('refused' in edits) assert.fail(edits.refused);
  return applyFix(text, { title: '', edits });
}

function checkRename(source: string, newName: string, expected: string): void {
  assert.equal(renamed(source, newName), expected);
}

function checkRefused(source: string, newName: string, sentence: string): void {
  const { tree, cursor } = marked(source);
  assert.deepEqual(rename(tree, cursor, newName), { refused: sentence });
}

describe('renaming', () => {
  it('changes a name wherever it stands, and neither longer names nor texts nor comments that hold it', () => {
    checkRename(
      `host b$0ob : both runs bobs peer shares "bob" // bob
host bobby, my-bob, bob2 note "bob"
link bob, bobby -- lan
flow "bob" {
  note "bob"
  bob -> bobby : "bob" replies "bob"
  bobby sends "bob"
  bob[1] => bobby : get "bob"
}`,
      'rob',
      `host rob : both runs bobs peer shares "bob" // bob
host bobby, my-bob, bob2 note "bob"
link rob, bobby -- lan
flow "bob" {
  note "bob"
  rob -> bobby : "bob" replies "bob"
  bobby sends "bob"
  rob[1] => bobby : get "bob"
}`,
    );
    checkRename(
      'host a runs web$0 client\nflow "f" {\na -> b : "web" over web\n}',
      'www',
      'host a runs www client\nflow "f" {\na -> b : "web" over www\n}',
    );
    checkRename(
      'host peer[3]\nlink pee$0r[1..2], peer[*], peer -- lan',
      'pal',
      'host pal[3]\nlink pal[1..2], pal[*], pal -- lan',
    );
  });

  it('keeps the quotes of a text and escapes what stands in them', () => {
    const text = 'flow "a$0" {\n}\nexpect "a" succeeds';
    checkRename(text, 'b "c" \\', 'flow "b \\"c\\" \\\\" {\n}\nexpect "b \\"c\\" \\\\" succeeds');
    checkRename('flow "b \\"c\\"$0" {\n}\nexpect "b \\"c\\"" succeeds', 'a', 'flow "a" {\n}\nexpect "a" succeeds');
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (name) => {
        fc.pre(name.trim() !== '' && !/[\r\n]/.test(name));
        const [line] = parse(renamed(text, name)).lines;
        assert.deepEqual(line?.statement.kind === 'flow' && line.statement.name?.text, name);
      }),
    );
  });

  it('reaches a text that is half typed', () => {
    checkRename('flow "a$0" {\n}\nexpect "a', 'b', 'flow "b" {\n}\nexpect "b');
  });

  it('shows the name without its quotes', () => {
    const { tree, cursor, spans } = marked('scenario "«the \\"in$0dex\\" is down»" {');
    assert.deepEqual(renameableAt(tree, cursor), { span: spans[0], placeholder: 'the "index" is down' });
  });

  it('changes nothing if the name stays the same', () => {
    checkRename('host a$0', ' a ', 'host a');
    checkRename('flow "a$0" {', 'a', 'flow "a" {');
  });

  it('mends a name that is nowhere declared', () => {
    checkRename('host bob\nlink bbo$0 -- lan', 'bob', 'host bob\nlink bob -- lan');
    checkRename('host bbo$0\nlink bob -- lan', 'bob', 'host bob\nlink bob -- lan');
  });
});

describe('renaming is refused', () => {
  it('where the new name is not one, with a name that could be typed', () => {
    const way = (text: string) =>
      `A name starts with a letter and goes on with letters, digits, - and _, without spaces. ${text}`;
    checkRefused('host a$0', 'my host', way('Type my-host instead.'));
    checkRefused('host a$0', '2nd', way('Type nd instead.'));
    checkRefused('host a$0', 'a-', way('Type a instead.'));
    checkRefused('host a$0', '1 flow', way('Type flow1 instead.'));
    checkRefused('host a$0', '42', way('Type a letter first.'));
    checkRefused('service a$0', '', way('Type a letter first.'));
    checkRefused('flow "a$0" {', ' ', 'A flow needs a name: type at least one letter.');
    const oneLine = 'The name of a flow stands on one line: type it without a line break.';
    checkRefused('flow "a$0" {', 'a\nb', oneLine);
  });

  it('where the new name is a word of the language, or is read as one', () => {
    checkRefused(
      'host a$0',
      'link',
      '“link” is a word of the language, so no host can be called that. Type link1 instead.',
    );
    checkRefused(
      'service a$0',
      'flow',
      '“flow” is a word of the language, so no service can be called that. Type flow1 instead.',
    );
    const text = 'host a$0\nexpect lookup "x" finds a';
    checkRefused(text, 'nothing', 'In line 2, “nothing” would not be read as the name of a host. Type another name.');
    checkRename('host a$0 : client', 'client', 'host client : client');
  });

  it('where two things of a kind would have one name, and only there', () => {
    const taken = (what: string) => `There is a ${what} already, and the two would become one. Type another name.`;
    checkRefused('host a$0, b', 'b', taken('host “b”'));
    checkRefused('host a$0\nrouter b', 'b', taken('router “b”'));
    checkRefused('host a$0\nhost b[9]', 'b', taken('host “b”'));
    checkRefused('service a$0\nhost x runs b client', 'b', taken('service “b”'));
    checkRefused('flow "a$0" {\n}\nflow "b" {\n}', 'b', taken('flow “b”'));
    checkRefused('scenario "a$0" {\n}\nscenario "b" {\n}', 'b', taken('scenario “b”'));
    checkRefused('host x shares "a$0"\nhost y shares "b"', 'b', taken('resource “b”'));
    checkRefused('host x shares "a$0"\nflow "f" {\ny -> x : put "b"\n}', 'b', taken('resource “b”'));
    checkRename('host a$0 runs b peer shares "b"\nflow "b" {', 'b', 'host b runs b peer shares "b"\nflow "b" {');
  });

  it('where there is no name', () => {
    const hint = 'Put the cursor on a name: hosts, switches, services, resources, flows and scenarios have one.';
    checkRefused('ho$0st a', 'x', `“host” is a word of the language here, not a name. ${hint}`);
    checkRefused('host a : cli$0ent', 'x', `“client” is a word of the language here, not a name. ${hint}`);
    checkRefused('host a // about a$0', 'x', `A comment has no name. ${hint}`);
    checkRefused('host a note "a$0"', 'x', `This text is in your own words, so there is nothing to rename. ${hint}`);
    checkRefused('host a\n$0', 'x', `There is no name here. ${hint}`);
    checkRefused('flow "a$0 {', 'x', 'This text has no end: close it with a double quote (") first.');
  });
});

describe('any name of a file', () => {
  const examples = readdirSync('examples').map((name) => readFileSync(`examples/${name}`, 'utf8'));
  const fresh = { node: 'Zzyzx-7', service: 'Zzyzx-7', resource: 'Zz "yz" \\ x', flow: 'Zz\\', scenario: '"Zz"' };

  for (const text of [...examples, ...samples]) {
    it(`can be renamed and named back in ${/topology (".*")/.exec(text)?.[1]}, and reports say the same of the new name`, () => {
      const before = reportsOf(text);
      for (const { line, start, kind, name } of distinctNames(text)) {
        const position = { line, column: start + 1 };
        const there = edited(text, position, fresh[kind]);
        assert.equal(edited(there, position, name), text, name);
        assert.notEqual(there, text);
        // In a distributed hash table keys are made of names: under another name a host keeps other records.
        if (text.includes('uses dht') && (kind === 'node' || kind === 'resource')) continue;
        const plain = (message: string): string => message.replaceAll(fresh[kind], name);
        assert.deepEqual(reportsOf(there).map(plain), before.map(plain), `${name} in\n${text}`);
      }
    });
  }

  it('can be renamed in a file with mistakes, or it is said why not', () => {
    const place = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(anyText, place, place, (text, down, across) => {
        const tree = parse(text);
        const line = Math.floor(down * (tree.lines.length - 1));
        const column = Math.floor(across * (tree.lines[line]?.text.length ?? 0));
        const edits = rename(tree, { line, column }, 'Zzyzx');
        if ('refused' in edits) return;
        const after = parse(applyFix(text, { title: '', edits })).lines;
        const counts = [tree.lines, after].map((lines) => lines.flatMap(namesOf).length);
        assert.equal(counts[0], counts[1], text);
        assert.ok(edits.length > 0);
      }),
    );
  });

  function edited(text: string, position: { line: number; column: number }, name: string): string {
    const edits = rename(parse(text), position, name);
    if ('refused' in edits) assert.fail(edits.refused);
    return applyFix(text, { title: '', edits });
  }

  function distinctNames(text: string): readonly NameInFile[] {
    const names = new Map<string, NameInFile>();
    for (const [line, parsed] of parse(text).lines.entries()) {
      for (const use of namesOf(parsed)) names.set(`${use.kind} ${use.name}`, { ...use, line });
    }
    return [...names.values()];
  }

  function reportsOf(text: string): readonly string[] {
    return check(text).diagnostics.map(({ code, message, span }) => `${span.line + 1} ${code} ${message}`);
  }
});
