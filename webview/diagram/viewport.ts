/**
 * Pan and zoom. The viewport is the user's: it is fitted on the first picture, and later only as long as the user has not
 * touched it. The plain wheel is left alone; Ctrl with the wheel, or a pinch, zooms.
 */
import type cytoscape from 'cytoscape';
import { type Audience, fitted } from './fit';

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
  /** Fills the room with the network for an audience, or gives the user the viewport from before. */
  present(on: boolean): void;
}

export function controlViewport(
  cy: cytoscape.Core,
  stage: HTMLElement,
  report: (viewport: Viewport) => void,
): ViewportControl {
  let touched = false;
  let hasFitted = false;
  let before: Viewport | undefined;

  // What an audience sees is not what the user comes back to.
  const tell = () => before || report({ zoom: cy.zoom(), ...cy.pan(), touched });
  const touch = () => {
    touched = true;
    tell();
  };
  const fitAll = () => {
    if (fitToNodes(cy, before ? 'presenting' : 'ordinary')) hasFitted = true;
    tell();
  };

  const restore = (viewport: Viewport) => {
    if (!viewport.touched) return;
    touched = true;
    hasFitted = true;
    cy.viewport({ zoom: viewport.zoom, pan: { x: viewport.x, y: viewport.y } });
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
    restore,
    present(on) {
      if (on === (before !== undefined)) return;
      const ordinary = before;
      before = on ? { zoom: cy.zoom(), ...cy.pan(), touched } : undefined;
      touched = false;
      fitAll();
      if (ordinary) restore(ordinary);
    },
  };
}

/** `cy.fit` knows only the pictures, not what is written about them. */
function fitToNodes(cy: cytoscape.Core, audience: Audience): boolean {
  const places = cy.nodes().map((node) => node.position());
  const viewport = fitted(places, { width: cy.width(), height: cy.height() }, audience);
  if (!viewport) return false;
  cy.viewport(viewport);
  return true;
}
