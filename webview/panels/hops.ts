/**
 * Where the message is on a way through several nodes, in words, with a button for each direction. It lies in a corner of
 * the drawing, and only while there is such a way.
 */
import type { DiagramNode, Frame } from '../../src/scene/scene';
import { element, setText } from '../dom';
import { glyphs } from '../glyphs';
import type { Hops } from '../hop-stepper';
import { strings } from '../strings';
import { iconButton } from '../toolkit';

export interface HopEvents {
  readonly hopForward: () => void;
  readonly hopBack: () => void;
}

export function createHops({ hopForward, hopBack }: HopEvents) {
  const back = iconButton(glyphs.hopBack, strings.hopBack, hopBack);
  const forward = iconButton(glyphs.hopForward, strings.hopForward, hopForward);
  const where = element('span', { class: 'hop', role: 'status', 'aria-live': 'polite' });
  /** All that there is room for in a narrow panel. */
  const short = element('span', { class: 'hop-short', 'aria-hidden': 'true' });
  const result = element(
    'div',
    { class: 'hops', role: 'group', 'aria-label': strings.hops },
    back.element,
    where,
    short,
    forward.element,
  );
  let labels: ReadonlyMap<string, string> = new Map();
  result.hidden = true;
  return {
    element: result,
    showNodes(nodes: readonly DiagramNode[]): void {
      labels = new Map(nodes.map(({ id, label }) => [id, label]));
    },
    showHops(frame: Frame, { hop, count }: Hops): void {
      result.hidden = count < 2;
      const path = frame.messages.find(({ current }) => current)?.path ?? [];
      const label = (place: number) => labels.get(path[place] ?? '') ?? '';
      // At rest the sentence says it all, and whoever steps by whole steps does not want to hear of hops.
      setText(where, hop < count ? strings.hop(hop, count, label(hop - 1), label(hop)) : strings.allHops(count));
      setText(short, `${hop}/${count}`);
      where.classList.toggle('whole', hop === count);
    },
  };
}
