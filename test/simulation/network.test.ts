import assert from 'node:assert/strict';
import type { Topology } from '../../src/language/topology';
import { createNetwork, type Faults, nodesOf, noFaults } from '../../src/simulation/network';
import { topologyOf } from '../language/check';

function path(topology: Topology, from: string, to: string, faults: Faults = noFaults): string | undefined {
  const [a, b] = [topology.nodeByName.get(from), topology.nodeByName.get(to)];
  assert.ok(a && b);
  const route = createNetwork(topology, faults).route(a, b);
  return route && `${nodesOf(route, a, b).join(' ')} (${route.latencyMs})`;
}

describe('a route', () => {
  const square = topologyOf(`
    host a, b
    router north, east, south
    link a -- north 1ms
    link a -- south 1ms
    link north -- east 2ms
    link south -- east 1ms
    link b -- east 1ms
  `);

  it('is the one of least latency', () => {
    assert.equal(path(square, 'a', 'b'), 'a south east b (3)');
  });

  it('goes around what is offline or cut, and ends where no other way is left', () => {
    assert.equal(path(square, 'a', 'b', { offline: new Set(['south']), cut: new Set() }), 'a north east b (4)');
    assert.equal(path(square, 'a', 'b', { offline: new Set(), cut: new Set([3]) }), 'a north east b (4)');
    assert.equal(path(square, 'a', 'b', { offline: new Set(['east']), cut: new Set() }), undefined);
  });

  it('has the fewest hops among those of equal latency, then what is declared first', () => {
    const topology = topologyOf(`
      host a, b
      switch one, two, three, four
      link a -- one 1ms
      link one -- two 1ms
      link two -- b 1ms
      link a -- three 1ms
      link three -- b 2ms
      link a -- four 1ms
      link four -- b 2ms
    `);
    assert.equal(path(topology, 'a', 'b'), 'a three b (3)');
  });

  it('has the fewest hops among devices too', () => {
    const topology = topologyOf(`
      host a, b
      router one, two, three
      link a -- one 1ms
      link one -- two 1ms
      link two -- three 1ms
      link one -- three 2ms
      link b -- three 1ms
    `);
    assert.equal(path(topology, 'a', 'b'), 'a one three b (4)');
  });

  it('never leads through a host', () => {
    const topology = topologyOf(`
      host a, b, c
      link a -- b
      link b -- c
    `);
    assert.equal(path(topology, 'a', 'b'), 'a b (1)');
    assert.equal(path(topology, 'a', 'c'), undefined);
  });

  it('is the same there and back', () => {
    assert.equal(path(square, 'b', 'a'), 'b east south a (3)');
  });

  it('leads everywhere in 10 ms where the file has no physical link', () => {
    assert.equal(path(topologyOf('host a, b'), 'a', 'b'), 'a b (10)');
  });
});
