/**
 * Reads the tokens of one line from left to right for the parser. Keeps the first problem only; after it, every `take`
 * finds nothing, so that parsing functions need no error handling and still return what they have read.
 */
import { type Token, tokenize } from './lexer';
import { parseQuantity, type QuantityKind, quantityWords, splitQuantity, unitLike, units } from './quantities';
import type { DiagnosticCode } from './source';
import { closest, didYouMean } from './suggest';
import type { Amount, Problem, Word } from './syntax';

export class Cursor {
  problem: Problem | undefined;
  private position = 0;
  private readonly tokens: readonly Token[];
  /** Tokens from here on are not the statement's: a `{` at the end of the line. */
  private limit: number;

  constructor(readonly line: string) {
    this.tokens = tokenize(line);
    this.limit = this.tokens.length;
  }

  /** Takes a `}` that starts the line, and gives its column. */
  takeClosing(): number | undefined {
    return this.takeSymbol('}')?.start;
  }

  /** Sets a `{` that ends the line aside, and gives its column. */
  setAsideOpening(): number | undefined {
    const last = this.tokens[this.tokens.length - 1];
    if (last === undefined || this.position >= this.limit || last.kind !== 'symbol' || last.text !== '{')
      return undefined;
    this.limit--;
    return last.start;
  }

  get done(): boolean {
    return this.problem !== undefined || this.position >= this.limit;
  }

  /** Column where the statement starts. */
  get start(): number {
    return this.tokens[this.position]?.start ?? this.line.length;
  }

  /** Column behind the last token of the statement. */
  get limitColumn(): number {
    return this.tokens[this.limit - 1]?.end ?? 0;
  }

  /** The token `ahead` places further on; nothing behind the statement or a problem. */
  peek(ahead = 0): Token | undefined {
    return this.problem === undefined && this.position + ahead < this.limit
      ? this.tokens[this.position + ahead]
      : undefined;
  }

  isSymbol(text: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token?.kind === 'symbol' && token.text === text;
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
    return this.isSymbol(text) ? this.next() : undefined;
  }

  takeWord(text: string): Token | undefined {
    return this.isWord(text) ? this.next() : undefined;
  }

  /** `message` ends without a full stop: what was found instead is added. */
  expectSymbol(text: string, message: string): boolean {
    if (this.takeSymbol(text)) return true;
    this.fail('unexpected-token', `${message}${this.insteadOf()}.`);
    return false;
  }

  /** A name of any kind. `what` reads on behind "Expected ", such as `the name of a host`. */
  expectName(what: string): Word | undefined {
    if (this.peek()?.kind === 'name') return this.next();
    this.fail('unexpected-token', `Expected ${what}${this.insteadOf()}.`);
    return undefined;
  }

  /** One of the given words; another name is an unknown word with a suggestion. */
  expectOneOf(words: readonly string[], what: string): Word | undefined {
    const token = this.peek();
    if (token?.kind !== 'name') {
      this.fail('unexpected-token', `Expected ${what}: ${listWords(words)}${this.insteadOf()}.`);
      return undefined;
    }
    if (words.includes(token.text)) return this.next();
    const better = closest(token.text, words);
    this.failAt(
      'unknown-word',
      token,
      `“${token.text}” is not ${what}: ${listWords(words)}.${didYouMean(token.text, words)}`,
      better === undefined ? undefined : { title: `Change to “${better}”`, text: better },
    );
    return undefined;
  }

  takeString(): Word | undefined {
    const token = this.peek();
    if (token?.kind !== 'string') return undefined;
    this.position++;
    if (token.open) {
      this.failAt(
        'unterminated-string',
        token,
        'This text has no end: close it with a double quote (") on the same line.',
      );
    }
    return token;
  }

  expectString(what: string, example: string): Word | undefined {
    const token = this.peek();
    if (token?.kind === 'string') return this.takeString();
    if (token?.kind === 'name') {
      this.failAt('unexpected-token', token, `Expected ${what} in double quotes, such as "${token.text}".`, {
        title: 'Put it in double quotes',
        text: `"${token.text}"`,
      });
      return undefined;
    }
    this.fail('unexpected-token', `Expected ${what} in double quotes, such as "${example}"${this.insteadOf()}.`);
    return undefined;
  }

