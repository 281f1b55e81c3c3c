import assert from 'node:assert/strict';
import fc from 'fast-check';
import { diagram } from '../../src/scene/diagram';
import { drawn } from '../../src/scene/drawn';
import { nodeHeight, nodeWidth } from '../../src/scene/free-places';
import { layout, type Point } from '../../src/scene/layout';
import { hybrid, topologyOf } from './scene';

type Places = ReadonlyMap<string, Point>;

function place(places: Places, id: string): Point {
  const point = places.get(id);
  assert.ok(point, `${id} has no place`);
  return point;
}

function overlaps(places: Places): string[] {
  const all = [...places].sort((a, b) => a[1].x - b[1].x);
  const found: string[] = [];
  all.forEach(([id, { x, y }], index) => {
    for (let next = index + 1; next < all.length && (all[next]?.[1].x ?? 0) - x < nodeWidth; next++) {
      const [other, point] = all[next] as [string, Point];
      if (Math.abs(point.y - y) < nodeHeight) found.push(`${id} and ${other}`);
    }
  });
  return found;
}

describe('layout', () => {
  it('puts the index on top, the switch in the middle and peers side by side below it', () => {
    const places = layout(topologyOf(hybrid));
    const [napster, lan, alice, bob] = ['napster', 'lan', 'alice', 'bob'].map((id) => place(places, id));
    assert.ok(napster && lan && alice && bob);
    assert.ok(napster.y < lan.y && lan.y < alice.y);
    assert.equal(alice.y, bob.y);
    assert.ok(alice.x < bob.x);
    assert.equal(napster.x, lan.x);
  });

  it('puts two computers with a cable side by side, with room for a message', () => {
    const places = layout(topologyOf('host a, b\nlink a -- b'));
    assert.equal(place(places, 'a').y, place(places, 'b').y);
    assert.ok(place(places, 'b').x - place(places, 'a').x >= 250);
  });

  it('draws a chain of requests without cables from left to right', () => {
    const places = layout(
      topologyOf('host db, browser, web\nflow "f" {\n browser -> web : "GET" {\n web -> db : "SELECT"\n }\n}'),
    );
    assert.equal(place(places, 'browser').y, place(places, 'db').y);
    assert.ok(place(places, 'browser').x < place(places, 'web').x && place(places, 'web').x < place(places, 'db').x);
  });

  it('draws machines that are cabled one to the next from left to right, ending at the server', () => {
    const file = 'host db : server runs sql server\nrouter home\nhost pc : client runs sql client\ncloud net\n';
    const places = layout(topologyOf(`${file}link pc -- home\nlink home -- net\nlink net -- db`));
    const line = ['pc', 'home', 'net', 'db'].map((id) => place(places, id));
    assert.equal(new Set(line.map(({ y }) => y)).size, 1);
    assert.deepEqual(
      line.map(({ x }) => x),
      line.map(({ x }) => x).sort((a, b) => a - b),
    );
  });

  it('puts who is asked above who asks where there are no cables', () => {
    const places = layout(topologyOf('host a, b, hub\nflow "f" {\n a -> hub : "?"\n b -> hub : "?"\n}'));
    assert.ok(place(places, 'hub').y < place(places, 'a').y);
    assert.equal(place(places, 'a').y, place(places, 'b').y);
  });

  it('keeps hosts near the device that they hang on', () => {
    const places = layout(
      topologyOf(`
host a[4]
host b[4]
switch left, right
router middle
link a -- left
link b -- right
link left, right -- middle
`),
    );
    for (let member = 1; member <= 4; member++) {
      const [a, b] = [place(places, `a[${member}]`), place(places, `b[${member}]`)];
      assert.ok(Math.abs(a.x - place(places, 'left').x) < Math.abs(a.x - place(places, 'right').x));
      assert.ok(Math.abs(b.x - place(places, 'right').x) < Math.abs(b.x - place(places, 'left').x));
    }
  });

  it('puts a host that hangs on a server behind that server', () => {
    const places = layout(
      topologyOf(`
service web
service sql
host browser, phone runs web client
host shop runs web server, sql client
host db runs sql server
cloud net
link browser, phone, shop -- net
link shop -- db
`),
    );
    assert.ok(place(places, 'db').y < place(places, 'shop').y && place(places, 'shop').y < place(places, 'net').y);
    assert.equal(place(places, 'db').x, place(places, 'shop').x);
  });

  it('lets `at` win over everything else', () => {
    const text = 'host a at (700, -30)\nhost b\nlink a -- b';
    const places = layout(topologyOf(text), new Map([['a', { x: 1, y: 2 }]]));
    assert.deepEqual(places.get('a'), { x: 700, y: -30 });
    assert.deepEqual(overlaps(places), []);
  });

  it('keeps every place when a host is added, and puts the new one near its neighbour', () => {
    const before = layout(topologyOf(hybrid));
    const moved = new Map([...before, ['bob', { x: 400, y: 300 }]]);
    const after = layout(topologyOf(`${hybrid}\nhost carol\nlink carol -- lan`), moved);
    for (const [id, point] of moved) assert.deepEqual(after.get(id), point);
    const [carol, lan] = [place(after, 'carol'), place(after, 'lan')];
    assert.ok(Math.hypot(carol.x - lan.x, carol.y - lan.y) < 500);
    assert.deepEqual(overlaps(after), []);
  });

  it('forgets a node that is gone and is the same each time', () => {
    const text = hybrid.replaceAll('bob', 'bert');
    assert.deepEqual([...layout(topologyOf(text))], [...layout(topologyOf(text))]);
    assert.ok(!layout(topologyOf(text), layout(topologyOf(hybrid))).has('bob'));
  });

  it('draws a large group as one node and says so', () => {
    const topology = topologyOf('host peer[400]\nhost a\nswitch s\nlink peer, a -- s');
    const network = drawn(topology);
    assert.deepEqual(
      network.nodes.map(({ id, label }) => [id, label]),
      [
        ['peer[*]', 'peer ×400'],
        ['a', 'a'],
        ['s', 's'],
      ],
    );
    assert.equal(network.edges.length, 2);
    assert.match(diagram(topology, new Map(), network).omitted ?? '', /402 nodes.*peer/);
  });

  it('draws every node of a file of ordinary size', () => {
    const hosts = Array.from({ length: 300 }, (_, index) => `h${index}`);
    const topology = topologyOf(`host ${hosts.join(', ')}`);
    assert.equal(diagram(topology, new Map()).omitted, undefined);
    assert.equal(layout(topology).size, 300);
  });

  it('never lets names overlap, for any network of hosts and devices', () => {
    const shape = fc.record({
      hosts: fc.integer({ min: 1, max: 25 }),
      servers: fc.integer({ min: 0, max: 4 }),
      devices: fc.integer({ min: 0, max: 6 }),
      cables: fc.array(fc.tuple(fc.nat(40), fc.nat(40)), { maxLength: 40 }),
      previous: fc.boolean(),
    });
    fc.assert(
      fc.property(shape, ({ hosts, servers, devices, cables, previous }) => {
        const names = [
          ...Array.from({ length: hosts }, (_, index) => `h${index}`),
          ...Array.from({ length: servers }, (_, index) => `s${index}`),
          ...Array.from({ length: devices }, (_, index) => `d${index}`),
        ];
        const declare = (kind: string, letter: string, role = '') =>
          names.filter((name) => name.startsWith(letter)).map((name) => `${kind} ${name}${role}`);
        const links = cables.flatMap(([a, b]) => {
          const [from, to] = [names[a % names.length], names[b % names.length]];
          return from === to ? [] : [`link ${from} -- ${to}`];
        });
        const head = [...declare('host', 'h'), ...declare('host', 's', ' : server'), ...declare('switch', 'd')];
        const topology = topologyOf([...head, ...links].join('\n'));
        const known = previous ? layout(topologyOf(head.slice(0, head.length / 2).join('\n'))) : undefined;
        const places = layout(topology, known);
        assert.equal(places.size, names.length);
        assert.deepEqual(overlaps(places), []);
      }),
      { numRuns: 300 },
    );
  });
});
