// Every step of a flow and every change of a scenario, as it arrives in the topology.

import assert from 'node:assert/strict';
import type { Step } from '../../src/language/topology';
import { names, topologyOf } from './check';

describe('a step', () => {
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
          ['call', 'chat'],
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

/** The steps of a flow between alice, bob and carol. */
function stepsOf(steps: string): readonly Step[] {
  return topologyOf(`host alice shares "song"\nhost bob, carol\nflow "F" {\n${steps}\n}`).flows[0]?.steps ?? [];
}
