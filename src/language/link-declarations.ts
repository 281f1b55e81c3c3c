/** From declarations to hosts and devices: names are entered, groups expanded, defaults filled in. */
import type { KeptLinks } from './link-links';
import { checkKind } from './link-services';
import type { NamedNodes, Scope } from './scope';
import { type Span, spanOf } from './source';
import type { Amount, Declarator, Item, Place, Property, Statement, Word } from './syntax';
import type { Host, Listing, Node, Role, SharedResource, Software, SoftwareKind } from './topology';
import { formatCount, quote, shorten } from './wording';

/** The largest group, and the most nodes that a file may come to. */
const maximumGroup = 100_000;
const maximumNodes = 250_000;

type Of<Kind extends Statement['kind']> = Extract<Statement, { kind: Kind }>;

/** What the members of one declaration have in common. */
interface HostTraits {
  /** The first of them, for messages. */
  readonly name: string;
  /** What has been said of them so far, and where. */
  readonly said: Map<string, Span>;
  declaredRole: Role | undefined;
  roleSpan: Span | undefined;
  software: Software[];
  shares: SharedResource[];
  /** Filled once all hosts are known. */
  lists: Listing[];
  upBps: number | undefined;
  downBps: number | undefined;
  note: string | undefined;
  at: Place | undefined;
}

/**
 * What the lines of an earlier version declared, by item: it holds again where it stands at the same place among its like
 * and the names in it mean the same. Only what was linked without a report is kept.
 */
export interface KeptDeclarations {
  readonly nodes: WeakMap<Item, { readonly first: number; readonly named: ReadonlyMap<string, NamedNodes> }>;
  readonly links: KeptLinks;
}

/** Collects hosts and devices; `lists` refers to hosts that may be declared later, so it is linked in a second round. */
export class Declarations {
  readonly nodes: Node[] = [];
  private readonly listings: {
    readonly traits: HostTraits;
    readonly property: Property & { kind: 'lists' };
    readonly line: number;
  }[] = [];

  /** Services that lack their declaration: one report each is enough, however many hosts run them. */
  private readonly undeclared = new Set<string>();

  constructor(
    private readonly scope: Scope,
    private readonly kept: KeptDeclarations,
  ) {}

  linkHosts(statement: Of<'host'>, item: Item): void {
    if (this.keepNodes(item)) return;
    const first = this.nodes.length;
    const reportedBefore = this.scope.diagnostics.length;
    const listingsBefore = this.listings.length;
    const traits = this.hostTraits(statement, item);
    for (const declarator of statement.names) {
      this.declare(declarator, item.lineNumber, (base) => hostOf(base, traits.at, traits));
    }
    const isWhole =
      this.scope.diagnostics.length === reportedBefore && !this.scope.doubtfulSoftware.has(traits.software);
    if (isWhole && this.listings.length === listingsBefore) this.rememberNodes(statement.names, item, first);
  }

  linkDevices(statement: Of<'device'>, item: Item): void {
    if (this.keepNodes(item)) return;
    const first = this.nodes.length;
    const reportedBefore = this.scope.diagnostics.length;
    for (const declarator of statement.names) {
      const { at } = statement;
      this.declare(declarator, item.lineNumber, (base) => ({ ...base, kind: statement.device, at }));
    }
    if (this.scope.diagnostics.length === reportedBefore) this.rememberNodes(statement.names, item, first);
  }

  private rememberNodes(names: readonly Declarator[], item: Item, first: number): void {
    const named = new Map<string, NamedNodes>();
    for (const { name } of names) {
      const nodes = this.scope.nodes.get(name.text);
      if (nodes) named.set(name.text, nodes);
    }
    this.kept.nodes.set(item, { first, named });
  }

  private keepNodes(item: Item): boolean {
    const kept = this.kept.nodes.get(item);
    if (kept?.first !== this.nodes.length) return false;
    for (const name of kept.named.keys()) if (this.scope.nodes.has(name)) return false;
    for (const [name, named] of kept.named) {
      this.scope.nodes.set(name, named);
      for (const node of named.nodes) this.nodes.push(node);
    }
    return true;
  }

  linkListings(): void {
    for (const { traits, property, line } of this.listings) {
      const hosts = this.scope.resolveHosts(property.hosts, line);
      traits.lists.push({ resource: property.resource.text, hosts, span: spanOf(property.resource, line) });
    }
  }

  private declare(declarator: Declarator, line: number, make: (base: NodeName) => Node): void {
    const { name, count } = declarator;
    const span = spanOf(name, line);
    const taken = this.scope.nodes.get(name.text);
    if (taken) {
      this.scope.reportDuplicate(taken.nodes[0], taken.nodes[0]?.kind ?? 'host', name.text, span);
      return;
    }
    const isBroken = count !== undefined && !this.isGroupSize(name.text, count, line);
    const nodes: Node[] = [];
    if (!count) nodes.push(make({ index: this.nodes.length, name: name.text, group: undefined, span }));
    for (let member = 1; !isBroken && member <= (count?.value ?? 0); member++) {
      const index = this.nodes.length + nodes.length;
      nodes.push(make({ index, name: `${name.text}[${member}]`, group: name.text, span }));
    }
    this.scope.nodes.set(name.text, { name: name.text, nodes, isGroup: count !== undefined, isBroken });
    for (const node of nodes) this.nodes.push(node);
  }

