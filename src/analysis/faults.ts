/**
 * What is offline and what is cut before a step of a run. Knows nothing else of the world, so that it can be asked at every
 * step of a long run: whoever asks in the order of the steps goes through the run once.
 */
import { once } from '../language/places';
import { changelogOf } from '../simulation/changelog';
import { createDraft, emptyState, type State } from '../simulation/state';
import type { Trace } from '../simulation/trace';

/** The answer shows the world at `step` until the next question. */
export function faultsIn(trace: Trace): (step: number) => Pick<State, 'offline' | 'cut'> {
  const faults = once(() => [...changelogOf(trace).of({ kind: 'faults', name: '' })]);
  const start = () => createDraft({ ...emptyState, offline: trace.initial.offline, cut: trace.initial.cut });
  let draft = start();
  let next = 0;
  let before = 0;
  return (step) => {
    if (step < before) {
      draft = start();
      next = 0;
    }
    before = step;
    for (let fault = faults()[next]; fault && fault.step < step; fault = faults()[next]) {
      draft.apply(fault.change);
      next++;
    }
    return draft.state;
  };
}
