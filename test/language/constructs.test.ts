// Every construct of the language, as it arrives in the topology.

import assert from 'node:assert/strict';
import type { Expectation, Host, Link, Step, Topology } from '../../src/language/topology';
import { topologyOf } from './check';

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

  it('counts durations in milliseconds', () => {
    for (const [duration, ms] of Object.entries({
      '500us': 0.5,
      '2ms': 2,
      '1.5s': 1500,
      '2min': 120e3,
      '1h': 3600e3,
    })) {
      const [step] = stepsOf(`wait ${duration}`);
      assert.equal(step?.kind === 'wait' && step.durationMs, ms);
    }
  });

  it('knows every kind of software', () => {
    const kinds = 'client server peer index tracker edge origin'.split(' ');
    const { hosts } = topologyOf(`service all\n${kinds.map((kind) => `host a-${kind} runs all ${kind}`).join('\n')}`);
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

  it('has shapes of one and two members', () => {
    for (const shape of ['line', 'ring', 'star', 'mesh', 'grid', 'tree 3', 'random 3']) {
      assert.deepEqual(ends(topologyOf(`host a, b\nlink a, b as ${shape}`).links), ['a-b'], shape);
      assert.deepEqual(topologyOf(`switch lan\nlink lan as ${shape}`).links, [], shape);
    }
  });
});

describe('a step', () => {
  it('asks, with every message', () => {
    const steps = stepsOf(`
      alice -> bob : get "song"
      alice -> bob : put "photo" 2MB
      alice -> bob : put "photo"
      alice -> bob : lookup "song"
      alice -> bob : register "song"
      alice -> bob : unregister "song"
      alice -> bob : login "alice"
      alice -> bob : login
      alice -> bob : "GET /" 1kB takes 20ms replies "200 OK" 14kB
      alice -> bob : "hello"`);
    assert.deepEqual(
      steps.map((step) => step.kind === 'request' && step.message),
      [
        { verb: 'get', resource: 'song' },
        { verb: 'put', resource: 'photo', sizeBytes: 2e6 },
        { verb: 'put', resource: 'photo', sizeBytes: undefined },
        { verb: 'lookup', resource: 'song' },
        { verb: 'register', resource: 'song' },
        { verb: 'unregister', resource: 'song' },
        { verb: 'login', account: 'alice' },
        { verb: 'login', account: undefined },
        { verb: 'send', text: 'GET /', sizeBytes: 1e3, takesMs: 20, reply: { text: '200 OK', sizeBytes: 14e3 } },
        { verb: 'send', text: 'hello', sizeBytes: undefined, takesMs: undefined, reply: undefined },
      ],
    );
  });

  it('has a block of what happens meanwhile, and one of what happens otherwise', () => {
    const [step] = stepsOf(`
      alice -> bob : "GET /" {
        bob -> carol : "SELECT" {
        }
      } otherwise {
        note "failed"
        alice -> carol : "GET /"
      }`);
    assert.ok(step?.kind === 'request');
    assert.deepEqual(
      step.body.map(({ kind }) => kind),
      ['request'],
    );
    assert.deepEqual(
      step.otherwise?.map(({ kind }) => kind),
      ['note', 'request'],
    );
    const [inner] = step.body;
    assert.ok(inner?.kind === 'request');
    assert.deepEqual([inner.body, inner.otherwise], [[], undefined]);
  });

  it('pushes one way', () => {
    const [step] = stepsOf('alice, bob ~> carol : "news" 1MB');
    assert.ok(step?.kind === 'push');
    assert.deepEqual([names(step.from), names(step.to), step.message.verb], [['alice', 'bob'], ['carol'], 'send']);
  });

  it('names its service by “over”, or has the only one that fits', () => {
    const { flows } = topologyOf(`
      host alice runs web client, mail client
      host bob runs web server, mail server
      host carol runs mail server
      flow "Ask" {
        alice -> bob : "GET /" over web
        alice -> carol : "letter"
        carol ~> alice : "letter"
      }`);
    const services = flows[0]?.steps.map((step) => 'service' in step && step.service?.name);
    assert.deepEqual(services, ['web', 'mail', 'mail']);
  });

  it('is an action, with its verb in either form', () => {
    const text = (s: string): string => `
      service chat uses relay
      host alice, bob runs chat client
      host hub runs chat server
      flow "Talk" {
        alice, bob join${s} chat
        alice fetch${s === '' ? '' : 'es'} "talk"
        alice search${s === '' ? '' : 'es'} "talk" over chat
        alice publish${s === '' ? '' : 'es'} "talk"
        alice send${s} "hello" over chat
        call alice, bob over chat
        call alice, bob
        alice, bob leave${s} chat
      }`;
    for (const steps of [text(''), text('s')].map((one) => topologyOf(one).flows[0]?.steps)) {
      assert.deepEqual(
        steps?.map((step) => [step.kind, 'service' in step && step.service?.name]),
        [
          ['join', 'chat'],
          ['fetch', 'chat'],
          ['search', 'chat'],
          ['publish', 'chat'],
          ['send', 'chat'],
          ['call', 'chat'],
          ['call', undefined],
          ['leave', 'chat'],
        ],
      );
    }
  });

  it('orders others, waits, notes', () => {
    const steps = stepsOf(`
      together {
        wait 1.5s
        repeat 3 {
          note "again"
        }
      }
      wait 2min`);
    const [together, wait] = steps;
    assert.ok(together?.kind === 'together' && wait?.kind === 'wait');
    const [first, repeat] = together.body;
    assert.ok(first?.kind === 'wait' && repeat?.kind === 'repeat');
    assert.deepEqual([first.durationMs, repeat.count, wait.durationMs], [1500, 3, 120_000]);
    assert.deepEqual(
      repeat.body.map((step) => step.kind === 'note' && step.text),
      ['again'],
    );
  });

  it('is a fault of hosts, devices and links', () => {
    const { flows, links } = topologyOf(`
      host alice, bob
      switch lan
      link alice, bob -- lan
      flow "Faults" {
        offline alice, lan
        online lan
        cut alice, bob -- lan
        restore lan -- bob
      }`);
    const [offline, online, cut, restore] = flows[0]?.steps ?? [];
    assert.ok(offline?.kind === 'offline' && online?.kind === 'online');
    assert.ok(cut?.kind === 'cut' && restore?.kind === 'restore');
    assert.deepEqual([names(offline.nodes), names(online.nodes)], [['alice', 'lan'], ['lan']]);
    assert.deepEqual([cut.links, restore.links], [links, links.slice(1)]);
  });

  it('spans its statement, without block and comment', () => {
    const { flows } = topologyOf('host a, b\nflow "A" {\n  a -> b : "x" { // why\n  }\n}');
    assert.deepEqual(flows[0]?.steps[0]?.span, { line: 2, start: 2, end: 14 });
    assert.deepEqual(flows[0]?.span, { line: 1, start: 5, end: 8 });
  });
});

