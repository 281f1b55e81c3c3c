/** What to say of a character that is no part of the language: most of them are habits from other languages. */
import { quote } from './wording';

interface Stray {
  readonly start: number;
  readonly end: number;
  readonly message: string;
  /** What to write instead. */
  readonly text: string | undefined;
}

/** `start` is where the character stands; `nameStart` where the name starts that ends right before it. */
export function strayCharacter(line: string, start: number, end: number, nameStart: number | undefined): Stray {
  const character = line.slice(start, end);
  const plain = character.normalize('NFKC');
  const at = (length: number, message: string, text?: string): Stray => ({ start, end: start + length, message, text });
  if (plain === ';') {
    return line.slice(end).trim() === ''
      ? at(1, 'Lines need no semicolon: remove it.', '')
      : at(1, 'There is one statement a line: start a new line instead of a semicolon.', '\n');
  }
  if (plain !== character && symbols.test(plain)) return at(1, `Write ${plain} instead of ${quote(character)}.`, plain);
  if (nameStart !== undefined && isVisible(character)) return inName(line, nameStart, character);
  if (isQuote(character)) {
    const length = quotedLength(line, start);
    const text = asString(line.slice(start, start + length));
    return at(length, `Texts stand between straight double quotes: write ${text}.`, text);
  }
  if (character === '#') return at(1, 'A comment starts with //.', '//');
  if (line.startsWith('/*', start)) return at(2, 'A comment starts with // and goes on to the end of its line.', '//');
  const instead = [...lookalikes].find(([, alike]) => alike.test(line.slice(start)));
  if (instead) return at(instead[1].exec(line.slice(start))?.[0].length ?? 1, `Write ${instead[0]} here.`, instead[0]);
  if (!isVisible(character)) {
    const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    return at(character.length, `There is a character here that cannot be seen (U+${code}): remove it.`, '');
  }
  return at(character.length, `${quote(character)} means nothing here: remove it.`, '');
}

const symbols = /^[:,{}[\]()*<=>]$/;

const lookalikes: ReadonlyMap<string, RegExp> = new Map([
  ['->', /^(?:[→⇒➔⟶]|[–—−]>)/u],
  ['~>', /^[⇝⤳↝]/u],
  ['--', /^[–—−]/u],
]);

/** Letters, digits, `-` and `_` make a name; the rest of a web address or an e-mail address does not. */
function inName(line: string, start: number, character: string): Stray {
  const [whole = character] = /^(?:(?!->|--|~>|\/\/)[^\s,:{}[\]()"<>=~*;])+/u.exec(line.slice(start)) ?? [];
  const text = whole.replace(/[^\p{L}\p{N}\p{M}_]+/gu, '-').replace(/^-|-$/g, '');
  const message = `${quote(character)} cannot be part of a name: a name has letters, digits, - and _, such as ${text}.`;
  return { start, end: start + whole.length, message, text };
}

const quotes = /^["'`´‘’‚“”„«»‹›]$/;

export function isQuote(character: string): boolean {
  return quotes.test(character);
}

/** Up to the next quote of any sort, else to the next space. */
function quotedLength(line: string, start: number): number {
  for (let at = start + 1; at < line.length; at++) if (isQuote(line.charAt(at))) return at + 1 - start;
  return /^\S+/.exec(line.slice(start))?.[0].length ?? 1;
}

/** A text in double quotes, whatever quotes it stood in before. */
export function asString(written: string): string {
  const text = written.replace(/^["'`´‘’‚“”„«»‹›]|["'`´‘’‚“”„«»‹›]$/g, '');
  return `"${text.replace(/[\\"]/g, '\\$&')}"`;
}

function isVisible(character: string): boolean {
  return !/^[\p{C}\p{Z}]$/u.test(character);
}
