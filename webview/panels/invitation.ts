/** What to do next, while there is nothing to draw or nothing to step through. */
import type { Picture } from '../../src/protocol/messages';
import { element } from '../dom';
import { strings } from '../strings';

export function createInvitation() {
  const card = element('div', { class: 'invitation' });
  let shown = '';
  return {
    element: card,
    show(picture: Picture | undefined): void {
      const kind = kindOf(picture);
      const hosts = picture?.diagram.nodes.filter(({ shape }) => !['switch', 'router', 'cloud'].includes(shape)) ?? [];
      const [from, to] = [hosts[0]?.id ?? 'alice', hosts[1]?.id ?? 'bob'];
      const next = `${kind} ${from} ${to}`;
      if (next === shown) return;
      shown = next;
      card.hidden = kind === 'none';
      card.className = `invitation ${kind}`;
      card.replaceChildren(...contentOf(kind, from, to));
    },
  };
}

type Kind = 'none' | 'waiting' | 'empty' | 'no-flow';

function kindOf(picture: Picture | undefined): Kind {
  if (!picture) return 'waiting';
  if (picture.diagram.nodes.length === 0) return 'empty';
  return picture.flows.length === 0 ? 'no-flow' : 'none';
}

function contentOf(kind: Kind, from: string, to: string): HTMLElement[] {
  switch (kind) {
    case 'none':
      return [];
    case 'waiting':
      return [element('p', {}, strings.waiting)];
    case 'empty':
      return [
        element('h2', {}, strings.emptyTitle),
        element('p', {}, strings.emptyText),
        example(strings.emptyExample),
      ];
    case 'no-flow':
      return [
        element('h2', {}, strings.noFlowTitle),
        element('p', {}, strings.noFlowText),
        example(strings.noFlowExample(from, to)),
      ];
  }
}

function example(lines: readonly string[]): HTMLElement {
  return element('pre', { dir: 'ltr' }, element('code', {}, lines.join('\n')));
}
