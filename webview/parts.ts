/** The parts of the panel, put into the page and connected to what the user can ask for. Nothing is remembered here. */
import type { Picture, ShownComparison } from '../src/protocol/messages';
import type { Frame, StepSummary } from '../src/scene/scene';
import type { Clock } from './clock';
import { createComparison } from './comparison/comparison';
import { createDiagram, type DiagramView } from './diagram/diagram';
import { element } from './dom';
import { glyphs } from './glyphs';
import { createHopStepper, type HopStepper } from './hop-stepper';
import { listenToKeys, type Shortcut } from './keyboard';
import { buildPage } from './layout';
import type { Memory } from './memory';
import { layoutItems } from './menu/drawing-menu';
import { below, createMenu, type Spot } from './menu/menu';
import { createWhatIfMenu } from './menu/what-if-menu';
import { createChoosers } from './panels/choosers';
import { createExperiment } from './panels/experiment';
import { createHeading } from './panels/heading';
import { createHops } from './panels/hops';
import { createInspector } from './panels/inspector';
import { createInvitation } from './panels/invitation';
import { createNarration } from './panels/narration';
import { createNodeList } from './panels/node-list';
import { createNotices } from './panels/notices';
import { createShortcutSheet } from './panels/shortcut-sheet';
import { createToolbar } from './panels/toolbar';
import { createPlayer, type Player } from './player';
import { createPresenter } from './presenter/presenter';
import { createRiddle, type Riddle } from './presenter/riddle';
import type { Requests, Shown } from './requests';
import { createSequence } from './sequence/sequence';
import { createSplit } from './sequence/split';
import { shortcutGroups, zoomStep } from './shortcuts';
import { type ByHand, createStepping } from './stepping';
import { strings } from './strings';
import { createTimeline } from './timeline/timeline';

export interface Parts {
  readonly diagram: DiagramView;
  readonly player: Player;
  readonly hops: HopStepper;
  readonly riddle: Riddle;
  showPicture(picture: Picture | undefined): void;
  /** All but the diagram, which may have to move. */
  /** `rows` where the list of steps is to show others. */
  showFrame(frame: Frame, rows?: readonly StepSummary[]): void;
  /** Rows around a step that was asked for. */
  showRows(rows: readonly StepSummary[]): void;
  showComparison(comparison: ShownComparison | undefined): void;
  showPresenting(on: boolean): void;
}

