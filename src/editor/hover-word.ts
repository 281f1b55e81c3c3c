/** Which word of the language stands at a place, and what it means there. */
import { type Token, tokenize } from '../language/lexer';
import type { Line } from '../language/syntax';
import { type Explanation, explain, placesByStatement, type WordPlace } from './words';

/** The token that the column touches; of two, the one that a word of the language could be. */
export function tokenAt(line: Line, column: number): Token | undefined {
  const touched = tokenize(line.text).filter(({ start, end }) => start <= column && column <= end);
  return touched.find(({ kind }) => kind !== 'symbol') ?? touched.find(({ end }) => column < end) ?? touched[0];
}

/** Undefined for what is no word of the language here. */
export function explanationOf(line: Line, token: Token, isInHost: boolean): Explanation | undefined {
  for (const place of isInHost ? placesInHost(line, token) : placesOf(line, token)) {
    const found = token.kind === 'string' ? undefined : explain(token.text, place);
    if (found) return found;
  }
  return undefined;
}

/** Where the word may stand, the likeliest place first. */
function placesOf(line: Line, token: Token): readonly WordPlace[] {
  const { statement } = line;
  const isFirst = token.start === line.start;
  if (isFirst && statement.kind !== 'properties') return ['statement'];
  if (statement.kind === 'host' && statement.role?.start === token.start) return ['role'];
  if (statement.kind === 'host' || statement.kind === 'properties') return placesInHost(line, token);
  return placesByStatement[statement.kind] ?? [];
}

/** `at` behind what is listed says who has it; elsewhere it is a place. */
function placesInHost({ text }: Line, token: Token): readonly WordPlace[] {
  if (token.text === 'at' && !/^\s*\(/.test(text.slice(token.end))) return ['listing'];
  return ['property', 'kind'];
}
