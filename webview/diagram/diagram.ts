/**
 * The drawing: Cytoscape for nodes and links, two canvases above it for what is said about them and for what moves. It
 * shows what it is given and reports what the user does; it decides nothing.
 */
import cytoscape from 'cytoscape';
import type { Position } from '../../src/protocol/messages';
import type { Diagram, Frame } from '../../src/scene/scene';
import type { Clock } from '../clock';
import { element } from '../dom';
import { strings } from '../strings';
import { onThemeChange, prefersReducedMotion, readTheme } from '../theme';
import { cablesIn } from './cable-labels';
import { type Cut, drawCuts } from './cuts';
import { createStates, updateElements } from './elements';
import { drawFrames } from './frames';
import type { Box } from './geometry';
import { viewOf } from './labels';
import { createLayer } from './layer';
import { drawMarks } from './marks';
import { measurer } from './measure';
import { drawMessages, isGone } from './messages';
import { styleSheet } from './style';
import type { Measure, View, ViewCable, ViewNode } from './view';
import { controlViewport, type Viewport } from './viewport';
import { type Scenery, type Voyage, voyagesOf } from './voyages';
import { drawWays } from './ways';

export interface DiagramEvents {
  readonly choose: (node: string | undefined) => void;
  readonly reveal: (line: number) => void;
  readonly moved: (positions: Record<string, Position>) => void;
  readonly viewportChanged: (viewport: Viewport) => void;
  /** A double click: what belongs together is drawn as one, or each on its own again. */
  readonly fold: (node: string) => void;
  /** A right click or a long press; the place in pixels of the page. */
  readonly aim: (kind: 'node' | 'link', id: string, spot: Position) => void;
}

/** Parts of the step (0 … 1) and how long the way between them takes; 0 jumps there. */
export interface Movement {
  readonly from: number;
  readonly to: number;
  readonly durationMs: number;
}

const atRest: Movement = { from: 1, to: 1, durationMs: 0 };

export interface DiagramView {
  readonly element: HTMLElement;
  readonly isMoving: () => boolean;
  show(diagram: Diagram): void;
  /** Goes from one part of the step to another; without a movement the messages are where they come to rest. */
  showFrame(frame: Frame, movement?: Movement): void;
  /** The same position with something else changed (a selection); movement goes on. */
  updateFrame(frame: Frame): void;
  zoom(factor: number): void;
  fit(): void;
  restore(viewport: Viewport): void;
  /** For an audience, or for the user again. */
  present(on: boolean): void;
  /** Where a node is in the page, in pixels; undefined where it is not drawn. */
  spotOf(node: string): Position | undefined;
}

export function createDiagram(clock: Clock, events: DiagramEvents): DiagramView {
  const container = element('div', { class: 'graph' });
  const stage = element('div', { class: 'drawing', 'aria-hidden': 'true' }, container);
  const cy = createGraph(container);
  /** Pixels of the page for one unit of what is drawn above the graph: for an audience, type and signs are larger. */
  let unit = 1;
  const marks = createLayer(stage, 'marks', () => unit);
  const motion = createLayer(stage, 'motion', () => unit);
  const viewport = controlViewport(cy, stage, events.viewportChanged);
  let theme = readTheme();
  let measure = measurer(theme.font);
  let frame: Frame | undefined;
  let scenery: Scenery = {
    view: viewOf({ zoom: 1, nodes: [], cables: [], focus: new Set(), bounds: marks.bounds(), measure: () => 0 }),
    theme,
    bounds: marks.bounds(),
  };
  let voyages: readonly Voyage[] = [];
  let progress = 1;
  let run = 0;
  let cables: readonly ViewCable[] = [];
  let hovered: string | undefined;
  let moving = false;
  let stale = false;
  cy.style(styleSheet(theme));
  const updateStates = createStates(cy);
  reportUserActions(cy, events);
  cy.on('mouseover mouseout', 'node, edge', (event) => {
    hovered = event.type === 'mouseover' ? event.target.id() : undefined;
    container.title = hovered !== undefined && event.target.data('stack') ? strings.unfoldsOnDoubleClick : '';
    redraw();
  });

  const redraw = () => {
    stale = false;
    const context = marks.begin();
    if (!context) return;
    const bounds = marks.bounds();
    scenery = { view: currentView(cy, frame, { hovered, unit, cables, bounds, measure }), theme, bounds };
    voyages = voyagesOf(context, scenery, frame?.messages ?? []);
    drawWays(context, scenery.view, voyages, (voyage) => isGone(voyage, progress), theme);
    drawCuts(context, scenery.view, cutsIn(cy, scenery.view, frame), theme);
    drawFrames(context, scenery.view, frame?.inspector?.node, bounds, theme);
    const covered = voyages.flatMap(({ label }) => label?.covers ?? []);
    drawMarks(context, scenery.view, covered, bounds, theme);
    drawMessages(motion, scenery, voyages, progress);
  };
  /** Once before the next picture on the screen, however much changes until then; with the graph, if that is drawn too. */
  const redrawSoon = () => {
    stale = true;
    clock.start(() => {
      if (stale) redraw();
      return false;
    });
  };
  const setMoving = (value: boolean) => {
    moving = value;
    motion.canvas.toggleAttribute('data-moving', value);
  };
  const moveTo = (next: number) => {
    const wasLost = voyages.filter((voyage) => isGone(voyage, progress)).length;
    progress = next;
    // What has just gone astray shows in its way too.
    if (voyages.filter((voyage) => isGone(voyage, progress)).length > wasLost) redraw();
    else drawMessages(motion, scenery, voyages, progress);
  };
  cy.on('render', redraw);
  onThemeChange(() => {
    theme = readTheme();
    measure = measurer(theme.font);
    cy.style(styleSheet(theme));
    redraw();
  });

  return {
    element: stage,
    isMoving: () => moving,
    show(diagram) {
      cables = cablesIn(diagram);
      const changed = updateElements(cy, diagram);
      viewport.pictureChanged(changed);
      redrawSoon();
    },
    showFrame(next, movement = atRest) {
      frame = next;
      updateStates(next);
      run += 1;
      const own = run;
      const { from, to, durationMs } = movement;
      setMoving(durationMs > 0 && next.messages.length > 0 && !prefersReducedMotion());
      progress = moving ? from : to;
      redrawSoon();
      if (!moving) return;
      let startMs: number | undefined;
      clock.start((nowMs) => {
        if (run !== own) return false;
        startMs ??= nowMs;
        const part = Math.min(1, (nowMs - startMs) / durationMs);
        moveTo(from + (to - from) * part);
        setMoving(part < 1);
        return moving;
      });
    },
    updateFrame(next) {
      frame = next;
      updateStates(next);
      redrawSoon();
    },
    zoom: viewport.zoom,
    fit: viewport.fitAll,
    restore: viewport.restore,
    present(on) {
      unit = on ? Math.min(1.6, Math.max(1.25, stage.clientWidth / 750)) : 1;
      viewport.present(on);
      redrawSoon();
    },
    spotOf(id) {
      const node = cy.getElementById(id);
      return node.nonempty() ? inPage(cy, node.renderedPosition()) : undefined;
    },
  };
}

