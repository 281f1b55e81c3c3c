/**
 * From the syntax tree to the topology. Declarations may stand in any order, so they are entered kind by kind: services,
 * nodes, links, then the flows that use them, then scenarios and expectations. While only flows change, the rest is kept.
 */

import { tokenize } from './lexer';
import { Declarations, linkService, linkUndeclaredServices, spanOf } from './link-declarations';
import { linkExpectation } from './link-expectations';
import { linkFlow, linkScenario, type Network } from './link-steps';
import { reachabilityOf } from './reachability';
import { isHost, Scope } from './scope';
import { checkPeers } from './software';
import type { Diagnostic } from './source';
import type { Item, Property, Statement, StatementKind } from './syntax';
import type { Expectation, Flow, Host, Node, Scenario, Service, Topology } from './topology';
import type { Tree } from './tree';
import { quote } from './wording';

export interface Linking {
  readonly topology: Topology;
  readonly diagnostics: readonly Diagnostic[];
  readonly foundation: Foundation;
}

/** What is declared, and all that was linked on this ground so far: it is kept for as long as no declaration changes. */
interface Foundation {
  readonly declarations: readonly Item[];
  readonly scope: Scope;
  readonly network: Network;
  readonly nodes: readonly Node[];
  readonly nodeByName: ReadonlyMap<string, Node>;
  readonly title: string | undefined;
  readonly diagnostics: readonly Diagnostic[];
  readonly flows: WeakMap<Item, Linked<Flow>>;
  readonly scenarios: WeakMap<Item, Linked<Scenario>>;
  readonly expectations: WeakMap<Item, Linked<Expectation>>;
}

