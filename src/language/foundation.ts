/**
 * What a file declares, linked: the ground on which its flows, scenarios and expectations stand. An edit keeps what it can:
 * the whole of it while no declaration changes, else each node and link whose own line is as it was.
 */
import { cablingOf } from './cabling';
import { exampleStep } from './example-step';
import { tokenize } from './lexer';
import { Declarations, type KeptDeclarations } from './link-declarations';
import { Links } from './link-links';
import { linkService, linkUndeclaredServices } from './link-services';
import type { Network } from './link-steps';
import { insertion, once, placesOf } from './places';
import { type Reachability, reachabilityOf } from './reachability';
import { type NamedNodes, Scope } from './scope';
import { checkPeers } from './software';
import { type Diagnostic, spanOf } from './source';
import type { Item, Property, Statement, StatementKind } from './syntax';
import {
  type Exercise,
  type Expectation,
  type Flow,
  type Host,
  isHost,
  type Link,
  type Node,
  type Scenario,
  type Service,
} from './topology';
import type { Tree } from './tree';
import { quote } from './wording';

export interface Foundation {
  readonly declarations: readonly Item[];
  readonly scope: Scope;
  readonly network: Network;
  readonly nodes: readonly Node[];
  readonly nodeByName: ReadonlyMap<string, Node>;
  readonly title: string | undefined;
  readonly diagnostics: readonly Diagnostic[];
  readonly kept: KeptDeclarations;
  readonly statements: KeptStatements;
}

/** All that has been linked so far, by the item that it was made of. */
interface KeptStatements {
  readonly flows: WeakMap<Item, Linked<Flow>>;
  readonly scenarios: WeakMap<Item, Linked<Scenario>>;
  readonly expectations: WeakMap<Item, Linked<Expectation>>;
  readonly exercises: WeakMap<Item, Exercise>;
}

/** A statement's meaning, with what linking it reported. */
export interface Linked<T> {
  readonly value: T | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** Where it was linked, or found to hold as well. */
  ground: Foundation;
  /** The names that it depends on; undefined where it depends on more. */
  readonly uses: readonly NamedNodes[] | undefined;
}

export function foundationOf(tree: Tree, previous: Foundation | undefined): Foundation {
  const declarations = tree.items.filter(isDeclaration);
  const resources = resourcesOf(tree.items, previous?.network.resources);
  if (previous && resources === previous.network.resources && sameItems(declarations, previous.declarations)) {
    return previous;
  }
  const scope = new Scope(placesOf(tree.lines, declarations));
  const file = new File(declarations);
  linkServices(scope, file, declarations, previous?.scope);
  const canKeep =
    previous?.diagnostics.length === 0 &&
    sameItems([...scope.services.values()], [...previous.scope.services.values()]);
  const kept = canKeep ? previous.kept : { nodes: new WeakMap(), links: new WeakMap() };
  const declared = new Declarations(scope, kept);
  for (const item of declarations) {
    const statement = item.line.statement;
    if (statement.kind === 'host') declared.linkHosts(statement, item);
    else if (statement.kind === 'device') declared.linkDevices(statement, item);
  }
  declared.linkListings();
  const { nodes } = declared;
  const linked = new Links(scope, kept.links);
  file.each('link', (statement, item) => linked.link(statement, item));
  const links = linked.all;
  const hosts = nodes.filter(isHost);
  checkPeers(scope, hosts);
  const network: Network = {
    hosts,
    links,
    reachability: keptReachability(nodes, links, previous) ?? reachabilityOf(nodes, links),
    isComplete: !linked.areDoubtful,
    hasSoftware: hosts.some((host) => host.software.length > 0),
    resources,
    sharedIn: sharedInOf(hosts),
    holders: once(() => holdersOf(hosts)),
    cabling: once(() => cablingOf(nodes, links, scope)),
  };
  scope.exampleStep = once(() => exampleStep(network));
  checkIsolated(scope, nodes, network);
  const title = titleOf(scope, file);
  const nodeByName = new Map<string, Node>();
  for (const node of nodes) nodeByName.set(node.name, node);
  const diagnostics = scope.diagnostics.splice(0);
  const statements =
    canKeep && diagnostics.length === 0 && isAlike(network, previous.network) ? previous.statements : nothingKept();
  return { declarations, scope, network, nodes, nodeByName, title, diagnostics, kept, statements };
}

function nothingKept(): KeptStatements {
  return { flows: new WeakMap(), scenarios: new WeakMap(), expectations: new WeakMap(), exercises: new WeakMap() };
}

function isDeclaration({ line: { statement } }: Item): boolean {
  return !undeclaring.has(statement.kind);
}

/** What stands on the ground that the others make. */
const undeclaring: ReadonlySet<StatementKind> = new Set(['flow', 'scenario', 'exercise', 'expect']);

function sameItems(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((item, place) => item === b[place]);
}

function sameSet(a: ReadonlySet<unknown>, b: ReadonlySet<unknown>): boolean {
  if (a.size !== b.size) return false;
  for (const entry of a) if (!b.has(entry)) return false;
  return true;
}

/** The same to every statement that names none of the nodes that have changed. */
function isAlike(a: Network, b: Network): boolean {
  return (
    a.reachability === b.reachability &&
    a.isComplete === b.isComplete &&
    a.hasSoftware === b.hasSoftware &&
    a.resources === b.resources &&
    a.sharedIn.size === b.sharedIn.size &&
    [...a.sharedIn].every(([resource, services]) => sameSet(services, b.sharedIn.get(resource) ?? new Set()))
  );
}

