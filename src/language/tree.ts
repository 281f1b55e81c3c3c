/**
 * Lines to a tree: which line stands in whose block. Unchanged lines of the previous tree are kept, so an edit parses the
 * lines that it touches and no others. A line that can only stand outside of all blocks ends those that are still open.
 */
import { parseLine } from './parse-line';
import type { DiagnosticCode } from './source';
import { type Diagnostic, diagnostic, type Span } from './source';
import type { Item, Line, StatementKind } from './syntax';

export interface Tree {
  readonly lines: readonly Line[];
  /** What stands outside of all blocks. */
  readonly items: readonly Item[];
  readonly diagnostics: readonly Diagnostic[];
  /** By the line where it starts: each of the items that has no diagnostics, for the next tree to keep. */
  readonly extents: readonly (Extent | undefined)[];
}

interface Extent {
  readonly item: Item;
  /** The line behind it. */
  readonly end: number;
}

export function parse(text: string, previous?: Tree): Tree {
  const lines = parseLines(splitLines(text), previous?.lines ?? []);
  return new Assembly(lines, previous).tree();
}

function splitLines(text: string): readonly string[] {
  return text.includes('\r') ? text.split(/\r\n|\r|\n/) : text.split('\n');
}

/** Keeps the lines before the first and behind the last that differ. */
function parseLines(texts: readonly string[], previous: readonly Line[]): readonly Line[] {
  const shorter = Math.min(texts.length, previous.length);
  let head = 0;
  while (head < shorter && previous[head]?.text === texts[head]) head++;
  let tail = 0;
  while (tail < shorter - head && previous[previous.length - 1 - tail]?.text === texts[texts.length - 1 - tail]) tail++;
  const changed = texts.slice(head, texts.length - tail).map(parseLine);
  return previous.slice(0, head).concat(changed, previous.slice(previous.length - tail, previous.length));
}

type Container = 'file' | 'host' | 'flow' | 'scenario';

interface Block {
  readonly container: Container;
  readonly items: Item[];
  /** The `{`, for a report that it is not closed; undefined where it was forgotten, which is reported at once. */
  readonly span: Span | undefined;
  /** Over the limit of nesting: read, but not kept. */
  readonly dropped: boolean;
}

type MutableItem = { -readonly [Key in keyof Item]: Item[Key] };

/** Deep enough for any lesson, and no recursion over a tree runs out of stack. */
const maximumDepth = 50;

const stepKinds: ReadonlySet<StatementKind> = new Set([
  'message',
  'action',
  'call',
  'offline',
  'online',
  'cut',
  'restore',
  'wait',
  'note',
  'together',
  'repeat',
]);
const scenarioKinds: ReadonlySet<StatementKind> = new Set(['offline', 'online', 'cut', 'restore', 'set']);
const topLevelKinds: ReadonlySet<StatementKind> = new Set([
  'topology',
  'service',
  'host',
  'device',
  'link',
  'flow',
  'scenario',
  'expect',
]);
const allowed: Readonly<Record<Container, ReadonlySet<StatementKind>>> = {
  file: topLevelKinds,
  host: new Set(['properties', 'note']),
  flow: stepKinds,
  scenario: scenarioKinds,
};

class Assembly {
  private readonly diagnostics: Diagnostic[] = [];
  private readonly root: Block = { container: 'file', items: [], span: undefined, dropped: false };
  private readonly open: Block[] = [this.root];
  /** Blocks that ended without their `}`: as many later ones are not reported as closing nothing. */
  private endedEarly = 0;

  private readonly extents: (Extent | undefined)[];
  /** How many diagnostics there were before the current item outside of all blocks. */
  private diagnosticsBefore = 0;

  constructor(
    private readonly lines: readonly Line[],
    private readonly previous: Tree | undefined,
  ) {
    this.extents = new Array(lines.length);
  }

