// Every expectation, as it arrives in the topology.

import assert from 'node:assert/strict';
import type { Expectation, Topology } from '../../src/language/topology';
import { names, topologyOf } from './check';

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

  it('may be about hosts whose names are words of expectations', () => {
    const text = `host lookup, architecture, nothing shares "x"
      flow "F" {
        lookup -> architecture : get "x"
      }
      expect lookup uploads = 0B in "F"
      expect architecture carries no data
      expect architecture downloads < 1B in "F"
      expect lookup "x" finds nothing, lookup`;
    const found = topologyOf(text).expectations.map(({ kind, ...more }) => [
      kind,
      'hosts' in more ? more.hosts.map(({ name }) => name) : [],
    ]);
    assert.deepEqual(found, [
      ['transfers', ['lookup']],
      ['carries-no-data', ['architecture']],
      ['transfers', ['architecture']],
      ['lookup', ['nothing', 'lookup']],
    ]);
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