export function createParts(root: HTMLElement, shown: Shown, requests: Requests, memory: Memory, clock: Clock): Parts {
  const { choose, reveal } = requests;
  const player = createPlayer(clock, {
    advance: () => requests.step(1, 'message'),
    seek: requests.seek,
    changed: () => shown.frame && stepping.showPlaying(shown.frame),
  });
  const riddle = createRiddle(
    () => shown.frame,
    () => shown.frame && showAgain(riddle.veil(shown.frame)),
  );
  const showAgain = (frame: Frame) => {
    diagram.updateFrame(frame);
    result.showFrame(frame);
  };
  const byHand = stopFirst(player, requests, riddle);
  const diagram = createDiagram(clock, {
    choose,
    reveal,
    moved: (positions) => {
      memory.rememberPositions(positions);
      requests.moved(positions);
    },
    viewportChanged: memory.rememberViewport,
    fold: (id) => foldNode(id),
    aim: (kind, id, spot) => (kind === 'node' ? whatIfMenu.openForNode(id, spot) : whatIfMenu.openForLink(id, spot)),
  });
  const menu = createMenu();
  const whatIfMenu = createWhatIfMenu(menu, () => shown.picture, requests);
  const openLayoutMenu = (spot: Spot) => {
    if (shown.picture) menu.open(strings.layout, layoutItems(shown.picture, requests), spot);
  };
  const foldNode = (id: string | undefined) => {
    const node = shown.picture?.diagram.nodes.find((one) => one.id === id);
    if (node?.bundle !== undefined) requests.fold(node.bundle, node.count === 1);
  };
  const experiment = createExperiment({ ...requests, ...byHand });
  /** For the selected node, else for who acts in this step, else for the first. */
  const whatIf = () => {
    const { nodes = [] } = shown.frame ?? {};
    const id = shown.frame?.inspector?.node ?? (nodes.find(({ roleNow }) => roleNow) ?? nodes[0])?.id;
    const spot = id === undefined ? undefined : diagram.spotOf(id);
    if (id !== undefined && spot) whatIfMenu.openForNode(id, spot);
  };
  const hops = createHopStepper({
    speed: player.speed,
    step(by) {
      player.stop();
      if (by > 0 && riddle.reveal()) return false;
      requests.step(by, 'message');
      return true;
    },
    show(frame, movement) {
      player.stop();
      const visible = riddle.veil(frame);
      diagram.showFrame(visible, movement);
      hopStrip.show(visible, hops.where());
    },
  });
  const hopStrip = createHops(hops);
  const choosers = createChoosers(requests);
  const notices = createNotices(requests.runAnyway);
  const heading = createHeading();
  const invitation = createInvitation();
  const stepping = createStepping(shown, requests, byHand, player, menu);
  const narration = createNarration(riddle, stepping.causes);
  const sequence = createSequence({ seek: byHand.seek, reveal, choose, wantRows: requests.rows });
  const split = createSplit(sequence.element, memory.panes(), memory.rememberPanes);
  const timeline = createTimeline(menu, memory.panes(), {
    seek: byHand.seek,
    step: (by) => byHand.step(by, 'message'),
    axisChanged: (axis) => memory.rememberPanes({ axis }),
  });
  const { closeComparison, compare, present } = requests;
  const presenter = createPresenter(root, riddle, { step: byHand.step, present });
  const sheet = createShortcutSheet(() => groups);
  const nodes = createNodeList({ choose, aim: (id, option) => whatIfMenu.openForNode(id, below(option)) });
  const inspector = createInspector(
    { reveal, choose, aim: (id, button) => whatIfMenu.openForNode(id, below(button)) },
    memory,
  );
  const comparison = createComparison({ close: closeComparison, compare });
  const toolbar = createToolbar(
    [
      { icon: glyphs.fit, text: strings.fit, act: diagram.fit },
      { icon: glyphs.plus, text: strings.zoomIn, act: () => diagram.zoom(zoomStep) },
      { icon: glyphs.minus, text: strings.zoomOut, act: () => diagram.zoom(1 / zoomStep) },
      { icon: glyphs.arrange, text: strings.layout, act: (spot) => openLayoutMenu(spot) },
      { icon: glyphs.present, text: strings.present, act: () => present(true) },
      { icon: glyphs.compare, text: strings.compare, act: () => compare(undefined, undefined) },
      { icon: glyphs.text, text: strings.transcript, act: requests.transcript },
      { icon: glyphs.keyboard, text: strings.shortcuts, act: sheet.toggle },
    ],
    menu,
  );
  buildPage(root, {
    choosers: choosers.element,
    notices: notices.lasting,
    heading: heading.element,
    drawing: diagram,
    overlay: element('div', {}, notices.passing, hopStrip.element),
    views: split.elements,
    banners: [experiment.element],
    strips: [timeline.element],
    toolbar: element('div', { class: 'tool-groups' }, split.buttons, toolbar),
    covers: [...presenter.elements, sheet.element, menu.element],
    invitation: invitation.element,
    narration: narration.element,
    transport: stepping.transport,
    side: [stepping.list, nodes.element, inspector.element],
    comparison: comparison.element,
    whatIf,
  });
  const groups = [
    ...shortcutGroups({
      ...byHand,
      ...hops,
      togglePlay: player.toggle,
      zoom: diagram.zoom,
      fit: diagram.fit,
      whatIf,
      fold: () => foldNode(shown.frame?.inspector?.node),
    }),
    ...stepping.shortcuts,
    { title: strings.viewSwitch, shortcuts: [{ keys: ['v'], text: strings.nextView, act: split.cycle }] },
    {
      title: strings.presentation,
      shortcuts: [presentShortcut(present), ...riddleShortcuts(riddle)],
    },
    { title: strings.whilePresenting, shortcuts: presenter.shortcuts },
    { title: strings.inGeneral, shortcuts: [{ keys: ['?'], text: strings.shortcuts, act: sheet.toggle }] },
  ];
  const all = groups.flatMap(({ shortcuts }) => shortcuts);
  const ordinary = all.filter((shortcut) => !presenter.shortcuts.includes(shortcut));
  const presenting = [...presenter.shortcuts, ...ordinary];
  const comparing = [{ keys: ['Escape'], text: strings.backToNetwork, act: closeComparison }];
  listenToKeys(() => (comparison.isShown() ? comparing : presenter.isPresenting() ? presenting : ordinary));

  const result: Parts = {
    diagram,
    player,
    hops,
    riddle,
    showPicture(picture) {
      invitation.show(picture);
      if (!picture) return;
      root.classList.toggle('stale', picture.stale);
      root.classList.toggle('blank', picture.diagram.nodes.length === 0);
      root.classList.toggle('runless', picture.flows.length === 0);
      choosers.show(picture);
      narration.showRun(picture);
      notices.show(picture);
      experiment.show(picture);
      heading.show(picture);
      diagram.show(picture.diagram);
      nodes.showNodes(picture.diagram.nodes);
      hopStrip.showNodes(picture.diagram.nodes);
      stepping.showPicture(picture);
      sequence.showPicture(picture);
      timeline.showTimeline(picture.timeline);
    },
    showFrame(frame, rows) {
      narration.show(frame);
      stepping.showFrame(frame, rows);
      presenter.showPosition(strings.shortPosition(frame.position, frame.count));
      nodes.showFrame(frame);
      hopStrip.show(frame, hops.where());
      inspector.show(frame);
      sequence.showFrame(frame, rows);
      timeline.showFrame(frame);
    },
    showRows: sequence.showRows,
    showComparison(next) {
      if (next) player.stop();
      comparison.show(next);
      for (const part of root.children)
        part.toggleAttribute('inert', next !== undefined && part !== comparison.element);
      if (!next) focusStage(root);
    },
    showPresenting(on) {
      presenter.show(on);
      diagram.present(on);
      focusStage(root);
    },
  };
  return result;
}

function focusStage(root: HTMLElement): void {
  if (document.hasFocus()) root.querySelector<HTMLElement>('.stage')?.focus({ preventScroll: true });
}

function presentShortcut(present: (on: boolean) => void): Shortcut {
  return { keys: ['p', 'P'], text: strings.present, act: () => present(true) };
}

function riddleShortcuts(riddle: Riddle): readonly Shortcut[] {
  return [
    { keys: ['r'], text: strings.showRoles, act: () => riddle.reveal() },
    { keys: ['R'], text: strings.askRoles, act: riddle.toggle },
  ];
}

/** Who takes the controls does not want to be carried on by the player; and before the next step comes the answer to this one. */
function stopFirst(player: Player, { seek, step, jump, goBack }: Requests, riddle: Riddle): ByHand {
  return {
    seek(position) {
      player.stop();
      seek(position);
    },
    step(by, stop) {
      player.stop();
      if (by < 0 || !riddle.reveal()) step(by, stop);
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
