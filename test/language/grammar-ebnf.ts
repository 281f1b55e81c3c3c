// A small reader of EBNF, enough for the grammar in docs/language.md, with a generator of sentences and a recogniser (Earley,
// "An Efficient Context-Free Parsing Algorithm", 1970) for them. Rules in capitals are tokens and become regular expressions.

export type Expression =
  | { readonly kind: 'choice' | 'sequence'; readonly parts: readonly Expression[] }
  | { readonly kind: 'option' | 'repetition'; readonly part: Expression }
  | { readonly kind: 'without'; readonly part: Expression; readonly excluded: Expression }
  | { readonly kind: 'literal' | 'class' | 'name'; readonly text: string };

export type Grammar = ReadonlyMap<string, Expression>;

/** The end of a line, as a token. */
export const lineEnd = '\n';

export function readGrammar(text: string): Grammar {
  const tokens = text.match(/"[^"]*"|'[^']*'|\?.+?\?(?= )|[\w-]*\w|\S/g) ?? [];
  let at = 0;
  const take = (wanted: string): void => {
    if (tokens[at++] !== wanted) throw new Error(`Expected ${wanted} before ${tokens.slice(at - 1, at + 5).join(' ')}`);
  };
  const choice = (): Expression => {
    const parts = [sequence()];
    for (; tokens[at] === '|'; parts.push(sequence())) at++;
    return parts.length === 1 && parts[0] ? parts[0] : { kind: 'choice', parts };
  };
  const sequence = (): Expression => {
    const parts: Expression[] = [];
    while (at < tokens.length && !/^[|)\]};]$/.test(tokens[at] ?? '')) {
      const part = factor();
      if (tokens[at] !== '-') parts.push(part);
      else {
        at++;
        parts.push({ kind: 'without', part, excluded: factor() });
      }
    }
    return parts.length === 1 && parts[0] ? parts[0] : { kind: 'sequence', parts };
  };
  const enclosed = (close: string): Expression => {
    const inner = choice();
    take(close);
    return inner;
  };
  const factor = (): Expression => {
    const token = tokens[at++] ?? '';
    if (token === '(') return enclosed(')');
    if (token === '[') return { kind: 'option', part: enclosed(']') };
    if (token === '{') return { kind: 'repetition', part: enclosed('}') };
    if (/^["']/.test(token)) return { kind: 'literal', text: token.slice(1, -1) };
    if (token.startsWith('?')) return { kind: 'class', text: token.slice(1, -1).trim() };
    return { kind: 'name', text: token };
  };
  const rules = new Map<string, Expression>();
  while (at < tokens.length) {
    const name = tokens[at++] ?? '';
    take('=');
    rules.set(name, choice());
    take(';');
  }
  return rules;
}

export function isToken(name: string): boolean {
  return name === name.toUpperCase();
}

export function ruleOf(grammar: Grammar, name: string): Expression {
  const rule = grammar.get(name);
  if (!rule) throw new Error(`The grammar has no rule ${name}.`);
  return rule;
}

/** What a token of this rule looks like, as a regular expression for the whole of it. */
export function tokenPattern(grammar: Grammar, name: string): RegExp {
  const source = (expression: Expression): string => {
    switch (expression.kind) {
      case 'choice':
        return `(?:${expression.parts.map(source).join('|')})`;
      case 'sequence':
        return expression.parts.map(source).join('');
      case 'option':
        return `(?:${source(expression.part)})?`;
      case 'repetition':
        return `(?:${source(expression.part)})*`;
      case 'without':
        return `(?!${source(expression.excluded)}$)${source(expression.part)}`;
      case 'literal':
        return expression.text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
      case 'class':
        return expression.text;
      case 'name':
        return `(?:${source(ruleOf(grammar, expression.text))})`;
    }
  };
  return new RegExp(`^${source({ kind: 'name', text: name })}$`, 'u');
}

/** Every choice that a sentence has, and how many ways there are; how often something is repeated is no choice. */
export function forksOf(grammar: Grammar): ReadonlyMap<Expression, number> {
  const forks = new Map<Expression, number>();
  const visit = (expression: Expression): void => {
    if (expression.kind === 'choice') forks.set(expression, expression.parts.length);
    if (expression.kind === 'option') forks.set(expression, 2);
    if ('parts' in expression) expression.parts.forEach(visit);
    if ('part' in expression) visit(expression.part);
  };
  for (const rule of grammar.values()) visit(rule);
  return forks;
}

export interface Choices {
  /** A whole number from 0 to below `count`. */
  readonly below: (count: number) => number;
  /** One of the ways at a fork. */
  readonly way: (fork: Expression, count: number) => number;
  /** Another word for a token than the one that was made up, or the same. */
  readonly word: (rule: string, madeUp: string) => string;
}

/** The tokens of a random sentence. The deeper it is, the fewer things are optional. */
export function sentenceOf(grammar: Grammar, start: string, choices: Choices): readonly string[] {
  const tokens = (expression: Expression, depth: number): readonly string[] => {
    const isDeep = depth > 40;
    switch (expression.kind) {
      case 'choice': {
        const { parts } = expression;
        const part = parts[isDeep ? shallowest(parts) : choices.way(expression, parts.length)];
        return part ? tokens(part, depth + 1) : [];
      }
      case 'sequence':
        return expression.parts.flatMap((part) => tokens(part, depth + 1));
      case 'option':
        return isDeep || choices.way(expression, 2) === 0 ? [] : tokens(expression.part, depth + 1);
      case 'repetition': {
        const count = isDeep ? 0 : choices.below(5);
        return Array.from({ length: count }).flatMap(() => tokens(expression.part, depth + 1));
      }
      case 'without':
        return tokens(expression.part, depth);
      case 'literal':
        return [expression.text];
      case 'class':
        return [characterOf(new RegExp(`^${expression.text}$`, 'u'), choices)];
      case 'name': {
        if (expression.text === 'END') return [lineEnd];
        const inner = tokens(ruleOf(grammar, expression.text), depth + 1);
        return isToken(expression.text) ? [choices.word(expression.text, inner.join(''))] : inner;
      }
    }
  };
  return tokens({ kind: 'name', text: start }, 0);
}

/** The way without a rule that leads back here, which is the first in each rule of this grammar that has one. */
function shallowest(parts: readonly Expression[]): number {
  const isFlat = (part: Expression): boolean =>
    part.kind === 'literal' || (part.kind === 'name' && part.text !== 'steps');
  return Math.max(0, parts.findIndex(isFlat));
}

const characters = [...'aZqß日ж٣é0159_-+*/\\"\'#:,.;{}[]()<>=~ €👋\u0301\t'];

function characterOf(pattern: RegExp, { below }: Choices): string {
  const fitting = characters.filter((character) => pattern.test(character));
  return fitting[below(fitting.length)] ?? '';
}

/** Whether a list of tokens is a sentence. */
export function recogniserOf(grammar: Grammar, start: string): (tokens: readonly string[]) => boolean {
  const productions = new Map<string, (readonly Symbol[])[]>();
  const patterns = new Map<string, RegExp>();
  const helper = (bodies: readonly (readonly Symbol[])[], loops = false): Symbol => {
    const name = `#${productions.size}`;
    productions.set(
      name,
      loops ? bodies.map((body) => (body.length === 0 ? body : [{ rule: name }, ...body])) : [...bodies],
    );
    return { rule: name };
  };
  const symbols = (expression: Expression): readonly Symbol[] => {
    switch (expression.kind) {
      case 'choice':
        return [helper(expression.parts.map(symbols))];
      case 'sequence':
        return expression.parts.flatMap(symbols);
      case 'option':
        return [helper([[], symbols(expression.part)])];
      case 'repetition':
        return [helper([[], symbols(expression.part)], true)];
      case 'literal':
        return [{ matches: (token) => token === expression.text }];
      case 'name': {
        const { text } = expression;
        if (text === 'END') return [{ matches: (token) => token === lineEnd }];
        if (!isToken(text)) return [{ rule: text }];
        const pattern = patterns.get(text) ?? tokenPattern(grammar, text);
        patterns.set(text, pattern);
        return [{ matches: (token) => pattern.test(token) }];
      }
      default:
        throw new Error(`${expression.kind} stands outside of a token.`);
    }
  };
  for (const [name, rule] of grammar) if (!isToken(name)) productions.set(name, [symbols(rule)]);
  return (tokens) => accepts(productions, start, tokens);
}

type Symbol = { readonly rule: string } | { readonly matches: (token: string) => boolean };

interface State {
  readonly rule: string;
  readonly body: readonly Symbol[];
  readonly dot: number;
  readonly origin: number;
}

type Productions = ReadonlyMap<string, readonly (readonly Symbol[])[]>;

function accepts(productions: Productions, start: string, tokens: readonly string[]): boolean {
  const bodyIds = new Map<readonly Symbol[], number>();
  for (const bodies of productions.values()) for (const body of bodies) bodyIds.set(body, bodyIds.size);
  const sets = Array.from({ length: tokens.length + 1 }, () => ({ states: [] as State[], known: new Set<string>() }));
  const add = (place: number, state: State): void => {
    const set = sets[place];
    const key = `${bodyIds.get(state.body)} ${state.dot} ${state.origin}`;
    if (!set || set.known.has(key)) return;
    set.known.add(key);
    set.states.push(state);
  };
  const predict = (rule: string, place: number): void => {
    for (const body of productions.get(rule) ?? []) add(place, { rule, body, dot: 0, origin: place });
  };
  const nullable = nullableRules(productions);
  const advance = (state: State): State => ({ ...state, dot: state.dot + 1 });
  predict(start, 0);
  for (let place = 0; place <= tokens.length; place++) {
    const { states } = sets[place] ?? { states: [] };
    // New states are appended while this goes on.
    for (const state of states) {
      const next = state.body[state.dot];
      if (next === undefined) {
        for (const waiting of [...(sets[state.origin]?.states ?? [])]) {
          const wanted = waiting.body[waiting.dot];
          if (wanted && 'rule' in wanted && wanted.rule === state.rule) add(place, advance(waiting));
        }
      } else if ('rule' in next) {
        predict(next.rule, place);
        if (nullable.has(next.rule)) add(place, advance(state));
      } else if (place < tokens.length && next.matches(tokens[place] ?? '')) add(place + 1, advance(state));
    }
  }
  const last = sets[tokens.length]?.states ?? [];
  return last.some(({ rule, body, dot, origin }) => rule === start && dot === body.length && origin === 0);
}

function nullableRules(productions: Productions): ReadonlySet<string> {
  const nullable = new Set<string>();
  for (let size = -1; size < nullable.size; ) {
    size = nullable.size;
    for (const [name, bodies] of productions) {
      if (bodies.some((body) => body.every((symbol) => 'rule' in symbol && nullable.has(symbol.rule))))
        nullable.add(name);
    }
  }
  return nullable;
}
