/**
 * Reads the tokens of one line from left to right for the parser. Keeps the first problem only; after it, every `take`
 * finds nothing, so that parsing functions need no error handling and still return what they have read.
 */
import { type Expected, type Slot, slots } from './expected';
import { type Token, tokenize } from './lexer';
import { parseQuantity, type QuantityKind, quantityWords } from './quantities';
import type { DiagnosticCode } from './source';
import { asString, isQuote } from './stray-characters';
import { closest } from './suggest';
import type { Amount, Problem, Word } from './syntax';
import { badQuantity, strayToken, unterminated } from './token-mistakes';
import { listWords, quote } from './wording';

interface Place {
  readonly start: number;
  readonly end: number;
}

/** How far a text goes that lacks its quotes: to the next space, or to the end of the statement. */
export type Extent = 'word' | 'rest';

export class Cursor {
  problem: Problem | undefined;
  private halted = false;
  private position = 0;
  private readonly tokens: readonly Token[];
  /** Tokens from here on are not the statement's: a `{` at the end of the line. */
  private limit: number;

  /** With a `probe`, the line is the beginning of one: it collects what could follow where it ends. */
  constructor(
    readonly line: string,
    private readonly probe?: Expected[],
  ) {
    this.tokens = tokenize(line);
    this.limit = this.tokens.length;
  }

  /** Tells the probe what could stand here; nothing happens where something does. */
  offerWords(words: Iterable<string>, kind: 'word' | 'symbol' = 'word'): void {
    if (this.isProbing) for (const text of words) this.probe?.push({ kind, text });
  }

  offerSlot(slot: Slot): void {
    if (this.isProbing) this.probe?.push({ kind: 'slot', slot });
  }

  offerQuantities(kinds: readonly QuantityKind[]): void {
    if (this.isProbing) for (const of of kinds) this.probe?.push({ kind: 'quantity', of });
  }

  get isProbe(): boolean {
    return this.probe !== undefined;
  }

  /** At the end of what is written, as long as nothing was missing before. */
  private get isProbing(): boolean {
    return this.probe !== undefined && !this.halted && this.position >= this.limit;
  }

  /** Takes a `}` that starts the line, and gives its column. */
  takeClosing(): number | undefined {
    return this.takeSymbol('}')?.start;
  }

