/** What is wrong with a number that should be a quantity, and how it is written right. Knows text and units, no tokens. */
import { largestNumber, parseQuantity, type QuantityKind, quantityWords, unitLike, units } from './quantities';
import { listWords, quote } from './wording';

interface Mistake {
  /** How much of the text it concerns. */
  readonly length: number;
  readonly message: string;
  /** The quantity as it is most likely meant. */
  readonly better: string | undefined;
}

/** A number, the digits behind a decimal comma, a gap, and what may be a unit with `/s`. */
const shape = /^(-?\d+(?:\.\d+)?)(,\d+)?([ \t]*)(%|\p{L}+(?:\/\p{L}+)?)?/u;

/** `written` starts with the number and goes on to the end of the line; one of the `kinds` is wanted. */
export function quantityMistake(written: string, kinds: readonly QuantityKind[]): Mistake {
  const [whole, integer = written, decimals = '', gap = '', unit = ''] = shape.exec(written) ?? [written];
  const nouns = listWords(kinds.map((kind) => quantityWords[kind].noun));
  const examples = listWords(kinds.map((kind) => quantityWords[kind].example));
  const number = integer + decimals.replace(',', '.');
  const meant = kinds.map((kind) => meantBy(number, unit, kind)).find((found) => found !== undefined);
  const bare = integer + (meant ? decimals : '');
  if (integer.startsWith('-')) {
    return {
      length: bare.length + (gap ? 0 : unit.length),
      message: `${capital(nouns)} cannot be negative: remove the -.`,
      better: undefined,
    };
  }
  if (Number(integer) > largestNumber) {
    const message = 'This number is too large: up to 1,000,000,000,000 can stand before a unit.';
    return { length: integer.length + (gap ? 0 : unit.length), message, better: undefined };
  }
  if (meant === whole && parseQuantity(whole)?.value === 0) {
    const message = 'Nothing gets through at a rate of 0: cut the link, or take the host offline.';
    return { length: whole.length, message, better: undefined };
  }
  if (meant) return { length: whole.length, message: reasonFor(whole, unit, gap, decimals, meant), better: meant };
  if (gap !== '' || unit === '') {
    return {
      length: bare.length,
      message: `${bare} has no unit: ${nouns} is written like ${examples}.`,
      better: undefined,
    };
  }
  const length = integer.length + unit.length;
  const other = parseQuantity(integer + unit)?.kind;
  const isOther = other !== undefined && !kinds.includes(other);
  if (isOther) {
    const message = `${integer}${unit} is ${quantityWords[other].noun}, but ${nouns} is wanted here, such as ${examples}.`;
    return { length, message, better: undefined };
  }
  const known = [...units].filter(([, entry]) => kinds.includes(entry.kind)).map(([name]) => name);
  const message = `${quote(written.slice(0, length))} is not ${nouns}. Write a number and one of ${listWords(known)}, such as ${examples}.`;
  return { length, message, better: undefined };
}

/** Megabytes a second, a frequent slip: a rate of the language counts bits. */
const bytesPerSecond = /^([kMGT]?)B(?:\/s|\/sec|ps)$/;

function meantBy(number: string, unit: string, kind: QuantityKind): string | undefined {
  const [, prefix] = (kind === 'rate' && bytesPerSecond.exec(unit)) || [];
  if (prefix !== undefined) return asQuantity(`${Number(number) * 8}${prefix}bps`, kind);
  const known = units.get(unit);
  if (known && known.kind !== kind) return undefined;
  const better = known ? unit : unitLike(unit, kind);
  return better && asQuantity(number + better, kind);
}

function asQuantity(text: string, kind: QuantityKind): string | undefined {
  return parseQuantity(text)?.kind === kind ? text : undefined;
}

function reasonFor(whole: string, unit: string, gap: string, decimals: string, better: string): string {
  if (bytesPerSecond.test(unit) && better.endsWith('bps'))
    return `${quote(whole)} counts bytes, but a rate counts bits, eight to a byte: write ${better}.`;
  if (decimals !== '') return `Decimals stand behind a point: write ${better}.`;
  if (gap !== '') return `No space between a number and its unit: write ${better}.`;
  return `${quote(unit)} is not a unit of the language: write ${better}.`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
