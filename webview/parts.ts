/** The parts of the panel, put into the page and connected to what the user can ask for. Nothing is remembered here. */
import type { Picture, ShownComparison } from '../src/protocol/messages';
import type { Frame, StepSummary } from '../src/scene/scene';
import type { Clock } from './clock';
import { createComparison } from './comparison/comparison';
import { element } from './dom';
import { createDrawing, type Drawing } from './drawing';
import { glyphs } from './glyphs';
import { listenToKeys } from './keyboard';
import { buildPage } from './layout';
import type { Memory } from './memory';
import { createMenu } from './menu/menu';
import { createChoosers } from './panels/choosers';
import { createExercises } from './panels/exercises';
import { createExperiment } from './panels/experiment';
import { createHeading } from './panels/heading';
import { createInspector } from './panels/inspector';
import { createInvitation } from './panels/invitation';
import { createNarration } from './panels/narration';
import { createNodeList } from './panels/node-list';
import { createNotices } from './panels/notices';
import { createShortcutSheet } from './panels/shortcut-sheet';
import { createToolbar } from './panels/toolbar';
import type { Part } from './part';
import { createPlayer, type Player } from './player';
import { createPredict, type Predict } from './predict/predict';
import { createPresenter } from './presenter/presenter';
import { createRiddle, type Riddle } from './presenter/riddle';
import type { Requests, Shown } from './requests';
import { createRunViews } from './run-views';
import { type ByHand, createStepping } from './stepping';
import { strings } from './strings';

export interface Parts {
  readonly drawing: Drawing;
  readonly player: Player;
  readonly riddle: Riddle;
  showPicture(picture: Picture | undefined): void;
  /** All but the drawing, which may have to move. `rows` where lists of steps are to show others. */
  showFrame(frame: Frame, rows?: readonly StepSummary[]): void;
  /** Rows around a step that was asked for. */
  showRows(rows: readonly StepSummary[]): void;
  showComparison(comparison: ShownComparison | undefined): void;
  showPresenting(on: boolean): void;
}

