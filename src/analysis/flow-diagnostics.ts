/**
 * From findings of the runs to diagnostics at their lines. Only runs without a scenario report: what goes wrong under a
 * scenario is what the scenario is for. What the file itself expects, or deals with in an `otherwise`, is not reported.
 */
import { type Diagnostic, type DiagnosticCode, diagnostic } from '../language/source';
import type { Expectation, Flow } from '../language/topology';
import type { Finding } from '../simulation/trace';
import type { Runs } from './runs';
import { stepSpans } from './step-spans';

export function flowDiagnostics(runs: Runs): readonly Diagnostic[] {
  return runs.topology.flows.flatMap((flow) => {
    const trace = runs.trace(flow);
    if (!trace) return [diagnostic('too-large', flow.span, runs.whyMissing(flow))];
    const spans = stepSpans(flow);
    const { expectations } = runs.topology;
    const findings = trace.findings.filter((finding) => !finding.handled && !isExpected(finding, flow, expectations));
    return firstOfEachLine(findings).map(({ code, line, message }) =>
      diagnostic(code, spans.get(line) ?? flow.span, message),
    );
  });
}

/** A step between two groups says the same many times over; the first says it. */
function firstOfEachLine(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ code, line }) => {
    const key = `${code} ${line}`;
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
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
