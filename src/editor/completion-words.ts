/** Words and signs of the language as completions: those that make sense in their place, with what they mean. */
import type { Compilation } from '../language/compile';
import { patternOptions, softwareOf } from '../language/link-services';
import type { Statement } from '../language/syntax';
import type { Service } from '../language/topology';
import type { Completion } from './completion';
import { mayCarry } from './completion-names';
import type { CompletionPlace } from './completion-place';
import { type Explanation, explain, placesByStatement, type WordPlace } from './words';

/** None for a word that the grammar allows here and the rest of the file does not. */
export function wordCompletions(file: Compilation, place: CompletionPlace, word: string): readonly Completion[] {
  const { statement } = place;
  if (statement.kind === 'host' && word === ':') return roles.map((role) => roleCompletion(role));
  if (word === '(') return [{ label: '(0, 0)', kind: 'unit', insert: '($1, $2)', isSnippet: true }];
  if (!/^\p{L}/u.test(word)) return signs.has(word) ? [wordCompletion(place, word, 'symbol')] : [];
  if (word === 'at' && statement.kind !== 'host' && statement.kind !== 'properties' && statement.kind !== 'device')
    return [wordCompletion(place, word, 'word')];
  if (!fits(file, place, word)) return [];
  const written = phrases.get(word) ?? word;
  return [{ ...wordCompletion(place, word, 'word'), ...(written !== word && { label: written, insert: written }) }];
}

const roles = ['client', 'server', 'both'];
const signs: ReadonlySet<string> = new Set(['->', '~>', '--', ':', '<', '<=', '=', '>=', '>', '*']);

/** Words that never stand alone are offered as the whole phrase. */
const phrases: ReadonlyMap<string, string> = new Map([
  ['carries', 'carries no data'],
  ['survives', 'survives loss of'],
]);

function roleCompletion(role: string): Completion {
  return { label: `: ${role}`, kind: 'word', explanation: explain(role, 'role'), insert: `: ${role}` };
}

function wordCompletion(place: CompletionPlace, word: string, kind: 'word' | 'symbol'): Completion {
  return { label: word, kind, explanation: explanationOf(place, word), insert: word };
}

/** `client` behind a colon is a role, and behind `runs web` software. */
function explanationOf({ statement, tokens }: CompletionPlace, word: string): Explanation | undefined {
  const places = tokens.at(-1)?.text === ':' ? rolePlaces : (placesByStatement[statement.kind] ?? []);
  for (const place of places) {
    const found = explain(word, place);
    if (found) return found;
  }
  return undefined;
}

const rolePlaces: readonly WordPlace[] = ['role', 'message'];

/** Software and options as the pattern of the service has them, and verbs as they go with one subject or several. */
function fits(file: Compilation, { statement, tokens }: CompletionPlace, word: string): boolean {
  const previous = tokens.at(-1)?.text ?? '';
  const service = (name: string | undefined) => file.topology.services.find((known) => known.name === name);
  if (statement.kind === 'host' || statement.kind === 'properties') {
    const isBehindRuns = explain(word, 'kind') !== undefined && previous !== ':';
    return !isBehindRuns || hasSoftware(service(previous), word);
  }
  if (statement.kind === 'service' && explain(word, 'option')) return hasOption(service(statement.name?.text), word);
  if (statement.kind === 'set') return fitsSet(statement, service(statement.target?.name.text), word);
  if (statement.kind === 'message' && isVerb(word)) return mayCarry(file.topology, statement, word);
  const isAction = explain(word, 'action') !== undefined;
  return !isAction || word.endsWith('s') !== tokens.some(({ text }) => text === ',');
}

function isVerb(word: string): word is 'get' | 'put' | 'lookup' | 'register' | 'unregister' | 'login' {
  return explain(word, 'message') !== undefined && word !== 'takes' && word !== 'replies';
}

/** A service that is not declared follows the pattern `request`. */
function hasSoftware(service: Service | undefined, word: string): boolean {
  return softwareOf[service?.pattern ?? 'request'].some((kind) => kind === word);
}

function hasOption(service: Service | undefined, word: string): boolean {
  return !service || (patternOptions[service.pattern] ?? []).includes(word);
}

function fitsSet(statement: Extract<Statement, { kind: 'set' }>, service: Service | undefined, word: string): boolean {
  if (word === 'up' || word === 'down') return !service;
  return service !== undefined && statement.target !== undefined && hasOption(service, word);
}
