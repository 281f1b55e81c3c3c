import assert from 'node:assert/strict';
import {
  placeOfPosition,
  placesOfSpan,
  positionAtPlace,
  samplePlaces,
  type Timeline,
  type TimelineAxis,
  timelineAxes,
  timelineOf,
} from '../../src/scene/timeline';
import { hybrid, run } from './scene';

const email = `host alice
host isp : server
link alice -- isp 10Mbps 10ms
flow "f" {
  alice -> isp : "a"
  wait 10min
  note "Later"
  alice -> isp : "b"
  offline isp
  alice -> isp : "c"
}`;

function timeline(text: string): Timeline {
  const made = timelineOf(run(text).trace);
  assert.ok(made);
  return made;
}

const placesOf = (made: Timeline, axis: TimelineAxis) =>
  Array.from({ length: made.count + 1 }, (_, position) => placeOfPosition(made, samplePlaces(made, axis), position));

/** 3,000 messages one after another, more than there are samples. */
const long =
  'host a\nhost b\nlink a -- b 10Mbps 1ms\nflow "f" {\n repeat 1500 {\n a -> b : "hi"\n b -> a : "ho"\n }\n}';

describe('the timeline', () => {
  it('is none where nothing happens', () => {
    assert.equal(timelineOf(undefined), undefined);
    assert.equal(timelineOf(run('host a\nflow "f" {\n}').trace), undefined);
  });

  it('gives each step the same room on the axis of steps', () => {
    const made = timeline(email);
    assert.deepEqual(
      placesOf(made, 'steps'),
      Array.from({ length: made.count + 1 }, (_, at) => at / made.count),
    );
  });

  it('places steps by their beginnings on the axis of time, so that a long pause takes nearly all of it', () => {
    const places = placesOf(timeline(email), 'time');
    assert.ok((places[1] ?? 1) < 0.01 && (places.at(-1) ?? 0) > 0.99, String(places));
  });

  it('shortens the long pause on the nonlinear axis, and still shows it as the longest', () => {
    const places = placesOf(timeline(email), 'nonlinear');
    const rooms = places.slice(1).map((place, step) => place - (places[step] ?? 0));
    const longest = Math.max(...rooms);
    assert.ok(longest < 0.5, String(rooms));
    assert.equal(rooms.indexOf(longest), 3, 'before the note that follows the pause');
  });

  for (const axis of timelineAxes) {
    it(`never goes back on the axis of ${axis}, and finds the position of each place`, () => {
      for (const made of [timeline(email), timeline(hybrid), timeline(long)]) {
        const places = placesOf(made, axis);
        for (let position = 1; position <= made.count; position++) {
          const [place = 0, before = 0] = [places[position], places[position - 1]];
          assert.ok(place >= before && place >= 0 && place <= 1, `${axis} ${position}: ${before} … ${place}`);
          const found = positionAtPlace(made, samplePlaces(made, axis), place);
          // Where several begin at one moment, it is the last of them.
          assert.ok(found >= position && (places[found] ?? 0) - place < 1e-9, `${axis}: ${position}, found ${found}`);
        }
      }
    });
  }

  it('shows for how long a message is under way', () => {
    const made = timeline(hybrid);
    const span = (axis: TimelineAxis, position: number, endMs: number) =>
      placesOfSpan(made, axis, samplePlaces(made, axis), position, endMs);
    const { from, to } = span('time', made.count, made.endMs);
    assert.ok(to === 1 && to - from > 0.9, 'the song takes nearly all of the time');
    assert.deepEqual(span('steps', made.count, made.endMs), { from: (made.count - 1) / made.count, to: 1 });
  });

  it('counts the messages that are under way at the same time', () => {
    const three =
      'host a\nhost b\nhost c\nhost d\nlink a, b, c -- d 10Mbps 10ms\nflow "f" {\n together {\n a -> d : "x"\n b -> d : "x"\n c -> d : "x"\n }\n wait 1s\n a -> d : "y"\n}';
    const { activity } = timeline(three);
    for (const axis of timelineAxes) assert.equal(Math.max(...activity[axis]), 3, axis);
    assert.ok(activity.time.includes(0), 'nothing is under way during the pause');
    assert.equal(Math.max(...timeline(hybrid).activity.steps), 1);
  });

  it('marks notes, faults and failures with what they say', () => {
    const { marks } = timeline(email);
    const byKind = (kind: string) => marks.filter((mark) => mark.kind === kind).map(({ text }) => text);
    assert.deepEqual(byKind('note'), ['Later']);
    assert.deepEqual(byKind('fault'), ['isp: goes offline']);
    assert.deepEqual(byKind('failure').length, 1);
    const at = marks.find(({ kind }) => kind === 'note')?.position ?? 0;
    assert.equal(run(email).trace.steps.at(at - 1)?.kind, 'note');
  });

  it('makes one mark of many that are close to each other, and says how many', () => {
    const failing = 'host a[400]\nhost b\nflow "f" {\n offline b\n a -> b : "hi"\n}';
    const made = timeline(failing);
    const failures = made.marks.filter(({ kind }) => kind === 'failure');
    assert.ok(failures.length > 1 && failures.length <= 160, String(failures.length));
    const all = run(failing).trace.steps.filter(({ outcome }) => outcome === 'failed').length;
    assert.equal(
      failures.reduce((sum, { count }) => sum + count, 0),
      all,
    );
  });

  it('is made of samples where there are many steps, and stays small', () => {
    const made = timeline(long);
    assert.ok(made.count > 2000 && made.startsMs.length <= 1025, `${made.count}, ${made.startsMs.length}`);
    assert.ok(JSON.stringify(made).length < 60_000);
  });
});
