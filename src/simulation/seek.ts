/**
 * Seeking in a recording: the world at any position, without running anything again. Views go back and forth in a trace
 * with this alone, so it must know nothing of the engine.
 */
import { createDraft } from './state';
import type { Trace, WorldState } from './trace';

/**
 * The world after the first `position` steps (0 is before the first; what is out of range counts as the nearer end). A
 * step counts as a whole: what it changes is there at the position after it, even where another step began before its end.
 */
export function stateAt(trace: Trace, position: number): WorldState {
  const target = Math.max(0, Math.min(Math.floor(position) || 0, trace.steps.length));
  const memory = memoryOf(trace);
  const { distance } = memory;
  if (memory.latest.position === target) return memory.latest.state;
  let place = Math.min(Math.floor(target / distance), memory.checkpoints.length - 1);
  let state = memory.checkpoints[place] ?? trace.initial;
  for (; (place + 1) * distance <= target; place += 1) {
    state = played(trace, state, place * distance, (place + 1) * distance);
    memory.checkpoints[place + 1] = state;
  }
  memory.latest = { position: target, state: played(trace, state, place * distance, target) };
  return memory.latest.state;
}

interface Memory {
  /** Steps from one checkpoint to the next. */
  readonly distance: number;
  /** The state at each multiple of the distance, as far as anybody has looked. */
  readonly checkpoints: WorldState[];
  latest: { readonly position: number; readonly state: WorldState };
}

const shortestDistance = 128;

/** A checkpoint costs memory in proportion to the hosts: all of them together may hold this many entries for hosts. */
const maximumEntries = 2e6;

function distanceFor({ steps, metrics }: Trace): number {
  return Math.max(shortestDistance, Math.ceil((steps.length * metrics.length) / maximumEntries));
}

const memories = new WeakMap<Trace, Memory>();

function memoryOf(trace: Trace): Memory {
  let memory = memories.get(trace);
  if (!memory) {
    memory = {
      distance: distanceFor(trace),
      checkpoints: [trace.initial],
      latest: { position: 0, state: trace.initial },
    };
    memories.set(trace, memory);
  }
  return memory;
}

function played(trace: Trace, base: WorldState, from: number, to: number): WorldState {
  if (from === to) return base;
  const draft = createDraft(base);
  for (const step of trace.steps.slice(from, to)) draft.play(step);
  return draft.state;
}
