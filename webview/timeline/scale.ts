/** What stands under the timeline: round numbers where they are, and the end. Pure. */
import { samplePlaces, type Timeline, type TimelineAxis, valueAtPlace } from '../../src/scene/timeline';
import { axisTo } from '../comparison/scale';

export interface Tick {
  /** Between 0 and 1. */
  readonly place: number;
  /** A step, or milliseconds. */
  readonly value: number;
}

/** As a part of the strip: what is closer to the end would run into its label. */
const roomOfEnd = 0.14;

export function ticksOf(timeline: Timeline, axis: TimelineAxis): readonly Tick[] {
  const end = axis === 'steps' ? timeline.count : timeline.endMs;
  if (axis === 'nonlinear' && end > 0) {
    const places = samplePlaces(timeline, axis);
    return quarters.map((place) => {
      const value = valueAtPlace(timeline, axis, places, place);
      return { place, value: place === 1 ? value : Number(value.toPrecision(2)) };
    });
  }
  if (end <= 0) return [{ place: 0, value: 0 }];
  const round = axisTo(end, axis === 'steps' ? 1 : undefined).ticks;
  const before = round.filter(
    (value) => value <= end * (1 - roomOfEnd) && (axis === 'time' || Number.isInteger(value)),
  );
  return [...before, end].map((value) => ({ place: value / end, value }));
}

/** Where pauses are short, no two numbers are as far apart as they look. */
const quarters: readonly number[] = [0, 0.25, 0.5, 0.75, 1];
