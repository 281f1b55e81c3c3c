// Every declaration, and every way to link, as it arrives in the topology.

import assert from 'node:assert/strict';
import { compile } from '../../src/language/compile';
import type { Host, Link } from '../../src/language/topology';
import { names, topologyOf } from './check';

describe('a declaration', () => {
  it('gives the file a title', () => {
    assert.equal(topologyOf('topology "Hybrid \\"music\\""').title, 'Hybrid "music"');
    assert.equal(topologyOf('host alice').title, undefined);
  });

  it('gives a service a pattern, or the default, and options', () => {
    const { services } = topologyOf(`
      service web
      service files uses flooding ttl 4
      service torrent uses swarm pieces 20 slots 3
      service ipfs uses dht bucket 4 parallel 2
      host alice runs mail client`);
    assert.deepEqual(
      services.map(({ name, pattern, options }) => [name, pattern, Object.fromEntries(options)]),
      [
        ['web', 'request', {}],
        ['files', 'flooding', { ttl: 4 }],
        ['torrent', 'swarm', { pieces: 20, slots: 3 }],
        ['ipfs', 'dht', { bucket: 4, parallel: 2 }],
        ['mail', 'request', {}],
      ],
    );
  });

  it('knows every pattern', () => {
    const patterns = 'request index flooding swarm dht gossip relay mesh sfu cache'.split(' ');
    const { services } = topologyOf(patterns.map((pattern) => `service a-${pattern} uses ${pattern}`).join('\n'));
    assert.deepEqual(
      services.map(({ pattern }) => pattern),
      patterns,
    );
  });

  it('gives a host its role and its properties, on its line and in its block', () => {
    const { hosts } = topologyOf(`
      service music uses index
      host napster : server runs music index lists "song.mp3" at bob, peer[1..2]
      host alice
      host bob : both {
        runs music peer, web client
        runs mail client
        shares "song.mp3" 4MB in music shares "talk.ogg"
        up 1Mbps down 8Mbps
        at (-10, 20.5)
        note "Bob's laptop"
      }
      host peer[2] : client runs music peer`);
    const [napster, alice, bob, peer] = hosts;
    assert.deepEqual(
      hosts.map(({ declaredRole }) => declaredRole),
      ['server', undefined, 'both', 'client', 'client'],
    );
    assert.deepEqual(software(napster), ['music index']);
    assert.deepEqual(software(alice), []);
    assert.deepEqual(software(bob), ['music peer', 'web client', 'mail client']);
    assert.deepEqual(
      bob?.shares.map(({ resource, sizeBytes, service }) => [resource, sizeBytes, service?.name]),
      [
        ['song.mp3', 4e6, 'music'],
        ['talk.ogg', undefined, undefined],
      ],
    );
    assert.deepEqual([bob?.upBps, bob?.downBps, bob?.at, bob?.note], [1e6, 8e6, { x: -10, y: 20.5 }, "Bob's laptop"]);
    assert.deepEqual([peer?.upBps, peer?.downBps, peer?.at, peer?.note], [undefined, undefined, undefined, undefined]);
    assert.deepEqual(
      napster?.lists.map(({ resource, hosts }) => [resource, hosts.map(({ name }) => name)]),
      [['song.mp3', ['bob', 'peer[1]', 'peer[2]']]],
    );
  });

  it('counts sizes in bytes, rates in bits a second', () => {
    const sizes = {
      '1B': 1,
      '2kB': 2e3,
      '2MB': 2e6,
      '2.5GB': 2.5e9,
      '1TB': 1e12,
      '1KiB': 1024,
      '3MiB': 3 * 2 ** 20,
      '1GiB': 2 ** 30,
    };
    const shares = Object.keys(sizes).map((size) => `shares "${size}" ${size}`);
    const [host] = topologyOf(`host a ${shares.join(' ')}`).hosts;
    assert.deepEqual(
      Object.fromEntries(host?.shares.map(({ resource, sizeBytes }) => [resource, sizeBytes]) ?? []),
      sizes,
    );
    for (const [rate, bps] of Object.entries({ '9bps': 9, '1.5kbps': 1500, '2Mbps': 2e6, '1Gbps': 1e9 })) {
      assert.equal(topologyOf(`host a up ${rate}`).hosts[0]?.upBps, bps);
    }
  });

  it('knows every kind of software', () => {
    const kinds = 'client server peer index tracker edge origin'.split(' ');
    const patterns = ['request', 'request', 'request', 'index', 'swarm', 'cache', 'cache'];
    const { hosts } = topologyOf(
      kinds
        .map((kind, place) => `service s${place} uses ${patterns[place]}\nhost a${place} runs s${place} ${kind}`)
        .join('\n'),
    );
    assert.deepEqual(
      hosts.flatMap(({ software }) => software.map(({ kind }) => kind)),
      kinds,
    );
  });

  it('makes several hosts and groups at once', () => {
    const topology = topologyOf('host alice, peer[3], bob : client up 1kbps');
    assert.deepEqual(names(topology.nodes), ['alice', 'peer[1]', 'peer[2]', 'peer[3]', 'bob']);
    assert.deepEqual(
      topology.hosts.map(({ group }) => group),
      [undefined, 'peer', 'peer', 'peer', undefined],
    );
    assert.deepEqual(
      topology.hosts.map(({ index, upBps }) => [index, upBps]),
      [0, 1, 2, 3, 4].map((at) => [at, 1000]),
    );
    assert.equal(topology.nodeByName.get('peer[2]'), topology.nodes[2]);
  });

  it('makes switches, routers and clouds', () => {
    const { nodes, hosts } = topologyOf('switch lan, wlan[2]\nrouter home at (1, 2)\ncloud internet');
    assert.deepEqual(
      nodes.map(({ kind, name, at }) => [kind, name, at]),
      [
        ['switch', 'lan', undefined],
        ['switch', 'wlan[1]', undefined],
        ['switch', 'wlan[2]', undefined],
        ['router', 'home', { x: 1, y: 2 }],
        ['cloud', 'internet', undefined],
      ],
    );
    assert.deepEqual(hosts, []);
  });
});

