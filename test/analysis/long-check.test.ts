import assert from 'node:assert/strict';
import type { Checked } from '../../src/analysis/check';
import { check } from '../../src/analysis/check';
import { checkInFull } from '../../src/analysis/long-check';
import { type LongRun, startRun } from '../../src/analysis/runs';
import { compile } from '../../src/language/compile';

/** `long` takes 60,000 steps, `short` two. */
const text = `host a, b, c
flow "long" {
  repeat 30000 {
    a -> b : "hello"
  }
}
flow "short" {
  a -> c : "hello"
}
scenario "no c" {
  offline c
}
expect "long" sends = 60000 messages
expect "long" succeeds when "no c"
expect "long" needs b
expect "long" survives loss of c
expect "short" fails when "no c"`;

const maxSteps = 300_000;

function made(runs: LongRun[]) {
  const { topology } = compile(text);
  return async (run: LongRun) => {
    runs.push(run);
    const simulation = startRun(topology, run);
    while (simulation.advance(1000)) {}
    return simulation.end();
  };
}

function outcomes({ analysis, diagnostics }: Checked) {
  return {
    expectations: analysis.expectations.map(({ expectation, outcome, actual }) => [expectation.text, outcome, actual]),
    diagnostics: diagnostics.map(({ code, message }) => [code, message]),
    traces: [...analysis.traces].map(([name, { steps, endMs }]) => [name, steps.length, endMs]),
  };
}

describe('a check whose long runs are made elsewhere', () => {
  it('comes to what a check that makes them itself comes to', async () => {
    const runs: LongRun[] = [];
    const checked = await checkInFull(text, { maxSteps }, made(runs));
    assert.ok(checked);
    assert.deepEqual(outcomes(checked), outcomes(check(text, undefined, { maxSteps })));
    assert.ok(checked.analysis.expectations.every(({ outcome }) => outcome === 'pass'));
  });

  it('hands on the long runs alone, each once', async () => {
    const runs: LongRun[] = [];
    await checkInFull(text, { maxSteps }, made(runs));
    assert.deepEqual(
      runs.map(({ flow, circumstances: { scenario, without } }) => [flow.name, scenario?.name, without?.name]),
      [
        ['long', undefined, undefined],
        ['long', 'no c', undefined],
        ['long', undefined, 'c'],
      ],
    );
  });

  it('says of what is too large for any budget that it is', async () => {
    const runs: LongRun[] = [];
    const checked = await checkInFull(text, { maxSteps: 50_000 }, made(runs));
    assert.ok(checked);
    assert.deepEqual(outcomes(checked), outcomes(check(text, undefined, { maxSteps: 50_000 })));
    assert.match(checked.diagnostics.find(({ code }) => code === 'too-large')?.message ?? '', /after 50,000 steps/);
  });

  it('comes to nothing where a run is given up', async () => {
    assert.equal(await checkInFull(text, { maxSteps }, async () => undefined), undefined);
  });
});
