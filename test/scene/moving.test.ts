/** Where messages are at a step, and how many of them become one. */
import assert from 'node:assert/strict';
import { bundled } from '../../src/scene/bundles';
import type { MovingMessage } from '../../src/scene/scene';
import { hybrid, run } from './scene';

/** The messages of the step whose label is this. */
function at(text: string, label: string, options = {}): readonly MovingMessage[] {
  const { trace, at: frameAt } = run(text, options);
  const frames = trace.steps.map((_, index) => frameAt(index + 1).messages);
  const found = frames.find((messages) => messages[0]?.label.startsWith(label));
  assert.ok(found, `no step ${label}`);
  return found;
}

const star = 'host a, b, c\nswitch s\nlink a, b, c -- s 8Mbps 1ms\n';

describe('a message under way', () => {
  it('takes the whole time of its step, along all nodes of its way', () => {
    const [message] = at(hybrid, 'lookup');
    assert.deepEqual(message?.path, ['alice', 'lan', 'napster']);
    assert.deepEqual([message?.startsAt, message?.endsAt, message?.count], [0, 1, 1]);
  });

  it('that set out before is further on its way, and one that is quicker arrives within the step', () => {
    const text = `${star}flow "f" {\n together {\n  a -> c : put "film" 10MB\n  b -> c : "hi"\n }\n}`;
    const [film, hi] = at(text, 'put "film"');
    assert.deepEqual([film?.current, hi?.current, hi?.label], [true, false, 'hi']);
    assert.deepEqual([hi?.startsAt, (hi?.endsAt ?? 1) < 0.001], [0, true]);
    const [question, other] = at(text, 'hi');
    assert.deepEqual([question?.endsAt, other?.startsAt], [1, 0]);
    assert.ok((other?.endsAt ?? 0) > 1000, 'of the film hardly anything has come');
  });

  it('began before the step where it was sent before', () => {
    const text = `${star}flow "f" {\n together {\n  a -> c : "long" 1MB\n  repeat 2 {\n   b -> c : "short" 100kB\n  }\n }\n}`;
    const { trace, at: frameAt } = run(text);
    const starts = trace.steps.map((_, index) =>
      frameAt(index + 1).messages.flatMap(({ label, current, startsAt }) =>
        label.startsWith('long') && !current ? [startsAt] : [],
      ),
    );
    assert.ok(
      starts.flat().some((startsAt) => startsAt < 0),
      JSON.stringify(starts),
    );
  });

  it('carries its size and the mean rate that it gets', () => {
    const [film] = at(`${star}flow "f" {\n a -> c : put "film" 10MB\n}`, 'put "film"');
    assert.deepEqual(film?.transfer, { size: { value: 10, unit: 'MB' }, rate: { value: 8, unit: 'Mbps' } });
  });

  it('shares its cable with others, so that each gets less', () => {
    const text = `${star}flow "f" {\n together {\n  a -> c : put "x" 10MB\n  b -> c : put "y" 10MB\n }\n}`;
    assert.deepEqual(
      at(text, 'put "x"').map(({ transfer }) => transfer?.rate),
      [
        { value: 4, unit: 'Mbps' },
        { value: 4, unit: 'Mbps' },
      ],
    );
  });

  it('that only asks carries nothing worth a bar', () => {
    assert.equal(at(hybrid, 'lookup')[0]?.transfer, undefined);
  });

  it('of a call is a stream', () => {
    const call = 'service meet uses sfu\nhost hub runs meet server\nhost ann, ben runs meet client\n';
    const streams = at(`${call}flow "f" {\n call ann, ben\n}`, 'stream').filter(({ isStream }) => isStream);
    assert.ok(streams.length > 0);
    assert.ok(at(hybrid, 'lookup').every(({ isStream }) => !isStream));
  });
});

