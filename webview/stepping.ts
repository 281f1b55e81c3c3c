/**
 * What one steps with, put together: the buttons, the list of steps with its filters and its menu, causes and consequences,
 * the loop, and the keys for all of them. Where they are in the page is not known here.
 */
import type { Picture } from '../src/protocol/messages';
import type { Frame, StepSummary } from '../src/scene/scene';
import { createLoop } from './loop';
import type { Menu } from './menu/menu';
import { stepItems } from './menu/step-items';
import { createCauses } from './panels/causes';
import { createFilters } from './panels/filters';
import { createStepList, type StepListEvents } from './panels/step-list';
import { createTransport } from './panels/transport';
import type { Player } from './player';
import type { Requests, Shown } from './requests';
import { steppingShortcuts } from './stepping-shortcuts';
import { strings } from './strings';

export type ByHand = Pick<Requests, 'seek' | 'step' | 'jump' | 'goBack'>;

export function createStepping(shown: Shown, requests: Requests, byHand: ByHand, player: Player, menu: Menu) {
  const { chooseStepping, reveal } = requests;
  const loop = createLoop(() => shown.frame, chooseStepping);
  const toEnd = () => byHand.seek(shown.picture?.filter?.end ?? 0);
  const causes = createCauses(byHand);
  const filters = createFilters(requests.filter);
  const transport = createTransport({
    ...byHand,
    toEnd,
    togglePlay: player.toggle,
    chooseStepping,
    toggleLoop: loop.toggle,
  });
  const openMenu: StepListEvents['openMenu'] = (step, rows, spot) => {
    const targets = { ...requests, ...byHand, loopFrom: loop.from, loopTo: loop.to };
    menu.open(strings.stepNumber(step.index + 1), stepItems(step, rows, shown.picture?.filter, targets), spot);
  };
  const stepByRow = (by: number) => byHand.step(by, 'message');
  const list = createStepList({ seek: byHand.seek, toEnd, step: stepByRow, reveal, openMenu }, filters.element);
  const rowsIn = (picture: Picture | undefined) => picture?.filter?.shown ?? 0;
  return {
    transport: transport.element,
    list: list.element,
    causes: causes.element,
    shortcuts: steppingShortcuts({
      ...{ ...byHand, toEnd },
      togglePlay: player.toggle,
      toggleBreakpoint: () => shown.frame?.line !== undefined && requests.toggleBreakpoint(shown.frame.line),
      ...{ toggleLoop: loop.toggle, loopFrom: () => loop.from(), loopTo: () => loop.to(), solo: requests.solo },
    }),
    showPicture(picture: Picture): void {
      const { position, count } = picture.frame;
      filters.show(picture.filter, count);
      list.showSteps(picture.steps, rowsIn(picture), count, position);
    },
    /** `rows` where the list is to show others. */
    showFrame(frame: Frame, rows?: readonly StepSummary[]): void {
      transport.show(frame, player.isPlaying());
      causes.show(frame.stepping);
      filters.showSelected(frame.inspector?.node);
      if (rows) list.showSteps(rows, rowsIn(shown.picture), frame.count, frame.position);
      else list.showPosition(frame.position);
    },
    /** Played or not. */
    showPlaying(frame: Frame): void {
      transport.show(frame, player.isPlaying());
    },
  };
}
