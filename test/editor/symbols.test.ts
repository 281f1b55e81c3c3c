// The outline: one symbol a line, its kind, name, detail and range of lines, children indented.

import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Position, Range } from '../../src/editor/position';
import { declaredIn, isSought, type OutlineSymbol, outlineOf } from '../../src/editor/symbols';
import { parse } from '../../src/language/tree';
import { anyText } from './any-text';

function show({ kind, name, detail, range, children }: OutlineSymbol): readonly string[] {
  const lines = range.start.line === range.end.line ? `${range.start.line}` : `${range.start.line}-${range.end.line}`;
  const own = `${lines} ${kind} ${name}${detail === '' ? '' : ` (${detail})`}`;
  return [own, ...children.flatMap(show).map((line) => `  ${line}`)];
}

function checkOutline(text: string, expected: string): void {
  assert.equal(outlineOf(parse(text)).flatMap(show).join('\n'), expected.trim());
}

describe('the outline', () => {
  it('holds exercises with their points, and what they check below them, and leaves questions out', () => {
    checkOutline(
      `exercise "Roles" {
  task "Look."
  points 2 expect   a is client otherwise "Look again."
  expect b is server
}
flow "f" {
  ask "Who?"
  a -> b : "x"
}
expect a is client otherwise "No."`,
      `
0-4 exercise Roles (3 points)
  2 expectation a is client
  3 expectation b is server
5-8 flow f (1 step)
  7 step a -> b : "x"
9 expectation a is client`,
    );
  });

  it('holds declarations with what tells them apart, flows with their steps, and expectations below one entry', () => {
    checkOutline(
      `topology "Shop"
service web uses cache // fast
switch lan
host browser[3] : client runs web client, sql client
host db, spare runs sql server
host shop : server {
  runs web edge
  up 1Mbps
}
link browser, db, spare, shop -- lan
flow "Look" {
  note "First"
  browser   ->   shop : get "x" {
    shop -> db : "SELECT"
  } otherwise {
    wait 1s
  }
  together {
    repeat 2 {
      browser joins web
    }
  }
}
scenario "slow" {
  set shop up 1kbps
}
expect shop is server
expect "Look" fails when "slow"

router r
expect db carries no data`,
      `
0 title Shop
1 service web (cache)
2 device lan (switch)
3 group browser[3] (client · web client, sql client)
4 host db (sql server)
4 host spare (sql server)
5-8 host shop (server · web edge)
10-22 flow Look (2 steps)
  12-16 step browser -> shop : get "x"
    13 step shop -> db : "SELECT"
    14-16 block otherwise
      15 step wait 1s
  17-21 block together
    18-20 block repeat 2
      19 step browser joins web
23-25 scenario slow
  24 change set shop up 1kbps
26-27 expectations Expectations (2)
  26 expectation shop is server
  27 expectation "Look" fails when "slow"
29 device r (router)
30 expectation db carries no data`,
    );
  });

  it('names what has no name yet by what is written', () => {
    checkOutline(
      'topology\nflow {\n  a -> b\n}\nscenario ""\nexpect',
      '0 title topology\n1-3 flow flow (1 step)\n  2 step a -> b\n4 scenario scenario ""\n5 expectation expect',
    );
  });

  it('holds a flow whose braces are missing', () => {
    checkOutline(
      'flow "f"\n  a -> b : "x"\n  wait 1s\nflow "g" {\n  a -> b : "x" {\n    b -> c : "y"\n  otherwise {\n    wait 1s\nhost a',
      `
0-2 flow f (2 steps)
  1 step a -> b : "x"
  2 step wait 1s
3-7 flow g (1 step)
  4-7 step a -> b : "x"
    5-7 step b -> c : "y"
      6-7 block otherwise
        7 step wait 1s
8 host a`,
    );
  });

  it('selects the name, of a group and of several on a line too', () => {
    const text = 'host peer[3], a\nflow "f" {\n}\n  expect a is client // why';
    const lines = text.split('\n');
    const taken = outlineOf(parse(text)).map(({ selection: { start, end } }) =>
      lines[start.line]?.slice(start.column, end.column),
    );
    assert.deepEqual(taken, ['peer', 'a', '"f"', 'expect a is client']);
  });

  it('takes the whole line for a declaration, and of several on a line the names alone', () => {
    const columns = (text: string) =>
      outlineOf(parse(text)).map(({ range: { start, end } }) => text.slice(start.column, end.column));
    assert.deepEqual(columns('  host a : client // why '), ['host a : client // why']);
    assert.deepEqual(columns('switch a, b at (1, 2)'), ['a', 'b']);
    assert.deepEqual(columns('topology "  '), ['topology "  ']);
  });

  it('gives what can be looked for from elsewhere: hosts, services, flows and scenarios', () => {
    const text =
      'topology "T"\nservice s\nhost a, p[2]\ncloud c\nlink a -- c\nflow "f" {\n  wait 1s\n}\nscenario "n" {\n}\nexpect a is client';
    const { title, symbols } = declaredIn(parse(text));
    assert.equal(title, 'T');
    assert.deepEqual(
      symbols.map(({ name }) => name),
      ['s', 'a', 'p[2]', 'c', 'f', 'n'],
    );
  });

  it('finds a name by some of its letters in their order', () => {
    const found = (typed: string) => ['Find and fetch', 'alice', 'Élan'].filter((name) => isSought(name, typed));
    assert.deepEqual(found('fnf'), ['Find and fetch']);
    assert.deepEqual(found('find fetch'), ['Find and fetch']);
    assert.deepEqual(found('AL'), ['alice']);
    assert.deepEqual(found('él'), ['Élan']);
    assert.deepEqual(found('la'), ['Élan']);
    assert.deepEqual(found('ecila'), []);
    assert.equal(found('').length, 3);
  });

  it('has ranges within the file that hold their names and their children, whatever the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const tree = parse(text);
        const last = tree.lines.length - 1;
        const end = { line: last, column: tree.lines[last]?.text.length ?? 0 };
        const file = { start: { line: 0, column: 0 }, end };
        const visit = (symbols: readonly OutlineSymbol[], outer: Range): void => {
          for (const { name, range, selection, children } of symbols) {
            assert.notEqual(name, '');
            assert.ok(isWithin(range, outer), JSON.stringify({ text, name, range, outer }));
            assert.ok(isWithin(selection, range), JSON.stringify({ text, name, selection, range }));
            visit(children, range);
          }
        };
        visit(outlineOf(tree), file);
      }),
    );
  });
});

function isWithin(inner: Range, outer: Range): boolean {
  const key = ({ line, column }: Position) => line * 1_000_000 + column;
  return key(outer.start) <= key(inner.start) && key(inner.start) <= key(inner.end) && key(inner.end) <= key(outer.end);
}
