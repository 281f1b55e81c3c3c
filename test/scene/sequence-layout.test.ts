import assert from 'node:assert/strict';
import { drawn } from '../../src/scene/drawn';
import type { StepSummary } from '../../src/scene/scene';
import { sequenceOf } from '../../src/scene/sequence';
import { type Arrow, arrowOf } from '../../src/scene/sequence-arrows';
import { countLines, layoutSequence, rowsBetween, type SequenceLayout } from '../../src/scene/sequence-layout';
import { stepSummaries } from '../../src/scene/steps';
import { hybrid, run } from './scene';

/** Each letter is as wide as any other. */
const textWidth = (text: string) => text.length * 6;

interface Wishes {
  readonly width?: number;
  readonly keep?: (row: StepSummary) => boolean;
}

function layout(text: string, { width = 700, keep = () => true }: Wishes = {}): SequenceLayout {
  const { topology, trace } = run(text);
  const network = drawn(topology);
  const rows = stepSummaries(trace, 0, trace.steps.length, network.idOf).filter(keep);
  const isNarrow = width < 440;
  return layoutSequence(rows, sequenceOf(network, trace).lifeLines, { width, gutter: 90, textWidth, isNarrow });
}

function arrows(made: SequenceLayout): (Arrow | undefined)[] {
  return made.rows.map((_, place) => arrowOf(made, place, made.activations));
}

const nested = `
host browser
host web : both
host database
link browser, web, database -- web 10Mbps 5ms
flow "f" {
  browser -> web : "page" replies "here" {
    web -> database : "query" replies "rows"
  }
}`;

const together = `
host a
host b
host c
switch lan
link a, b, c -- lan 10Mbps 5ms
flow "f" {
  together {
    a -> c : "one"
    b -> c : "two"
  }
}`;

describe('a sequence diagram', () => {
  it('has its life lines from left to right, with room for heads and words', () => {
    const { columns } = layout(hybrid);
    assert.deepEqual(
      columns.map(({ line }) => line.id),
      ['alice', 'bob', 'napster'],
    );
    columns.slice(1).forEach((column, place) => {
      const before = columns[place];
      assert.ok(before && column.x - column.headWidth / 2 >= before.x + before.headWidth / 2, 'heads do not touch');
    });
  });

  it('fills the room that it has, and is wider where it has too little', () => {
    const rightmost = ({ columns }: SequenceLayout) => columns.at(-1)?.x ?? 0;
    assert.ok(rightmost(layout(hybrid, { width: 700 })) > rightmost(layout(hybrid, { width: 450 })));
    assert.ok(layout(hybrid, { width: 700 }).width === 700);
    assert.ok(layout(hybrid, { width: 200 }).width > 200);
  });

  it('has its rows one below the other, each message within reach of its own', () => {
    const { rows, tops, leaves, arrives } = layout(hybrid);
    rows.forEach((_, place) => {
      const [top = 0, bottom = 0] = [tops[place], tops[place + 1]];
      assert.ok(bottom - top >= 30, 'each row can be read and hit');
      assert.ok((leaves[place] ?? 0) > top && (arrives[place] ?? 0) < bottom, 'sequential messages stay in their rows');
    });
  });

  it('lets what overlaps in time overlap in height', () => {
    const { leaves, arrives, slow } = layout(together);
    const [first = 0, second = 0] = arrives;
    assert.ok(first > (leaves[1] ?? 0), 'the first arrives after the second has left');
    assert.equal(first, second, 'they arrive at the same moment');
    assert.ok((leaves[2] ?? 0) > first, 'the answers leave after that');
    assert.deepEqual(slow, [0, 2], 'those that are under way beyond their rows');
  });

  it('gives a note as many lines as it needs, and a long word on an arrow no more than two', () => {
    const withNote = (words: string) => hybrid.replace('Bob tells what he has.', words);
    const heightOf = ({ tops }: SequenceLayout) => (tops[1] ?? 0) - (tops[0] ?? 0);
    assert.ok(heightOf(layout(withNote('word '.repeat(60)))) > heightOf(layout(withNote('word'))) * 2);
    const tall = layout(hybrid.replace('"song.mp3"', `"${'very long name '.repeat(20)}"`), { width: 500 });
    assert.ok((tall.tops[2] ?? 0) - (tall.tops[1] ?? 0) < 60);
  });

  it('counts lines: words are kept whole where they fit', () => {
    assert.equal(countLines('aaa bbb', 42, textWidth), 1);
    assert.equal(countLines('aaa bbb', 41, textWidth), 2);
    assert.equal(countLines('aaaaaaaaaa', 30, textWidth), 2);
    assert.equal(countLines('', 30, textWidth), 1);
  });

  it('draws requests solid with a full head, answers dashed with an open one, both along their direction', () => {
    const [, request, answer] = arrows(layout(hybrid));
    assert.deepEqual([request?.head, request?.isDashed, answer?.head, answer?.isDashed], ['full', false, 'open', true]);
    const [from, to] = [request?.points[0], request?.points.at(-1)];
    assert.ok(from && to && from.x < to.x && from.y < to.y, 'from bob to napster, downwards: time passes');
  });

  it('draws what expects no answer with an open head', () => {
    const chat =
      'host zoom : server runs meet server\nservice meet uses sfu\nhost ann, ben runs meet client\nflow "f" {\n call ann, ben\n}';
    const made = layout(chat);
    const streams = made.rows.flatMap(({ shape }, place) => (shape === 'push' ? [arrows(made)[place]?.head] : []));
    assert.ok(streams.length > 0 && streams.every((head) => head === 'open'));
  });

  it('lets a lost message end in a cross before it has arrived', () => {
    const lost = hybrid.replace('alice -> bob', 'offline bob\n alice -> bob');
    const made = layout(lost);
    const arrow = arrows(made).at(-1);
    const [alice, bob] = [made.columnOf.get('alice')?.x ?? 0, made.columnOf.get('bob')?.x ?? 0];
    const end = arrow?.points.at(-1)?.x ?? 0;
    assert.equal(arrow?.head, 'cross');
    assert.ok(end > alice && end < bob - 10);
  });

  it('draws what somebody does alone as a loop to the same life line', () => {
    const joins = `${hybrid.slice(0, hybrid.indexOf('flow'))}flow "f" {\n bob joins music\n}`;
    const made = layout(joins);
    const [loop] = arrows(made);
    assert.equal(loop?.points[0]?.x, loop?.points.at(-1)?.x);
    assert.ok((loop?.points[1]?.x ?? 0) > (loop?.points[0]?.x ?? 0));
  });

  it('leaves notes and pauses without an arrow', () => {
    const made = layout(hybrid.replace('alice -> bob', 'wait 1s\n alice -> bob'));
    const without = made.rows.filter((_, place) => arrows(made)[place] === undefined).map(({ what }) => what);
    assert.deepEqual(without, ['Bob tells what he has.', 'wait 1 s']);
  });
});

