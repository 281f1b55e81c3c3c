/**
 * Who is whose neighbour in an application that passes messages on: the ends of its overlay links where the file has any,
 * else everybody who runs it. Knows what is declared alone, nothing of a run.
 */
import type { Network } from './link-steps';
import type { Scope } from './scope';
import type { Fix, Span } from './source';
import type { Host, Link, Node, Service } from './topology';
import { quote, shorten } from './wording';

type Overlay = ReadonlyMap<Node, readonly Node[]>;

/** The neighbours of each host by overlay links; undefined where the file has none for this service. */
export function overlayOf(links: readonly Link[], service: Service): Overlay | undefined {
  const known = overlays.get(links) ?? new Map<Service, Overlay | undefined>();
  overlays.set(links, known);
  if (!known.has(service)) known.set(service, neighboursBy(links, service));
  return known.get(service);
}

/** Asked for at every query, so it is kept for as long as the links are the same. */
const overlays = new WeakMap<readonly Link[], Map<Service, Overlay | undefined>>();

function neighboursBy(links: readonly Link[], service: Service): Overlay | undefined {
  const neighbours = new Map<Node, Node[]>();
  const add = (host: Node, other: Node) => {
    const known = neighbours.get(host);
    if (known) known.push(other);
    else neighbours.set(host, [other]);
  };
  for (const { a, b, service: over } of links) {
    if (over !== service || a.kind !== 'host' || b.kind !== 'host') continue;
    add(a, b);
    add(b, a);
  }
  return neighbours.size > 0 ? neighbours : undefined;
}

/** Of a large group these speak for the rest. */
const maximumAsked = 100;

/** A host that asks its neighbours, or tells them something, needs at least one. */
export function checkNeighbours(
  scope: Scope,
  network: Network,
  hosts: readonly Host[],
  service: Service,
  span: Span,
): void {
  if ((service.pattern !== 'flooding' && service.pattern !== 'gossip') || !network.isComplete) return;
  scope.isFarReaching = true;
  const overlay = overlayOf(network.links, service);
  if (!overlay && scope.doubtfulSoftware.size > 0) return;
  const takesPart = (host: Host): boolean =>
    !network.hasSoftware || host.software.some((software) => software.service === service);
  const members = overlay ? [] : network.hosts.filter(takesPart);
  const reaches = (a: Host, b: Host): boolean =>
    !network.reachability.hasNetwork || network.reachability.canReach(a, b);
  const isLonely = (host: Host): boolean =>
    overlay ? !overlay.has(host) : !members.some((other) => other !== host && reaches(host, other));
  const lonely = hosts.slice(0, maximumAsked).find((host) => takesPart(host) && isLonely(host));
  if (!lonely) return;
  const known = overlay?.keys().next().value;
  const related = [{ message: `${shorten(lonely.name)} is declared here`, span: lonely.span }];
  const other = members.find((host) => host !== lonely);
  const fixes = known
    ? [linkOver(scope, lonely, known, service)]
    : other
      ? network.cabling().connect(lonely, other)
      : [];
  scope.report('no-neighbours', span, whyLonely(lonely, service, known, members.length), { related, fixes });
}

function linkOver({ places }: Scope, lonely: Host, known: Node, { name }: Service): Fix {
  const edits = [places.declare('link', `link ${lonely.name} -- ${known.name} over ${name}`)];
  return { title: `Link ${shorten(lonely.name)} to ${shorten(known.name)} over ${shorten(name)}`, edits };
}

function whyLonely({ name }: Host, service: Service, known: Node | undefined, members: number): string {
  const application = quote(service.name);
  if (known) {
    const link = `link ${shorten(name)} -- ${shorten(known.name)} over ${shorten(service.name)}`;
    return `${quote(name)} has no neighbour in ${application}, so nobody hears it. Link it to one: ${link}`;
  }
  return members < 2
    ? `${quote(name)} is the only host that runs ${application}, so nobody hears it. Add to another host: runs ${shorten(service.name)} peer`
    : `${quote(name)} reaches no other host that runs ${application}. Link them, directly or through a switch.`;
}
