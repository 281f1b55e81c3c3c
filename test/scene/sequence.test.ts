import assert from 'node:assert/strict';
import { drawn } from '../../src/scene/drawn';
import { sequenceOf } from '../../src/scene/sequence';
import { stepSummaries } from '../../src/scene/steps';
import { hybrid, run } from './scene';

const machines = hybrid.slice(0, hybrid.indexOf('flow'));

function lifeLines(text: string): readonly string[] {
  const { topology, trace } = run(text);
  return sequenceOf(drawn(topology), trace).lifeLines.map(({ id }) => id);
}

function outages(text: string, scenario = false) {
  const { topology, trace } = run(text, { scenario });
  return sequenceOf(drawn(topology), trace).outages;
}

describe('life lines', () => {
  it('stand from who only asks to who only answers, whatever the order of the file', () => {
    assert.deepEqual(lifeLines(hybrid), ['alice', 'bob', 'napster']);
  });

  it('are in the order of the file where the roles are alike', () => {
    const peers = 'host zoe\nhost ann\nhost ben\nlink zoe, ann, ben -- ann\n';
    assert.deepEqual(
      lifeLines('host zoe\nhost ann\nflow "f" {\n zoe -> ann : "hi"\n ann -> zoe : "hi"\n}'),
      ['zoe', 'ann'],
      peers,
    );
  });

  it('are those of hosts that take part, and of no device', () => {
    const flow = 'flow "f" {\n offline lan\n online lan\n alice -> napster : lookup "x"\n}';
    assert.deepEqual(lifeLines(`${machines}${flow}`), ['alice', 'napster']);
  });

  it('are one for a group that is drawn as one node', () => {
    const crowd =
      'service web uses request\nhost web : server runs web server\nhost pupil[400] : client runs web client\n';
    assert.deepEqual(lifeLines(`${crowd}flow "f" {\n pupil -> web : get "x"\n}`), ['pupil[*]', 'web']);
  });

  it('know from which step to which one their host is offline', () => {
    const flow = 'flow "f" {\n bob -> napster : register "song.mp3"\n offline bob\n wait 1s\n online bob\n}';
    const { topology, trace } = run(`${machines}${flow}`);
    const [from, until] = trace.steps.filter(({ kind }) => kind === 'fault').map(({ index }) => index);
    assert.deepEqual(sequenceOf(drawn(topology), trace).outages, [{ id: 'bob', from, until }]);
  });

  it('begin offline where the scenario says so', () => {
    const text = `${hybrid}scenario "s" {\n offline bob\n}`;
    assert.deepEqual(outages(text, true), [{ id: 'bob', from: -1, until: undefined }]);
    assert.deepEqual(outages(text), []);
  });

  it('of a group are offline only when all of its members are', () => {
    const crowd = 'host web : server\nhost pupil[400] : client\n';
    assert.deepEqual(outages(`${crowd}flow "f" {\n pupil -> web : "hi"\n offline pupil[1]\n}`), []);
    const all = outages(`${crowd}flow "f" {\n offline pupil[*]\n}`);
    assert.deepEqual(
      all.map(({ id, until }) => [id, until]),
      [['pupil[*]', undefined]],
    );
  });
});

describe('rows', () => {
  const rows = (steps: string) => stepSummaries(run(`${machines}flow "f" {\n${steps}\n}`).trace);

  it('know what they answer', () => {
    const [asked, answered] = rows('alice -> napster : lookup "x"');
    assert.deepEqual([asked?.isReply, answered?.isReply, answered?.cause], [false, true, 0]);
    const [get, data] = stepSummaries(run(hybrid).trace).slice(-2);
    assert.deepEqual([get?.isReply, data?.isReply, data?.cause], [false, true, get?.index]);
  });

  it('know how many steps have begun when they end: messages that overlap in time', () => {
    const both = rows('together {\nalice -> napster : lookup "x"\nbob -> napster : lookup "x"\n}');
    assert.deepEqual(
      both.map(({ begunByEnd }) => begunByEnd),
      [2, 2, 4, 4],
    );
    assert.deepEqual(
      rows('alice -> napster : lookup "x"').map(({ begunByEnd }) => begunByEnd),
      [1, 2],
    );
  });

  it('know whether the message arrives, is lost or is not even sent', () => {
    const fates = (steps: string) => rows(steps).map(({ fate }) => fate);
    assert.deepEqual(fates('alice -> napster : lookup "x"'), ['arrived', 'arrived']);
    assert.deepEqual(fates('offline bob\nalice -> bob : get "song.mp3"'), ['arrived', 'lost']);
    assert.deepEqual(fates('alice -> bob : get "none"'), ['arrived', 'arrived'], 'an answer that is an error arrives');
    assert.deepEqual(fates('offline alice\nalice -> bob : get "song.mp3"').slice(1, 2), ['unsent']);
  });
});
