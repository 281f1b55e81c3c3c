/** What is being tried out in a session, as the panel shows it: the changes in words, and what they lead to. Pure. */
import { brokenExpectations } from '../analysis/expectations/under';
import { differences } from '../scene/differences';
import type { DrawnEdge, DrawnNode } from '../scene/drawn';
import type { Difference, Experiment, StartState } from '../scene/scene';
import { isKnown, startOf, wordsFor } from '../scene/what-if';
import type { Words } from '../scene/words';
import type { Trace } from '../simulation/trace';
import { findScenario } from './runs';
import { networkOf, type Session, traceOf } from './session';

export function experimentOf(session: Session): Experiment | undefined {
  const { runs, choice } = session;
  const { topology } = runs;
  const changes = choice.whatIf.flatMap((change, place) =>
    isKnown(topology, change) ? [{ place, text: wordsFor(topology, change, session.words) }] : [],
  );
  if (changes.length === 0) return undefined;
  return { changes, original: findScenario(topology, choice.scenario)?.name, differences: differencesIn(session) };
}

export function startStateOf(session: Session): StartState {
  const { runs, choice } = session;
  const { offline, cut } = startOf(runs.scenario);
  const { nodes, edges } = networkOf(session);
  const isOff = ({ members }: DrawnNode) => members.every(({ name }) => offline.has(name));
  const isCut = ({ links }: DrawnEdge) => links.length > 0 && links.every(({ index }) => cut.has(index));
  return {
    offline: offline.size === 0 ? [] : nodes.filter(isOff).map(({ id }) => id),
    cut: cut.size === 0 ? [] : edges.filter(isCut).map(({ id }) => id),
    slow: choice.whatIf.flatMap((change) => ('host' in change ? [{ id: change.host, factor: change.factor }] : [])),
  };
}

/** Both runs are recordings: what was compared once is not compared again with each selection. */
const compared = new WeakMap<
  Trace,
  { readonly original: Trace; readonly words: Words; readonly differences: readonly Difference[] }
>();

function differencesIn(session: Session): readonly Difference[] {
  const { runs, choice, shown } = session;
  const { topology, original } = runs;
  const trace = traceOf(session);
  if (!trace || !original) return [];
  const known = compared.get(trace);
  if (known?.original === original && known.words === session.words) return known.differences;
  const { expectations, architecture } = shown.analysis;
  const claims = { topology, held: expectations, architecture };
  const broken = brokenExpectations(claims, findScenario(topology, choice.scenario), runs.traces);
  const found = differences(topology, original, trace, broken, session.words);
  compared.set(trace, { original, words: session.words, differences: found });
  return found;
}