  private isGroupSize(name: string, count: Amount, line: number): boolean {
    const reason = this.reasonAgainst(name, count.value);
    if (reason) this.scope.report('bad-group', spanOf(count, line), reason);
    return reason === undefined;
  }

  private reasonAgainst(name: string, count: number): string | undefined {
    if (count < 1) return `A group has at least one member: write ${shorten(name)}[1], or leave ${quote(name)} out.`;
    if (count > maximumGroup) {
      return `${quote(name)} would have ${formatCount(count)} members, but a group has at most ${formatCount(maximumGroup)}. Make it smaller.`;
    }
    if (this.nodes.length + count <= maximumNodes) return undefined;
    return `With ${quote(name)} the file has more than ${formatCount(maximumNodes)} hosts, the most that it may have. Make a group smaller.`;
  }

  private hostTraits(statement: Of<'host'>, item: Item): HostTraits {
    const role = statement.role;
    const traits: HostTraits = {
      name: statement.names[0]?.name.text ?? '',
      said: new Map(),
      declaredRole: role?.text as Role | undefined,
      roleSpan: role && spanOf(role, item.lineNumber),
      software: [],
      shares: [],
      lists: [],
      upBps: undefined,
      downBps: undefined,
      note: undefined,
      at: undefined,
    };
    for (const property of statement.properties) this.addProperty(traits, property, item);
    if (item.line.problem) this.scope.doubtfulSoftware.add(traits.software);
    for (const child of item.body ?? []) {
      if (child.line.problem) this.scope.doubtfulSoftware.add(traits.software);
      const inner = child.line.statement;
      if (inner.kind === 'note' && inner.text) this.addProperty(traits, { kind: 'note', text: inner.text }, child);
      if (inner.kind !== 'properties') continue;
      for (const property of inner.properties) this.addProperty(traits, property, child);
    }
    return traits;
  }

  private addProperty(traits: HostTraits, property: Property, { line: { text }, lineNumber: line }: Item): void {
    switch (property.kind) {
      case 'runs':
        for (const entry of property.software) this.addSoftware(traits, entry.service, entry.kind, line);
        return;
      case 'shares': {
        const service = property.service && this.scope.service(property.service, line);
        const { resource, size } = property;
        const span = spanOf(resource, line);
        if (this.isSaid(traits, `shares ${quote(resource.text)}`, span, `shares ${service?.name} ${resource.text}`))
          return;
        traits.shares.push({ resource: resource.text, sizeBytes: size?.value, service, span });
        return;
      }
      case 'lists':
        this.listings.push({ traits, property, line });
        return;
      case 'up':
      case 'down':
        if (this.isSaid(traits, `has a rate for ${quote(property.kind)}`, spanOf(property.rate, line))) return;
        traits[property.kind === 'up' ? 'upBps' : 'downBps'] = property.rate.value;
        return;
      case 'at':
        if (!this.isSaid(traits, 'has a place in the diagram', lastPlace(text, line))) traits.at = property.at;
        return;
      case 'note':
        if (!this.isSaid(traits, 'has a note', spanOf(property.text, line))) traits.note = property.text.text;
    }
  }

  private addSoftware(traits: HostTraits, name: Word, kind: Word, line: number): void {
    const isReported = this.undeclared.has(name.text);
    const service = isReported ? undefined : this.scope.service(name, line);
    const span = { line, start: name.start, end: kind.end };
    if (service) {
      if (this.isSaid(traits, `runs ${name.text} ${kind.text}`, span)) return;
      traits.software.push({ service, kind: kind.text as SoftwareKind, span });
      if (!checkKind(this.scope, service, kind, span)) this.scope.doubtfulSoftware.add(traits.software);
    } else {
      this.scope.doubtfulSoftware.add(traits.software);
      if (this.scope.likelyPatterns.has(name.text)) this.undeclared.add(name.text);
    }
  }

  /** Whether the same was said of a host before, which is reported. */
  private isSaid({ name, said }: HostTraits, what: string, span: Span, key = what): boolean {
    const first = said.get(key);
    if (first) {
      const related = [{ message: 'first said here', span: first }];
      this.scope.report('duplicate-name', span, `${quote(name)} already ${what}: remove one of the two.`, { related });
    } else said.set(key, span);
    return first !== undefined;
  }
}

/** A place in the diagram does not know where it is written. It is asked for where there are two, so it is the last. */
function lastPlace(text: string, line: number): Span {
  const start = text.search(/\bat\s*\([^()]*\)(?!.*\bat\s*\()/);
  return { line, start: Math.max(0, start), end: start < 0 ? text.length : text.indexOf(')', start) + 1 };
}

type NodeName = Pick<Node, 'index' | 'name' | 'group' | 'span'>;

/** A pin is one place: only a host on its own can have it. Spelt out, because spreading is slow for 100,000 of them. */
function hostOf(base: NodeName, at: Place | undefined, traits: HostTraits): Host {
  return {
    kind: 'host',
    index: base.index,
    name: base.name,
    group: base.group,
    at,
    span: base.span,
    declaredRole: traits.declaredRole,
    roleSpan: traits.roleSpan,
    software: traits.software,
    shares: traits.shares,
    lists: traits.lists,
    upBps: traits.upBps,
    downBps: traits.downBps,
    note: traits.note,
  };
}
