/**
 * The run seen otherwise than in the network, put together: the sequence diagram with the split between the two, and the
 * timeline. Where they are in the page is not known here.
 */
import type { ShortcutGroup } from './keyboard';
import type { Memory } from './memory';
import type { Menu } from './menu/menu';
import type { Requests } from './requests';
import { createSequence } from './sequence/sequence';
import { createSplit } from './sequence/split';
import type { ByHand } from './stepping';
import { strings } from './strings';
import { createTimeline } from './timeline/timeline';

export function createRunViews({ choose, reveal, rows }: Requests, byHand: ByHand, memory: Memory, menu: Menu) {
  const sequence = createSequence({ seek: byHand.seek, reveal, choose, wantRows: rows });
  const split = createSplit(sequence.element, memory.panes(), memory.rememberPanes);
  const timeline = createTimeline(menu, memory.panes(), {
    seek: byHand.seek,
    step: (by) => byHand.step(by, 'message'),
    axisChanged: (axis) => memory.rememberPanes({ axis }),
  });
  return {
    parts: [sequence, timeline],
    elements: split.elements,
    buttons: split.buttons,
    strip: timeline.element,
    showRows: sequence.showRows,
    shortcuts: [
      { title: strings.viewSwitch, shortcuts: [{ keys: ['v'], text: strings.nextView, act: split.cycle }] },
    ] satisfies ShortcutGroup[],
  };
}
