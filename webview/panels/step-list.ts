/**
 * The steps as a list box: the current one is selected, a click or the arrow keys go to another. Only those around the
 * current one are in the document, and the list says how many are not.
 */
import type { StepSummary } from '../../src/scene/scene';
import { element, glyph, name } from '../dom';
import { glyphs } from '../glyphs';
import { strings } from '../strings';

const windowSize = 400;

export interface StepListEvents {
  readonly seek: (position: number) => void;
  readonly reveal: (line: number) => void;
}

export function createStepList({ seek, reveal }: StepListEvents) {
  const list = element('div', { class: 'step-list', role: 'listbox', tabindex: '0', 'aria-label': strings.steps });
  /** Those that were sent; `count` is how many there are. */
  let steps: readonly StepSummary[] = [];
  let count = 0;
  let position = 0;
  let shown: { from: number; to: number; steps: readonly StepSummary[] } | undefined;

  list.addEventListener('click', (event) => {
    const step = stepAt(indexOf(event.target));
    if (!step) return;
    seek(step.index + 1);
    reveal(step.line);
  });
  list.addEventListener('keydown', (event) => {
    const target = targetOf(event.key, position, count);
    const current = stepAt(position - 1);
    if (event.key === 'Enter' && current) reveal(current.line);
    else if (target !== undefined) seek(target);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });

  const stepAt = (index: number) => steps[index - (steps[0]?.index ?? 0)];
  const render = () => {
    const first = steps[0]?.index ?? 0;
    const last = first + steps.length;
    const from = Math.max(first, Math.min(position - windowSize / 2, last - windowSize));
    const to = Math.min(last, from + windowSize);
    const isInWindow = shown?.steps === steps && position > shown.from && position <= shown.to;
    if (!isInWindow) {
      shown = { from, to, steps };
      const rows = steps.slice(from - first, to - first).map(row);
      list.replaceChildren(
        ...(from > 0 ? [remark(strings.earlierSteps(from))] : []),
        ...rows,
        ...(to < count ? [remark(strings.laterSteps(count - to))] : []),
        ...(count === 0 ? [remark(strings.noSteps)] : []),
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
      current.scrollIntoView({ block: 'nearest' });
    } else {
      list.removeAttribute('aria-activedescendant');
      if (position === 0) list.scrollTop = 0;
    }
  };
  // The inspector takes room when a node is chosen; the current step stays in view.
  new ResizeObserver(mark).observe(list);
  return {
    element: element('section', { class: 'steps' }, element('h2', {}, strings.steps), list),
    /** Of `all` steps in the run. */
    showSteps(next: readonly StepSummary[], all: number, at: number): void {
      steps = sameSteps(steps, next) ? steps : next;
      count = all;
      position = at;
      render();
    },
    showPosition(at: number): void {
      position = at;
      render();
    },
  };
}

function row(step: StepSummary): HTMLElement {
  const { index, shape, who, what, time, failed } = step;
  return element(
    'div',
    {
      class: `step ${shape}${failed ? ' failed' : ''}`,
      role: 'option',
      id: `step-${index}`,
      'data-index': String(index),
      'aria-selected': 'false',
    },
    element('span', { class: 'number' }, String(index + 1)),
    glyph(failed ? glyphs.cross : glyphs[shape]),
    element(
      'span',
      { class: 'what' },
      ...(who === '' ? [] : [element('bdi', { class: 'who', dir: 'ltr' }, who), ' ']),
      name(unbroken(what), 'message'),
      ...(failed ? [element('span', { class: 'failed-word' }, ` ${strings.failed}`)] : []),
    ),
    element('span', { class: 'time' }, time),
  );
}

/** A number stays beside its unit. */
function unbroken(text: string): string {
  return text.replace(/(\d) (?=[kMGT]?B$)/, '$1\u00a0');
}

function remark(text: string): HTMLElement {
  return element('div', { class: 'remark', role: 'option', 'aria-disabled': 'true', 'aria-selected': 'false' }, text);
}

function indexOf(target: EventTarget | null): number {
  const option = target instanceof Element ? target.closest<HTMLElement>('[data-index]') : null;
  return option ? Number(option.dataset.index) : -1;
}

function targetOf(key: string, position: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return Math.min(count, position + 1);
    case 'ArrowUp':
      return Math.max(0, position - 1);
    case 'Home':
      return 0;
    case 'End':
      return count;
    default:
      return undefined;
  }
}

function sameSteps(a: readonly StepSummary[], b: readonly StepSummary[]): boolean {
  return a.length === b.length && JSON.stringify(a) === JSON.stringify(b);
}
