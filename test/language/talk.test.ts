import assert from 'node:assert/strict';
import { check, topologyOf } from './check';

describe('the service of what is said', () => {
  const declared = `
    service chat uses relay
    service meet uses sfu
    host hub runs chat server, meet server
    host alice, bob runs chat client
    host carol, dave runs meet client
    host eve runs chat client, meet client
  `;

  it('is the only one of its hosts in which somebody can speak, or call', () => {
    const { flows } = topologyOf(`${declared}
    flow "F" {
      alice sends "Hello"
      carol, dave send "Hello"
      call carol, eve
    }`);
    assert.deepEqual(
      flows[0]?.steps.map((step) => 'service' in step && step.service?.name),
      ['chat', 'meet', 'meet'],
    );
  });

  it('has to be said where it could be several', () => {
    check(`${declared}
    flow "F" {
      eve sends "Hello"
      ^^^^^^^^^^^^^^^^^ ambiguous-service “chat” or “meet”
      eve sends "Hello" over chat
    }`);
  });

  it('needs its software on each host', () => {
    check(`
    service phone uses mesh
    host alice, bob runs phone peer
    host carol
    flow "F" {
      call alice, carol
      ^^^^^^^^^^^^^^^^^ missing-client-software Add to carol: runs phone peer
    }`);
  });
});
