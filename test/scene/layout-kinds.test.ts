import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { Topology } from '../../src/language/topology';
import type { Point } from '../../src/scene/block';
import { hidden } from '../../src/scene/clearance';
import { drawn } from '../../src/scene/drawn';
import { nodeHeight, nodeWidth } from '../../src/scene/free-places';
import { layout } from '../../src/scene/layout';
import { type LayoutKind, layoutKinds } from '../../src/scene/scene';
import { topologyOf } from './scene';

type Places = ReadonlyMap<string, Point>;

function arranged(topology: Topology, kind: LayoutKind = 'automatic', previous?: Places): Map<string, Point> {
  return layout(topology, previous, { layout: kind, folding: new Map() });
}

function at(places: Places, id: string): Point {
  const point = places.get(id);
  assert.ok(point, `${id} has no place`);
  return point;
}

function overlapping(places: Places): string[] {
  const all = [...places];
  return all.flatMap(([a, p], index) =>
    all
      .slice(index + 1)
      .filter(([, q]) => Math.abs(p.x - q.x) < nodeWidth && Math.abs(p.y - q.y) < nodeHeight)
      .map(([b]) => `${a} and ${b}`),
  );
}

/** Along what messages move: cables, and where there are none, straight from one to the other. */
function ways(topology: Topology) {
  const { edges } = drawn(topology);
  const cables = edges.filter(({ kind }) => kind === 'cable');
  return cables.length > 0 ? cables : edges;
}

function behindOthers(topology: Topology, places: Places): string[] {
  return hidden(places, ways(topology)).map(([{ from, to }, id]) => `${from} – ${to} behind ${id}`);
}

const examples = readdirSync('examples').filter((name) => name.endsWith('.topo'));
const networks = fc.record({
  hosts: fc.integer({ min: 1, max: 18 }),
  servers: fc.integer({ min: 0, max: 4 }),
  devices: fc.integer({ min: 0, max: 5 }),
  cables: fc.array(fc.tuple(fc.nat(30), fc.nat(30)), { maxLength: 30 }),
  overlay: fc.boolean(),
});

function networkOf({
  hosts,
  servers,
  devices,
  cables,
  overlay,
}: typeof networks extends fc.Arbitrary<infer T> ? T : never) {
  const named = (letter: string, count: number) => Array.from({ length: count }, (_, index) => `${letter}${index}`);
  const names = [...named('h', hosts), ...named('s', servers), ...named('d', devices)];
  const links = cables.flatMap(([a, b]) => {
    const [from, to] = [names[a % names.length], names[b % names.length]];
    return from === to ? [] : [`link ${from} -- ${to}`];
  });
  return topologyOf(
    [
      'service talk uses gossip',
      ...named('h', hosts).map((name) => `host ${name} runs talk peer`),
      ...named('s', servers).map((name) => `host ${name} : server`),
      ...named('d', devices).map((name) => `switch ${name}`),
      ...links,
      ...(overlay && hosts > 2 ? [`link ${named('h', hosts).join(', ')} over talk as ring`] : []),
    ].join('\n'),
  );
}

describe('every kind of layout', () => {
  it('gives each node a place of its own, the same each time, with room for names', () => {
    fc.assert(
      fc.property(networks, fc.constantFrom(...layoutKinds), (shape, kind) => {
        const topology = networkOf(shape);
        const places = arranged(topology, kind);
        assert.equal(places.size, topology.nodes.length);
        assert.deepEqual(overlapping(places), []);
        assert.deepEqual([...arranged(topology, kind)], [...places]);
      }),
      { numRuns: 400 },
    );
  });

  it('lets pins win, and an edit keeps all places', () => {
    fc.assert(
      fc.property(networks, fc.constantFrom(...layoutKinds), (shape, kind) => {
        const topology = networkOf(shape);
        const before = arranged(topology, kind);
        const more = networkOf({ ...shape, hosts: shape.hosts + 2 });
        const after = arranged(more, kind, before);
        for (const [id, point] of before) assert.deepEqual(after.get(id), point);
      }),
      { numRuns: 100 },
    );
    const pinned = topologyOf('host a at (10, 2000)\nhost b, c\nswitch s\nlink a, b, c -- s');
    for (const kind of layoutKinds) assert.deepEqual(arranged(pinned, kind).get('a'), { x: 10, y: 2000 });
  });
});

