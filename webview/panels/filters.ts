/**
 * Which steps are listed: by service, kind and host, each a chip that opens what there is to choose; what failed alone is
 * among the kinds. It says how many of the steps are shown; one button shows all again.
 */
import { noFilter } from '../../src/scene/filter';
import type { FilterView, StepFilter } from '../../src/scene/scene';
import { element, glyph, name, setText } from '../dom';
import { glyphs } from '../glyphs';
import { strings } from '../strings';
import { iconButton } from '../toolkit';
import { createPopup } from './popup';

type Sort = 'services' | 'kinds' | 'hosts';

const sorts: readonly Sort[] = ['services', 'kinds', 'hosts'];

export function createFilters(choose: (filter: StepFilter) => void) {
  let view: FilterView | undefined;
  let selected: string | undefined;
  const count = element('span', { class: 'shown-steps', role: 'status' });
  const showAll = iconButton(glyphs.cross, strings.showAll, () => choose(noFilter));
  const change = (next: Partial<StepFilter>) => view && choose({ ...view.chosen, ...next });
  const chips = sorts.map((sort) => createChip(sort, change));
  const render = () => {
    for (const chip of chips) chip.show(view, selected);
  };
  return {
    element: element(
      'div',
      { class: 'filters', role: 'group', 'aria-label': strings.filter },
      ...chips.flatMap((chip) => chip.elements),
      count,
      showAll.element,
    ),
    show(next: FilterView | undefined, steps: number): void {
      view = next;
      const isFiltered = next?.isFiltering === true;
      showAll.element.hidden = !isFiltered;
      setText(count, isFiltered ? strings.shownSteps(next.shown, steps) : '');
      render();
    },
    /** The selected node can be chosen alone. */
    showSelected(node: string | undefined): void {
      if (node === selected) return;
      selected = node;
      render();
    },
  };
}

function createChip(sort: Sort, change: (next: Partial<StepFilter>) => void) {
  const label = strings.filterBy[sort];
  const popup = createPopup('choices', label);
  let shown = '';
  const choose = (values: readonly string[]) => change({ [sort]: values });
  const choice = (value: string, chosen: readonly string[]) =>
    checkbox(name(textOf(sort, value)), chosen.includes(value), (isChosen) =>
      choose(isChosen ? [...chosen, value] : chosen.filter((each) => each !== value)),
    );
  const only = (node: string) => {
    const button = element('button', { class: 'cause', type: 'button' }, strings.onlyHost(node));
    button.addEventListener('click', () => choose([node]));
    return button;
  };
  return {
    elements: [popup.button, popup.element],
    show(view: FilterView | undefined, selected: string | undefined): void {
      const isOfKinds = sort === 'kinds';
      const onlyFailed = isOfKinds && view?.chosen.onlyFailed === true;
      const offersFailures = onlyFailed || (isOfKinds && view?.hasFailures === true);
      const next = JSON.stringify([
        view?.[sort],
        view?.chosen[sort],
        onlyFailed,
        offersFailures,
        view?.otherHosts,
        selected,
      ]);
      if (next === shown) return;
      shown = next;
      const chosen: readonly string[] = view?.chosen[sort] ?? [];
      const values: readonly string[] = view?.[sort] ?? [];
      const count = chosen.length + Number(onlyFailed);
      popup.button.hidden = values.length < 2 && count === 0 && !offersFailures;
      popup.button.classList.toggle('chosen', count > 0);
      popup.button.replaceChildren(count > 0 ? strings.filterChosen(label, count) : label, caret());
      const focused = [...popup.element.children].indexOf(
        document.activeElement?.closest('.popup > *') ?? popup.button,
      );
      popup.element.replaceChildren(
        ...(sort === 'hosts' && selected !== undefined ? [only(selected)] : []),
        ...values.map((value) => choice(value, chosen)),
        ...(offersFailures
          ? [checkbox(strings.onlyFailed, onlyFailed, (isChosen) => change({ onlyFailed: isChosen }), 'apart')]
          : []),
        ...(sort === 'hosts' && view && view.otherHosts > 0
          ? [element('p', {}, strings.otherHosts(view.otherHosts))]
          : []),
      );
      const again = popup.element.children[focused];
      (again?.querySelector('input') ?? (again instanceof HTMLElement ? again : undefined))?.focus();
    },
  };
}

function checkbox(text: string | Node, isChosen: boolean, choose: (isChosen: boolean) => void, sort = ''): HTMLElement {
  const box = element('input', { type: 'checkbox', checked: isChosen });
  box.addEventListener('change', () => choose(box.checked));
  return element('label', { class: `choice ${sort}` }, box, text);
}

function caret(): SVGSVGElement {
  return glyph(glyphs.down, 'caret');
}

function textOf(sort: Sort, value: string): string {
  if (sort === 'kinds') return strings.kinds[value as keyof typeof strings.kinds] ?? value;
  return value === '' ? strings.noService : value;
}