  /** Sets a `{` that ends the line aside, and gives its column. A text that lacks its closing quote may have swallowed it. */
  setAsideOpening(): number | undefined {
    const last = this.tokens[this.tokens.length - 1];
    if (last === undefined || this.position >= this.limit) return undefined;
    if (last.open) return /\s\{\s*$/.test(last.text) ? this.line.lastIndexOf('{') : undefined;
    if (last.kind !== 'symbol' || last.text !== '{') return undefined;
    this.limit--;
    return last.start;
  }

  /** Column of the first `{` within the statement, where none should stand. */
  strayOpening(): number | undefined {
    for (let place = this.position; place < this.limit; place++) {
      if (isSymbol(this.tokens[place], '{')) return this.tokens[place]?.start;
    }
    return undefined;
  }

  /** A `}` ends the statement, where none should stand. */
  get closesBehind(): boolean {
    return this.position < this.limit && isSymbol(this.tokens[this.limit - 1], '}');
  }

  /** Nothing is left to read; a probe wants to know what could follow, so to it there always is. */
  get done(): boolean {
    return this.halted || (this.position >= this.limit && this.probe === undefined);
  }

  /** Column where the statement starts. */
  get start(): number {
    return this.tokens[this.position]?.start ?? this.line.length;
  }

  /** Column behind the last token that was read. */
  get reached(): number {
    return this.tokens[this.position - 1]?.end ?? 0;
  }

  /** Column behind the last token of the statement. */
  get limitColumn(): number {
    return this.tokens[this.limit - 1]?.end ?? 0;
  }

  /** The token `ahead` places further on; nothing behind the statement or a problem. */
  peek(ahead = 0): Token | undefined {
    return !this.halted && this.position + ahead < this.limit ? this.tokens[this.position + ahead] : undefined;
  }

  isSymbol(text: string, ahead = 0): boolean {
    return isSymbol(this.peek(ahead), text);
  }

  isWord(text: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token?.kind === 'name' && token.text === text;
  }

  next(): Token | undefined {
    const token = this.peek();
    if (token) this.position++;
    return token;
  }

  takeSymbol(text: string): Token | undefined {
    if (this.probe) this.offerWords([text], 'symbol');
    return this.isSymbol(text) ? this.next() : undefined;
  }

  takeWord(text: string): Token | undefined {
    if (this.probe) this.offerWords([text]);
    return this.isWord(text) ? this.next() : undefined;
  }

  /** `message` ends without a full stop: what was found instead is added. */
  expectSymbol(text: string, message: string): boolean {
    if (this.takeSymbol(text)) return true;
    this.fail('unexpected-token', `${message}${this.insteadOf()}.`);
    return false;
  }

  /** One certain word. `message` ends without a full stop. */
  expectWord(word: string, message: string): boolean {
    if (this.takeWord(word)) return true;
    const token = this.peek();
    if (token?.kind === 'name' && closest(token.text, [word]) !== undefined) {
      const fix = { title: `Change to “${word}”`, text: word };
      this.failAt('unknown-word', token, `Write ${quote(word)} instead of ${quote(token.text)}.`, fix);
    }
    this.fail('unexpected-token', `${message}${this.insteadOf()}.`);
    return false;
  }

  expectName(slot: Slot): Word | undefined {
    this.offerSlot(slot);
    const what = slots[slot];
    const token = this.peek();
    if (token?.kind === 'name') return this.next();
    const bare = token?.kind === 'string' && !token.open ? token.text.trim().replace(/\s+/g, '-') : '';
    if (token && isName(bare)) {
      const fix = { title: 'Remove the quotes', text: bare };
      const rule = bare === token.text ? 'Names stand without quotes' : 'Names stand without quotes and without spaces';
      this.failAt('unexpected-token', token, `${rule}: write ${bare}.`, fix);
    } else if (token?.kind === 'number' || token?.kind === 'quantity') {
      const message = `Expected ${what}, but found ${quote(token.text)}. A name starts with a letter.`;
      this.failAt('unexpected-token', token, message);
    } else this.fail('unexpected-token', `Expected ${what}${this.insteadOf()}.`);
    return undefined;
  }

  /** One of the given words; another name is an unknown word with a suggestion. `others` are what else people say. */
  expectOneOf(words: readonly string[], what: string, others?: ReadonlyMap<string, string>): Word | undefined {
    this.offerWords(words);
    const token = this.peek();
    if (token?.kind !== 'name') {
      this.fail('unexpected-token', `Expected ${what} (${listWords(words)})${this.insteadOf()}.`);
      return undefined;
    }
    if (words.includes(token.text)) return this.next();
    const better = others?.get(token.text.toLowerCase()) ?? closest(token.text, words);
    const hint = better === undefined ? `Use ${listWords(words)}.` : `Did you mean ${quote(better)}?`;
    const fix = better === undefined ? undefined : { title: `Change to “${better}”`, text: better };
    this.failAt('unknown-word', token, `${quote(token.text)} is not ${what}. ${hint}`, fix);
    return undefined;
  }

  takeString(): Word | undefined {
    const token = this.peek();
    if (token?.kind !== 'string') return undefined;
    this.position++;
    if (token.open) this.failWith(unterminated(this.line, token));
    return token;
  }

  /** A text in double quotes. */
  expectString(slot: Slot, example: string, extent: Extent = 'word'): Word | undefined {
    this.offerSlot(slot);
    const what = slots[slot];
    const token = this.peek();
    if (token?.kind === 'string') return this.takeString();
    if (token === undefined || token.kind === 'symbol' || (token.kind === 'unknown' && !isQuote(token.text))) {
      this.fail('unexpected-token', `Expected ${what} in double quotes, such as "${example}"${this.insteadOf()}.`);
    } else if (token.kind === 'unknown') this.fail('unexpected-token', '');
    else {
      const place = { start: token.start, end: this.endOfText(token, extent) };
      const text = asString(this.line.slice(place.start, place.end));
      const fix = { title: 'Put it in double quotes', text };
      this.failAt('unexpected-token', place, `Put ${what} in double quotes: ${shortString(text)}.`, fix);
    }
    return undefined;
  }

  /** A whole number without a unit. */
  expectInteger(what: string, example: string): Amount | undefined {
    if (this.isProbing) this.probe?.push({ kind: 'number', what, example });
    const token = this.peek();
    if (token?.kind === 'number' && /^\d+$/.test(token.text)) {
      this.position++;
      return { value: Math.min(Number(token.text), Number.MAX_SAFE_INTEGER), start: token.start, end: token.end };
    }
    const code = token?.kind === 'number' || token?.kind === 'quantity' ? 'bad-quantity' : 'unexpected-token';
    this.fail(code, `Expected ${what}: a whole number, such as ${example}${this.insteadOf()}.`);
    return undefined;
  }

  /** A number with or without a fraction or sign. */
  expectNumber(what: string): Amount | undefined {
    const token = this.peek();
    if (token?.kind === 'number' && Number.isFinite(Number(token.text))) {
      this.position++;
      return { value: Number(token.text), start: token.start, end: token.end };
    }
    this.fail('unexpected-token', `Expected ${what}: a number, such as 40${this.insteadOf()}.`);
    return undefined;
  }

  get isAtNumber(): boolean {
    const kind = this.peek()?.kind;
    return kind === 'quantity' || kind === 'number';
  }

  /** A quantity of one of these kinds if a number comes next; a number with another or no unit is a problem. */
  takeQuantityOf<Kind extends QuantityKind>(
    ...kinds: Kind[]
  ): { readonly kind: Kind; readonly amount: Amount } | undefined {
    if (this.probe) this.offerQuantities(kinds);
    const token = this.peek();
    if (!token || !this.isAtNumber) return undefined;
    const quantity = token.kind === 'quantity' ? parseQuantity(token.text) : undefined;
    const kind = kinds.find((wanted) => wanted === quantity?.kind);
    if (!quantity || !kind || (kind === 'rate' && quantity.value === 0) || this.goesOn(token)) {
      this.failWith(badQuantity(this.line.slice(token.start, this.limitColumn), token.start, kinds));
      return undefined;
    }
    this.position++;
    return { kind, amount: { value: quantity.value, start: token.start, end: token.end } };
  }

  takeQuantity(kind: QuantityKind): Amount | undefined {
    return this.takeQuantityOf(kind)?.amount;
  }

  expectQuantity(kind: QuantityKind, what: string): Amount | undefined {
    const amount = this.takeQuantity(kind);
    if (amount || this.halted) return amount;
    this.fail('unexpected-token', `Expected ${what}, such as ${quantityWords[kind].example}${this.insteadOf()}.`);
    return undefined;
  }

  /** Reports at the next token, or right behind the statement. */
  fail(code: DiagnosticCode, message: string, fix?: Problem['fix']): void {
    const token = this.peek();
    if (token?.kind === 'unknown') this.failWith(strayToken(this.line, token, this.tokens[this.position - 1]));
    else if (token?.kind === 'string' && token.open) this.failWith(unterminated(this.line, token));
    const end = this.limitColumn;
    this.failAt(code, token ?? { start: Math.max(0, end - 1), end: Math.max(end, 1) }, message, fix);
  }

  failAt(code: DiagnosticCode, at: Place, message: string, fix?: Problem['fix']): void {
    this.failWith({ code, message, start: at.start, end: at.end, ...(fix && { fix }) });
  }

  private failWith(problem: Problem): void {
    this.halted = true;
    this.problem ??= problem;
  }

  /** Goes on behind a problem at the next of these words or a brace, so that the rest of the line still counts. */
  resumeAt(words: readonly string[]): void {
    if (!this.halted || (this.probe && this.position >= this.limit)) return;
    const isOneOf = (token: Token | undefined): boolean =>
      token?.kind === 'name' ? words.includes(token.text) : token?.kind === 'symbol' && /[{}]/.test(token.text);
    while (this.position < this.limit && !isOneOf(this.tokens[this.position])) this.position++;
    this.halted = false;
  }

  /** ", but found “x”", or nothing at the end of the statement. */
  insteadOf(): string {
    const token = this.peek();
    return token === undefined ? '' : `, but found ${quote(this.line.slice(token.start, token.end))}`;
  }

  /** The text from the next token up to the end of the statement. */
  get rest(): string {
    return this.line.slice(this.start, this.limitColumn);
  }

  /** `100Mbit/s` and `1,5MB`: the quantity is not over where its token is. */
  private goesOn(token: Token): boolean {
    const next = this.tokens[this.position + 1];
    const isSlash = next?.kind === 'unknown' && next.text === '/' && next.start === token.end;
    return isSlash && this.tokens[this.position + 2]?.start === next.end;
  }

  private endOfText(token: Token, extent: Extent): number {
    if (extent === 'rest') return this.limitColumn;
    const word = /^[^\s,{}()]+/.exec(this.line.slice(token.start, this.limitColumn))?.[0] ?? token.text;
    return token.start + word.length;
  }
}

function isSymbol(token: Token | undefined, text: string): boolean {
  return token !== undefined && token.kind === 'symbol' && token.text === text;
}

function isName(text: string): boolean {
  const [token, ...more] = tokenize(text);
  return token?.kind === 'name' && more.length === 0 && token.end === text.length;
}

function shortString(text: string): string {
  return text.length > 40 ? `"${text.slice(1, 37).replace(/[\ud800-\udbff]$/, '')}…"` : text;
}
