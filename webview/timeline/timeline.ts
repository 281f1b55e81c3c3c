/**
 * The run as a strip that is a slider: how many messages are under way where, marks for what happens, the position and how
 * long its message takes. By steps, by time, or by time with the pauses shortened. Dragging asks for the next position
 * only when the host has answered the last one.
 */
import type { Panes, Picture } from '../../src/protocol/messages';
import type { Frame } from '../../src/scene/scene';
import {
  placeOfPosition,
  placesOfSpan,
  positionAtPlace,
  samplePlaces,
  type Timeline,
  type TimelineAxis,
  timelineAxes,
} from '../../src/scene/timeline';
import { svg } from '../comparison/svg';
import { element } from '../dom';
import { below, type Menu } from '../menu/menu';
import { strings } from '../strings';
import { createMarks } from './marks';
import { type Tick, ticksOf } from './scale';

export interface TimelineEvents {
  readonly seek: (position: number) => void;
  /** To the next message, or the one before. */
  readonly step: (by: number) => void;
  readonly axisChanged: (axis: TimelineAxis) => void;
}

export function createTimeline(menu: Menu, panes: Pick<Panes, 'axis'>, events: TimelineEvents) {
  const all = activityPicture('timeline-activity');
  const played = activityPicture('timeline-activity played');
  const span = element('div', { class: 'timeline-span' });
  const loop = element('div', { class: 'timeline-loop', hidden: true });
  const thumb = element('div', { class: 'timeline-thumb' });
  const hint = element('div', { class: 'timeline-hint', hidden: true });
  const scale = element('div', { class: 'timeline-scale', 'aria-hidden': 'true' });
  const strip = element(
    'div',
    { class: 'timeline-strip', role: 'slider', tabindex: '0' },
    all,
    played,
    loop,
    span,
    thumb,
    hint,
  );
  const marks = createMarks(events.seek);
  const axisButton = element('button', { class: 'timeline-axis', type: 'button', 'aria-haspopup': 'menu' });
  const bar = element(
    'div',
    { class: 'timeline' },
    element('div', { class: 'timeline-track' }, marks.element, strip, scale),
    axisButton,
  );
  strip.setAttribute('aria-label', strings.stepSlider);
  strip.setAttribute('aria-valuemin', '0');
  let axis = panes.axis;
  let timeline: Timeline | undefined;
  let places: readonly number[] = [0, 1];
  let frame: Frame | undefined;
  const drag = createDrag(() => frame?.position ?? 0, events.seek);

  const choose = (next: TimelineAxis) => {
    axis = next;
    events.axisChanged(axis);
    redraw();
  };
  const redraw = () => {
    axisButton.textContent = strings.axes[axis];
    axisButton.setAttribute('aria-label', strings.axisIs(strings.axes[axis]));
    axisButton.title = strings.axisHints[axis];
    bar.classList.toggle('empty', timeline === undefined);
    places = timeline ? samplePlaces(timeline, axis) : [0, 1];
    for (const picture of [all, played]) drawActivity(picture, timeline?.activity[axis] ?? []);
    const shown = timeline;
    scale.replaceChildren(...(shown ? ticksOf(shown, axis) : []).map((tick) => tickLabel(tick, axis)));
    marks.show(shown?.marks ?? [], (position) => (shown ? placeOfPosition(shown, places, position) : 0));
    showFrame();
  };
  const showFrame = () => {
    const { position = 0, span: times, count = 0, time = '' } = frame ?? {};
    const place = timeline && timeline.count > 0 ? placeOfPosition(timeline, places, position) : 0;
    const under = timeline && times && placesOfSpan(timeline, axis, places, position, times.endMs);
    thumb.style.left = percent(place);
    span.style.left = percent(under?.from ?? 0);
    span.style.width = under ? percent(under.to - under.from) : '0';
    span.hidden = under === undefined;
    showLoop();
    played.style.clipPath = `inset(0 ${percent(1 - Math.max(place, under?.from ?? 0))} 0 0)`;
    strip.setAttribute('aria-valuemax', String(count));
    strip.setAttribute('aria-valuenow', String(position));
    strip.setAttribute('aria-valuetext', strings.sliderText(strings.position(position, count), time));
    strip.setAttribute('aria-disabled', String(count === 0));
  };
  /** What is played again and again. */
  const showLoop = () => {
    const stretch = frame?.stepping?.loop;
    loop.hidden = !stretch || !timeline;
    if (!stretch || !timeline) return;
    const from = placeOfPosition(timeline, places, Math.min(stretch.from, timeline.count));
    loop.style.left = percent(from);
    loop.style.width = percent(
      placeOfPosition(timeline, places, Math.min(stretch.to ?? timeline.count, timeline.count)) - from,
    );
  };
  const positionAt = (event: PointerEvent): number => {
    const box = strip.getBoundingClientRect();
    const place = (event.clientX - box.left) / Math.max(1, box.width);
    if (!timeline || place <= 0) return 0;
    return place >= 1 ? timeline.count : nearest(timeline, axis, places, place);
  };
  const showHint = (event: PointerEvent) => {
    if (!timeline) return;
    const box = strip.getBoundingClientRect();
    const position = positionAt(event);
    hint.textContent = strings.sliderText(strings.position(position, timeline.count), timeAt(timeline, position));
    hint.hidden = false;
    const left = event.clientX - box.left - hint.offsetWidth / 2;
    hint.style.left = `${Math.max(0, Math.min(left, box.width - hint.offsetWidth))}px`;
  };
  axisButton.addEventListener('click', () => {
    const items = timelineAxes.map((each) => ({
      text: strings.axisHints[each],
      isChosen: each === axis,
      act: () => choose(each),
    }));
    menu.open(strings.axis, items, below(axisButton));
  });
  strip.addEventListener('pointerdown', (event) => {
    if (event.button !== 0 || !timeline) return;
    strip.setPointerCapture(event.pointerId);
    drag.to(positionAt(event));
  });
  strip.addEventListener('pointermove', (event) => {
    showHint(event);
    if (strip.hasPointerCapture(event.pointerId)) drag.to(positionAt(event));
  });
  strip.addEventListener('pointerleave', () => {
    hint.hidden = true;
  });
  strip.addEventListener('keydown', (event) => {
    const by = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (by === undefined || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    events.step(by);
    event.preventDefault();
  });
  redraw();

  return {
    element: bar,
    showPicture({ timeline: next }: Picture): void {
      if (next && timeline && JSON.stringify(next) === JSON.stringify(timeline)) return;
      timeline = next;
      redraw();
    },
    showFrame(next: Frame): void {
      frame = next;
      drag.answered();
      showFrame();
    },
  };
}

function tickLabel({ place, value }: Tick, axis: TimelineAxis): HTMLElement {
  const label = element('span', {}, axis === 'steps' ? strings.count(value) : strings.duration(value));
  label.style.left = percent(place);
  return label;
}

/** By steps a position is in the middle of its room; by time it is the step that has begun last. */
function nearest(timeline: Timeline, axis: TimelineAxis, places: readonly number[], place: number): number {
  return axis === 'steps' ? Math.round(place * timeline.count) : positionAtPlace(timeline, places, place);
}

function timeAt({ startsMs, count }: Timeline, position: number): string {
  const sample = Math.round((position * (startsMs.length - 1)) / count);
  return strings.duration(startsMs[sample] ?? 0);
}

/** One question at a time; what is wanted meanwhile is asked when the answer is there. */
function createDrag(current: () => number, seek: (position: number) => void) {
  let isAsking = false;
  let wanted: number | undefined;
  const ask = (position: number) => {
    if (position === current()) return;
    isAsking = true;
    seek(position);
  };
  return {
    to(position: number): void {
      if (isAsking) wanted = position;
      else ask(position);
    },
    answered(): void {
      const next = wanted;
      isAsking = false;
      wanted = undefined;
      if (next !== undefined) ask(next);
    },
  };
}

function activityPicture(name: string): SVGSVGElement {
  return svg('svg', { class: name, 'aria-hidden': 'true', preserveAspectRatio: 'none' }, svg('path', {}));
}

function drawActivity(picture: SVGSVGElement, activity: readonly number[]): void {
  const most = Math.max(3, ...activity);
  picture.setAttribute('viewBox', `0 0 ${Math.max(1, activity.length)} 1`);
  // Few still show beside many.
  const heights = activity.map((count) => (count === 0 ? 0 : Math.sqrt(count / most)));
  const d = heights.map((height, at) => `M${at} 1v${(-height).toFixed(3)}h1V1z`).join('');
  picture.firstElementChild?.setAttribute('d', d);
}

function percent(part: number): string {
  return `${(100 * Math.max(0, Math.min(1, part))).toFixed(3)}%`;
}
