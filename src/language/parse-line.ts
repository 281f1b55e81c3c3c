/**
 * Parses one line on its own: `[ "}" ] [ statement ] [ "{" ]`. The grammar is in docs/language.md; each statement is a
 * function here or in a neighbouring file. Which statements may stand where is not decided here but by the tree.
 */
import { Cursor } from './cursor';
import { parseDevice, parseHost, parseLink, parseProperties, parseService } from './parse-declaration';
import { parseExpect } from './parse-expect';
import { actionVerbs, parseCall, parseFaultStep, parseHostStep, parseRepeat, parseSet, parseWait } from './parse-step';
import { closest, didYouMean } from './suggest';
import type { Line, Statement } from './syntax';
import { propertyWords, statementWords } from './words';

const statements: ReadonlyMap<string, (cursor: Cursor) => Statement> = new Map(
  Object.entries<(cursor: Cursor) => Statement>({
    topology: (cursor) => ({ kind: 'topology', title: cursor.expectString('the title', 'Music sharing') }),
    service: parseService,
    host: parseHost,
    switch: (cursor) => parseDevice(cursor, 'switch'),
    router: (cursor) => parseDevice(cursor, 'router'),
    cloud: (cursor) => parseDevice(cursor, 'cloud'),
    link: parseLink,
    flow: (cursor) => ({ kind: 'flow', name: cursor.expectString('the name of the flow', 'Find and fetch') }),
    scenario: (cursor) => ({
      kind: 'scenario',
      name: cursor.expectString('the name of the scenario', 'index is down'),
    }),
    expect: parseExpect,
    call: parseCall,
    offline: (cursor) => parseFaultStep(cursor, 'offline'),
    online: (cursor) => parseFaultStep(cursor, 'online'),
    cut: (cursor) => parseFaultStep(cursor, 'cut'),
    restore: (cursor) => parseFaultStep(cursor, 'restore'),
    set: parseSet,
    wait: parseWait,
    note: (cursor) => ({ kind: 'note', text: cursor.expectString('the note', 'Bob tells the index what he shares.') }),
    together: () => ({ kind: 'together' }),
    repeat: parseRepeat,
    otherwise: () => ({ kind: 'otherwise' }),
  }),
);

export function parseLine(text: string): Line {
  const cursor = new Cursor(text);
  const closes = cursor.takeClosing();
  const opens = cursor.setAsideOpening();
  const start = cursor.start;
  const statement = cursor.done ? nothing : parseStatement(cursor);
  if (!cursor.done) reportRest(cursor);
  const end = Math.max(start, cursor.limitColumn);
  return { text, statement, start, end, closes, opens, problem: cursor.problem };
}

const nothing: Statement = { kind: 'nothing' };

function parseStatement(cursor: Cursor): Statement {
  const first = cursor.peek();
  if (first?.kind !== 'name') {
    cursor.fail(
      'unexpected-token',
      'A line starts with a word such as host, link or flow, or with the name of a host.',
    );
    return nothing;
  }
  const parse = statements.get(first.text);
  if (parse) {
    cursor.next();
    return parse(cursor);
  }
  if (startsStep(cursor)) return parseHostStep(cursor);
  if (propertyWords.includes(first.text)) return { kind: 'properties', properties: parseProperties(cursor) };
  return unknownStatement(cursor, first);
}

const behindHosts: ReadonlySet<string> = new Set(['->', '~>', ',', '[', '--']);

/** A name that is followed by what follows hosts: `alice -> …`, `alice, bob …`, `peer[3] …`, `alice joins …`. */
function startsStep(cursor: Cursor): boolean {
  const second = cursor.peek(1);
  if (second?.kind === 'symbol') return behindHosts.has(second.text);
  return second?.kind === 'name' && actionVerbs.has(second.text);
}

/** A half-typed word says so; a host's name alone is a step that lacks the rest. */
function unknownStatement(
  cursor: Cursor,
  first: { readonly text: string; readonly start: number; readonly end: number },
): Statement {
  const words = [...statementWords, ...propertyWords];
  const better = closest(first.text, words);
  const fix = better === undefined ? undefined : { title: `Change to “${better}”`, text: better };
  const hint = didYouMean(first.text, words) || ' A step reads like: alice -> bob : get "song.mp3".';
  cursor.failAt('unknown-word', first, `“${first.text}” does not start a statement.${hint}`, fix);
  return nothing;
}

function reportRest(cursor: Cursor): void {
  if (cursor.isSymbol('{')) {
    cursor.fail(
      'unexpected-token',
      'A block opens with { at the end of its line: put what follows on lines of its own, and } behind them.',
    );
  } else if (cursor.isSymbol('}')) {
    cursor.fail('unexpected-token', 'A block closes with } at the start of a line of its own.');
  } else {
    cursor.fail(
      'unexpected-token',
      `The statement is complete before this${cursor.insteadOf()}. Write one statement a line.`,
    );
  }
}
