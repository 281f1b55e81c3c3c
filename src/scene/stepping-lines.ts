/**
 * Where the file's lines begin in a recording: the first step of each time that a line is carried out. A line that is
 * carried out again (`repeat`) begins again; what its first step leads to belongs to it, even where other lines come in
 * between. Worked out once for each recording, in one pass over its columns.
 */
import type { StepColumns, StepList } from '../simulation/step-list';

/** For each step 1 if it is the first that is `visible` of its line, 0 otherwise; all are where `visible` is undefined. */
export function lineStarts(steps: StepList, visible: Uint8Array | undefined): Uint8Array {
  const starts = knownStarts.get(visible ?? steps) ?? readStarts(steps, visible);
  knownStarts.set(visible ?? steps, starts);
  return starts;
}

const knownStarts = new WeakMap<object, Uint8Array>();
const knownTurns = new WeakMap<StepList, Int32Array>();

function readStarts(steps: StepList, visible: Uint8Array | undefined): Uint8Array {
  const turns = turnsOf(steps);
  const starts = new Uint8Array(turns.length);
  const seen = new Uint8Array(turns.length);
  for (let step = 0; step < turns.length; step += 1) {
    const turn = turns[step] ?? 0;
    if (seen[turn] || visible?.[step] === 0) continue;
    seen[turn] = 1;
    starts[step] = 1;
  }
  return starts;
}

/** For each step the first one of the turn that it belongs to. */
function turnsOf(steps: StepList): Int32Array {
  const turns = knownTurns.get(steps) ?? read(steps.columns);
  knownTurns.set(steps, turns);
  return turns;
}

function read(columns: StepColumns): Int32Array {
  const { cause, content, contents } = columns;
  const lines = Int32Array.from(contents, ({ line }) => line);
  const turns = new Int32Array(content.length);
  let latest = -1;
  for (let step = 0; step < content.length; step += 1) {
    const line = lines[content[step] ?? 0];
    const reason = cause[step] ?? -1;
    if (reason >= 0 && lines[content[reason] ?? 0] === line) {
      turns[step] = turns[reason] ?? 0;
      continue;
    }
    const goesOn = latest >= 0 && lines[content[latest] ?? 0] === line && !isSame(columns, latest, step);
    if (!goesOn) latest = step;
    turns[step] = latest;
  }
  return turns;
}

/** The same between the same, for the same reason: only a line that is carried out again does that. */
function isSame({ from, to, cause, content, count }: StepColumns, a: number, b: number): boolean {
  return [from, to, cause, content, count].every((column) => column[a] === column[b]);
}
