/**
 * The architectures beside each other, in the place of the network: what is compared, a table, plots, and what follows.
 * Everything said and measured comes from the scene; here it only gets its form.
 */
import type { ShownComparison } from '../../src/protocol/messages';
import type { ComparisonScene } from '../../src/scene/comparison';
import { element, name } from '../dom';
import { strings } from '../strings';
import { chooser, textButton } from '../toolkit';
import { barPlot } from './bars';
import { createCurve } from './curve';
import { mark } from './marks';
import { comparisonTable } from './table';

export interface ComparisonEvents {
  readonly close: () => void;
  /** Again, or another resource, or at another price. */
  readonly compare: (resource: string, price: number | undefined) => void;
}

export function createComparison({ close, compare }: ComparisonEvents) {
  let shown: ComparisonScene | undefined;
  const resources = chooser(strings.resource, (value) => compare(shown?.resources[Number(value)] ?? '', shown?.price));
  const price = element('input', { type: 'number', min: '0', max: '1000000', step: '0.01' });
  price.addEventListener('change', () => {
    if (shown && price.value !== '' && price.validity.valid) compare(shown.resource, price.valueAsNumber);
    else price.value = String(shown?.price ?? '');
  });
  const priceField = element('label', { class: 'price' }, element('span', {}, strings.price), price);
  const back = textButton(strings.backToNetwork, close);
  back.setAttribute('appearance', 'secondary');
  const chooserRow = element(
    'div',
    { class: 'chooser' },
    element('span', { 'aria-hidden': 'true' }, strings.resource),
    resources.element,
  );
  const outdated = element(
    'div',
    { class: 'notice warning', role: 'status' },
    element('span', {}, strings.comparisonOutdated),
    textButton(strings.compareAgain, () => compare(shown?.resource ?? '', shown?.price)),
  );
  const title = element('h1', { class: 'comparison-title', tabindex: '-1' }, strings.comparison);
  const content = element('div', {
    class: 'comparison-content',
    tabindex: '0',
    role: 'group',
    'aria-label': strings.comparison,
  });
  const curve = createCurve();
  const panel = element(
    'section',
    { class: 'comparison', 'aria-label': strings.comparison },
    element('div', { class: 'comparison-head' }, back, title, chooserRow, priceField),
    outdated,
    content,
  );
  panel.hidden = true;
  return {
    element: panel,
    isShown: () => !panel.hidden,
    show(comparison: ShownComparison | undefined): void {
      const wasHidden = panel.hidden;
      panel.hidden = comparison === undefined;
      if (!comparison) return;
      outdated.hidden = !comparison.isOutdated;
      if (JSON.stringify(shown) !== JSON.stringify(comparison.scene)) fill(comparison.scene);
      // Without the focus of the window the keys are the editor's, and stay there.
      if (wasHidden && document.hasFocus()) title.focus();
    },
  };

  function fill(scene: ComparisonScene): void {
    shown = scene;
    price.value = String(scene.price);
    chooserRow.hidden = scene.resources.length < 2;
    const texts = scene.resources.map((text, place) => ({ value: String(place), text }));
    resources.show(texts, String(scene.resources.indexOf(scene.resource)));
    content.replaceChildren(
      element('div', { class: 'comparison-figures' }, comparisonTable(scene), legend(scene)),
      element('div', { class: 'comparison-words follows' }, ...sentences(strings.conclusions, scene.conclusions)),
      element('div', { class: 'comparison-plots' }, ...plots(scene)),
      element(
        'div',
        { class: 'comparison-words notes' },
        ...sentences(strings.oneLoss, scene.losses),
        ...sentences(strings.howMeasured, scene.remarks),
      ),
    );
    content.scrollTop = 0;
  }

  function plots(scene: ComparisonScene): HTMLElement[] {
    const bars = element('figure', {}, element('figcaption', {}, strings.barsTitle), barPlot(scene.bars));
    if (!scene.curve) return [bars];
    curve.show(scene.curve);
    return [
      element(
        'figure',
        {},
        element('figcaption', {}, strings.curveTitle, element('span', { class: 'hint-text' }, strings.curveHint)),
        curve.element,
      ),
      bars,
    ];
  }
}

/** What each mark stands for in all plots, and what happens in that architecture. */
function legend({ columns }: ComparisonScene): HTMLElement {
  const entries = columns.map(({ architecture, how }) =>
    element('li', { class: architecture }, mark(architecture), element('b', {}, architecture), name(how)),
  );
  return element('ul', { class: 'comparison-legend', 'aria-label': strings.architectures }, ...entries);
}

function sentences(title: string, all: readonly string[]): HTMLElement[] {
  if (all.length === 0) return [];
  const items = all.map((text) => element('li', { dir: 'auto' }, text));
  return [element('h2', {}, title), element('ul', {}, ...items)];
}
