/**
 * From the syntax tree to the topology. Declarations may stand in any order, so they are entered kind by kind: services,
 * nodes, links, then the flows that use them, then scenarios and expectations.
 */
import { Declarations, linkService, spanOf } from './link-declarations';
import { linkExpectation } from './link-expectations';
import { linkFlow, linkScenario, type Network } from './link-steps';
import { reachabilityOf } from './reachability';
import { isHost, Scope } from './scope';
import { checkPeers } from './software';
import type { Diagnostic } from './source';
import type { Item, Statement, StatementKind } from './syntax';
import type { Expectation, Host, Node, Topology } from './topology';
import type { Tree } from './tree';

export function link(tree: Tree): { readonly topology: Topology; readonly diagnostics: readonly Diagnostic[] } {
  const scope = new Scope();
  const file = new File(tree.items);
  file.each('service', (statement, item) => linkService(scope, statement, item.lineNumber));
  const declarations = new Declarations(scope);
  for (const item of tree.items) {
    const statement = item.line.statement;
    if (statement.kind === 'host') declarations.linkHosts(statement, item);
    else if (statement.kind === 'device') declarations.linkDevices(statement, item.lineNumber);
  }
  declarations.linkListings();
  file.each('link', (statement, item) => declarations.linkLinks(statement, item));
  const { nodes, links } = declarations;
  const hosts = nodes.filter(isHost);
  checkPeers(scope, hosts);
  const reachability = reachabilityOf(nodes, links);
  const hasSoftware = hosts.some((host) => host.software.length > 0);
  const network: Network = { hosts, links, reachability, hasSoftware, resources: resourcesOf(hosts, tree.items) };
  checkIsolated(scope, nodes, network);
  file.each('flow', (statement, item) => linkFlow(scope, network, item, statement));
  file.each('scenario', (statement, item) => linkScenario(scope, network, item, statement));
  const expectations: Expectation[] = [];
  file.each('expect', (statement, item) => {
    const expectation = linkExpectation(scope, item, statement);
    if (expectation) expectations.push(expectation);
  });
  const topology: Topology = {
    title: titleOf(scope, file),
    services: [...scope.services.values()],
    nodes,
    hosts,
    nodeByName: new Map(nodes.map((node) => [node.name, node])),
    links,
    flows: [...scope.flows.values()],
    scenarios: [...scope.scenarios.values()],
    expectations,
  };
  return { topology, diagnostics: scope.diagnostics };
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

/** A resource comes into being where it is shared, uploaded or published. */
function resourcesOf(hosts: readonly Host[], items: readonly Item[]): ReadonlySet<string> {
  const resources = new Set<string>();
  for (const host of hosts) {
    for (const shared of host.shares) resources.add(shared.resource);
  }
  const visit = (inner: readonly Item[]): void => {
    for (const { line, body, otherwise } of inner) {
      const statement = line.statement;
      if (statement.kind === 'message' && statement.message?.verb === 'put')
        resources.add(statement.message.resource.text);
      if (statement.kind === 'action' && statement.verb === 'publishes' && statement.object)
        resources.add(statement.object.text);
      if (body) visit(body);
      if (otherwise) visit(otherwise);
    }
  };
  visit(items);
  return resources;
}

function checkIsolated(scope: Scope, nodes: readonly Node[], network: Network): void {
  if (!network.reachability.hasNetwork) return;
  for (const node of nodes) {
    if (node.kind !== 'host' || network.reachability.isLinked(node)) continue;
    const message = `“${node.name}” has no link, so nobody can reach it. Link it, such as: link ${node.name} -- ${suggestedEnd(nodes, node)}`;
    scope.report('isolated-host', node.span, message);
    if (node.group !== undefined) return;
  }
}

function suggestedEnd(nodes: readonly Node[], lonely: Node): string {
  const device = nodes.find((node) => node.kind !== 'host') ?? nodes.find((node) => node !== lonely);
  return device?.name ?? 'lan';
}