/** Who reaches whom depends on which nodes are linked and on what forwards, on nothing else. */
function keptReachability(
  nodes: readonly Node[],
  links: readonly Link[],
  previous: Foundation | undefined,
): Reachability | undefined {
  if (!previous || nodes.length !== previous.nodes.length || links.length !== previous.network.links.length)
    return undefined;
  const sameNodes = nodes.every(
    (node, place) => node === previous.nodes[place] || node.kind === previous.nodes[place]?.kind,
  );
  const sameLinks = links.every((link, place) => {
    const before = previous.network.links[place];
    return (
      link === before ||
      (link.a.index === before?.a.index && link.b.index === before.b.index && link.service === before.service)
    );
  });
  return sameNodes && sameLinks ? previous.network.reachability : undefined;
}

/** A service that is declared, or implied, as it was before stays the very same. */
function linkServices(scope: Scope, file: File, declarations: readonly Item[], previous: Scope | undefined): void {
  file.each('service', (statement, item) => linkService(scope, statement, item.lineNumber));
  linkUndeclaredServices(scope, declarations);
  for (const [name, service] of scope.services) {
    const before = previous?.services.get(name);
    if (before && isSameService(service, before)) scope.services.set(name, before);
  }
}

function isSameService(a: Service, b: Service): boolean {
  return (
    a.pattern === b.pattern &&
    a.span.line === b.span.line &&
    a.span.start === b.span.start &&
    a.options.size === b.options.size &&
    [...a.options].every(([name, value]) => b.options.get(name) === value)
  );
}

/** The statements outside of all blocks, by kind. */
class File {
  constructor(private readonly items: readonly Item[]) {}

  each<Kind extends StatementKind>(
    kind: Kind,
    visit: (statement: Extract<Statement, { kind: Kind }>, item: Item) => void,
  ): void {
    for (const item of this.items) {
      const statement = item.line.statement;
      if (statement.kind === kind) visit(statement as Extract<Statement, { kind: Kind }>, item);
    }
  }
}

function titleOf(scope: Scope, file: File): string | undefined {
  let first: { readonly title: string; readonly item: Item } | undefined;
  file.each('topology', (statement, item) => {
    if (!statement.title) return;
    const span = spanOf(statement.title, item.lineNumber);
    if (first) {
      const { item: taken } = first;
      const declared = { line: taken.lineNumber, start: taken.line.start, end: taken.line.end };
      scope.report('duplicate-name', span, 'A file has one title: remove one of the two.', {
        related: [{ message: 'first given here', span: declared }],
        fixes: [{ title: 'Make it a comment', edits: [insertion(item.lineNumber, item.line.start, '// ')] }],
      });
    } else {
      first = { title: statement.title.text, item };
    }
  });
  return first?.title;
}

/** A resource comes into being where it is shared, uploaded or published. Of a line that could not be read every text may be one. */
function resourcesOf(items: readonly Item[], previous: ReadonlySet<string> | undefined): ReadonlySet<string> {
  const resources = new Set<string>();
  const add = (properties: readonly Property[]): void => {
    for (const property of properties) if (property.kind === 'shares') resources.add(property.resource.text);
  };
  const visit = (inner: readonly Item[]): void => {
    for (const { line, body, otherwise } of inner) {
      const statement = line.statement;
      if (line.problem) for (const { kind, text } of tokenize(line.text)) if (kind === 'string') resources.add(text);
      if (statement.kind === 'host' || statement.kind === 'properties') add(statement.properties);
      else if (statement.kind === 'message' && statement.message?.verb === 'put')
        resources.add(statement.message.resource.text);
      else if (statement.kind === 'action' && statement.verb === 'publishes' && statement.object)
        resources.add(statement.object.text);
      if (body) visit(body);
      if (otherwise) visit(otherwise);
    }
  };
  visit(items);
  return previous && sameSet(resources, previous) ? previous : resources;
}

function sharedInOf(hosts: readonly Host[]): ReadonlyMap<string, ReadonlySet<Service>> {
  const services = new Map<string, Set<Service>>();
  for (const host of hosts) {
    for (const { resource, service } of host.shares) {
      if (!service) continue;
      const known = services.get(resource);
      if (known) known.add(service);
      else services.set(resource, new Set([service]));
    }
  }
  return services;
}

function holdersOf(hosts: readonly Host[]): ReadonlyMap<string, readonly Host[]> {
  const holders = new Map<string, Host[]>();
  for (const host of hosts) {
    for (const { resource } of host.shares) {
      const known = holders.get(resource);
      if (known) known.push(host);
      else holders.set(resource, [host]);
    }
  }
  return holders;
}

function checkIsolated(scope: Scope, nodes: readonly Node[], network: Network): void {
  if (!network.reachability.hasNetwork || !network.isComplete) return;
  const groups = new Set<string>();
  for (const node of nodes) {
    if (node.kind !== 'host' || network.reachability.isLinked(node) || groups.has(node.group ?? '')) continue;
    if (node.group !== undefined) groups.add(node.group);
    const fixes = network.cabling().attach(node);
    const link = fixes[0]?.edits[0]?.text.trim() ?? `link ${node.group ?? node.name} -- lan`;
    const message = `${quote(node.name)} has no link, so nobody can reach it. Link it, such as: ${link}`;
    scope.report('isolated-host', node.span, message, { fixes });
  }
}
