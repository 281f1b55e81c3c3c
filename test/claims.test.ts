// The examples show what the subject teaches: every statement has an example, every example a statement, and what the map in
// test/claims/ says of them holds.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { type Checked, check } from '../src/analysis/check';
import { compares } from '../src/analysis/expectations/compare';
import { compile } from '../src/language/compile';
import { isMessage } from '../src/simulation/roles';
import { simulate } from '../src/simulation/simulate';
import type { Trace } from '../src/simulation/trace';
import { page, path, statements } from './claims/page';
import type { Figure, Measured, Run, Shown } from './claims/statement';

const texts = new Map<string, string>();
const checks = new Map<string, Checked>();

function textOf({ example }: Shown): string {
  const text = texts.get(example) ?? readFileSync(`examples/${example}.topo`, 'utf8');
  texts.set(example, text);
  return text;
}

function checked(shown: Shown): Checked {
  const result = checks.get(shown.example) ?? check(textOf(shown));
  checks.set(shown.example, result);
  return result;
}

describe('What the subject teaches', () => {
  it('has 41 statements, and an example for each', () => {
    assert.equal(statements.length, 41);
    assert.deepEqual(
      statements.filter(({ shown }) => shown.length === 0).map(({ text }) => text),
      [],
    );
  });

  it('is shown by every example that there is', () => {
    const used = new Set(statements.flatMap(({ shown }) => shown.map(({ example }) => `${example}.topo`)));
    const files = readdirSync('examples').filter((name) => name.endsWith('.topo'));
    assert.deepEqual([...used].sort(), files.sort());
  });

  it('is written down for teachers as it stands in the map', () => {
    assert.equal(readFileSync(path, 'utf8'), page(), 'run npm run docs');
  });
});

statements.forEach(({ text, shown }, place) => {
  describe(`Statement ${place + 1}: ${text}`, () => {
    for (const each of shown) {
      it(`is shown by ${each.example}.topo: ${each.look}`, () => {
        const flows = checked(each).analysis.topology.flows.map(({ name }) => name);
        if (each.flow !== undefined) assert.ok(flows.includes(each.flow), `there is no flow “${each.flow}”`);
        assertHeld(each);
      });
    }
  });
});

function assertHeld(shown: Shown): void {
  if ('expect' in shown) assertExpected(shown, `expect ${shown.expect}`);
  else if ('figure' in shown) assertMeasured(shown);
  else assertReported(shown);
}

function assertExpected(shown: Shown, line: string): void {
  const found = checked(shown).analysis.expectations.find(({ expectation }) => expectation.text === line);
  assert.ok(found, `the example does not say: ${line}`);
  assert.equal(found.outcome, 'pass', `${found.actual}. ${found.because}`);
}

/** The line that is changed must be there, and nothing may be wrong before. */
function assertReported(shown: Extract<Shown, { readonly change: string }>): void {
  const changed = textOf(shown).replaceAll(shown.change, shown.to);
  const codes = (text: string) => check(text).diagnostics.map(({ code }) => code);
  assert.notEqual(changed, textOf(shown));
  assert.deepEqual(codes(textOf(shown)), []);
  assert.ok(codes(changed).includes(shown.reports), codes(changed).join());
}

function assertMeasured(shown: Shown & Measured): void {
  const { figure, of, against, is } = shown;
  const value = measure(figure, run(shown, of)) / (against ? measure(figure, run(shown, against)) : 1);
  assert.ok(compares(value, ...is), `${value} ${is.join(' ')}`);
}

function run(shown: Shown, { flow: name, members = {} }: Run): Trace {
  let text = textOf(shown);
  for (const [group, count] of Object.entries(members)) {
    const larger = text.replace(new RegExp(`^host ${group}\\[\\d+\\]`, 'm'), `host ${group}[${count}]`);
    assert.notEqual(larger, text, `there is no group ${group}`);
    text = larger;
  }
  const { topology } = compile(text);
  const flow = topology.flows.find((each) => each.name === name);
  assert.ok(flow, `there is no flow “${name}”`);
  const trace = simulate(topology, flow, { maxSteps: 100_000 });
  assert.equal(trace.outcome, 'completed', trace.why);
  return trace;
}

function measure(figure: Figure, { endMs, steps, metrics }: Trace): number {
  if (figure === 'time') return endMs;
  if (figure === 'messages') return steps.filter(isMessage).length;
  if (figure === 'streams') return steps.filter(({ kind }) => kind === 'stream').length;
  if ('timeFor' in figure) {
    const about = steps.filter(({ resource }) => resource === figure.timeFor);
    return Math.max(...about.map((step) => step.endMs)) - Math.min(...about.map((step) => step.startMs));
  }
  const of = (host: string) => metrics.find((each) => each.host === host) ?? assert.fail(`there is no host ${host}`);
  if ('sentBy' in figure) return of(figure.sentBy).bytesSent;
  return 'streamsFrom' in figure ? of(figure.streamsFrom).streamsOut : of(figure.streamsTo).streamsIn;
}
