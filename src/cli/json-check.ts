/** A checked file as JSON: the contract of `topo check` and `topo roles`. */
import type { ArchitectureReport, ExpectationResult, HostRoles } from '../analysis/analysis';
import type { Checked } from '../analysis/check';
import type { Diagnostic } from '../language/source';
import { rangeOf } from './json';

export function checkedAsJson(path: string, { diagnostics, analysis }: Checked) {
  return {
    path,
    diagnostics: diagnostics.map(diagnosticAsJson),
    expectations: analysis.expectations.map(expectationAsJson),
    ...rolesAsJson(analysis),
  };
}

interface Reported {
  readonly roles: readonly HostRoles[];
  readonly architecture: ArchitectureReport;
}

export function rolesAsJson({ roles, architecture }: Reported) {
  return { roles: roles.map(hostAsJson), architecture: architectureAsJson(architecture) };
}

function diagnosticAsJson({ code, severity, message, span, related, fixes }: Diagnostic) {
  return {
    ...{ code, severity, message },
    range: rangeOf(span),
    related: related.map((place) => ({ message: place.message, range: rangeOf(place.span) })),
    fixes: fixes.map(({ title, edits }) => ({
      title,
      edits: edits.map((edit) => ({ range: rangeOf(edit.span), text: edit.text })),
    })),
  };
}

function expectationAsJson({ expectation, outcome, actual, because }: ExpectationResult) {
  return { text: expectation.text, range: rangeOf(expectation.span), outcome, actual, because };
}

function hostAsJson({ host, declared, capable, exercised, evidence }: HostRoles) {
  return {
    host: host.name,
    declared: declared ?? null,
    capable: capable ?? null,
    exercised: exercised ?? null,
    evidence: {
      declared: evidence.declared.map(({ text, span }) => ({ text, range: rangeOf(span) })),
      capable: evidence.capable.map(({ text, span }) => ({ text, range: rangeOf(span) })),
      exercised: evidence.exercised.map(({ role, service, text, span }) => ({
        ...{ role, service: service ?? null, text },
        range: rangeOf(span),
      })),
    },
  };
}

function architectureAsJson({ kind, reasons, services }: ArchitectureReport) {
  return {
    kind: kind ?? null,
    reasons,
    services: services.map((service) => ({
      service: service.service ?? null,
      kind: service.kind ?? null,
      reasons: service.reasons,
    })),
  };
}
