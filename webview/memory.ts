/**
 * What is kept over a reload of the window: the host's own state as it last sent it, with the position, the selection, the
 * places of nodes and the viewport as they are now. Written a moment after the last change, not on every frame of a drag.
 */
import type { PanelState, Panes, Position } from '../src/protocol/messages';
import { parsePanes } from '../src/protocol/parse';
import type { Frame, SteppingChoice } from '../src/scene/scene';
import type { Viewport } from './diagram/viewport';
import type { HostConnection } from './host';

const delayMs = 150;

export type Memory = ReturnType<typeof createMemory>;

export function createMemory(host: HostConnection) {
  const stored = host.load();
  let viewport = viewportIn(stored);
  let closed: ReadonlySet<string> = new Set(closedIn(stored));
  let panes = panesIn(stored);
  let isPresenting = false;
  let state: PanelState | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const save = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (state) host.save({ ...state, isPresenting, viewport, panes, closedSections: [...closed] });
    }, delayMs);
  };
  return {
    /** As it was before the reload. */
    viewport: () => viewport,
    /** Sections of the inspector that the user has closed. */
    closed: () => closed,
    rememberClosed(next: ReadonlySet<string>): void {
      closed = next;
      save();
    },
    panes: () => panes,
    hints: () => panes.hints,
    rememberHints(hints: Panes['hints']): void {
      panes = { ...panes, hints };
      save();
    },
    rememberState(next: PanelState): void {
      state = next;
      save();
    },
    /** A frame comes without a state of its own; what differs from one to the next can be read off it. */
    rememberFrame({ position, inspector, stepping, questions }: Frame): void {
      if (!state) return;
      state = { ...state, position, selected: inspector?.node, stepping: stepping && choiceIn(stepping) };
      state = { ...state, isPredicting: questions !== undefined };
      save();
    },
    rememberPositions(positions: Readonly<Record<string, Position>>): void {
      if (state) state = { ...state, positions: { ...state.positions, ...positions } };
      save();
    },
    rememberPanes(next: Partial<Panes>): void {
      panes = { ...panes, ...next };
      save();
    },
    rememberPresenting(on: boolean): void {
      isPresenting = on;
      save();
    },
    rememberViewport(next: Viewport): void {
      viewport = next;
      save();
    },
  };
}

function choiceIn({ unit, speed, loop }: SteppingChoice): SteppingChoice {
  return { unit, speed, loop };
}

function closedIn(stored: unknown): readonly string[] {
  const closed = (stored as { closedSections?: unknown } | undefined)?.closedSections;
  return Array.isArray(closed) ? closed.filter((id) => typeof id === 'string') : [];
}

function panesIn(stored: unknown): Panes {
  const { panes } = (stored ?? {}) as { panes?: unknown };
  return parsePanes(panes) ?? { view: 'network', split: 50, axis: 'steps', hints: {} };
}

function viewportIn(stored: unknown): Viewport | undefined {
  const viewport = (stored as { viewport?: Partial<Viewport> } | undefined)?.viewport;
  if (!viewport || typeof viewport !== 'object') return undefined;
  const { zoom, x, y, touched } = viewport;
  const isSound =
    [zoom, x, y].every((value) => typeof value === 'number' && Number.isFinite(value)) && Number(zoom) > 0;
  return isSound ? { zoom: Number(zoom), x: Number(x), y: Number(y), touched: touched === true } : undefined;
}
