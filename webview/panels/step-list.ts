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
  let steps: readonly StepSummary[] = [];
  let position = 0;
  let shown: { from: number; to: number; steps: readonly StepSummary[] } | undefined;

  list.addEventListener('click', (event) => {
    const step = steps[indexOf(event.target)];
    if (!step) return;
    seek(step.index + 1);
    reveal(step.line);
  });
  list.addEventListener('keydown', (event) => {
    const target = targetOf(event.key, position, steps.length);
    const current = steps[position - 1];
    if (event.key === 'Enter' && current) reveal(current.line);
    else if (target !== undefined) seek(target);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });

  const render = () => {
    const from = Math.max(0, Math.min(position - windowSize / 2, steps.length - windowSize));
    const to = Math.min(steps.length, from + windowSize);
    const isInWindow = shown?.steps === steps && position > shown.from && position <= shown.to;
    if (!isInWindow) {
      shown = { from, to, steps };
      const rows = steps.slice(from, to).map(row);
      list.replaceChildren(
        ...(from > 0 ? [remark(strings.earlierSteps(from))] : []),
        ...rows,
        ...(to < steps.length ? [remark(strings.laterSteps(steps.length - to))] : []),
        ...(steps.length === 0 ? [remark(strings.noSteps)] : []),
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
    showSteps(next: readonly StepSummary[], at: number): void {
      steps = sameSteps(steps, next) ? steps : next;
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
