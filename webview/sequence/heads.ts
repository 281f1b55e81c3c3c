/**
 * The heads of the life lines: who it is, offline or not, in which role now. They stay in view while the rows scroll.
 * Chosen with the mouse alone: the list of nodes is the same for the keyboard and for screen readers.
 */
import type { Frame, NodeState } from '../../src/scene/scene';
import type { Column } from '../../src/scene/sequence-columns';
import { nodeIcon } from '../diagram/node-icons';
import { element, name, setText } from '../dom';
import { strings } from '../strings';
import { onThemeChange, readTheme } from '../theme';

export function createHeads(choose: (id: string) => void) {
  const bar = element('div', { class: 'life-line-heads', 'aria-hidden': 'true' });
  let columns: readonly Column[] = [];
  let theme = readTheme();

  const heads = () => [...bar.querySelectorAll<HTMLElement>('.life-line-head')];
  const showIcons = () => {
    heads().forEach((head, place) => {
      const line = columns[place]?.line;
      const icon = head.querySelector('img');
      if (!icon || !line) return;
      const { shape, machine, count } = line;
      icon.src = nodeIcon({ shape, machine, isStack: count > 1, isPinned: false }, theme);
    });
  };
  bar.addEventListener('click', (event) => {
    const head = event.target instanceof Element ? event.target.closest<HTMLElement>('.life-line-head') : null;
    const line = columns[head ? heads().indexOf(head) : -1]?.line;
    if (line) choose(line.id);
  });
  onThemeChange(() => {
    theme = readTheme();
    showIcons();
  });

  return {
    element: bar,
    show(next: readonly Column[], width: number): void {
      columns = next;
      bar.style.width = `${width}px`;
      bar.replaceChildren(...next.map(head));
      showIcons();
    },
    showFrame(frame: Frame): void {
      const states = new Map(frame.nodes.map((state) => [state.id, state]));
      heads().forEach((head, place) => {
        const id = columns[place]?.line.id ?? '';
        update(head, states.get(id), frame.inspector?.node === id);
      });
    },
  };
}

function head({ line, x, headWidth }: Column): HTMLElement {
  const result = element(
    'div',
    { class: 'life-line-head' },
    element('img', { alt: '', width: '21', height: '18' }),
    element('span', { class: 'head-words' }, name(line.label, 'head-name'), element('span', { class: 'head-state' })),
  );
  result.title = `${line.label} (${line.description})`;
  result.style.left = `${x - headWidth / 2}px`;
  result.style.width = `${headWidth}px`;
  return result;
}

function update(head: HTMLElement, state: NodeState | undefined, isSelected: boolean): void {
  const isOffline = state?.online === false;
  head.classList.toggle('offline', isOffline);
  head.classList.toggle('is-client', state?.roleNow === 'client');
  head.classList.toggle('is-server', state?.roleNow === 'server');
  head.classList.toggle('selected', isSelected);
  const words = head.querySelector('.head-state');
  if (words) setText(words, isOffline ? strings.offline : state?.roleNow ? strings[state.roleNow] : '');
}
