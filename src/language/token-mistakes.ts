/** What is wrong with a single token: a stray character, a text without its end, a number that is no quantity. */
import type { Token } from './lexer';
import type { QuantityKind } from './quantities';
import { quantityMistake } from './quantity-mistakes';
import { strayCharacter } from './stray-characters';
import type { Problem } from './syntax';

/** A character that is part of no token; `before` is the token on its left. */
export function strayToken(line: string, token: Token, before: Token | undefined): Problem {
  const nameStart = before?.kind === 'name' && before.end === token.start ? before.start : undefined;
  const { start, end, message, text } = strayCharacter(line, token.start, token.end, nameStart);
  const fix = text === undefined ? undefined : { title: text.trim() === '' ? 'Remove it' : `Write ${text}`, text };
  return { code: 'unexpected-token', message, start, end, ...(fix && { fix }) };
}

/** The fix closes it at the end of the line, before a `{` that it has swallowed. */
export function unterminated(line: string, { start, end }: Token): Problem {
  const written = line.slice(start, end).replace(/\s*\{?\s*$/, '');
  const hasLooseBackslash = (/\\*$/.exec(written)?.[0].length ?? 0) % 2 === 1;
  return {
    code: 'unterminated-string',
    message: 'This text has no end: close it with a double quote (") on the same line.',
    start,
    end: start + Math.max(1, written.length),
    fix: { title: 'Close the text', text: `${written}${hasLooseBackslash ? '\\' : ''}"` },
  };
}

/** `written` starts with the number and goes on to the end of the statement. */
export function badQuantity(written: string, start: number, kinds: readonly QuantityKind[]): Problem {
  const { better, message, length } = quantityMistake(written, kinds);
  const fix = better === undefined ? undefined : { title: `Write ${better}`, text: better };
  return { code: 'bad-quantity', message, start, end: start + length, ...(fix && { fix }) };
}
