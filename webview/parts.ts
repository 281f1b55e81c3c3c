/** The parts of the panel, put into the page and connected to what the user can ask for. Nothing is remembered here. */
import type { Picture, ShownComparison } from '../src/protocol/messages';
import type { Frame, StepSummary } from '../src/scene/scene';
import type { Clock } from './clock';
import { createComparison } from './comparison/comparison';
import { createDiagram, type DiagramView } from './diagram/diagram';
import { listenToKeys } from './keyboard';
import { buildPage } from './layout';
import type { Memory } from './memory';
import { createChoosers } from './panels/choosers';
import { createHeading } from './panels/heading';
import { createInspector } from './panels/inspector';
import { createInvitation } from './panels/invitation';
import { createNarration } from './panels/narration';
import { createNodeList } from './panels/node-list';
import { createNotices } from './panels/notices';
import { createStepList } from './panels/step-list';
import { createTransport } from './panels/transport';
import { createPlayer, type Player } from './player';
import type { Requests, Shown } from './requests';
import { shortcutGroups } from './shortcuts';
import { strings } from './strings';

export interface Parts {
  readonly diagram: DiagramView;
  readonly player: Player;
  showPicture(picture: Picture | undefined): void;
  /** All but the diagram, which may have to move. */
  /** `rows` where the list of steps is to show others. */
  showFrame(frame: Frame, rows?: readonly StepSummary[]): void;
  showComparison(comparison: ShownComparison | undefined): void;
}

export function createParts(root: HTMLElement, shown: Shown, requests: Requests, memory: Memory, clock: Clock): Parts {
  const { choose, reveal } = requests;
  const player = createPlayer(
    clock,
    requests.seek,
    () => shown.frame && transport.show(shown.frame, player.isPlaying()),
  );
  const byHand = stopFirst(player, requests);
  const diagram = createDiagram(clock, {
    choose,
    reveal,
    moved: (positions) => {
      memory.rememberPositions(positions);
      requests.moved(positions);
    },
    viewportChanged: memory.rememberViewport,
  });
  const choosers = createChoosers(requests);
  const notices = createNotices(requests.runAnyway);
  const heading = createHeading();
  const invitation = createInvitation();
  const narration = createNarration();
  const transport = createTransport({ ...byHand, togglePlay: player.toggle, setSpeed: player.setSpeed });
  const steps = createStepList({ seek: byHand.seek, reveal });
  const nodes = createNodeList(choose);
  const inspector = createInspector(reveal);
  const { closeComparison, compare } = requests;
  const comparison = createComparison({ close: closeComparison, compare });
  buildPage(root, {
    choosers: choosers.element,
    notices: notices.lasting,
    heading: heading.element,
    drawing: diagram,
    overlay: notices.passing,
    views: [],
    banners: [],
    strips: [],
    tools: [],
    invitation: invitation.element,
    narration: narration.element,
    transport: transport.element,
    side: [steps.element, nodes.element, inspector.element],
    arrange: requests.arrange,
    compare: () => compare(undefined, undefined),
    comparison: comparison.element,
  });
  const groups = shortcutGroups({ ...byHand, togglePlay: player.toggle, zoom: diagram.zoom, fit: diagram.fit });
  const atNetwork = groups.flatMap(({ shortcuts }) => shortcuts);
  const atComparison = [{ keys: ['Escape'], text: strings.backToNetwork, act: closeComparison }];
  listenToKeys(() => (comparison.isShown() ? atComparison : atNetwork));

  return {
    diagram,
    player,
    showPicture(picture) {
      invitation.show(picture);
      if (!picture) return;
      root.classList.toggle('stale', picture.stale);
      root.classList.toggle('blank', picture.diagram.nodes.length === 0);
      root.classList.toggle('runless', picture.flows.length === 0);
      choosers.show(picture);
      narration.showRun(picture);
      notices.show(picture);
      heading.show(picture);
      diagram.show(picture.diagram);
      nodes.showNodes(picture.diagram.nodes);
      steps.showSteps(picture.steps, picture.frame.count, picture.frame.position);
    },
    showFrame(frame, rows) {
      narration.show(frame);
      transport.show(frame, player.isPlaying());
      if (rows) steps.showSteps(rows, frame.count, frame.position);
      else steps.showPosition(frame.position);
      nodes.showFrame(frame);
      inspector.show(frame);
    },
    showComparison(next) {
      if (next) player.stop();
      comparison.show(next);
      for (const part of root.children)
        part.toggleAttribute('inert', next !== undefined && part !== comparison.element);
      if (!next && document.hasFocus()) root.querySelector<HTMLElement>('.stage')?.focus({ preventScroll: true });
    },
  };
}

/** Who takes the controls does not want to be carried on by the player. */
function stopFirst(player: Player, { seek, step }: Requests): Pick<Requests, 'seek' | 'step'> {
  return {
    seek(position) {
      player.stop();
      seek(position);
    },
    step(by) {
      player.stop();
      step(by);
    },
  };
}
