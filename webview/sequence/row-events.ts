/** What the user does with the rows of the sequence diagram: a click goes to a step, the arrow keys go from one to the next. */
import type { StepSummary } from '../../src/scene/scene';

export interface RowEvents {
  readonly seek: (position: number) => void;
  readonly reveal: (line: number) => void;
  readonly rowOf: (index: number) => StepSummary | undefined;
  readonly position: () => number;
  readonly next: (by: number) => number | undefined;
}

export function listenToRows(list: HTMLElement, { seek, reveal, rowOf, position, next }: RowEvents): void {
  list.addEventListener('click', (event) => {
    const target = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-index]') : null;
    const row = target ? rowOf(Number(target.dataset.index)) : undefined;
    // Who marks words wants to copy them.
    if (!row || getSelection()?.isCollapsed === false) return;
    seek(row.index + 1);
    reveal(row.line);
  });
  list.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const current = rowOf(position() - 1);
    const target = event.key === 'ArrowDown' ? next(1) : event.key === 'ArrowUp' ? next(-1) : undefined;
    if (event.key === 'Enter' && current) reveal(current.line);
    else if (target !== undefined) seek(target);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
}
