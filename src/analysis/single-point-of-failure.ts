/**
 * A server without which every flow of the file fails, shown by running each flow without it. Only a host that never asks
 * of its own accord and serves several others is a candidate, and only in a file whose author does not speak of its loss.
 */
import { type Diagnostic, diagnostic, type Span } from '../language/source';
import { asString } from '../language/stray-characters';
import type { Line } from '../language/syntax';
import { allSteps, type Host, type Node, type ScenarioChange, type Step, type Topology } from '../language/topology';
import { shorten } from '../language/wording';
import { listed } from '../simulation/words';
import { expectNeed } from './design-fixes';
import type { Exchange } from './exchanges';
import type { Runs } from './runs';

/** That one flow needs its server goes without saying. */
const leastFlows = 2;
const leastClients = 2;
const maximumRelated = 4;

export function failurePointDiagnostics(
  runs: Runs,
  exchanges: readonly Exchange[],
  lines: readonly Line[],
): readonly Diagnostic[] {
  const { topology } = runs;
  if (topology.flows.length < leastFlows) return [];
  const candidates = candidatesIn(topology, exchanges);
  if (candidates.length === 0) return [];
  const acknowledged = acknowledgedIn(topology);
  return candidates.flatMap(({ host, clients }) => {
    const failures = acknowledged.has(host) ? undefined : failuresWithout(runs, host);
    if (!failures) return [];
    const all = failures.length === 2 ? 'both flows fail' : `each of the ${failures.length} flows fails`;
    const claim = `expect ${failures[0]?.flow} needs ${host.name}`;
    const message =
      `Without ${shorten(host.name)} ${all}: ${listed(clients)} have nobody else to ask. ` +
      'Let a second host answer, too.';
    const fixes = expectNeed(lines, topology, claim, host);
    const related = failures.slice(0, maximumRelated).map(({ why, span }) => ({ message: why, span }));
    return [diagnostic('single-point-of-failure', host.span, message, { related, fixes })];
  });
}

interface Failure {
  readonly flow: string;
  readonly why: string;
  readonly span: Span;
}

/** Undefined unless every flow works with the host and fails without it. */
function failuresWithout(runs: Runs, host: Host): readonly Failure[] | undefined {
  const failures: Failure[] = [];
  for (const flow of runs.topology.flows) {
    if (runs.trace(flow)?.outcome !== 'completed') return undefined;
    const lost = runs.trace(flow, { without: host, isAbsent: true });
    if (lost?.outcome !== 'failed') return undefined;
    failures.push({
      flow: asString(`"${flow.name}"`),
      why: `without ${shorten(host.name)}: ${lost.why}`,
      span: flow.span,
    });
  }
  return failures;
}

interface Candidate {
  readonly host: Host;
  readonly clients: readonly string[];
}

function candidatesIn({ hosts, flows }: Topology, exchanges: readonly Exchange[]): readonly Candidate[] {
  const asking = new Set(exchanges.flatMap(({ client, isOnBehalf, isPush }) => (isOnBehalf || isPush ? [] : [client])));
  const served = new Map<string, { readonly clients: Set<string>; readonly flows: Set<string> }>();
  for (const { server, client, flow, serverActs } of exchanges) {
    if (!serverActs || asking.has(server)) continue;
    const known = served.get(server) ?? { clients: new Set(), flows: new Set() };
    known.clients.add(client);
    known.flows.add(flow);
    served.set(server, known);
  }
  return hosts.flatMap((host) => {
    const known = served.get(host.name);
    if (!known || known.flows.size < flows.length || known.clients.size < leastClients) return [];
    return [{ host, clients: [...known.clients] }];
  });
}

/** Nodes that the file itself takes away, in a scenario, in a flow or in what it expects. */
function acknowledgedIn({ hosts, flows, scenarios, expectations }: Topology): ReadonlySet<Node> {
  const acknowledged = new Set<Node>();
  const add = (step: Step | ScenarioChange) => {
    if (step.kind === 'offline') for (const node of step.nodes) acknowledged.add(node);
  };
  for (const flow of flows) for (const step of allSteps(flow)) add(step);
  for (const { changes } of scenarios) for (const change of changes) add(change);
  for (const claim of expectations) {
    if (claim.kind !== 'needs' && claim.kind !== 'survives') continue;
    for (const node of claim.nodes ?? hosts) acknowledged.add(node);
  }
  return acknowledged;
}
