/** From `link` statements to links: each end with each other, or a whole shape, and what a link is like by default. */
import { checkCount } from './link-services';
import type { NamedNodes, Scope } from './scope';
import { shapedPairs } from './shapes';
import { type Fix, type Span, spanOf } from './source';
import type { Amount, Item, Statement } from './syntax';
import type { Link, Node } from './topology';
import { formatCount, quote, shorten } from './wording';

/** The most links that a file may come to. */
const maximumLinks = 500_000;

const defaultRateBps = 100e6;
const defaultLatencyMs = 1;

type LinkStatement = Extract<Statement, { kind: 'link' }>;

/** What the lines of an earlier version linked, by item; see `KeptDeclarations`. */
export type KeptLinks = WeakMap<
  Item,
  { readonly links: readonly Link[]; readonly first: number; readonly uses: readonly NamedNodes[] }
>;

/** Collects links, once all nodes are known. */
export class Links {
  readonly all: Link[] = [];
  /** A link could not be read or found its ends in part, so a missing link may be that one. */
  areDoubtful = false;

  constructor(
    private readonly scope: Scope,
    private readonly kept: KeptLinks,
  ) {}

  link(statement: LinkStatement, item: Item): void {
    const kept = this.kept.get(item);
    if (kept?.first === this.all.length && this.scope.stillMeans(kept.uses)) {
      for (const link of kept.links) this.all.push(link);
      return;
    }
    const first = this.all.length;
    const reportedBefore = this.scope.diagnostics.length;
    this.scope.uses.clear();
    this.linkAnew(statement, item);
    if (item.line.problem || this.scope.diagnostics.length > reportedBefore) return;
    this.kept.set(item, { first, links: this.all.slice(first), uses: [...this.scope.uses] });
  }

  private linkAnew(statement: LinkStatement, item: Item): void {
    const line = item.lineNumber;
    const span = { line, start: item.line.start, end: item.line.end };
    const reportedBefore = this.scope.diagnostics.length;
    const left = this.scope.resolveAll(statement.left, line, 'switch');
    const right = statement.right && this.scope.resolveAll(statement.right, line, 'switch');
    const service = statement.over && this.scope.service(statement.over, line);
    if (item.line.problem || this.scope.diagnostics.length > reportedBefore) this.areDoubtful = true;
    if (statement.over && !service) return;
    const count = right ? left.length * right.length : left.length;
    if (this.all.length + count > maximumLinks) {
      this.scope.report(
        'bad-group',
        span,
        `This makes ${formatCount(count)} links; a file may have ${formatCount(maximumLinks)} in all. Link the groups to a switch instead.`,
      );
      return;
    }
    const rateBps = statement.rate?.value ?? defaultRateBps;
    const latencyMs = statement.latency?.value ?? defaultLatencyMs;
    const loss = this.lossOf(statement.loss, line);
    if (statement.repeated) this.reportRepeated(statement.repeated, item);
    for (const [a, b] of right ? this.pairs(left, right, statement, span) : this.shaped(statement, left, span)) {
      this.all.push({ index: this.all.length, a, b, rateBps, latencyMs, loss, service, span });
    }
  }

  private reportRepeated(repeated: Amount, { line, lineNumber }: Item): void {
    const written = line.text.slice(repeated.start, repeated.end);
    const message = `${quote(written)} says again what this link is like: remove one of the two.`;
    this.scope.report('duplicate-name', spanOf(repeated, lineNumber), message);
  }

  private lossOf(loss: Amount | undefined, line: number): number {
    if (loss && loss.value > 1)
      this.scope.report('bad-quantity', spanOf(loss, line), 'More than everything cannot be lost: write 0% to 100%.');
    return Math.min(1, loss?.value ?? 0);
  }

  /** Each on the left with each on the right, once. */
  private pairs(
    left: readonly Node[],
    right: readonly Node[],
    statement: LinkStatement,
    span: Span,
  ): readonly (readonly [Node, Node])[] {
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
        `This links ${quote(toItself.name)} to itself. Name the two ends of the cable.`,
        { fixes: this.toTheDevice(statement, toItself, span) },
      );
    }
    return pairs;
  }

  /** In a file with one switch alone that is what was meant. */
  private toTheDevice({ left, right = [] }: LinkStatement, node: Node, { line }: Span): readonly Fix[] {
    const [end] = right;
    const device = this.scope.likely.onlyDevice();
    if (!end || left.length > 1 || right.length > 1 || !device || device === node) return [];
    return [{ title: `Link it to ${shorten(device.name)}`, edits: [{ span: spanOf(end, line), text: device.name }] }];
  }

  private shaped(statement: LinkStatement, nodes: readonly Node[], span: Span): readonly (readonly [Node, Node])[] {
    if (!statement.shape) return [];
    checkCount(this.scope, statement.shape.degree, statement.shape.word.text, span.line);
    const pairs = shapedPairs(
      statement.shape.word.text,
      nodes,
      statement.shape.degree?.value ?? 0,
      maximumLinks - this.all.length,
    );
    if (pairs) return pairs;
    const all = formatCount(maximumLinks);
    this.scope.report(
      'bad-group',
      span,
      `As ${statement.shape.word.text}, ${formatCount(nodes.length)} hosts have more than the ${all} links that a file may have in all. Link fewer of them.`,
    );
    return [];
  }
}