function createGraph(container: HTMLElement): cytoscape.Core {
  return cytoscape({
    container,
    layout: { name: 'preset' },
    boxSelectionEnabled: false,
    autounselectify: true,
    minZoom: 0.05,
    maxZoom: 3,
  });
}

function inPage(cy: cytoscape.Core, { x, y }: Position): Position {
  const { left = 0, top = 0 } = cy.container()?.getBoundingClientRect() ?? {};
  return { x: left + x, y: top + y };
}

function reportUserActions(cy: cytoscape.Core, { choose, reveal, moved, aim, fold }: DiagramEvents): void {
  cy.on('tap', 'node', (event) => choose(event.target.id()));
  cy.on('dbltap', 'node', (event) => fold(event.target.id()));
  cy.on('tap', 'edge', (event) => reveal(event.target.data('line')));
  cy.on('tap', (event) => {
    if (event.target === cy) choose(undefined);
  });
  cy.on('cxttap taphold', 'node, edge', (event) => {
    aim(event.target.isNode() ? 'node' : 'link', event.target.id(), inPage(cy, event.renderedPosition));
  });
  cy.on('dragfree', 'node', (event) => {
    const { x, y } = event.target.position();
    moved({ [event.target.id()]: { x: Math.round(x), y: Math.round(y) } });
  });
  const pointer = (shape: string) => () => {
    const container = cy.container();
    if (container) container.style.cursor = shape;
  };
  cy.on('mouseover', 'node, edge', pointer('pointer'));
  cy.on('mouseout', 'node, edge', pointer(''));
}

function cutsIn(cy: cytoscape.Core, { nodeById }: View, frame: Frame | undefined): Cut[] {
  return (frame?.edgesCut ?? []).flatMap((id) => {
    const edge = cy.getElementById(id);
    if (edge.empty()) return [];
    const [from, to] = [nodeById.get(edge.data('source')), nodeById.get(edge.data('target'))];
    return from && to ? [{ from, to, bow: edge.data('bow') ?? 0 }] : [];
  });
}

interface Surroundings {
  readonly hovered: string | undefined;
  readonly unit: number;
  readonly cables: readonly ViewCable[];
  readonly bounds: Box;
  readonly measure: Measure;
}

function currentView(cy: cytoscape.Core, frame: Frame | undefined, { hovered, unit, ...about }: Surroundings): View {
  const states = new Map(frame?.nodes.map((state) => [state.id, state]));
  const zoom = cy.zoom() / unit;
  const pan = { x: cy.pan().x / unit, y: cy.pan().y / unit };
  const nodes = cy.nodes().map((node): ViewNode => {
    const { x, y } = node.position();
    const id = node.id();
    return {
      id,
      label: node.data('label'),
      spot: { x: x * zoom + pan.x, y: y * zoom + pan.y },
      half: { width: node.width() / 2, height: node.height() / 2 },
      state: states.get(id),
    };
  });
  const focus = new Set([hovered, frame?.inspector?.node].filter((id) => id !== undefined));
  return viewOf({ zoom, nodes, focus, ...about });
}
