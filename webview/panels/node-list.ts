/**
 * The diagram in words: a list box of all nodes, each with its shape, role and state. It is how the diagram is used from
 * the keyboard and read by a screen reader. Arrow keys move, Enter or Space chooses. Of very many nodes only those around
 * the active one are in the document, and the list says how many are not.
 */
import type { Picture } from '../../src/protocol/messages';
import type { DiagramNode, Frame, NodeState } from '../../src/scene/scene';
import { element, name, setText } from '../dom';
import { roleWords } from '../role-words';
import { strings } from '../strings';

export interface NodeListEvents {
  readonly choose: (id: string) => void;
  /** A right click, or the key for menus. */
  readonly aim: (id: string, at: Element) => void;
}

/** So many are in the document. */
const windowSize = 240;

export function createNodeList({ choose, aim }: NodeListEvents) {
  const list = element('div', { class: 'node-list', role: 'listbox', tabindex: '0', 'aria-label': strings.nodes });
  let nodes: readonly DiagramNode[] = [];
  let states: ReadonlyMap<string, NodeState> = new Map();
  let selected: string | undefined;
  let active = 0;
  let shown = { from: 0, to: 0 };
  let options: readonly HTMLElement[] = [];

  const updateOptions = () =>
    options.forEach((option, place) => {
      const node = nodes[shown.from + place];
      if (node) update(option, node, states.get(node.id), node.id === selected);
    });
  const render = () => {
    const from = Math.max(0, Math.min(active - windowSize / 2, nodes.length - windowSize));
    shown = { from, to: Math.min(nodes.length, from + windowSize) };
    options = nodes.slice(shown.from, shown.to).map((node, place) => option(node, from + place, nodes.length));
    const later = nodes.length - shown.to;
    list.replaceChildren(
      ...(from > 0 ? [remark(strings.earlierNodes(from))] : []),
      ...options,
      ...(later > 0 ? [remark(strings.laterNodes(later))] : []),
    );
    updateOptions();
  };
  const setActive = (index: number) => {
    const before = active;
    active = Math.max(0, Math.min(nodes.length - 1, index));
    if (nodes.length > 0 && (active < shown.from || active >= shown.to)) render();
    list.querySelector('.active')?.classList.remove('active');
    const option = options[active - shown.from];
    if (!option) return list.removeAttribute('aria-activedescendant');
    option.classList.add('active');
    list.setAttribute('aria-activedescendant', option.id);
    // The first one is in view to begin with, and to ask for it is to lay out the whole page.
    if (active > 0 || before > 0) option.scrollIntoView({ block: 'nearest' });
  };
  const indexOf = (target: EventTarget | null) => {
    const option = target instanceof Element ? target.closest<HTMLElement>('[data-place]') : null;
    return option ? Number(option.dataset.place) : -1;
  };
  list.addEventListener('click', (event) => {
    const index = indexOf(event.target);
    const node = nodes[index];
    if (!node) return;
    setActive(index);
    choose(node.id);
  });
  list.addEventListener('contextmenu', (event) => {
    event.preventDefault();
    const pointed = indexOf(event.target);
    setActive(pointed < 0 ? active : pointed);
    const [node, option] = [nodes[active], options[active - shown.from]];
    if (node && option) aim(node.id, option);
  });
  list.addEventListener('keydown', (event) => {
    const node = nodes[active];
    if ((event.key === 'Enter' || event.key === ' ') && node) choose(node.id);
    else if (event.key === 'ArrowDown' || event.key === 'ArrowRight') setActive(active + 1);
    else if (event.key === 'ArrowUp' || event.key === 'ArrowLeft') setActive(active - 1);
    else if (event.key === 'Home') setActive(0);
    else if (event.key === 'End') setActive(nodes.length - 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });

  return {
    element: element('section', { class: 'nodes' }, element('h2', {}, strings.nodes), list),
    showPicture({ diagram: { nodes: next } }: Picture): void {
      const isSame =
        next.length === nodes.length &&
        next.every(({ id, label }, place) => id === nodes[place]?.id && label === nodes[place]?.label);
      const activeId = nodes[active]?.id ?? selected;
      nodes = next;
      if (isSame) return;
      active = Math.max(
        0,
        next.findIndex(({ id }) => id === activeId),
      );
      render();
      setActive(active);
    },
    showFrame(frame: Frame): void {
      states = new Map(frame.nodes.map((state) => [state.id, state]));
      const isNew = frame.inspector?.node !== selected;
      selected = frame.inspector?.node;
      const index = isNew && selected !== undefined ? nodes.findIndex(({ id }) => id === selected) : -1;
      if (index >= 0) setActive(index);
      updateOptions();
    },
  };
}

function remark(text: string): HTMLElement {
  return element('div', { class: 'remark', role: 'option', 'aria-disabled': 'true', 'aria-selected': 'false' }, text);
}

function option({ label, shape }: DiagramNode, place: number, count: number): HTMLElement {
  // The details say all that the picture shows, the role included.
  const role = element('span', { class: 'role', 'aria-hidden': 'true' });
  const children = [name(label, 'label'), role, element('span', { class: 'unseen' })];
  return element(
    'div',
    {
      class: `node ${shape}`,
      role: 'option',
      id: `node-${place}`,
      'data-place': String(place),
      'aria-posinset': String(place + 1),
      'aria-setsize': String(count),
      'aria-selected': 'false',
    },
    ...children,
  );
}

function update(
  option: Element,
  { description, shape }: DiagramNode,
  state: NodeState | undefined,
  isSelected: boolean,
): void {
  const role = option.querySelector('.role');
  if (role) setText(role, shortState(state));
  option.classList.toggle('offline', state?.online === false);
  option.classList.toggle('is-client', state?.roleNow === 'client');
  option.classList.toggle('is-server', state?.roleNow === 'server');
  if (option.ariaSelected !== String(isSelected)) option.ariaSelected = String(isSelected);
  const kind = description === shape ? shape : `${shape}, ${description}`;
  const now = state?.roleNow ? strings.roleNow[state.roleNow] : '';
  const offline = state?.crowd || state?.online === false ? (roleWords(state) ?? '') : '';
  const details = option.querySelector('.unseen');
  const pieces = state?.pieces ? strings.piecesOf(state.pieces.had, state.pieces.total) : '';
  const parts = [kind, state?.roleText ?? '', now, offline, pieces].filter((part) => part !== '');
  if (details) setText(details, ` (${parts.join(', ')})`);
}

function shortState(state: NodeState | undefined): string {
  if (state?.online && state.roleNow) return strings[state.roleNow];
  return roleWords(state) ?? '';
}