  tree(): Tree {
    let number = 0;
    while (number < this.lines.length) {
      const kept = this.open.length === 1 && this.endedEarly === 0 ? this.unchangedAt(number) : undefined;
      if (kept) {
        this.root.items.push(kept.item);
        this.extents[number] = kept;
        number = kept.end;
        continue;
      }
      const line = this.lines[number];
      if (line) this.add(line, number);
      number++;
      this.noteExtent(number);
    }
    this.endOpenBlocks('the end of the file');
    const { lines, diagnostics, extents } = this;
    return { lines, items: this.root.items, diagnostics, extents };
  }

  /** The item of the previous tree that starts here, if none of its lines has changed. */
  private unchangedAt(number: number): Extent | undefined {
    const extent = this.previous?.extents[number];
    if (!extent) return undefined;
    for (let line = number; line < extent.end; line++) {
      if (this.previous?.lines[line] !== this.lines[line]) return undefined;
    }
    return extent;
  }

  /** Behind each line: if an item has just ended, its extent is known. */
  private noteExtent(end: number): void {
    if (this.open.length > 1) return;
    const item = this.root.items[this.root.items.length - 1];
    if (item && this.diagnosticsBefore === this.diagnostics.length && this.extents[item.lineNumber] === undefined) {
      this.extents[item.lineNumber] = { item, end };
    }
    this.diagnosticsBefore = this.diagnostics.length;
  }

  private get block(): Block {
    return this.open[this.open.length - 1] ?? this.root;
  }

  private add(line: Line, number: number): void {
    if (line.problem) this.reportProblem(line, number);
    const kind = line.statement.kind;
    if (topLevelKinds.has(kind) && this.open.length > 1 && line.closes === undefined) {
      this.endOpenBlocks(`line ${number + 1}, which stands outside of it`);
    }
    if (line.closes !== undefined) this.close(line, number);
    const item: MutableItem = { lineNumber: number, line, body: undefined, otherwise: undefined };
    if (kind === 'otherwise') this.addOtherwise(line, number);
    else if (kind !== 'nothing') this.addStatement(item, line, number);
    if (kind === 'otherwise') return;
    if (line.opens !== undefined) this.openBlock(item, line, line.opens, number);
    else if (needsBlock.has(kind)) this.openForgottenBlock(item, line, number);
  }

  private addStatement(item: MutableItem, line: Line, number: number): void {
    const block = this.block;
    const kind = line.statement.kind;
    if (allowed[block.container].has(kind)) {
      if (!block.dropped) block.items.push(item);
    } else if (!line.problem) {
      this.report('unexpected-token', number, line.start, line.end, misplaced(kind, block.container));
    }
  }

  /** What follows belongs to it all the same, so that a forgotten { is one report and not one a line. */
  private openForgottenBlock(item: MutableItem, line: Line, number: number): void {
    const kind = line.statement.kind;
    if (!line.problem) {
      this.report(
        'unclosed-block',
        number,
        line.start,
        line.end,
        `What belongs to this “${kind}” stands in a block: put { at the end of this line, and } on a line of its own behind the last one.`,
      );
    }
    const body: Item[] = [];
    item.body = body;
    this.open.push({
      container: containerOf(kind, this.block.container),
      items: body,
      span: undefined,
      dropped: this.isTooDeep,
    });
  }

  private addOtherwise(line: Line, number: number): void {
    const items = this.block.items as MutableItem[];
    const request = items[items.length - 1];
    const fits =
      this.block.container === 'flow' && request?.line.statement.kind === 'message' && request.otherwise === undefined;
    if (!fits && !line.problem) {
      this.report(
        'unexpected-token',
        number,
        line.start,
        line.end,
        '“otherwise” follows a request with its block, as in: } otherwise {',
      );
    }
    if (line.opens === undefined) {
      if (fits && !line.problem)
        this.report(
          'unclosed-block',
          number,
          line.start,
          line.end,
          'Put what happens otherwise in a block: end this line with {.',
        );
      return;
    }
    const otherwise: Item[] = [];
    if (fits && request) request.otherwise = otherwise;
    this.push('flow', otherwise, number, line.opens);
  }

