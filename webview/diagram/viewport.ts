/**
 * Pan and zoom. The viewport is the user's: it is fitted on the first picture, and later only as long as the user has not
 * touched it. The plain wheel is left alone; Ctrl with the wheel, or a pinch, zooms.
 */
import type cytoscape from 'cytoscape';
import { iconHeight } from './style';

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
  fit(): void;
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
  const fit = () => {
    if (fitToNodes(cy)) hasFitted = true;
    tell();
  };

  cy.on('dragpan pinchzoom scrollzoom', touch);
  stage.addEventListener('wheel', (event) => event.ctrlKey || event.metaKey || event.stopPropagation(), {
    capture: true,
  });
  new ResizeObserver(() => {
    cy.resize();
    if (!touched) fit();
  }).observe(stage);

  return {
    pictureChanged(nodesChanged) {
      if (!touched && (nodesChanged || !hasFitted)) fit();
    },
    zoom(factor) {
      const middle = { x: cy.width() / 2, y: cy.height() / 2 };
      cy.zoom({ level: cy.zoom() * factor, renderedPosition: middle });
      touch();
    },
    fit() {
      touched = false;
      fit();
    },
    restore(viewport) {
      if (!viewport.touched) return;
      touched = true;
      hasFitted = true;
      cy.viewport({ zoom: viewport.zoom, pan: { x: viewport.x, y: viewport.y } });
    },
  };
}

/** Names and tags count too; `cy.fit` knows only the pictures. */
function fitToNodes(cy: cytoscape.Core): boolean {
  if (cy.nodes().empty() || cy.width() === 0 || cy.height() === 0) return false;
  let [left, right, top, bottom] = [
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ];
  for (const node of cy.nodes().toArray()) {
    const { x, y } = node.position();
    left = Math.min(left, x - 80);
    right = Math.max(right, x + 80);
    top = Math.min(top, y - iconHeight / 2 - 24);
    bottom = Math.max(bottom, y + iconHeight / 2 + 52);
  }
  const zoom = Math.min(cy.width() / (right - left), cy.height() / (bottom - top), largestFit);
  const pan = { x: cy.width() / 2 - (zoom * (left + right)) / 2, y: cy.height() / 2 - (zoom * (top + bottom)) / 2 };
  cy.viewport({ zoom, pan });
  return true;
}
