/**
 * The steps as a list box: the current one is selected, a click or the arrow keys go to another. Only those around the
 * current one are in the document, and the list says how many are not.
 */
import type { StepSummary } from '../../src/scene/scene';
import { bringIntoSight, element, glyph, name } from '../dom';
import { glyphs } from '../glyphs';
import type { Spot } from '../menu/menu';
import { strings } from '../strings';

const windowSize = 400;

export interface StepListEvents {
  readonly seek: (position: number) => void;
  /** To the last row of all. */
  readonly toEnd: () => void;
  /** To the next row, or the one before. */
  readonly step: (by: number) => void;
  readonly reveal: (line: number) => void;
  /** `rows` are those at hand; `spot` is where the pointer is, or the row. */
  readonly openMenu: (step: StepSummary, rows: readonly StepSummary[], spot: Spot) => void;
}

/** `bar` stands above the rows. */
export function createStepList({ seek, toEnd, step: stepBy, reveal, openMenu }: StepListEvents, bar: HTMLElement) {
  const list = element('div', { class: 'step-list', role: 'listbox', tabindex: '0', 'aria-label': strings.steps });
  /** Those that were sent; `all` is how many rows there are, `count` how many steps. */
  let steps: readonly StepSummary[] = [];
  let all = 0;
  let count = 0;
  let position = 0;
  let shown: { from: number; to: number; steps: readonly StepSummary[]; all: number } | undefined;

  const rowOf = (target: EventTarget | null) => {
    const option = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null;
    return option ? steps[Number(option.dataset.row)] : undefined;
  };
  list.addEventListener('click', (event) => {
    const step = rowOf(event.target);
    if (!step) return;
    seek(step.index + 1);
    reveal(step.line);
  });
  list.addEventListener('contextmenu', (event) => {
    const current = list.querySelector('[aria-selected="true"]');
    // The menu key has no place of its own: the menu opens at the current row.
    const isPointed = event.target !== list;
    const step = rowOf(isPointed ? event.target : current);
    if (!step) return;
    event.preventDefault();
    const box = current?.getBoundingClientRect();
    const spot = isPointed || !box ? { x: event.clientX, y: event.clientY } : { x: box.left + 24, y: box.bottom };
    openMenu(step, steps, spot);
  });
  list.addEventListener('keydown', (event) => {
    if (event.shiftKey || event.ctrlKey || event.altKey || event.metaKey) return;
    const current = steps.find(({ index }) => index === position - 1);
    const acts: Readonly<Record<string, () => void>> = {
      ArrowDown: () => stepBy(1),
      ArrowUp: () => stepBy(-1),
      Home: () => seek(0),
      End: toEnd,
      Enter: () => current && reveal(current.line),
    };
    const act = acts[event.key];
    if (!act) return;
    act();
    event.preventDefault();
    event.stopPropagation();
  });

  const render = () => {
    const row = steps.findIndex(({ index }) => index >= position - 1);
    const middle = row < 0 ? steps.length : row;
    const from = Math.max(0, Math.min(middle - windowSize / 2, steps.length - windowSize));
    const to = Math.min(steps.length, from + windowSize);
    const isShown = shown?.steps === steps && shown.all === all && middle >= shown.from && middle < shown.to;
    if (!isShown) {
      shown = { from, to, steps, all };
      const first = steps[from]?.place ?? 0;
      const later = all - first - (to - from);
      list.replaceChildren(
        ...(first > 0 ? [remark(strings.earlierSteps(first))] : []),
        ...steps.slice(from, to).map((step, place) => rowFor(step, from + place, all)),
        ...(later > 0 ? [remark(strings.laterSteps(later))] : []),
        ...(all === 0 ? [remark(count === 0 ? strings.noSteps : strings.allHidden)] : []),
      );
    }
    mark();
  };
  const mark = () => {
    list.querySelector('[aria-selected="true"]')?.setAttribute('aria-selected', 'false');
    const current = list.querySelector(`[data-index="${position - 1}"]`);
    current?.setAttribute('aria-selected', 'true');
    if (current) {
      list.setAttribute('aria-activedescendant', current.id);
      if (document.activeElement === list) current.scrollIntoView({ block: 'nearest' });
      else bringIntoSight(current);
    } else {
      list.removeAttribute('aria-activedescendant');
      if (position === 0) list.scrollTop = 0;
    }
  };
  // The inspector takes room when a node is chosen; the current step stays in view.
  new ResizeObserver(mark).observe(list);
  const heading = element('h2', {}, strings.steps);
  return {
    element: element('section', { class: 'steps' }, element('div', { class: 'steps-head' }, heading, bar), list),
    /** `rows` in the list, of which `next` are at hand, for a run of `total` steps. */
    showSteps(next: readonly StepSummary[], rows: number, total: number, at: number): void {
      steps = sameSteps(steps, next) ? steps : next;
      all = rows;
      count = total;
      position = at;
      render();
    },
    showPosition(at: number): void {
      position = at;
      render();
    },
  };
}

function rowFor(step: StepSummary, row: number, rows: number): HTMLElement {
  const { index, place, shape, who, what, time, ends, failed, breakpoint } = step;
  return element(
    'div',
    {
      class: `step ${shape}${failed ? ' failed' : ''}${breakpoint ? ' stops' : ''}`,
      role: 'option',
      id: `step-${index}`,
      'data-index': String(index),
      'data-row': String(row),
      'aria-posinset': String(place + 1),
      'aria-setsize': String(rows),
      'aria-selected': 'false',
    },
    element('span', { class: 'number' }, strings.count(index + 1)),
    glyph(failed ? glyphs.cross : glyphs[shape]),
    element(
      'span',
      { class: 'what' },
      element('span', { class: 'time', title: strings.fromTo(time, ends) }, strings.startsAt(time)),
      ...(who === '' ? [] : [endsOf(who), ' ']),
      name(unbroken(what), 'message'),
      ...(failed ? [element('span', { class: 'failed-word' }, ` ${strings.failed}`)] : []),
      ...(breakpoint ? [element('span', { class: 'unseen' }, ` ${strings.breakpoint}`)] : []),
    ),
  );
}

/** `alice → bob`: a line breaks between the two, not within a name, as long as it has room for one. */
function endsOf(who: string): HTMLElement {
  const [from = '', arrow, to = ''] = who.split(/ ([→–]) /);
  const parts = arrow === undefined ? [from] : [from, `${arrow}\u00a0${to}`];
  const words = parts.flatMap((part, place) => [place > 0 ? ' ' : '', element('span', { class: 'end' }, part)]);
  return element('bdi', { class: 'who', dir: 'ltr' }, ...words);
}

/** A number stays beside its unit. */
function unbroken(text: string): string {
  return text.replace(/(\d) (?=[kMGT]?B$)/, '$1\u00a0');
}

function remark(text: string): HTMLElement {
  return element('div', { class: 'remark', role: 'option', 'aria-disabled': 'true', 'aria-selected': 'false' }, text);
}

function sameSteps(a: readonly StepSummary[], b: readonly StepSummary[]): boolean {
  return a.length === b.length && JSON.stringify(a) === JSON.stringify(b);
}