describe('activations', () => {
  it('begin when a request arrives and end when its answer leaves, nested ones within', () => {
    const { activations, arrives, leaves } = layout(nested);
    const [web, database] = activations;
    assert.deepEqual([web?.id, database?.id], ['web', 'database']);
    assert.equal(web?.top, arrives[0]);
    assert.equal(web?.bottom, leaves[3]);
    assert.ok(web && database && database.top > web.top && database.bottom < web.bottom);
  });

  it('lie beside each other where a host answers several at once', () => {
    const { activations } = layout(
      together.replaceAll('"one"', 'get "x"').replaceAll('"two"', 'get "x"').replace('host c', 'host c shares "x"'),
    );
    assert.deepEqual(
      activations.map(({ id, depth }) => [id, depth]),
      [
        ['c', 0],
        ['c', 1],
      ],
    );
  });

  it('are where arrows end: at their edge, not in their middle', () => {
    const made = layout(nested);
    const x = made.columnOf.get('web')?.x ?? 0;
    const [request, query] = arrows(made);
    assert.ok((request?.points.at(-1)?.x ?? x) < x, 'from the left');
    assert.ok((query?.points[0]?.x ?? x) > x, 'to the right');
  });

  it('are left out where the request has no row', () => {
    assert.deepEqual(layout(nested, { keep: ({ isReply }) => isReply }).activations, []);
  });
});

describe('a long sequence', () => {
  const crowd = `
host server
${Array.from({ length: 11 }, (_, each) => `host p${each}`).join('\n')}
switch lan
link server, ${Array.from({ length: 11 }, (_, each) => `p${each}`).join(', ')} -- lan 10Mbps 5ms
flow "f" {
  together {
${Array.from({ length: 11 }, (_, each) => `    p${each} -> server : "hi"`).join('\n')}
  }
}`;

  it('finds the rows between two heights, and what is under way there', () => {
    const made = layout(crowd);
    const [top = 0, bottom = 0] = [made.tops[8], made.tops[10]];
    const { first, last, passing } = rowsBetween(made, top + 1, bottom - 1);
    assert.deepEqual([first, last], [8, 10]);
    assert.deepEqual(passing, [0, 1, 2, 3, 4, 5, 6, 7], 'all of the first eleven arrive below');
  });

  it('leads what is under way for long beside the life line of who gets it, each in a lane of its own', () => {
    const made = layout(crowd);
    const longest = arrows(made)[0]?.points ?? [];
    assert.equal(longest.length, 4);
    assert.equal(longest[1]?.x, longest[2]?.x, 'straight down');
    const second = arrows(made)[1]?.points ?? [];
    assert.notEqual(longest[1]?.x, second[1]?.x);
  });

  it('has few activations and lanes, however many messages are under way', () => {
    const pairs = Array.from({ length: 12 }, (_, each) => `p${each % 11} -> server : get "x"`).join('\n');
    const made = layout(crowd.replace('host server', 'host server shares "x"').replace(/p0 -> [^}]*/, pairs));
    const atOnce = made.activations.filter(({ id }) => id === 'server');
    assert.ok(made.rows.length > 20 && atOnce.length <= 4, `${atOnce.length} of ${made.rows.length} rows`);
    assert.equal(
      Math.max(...atOnce.map(({ bottom }) => bottom)),
      Math.max(...made.rows.map(({ isReply }, place) => (isReply ? (made.leaves[place] ?? 0) : 0))),
    );
    assert.ok(Math.max(...made.lanes.values()) < 6);
  });

  it('keeps the order of time where a filter hides steps', () => {
    const made = layout(crowd, { keep: ({ index }) => index % 3 === 0 });
    made.rows.forEach((row, place) => {
      const arrives = made.arrives[place] ?? 0;
      const after = made.rows.findIndex(({ startMs }) => startMs >= row.endMs);
      if (after >= 0) assert.ok(arrives <= (made.leaves[after] ?? 0), `${row.index}`);
    });
  });
});
