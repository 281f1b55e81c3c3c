/**
 * Pan and zoom. The viewport is the user's: it is fitted on the first picture, and later only as long as the user has not
 * touched it. The plain wheel is left alone; Ctrl with the wheel, or a pinch, zooms.
 */
import type cytoscape from 'cytoscape';
import { iconHeight, iconWidth } from './style';

export interface Viewport {
  readonly zoom: number;
  readonly x: number;
  readonly y: number;
  /** Chosen by the user, not fitted. */
  readonly touched: boolean;
}

export interface ViewportControl {
  pictureChanged(nodesChanged: boolean): void;
  zoom(factor: number): void;
  fitAll(): void;
  restore(viewport: Viewport): void;
}

const largestFit = 1.35;

export function controlViewport(
  cy: cytoscape.Core,
  stage: HTMLElement,
  report: (viewport: Viewport) => void,
): ViewportControl {
  let touched = false;
  let hasFitted = false;

  const tell = () => report({ zoom: cy.zoom(), ...cy.pan(), touched });
  const touch = () => {
    touched = true;
    tell();
  };
  const fitAll = () => {
    if (fitToNodes(cy)) hasFitted = true;
    tell();
  };

  cy.on('dragpan pinchzoom scrollzoom', touch);
  stage.addEventListener('wheel', (event) => event.ctrlKey || event.metaKey || event.stopPropagation(), {
    capture: true,
  });
  new ResizeObserver(() => {
    cy.resize();
    if (!touched) fitAll();
  }).observe(stage);

  return {
    pictureChanged(nodesChanged) {
      if (!touched && (nodesChanged || !hasFitted)) fitAll();
    },
    zoom(factor) {
      const middle = { x: cy.width() / 2, y: cy.height() / 2 };
      cy.zoom({ level: cy.zoom() * factor, renderedPosition: middle });
      touch();
    },
    fitAll() {
      touched = false;
      fitAll();
    },
    restore(viewport) {
      if (!viewport.touched) return;
      touched = true;
      hasFitted = true;
      cy.viewport({ zoom: viewport.zoom, pan: { x: viewport.x, y: viewport.y } });
    },
  };
}

/** Room around the pictures for names and tags, which do not shrink with the zoom: in pixels. */
const room = { side: 30, top: 26, bottom: 46 };

/** `cy.fit` knows only the pictures, not what is written about them. */
function fitToNodes(cy: cytoscape.Core): boolean {
  const width = cy.width() - 2 * room.side;
  const height = cy.height() - room.top - room.bottom;
  if (cy.nodes().empty() || width <= 0 || height <= 0) return false;
  const places = cy.nodes().map((node) => node.position());
  const edges = { x: iconWidth / 2, y: iconHeight / 2 };
  const left = least(places.map(({ x }) => x)) - edges.x;
  const right = -least(places.map(({ x }) => -x)) + edges.x;
  const top = least(places.map(({ y }) => y)) - edges.y;
  const bottom = -least(places.map(({ y }) => -y)) + edges.y;
  const zoom = Math.min(width / (right - left), height / (bottom - top), largestFit);
  const pan = {
    x: room.side + width / 2 - (zoom * (left + right)) / 2,
    y: room.top + height / 2 - (zoom * (top + bottom)) / 2,
  };
  cy.viewport({ zoom, pan });
  return true;
}

/** `Math.min(...values)` has a limit on how many. */
function least(values: readonly number[]): number {
  return values.reduce((smallest, value) => Math.min(smallest, value), Number.POSITIVE_INFINITY);
}
