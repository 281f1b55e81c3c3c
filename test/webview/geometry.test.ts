/** Where messages are on their ways, and what is said of them: pure, but the webview's own. */
import assert from 'node:assert/strict';
import type { MovingMessage } from '../../src/scene/scene';
import { beside, distance, poseAt, type Route, routeThrough, spotsAlong } from '../../webview/diagram/geometry';
import { hopsPassed, ownProgress, progressAtHop } from '../../webview/diagram/hops';
import { de } from '../../webview/strings/de';
import { en } from '../../webview/strings/en';

const reach = { side: 10, up: 10, down: 10 };
const middles = [
  { x: 0, y: 0 },
  { x: 100, y: 0 },
  { x: 100, y: 100 },
];

function route(end: Parameters<typeof routeThrough>[2]): Route {
  const found = routeThrough(middles, () => reach, end);
  assert.ok(found);
  return found;
}

describe('a way over the screen', () => {
  it('begins at the edge of the sender, passes the middle of what is between, ends before the receiver', () => {
    assert.deepEqual(route({ standoff: 30 }).stops, [
      { x: 10, y: 0 },
      { x: 100, y: 0 },
      { x: 100, y: 60 },
    ]);
  });

  it('ends before the middle of the last cable where the message is lost', () => {
    const rest = route('lost').stops.at(-1);
    assert.ok(rest && rest.y > 10 && rest.y < 50, JSON.stringify(rest));
  });

  it('does not exist within one node', () => {
    assert.equal(
      routeThrough([{ x: 0, y: 0 }], () => reach, 'lost'),
      undefined,
    );
  });

  it('is passed hop by hop, with the direction of each', () => {
    const way = route({ standoff: 30 });
    assert.deepEqual(poseAt(way, 0.5), { x: 55, y: 0, angle: 0 });
    assert.deepEqual(poseAt(way, 1.5), { x: 100, y: 30, angle: Math.PI / 2 });
    assert.deepEqual(poseAt(way, 2), { x: 100, y: 60, angle: Math.PI / 2 });
  });

  it('is filled by a stream as far as it has come', () => {
    const spots = spotsAlong(route({ standoff: 30 }), 1.5, 10);
    assert.deepEqual(spots[0], { x: 10, y: 0 });
    assert.ok(spots.every(({ x, y }) => x <= 100 && y <= 30));
    assert.equal(spots.length, 12);
  });

  it('leaves room for all that stop at the same node', () => {
    const stops = Array.from({ length: 37 }, (_, place) => beside({ x: 100, y: 0 }, place, 10));
    for (const [place, one] of stops.entries())
      for (const other of stops.slice(place + 1)) assert.ok(distance(one, other) > 20, `${distance(one, other)}`);
  });
});

describe('a message on its way', () => {
  it('stops at each node, and is nowhere twice', () => {
    const passed = Array.from({ length: 1001 }, (_, part) => hopsPassed(part / 1000, 3));
    assert.deepEqual([passed[0], passed[1000]], [0, 3]);
    assert.ok(passed.every((each, place) => each >= (passed[place - 1] ?? 0)));
    for (const node of [1, 2]) assert.ok(passed.filter((each) => each === node).length > 50, `it stops at ${node}`);
    assert.equal(passed.filter((each) => each === 1.5).length <= 1, true);
  });

  it('is at a node when it is stepped there', () => {
    for (const hops of [1, 2, 5])
      for (let hop = 0; hop <= hops; hop += 1) assert.equal(hopsPassed(progressAtHop(hop, hops), hops), hop);
  });

  it('takes as many hops as it has, also where it has none', () => {
    assert.equal(progressAtHop(0, 0), 1);
    assert.equal(hopsPassed(0.5, 0), 0);
  });

  it('is further where it set out earlier, and there where it is quicker', () => {
    const at = (startsAt: number, endsAt: number) =>
      [0, 0.5, 1].map((progress) => ownProgress({ startsAt, endsAt } as MovingMessage, progress));
    assert.deepEqual(at(0, 1), [0, 0.5, 1]);
    assert.deepEqual(at(-1, 1), [0.5, 0.75, 1]);
    assert.deepEqual(at(0, 0.25), [0, 1, 1]);
    assert.deepEqual(at(0, 4), [0, 0.125, 0.25]);
  });
});

describe('what is said of a transfer', () => {
  const film = { size: { value: 20, unit: 'MB' }, rate: { value: 8, unit: 'Mbps' } };

  it('is how much of it has come, and at which rate', () => {
    assert.equal(en.transferred(film, 0.25), '5 of 20 MB · 8 Mbps');
    assert.equal(en.transferred({ ...film, rate: undefined }, 1), '20 of 20 MB');
  });

  it('has parts where the whole is small, written as in the language', () => {
    const song = { size: { value: 4.5, unit: 'MB' }, rate: { value: 1.25, unit: 'Mbps' } };
    assert.equal(en.transferred(song, 0.5), '2.3 of 4.5 MB · 1.25 Mbps');
    assert.equal(de.transferred(song, 0.5), '2,3 von 4,5 MB · 1,25 Mbps');
  });
});
