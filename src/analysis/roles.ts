/**
 * The three roles of each host, side by side: declared in the file, capable of by its software, exercised in the flows.
 * Each comes with its evidence, the lines that cause it.
 */
import type { Host, Role, SoftwareKind, Topology } from '../language/topology';
import { shorten } from '../language/wording';
import { listed, quoted } from '../simulation/words';
import type { Evidence, HostRoles, ServiceRole } from './analysis';
import type { Exchange } from './exchanges';

type ExercisedEvidence = HostRoles['evidence']['exercised'][number];

export function rolesOf(topology: Topology, exchanges: readonly Exchange[]): readonly HostRoles[] {
  const records = recordsOf(exchanges);
  const order = [...topology.services.map((service) => service.name), undefined];
  const capable = memoised(capableBy);
  return topology.hosts.map((host): HostRoles => {
    const record = records.get(host.name);
    return {
      host,
      declared: host.declaredRole,
      capable: capable(host.software).role,
      exercised: record && union(record.map(({ role }) => role)),
      exercisedByService: record ? byService(record, order) : none,
      evidence: {
        declared: declaredEvidence(host),
        capable: capable(host.software).evidence,
        exercised: record ? record.map(toEvidence) : none,
      },
    };
  });
}

const none: readonly never[] = [];

/** The sum of several roles; undefined where there is none. */
export function union(roles: Iterable<Role>): Role | undefined {
  let sum: Role | undefined;
  for (const role of roles) sum = sum === undefined || sum === role ? role : 'both';
  return sum;
}

/** One line that makes a host act in one role, asked or unasked, with everybody on the other side. */
interface Act {
  readonly role: 'client' | 'server';
  readonly exchange: Exchange;
  readonly others: Set<string>;
}

function recordsOf(exchanges: readonly Exchange[]): ReadonlyMap<string, readonly Act[]> {
  const byHost = new Map<string, Map<number, Act>>();
  const keyOf = placesAndServices();
  const add = (host: string, role: 'client' | 'server', other: string, exchange: Exchange) => {
    const acts = byHost.get(host) ?? new Map<number, Act>();
    if (acts.size === 0) byHost.set(host, acts);
    const key = keyOf(exchange) * 4 + (role === 'client' ? 0 : 1) + (exchange.isPush ? 2 : 0);
    const act = acts.get(key);
    if (act) act.others.add(other);
    else acts.set(key, { role, exchange, others: new Set([other]) });
  };
  for (const exchange of exchanges) {
    if (exchange.clientActs) add(exchange.client, 'client', exchange.server, exchange);
    if (exchange.serverActs) add(exchange.server, 'server', exchange.client, exchange);
  }
  return new Map([...byHost].map(([host, acts]) => [host, [...acts.values()]]));
}

/** A number for each line and service that come up together. */
function placesAndServices(): (exchange: Exchange) => number {
  const services = new Map<string | undefined, Map<number, number>>();
  let count = 0;
  return ({ service, span }) => {
    const lines = services.get(service) ?? new Map<number, number>();
    if (lines.size === 0) services.set(service, lines);
    const known = lines.get(span.line) ?? count++;
    lines.set(span.line, known);
    return known;
  };
}

function toEvidence({ role, exchange, others }: Act): ExercisedEvidence {
  const deed = exchange.isPush
    ? { client: 'receives from', server: 'sends to' }[role]
    : { client: 'asks', server: 'answers' }[role];
  const text = `${deed} ${listed([...others])} in ${quoted(exchange.flow)}`;
  return { span: exchange.span, text, role, service: exchange.service };
}

function byService(record: readonly Act[], order: readonly (string | undefined)[]): readonly ServiceRole[] {
  return order.flatMap((service): readonly ServiceRole[] => {
    const role = union(record.filter((act) => act.exchange.service === service).map((act) => act.role));
    return role ? [{ service, role }] : [];
  });
}

function declaredEvidence({ declaredRole, roleSpan }: Host): readonly Evidence[] {
  return declaredRole && roleSpan ? [{ span: roleSpan, text: `declared as ${declaredRole}` }] : none;
}

/** What each kind of software makes a host able to do. An edge asks its origin, so it is both. */
const abilities: Readonly<Record<SoftwareKind, Role>> = {
  client: 'client',
  server: 'server',
  peer: 'both',
  index: 'server',
  tracker: 'server',
  edge: 'both',
  origin: 'server',
};

function capableBy(software: Host['software']): {
  readonly role: Role | undefined;
  readonly evidence: readonly Evidence[];
} {
  return {
    role: union(software.map(({ kind }) => abilities[kind])),
    evidence: software.map(({ service, kind, span }) => ({ span, text: `runs ${shorten(service.name)} ${kind}` })),
  };
}

/** The members of a group share one list of software, so it is looked at once. */
function memoised<A extends object, B>(compute: (argument: A) => B): (argument: A) => B {
  const known = new Map<A, B>();
  return (argument) => {
    const result = known.get(argument) ?? compute(argument);
    known.set(argument, result);
    return result;
  };
}