  private openBlock(item: MutableItem, line: Line, column: number, number: number): void {
    const body: Item[] = [];
    const kind = line.statement.kind;
    const container = containerOf(kind, this.block.container);
    const canHaveBlock = blockKinds.has(kind) || kind === 'nothing';
    if (!canHaveBlock && !line.problem) {
      this.report(
        'unexpected-token',
        number,
        column,
        column + 1,
        `A “${words[kind] ?? kind}” has no block: remove this {.`,
      );
    }
    item.body = body;
    this.push(container, body, number, column);
  }

  private get isTooDeep(): boolean {
    return this.open.length > maximumDepth;
  }

  private push(container: Container, items: Item[], line: number, column: number): void {
    const tooDeep = this.isTooDeep;
    if (tooDeep && !this.block.dropped) {
      this.report(
        'unexpected-token',
        line,
        column,
        column + 1,
        `Blocks are nested more than ${maximumDepth} deep here: what is inside is left out.`,
      );
    }
    this.open.push({
      container,
      items,
      span: { line, start: column, end: column + 1 },
      dropped: tooDeep || this.block.dropped,
    });
  }

  private close(line: Line, number: number): void {
    if (this.open.length > 1) this.open.pop();
    else if (this.endedEarly > 0) this.endedEarly--;
    else {
      const column = line.closes ?? 0;
      this.report(
        'unexpected-token',
        number,
        column,
        column + 1,
        'This } closes nothing: no block is open here. Remove it.',
      );
    }
  }

  private endOpenBlocks(where: string): void {
    while (this.open.length > 1) {
      const span = this.open.pop()?.span;
      if (!span) continue;
      this.endedEarly++;
      // One report for the outermost block is enough: the inner ones are open because it is.
      if (this.open.length === 1) {
        const { line, start, end } = span;
        this.report(
          'unclosed-block',
          line,
          start,
          end,
          `This block is not closed before ${where}. Put a } on a line of its own behind its last line.`,
        );
      }
    }
  }

  private reportProblem(line: Line, number: number): void {
    const problem = line.problem;
    if (!problem) return;
    const span = { line: number, start: problem.start, end: problem.end };
    const fixes = problem.fix ? [{ title: problem.fix.title, edits: [{ span, text: problem.fix.text }] }] : [];
    this.diagnostics.push(diagnostic(problem.code, span, problem.message, { fixes }));
  }

  private report(code: DiagnosticCode, line: number, start: number, end: number, message: string): void {
    this.diagnostics.push(diagnostic(code, { line, start, end }, message));
  }
}

const needsBlock: ReadonlySet<StatementKind> = new Set(['flow', 'scenario', 'together', 'repeat']);
const blockKinds: ReadonlySet<StatementKind> = new Set(['host', 'flow', 'scenario', 'message', 'together', 'repeat']);

/** Where the statements of a block stand; an unreadable opener at the top is most likely a flow. */
function containerOf(kind: StatementKind, outer: Container): Container {
  if (kind === 'host') return 'host';
  if (kind === 'scenario') return 'scenario';
  return outer === 'host' || outer === 'scenario' ? outer : 'flow';
}

const words: Partial<Record<StatementKind, string>> = { device: 'switch', properties: 'property' };

function misplaced(kind: StatementKind, container: Container): string {
  if (kind === 'properties') return 'This is a property of a host: write it behind the host’s name, or in its block.';
  if (kind === 'set') return '“set” stands in a scenario.';
  if (container === 'host')
    return 'A host’s block holds its properties (runs, shares, lists, up, down, at, note), one or more a line. Messages stand in a flow.';
  if (container === 'scenario')
    return 'A scenario holds what is different from the start: offline, online, cut, restore, set.';
  if (container === 'file') return 'This is a step: it stands in the block of a flow, as in: flow "Find and fetch" {';
  return 'A flow holds steps: messages such as alice -> bob : get "song.mp3", actions, notes and faults.';
}
