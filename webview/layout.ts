/** Where the parts of the panel are in the page; the style sheet decides between wide and narrow. */
import type { DiagramView } from './diagram/diagram';
import { element } from './dom';
import { glyphs } from './glyphs';
import { strings } from './strings';
import { iconButton } from './toolkit';

export interface PageParts {
  readonly choosers: HTMLElement;
  readonly notices: HTMLElement;
  readonly heading: HTMLElement;
  readonly drawing: DiagramView;
  /** What lies above the drawing. */
  readonly overlay: HTMLElement;
  /** Other views of the run, beside or below the drawing. */
  readonly views: readonly HTMLElement[];
  /** What is said of the run as a whole, above the stage. */
  readonly banners: readonly HTMLElement[];
  /** Above the buttons for stepping. */
  readonly strips: readonly HTMLElement[];
  /** Buttons beside those for the drawing. */
  readonly tools: readonly HTMLElement[];
  readonly invitation: HTMLElement;
  readonly narration: HTMLElement;
  readonly transport: HTMLElement;
  readonly side: readonly HTMLElement[];
  readonly arrange: () => void;
  readonly compare: () => void;
  /** Lies above everything else while it is shown. */
  readonly comparison: HTMLElement;
  /** Small things above all, each of which knows when it is shown. */
  readonly covers: readonly HTMLElement[];
  /** Opens the menu of what can be tried out. */
  readonly whatIf: () => void;
}

const zoomStep = 1.25;

export function buildPage(root: HTMLElement, parts: PageParts): void {
  const { drawing } = parts;
  const tools = [
    iconButton(glyphs.plus, strings.zoomIn, () => drawing.zoom(zoomStep)),
    iconButton(glyphs.minus, strings.zoomOut, () => drawing.zoom(1 / zoomStep)),
    iconButton(glyphs.fit, strings.fit, drawing.fit),
    iconButton(glyphs.arrange, strings.arrange, parts.arrange),
    iconButton(glyphs.compare, strings.compare, parts.compare),
  ];
  const stage = element(
    'main',
    { class: 'stage', 'aria-label': strings.network, tabindex: '-1' },
    element(
      'div',
      { class: 'heading' },
      parts.heading,
      element(
        'div',
        { class: 'tools', role: 'group', 'aria-label': strings.network },
        ...tools.map((tool) => tool.element),
        ...parts.tools,
      ),
    ),
    element(
      'div',
      { class: 'views' },
      element('div', { class: 'picture' }, drawing.element, parts.overlay),
      ...parts.views,
    ),
  );
  // Cytoscape keeps a click from moving the focus, and the keys would go on working in the editor.
  drawing.element.addEventListener('pointerdown', () => stage.focus({ preventScroll: true }));
  // The key for menus, wherever in the drawing the focus is; a click with the right button has its own target.
  stage.addEventListener('contextmenu', (event) => {
    event.preventDefault();
    if (event.target === stage) parts.whatIf();
  });
  root.replaceChildren(
    parts.choosers,
    element('div', { class: 'banners' }, parts.notices, ...parts.banners),
    stage,
    parts.invitation,
    parts.narration,
    element('div', { class: 'controls' }, ...parts.strips, parts.transport),
    element('aside', { class: 'side', 'aria-label': strings.details }, ...parts.side),
    parts.comparison,
    ...parts.covers,
  );
}
