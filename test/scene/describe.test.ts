import assert from 'node:assert/strict';
import { formatCount } from '../../src/language/wording';
import { formatDuration, formatRate, formatSize, listOf } from '../../src/scene/formats';
import { hybrid, run } from './scene';

describe('the sentences of a run', () => {
  it('say who asks whom for what, and who is client and server', () => {
    assert.deepEqual(run(hybrid).sentences, [
      'Bob tells what he has.',
      'bob tells napster: I have song.mp3. The file itself stays with bob. bob is the client, napster the server.',
      'napster confirms: bob is now on its list for song.mp3.',
      'alice asks napster where song.mp3 is. alice is the client, napster the server.',
      'napster answers: bob has song.mp3.',
      'alice asks bob for song.mp3. alice is the client, bob the server.',
      'bob sends song.mp3 (4 MB) to alice: a download.',
    ]);
  });

  it('say that an entry is stale', () => {
    const text = hybrid.replace('alice -> napster', 'offline bob\n alice -> napster');
    const { sentences } = run(text);
    assert.ok(sentences.includes('bob goes offline: nobody can reach bob now.'));
    assert.ok(
      sentences.some((sentence) =>
        sentence.includes('But bob is offline, and napster still lists bob: the entry is stale.'),
      ),
      sentences.join('\n'),
    );
  });

  it('say why a step fails, and that the flow ends', () => {
    const { sentences } = run(`${hybrid}\nscenario "down" {\n offline napster\n}`, { scenario: true });
    assert.match(sentences.at(-1) ?? '', /It fails: .*napster is offline.*The flow fails here\./);
  });

  it('do not say that something is done by who cannot do it', () => {
    const last = (steps: string) => run(hybrid.replace('fetch" {', `fetch" {\n${steps}`)).sentences.at(-1);
    const end = 'The flow fails here.';
    assert.equal(last('offline bob'), `bob cannot reach napster: bob is offline. ${end}`);
    assert.equal(last('offline bob\nbob joins music'), `bob cannot join music: bob is offline. ${end}`);
    assert.equal(last('offline bob\nbob fetches "a b"'), `bob cannot fetch “a b”: bob is offline. ${end}`);
    assert.equal(last('alice -> bob : get "x"'), `bob cannot send x to alice: bob does not hold “x”. ${end}`);
    assert.equal(
      last('alice -> bob : "hi" {\n offline napster\n bob -> napster : register "song.mp3"\n}'),
      `bob answers alice with an error: bob could not answer, because napster is offline. ${end}`,
    );
    assert.equal(
      last('alice -> bob : "hi" {\n offline bob\n}'),
      `bob can no longer answer alice: bob is offline. ${end}`,
    );
  });

  it('say how long nothing happens', () => {
    assert.equal(run('host a\nflow "f" {\n wait 90s\n}').sentences[0], 'Time passes: 1 min 30 s.');
  });

  it('say what a lookup does not find', () => {
    const { sentences } = run(hybrid.replace('bob -> napster : register "song.mp3"', ''));
    assert.ok(sentences.some((sentence) => sentence.startsWith('napster knows nobody who has song.mp3.')));
  });

  it('tell uploads and pushes from downloads', () => {
    const { sentences } = run(
      'host a, b\nlink a -- b\nflow "f" {\n a -> b : put "report.odt" 2MB\n b ~> a : "news" 3kB\n}',
    );
    assert.equal(sentences[0], 'a sends report.odt (2 MB) to b: an upload. a is the client, b the server.');
    assert.equal(
      sentences.at(-1),
      'b sends “news” (3 kB) to a without being asked: a push. b is the server, because it provides; a is the client, because it receives.',
    );
  });

  it('count what is under way at the same time', () => {
    const { sentences } = run(
      'host a, b, s\nswitch w\nlink a, b, s -- w\nflow "f" {\n together {\n a -> s : "x" 1MB\n b -> s : "y" 1MB\n }\n}',
    );
    assert.match(sentences[0] ?? '', /At the same time, one other message is under way\.$/);
  });

  it('keep right-to-left names apart from the words around them', () => {
    const { sentences } = run('host שרת, a\nlink שרת -- a\nflow "f" {\n a -> שרת : "hi"\n}');
    assert.ok(sentences[0]?.includes('\u2068שרת\u2069'));
  });
});

describe('quantities', () => {
  it('are written with units after a space', () => {
    assert.deepEqual([0, 999, 14_000, 4e6, 1.25e9].map(formatSize), ['0 B', '999 B', '14 kB', '4 MB', '1.25 GB']);
    assert.deepEqual([56_000, 100e6, 1e9].map(formatRate), ['56 kbps', '100 Mbps', '1 Gbps']);
    assert.deepEqual([0, 0.25, 12.44, 3_240, 65_000, 3_720_000].map(formatDuration), [
      '0 ms',
      '0.25 ms',
      '12.4 ms',
      '3.24 s',
      '1 min 5 s',
      '1 h 2 min',
    ]);
    assert.equal(formatCount(100_000), '100,000');
  });

  it('are lists that stay short', () => {
    assert.equal(listOf(['a']), 'a');
    assert.equal(listOf(['a', 'b', 'c']), 'a, b and c');
    assert.equal(listOf(['a', 'b', 'c', 'd', 'e', 'f']), 'a, b, c and 3 more');
  });
});