describe('star', () => {
  it('has the device in the middle and its peers around it', () => {
    const places = arranged(topologyOf('host p[6] : both\nswitch s\nlink p -- s'), 'automatic');
    const hub = at(places, 's');
    const angles = Array.from({ length: 6 }, (_, index) => {
      const { x, y } = at(places, `p[${index + 1}]`);
      return Math.atan2(y - hub.y, x - hub.x);
    }).sort((a, b) => a - b);
    angles.forEach((angle, index) => {
      const next = angles[(index + 1) % 6] as number;
      const gap = (next - angle + 2 * Math.PI) % (2 * Math.PI);
      assert.ok(gap > 0.7 && gap < 1.4, `${gap} between neighbours`);
    });
  });

  it('has the servers in its upper part', () => {
    const places = arranged(topologyOf('host web : server\nhost p[7] : client\nswitch s\nlink web, p -- s'));
    for (const [id, { y }] of places) assert.ok(id === 'web' || y > at(places, 'web').y);
  });

  it('goes on in the same direction behind those next to the middle', () => {
    const text =
      'switch core, left, right\nhost a[3]\nhost b[3]\nlink left, right -- core\nlink a -- left\nlink b -- right';
    const places = arranged(topologyOf(text), 'star');
    const core = at(places, 'core');
    const distance = (id: string) => Math.hypot(at(places, id).x - core.x, at(places, id).y - core.y);
    for (const id of ['a[1]', 'a[2]', 'b[3]']) assert.ok(distance(id) > distance('left'));
  });
});

describe('tiers', () => {
  it('stand in the order in which services ask each other', () => {
    const text = `host browser, app, shop, users, db
flow "f" {
  browser -> shop : "a" {
    shop -> users : "b" {
      users -> db : "c"
    }
  }
  app -> shop : "a" {
    shop -> db : "c"
  }
}`;
    const places = arranged(topologyOf(text), 'tiers');
    const heights = ['browser', 'shop', 'users', 'db'].map((id) => at(places, id).y);
    assert.deepEqual(
      heights,
      [...heights].sort((a, b) => b - a),
    );
    assert.equal(at(places, 'browser').y, at(places, 'app').y);
  });
});

describe('ring and mesh', () => {
  it('put neighbours of an overlay ring side by side', () => {
    const text = 'service chat uses gossip\nhost p[7] runs chat peer\nlink p over chat as ring';
    for (const kind of ['ring', 'automatic'] as const) {
      const places = arranged(topologyOf(text), kind);
      const apart = (a: number, b: number) =>
        Math.hypot(
          at(places, `p[${a}]`).x - at(places, `p[${b}]`).x,
          at(places, `p[${a}]`).y - at(places, `p[${b}]`).y,
        );
      for (let member = 1; member < 7; member++)
        assert.ok(apart(member, member + 1) < apart(member, ((member + 2) % 7) + 1));
    }
  });

  it('put peers without cables on a circle, so that nobody stands between two others', () => {
    const topology = topologyOf(`service talk uses mesh
host hub runs talk server
host p[7] runs talk peer
flow "f" {
  call p
}`);
    assert.deepEqual(behindOthers(topology, arranged(topology)), []);
  });
});

describe('tree', () => {
  it('has each node below the one that leads to it', () => {
    const text = 'router r\nswitch a, b\nhost x[3]\nhost y[3]\nlink r -- a, b\nlink x -- a\nlink y -- b';
    const places = arranged(topologyOf(text), 'tree');
    const [top] = [...places].sort((p, q) => p[1].y - q[1].y);
    assert.ok(top);
    assert.equal([...places.values()].filter(({ y }) => y === top[1].y).length, 1);
  });
});

describe('the middle of a network', () => {
  it('is the root of a tree and the middle of a star, even where more hangs on others', () => {
    const text =
      'switch left, core, right\nhost a[3]\nhost b[3]\nlink left, right -- core\nlink a -- left\nlink b -- right';
    const tree = arranged(topologyOf(text), 'tree');
    for (const [id, { y }] of tree) assert.ok(id === 'core' || y > at(tree, 'core').y);
    const star = arranged(topologyOf(text), 'star');
    assert.ok(Math.abs(at(star, 'left').x - at(star, 'core').x + at(star, 'right').x - at(star, 'core').x) < 5);
  });
});

describe('the automatic layout', () => {
  for (const name of examples) {
    it(`lets no message pass behind a node of ${name}`, () => {
      const topology = topologyOf(readFileSync(`examples/${name}`, 'utf8'));
      assert.deepEqual(behindOthers(topology, arranged(topology)), []);
    });
  }

  it('is the one by forces for a network of no particular shape', () => {
    const text = `router r[6]
link r[1] -- r[2], r[3], r[4]
link r[2] -- r[3]
link r[4] -- r[5], r[6]
link r[5] -- r[6]`;
    const topology = topologyOf(text);
    assert.deepEqual(behindOthers(topology, arranged(topology)), []);
    assert.deepEqual(arranged(topology), arranged(topology, 'force'));
  });
});
