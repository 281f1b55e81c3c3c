/**
 * From findings of the runs to diagnostics at their lines. Only runs without a scenario report: what goes wrong under a
 * scenario is what the scenario is for. What the file itself expects, or deals with in an `otherwise`, is not reported.
 */
import { type Diagnostic, type DiagnosticCode, diagnostic } from '../language/source';
import type { Line } from '../language/syntax';
import type { Expectation, Flow } from '../language/topology';
import type { Finding } from '../simulation/trace';
import { flowFixes } from './flow-fixes';
import type { Runs } from './runs';
import { stepSpans } from './step-spans';

/** `lines` are those of the file; without them there are no fixes. */
export function flowDiagnostics(runs: Runs, lines: readonly Line[] = []): readonly Diagnostic[] {
  return runs.topology.flows.flatMap((flow) => {
    const trace = runs.trace(flow);
    if (!trace) return [diagnostic('too-large', flow.span, runs.whyMissing(flow))];
    const spans = stepSpans(flow);
    const { expectations } = runs.topology;
    const findings = trace.findings.filter((finding) => !finding.handled && !isExpected(finding, flow, expectations));
    const fixesOf = flowFixes(runs.topology, flow, trace, lines);
    return byCodeAndLine(findings).map((alike) => {
      const [{ code, line, message }] = alike;
      return diagnostic(code, spans.get(line) ?? flow.span, message, { fixes: fixesOf(alike) });
    });
  });
}

/** A step between two groups says the same many times over; the first says it. */
function byCodeAndLine(findings: readonly Finding[]): readonly (readonly [Finding, ...Finding[]])[] {
  const groups = new Map<string, [Finding, ...Finding[]]>();
  for (const finding of findings) {
    const key = `${finding.code} ${finding.line}`;
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  return [...groups.values()];
}

const failures: ReadonlySet<DiagnosticCode> = new Set(['host-offline', 'no-path', 'not-held', 'request-failed']);

function isExpected(finding: Finding, flow: Flow, expectations: readonly Expectation[]): boolean {
  return expectations.some((expectation) => {
    if (expectation.scenario) return false;
    if (expectation.kind === 'outcome') {
      return expectation.flow === flow && !expectation.succeeds && failures.has(finding.code);
    }
    if (expectation.kind !== 'lookup' || (expectation.flow && expectation.flow !== flow)) return false;
    return expectation.resource === finding.resource && isLookupExpected(finding, expectation.hosts);
  });
}

function isLookupExpected({ code, hosts }: Finding, expected: readonly { readonly name: string }[]): boolean {
  if (code === 'lookup-finds-nothing') return expected.length === 0;
  if (code !== 'stale-entry') return false;
  return (hosts ?? []).every((stale) => expected.some((host) => host.name === stale));
}
