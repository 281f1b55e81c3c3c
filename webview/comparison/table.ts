/** The measures as a table: one row a measure, one column an architecture. */
import type { ComparisonCell, ComparisonRow, ComparisonScene } from '../../src/scene/comparison';
import { element, name } from '../dom';
import { mark } from './marks';

export function comparisonTable({ job, columns, rows }: ComparisonScene): HTMLElement {
  const heads = columns.map(({ architecture }) =>
    element('th', { scope: 'col', class: architecture }, mark(architecture), architecture),
  );
  return element(
    'table',
    { class: 'comparison-table' },
    element('caption', { dir: 'auto' }, job),
    element('thead', {}, element('tr', {}, element('td'), ...heads)),
    element('tbody', {}, ...rows.map(tableRow)),
  );
}

function tableRow({ measure, meaning, cells }: ComparisonRow): HTMLElement {
  const head = element('th', { scope: 'row' }, measure, ' ', element('span', { class: 'meaning' }, meaning));
  return element('tr', {}, head, ...cells.map(tableCell));
}

function tableCell({ text, detail, isFailure }: ComparisonCell): HTMLElement {
  const more = detail === undefined ? undefined : name(detail, 'detail');
  return element('td', isFailure ? { class: 'failing' } : {}, text, ' ', more);
}
