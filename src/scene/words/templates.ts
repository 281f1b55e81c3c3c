/**
 * Sentences that are known as templates with holes, and are said again in another language: “{a} is offline” as “{a} ist offline”.
 * What is in a hole stays as it is, or is said again itself. What no template fits is not known.
 */

export type Template = readonly [original: string, other: string];

/** What may stand in a hole, and how that is said; without `say` it stays as it is. Undefined: not known after all. */
export interface Hole {
  readonly pattern: string;
  readonly say?: (text: string) => string | undefined;
}

/** By name; `{a2}` is another hole like `{a}`. A hole that is not listed is a name, without spaces. */
export type Holes = Readonly<Record<string, Hole>>;

export type Translate = (text: string) => string | undefined;

const name: Hole = { pattern: '\\S+' };
const hole = /\{([a-z]+)(\d*)\}/gi;

/** The whole text is one template; the first that fits wins. */
export function sayingAgain(templates: readonly Template[], holes: Holes): Translate {
  const sentences = templates.map((template) => compiled(template, holes));
  return (text) => {
    for (const sentence of sentences) {
      const said = text.includes(sentence.literal) ? sentence.translate(text) : undefined;
      if (said !== undefined) return said;
    }
    return undefined;
  };
}

/** What is longer was not made for reading. */
const longest = 4000;

/** One sentence behind the other: each is a template, or several together are one. */
export function inSentences(sentence: Translate): Translate {
  const translate = (text: string): string | undefined => {
    const whole = sentence(text);
    if (whole !== undefined || text === '') return whole;
    for (const { index } of text.matchAll(/[.?!] /g)) {
      const said = sentence(text.slice(0, index + 1));
      const rest = said === undefined ? undefined : translate(text.slice(index + 2));
      if (rest !== undefined) return `${said} ${rest}`;
    }
    return undefined;
  };
  return (text) => (text.length > longest ? undefined : translate(text));
}

interface Sentence {
  /** The longest stretch that every such sentence holds: quicker to look for than the whole. */
  readonly literal: string;
  readonly translate: Translate;
}

function compiled([original, other]: Template, holes: Holes): Sentence {
  const literals = original.split(/\{[a-z]+\d*\}/i);
  const literal = literals.reduce((one, next) => (next.length > one.length ? next : one), '');
  let pattern: RegExp | undefined;
  const translate = (text: string): string | undefined => {
    pattern ??= patternOf(original, holes);
    const parts = pattern.exec(text)?.groups ?? (literals.length === 1 && text === original ? {} : undefined);
    return parts && filled(other, parts, holes);
  };
  return { literal, translate };
}

/** A hole that comes again holds the same again. */
function patternOf(original: string, holes: Holes): RegExp {
  const seen = new Set<string>();
  const [first = '', ...rest] = original.split(/(?=\{[a-z]+\d*\})/i);
  const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const parts = [first, ...rest].map((part) => {
    const [written, kind = '', number = ''] = /^\{([a-z]+)(\d*)\}/i.exec(part) ?? [''];
    if (written === '') return escaped(part);
    const key = `${kind}${number}`;
    const found = seen.has(key) ? `\\k<${key}>` : `(?<${key}>${(holes[kind] ?? name).pattern})`;
    seen.add(key);
    return found + escaped(part.slice(written.length));
  });
  return new RegExp(`^${parts.join('')}$`, 's');
}

function filled(other: string, parts: Readonly<Record<string, string>>, holes: Holes): string | undefined {
  let isKnown = true;
  const said = other.replace(hole, (_, kind: string, number: string) => {
    const text = parts[kind + number] ?? '';
    const { say } = holes[kind] ?? name;
    const again = say ? say(text) : text;
    isKnown &&= again !== undefined;
    return again ?? '';
  });
  return isKnown ? said : undefined;
}

/** A hole for one of a few phrases. */
export function oneOf(phrases: Readonly<Record<string, string>>): Hole {
  const keys = Object.keys(phrases).sort((a, b) => b.length - a.length);
  const pattern = keys.map((key) => key.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  return { pattern, say: (text) => phrases[text] };
}
