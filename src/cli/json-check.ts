/** A checked file as JSON: the contract of `topo check` and `topo roles`. */
import type { Analysis, ArchitectureReport, HostRoles } from '../analysis/analysis';
import type { Diagnostic } from '../language/source';
import type { CheckedFile } from './check';
import { rangeOf } from './json';

export function checkedAsJson(file: CheckedFile) {
  return {
    path: file.path,
    diagnostics: file.diagnostics.map(diagnosticAsJson),
    expectations: expectationsAsJson(file),
    ...rolesAsJson(file),
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

/** `exercise` and `points` are there where it belongs to one, `otherwise` where the author says something to it. */
function expectationsAsJson({ expectations, topology }: Pick<Analysis, 'expectations' | 'topology'>) {
  const exercised = new Map(
    topology.exercises.flatMap(({ name, checks }) =>
      checks.map(({ points, expectation }) => [expectation, { exercise: name, points }]),
    ),
  );
  return expectations.map(({ expectation, outcome, actual, because }) => {
    const { text, span, otherwise } = expectation;
    const advice = otherwise === undefined ? {} : { otherwise };
    return { text, range: rangeOf(span), outcome, actual, because, ...exercised.get(expectation), ...advice };
  });
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
