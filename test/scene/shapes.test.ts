import assert from 'node:assert/strict';
import { machineOf, shapeOf } from '../../src/scene/shapes';
import { topologyOf } from './scene';

function shapeOfHost(declaration: string): string {
  const services =
    'service web\nservice dns\nservice music uses index\nservice files uses swarm\nservice film uses cache';
  const host = topologyOf(`${services}\nhost x ${declaration}`).hosts[0];
  assert.ok(host);
  return shapeOf(host);
}

function machineNamed(name: string): string | undefined {
  const [node] = topologyOf(`host ${name}`).nodes;
  return node && machineOf(node);
}

describe('the shape of a node', () => {
  it('says what its software does', () => {
    assert.equal(shapeOfHost('runs web client'), 'client');
    assert.equal(shapeOfHost('runs web server'), 'server');
    assert.equal(shapeOfHost('runs files peer'), 'peer');
    assert.equal(shapeOfHost('runs music index'), 'index');
    assert.equal(shapeOfHost('runs files tracker'), 'tracker');
    assert.equal(shapeOfHost('runs film edge'), 'edge');
    assert.equal(shapeOfHost('runs film origin'), 'origin');
  });

  it('is that of a server where a server asks others in turn, and of a peer where both is one service', () => {
    assert.equal(shapeOfHost('runs web server, dns client'), 'server');
    assert.equal(shapeOfHost('runs web server, web client'), 'peer');
  });

  it('goes by the declared role where nothing is said of software', () => {
    assert.equal(shapeOfHost(': client'), 'client');
    assert.equal(shapeOfHost(': server'), 'server');
    assert.equal(shapeOfHost(': both'), 'peer');
    assert.equal(shapeOfHost(''), 'host');
  });

  it('is a laptop, a phone or a tablet only where its name says so', () => {
    assert.equal(machineNamed('alices-laptop'), 'laptop');
    assert.equal(machineNamed('smartphone'), 'phone');
    assert.equal(machineNamed('tablet[3]'), 'tablet');
    assert.equal(machineNamed('alice'), undefined);
  });
});
