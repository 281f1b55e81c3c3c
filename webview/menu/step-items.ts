/** What can be done with a row of the list of steps: its causes, a breakpoint on its line, loops, and what else is shown. */
import { noFilter } from '../../src/scene/filter';
import type { FilterView, StepFilter, StepSummary } from '../../src/scene/scene';
import type { Requests } from '../requests';
import { strings } from '../strings';
import type { MenuItem } from './menu';

export interface StepItemTargets extends Pick<Requests, 'jump' | 'filter' | 'toggleBreakpoint' | 'reveal'> {
  readonly loopFrom: (position: number) => void;
  readonly loopTo: (position: number) => void;
}

/** More consequences than this are for the list beside the narration. */
const listed = 4;

/** `rows` are those at hand, `view` is what they are filtered by. */
export function stepItems(
  step: StepSummary,
  rows: readonly StepSummary[],
  view: FilterView | undefined,
  targets: StepItemTargets,
): readonly MenuItem[] {
  const { index, line, breakpoint } = step;
  const { reveal, toggleBreakpoint, loopFrom, loopTo } = targets;
  return [
    ...causeItems(step, rows, targets),
    { text: strings.goToLine(line), act: () => reveal(line), isApart: true },
    {
      text: breakpoint ? strings.clearBreakpoint(line + 1) : strings.setBreakpoint(line + 1),
      act: () => toggleBreakpoint(line),
    },
    { text: strings.loopFrom, act: () => loopFrom(index + 1) },
    { text: strings.loopTo, act: () => loopTo(index + 1) },
    ...(view ? filterItems(step, view, targets) : []),
  ];
}

function causeItems(
  { index, cause }: StepSummary,
  rows: readonly StepSummary[],
  { jump }: StepItemTargets,
): readonly MenuItem[] {
  const consequences = rows.filter((row) => row.cause === index).slice(0, listed);
  return [
    ...(cause === undefined ? [] : [{ text: strings.toCauseStep(cause + 1), act: () => jump(cause) }]),
    ...consequences.map((row) => ({ text: strings.toConsequenceStep(row.index + 1), act: () => jump(row.index) })),
  ];
}

function filterItems(step: StepSummary, view: FilterView, { filter }: StepItemTargets): readonly MenuItem[] {
  const { shape, from, to } = step;
  const hosts = [...new Set([from, to])].filter((id) => id !== undefined);
  const only = (change: Partial<StepFilter>) => () => filter({ ...view.chosen, ...change });
  return [
    ...hosts.map((id, place) => ({ text: strings.onlyHost(id), act: only({ hosts: [id] }), isApart: place === 0 })),
    { text: strings.onlyKind(strings.kinds[shape]), act: only({ kinds: [shape] }), isApart: hosts.length === 0 },
    ...(view.isFiltering ? [{ text: strings.showAll, act: () => filter(noFilter) }] : []),
  ];
}
