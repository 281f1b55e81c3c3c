/**
 * Cuts one line into tokens. No token spans lines, so a line is all there is to know; columns are 0-based UTF-16 units.
 * Never throws: what is no token becomes one of kind `unknown`, a string without its closing quote says so.
 */

export type TokenKind = 'name' | 'string' | 'number' | 'quantity' | 'symbol' | 'unknown';

export interface Token {
  readonly kind: TokenKind;
  /** As written; for strings the content with its escapes resolved. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** A string that is not closed on its line. */
  readonly open?: true;
}

/** By their first character, the longer ones first. */
const symbols: ReadonlyMap<number, readonly string[]> = new Map(
  [['->', '--'], ['~>'], ['..'], ['<=', '<'], ['>=', '>'], ...Array.from(':,{}[]()*=', (symbol) => [symbol])].map(
    (alike) => [alike[0]?.charCodeAt(0) ?? 0, alike],
  ),
);

const nameStart = /\p{L}/u;
const namePart = /[\p{L}\p{N}\p{M}_]/u;

/** The tokens of a line; a comment and white space are left out. */
export function tokenize(line: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < line.length) {
    const code = line.charCodeAt(at);
    if (isSpace(code)) {
      at++;
      continue;
    }
    if (code === slash && line.charCodeAt(at + 1) === slash) break;
    const token = tokenAt(line, at, code);
    tokens.push(token);
    at = token.end;
  }
  return tokens;
}

const slash = 47;
const quote = 34;
const backslash = 92;
const minus = 45;
const dot = 46;
const percent = 37;

function tokenAt(line: string, at: number, code: number): Token {
  if (code === quote) return stringAt(line, at);
  if (isDigit(code) || (code === minus && isDigit(line.charCodeAt(at + 1)))) return numberAt(line, at);
  if (isNameStart(line, at)) {
    const end = nameEnd(line, at);
    return { kind: 'name', text: line.slice(at, end), start: at, end };
  }
  for (const text of symbols.get(code) ?? []) {
    if (line.startsWith(text, at)) return { kind: 'symbol', text, start: at, end: at + text.length };
  }
  const end = at + characterLength(line, at);
  return { kind: 'unknown', text: line.slice(at, end), start: at, end };
}

function stringAt(line: string, start: number): Token {
  let text = '';
  let chunk = start + 1;
  let at = chunk;
  while (at < line.length) {
    const code = line.charCodeAt(at);
    if (code === quote) {
      return { kind: 'string', text: text + line.slice(chunk, at), start, end: at + 1 };
    }
    const next = line.charCodeAt(at + 1);
    if (code === backslash && (next === quote || next === backslash)) {
      text += line.slice(chunk, at);
      chunk = at + 1;
      at++;
    }
    at++;
  }
  return { kind: 'string', text: text + line.slice(chunk), start, end: line.length, open: true };
}

/** A number, or with letters or `%` right behind it a quantity. `1..10` is a number and a symbol. */
function numberAt(line: string, start: number): Token {
  let at = start + 1;
  while (isDigit(line.charCodeAt(at))) at++;
  if (line.charCodeAt(at) === dot && isDigit(line.charCodeAt(at + 1))) {
    at++;
    while (isDigit(line.charCodeAt(at))) at++;
  }
  let end = at;
  if (line.charCodeAt(end) === percent) end++;
  else if (isNameStart(line, end)) end = nameEnd(line, end);
  return { kind: end === at ? 'number' : 'quantity', text: line.slice(start, end), start, end };
}

/** A `-` belongs to a name only where the name goes on behind it, so that `a->b` and `a--b` read as they look. */
function nameEnd(line: string, start: number): number {
  let at = start + characterLength(line, start);
  while (at < line.length) {
    if (isNamePart(line, at)) at += characterLength(line, at);
    else if (line.charCodeAt(at) === minus && isNamePart(line, at + 1)) at++;
    else break;
  }
  return at;
}

/** The spaces of other scripts and of copied text count as well, and so does a byte order mark. */
function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || (code >= 0xa0 && unicodeSpace.test(String.fromCharCode(code)));
}

const unicodeSpace = /\s/;

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isAsciiLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

function isNameStart(line: string, at: number): boolean {
  const code = line.charCodeAt(at);
  return code < 128 ? isAsciiLetter(code) : nameStart.test(characterAt(line, at));
}

function isNamePart(line: string, at: number): boolean {
  const code = line.charCodeAt(at);
  if (code < 128) return isAsciiLetter(code) || isDigit(code) || code === 95;
  return namePart.test(characterAt(line, at));
}

function characterAt(line: string, at: number): string {
  const point = line.codePointAt(at);
  return point === undefined ? '' : String.fromCodePoint(point);
}

function characterLength(line: string, at: number): number {
  return (line.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}
