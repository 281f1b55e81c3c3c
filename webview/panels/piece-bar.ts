/**
 * Which pieces a peer has, as a bar of cells: filled, on their way, new, rare. The same is said in words, so a cell is told
 * apart by its shape as well as by its colour.
 */
import type { PieceBar, PieceCell } from '../../src/scene/scene';
import { element, name } from '../dom';
import { strings } from '../strings';

export function pieceBars(bars: readonly PieceBar[]): HTMLElement {
  return element('div', { class: 'piece-bars' }, ...bars.map(pieceBar));
}

function pieceBar({ resource, text, cells, piecesInCell, rarest }: PieceBar): HTMLElement {
  const states = new Set(cells.map(({ now }) => now));
  const legend = (['new', 'coming', 'rarest'] as const).filter((state) => states.has(state));
  return element(
    'div',
    { class: 'piece-bar' },
    element('p', { class: 'piece-text' }, name(resource, 'text'), ` ${text}`),
    element('div', { class: 'cells', 'aria-hidden': 'true' }, ...cells.map(cellOf)),
    element(
      'p',
      { class: 'legend', 'aria-hidden': 'true' },
      ...legend.flatMap((state) => [element('span', { class: `cell ${state}` }), strings.pieceStates[state]]),
      piecesInCell > 1 ? strings.piecesInCell(piecesInCell) : undefined,
    ),
    rarest === '' ? undefined : element('p', { class: 'rarest-text' }, rarest),
  );
}

function cellOf({ had, now }: PieceCell): HTMLElement {
  const cell = element('span', { class: now === undefined ? 'cell' : `cell ${now}` });
  cell.style.setProperty('--had', `${Math.round(had * 100)}%`);
  return cell;
}