describe('a scenario', () => {
  it('says what is different from the start', () => {
    const { scenarios } = topologyOf(`
      service files uses flooding
      host peer[2] runs files peer
      link peer[1] -- peer[2]
      scenario "Worse" {
        offline peer[1]
        online peer[2]
        cut peer[1] -- peer[2]
        restore peer[1] -- peer[2]
        set peer up 10kbps
        set peer[1] down 1Mbps
        set files ttl 2
      }`);
    const changes = scenarios[0]?.changes ?? [];
    assert.deepEqual(changes.map(({ kind }) => kind).slice(0, 4), ['offline', 'online', 'cut', 'restore']);
    const settings = changes.slice(4).map((change) => {
      if (change.kind === 'set-rate') return [names(change.hosts), change.direction, change.rateBps];
      return change.kind === 'set-option' && [change.service.name, change.option, change.value];
    });
    assert.deepEqual(settings, [
      [['peer[1]', 'peer[2]'], 'up', 10e3],
      [['peer[1]'], 'down', 1e6],
      ['files', 'ttl', 2],
    ]);
  });
});

describe('an expectation', () => {
  it('keeps its text as it was written', () => {
    const [expectation] = topologyOf('host a\n  expect a   is client // sure').expectations;
    assert.equal(expectation?.text, 'expect a   is client');
    assert.deepEqual(expectation?.span, { line: 1, start: 2, end: 22 });
  });

  it('speaks of one flow and one scenario, in either order', () => {
    for (const tail of ['in "F" when "S"', 'when "S" in "F"']) {
      const [expectation] = expectations(`expect alice is client ${tail}`);
      assert.deepEqual([expectation?.flow?.name, expectation?.scenario?.name], ['F', 'S']);
    }
  });

  it('is of every kind', () => {
    const found = expectations(`
      expect alice is client
      expect bob is server of music
      expect bob is both
      expect lookup "song" finds alice, bob
      expect lookup "song" finds nothing
      expect "F" succeeds
      expect "F" fails when "S"
      expect "F" takes < 5ms
      expect "F" sends = 12 messages
      expect alice uploads >= 5MB in "F"
      expect alice downloads <= 1kB in "F"
      expect "F" needs alice, bob
      expect "F" survives loss of alice
      expect "F" survives loss of any host
      expect architecture is client-server
      expect architecture is peer-to-peer of music
      expect architecture is hybrid
      expect bob carries no data in "F"`);
    assert.deepEqual(found.map(claim), [
      ['role', ['alice'], 'client', undefined],
      ['role', ['bob'], 'server', 'music'],
      ['role', ['bob'], 'both', undefined],
      ['lookup', 'song', ['alice', 'bob']],
      ['lookup', 'song', []],
      ['outcome', 'F', true],
      ['outcome', 'F', false],
      ['takes', 'F', '<', 5],
      ['sends', 'F', '=', 12],
      ['transfers', 'F', ['alice'], 'uploads', '>=', 5e6],
      ['transfers', 'F', ['alice'], 'downloads', '<=', 1e3],
      ['needs', 'F', ['alice', 'bob']],
      ['survives', 'F', ['alice']],
      ['survives', 'F', undefined],
      ['architecture', 'client-server', undefined],
      ['architecture', 'peer-to-peer', 'music'],
      ['architecture', 'hybrid', undefined],
      ['carries-no-data', 'F', ['bob']],
    ]);
  });

  it('compares in five ways', () => {
    const signs = ['<', '<=', '=', '>=', '>'];
    const found = expectations(signs.map((sign) => `expect "F" takes ${sign} 1s`).join('\n'));
    assert.deepEqual(
      found.map((one) => one.kind === 'takes' && one.comparison),
      signs,
    );
  });
});

