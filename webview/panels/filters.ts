/**
 * Which steps are listed: by service, kind and host, each a chip that opens what there is to choose. It says how many of
 * the steps are shown; one button shows all again.
 */
import type { FilterView, StepFilter } from '../../src/scene/scene';
import { element, glyph, name, setText } from '../dom';
import { glyphs } from '../glyphs';
import { strings } from '../strings';
import { iconButton } from '../toolkit';
import { createPopup } from './popup';

type Sort = keyof StepFilter;

const sorts: readonly Sort[] = ['services', 'kinds', 'hosts'];
const nothing: StepFilter = { services: [], kinds: [], hosts: [] };

export function createFilters(choose: (filter: StepFilter) => void) {
  let view: FilterView | undefined;
  let selected: string | undefined;
  const count = element('span', { class: 'shown-steps', role: 'status' });
  const showAll = iconButton(glyphs.cross, strings.showAll, () => choose(nothing));
  const change = (sort: Sort, values: readonly string[]) => {
    if (view) choose({ ...view.chosen, [sort]: values });
  };
  const chips = sorts.map((sort) => createChip(sort, (values) => change(sort, values)));
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

function createChip(sort: Sort, choose: (values: readonly string[]) => void) {
  const label = strings.filterBy[sort];
  const popup = createPopup('choices', label);
  let shown = '';
  const choice = (value: string, chosen: readonly string[]) => {
    const box = element('input', { type: 'checkbox', checked: chosen.includes(value) });
    box.addEventListener('change', () =>
      choose(box.checked ? [...chosen, value] : chosen.filter((each) => each !== value)),
    );
    return element('label', { class: 'choice' }, box, name(textOf(sort, value)));
  };
  const only = (node: string) => {
    const button = element('button', { class: 'cause', type: 'button' }, strings.onlyHost(node));
    button.addEventListener('click', () => choose([node]));
    return button;
  };
  return {
    elements: [popup.button, popup.element],
    show(view: FilterView | undefined, selected: string | undefined): void {
      const next = JSON.stringify([view?.[sort], view?.chosen[sort], view?.otherHosts, selected]);
      if (next === shown) return;
      shown = next;
      const chosen: readonly string[] = view?.chosen[sort] ?? [];
      const values: readonly string[] = view?.[sort] ?? [];
      popup.button.hidden = values.length < 2 && chosen.length === 0;
      popup.button.classList.toggle('chosen', chosen.length > 0);
      popup.button.replaceChildren(chosen.length > 0 ? strings.filterChosen(label, chosen.length) : label, caret());
      const focused = [...popup.element.children].indexOf(
        document.activeElement?.closest('.popup > *') ?? popup.button,
      );
      popup.element.replaceChildren(
        ...(sort === 'hosts' && selected !== undefined ? [only(selected)] : []),
        ...values.map((value) => choice(value, chosen)),
        ...(sort === 'hosts' && view && view.otherHosts > 0
          ? [element('p', {}, strings.otherHosts(view.otherHosts))]
          : []),
      );
      const again = popup.element.children[focused];
      (again?.querySelector('input') ?? (again instanceof HTMLElement ? again : undefined))?.focus();
    },
  };
}

function caret(): SVGSVGElement {
  return glyph(glyphs.down, 'caret');
}

function textOf(sort: Sort, value: string): string {
  if (sort === 'kinds') return strings.kinds[value as keyof typeof strings.kinds] ?? value;
  return value === '' ? strings.noService : value;
}