describe('a link', () => {
  it('joins each on the left with each on the right, with defaults', () => {
    const { links } = topologyOf('host a, b\nswitch c, d\nlink a, b -- c, d');
    assert.deepEqual(ends(links), ['a-c', 'a-d', 'b-c', 'b-d']);
    assert.deepEqual(
      links.map(({ index, rateBps, latencyMs, loss, service }) => [index, rateBps, latencyMs, loss, service]),
      [0, 1, 2, 3].map((index) => [index, 100e6, 1, 0, undefined]),
    );
  });

  it('has a rate, a latency and a loss, in any order', () => {
    for (const attributes of ['10Mbps 2ms loss 0.5%', 'loss 0.5% 2ms 10Mbps', '2ms loss 0.5% 10Mbps']) {
      const [link] = topologyOf(`host a, b\nlink a -- b ${attributes}`).links;
      assert.deepEqual([link?.rateBps, link?.latencyMs, link?.loss], [10e6, 2, 0.005]);
    }
  });

  it('may be one of an application', () => {
    const { links } = topologyOf(`
      service files uses flooding
      host peer[3] runs files peer
      link peer[1] -- peer[2..3] over files`);
    assert.deepEqual(
      links.map(({ a, b, service }) => [a.name, b.name, service?.name]),
      [
        ['peer[1]', 'peer[2]', 'files'],
        ['peer[1]', 'peer[3]', 'files'],
      ],
    );
  });

  const shapes: Readonly<Record<string, readonly string[]>> = {
    line: ['1-2', '2-3', '3-4', '4-5'],
    ring: ['1-2', '2-3', '3-4', '4-5', '5-1'],
    star: ['1-2', '1-3', '1-4', '1-5'],
    mesh: ['1-2', '1-3', '2-3', '1-4', '2-4', '3-4', '1-5', '2-5', '3-5', '4-5'],
    grid: ['1-2', '1-4', '2-3', '2-5', '4-5'],
    'tree 2': ['1-2', '1-3', '2-4', '2-5'],
    'tree 1': ['1-2', '2-3', '3-4', '4-5'],
  };
  for (const [shape, expected] of Object.entries(shapes)) {
    it(`joins a group as ${shape}`, () => {
      const { links } = topologyOf(`host peer[5]\nlink peer as ${shape} 5ms`);
      assert.deepEqual(
        ends(links).map((pair) => pair.replaceAll(/peer\[(\d)\]/g, '$1')),
        expected,
      );
      assert.ok(links.every(({ latencyMs }) => latencyMs === 5));
    });
  }

  it('joins a group at random, the same each time, each once and none with itself', () => {
    const text = 'service files uses flooding\nhost peer[50] runs files peer\nlink peer over files as random 4';
    const { links } = topologyOf(text);
    const unique = new Set(links.map(({ a, b }) => [a.index, b.index].sort((one, other) => one - other).join()));
    assert.equal(links.length, 100);
    assert.equal(unique.size, 100);
    assert.ok(links.every(({ a, b, service }) => a !== b && service?.name === 'files'));
    assert.deepEqual(ends(topologyOf(text).links), ends(links));
  });

  it('counts each link at random once, for both of its ends', () => {
    const of = (hosts: number) =>
      `service coin uses gossip\nhost p[${hosts}] runs coin peer\nlink p over coin as random 8`;
    assert.equal(topologyOf(of(100_000)).links.length, 400_000);
    assert.deepEqual(compile(of(100_000).replace('random 8', 'random 12')).topology.links, []);
  });

  it('has shapes of one and two members', () => {
    for (const shape of ['line', 'ring', 'star', 'mesh', 'grid', 'tree 3', 'random 3']) {
      assert.deepEqual(ends(topologyOf(`host a, b\nlink a, b as ${shape}`).links), ['a-b'], shape);
      assert.deepEqual(topologyOf(`switch lan\nlink lan as ${shape}`).links, [], shape);
    }
  });
});

function software(host: Host | undefined): readonly string[] {
  return host?.software.map(({ service, kind }) => `${service.name} ${kind}`) ?? [];
}

function ends(links: readonly Link[]): readonly string[] {
  return links.map(({ a, b }) => `${a.name}-${b.name}`);
}