function software(host: Host | undefined): readonly string[] {
  return host?.software.map(({ service, kind }) => `${service.name} ${kind}`) ?? [];
}

function names(nodes: readonly { readonly name: string }[] | undefined): readonly string[] {
  return nodes?.map(({ name }) => name) ?? [];
}

function ends(links: readonly Link[]): readonly string[] {
  return links.map(({ a, b }) => `${a.name}-${b.name}`);
}

/** The steps of a flow between alice, bob and carol. */
function stepsOf(steps: string): readonly Step[] {
  return topologyOf(`host alice shares "song"\nhost bob, carol\nflow "F" {\n${steps}\n}`).flows[0]?.steps ?? [];
}

function expectations(lines: string): Topology['expectations'] {
  const before = 'service music uses index\nhost alice, bob\nflow "F" {\n  wait 1s\n}\nscenario "S" {\n}\n';
  return topologyOf(`${before}${lines}`).expectations;
}

function claim(expectation: Expectation): readonly unknown[] {
  switch (expectation.kind) {
    case 'role':
      return ['role', names(expectation.hosts), expectation.role, expectation.service?.name];
    case 'lookup':
      return ['lookup', expectation.resource, names(expectation.hosts)];
    case 'outcome':
      return ['outcome', expectation.flow.name, expectation.succeeds];
    case 'takes':
      return ['takes', expectation.flow.name, expectation.comparison, expectation.durationMs];
    case 'sends':
      return ['sends', expectation.flow.name, expectation.comparison, expectation.count];
    case 'transfers': {
      const { flow, hosts, direction, comparison, sizeBytes } = expectation;
      return ['transfers', flow.name, names(hosts), direction, comparison, sizeBytes];
    }
    case 'needs':
      return ['needs', expectation.flow.name, names(expectation.nodes)];
    case 'survives':
      return ['survives', expectation.flow.name, expectation.nodes && names(expectation.nodes)];
    case 'architecture':
      return ['architecture', expectation.architecture, expectation.service?.name];
    case 'carries-no-data':
      return ['carries-no-data', expectation.flow?.name, names(expectation.hosts)];
  }
}
