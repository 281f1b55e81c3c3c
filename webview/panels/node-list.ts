/**
 * The diagram in words: a list box of all nodes, each with its shape, role and state. It is how the diagram is used from
 * the keyboard and read by a screen reader. Arrow keys move, Enter or Space chooses.
 */
import type { DiagramNode, Frame, NodeState } from '../../src/scene/scene';
import { element, name, setText } from '../dom';
import { strings } from '../strings';

export interface NodeListEvents {
  readonly choose: (id: string) => void;
  /** A right click, or the key for menus. */
  readonly aim: (id: string, at: Element) => void;
}

export function createNodeList({ choose, aim }: NodeListEvents) {
  const list = element('div', { class: 'node-list', role: 'listbox', tabindex: '0', 'aria-label': strings.nodes });
  let nodes: readonly DiagramNode[] = [];
  let selected: string | undefined;
  let active = 0;

  const setActive = (index: number) => {
    active = Math.max(0, Math.min(nodes.length - 1, index));
    list.querySelector('.active')?.classList.remove('active');
    const option = list.children[active];
    if (!option) return list.removeAttribute('aria-activedescendant');
    option.classList.add('active');
    list.setAttribute('aria-activedescendant', option.id);
    option.scrollIntoView({ block: 'nearest' });
  };
  list.addEventListener('click', (event) => {
    const option = event.target instanceof Element ? event.target.closest('[role="option"]') : null;
    const index = option ? [...list.children].indexOf(option) : -1;
    const node = nodes[index];
    if (!node) return;
    setActive(index);
    choose(node.id);
  });
  list.addEventListener('contextmenu', (event) => {
    event.preventDefault();
    const pointed = event.target instanceof Element ? event.target.closest('[role="option"]') : null;
    const index = pointed ? [...list.children].indexOf(pointed) : active;
    const [node, option] = [nodes[index], list.children[index]];
    if (!node || !option) return;
    setActive(index);
    aim(node.id, option);
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
    showNodes(next: readonly DiagramNode[]): void {
      const isSame =
        next.length === nodes.length &&
        next.every(({ id, label }, place) => id === nodes[place]?.id && label === nodes[place]?.label);
      const activeId = nodes[active]?.id;
      nodes = next;
      if (isSame) return;
      list.replaceChildren(...next.map(option));
      setActive(
        Math.max(
          0,
          next.findIndex(({ id }) => id === (activeId ?? selected)),
        ),
      );
    },
    showFrame(frame: Frame): void {
      const states = new Map(frame.nodes.map((state) => [state.id, state]));
      nodes.forEach((node, index) => {
        const option = list.children[index];
        if (option) update(option, node, states.get(node.id), frame.inspector?.node === node.id);
      });
      if (frame.inspector?.node !== selected) {
        selected = frame.inspector?.node;
        const index = nodes.findIndex(({ id }) => id === selected);
        if (index >= 0) setActive(index);
      }
    },
  };
}

function option({ label, shape }: DiagramNode, index: number): HTMLElement {
  // The details say all that the picture shows, the role included.
  const role = element('span', { class: 'role', 'aria-hidden': 'true' });
  const children = [name(label, 'label'), role, element('span', { class: 'unseen' })];
  return element(
    'div',
    { class: `node ${shape}`, role: 'option', id: `node-${index}`, 'aria-selected': 'false' },
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
  option.setAttribute('aria-selected', String(isSelected));
  const kind = description === shape ? shape : `${shape}, ${description}`;
  const now = state?.roleNow ? strings.roleNow[state.roleNow] : '';
  const offline = state?.online === false ? strings.offline : '';
  const details = option.querySelector('.unseen');
  const parts = [kind, state?.roleText ?? '', now, offline].filter((part) => part !== '');
  if (details) setText(details, ` (${parts.join(', ')})`);
}

function shortState(state: NodeState | undefined): string {
  if (!state) return '';
  if (!state.online) return strings.offline;
  if (state.roleNow) return strings[state.roleNow];
  return state.roleSoFar ? strings[state.roleSoFar] : '';
}