describe('a message that is lost', () => {
  const ways = (text: string) =>
    run(`${text}flow "f" {\n a -> c : "hi"\n}\nscenario "s" {\n SCENARIO\n}`, { scenario: true })
      .at(1)
      .messages.map(({ path, lost }) => [lost, ...path]);

  it('goes towards the node that it does not reach', () => {
    const lost = (fault: string) =>
      run(`${star}flow "f" {\n a -> c : "hi"\n}\nscenario "s" {\n ${fault}\n}`, { scenario: true })
        .at(1)
        .messages.map(({ path, lost }) => ({ path, lost }));
    assert.deepEqual(lost('cut c -- s'), [{ path: ['a', 's', 'c'], lost: true }]);
    assert.deepEqual(lost('cut a -- s'), [{ path: ['a', 's'], lost: true }]);
    assert.deepEqual(lost('offline s'), [{ path: ['a', 's'], lost: true }]);
    assert.deepEqual(lost('offline a'), []);
  });

  it('is on a cable that loses some', () => {
    assert.deepEqual(ways('host a, c\nlink a -- c 1Mbps 1ms loss 100%\n'), [[true, 'a', 'c']]);
  });

  it('stays where no way leads on', () => {
    assert.deepEqual(ways('host a, c, d\nlink c -- d\n'), [[true, 'a']]);
  });

  it('has gone astray long before it is given up', () => {
    const text = `${star}flow "f" {\n together {\n  a -> b : "gone"\n  a -> c : "hi"\n }\n}\nscenario "s" {\n offline b\n}`;
    const [, gone] = at(text, 'hi', { scenario: true });
    assert.deepEqual([gone?.lost, gone?.startsAt], [true, 0]);
    assert.ok((gone?.endsAt ?? 9) <= 1);
  });
});

describe('faults', () => {
  it('tell a cable that is cut from one that leads to a host that is offline', () => {
    const text = `${star}flow "f" {\n a -> b : "hi"\n}\nscenario "s" {\n cut a -- s\n offline c\n}`;
    const { edgesCut, edgesDown } = run(text, { scenario: true }).at(1);
    assert.deepEqual({ edgesCut, edgesDown }, { edgesCut: ['link-0'], edgesDown: ['link-0', 'link-2'] });
  });
});

describe('many messages at once', () => {
  const message = (more: Partial<MovingMessage>): MovingMessage => ({
    ...{ id: 'x', shape: 'data', path: ['a', 's', 'b'], label: 'hi', lost: false, current: false, count: 1 },
    ...{ isStream: false, startsAt: 0, endsAt: 1, transfer: undefined },
    ...more,
  });
  const total = (messages: readonly MovingMessage[]) => messages.reduce((sum, { count }) => sum + count, 0);

  it('that would lie on top of each other are one with a count', () => {
    const three = bundled([message({}), message({ id: 'y' }), message({ path: ['a', 's', 'c'] })]);
    assert.deepEqual(
      three.map(({ path, count }) => [path.at(-1), count]),
      [
        ['b', 2],
        ['c', 1],
      ],
    );
  });

  it('say what they have in common, or nothing', () => {
    assert.equal(bundled([message({}), message({})])[0]?.label, 'hi');
    assert.equal(bundled([message({}), message({ label: 'ho' })])[0]?.label, '');
  });

  it('stay apart while they are few and one is ahead of the other', () => {
    assert.equal(bundled([message({}), message({ startsAt: -0.5 })]).length, 2);
  });

  it('of one way become one in the middle where there are many', () => {
    const crowd = Array.from({ length: 100 }, (_, place) => message({ startsAt: -place / 100 }));
    const [one, ...more] = bundled(crowd);
    assert.deepEqual([one?.count, more.length], [100, 0]);
    assert.ok(Math.abs((one?.startsAt ?? 0) + 0.495) < 1e-9);
  });

  it('are counted on the link on which they are, where their ways differ', () => {
    const crowd = Array.from({ length: 100 }, (_, place) =>
      message({ path: ['a', 's', `b${place}`], ...(place < 70 ? {} : { startsAt: -3, endsAt: 1 }) }),
    );
    const bundles = bundled(crowd);
    assert.deepEqual([bundles[0]?.path, bundles[0]?.count], [['a', 's'], 70]);
    assert.deepEqual(bundles[0] && [bundles[0].startsAt, bundles[0].endsAt], [0, 0.5], 'it leaves that link halfway');
    assert.deepEqual([bundles.length, total(bundles)], [31, 100]);
  });

  it('are all told of in the sentence, and it says how many are drawn', () => {
    const { sentence, messages } = run(`host c\nhost p[1500]\nflow "f" {\n p -> c : "hi"\n}`).at(1);
    assert.match(sentence, /At the same time, 1,499 other messages are under way\. The picture shows 1,000 of them\.$/);
    assert.equal(total(messages), 1001);
  });
});
