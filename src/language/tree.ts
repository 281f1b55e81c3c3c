/**
 * Lines to a tree: which line stands in whose block. Unchanged lines of the previous tree are kept, so an edit parses the
 * lines that it touches and no others. A line that can only stand outside of all blocks ends those that are still open.
 */
import { parseLine } from './parse-line';
import {
  type Container,
  canHaveBlock,
  containerOf,
  endsOpenBlocks,
  isAllowed,
  isTopLevel,
  misplaced,
  needsBlock,
  wordFor,
} from './placement';
import type { DiagnosticCode } from './source';
import { type Diagnostic, diagnostic, type TextEdit } from './source';
import type { Item, Line, Statement, StatementKind } from './syntax';

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

interface Block {
  readonly container: Container;
  readonly items: Item[];
  /** The line that opens it. */
  readonly lineNumber: number;
  /** Column of its `{`; undefined where it was forgotten. */
  readonly brace: number | undefined;
  /** The `{` is forgotten, or should not be there: nothing more is said about it. */
  readonly isReported: boolean;
  /** Over the limit of nesting: read, but not kept. */
  readonly dropped: boolean;
  /** The last statement in it stands in a wrong place: more of them right behind are one mistake, not many. */
  isAstray: boolean;
}

type MutableItem = { -readonly [Key in keyof Item]: Item[Key] };

/** Deep enough for any lesson, and no recursion over a tree runs out of stack. */
const maximumDepth = 50;

class Assembly {
  private readonly diagnostics: Diagnostic[] = [];
  private readonly root: Block = {
    container: 'file',
    items: [],
    lineNumber: 0,
    brace: undefined,
    isReported: false,
    dropped: false,
    isAstray: false,
  };
  private readonly open: Block[] = [this.root];
  /** Blocks that ended without their `}`: as many later ones are not reported as closing nothing. */
  private endedEarly = 0;
  /** A statement that belongs outside was found in an open block, so that is said already. */
  private isLeftOpen = false;

