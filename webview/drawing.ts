/**
 * The drawing with all that one does at it, put together: its menus, its hops, its tools and the keys for them. How it is
 * drawn, and where it is in the page, is not known here.
 */
import type { Picture } from '../src/protocol/messages';
import type { Frame } from '../src/scene/scene';
import type { Clock } from './clock';
import { createDiagram } from './diagram/diagram';
import { glyphs } from './glyphs';
import { createHopStepper } from './hop-stepper';
import type { ShortcutGroup } from './keyboard';
import type { Memory } from './memory';
import { layoutItems } from './menu/drawing-menu';
import { below, type Menu } from './menu/menu';
import { createWhatIfMenu } from './menu/what-if-menu';
import { createHops } from './panels/hops';
import type { Tool } from './panels/toolbar';
import type { Player } from './player';
import type { Riddle } from './presenter/riddle';
import type { Requests, Shown } from './requests';
import { strings } from './strings';

const zoomStep = 1.25;

export interface DrawingSurroundings {
  readonly shown: Shown;
  readonly requests: Requests;
  readonly memory: Memory;
  readonly clock: Clock;
  readonly player: Player;
  readonly riddle: Riddle;
  readonly menu: Menu;
}

export type Drawing = ReturnType<typeof createDrawing>;

export function createDrawing({ shown, requests, memory, clock, player, riddle, menu }: DrawingSurroundings) {
  const whatIfMenu = createWhatIfMenu(menu, () => shown.picture, requests);
  const fold = (id: string | undefined) => {
    const node = shown.picture?.diagram.nodes.find((one) => one.id === id);
    if (node?.bundle !== undefined) requests.fold(node.bundle, node.count === 1);
  };
  const diagram = createDiagram(clock, {
    ...{ choose: requests.choose, reveal: requests.reveal, fold },
    moved(positions) {
      memory.rememberPositions(positions);
      requests.moved(positions);
    },
    viewportChanged: memory.rememberViewport,
    aim: (kind, id, spot) => (kind === 'node' ? whatIfMenu.openForNode(id, spot) : whatIfMenu.openForLink(id, spot)),
  });
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
      strip.showHops(visible, hops.where());
    },
  });
  const strip = createHops(hops);
  /** For the selected node, else for who acts in this step, else for the first. */
  const whatIf = () => {
    const { nodes = [] } = shown.frame ?? {};
    const id = shown.frame?.inspector?.node ?? (nodes.find(({ roleNow }) => roleNow) ?? nodes[0])?.id;
    const spot = id === undefined ? undefined : diagram.spotOf(id);
    if (id !== undefined && spot) whatIfMenu.openForNode(id, spot);
  };
  return {
    element: diagram.element,
    strip: strip.element,
    whatIf,
    present: diagram.present,
    restore: diagram.restore,
    /** The menu of a node, beside something that stands for it. */
    aim: (id: string, beside: Element) => whatIfMenu.openForNode(id, below(beside)),
    tools: [
      { icon: glyphs.fit, text: strings.fit, act: diagram.fit },
      { icon: glyphs.plus, text: strings.zoomIn, act: () => diagram.zoom(zoomStep) },
      { icon: glyphs.minus, text: strings.zoomOut, act: () => diagram.zoom(1 / zoomStep) },
      {
        icon: glyphs.arrange,
        text: strings.layout,
        act: (spot) => shown.picture && menu.open(strings.layout, layoutItems(shown.picture, requests), spot),
      },
    ] satisfies Tool[],
    shortcuts: [
      {
        title: strings.network,
        shortcuts: [
          { keys: ['.'], text: strings.hopForward, act: hops.hopForward },
          { keys: [','], text: strings.hopBack, act: hops.hopBack },
          { keys: ['+', '='], text: strings.zoomIn, act: () => diagram.zoom(zoomStep) },
          { keys: ['-'], text: strings.zoomOut, act: () => diagram.zoom(1 / zoomStep) },
          { keys: ['0'], text: strings.fit, act: diagram.fit },
          { keys: ['m'], text: strings.whatIf.open, act: whatIf },
          { keys: ['g'], text: strings.foldSelected, act: () => fold(shown.frame?.inspector?.node) },
        ],
      },
    ] satisfies ShortcutGroup[],
    showPicture({ diagram: next }: Picture): void {
      diagram.show(next);
      strip.showNodes(next.nodes);
    },
    /** One step forward moves, everything else is drawn at rest; what else changes does not disturb a movement. */
    moveTo(next: Frame, before: Frame | undefined): void {
      const movement = hops.movementTo(next, before);
      if (next.position === before?.position && diagram.isMoving()) diagram.updateFrame(next);
      else diagram.showFrame(next, movement);
    },
    /** The same position, shown differently. */
    updateFrame: diagram.updateFrame,
    showFrame(frame: Frame): void {
      strip.showHops(frame, hops.where());
    },
  };
}
