import assert from 'node:assert/strict';
import { fromPlain, toPlain } from '../../src/desktop/plain-scenario';
import { compile } from '../../src/language/compile';
import { simulate } from '../../src/simulation/simulate';

const text = `service g uses flooding ttl 4
host a, b, c, d runs g peer
host e runs g peer shares "x" 1MB up 8Mbps
switch lan
link a, b, c, d, e -- lan
link a, b, c, d, e over g as line
flow "F" {
  a fetches "x"
}
scenario "all kinds" {
  offline d
  online d
  cut b -- lan
  restore b -- lan
  set e up 1Mbps
  set g ttl 5
}`;

describe('a scenario that goes to another thread', () => {
  it('means the same to a topology that was read there from the same text', () => {
    const here = compile(text).topology;
    const [scenario] = here.scenarios;
    assert.ok(scenario);
    const sent = structuredClone(toPlain(scenario, here));
    const there = compile(text).topology;
    const [flow, flowThere] = [here.flows[0], there.flows[0]];
    assert.ok(flow && flowThere);
    const trace = simulate(here, flow, { scenario });
    const same = simulate(there, flowThere, { scenario: fromPlain(sent, there) });
    assert.deepEqual([...same.steps], [...trace.steps]);
    assert.equal(trace.outcome, 'completed');
    assert.notEqual(trace.endMs, simulate(here, flow).endMs);
  });
});
