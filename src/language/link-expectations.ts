/** From `expect` statements to expectations: the names in them are found. One that names something unknown is left out. */
import type { Scope } from './scope';
import type { Span } from './source';
import type { Claim, Item, Statement } from './syntax';
import type { Architecture, Expectation, Flow, Role, Scenario } from './topology';

export type ExpectStatement = Extract<Statement, { kind: 'expect' }>;

interface Frame {
  readonly text: string;
  readonly span: Span;
  readonly flow: Flow | undefined;
  readonly scenario: Scenario | undefined;
  readonly otherwise?: string;
}

export function linkExpectation(scope: Scope, item: Item, statement: ExpectStatement): Expectation | undefined {
  const { line, lineNumber } = item;
  if (!statement.claim || line.problem) return undefined;
  const known = scope.diagnostics.length;
  const { text, span } = expectationAt(item, statement);
  const flow = statement.flow && scope.flow(statement.flow, span);
  const scenario = statement.scenario && scope.scenario(statement.scenario, span);
  const otherwise = statement.otherwise?.text;
  const frame: Frame = { text, span, flow, scenario, ...(otherwise !== undefined && { otherwise }) };
  const expectation = linkClaim(scope, statement.claim, frame, lineNumber);
  return scope.diagnostics.length === known ? expectation : undefined;
}

/** The expectation itself, without what stands around it; all of a line that cannot be read. */
export function expectationAt(
  { line, lineNumber }: Item,
  { expectation }: ExpectStatement,
): { text: string; span: Span } {
  const { start, end } = line.problem ? line : expectation;
  return { text: line.text.slice(start, end), span: { line: lineNumber, start, end } };
}

function linkClaim(scope: Scope, claim: Claim, frame: Frame, line: number): Expectation | undefined {
  switch (claim.kind) {
    case 'role': {
      const service = claim.service && scope.service(claim.service, line);
      return {
        ...frame,
        kind: 'role',
        hosts: scope.resolveHosts([claim.host], line),
        role: claim.role.text as Role,
        service,
      };
    }
    case 'lookup':
      return { ...frame, kind: 'lookup', resource: claim.resource.text, hosts: scope.resolveHosts(claim.hosts, line) };
    case 'architecture': {
      const service = claim.service && scope.service(claim.service, line);
      return { ...frame, kind: 'architecture', architecture: claim.architecture.text as Architecture, service };
    }
    case 'carries-no-data':
      return { ...frame, kind: 'carries-no-data', hosts: scope.resolveHosts([claim.host], line) };
    case 'transfers': {
      const { direction, comparison, size } = claim;
      const hosts = scope.resolveHosts([claim.host], line);
      return (
        frame.flow && {
          ...frame,
          kind: 'transfers',
          flow: frame.flow,
          hosts,
          direction,
          comparison,
          sizeBytes: size.value,
        }
      );
    }
    default:
      return linkFlowClaim(scope, claim, frame, line);
  }
}

type FlowClaim = Extract<Claim, { kind: 'outcome' | 'takes' | 'sends' | 'needs' | 'survives' }>;

function linkFlowClaim(scope: Scope, claim: FlowClaim, frame: Frame, line: number): Expectation | undefined {
  const flow = scope.flow(claim.flow, frame.span);
  if (!flow) return undefined;
  switch (claim.kind) {
    case 'outcome':
      return { ...frame, kind: 'outcome', flow, succeeds: claim.succeeds };
    case 'takes':
      return { ...frame, kind: 'takes', flow, comparison: claim.comparison, durationMs: claim.duration.value };
    case 'sends':
      return { ...frame, kind: 'sends', flow, comparison: claim.comparison, count: claim.count.value };
    case 'needs':
      return { ...frame, kind: 'needs', flow, nodes: scope.resolveAll(claim.hosts, line) };
    case 'survives': {
      const nodes = claim.host === 'any' ? undefined : scope.resolve(claim.host, line);
      return { ...frame, kind: 'survives', flow, nodes };
    }
  }
}
