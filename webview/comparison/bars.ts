/** One group of horizontal bars a measure, each group to its own scale; the figures stand beside the bars. */
import type { Bar, BarGroup } from '../../src/scene/comparison';
import { element } from '../dom';
import { mark } from './marks';
import { svg } from './svg';

export function barPlot(groups: readonly BarGroup[]): HTMLElement {
  return element('div', { class: 'bars' }, ...groups.map(group));
}

function group({ measure, bars }: BarGroup): HTMLElement {
  return element(
    'div',
    { class: 'bar-group', role: 'group', 'aria-label': measure },
    element('h3', {}, measure),
    ...bars.map(bar),
  );
}

function bar({ architecture, text, length }: Bar): HTMLElement {
  // What is more than nothing can be seen.
  const width = length > 0 ? Math.max(length * 100, 0.5) : 0;
  const drawing = svg(
    'svg',
    { class: 'bar', 'aria-hidden': 'true' },
    svg('rect', { width: `${width}%`, height: '100%' }),
  );
  return element(
    'div',
    { class: `bar-row ${architecture}` },
    element('span', { class: 'bar-name' }, mark(architecture), architecture),
    drawing,
    element('span', { class: 'bar-text' }, text),
  );
}
