/**
 * Parses one line on its own: `[ "}" ] [ statement ] [ "{" ]`. The grammar is in docs/language.md; each statement is a
 * function here or in a neighbouring file. Which statements may stand where is not decided here but by the tree.
 */
import { Cursor } from './cursor';
import type { Expected } from './expected';
import { parseDevice, parseHost, parseLink, parseService } from './parse-declaration';
import { parseAsk, parseHint, parsePoints, parseTask } from './parse-exercise';
import { parseExpect } from './parse-expect';
import { reportRest, reportUnreadable } from './parse-mistakes';
import { parseProperties } from './parse-properties';
import { actionVerbs, parseCall, parseFaultStep, parseHostStep, parseRepeat, parseSet, parseWait } from './parse-step';
import type { Line, Statement } from './syntax';
import { softwareKinds } from './topology';
import { propertyWords } from './words';

const statements: ReadonlyMap<string, (cursor: Cursor) => Statement> = new Map(
  Object.entries<(cursor: Cursor) => Statement>({
    topology: (cursor) => ({ kind: 'topology', title: cursor.expectString('title', 'Music sharing', 'rest') }),
    service: parseService,
    host: parseHost,
    switch: (cursor) => parseDevice(cursor, 'switch'),
    router: (cursor) => parseDevice(cursor, 'router'),
    cloud: (cursor) => parseDevice(cursor, 'cloud'),
    link: parseLink,
    flow: (cursor) => ({ kind: 'flow', name: cursor.expectString('new flow', 'Find and fetch', 'rest') }),
    scenario: (cursor) => ({
      kind: 'scenario',
      name: cursor.expectString('new scenario', 'index is down', 'rest'),
    }),
    exercise: (cursor) => ({
      kind: 'exercise',
      name: cursor.expectString('new exercise', 'Who asks, who serves?', 'rest'),
    }),
    task: parseTask,
    hint: parseHint,
    points: parsePoints,
    expect: (cursor) => parseExpect(cursor),
    call: parseCall,
    offline: (cursor) => parseFaultStep(cursor, 'offline'),
    online: (cursor) => parseFaultStep(cursor, 'online'),
    cut: (cursor) => parseFaultStep(cursor, 'cut'),
    restore: (cursor) => parseFaultStep(cursor, 'restore'),
    set: parseSet,
    wait: parseWait,
    note: (cursor) => ({
      kind: 'note',
      text: cursor.expectString('note', 'Bob tells the index what he shares.', 'rest'),
    }),
    ask: parseAsk,
    together: () => ({ kind: 'together' }),
    repeat: parseRepeat,
    otherwise: () => ({ kind: 'otherwise' }),
  }),
);

export function parseLine(text: string): Line {
  const cursor = new Cursor(text);
  const closes = cursor.takeClosing();
  const opens = cursor.setAsideOpening() ?? cursor.strayOpening();
  const closesBehind = cursor.closesBehind;
  const start = cursor.start;
  const statement = cursor.done ? nothing : parseStatement(cursor);
  if (!cursor.done) reportRest(cursor);
  if (closes !== undefined && statement.kind !== 'otherwise' && statement.kind !== 'nothing') {
    cursor.failAt(
      'unexpected-token',
      { start: closes, end: closes + 1 },
      'What follows this } belongs on a line of its own.',
      {
        title: 'Start a new line',
        text: '}\n',
      },
    );
  }
  const end = Math.max(start, cursor.limitColumn);
  return { text, statement, start, end, closes, opens, closesBehind, problem: cursor.problem };
}

/** What the grammar lets follow the beginning of a line, and what that says so far. */
export function probeLine(
  beginning: string,
): Pick<Line, 'statement' | 'problem'> & { readonly expected: readonly Expected[] } {
  const expected: Expected[] = [];
  const cursor = new Cursor(beginning, expected);
  cursor.takeClosing();
  const statement = cursor.peek() ? parseStatement(cursor) : nothing;
  return { statement, expected, problem: cursor.problem };
}

const nothing: Statement = { kind: 'nothing' };

function parseStatement(cursor: Cursor): Statement {
  const first = cursor.peek();
  const parse = first?.kind === 'name' ? statements.get(first.text) : undefined;
  if (parse) {
    cursor.next();
    return parse(cursor);
  }
  if (first?.kind === 'name') {
    if (startsStep(cursor)) return parseHostStep(cursor);
    if (propertyWords.includes(first.text)) return { kind: 'properties', properties: parseProperties(cursor) };
  }
  reportUnreadable(cursor);
  return nothing;
}

const behindHosts: ReadonlySet<string> = new Set(['->', '~>', ',', '[', '--']);

/** A name that is followed by what follows hosts: `alice -> …`, `alice, bob …`, `peer[3] …`, `alice joins …`. */
function startsStep(cursor: Cursor): boolean {
  const second = cursor.peek(1);
  if (!second) return cursor.isProbe && !propertyWords.includes(cursor.peek()?.text ?? '');
  if (second.kind === 'symbol') return behindHosts.has(second.text);
  if (second.text === 'and' && cursor.peek(2)?.kind === 'name') return true;
  return second.kind === 'name' && actionVerbs.has(second.text) && !runsWhat(cursor);
}

/** `runs search client`: the service has the name of an action. */
function runsWhat(cursor: Cursor): boolean {
  return cursor.isWord('runs') && softwareKinds.some((kind) => cursor.isWord(kind, 2));
}
