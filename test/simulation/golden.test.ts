// The same file, flow, scenario and seed give the same trace to the byte, on every platform and in every version that
// does not mean to change what happens: each flow of each example has a hash here. `UPDATE=1 npm test -- bundle node
// test/simulation/golden` writes them anew; the number of steps, the end and the outcome beside each are there to be read
// in the diff.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { compile } from '../../src/language/compile';
import { simulate } from '../../src/simulation/simulate';
import type { Trace } from '../../src/simulation/trace';

const path = 'test/simulation/golden.json';
const examples = readdirSync('examples').filter((name) => name.endsWith('.topo'));

type Golden = Readonly<Record<string, Readonly<Record<string, string>>>>;

describe('the runs of the examples', () => {
  const golden = process.env.UPDATE ? written() : (JSON.parse(readFileSync(path, 'utf8')) as Golden);

  it('are those of all examples', () => {
    assert.deepEqual(Object.keys(golden), examples);
  });

  for (const name of examples) {
    it(`are what they were: ${name}`, () => {
      assert.deepEqual(runsOf(name), golden[name]);
    });
  }
});

function written(): Golden {
  const golden = Object.fromEntries(examples.map((name) => [name, runsOf(name)]));
  writeFileSync(path, `${JSON.stringify(golden, undefined, 2)}\n`);
  return golden;
}

function runsOf(name: string): Readonly<Record<string, string>> {
  const { topology } = compile(readFileSync(`examples/${name}`, 'utf8'));
  const runs = topology.flows.flatMap((flow) =>
    [undefined, ...topology.scenarios].map((scenario) => {
      const circumstances = scenario ? ` when ${scenario.name}` : '';
      return [flow.name + circumstances, summaryOf(simulate(topology, flow, { scenario }))] as const;
    }),
  );
  return Object.fromEntries(runs);
}

function summaryOf(trace: Trace): string {
  const { steps, endMs, outcome, metrics, findings } = trace;
  const hash = createHash('sha256');
  for (const step of steps) hash.update(JSON.stringify(step));
  // How a finding is worded is no part of what happens.
  const found = findings.map(({ code, line, step, handled }) => [code, line, step, handled]);
  hash.update(JSON.stringify([endMs, outcome, metrics, found]));
  return `${outcome} after ${endMs} ms, ${steps.length} steps, ${hash.digest('hex').slice(0, 16)}`;
}
