/**
 * What is offline and what is cut before a step of a run. Knows nothing else of the world, so that it can be asked at every
 * step of a long run: whoever asks in the order of the steps goes through the run once.
 */
import { once } from '../language/places';
import { createDraft, emptyWorld } from '../simulation/state';
import type { Change, Trace, WorldState } from '../simulation/trace';

/** The answer shows the world at `step` until the next question. */
export function faultsIn({ initial, steps }: Trace): (step: number) => Pick<WorldState, 'offline' | 'cut'> {
  const faults = once(() =>
    steps.flatMap(({ index, changes }) => changes.filter(isFault).map((it) => [index, it] as const)),
  );
  const start = () => createDraft({ ...emptyWorld, offline: initial.offline, cut: initial.cut });
  let draft = start();
  let next = 0;
  let before = 0;
  return (step) => {
    if (step < before) {
      draft = start();
      next = 0;
    }
    before = step;
    for (let fault = faults()[next]; fault && fault[0] < step; fault = faults()[next]) {
      draft.apply(fault[1]);
      next++;
    }
    return draft.state;
  };
}

function isFault({ kind }: Change): boolean {
  return kind === 'offline' || kind === 'online' || kind === 'cut' || kind === 'restore';
}
