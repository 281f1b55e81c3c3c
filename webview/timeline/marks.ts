/**
 * What happens in a run, as small signs over the timeline: notes, faults, failures. A click goes there. One of them can be
 * reached with Tab, the others from there with the arrow keys.
 */
import type { TimelineMark } from '../../src/scene/timeline';
import { element, glyph } from '../dom';
import { glyphs } from '../glyphs';
import { strings } from '../strings';

export function createMarks(seek: (position: number) => void) {
  const lane = element('div', { class: 'timeline-marks', role: 'group', 'aria-label': strings.marks });
  let shown: readonly TimelineMark[] = [];
  const buttons = () => [...lane.querySelectorAll<HTMLElement>('button')];

  const focus = (place: number) => {
    const all = buttons();
    const next = all[Math.max(0, Math.min(all.length - 1, place))];
    for (const button of all) button.tabIndex = button === next ? 0 : -1;
    next?.focus();
  };
  lane.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>('button') : null;
    const mark = shown[button ? buttons().indexOf(button) : -1];
    if (mark) seek(mark.position);
  });
  lane.addEventListener('keydown', (event) => {
    const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const place = buttons().indexOf(event.target as HTMLElement);
    if (by === undefined || place < 0 || event.ctrlKey || event.altKey || event.metaKey) return;
    focus(place + by);
    event.preventDefault();
    event.stopPropagation();
  });

  return {
    element: lane,
    show(marks: readonly TimelineMark[], placeOf: (position: number) => number): void {
      shown = [...marks].sort((a, b) => a.position - b.position);
      lane.replaceChildren(...shown.map((mark, place) => button(mark, placeOf(mark.position), place === 0)));
      lane.hidden = marks.length === 0;
    },
  };
}

function button({ kind, count, text }: TimelineMark, place: number, isFirst: boolean): HTMLElement {
  const words = strings.mark[kind](text, count);
  const result = element(
    'button',
    { class: `timeline-mark is-${kind}`, type: 'button', 'aria-label': words, tabindex: isFirst ? '0' : '-1' },
    glyph(icons[kind]),
  );
  result.title = words;
  result.style.left = `${(100 * place).toFixed(3)}%`;
  return result;
}

const icons: Readonly<Record<TimelineMark['kind'], string>> = {
  note: glyphs.note,
  fault: glyphs.fault,
  failure: glyphs.cross,
};
