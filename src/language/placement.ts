/** Which statements may stand in which block, and what to say of one that stands elsewhere. */
import type { Line, StatementKind } from './syntax';

/** `unknown` is the block of a line that could not be read, or that has none: whatever it holds is not judged. */
export type Container = 'file' | 'host' | 'flow' | 'scenario' | 'exercise' | 'unknown';

const topLevel: readonly StatementKind[] = [
  'topology',
  'service',
  'host',
  'device',
  'link',
  'flow',
  'scenario',
  'exercise',
  'expect',
];
const faults: readonly StatementKind[] = ['offline', 'online', 'cut', 'restore'];
const steps: readonly StatementKind[] = [
  ...faults,
  'message',
  'action',
  'call',
  'wait',
  'note',
  'ask',
  'together',
  'repeat',
];

const allowed: Readonly<Record<Container, ReadonlySet<StatementKind>>> = {
  file: new Set(topLevel),
  host: new Set(['properties', 'note']),
  flow: new Set(steps),
  scenario: new Set([...faults, 'set']),
  exercise: new Set(['task', 'hint', 'expect']),
  unknown: new Set([...steps, 'properties', 'set', 'task', 'hint']),
};

export function isAllowed(kind: StatementKind, container: Container): boolean {
  return allowed[container].has(kind);
}

export function isTopLevel(kind: StatementKind): boolean {
  return allowed.file.has(kind);
}

/**
 * A declaration that is not indented, behind a line whose block is open, shows that a `}` is missing before it. What an
 * exercise expects may stand in its block without being indented.
 */
export function endsOpenBlocks({ statement, closes, start }: Line, outermost: Line | undefined): boolean {
  if (outermost === undefined || closes !== undefined || !isTopLevel(statement.kind)) return false;
  if (isAllowed(statement.kind, containerOf(outermost.statement.kind))) return false;
  return start <= (outermost.closes ?? outermost.start);
}

const withBlock: ReadonlySet<StatementKind> = new Set([
  'host',
  'flow',
  'scenario',
  'exercise',
  'message',
  'together',
  'repeat',
]);
const withoutBlockNothing: ReadonlySet<StatementKind> = new Set(['flow', 'scenario', 'exercise', 'together', 'repeat']);

export function canHaveBlock(kind: StatementKind): boolean {
  return withBlock.has(kind);
}

/** It says nothing without its block, so where there is none the { was forgotten. */
export function needsBlock(kind: StatementKind): boolean {
  return withoutBlockNothing.has(kind);
}

/** Where the statements of the block of such a statement stand. */
export function containerOf(kind: StatementKind): Container {
  if (kind === 'host' || kind === 'scenario' || kind === 'exercise') return kind;
  return canHaveBlock(kind) ? 'flow' : 'unknown';
}

const words: Partial<Record<StatementKind, string>> = { device: 'switch', properties: 'property', action: 'step' };

/** The statement as a message calls it: `link`, `switch`. */
export function wordFor(kind: StatementKind): string {
  return words[kind] ?? kind;
}

export function misplaced(kind: StatementKind, container: Container): string {
  if (isTopLevel(kind))
    return `“${wordFor(kind)}” stands outside of blocks: close the block above it with }, or move it out.`;
  if (kind === 'properties') return 'This is a property of a host: write it behind the host’s name, or in its block.';
  if (kind === 'task' || kind === 'hint')
    return `“${kind}” stands in an exercise, as in: exercise "Who asks, who serves?" {`;
  if (kind === 'ask') return '“ask” stands in a flow, in front of the step that it asks about.';
  if (kind === 'set') return '“set” stands in a scenario, as in: scenario "slow" {';
  switch (container) {
    case 'host':
      return 'The block of a host holds its properties: runs, shares, lists, up, down, at, note. Messages stand in a flow.';
    case 'scenario':
      return 'A scenario says what is different from the start: offline, online, cut, restore or set. Messages stand in a flow.';
    case 'exercise':
      return 'An exercise holds its task, hints, and what it expects. What happens stands in a flow.';
    case 'file':
      if (kind === 'note') return 'A note stands in a flow, or behind the name of a host.';
      return 'This is a step: it stands in the block of a flow, as in: flow "Find and fetch" {';
    default:
      return 'A flow holds steps: messages such as alice -> bob : get "song.mp3", actions, notes and faults.';
  }
}