/** A statement's meaning, with what linking it reported. */
interface Linked<T> {
  readonly value: T | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** `previous` saves work: what neither changed nor refers to something that did is kept. The result is the same. */
export function link(tree: Tree, previous?: Linking): Linking {
  const foundation = foundationOf(tree, previous?.foundation);
  const { network, scope, nodes, nodeByName, title } = foundation;
  const diagnostics: Diagnostic[] = [...foundation.diagnostics];
  const collect = <T>(cache: WeakMap<Item, Linked<T>>, item: Item, make: () => T | undefined): T | undefined => {
    const linked = cache.get(item) ?? linkAnew(scope, make);
    cache.set(item, linked);
    for (const found of linked.diagnostics) diagnostics.push(found);
    return linked.value;
  };
  scope.flows.clear();
  scope.scenarios.clear();
  scope.diagnostics.length = 0;
  for (const item of tree.items) {
    const statement = item.line.statement;
    if (statement.kind === 'flow') {
      enter(
        scope,
        'flow',
        scope.flows,
        collect(foundation.flows, item, () => linkFlow(scope, network, item, statement)),
      );
    } else if (statement.kind === 'scenario') {
      const scenario = collect(foundation.scenarios, item, () => linkScenario(scope, network, item, statement));
      enter(scope, 'scenario', scope.scenarios, scenario);
    }
  }
  const expectations: Expectation[] = [];
  for (const item of tree.items) {
    const statement = item.line.statement;
    if (statement.kind !== 'expect') continue;
    if (isOutdated(foundation.expectations.get(item), scope)) foundation.expectations.delete(item);
    const expectation = collect(foundation.expectations, item, () => linkExpectation(scope, item, statement));
    if (expectation) expectations.push(expectation);
  }
  for (const found of scope.diagnostics) diagnostics.push(found);
  const services = [...scope.services.values()];
  const flows = [...scope.flows.values()];
  const scenarios = [...scope.scenarios.values()];
  const { hosts, links } = network;
  const topology = { title, services, nodes, hosts, nodeByName, links, flows, scenarios, expectations };
  return { topology, diagnostics, foundation };
}

function linkAnew<T>(scope: Scope, make: () => T | undefined): Linked<T> {
  const before = scope.diagnostics.length;
  scope.startStatement();
  const value = make();
  return { value, diagnostics: scope.diagnostics.splice(before) };
}

function enter<T extends Flow | Scenario>(
  scope: Scope,
  what: string,
  names: Map<string, T>,
  named: T | undefined,
): void {
  if (named && !scope.reportDuplicate(names.get(named.name), what, named.name, named.span))
    names.set(named.name, named);
}

/** It had a problem, or speaks of a flow or scenario that has been linked anew. */
function isOutdated(linked: Linked<Expectation> | undefined, scope: Scope): boolean {
  if (!linked) return false;
  const { flow, scenario } = linked.value ?? {};
  return (
    linked.value === undefined ||
    (flow !== undefined && scope.flows.get(flow.name) !== flow) ||
    (scenario !== undefined && scope.scenarios.get(scenario.name) !== scenario)
  );
}

function isDeclaration({ line: { statement } }: Item): boolean {
  return statement.kind !== 'flow' && statement.kind !== 'scenario' && statement.kind !== 'expect';
}

function foundationOf(tree: Tree, previous: Foundation | undefined): Foundation {
  const declarations = tree.items.filter(isDeclaration);
  const resources = resourcesOf(tree.items);
  if (previous && sameItems(declarations, previous.declarations) && sameSet(resources, previous.network.resources)) {
    return previous;
  }
  const scope = new Scope();
  const file = new File(declarations);
  file.each('service', (statement, item) => linkService(scope, statement, item.lineNumber));
  linkUndeclaredServices(scope, declarations);
  const declared = new Declarations(scope);
  for (const item of declarations) {
    const statement = item.line.statement;
    if (statement.kind === 'host') declared.linkHosts(statement, item);
    else if (statement.kind === 'device') declared.linkDevices(statement, item.lineNumber);
  }
  declared.linkListings();
  file.each('link', (statement, item) => declared.linkLinks(statement, item));
  const { nodes, links } = declared;
  const hosts = nodes.filter(isHost);
  checkPeers(scope, hosts);
  const reachability = reachabilityOf(nodes, links);
  const hasSoftware = hosts.some((host) => host.software.length > 0);
  const isComplete = !declared.hasDoubtfulLinks;
  const sharedIn = sharedInOf(hosts);
  const network: Network = { hosts, links, reachability, isComplete, hasSoftware, resources, sharedIn };
  checkIsolated(scope, nodes, network);
  const title = titleOf(scope, file);
  const nodeByName = new Map<string, Node>();
  for (const node of nodes) nodeByName.set(node.name, node);
  return {
    declarations,
    scope,
    network,
    nodes,
    nodeByName,
    title,
    diagnostics: scope.diagnostics.splice(0),
    flows: new WeakMap(),
    scenarios: new WeakMap(),
    expectations: new WeakMap(),
  };
}

function sameItems(a: readonly Item[], b: readonly Item[]): boolean {
  return a.length === b.length && a.every((item, place) => item === b[place]);
}

function sameSet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((entry) => b.has(entry));
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
      });
    } else {
      first = { title: statement.title.text, item };
    }
  });
  return first?.title;
}

/** A resource comes into being where it is shared, uploaded or published. Of a line that could not be read every text may be one. */
function resourcesOf(items: readonly Item[]): ReadonlySet<string> {
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
  return resources;
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

function checkIsolated(scope: Scope, nodes: readonly Node[], network: Network): void {
  if (!network.reachability.hasNetwork || !network.isComplete) return;
  const groups = new Set<string>();
  for (const node of nodes) {
    if (node.kind !== 'host' || network.reachability.isLinked(node) || groups.has(node.group ?? '')) continue;
    if (node.group !== undefined) groups.add(node.group);
    const message = `${quote(node.name)} has no link, so nobody can reach it. Link it, such as: link ${node.group ?? node.name} -- ${suggestedEnd(nodes, node)}`;
    scope.report('isolated-host', node.span, message);
  }
}

function suggestedEnd(nodes: readonly Node[], lonely: Node): string {
  const device = nodes.find((node) => node.kind !== 'host') ?? nodes.find((node) => node !== lonely);
  return device?.name ?? 'lan';
}