  /** A whole number without a unit. */
  expectInteger(what: string, example: string): Amount | undefined {
    const token = this.peek();
    if (token?.kind === 'number' && /^\d+$/.test(token.text)) {
      this.position++;
      return { value: Number(token.text), start: token.start, end: token.end };
    }
    const code = token?.kind === 'number' || token?.kind === 'quantity' ? 'bad-quantity' : 'unexpected-token';
    this.fail(code, `Expected ${what}: a whole number, such as ${example}${this.insteadOf()}.`);
    return undefined;
  }

  /** A number with or without a fraction or sign. */
  expectNumber(what: string): Amount | undefined {
    const token = this.peek();
    if (token?.kind === 'number') {
      this.position++;
      return { value: Number(token.text), start: token.start, end: token.end };
    }
    this.fail('unexpected-token', `Expected ${what}: a number${this.insteadOf()}.`);
    return undefined;
  }

  /** A quantity of this kind if a number comes next; a number with another or no unit is a problem. */
  takeQuantity(kind: QuantityKind): Amount | undefined {
    const token = this.peek();
    if (token?.kind !== 'quantity' && token?.kind !== 'number') return undefined;
    const quantity = token.kind === 'quantity' ? parseQuantity(token.text) : undefined;
    if (quantity?.kind === kind) {
      this.position++;
      return { value: quantity.value, start: token.start, end: token.end };
    }
    this.failQuantity(token, kind);
    return undefined;
  }

  expectQuantity(kind: QuantityKind, what: string): Amount | undefined {
    const token = this.peek();
    if (token?.kind === 'quantity' || token?.kind === 'number') return this.takeQuantity(kind);
    this.fail('unexpected-token', `Expected ${what}, such as ${quantityWords[kind].example}${this.insteadOf()}.`);
    return undefined;
  }

  /** Reports at the next token, or right behind the statement. */
  fail(code: DiagnosticCode, message: string): void {
    const token = this.peek();
    const end = this.limitColumn;
    this.failAt(code, token ?? { start: Math.max(0, end - 1), end: Math.max(end, 1) }, message);
  }

  failAt(
    code: DiagnosticCode,
    at: { readonly start: number; readonly end: number },
    message: string,
    fix?: { readonly title: string; readonly text: string },
  ): void {
    this.problem ??= { code, message, start: at.start, end: at.end, ...(fix && { fix }) };
  }

  /** ", but found “x”", or nothing at the end of the statement. */
  insteadOf(): string {
    const token = this.peek();
    return token === undefined ? '' : `, but found “${shorten(this.line.slice(token.start, token.end))}”`;
  }

  private failQuantity(token: Token, kind: QuantityKind): void {
    const { noun, example } = quantityWords[kind];
    const unitAhead = this.peek(1);
    if (token.kind === 'number' && unitAhead && (units.has(unitAhead.text) || unitLike(unitAhead.text, kind))) {
      const joined = token.text + (units.has(unitAhead.text) ? unitAhead.text : (unitLike(unitAhead.text, kind) ?? ''));
      const span = { start: token.start, end: unitAhead.end };
      const fix = { title: `Write ${joined}`, text: joined };
      this.failAt('bad-quantity', span, `No space between a number and its unit: write ${joined}.`, fix);
      return;
    }
    if (token.kind === 'number') {
      this.failAt('bad-quantity', token, `${token.text} lacks its unit: ${noun} is written like ${example}.`);
      return;
    }
    const parts = splitQuantity(token.text);
    const unit = parts && unitLike(parts.unit, kind);
    if (parts && unit) {
      const better = parts.number + unit;
      const fix = { title: `Write ${better}`, text: better };
      this.failAt('bad-quantity', token, `“${parts.unit}” is not a unit of the language: write ${better}.`, fix);
      return;
    }
    const known = [...units].filter(([, entry]) => entry.kind === kind).map(([name]) => name);
    const message = `“${shorten(token.text)}” is not ${noun}. Write a number and one of ${listWords(known)}, such as ${example}.`;
    this.failAt('bad-quantity', token, message);
  }
}

/** `client, server or both`. */
export function listWords(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words[words.length - 1]}`;
}

function shorten(text: string): string {
  return text.length > 30 ? `${text.slice(0, 29)}…` : text;
}
