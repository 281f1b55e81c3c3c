/** From declarations to services, hosts, devices and links: names are entered, groups expanded, defaults filled in. */
import type { Scope } from './scope';
import { shapedPairs } from './shapes';
import type { Span } from './source';
import { closest } from './suggest';
import type { Amount, Declarator, Item, Place, Property, Statement, Word } from './syntax';
import type { Host, Link, Listing, Node, PatternName, Role, SharedResource, Software, SoftwareKind } from './topology';

/** The largest group, and the most nodes and links that a file may come to. */
export const maximumGroup = 100_000;
const maximumNodes = 250_000;
const maximumLinks = 500_000;

const defaultRateBps = 100e6;
const defaultLatencyMs = 1;

type Of<Kind extends Statement['kind']> = Extract<Statement, { kind: Kind }>;

export function spanOf(word: { readonly start: number; readonly end: number }, line: number): Span {
  return { line, start: word.start, end: word.end };
}

export function linkService(scope: Scope, statement: Of<'service'>, line: number): void {
  if (!statement.name) return;
  const { text: name } = statement.name;
  const span = spanOf(statement.name, line);
  if (scope.reportDuplicate(scope.services.get(name), 'service', name, span)) return;
  const pattern = (statement.pattern?.text ?? 'request') as PatternName;
  const options = new Map(statement.options.map((option) => [option.name.text, option.value.value]));
  scope.services.set(name, { name, pattern, options, span });
}

/**
 * `runs web client` alone is enough for a service of the default pattern: it is there because somebody runs it. A name
 * close to a declared one is taken for a slip of the pen, and kinds of the other patterns need the declaration.
 */
export function linkUndeclaredServices(scope: Scope, items: readonly Item[]): void {
  const declared = [...scope.services.keys()];
  const add = (properties: readonly Property[], line: number): void => {
    for (const property of properties) {
      if (property.kind !== 'runs') continue;
      for (const { service, kind } of property.software) {
        const name = service.text;
        if (scope.services.has(name) || !plainKinds.has(kind.text) || closest(name, declared) !== undefined) continue;
        scope.services.set(name, { name, pattern: 'request', options: new Map(), span: spanOf(service, line) });
      }
    }
  };
  for (const { line, lineNumber, body } of items) {
    if (line.statement.kind !== 'host') continue;
    add(line.statement.properties, lineNumber);
    for (const { line: inner, lineNumber: innerNumber } of body ?? []) {
      if (inner.statement.kind === 'properties') add(inner.statement.properties, innerNumber);
    }
  }
}

const plainKinds: ReadonlySet<string> = new Set(['client', 'server', 'peer']);

/** What the members of one declaration have in common. */
interface HostTraits {
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

/** Collects hosts and devices; `lists` refers to hosts that may be declared later, so it is linked in a second round. */
export class Declarations {
  readonly nodes: Node[] = [];
  readonly links: Link[] = [];
  private readonly listings: {
    readonly traits: HostTraits;
    readonly property: Property & { kind: 'lists' };
    readonly line: number;
  }[] = [];

  constructor(private readonly scope: Scope) {}

  linkHosts(statement: Of<'host'>, item: Item): void {
    const traits = this.hostTraits(statement, item);
    for (const declarator of statement.names) {
      this.declare(declarator, item.lineNumber, (base) =>
        hostOf(base, declarator.count ? undefined : traits.at, traits),
      );
    }
  }

  linkDevices(statement: Of<'device'>, line: number): void {
    for (const declarator of statement.names) {
      const at = declarator.count ? undefined : statement.at;
      this.declare(declarator, line, (base) => ({ ...base, kind: statement.device, at }));
    }
  }

  linkListings(): void {
    for (const { traits, property, line } of this.listings) {
      const hosts = this.scope.resolveHosts(property.hosts, line);
      traits.lists.push({ resource: property.resource.text, hosts, span: spanOf(property.resource, line) });
    }
  }

  linkLinks(statement: Of<'link'>, item: Item): void {
    const line = item.lineNumber;
    const span = { line, start: item.line.start, end: item.line.end };
    const left = this.scope.resolveAll(statement.left, line);
    const right = statement.right && this.scope.resolveAll(statement.right, line);
    const service = statement.over && this.scope.service(statement.over, line);
    if (statement.over && !service) return;
    const count = right ? left.length * right.length : left.length;
    if (this.links.length + count > maximumLinks) {
      this.scope.report(
        'bad-group',
        span,
        `This makes ${count.toLocaleString('en')} links; a file may have ${maximumLinks.toLocaleString('en')} in all. Link the groups to a switch instead.`,
      );
      return;
    }
    const rateBps = statement.rate?.value ?? defaultRateBps;
    const latencyMs = statement.latency?.value ?? defaultLatencyMs;
    const loss = this.lossOf(statement.loss, line);
    for (const [a, b] of right ? this.pairs(left, right, span) : this.shaped(statement, left, span)) {
      this.links.push({ index: this.links.length, a, b, rateBps, latencyMs, loss, service, span });
    }
  }

  private lossOf(loss: Amount | undefined, line: number): number {
    if (loss && loss.value > 1)
      this.scope.report('bad-quantity', spanOf(loss, line), 'More than everything cannot be lost: write 0% to 100%.');
    return Math.min(1, loss?.value ?? 0);
  }

