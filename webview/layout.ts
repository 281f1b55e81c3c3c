/** Where the parts of the panel are in the page; the style sheet decides between wide and narrow. */
import { element } from './dom';
import { strings } from './strings';

export interface PageParts {
  readonly choosers: HTMLElement;
  readonly heading: HTMLElement;
  readonly drawing: HTMLElement;
  /** What lies above the drawing. */
  readonly overlay: HTMLElement;
  /** Other views of the run, beside or below the drawing. */
  readonly views: readonly HTMLElement[];
  /** What is said of the run as a whole, above the stage. */
  readonly banners: readonly HTMLElement[];
  /** Beside the heading. */
  readonly toolbar: HTMLElement;
  readonly invitation: HTMLElement;
  readonly narration: HTMLElement;
  /** What one steps with. */
  readonly controls: readonly HTMLElement[];
  readonly side: readonly HTMLElement[];
  /** What lies above all else, each of which knows when it is shown. */
  readonly covers: readonly HTMLElement[];
  /** Opens the menu of what can be tried out. */
  readonly whatIf: () => void;
}

export function buildPage(root: HTMLElement, parts: PageParts): void {
  const stage = element(
    'main',
    { class: 'stage', 'aria-label': strings.network, tabindex: '-1' },
    element('div', { class: 'heading' }, parts.heading, parts.toolbar),
    element(
      'div',
      { class: 'views' },
      element('div', { class: 'picture' }, parts.drawing, parts.overlay),
      ...parts.views,
    ),
  );
  // Cytoscape keeps a click from moving the focus, and the keys would go on working in the editor.
  parts.drawing.addEventListener('pointerdown', () => stage.focus({ preventScroll: true }));
  // The key for menus, wherever in the drawing the focus is; a click with the right button has its own target.
  stage.addEventListener('contextmenu', (event) => {
    event.preventDefault();
    if (event.target === stage) parts.whatIf();
  });
  root.replaceChildren(
    parts.choosers,
    element('div', { class: 'banners' }, ...parts.banners),
    stage,
    parts.invitation,
    parts.narration,
    element('div', { class: 'controls' }, ...parts.controls),
    element('aside', { class: 'side', 'aria-label': strings.details }, ...parts.side),
    ...parts.covers,
  );
}