  private readonly extents: (Extent | undefined)[];
  /** The last item outside of all blocks while it goes on, and how many diagnostics there were before it. */
  private current: { readonly item: Item; readonly diagnosticsBefore: number } | undefined;

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
        this.root.isAstray = false;
        number = kept.end;
        continue;
      }
      const line = this.lines[number];
      if (line) this.add(line, number);
      number++;
      this.noteExtent(number);
    }
    if (!this.isLeftOpen) this.reportOpenBlocks('the end of the file', this.lines.length);
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

  /** Behind each line: if an item has just ended and nothing was wrong with it, its extent is known. */
  private noteExtent(end: number): void {
    if (this.open.length > 1 || !this.current) return;
    const { item, diagnosticsBefore } = this.current;
    this.current = undefined;
    if (diagnosticsBefore === this.diagnostics.length) this.extents[item.lineNumber] = { item, end };
  }

  private get block(): Block {
    return this.open[this.open.length - 1] ?? this.root;
  }

  private add(line: Line, number: number): void {
    const diagnosticsBefore = this.diagnostics.length;
    if (line.problem) this.reportProblem(line, number);
    const kind = line.statement.kind;
    if (this.isLoneBrace(line)) {
      this.addLoneBrace(line, number);
      return;
    }
    if (endsOpenBlocks(line, this.lines[this.open[1]?.lineNumber ?? -1])) this.endOpenBlocks(number);
    if (line.closes !== undefined) this.close(number, line.closes);
    if (kind === 'otherwise') {
      this.addOtherwise(line, number);
      return;
    }
    const item: MutableItem = { lineNumber: number, line, body: undefined, otherwise: undefined };
    if (kind !== 'nothing') this.addStatement(item, line, number, diagnosticsBefore);
    else if (line.problem && this.open.length > 1 && !this.block.dropped) this.block.items.push(item);
    if (line.opens !== undefined) this.openBlock(item, line, line.opens, number);
    else if (needsBlock(kind)) this.openForgottenBlock(item, line, number);
    if (line.closesBehind) this.close(number, line.end - 1);
  }

  private addStatement(item: MutableItem, line: Line, number: number, diagnosticsBefore: number): void {
    const block = this.block;
    const kind = line.statement.kind;
    const isMisplaced = !isAllowed(kind, block.container);
    if (isMisplaced && !line.problem && !block.isAstray) {
      this.report('unexpected-token', number, line.start, line.end, misplaced(kind, block.container));
    }
    if (!isMisplaced) this.checkPoints(line, number, block.container);
    block.isAstray = isMisplaced;
    if (isTopLevel(kind) && (isMisplaced || block === this.root)) {
      this.root.items.push(item);
      if (isMisplaced) this.isLeftOpen = true;
      else this.current = { item, diagnosticsBefore };
    } else if (!isMisplaced && !block.dropped) block.items.push(item);
  }

  private checkPoints({ statement, start, problem }: Line, line: number, container: Container): void {
    if (statement.kind !== 'expect' || !statement.points || container === 'exercise' || problem) return;
    const span = { line, start, end: statement.points.end };
    const edits = [{ span: { ...span, end: statement.expectation.start }, text: '' }];
    const fixes = [{ title: 'Remove the points', edits }];
    this.diagnostics.push(diagnostic('unexpected-token', span, pointsOutside, { fixes }));
  }

  private isLoneBrace(line: Line): boolean {
    return line.opens !== undefined && line.closes === undefined && line.statement.kind === 'nothing' && !line.problem;
  }

  /** `{` on a line of its own: it belongs to the line above. */
  private addLoneBrace(line: Line, number: number): void {
    const brace = line.opens ?? 0;
    const span = { line: number, start: brace, end: brace + 1 };
    const above = this.lines[number - 1];
    const fits = above !== undefined && above.opens === undefined && canHaveBlock(above.statement.kind);
    const edits = [insertion(number - 1, above?.end ?? 0, ' {'), { span, text: '' }];
    const fixes = fits ? [{ title: 'Put it behind the line above', edits }] : [];
    const message = 'A block opens at the end of a line: put this { behind the line above.';
    this.diagnostics.push(diagnostic('unexpected-token', span, message, { fixes }));
    if (this.open.length > 1 && this.block.brace === undefined && this.block.lineNumber === number - 1) return;
    const item = this.block.items[this.block.items.length - 1] as MutableItem | undefined;
    const body: Item[] = [];
    const owner = fits && item?.lineNumber === number - 1 ? item : undefined;
    if (owner) {
      owner.body = body;
      this.extents[owner.lineNumber] = undefined;
    }
    this.push(owner ? containerOf(owner.line.statement.kind) : 'unknown', body, number, brace, true);
  }

  /** What follows belongs to it all the same, so that a forgotten { is one report and not one a line. */
  private openForgottenBlock(item: MutableItem, line: Line, number: number): void {
    const kind = line.statement.kind;
    const below = this.lines[number + 1];
    if (!line.problem && !(below && this.isLoneBrace(below))) {
      const message = `The lines of a “${kind}” stand in a block: put { at the end of this line, and } on a line of its own behind them.`;
      const fixes = [{ title: 'Put { behind it', edits: [insertion(number, line.end, ' {')] }];
      const span = { line: number, start: line.start, end: line.end };
      this.diagnostics.push(diagnostic('unclosed-block', span, message, { fixes }));
    }
    const body: Item[] = [];
    item.body = body;
    this.push(containerOf(kind), body, number, undefined, true);
  }

  private addOtherwise(line: Line, number: number): void {
    const items = this.block.items as MutableItem[];
    const request = items[items.length - 1];
    const fits =
      this.block.container === 'flow' &&
      request?.line.statement.kind === 'message' &&
      !isPush(request.line.statement) &&
      request.otherwise === undefined;
    if (!fits && !line.problem && !this.block.isAstray && this.block.container !== 'unknown') {
      const message = '“otherwise” follows the block of a request, as in: } otherwise {';
      this.report('unexpected-token', number, line.start, line.end, message);
    } else if (line.opens === undefined && !line.problem) {
      const message = 'What happens otherwise stands in a block: put { at the end of this line.';
      this.report('unclosed-block', number, line.start, line.end, message);
    }
    const otherwise: Item[] = [];
    if (fits && request) request.otherwise = otherwise;
    this.push(fits ? 'flow' : 'unknown', otherwise, number, line.opens, line.opens === undefined);
  }

  private openBlock(item: MutableItem, line: Line, column: number, number: number): void {
    const { statement } = line;
    const isNameless = statement.kind === 'nothing';
    const isNeedless = isPush(statement) || (!canHaveBlock(statement.kind) && !isNameless);
    if ((isNeedless || isNameless) && !line.problem) {
      const span = { line: number, start: column, end: column + 1 };
      const fixes = [{ title: 'Remove it', edits: [{ span, text: '' }] }];
      const message = isNameless ? namelessBlock : isPush(statement) ? blockOfPush : needlessBlock(statement.kind);
      this.diagnostics.push(diagnostic('unexpected-token', span, message, { fixes }));
    }
    const body: Item[] = [];
    item.body = isNeedless ? undefined : body;
    this.push(containerOf(statement.kind), body, number, column, isNeedless || isNameless);
  }

  private push(
    container: Container,
    items: Item[],
    lineNumber: number,
    brace: number | undefined,
    isReported: boolean,
  ): void {
    const { dropped } = this.block;
    const tooDeep = this.open.length > maximumDepth;
    if (tooDeep && !dropped) {
      const message = `Blocks are nested more than ${maximumDepth} deep here: what is inside is left out.`;
      this.report('unexpected-token', lineNumber, brace ?? 0, (brace ?? 0) + 1, message);
    }
    this.open.push({ container, items, lineNumber, brace, isReported, dropped: tooDeep || dropped, isAstray: false });
  }

  private close(number: number, column: number): void {
    if (this.open.length > 1) {
      this.open.pop();
      if (this.open.length === 1) this.isLeftOpen = false;
    } else if (this.endedEarly > 0) this.endedEarly--;
    else {
      const span = { line: number, start: column, end: column + 1 };
      const fixes = [{ title: 'Remove it', edits: [{ span, text: '' }] }];
      const message = 'This } closes nothing: no block is open here. Remove it.';
      this.diagnostics.push(diagnostic('unexpected-token', span, message, { fixes }));
    }
  }

  /** Before a statement that can only stand outside of them. */
  private endOpenBlocks(number: number): void {
    if (!this.isLeftOpen) this.reportOpenBlocks(`line ${number + 1}, which stands outside of it`, number);
    for (const { brace } of this.open) if (brace !== undefined) this.endedEarly++;
    this.open.length = 1;
    this.isLeftOpen = false;
    this.root.isAstray = false;
  }

  /** One report for the outermost block is enough: the inner ones are open because it is. */
  private reportOpenBlocks(where: string, end: number): void {
    const [, outermost] = this.open;
    if (outermost?.brace === undefined || outermost.isReported) return;
    const { lineNumber: line, brace } = outermost;
    const message = `This block is not closed before ${where}. Put a } on a line of its own behind its last line.`;
    const fixes = [{ title: 'Close the block', edits: [this.closingBefore(end)] }];
    this.diagnostics.push(diagnostic('unclosed-block', { line, start: brace, end: brace + 1 }, message, { fixes }));
  }

  /** As many } as blocks are open, behind the last line before `end` that is not blank. */
  private closingBefore(end: number): TextEdit {
    const closing = this.open
      .slice(1)
      .map(() => '\n}')
      .join('');
    let last = end - 1;
    while (last > 0 && this.lines[last]?.text.trim() === '') last--;
    return insertion(last, this.lines[last]?.text.length ?? 0, closing);
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

function insertion(line: number, column: number, text: string): TextEdit {
  return { span: { line, start: column, end: column }, text };
}

/** A one-way message, which nobody answers. */
function isPush(statement: Statement): boolean {
  return statement.kind === 'message' && statement.oneWay;
}

const blockOfPush =
  'Nobody answers a message with ~>, so it has no block: remove this {, or ask with -> if the other end does something.';
const pointsOutside = 'Points are given in an exercise: put this line into one, or remove the points.';
const namelessBlock = 'Nothing says what this block is for: write } otherwise { if it is what happens on failure.';

function needlessBlock(kind: StatementKind): string {
  return `A ${wordFor(kind)} has no block: remove this {.`;
}