export function createParts(root: HTMLElement, shown: Shown, requests: Requests, memory: Memory, clock: Clock): Parts {
  const { choose, reveal, compare, closeComparison, present } = requests;
  const predict: Predict = createPredict(root, () => shown.frame, {
    step: () => requests.step(1),
    seek: requests.seek,
    predict: requests.predict,
  });
  const player = createPlayer(clock, {
    advance: () => (predict.holds() ? player.stop() : requests.step(1, 'message')),
    seek: requests.seek,
    changed: () => shown.frame && stepping.showPlaying(shown.frame),
  });
  const riddle = createRiddle(
    () => shown.frame,
    () => shown.frame && showAgain(riddle.veil(shown.frame)),
  );
  const byHand = stopFirst(player, requests, () => riddle.reveal() || predict.holds());
  const menu = createMenu();
  const pointed = (node: string | undefined) => node === undefined || !predict.point(node);
  const choosing = { ...requests, choose: (node: string | undefined) => pointed(node) && choose(node) };
  const drawing = createDrawing({ shown, requests: choosing, memory, clock, player, riddle, menu });
  const stepping = createStepping(shown, requests, byHand, player, menu);
  const views = createRunViews(requests, byHand, memory, menu);
  const choosers = createChoosers(requests);
  const notices = createNotices(requests.runAnyway);
  const experiment = createExperiment({ ...requests, ...byHand });
  const heading = createHeading();
  const invitation = createInvitation();
  const narration = createNarration(riddle, stepping.causes, predict.element);
  const exercises = createExercises(reveal, memory);
  const nodes = createNodeList({ choose, aim: drawing.aim });
  const inspector = createInspector({ reveal, choose, aim: drawing.aim }, memory);
  const comparison = createComparison({ close: closeComparison, compare });
  const presenter = createPresenter(root, riddle, { step: byHand.step, present });
  const sheet = createShortcutSheet(() => groups);
  const toolbar = createToolbar(
    [
      ...drawing.tools,
      { icon: glyphs.present, text: strings.present, act: () => present(true) },
      { icon: glyphs.predict, text: strings.predicting.toggle, act: predict.toggle, isOn: predict.isOn },
      { icon: glyphs.compare, text: strings.compare, act: () => compare(undefined, undefined) },
      { icon: glyphs.text, text: strings.transcript, act: requests.transcript },
      { icon: glyphs.keyboard, text: strings.shortcuts, act: sheet.toggle },
    ],
    menu,
  );
  buildPage(root, {
    choosers: choosers.element,
    banners: [notices.lasting, experiment.element],
    heading: heading.element,
    toolbar: element('div', { class: 'tool-groups' }, views.buttons, toolbar.element),
    drawing: drawing.element,
    overlay: element('div', {}, notices.passing, drawing.strip),
    whatIf: drawing.whatIf,
    views: views.elements,
    invitation: invitation.element,
    narration: narration.element,
    controls: [views.strip, stepping.transport],
    side: [exercises.element, stepping.list, nodes.element, inspector.element],
    covers: [comparison.element, ...presenter.elements, sheet.element, menu.element],
  });
  const ordinary = [
    ...stepping.shortcuts,
    ...drawing.shortcuts,
    ...views.shortcuts,
    ...exercises.shortcuts,
    ...predict.shortcuts,
    { title: strings.presentation, shortcuts: presenter.shortcuts },
    { title: strings.inGeneral, shortcuts: [{ keys: ['?'], text: strings.shortcuts, act: sheet.toggle }] },
  ];
  const groups = [...ordinary, { title: strings.whilePresenting, shortcuts: presenter.shortcutsWhilePresenting }];
  const atNetwork = ordinary.flatMap(({ shortcuts }) => shortcuts);
  const whilePresenting = [...presenter.shortcutsWhilePresenting, ...atNetwork];
  const atComparison = [{ keys: ['Escape'], text: strings.backToNetwork, act: closeComparison }];
  listenToKeys(() => {
    if (comparison.isShown()) return atComparison;
    return presenter.isPresenting() ? whilePresenting : atNetwork;
  });

  const parts: readonly Part[] = [
    ...[choosers, notices, experiment, exercises, heading, predict, narration, drawing, nodes, inspector],
    ...[stepping, presenter, toolbar, ...views.parts],
  ];
  const showFrame: Parts['showFrame'] = (frame, rows) => {
    for (const part of parts) part.showFrame?.(frame, rows);
  };
  const showAgain = (frame: Frame) => {
    drawing.updateFrame(frame);
    showFrame(frame);
  };
  return {
    drawing,
    player,
    riddle,
    showFrame,
    showPicture(picture) {
      invitation.show(picture);
      if (!picture) return;
      root.classList.toggle('stale', picture.stale);
      root.classList.toggle('blank', picture.diagram.nodes.length === 0);
      root.classList.toggle('runless', picture.flows.length === 0);
      for (const part of parts) part.showPicture?.(picture);
    },
    showRows: views.showRows,
    showComparison(next) {
      if (next) player.stop();
      comparison.show(next);
      for (const part of root.children)
        part.toggleAttribute('inert', next !== undefined && part !== comparison.element);
      if (!next) focusStage(root);
    },
    showPresenting(on) {
      presenter.show(on);
      narration.measureAgain();
      drawing.present(on);
      focusStage(root);
    },
  };
}

function focusStage(root: HTMLElement): void {
  if (document.hasFocus()) root.querySelector<HTMLElement>('.stage')?.focus({ preventScroll: true });
}

/** Who takes the controls does not want to be carried on by the player; and before the next step may come an answer: `waits` says so. */
function stopFirst(player: Player, { seek, step, jump, goBack }: Requests, waits: () => boolean): ByHand {
  return {
    seek(position) {
      player.stop();
      seek(position);
    },
    step(by, stop) {
      player.stop();
      if (by < 0 || !waits()) step(by, stop);
    },
    jump(to) {
      player.stop();
      jump(to);
    },
    goBack() {
      player.stop();
      goBack();
    },
  };
}