  /** Each on the left with each on the right, once. */
  private pairs(left: readonly Node[], right: readonly Node[], span: Span): readonly (readonly [Node, Node])[] {
    const rightSet = new Set(right);
    const overlap = new Set(left.filter((node) => rightSet.has(node)));
    const pairs: [Node, Node][] = [];
    let toItself: Node | undefined;
    for (const a of left) {
      for (const b of right) {
        if (a === b) toItself = a;
        else if (!(overlap.has(a) && overlap.has(b) && a.index > b.index)) pairs.push([a, b]);
      }
    }
    if (toItself && (left.length === 1 || right.length === 1)) {
      this.scope.report(
        'link-to-itself',
        span,
        `This links “${toItself.name}” to itself. Name the two ends of the cable.`,
      );
    }
    return pairs;
  }

  private shaped(statement: Of<'link'>, nodes: readonly Node[], span: Span): readonly (readonly [Node, Node])[] {
    if (!statement.shape) return [];
    const pairs = shapedPairs(
      statement.shape.word.text,
      nodes,
      statement.shape.degree?.value ?? 0,
      maximumLinks - this.links.length,
    );
    if (pairs) return pairs;
    const all = maximumLinks.toLocaleString('en');
    this.scope.report(
      'bad-group',
      span,
      `This ${statement.shape.word.text} of ${nodes.length.toLocaleString('en')} makes more than the ${all} links that a file may have in all.`,
    );
    return [];
  }

  private declare(declarator: Declarator, line: number, make: (base: NodeName) => Node): void {
    const { name, count } = declarator;
    const span = spanOf(name, line);
    const taken = this.scope.nodes.get(name.text);
    if (taken) {
      this.scope.reportDuplicate(taken.nodes[0], 'host or device', name.text, span);
      return;
    }
    const isBroken = count !== undefined && !this.isGroupSize(count, line);
    const nodes: Node[] = [];
    if (!count) nodes.push(make({ index: this.nodes.length, name: name.text, group: undefined, span }));
    for (let member = 1; !isBroken && member <= (count?.value ?? 0); member++) {
      const index = this.nodes.length + nodes.length;
      nodes.push(make({ index, name: `${name.text}[${member}]`, group: name.text, span }));
    }
    this.scope.nodes.set(name.text, { nodes, isGroup: count !== undefined, isBroken });
    for (const node of nodes) this.nodes.push(node);
  }

  private isGroupSize(count: Amount, line: number): boolean {
    const span = spanOf(count, line);
    if (count.value < 1) {
      this.scope.report('bad-group', span, 'A group has at least 1 member.');
      return false;
    }
    if (count.value > maximumGroup) {
      this.scope.report('bad-group', span, `A group has at most ${maximumGroup.toLocaleString('en')} members.`);
      return false;
    }
    if (this.nodes.length + count.value > maximumNodes) {
      this.scope.report(
        'bad-group',
        span,
        `With this group the file has more than ${maximumNodes.toLocaleString('en')} hosts, which is the most that it may have.`,
      );
      return false;
    }
    return true;
  }

  private hostTraits(statement: Of<'host'>, item: Item): HostTraits {
    const role = statement.role;
    const traits: HostTraits = {
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
    for (const property of statement.properties) this.addProperty(traits, property, item.lineNumber);
    for (const child of item.body ?? []) {
      const inner = child.line.statement;
      if (inner.kind === 'note') traits.note = inner.text?.text;
      if (inner.kind !== 'properties') continue;
      for (const property of inner.properties) this.addProperty(traits, property, child.lineNumber);
    }
    return traits;
  }

  private addProperty(traits: HostTraits, property: Property, line: number): void {
    switch (property.kind) {
      case 'runs':
        for (const entry of property.software) this.addSoftware(traits, entry.service, entry.kind, line);
        return;
      case 'shares': {
        const service = property.service && this.scope.service(property.service, line);
        const { resource, size } = property;
        traits.shares.push({ resource: resource.text, sizeBytes: size?.value, service, span: spanOf(resource, line) });
        return;
      }
      case 'lists':
        this.listings.push({ traits, property, line });
        return;
      case 'up':
        traits.upBps = property.rate.value;
        return;
      case 'down':
        traits.downBps = property.rate.value;
        return;
      case 'at':
        traits.at = property.at;
        return;
      case 'note':
        traits.note = property.text.text;
    }
  }

  private addSoftware(traits: HostTraits, name: Word, kind: Word, line: number): void {
    const service = this.scope.service(name, line);
    if (service) {
      const span = { line, start: name.start, end: kind.end };
      traits.software.push({ service, kind: kind.text as SoftwareKind, span });
    }
  }
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

/** The physical and overlay links between two sets of nodes, for `cut` and `restore`. */
export function linksBetween(links: readonly Link[], left: readonly Node[], right: readonly Node[]): readonly Link[] {
  const leftSet = new Set(left);
  const rightSet = new Set(right);
  return links.filter(({ a, b }) => (leftSet.has(a) && rightSet.has(b)) || (leftSet.has(b) && rightSet.has(a)));
}
