import assert from 'node:assert/strict';
import { type LinesEdit, pinEdits, unpinEdits } from '../../src/editor/pins';
import { compile } from '../../src/language/compile';

function applied(text: string, edits: readonly LinesEdit[]): string {
  const lines = text.split('\n');
  for (const { first, last, lines: next } of [...edits].reverse()) lines.splice(first, last - first + 1, ...next);
  return lines.join('\n');
}

function pinned(text: string, places: Readonly<Record<string, readonly [number, number]>>): string {
  const wanted = new Map(Object.entries(places).map(([name, [x, y]]) => [name, { x, y }]));
  const result = applied(text, pinEdits(compile(text), wanted));
  const { topology, diagnostics } = compile(result);
  assert.deepEqual(
    diagnostics.filter(({ severity }) => severity === 'error'),
    [],
    result,
  );
  for (const [name, place] of wanted) {
    const node = topology.nodes.find((candidate) => (candidate.group ?? candidate.name) === name);
    assert.deepEqual(node?.at, { x: Math.round(place.x), y: Math.round(place.y) }, result);
  }
  assert.deepEqual(
    topology.nodes.map(({ name }) => name),
    compile(text).topology.nodes.map(({ name }) => name),
  );
  return result;
}

function unpinned(text: string, names?: readonly string[]): string {
  return applied(text, unpinEdits(compile(text), names && new Set(names)));
}

describe('pins', () => {
  it('write a place behind a declaration, before a comment or a block', () => {
    assert.equal(pinned('host alice // the first', { alice: [3, -4.4] }), 'host alice at (3, -4) // the first');
    assert.equal(
      pinned('host bob : both {\n  note "at (1, 2)"\n}', { bob: [1, 2] }),
      'host bob : both at (1, 2) {\n  note "at (1, 2)"\n}',
    );
    assert.equal(pinned('switch lan', { lan: [0, 0] }), 'switch lan at (0, 0)');
    assert.equal(pinned('host peer[5] : both', { peer: [7, 8] }), 'host peer[5] : both at (7, 8)');
  });

  it('replace the place that is there, wherever it stands', () => {
    assert.equal(pinned('host a at (1, 1) up 1Mbps', { a: [2, 2] }), 'host a up 1Mbps at (2, 2)');
    assert.equal(
      pinned('host a {\n  up 1Mbps at (1, 1)\n  // why\n  note "x"\n}', { a: [2, 2] }),
      'host a at (2, 2) {\n  up 1Mbps\n  // why\n  note "x"\n}',
    );
    assert.equal(pinned('host a {\n  at (1, 1)\n}', { a: [2, 2] }), 'host a at (2, 2) {\n}');
  });

  it('give hosts that share a declaration declarations of their own, in their order', () => {
    assert.equal(
      pinned('  host ann, bo, cy, di : both runs files peer', { cy: [5, 6] }),
      '  host ann, bo : both runs files peer\n  host cy : both runs files peer at (5, 6)\n  host di : both runs files peer',
    );
    assert.equal(
      pinned('host a, b {\n  up 1Mbps\n}\nswitch s', { a: [1, 1], b: [2, 2], s: [3, 3] }),
      'host a at (1, 1) {\n  up 1Mbps\n}\nhost b at (2, 2) {\n  up 1Mbps\n}\nswitch s at (3, 3)',
    );
    assert.equal(pinned('router x, y[3], z', { y: [1, 1] }), 'router x\nrouter y[3] at (1, 1)\nrouter z');
  });

  it('change nothing where the places are the same', () => {
    assert.deepEqual(pinEdits(compile('host a at (1, 2)\nhost b'), new Map([['a', { x: 1.2, y: 2 }]])), []);
  });

  it('leave lines alone that are not understood', () => {
    assert.deepEqual(pinEdits(compile('host a runs\nhost b {'), new Map([['a', { x: 1, y: 2 }]])), []);
  });

  it('can be taken out again, all or some', () => {
    assert.equal(unpinned('host a at (1, 2) // x\nswitch s at (0, 0)'), 'host a // x\nswitch s');
    assert.equal(
      unpinned('host a, b at (1, 2)\nswitch s at (0, 0)', ['b']),
      'host a at (1, 2)\nhost b\nswitch s at (0, 0)',
    );
    assert.equal(unpinned('host a lists "at (3, 4)" at b\nhost b'), 'host a lists "at (3, 4)" at b\nhost b');
  });
});
