import assert from 'node:assert/strict';
import { mistaken, sharing } from './sample';
import { runResult } from './shapes';
import { type Folder, folderWith } from './topo';

interface Run {
  readonly flow: string;
  readonly scenario: string | null;
  readonly seed: number;
  readonly outcome: string;
  readonly why: string | null;
  readonly endTime: number;
  readonly messages: unknown;
  readonly steps: readonly {
    kind: string;
    from: string;
    to: string;
    line: number;
    size: number | null;
    cause: number | null;
  }[];
  readonly hosts: readonly {
    host: string;
    role: string;
    bytesSent: number;
    bytesReceived: number;
    requestsServed: number;
  }[];
  readonly index: unknown;
}

const meeting = `service meet uses sfu
host zoom runs meet server
host ann, ben, cem runs meet client
flow "Call" {
  call ann, ben, cem
}
`;

describe('topo run', () => {
  let folder: Folder;
  before(() => {
    folder = folderWith({ 'sharing.topo': sharing, 'mistaken.topo': mistaken, 'meeting.topo': meeting });
  });
  after(() => folder.remove());
  const run = (...args: string[]) => folder.json(['run', 'sharing.topo', ...args]) as Run;

  it('shows every step with time, who, what and a sentence, and what is left in the end', () => {
    const { code, out } = folder.topo(['run', 'sharing.topo', '--flow', 'Find and fetch']);
    assert.equal(code, 0);
    const lines = out.split('\n');
    assert.equal(lines[0], '“Find and fetch”, seed 1');
    assert.match(lines[2] ?? '', /^ +at +who +what$/);
    assert.match(
      out,
      /\n3 +8 ms {2}alice → napster {2}lookup "song\.mp3"\n {3}alice asks napster where song\.mp3 is\./,
    );
    assert.match(out, /\nCompleted after 344 ms, 6 messages sent\.\n/);
    assert.match(out, /\nalice +client +0 B +4 MB +0\n/);
    assert.match(out, /\nnapster +song\.mp3 +bob\n$/);
  });

  it('counts the streams of those who take part in a call, and only then', () => {
    const { out } = folder.topo(['run', 'meeting.topo']);
    assert.match(out, /\nhost +role +sent +received +answers given +streams out +in\n/);
    assert.match(out, /\nzoom +server +0 B +0 B +3 +6 +3\nann +client +0 B +0 B +0 +1 +2\n/);
    assert.doesNotMatch(folder.topo(['run', 'sharing.topo', '--flow', 'Find and fetch']).out, /streams/);
  });

  it('gives JSON with every member of the contract', () => {
    for (const flow of ['Find and fetch', 'Bob has gone']) runResult(run('--flow', flow), flow);
  });

  it('gives what happened in JSON: lines from 1, times in ms, sizes in bytes', () => {
    const { flow, scenario, seed, outcome, messages, steps, hosts, index, endTime } = run('--flow', 'Find and fetch');
    assert.deepEqual([flow, scenario, seed, outcome], ['Find and fetch', null, 1, 'completed']);
    assert.deepEqual(messages, { total: 6, byKind: { request: 3, response: 2, data: 1 } });
    const { from, to, line, size, cause } = steps[5] ?? assert.fail();
    assert.deepEqual([from, to, line, size, cause], ['bob', 'alice', 11, 4_000_000, 4]);
    assert.equal(endTime, 344);
    const { role, bytesSent, bytesReceived, requestsServed } = hosts[2] ?? assert.fail();
    assert.deepEqual([role, bytesSent, bytesReceived, requestsServed], ['both', 4_000_000, 0, 1]);
    assert.deepEqual(index, [{ host: 'napster', resource: 'song.mp3', listed: ['bob'], stale: [] }]);
  });

  it('tells which entries of an index are stale in the end', () => {
    assert.deepEqual(run('--flow', 'Bob has gone').index, [
      { host: 'napster', resource: 'song.mp3', listed: ['bob'], stale: ['bob'] },
    ]);
    assert.match(folder.topo(['run', 'sharing.topo', '--flow', 'Bob has gone']).out, /bob \(offline: bob\)\n$/);
  });

  it('runs the first flow where none is named, and says on stderr which others there are', () => {
    const { code, out, err } = folder.topo(['run', 'sharing.topo', '--format', 'json']);
    assert.equal(code, 0);
    assert.equal(JSON.parse(out).flow, 'Find and fetch');
    const expected =
      'topo: this is “Find and fetch”, the first flow of sharing.topo; choose another with --flow: “Bob has gone”\n';
    assert.equal(err, expected);
    assert.equal(folder.topo(['run', 'mistaken.topo']).err.includes('first flow'), false);
  });

  it('ends with 0 when a flow fails, because it was run, and says why', () => {
    const { outcome, why, scenario } = run('--flow', 'Find and fetch', '--scenario', 'index is down');
    assert.deepEqual([outcome, scenario], ['failed', 'index is down']);
    assert.match(why ?? '', /napster is offline/);
    const { code, out } = folder.topo([
      'run',
      'sharing.topo',
      '--flow',
      'Find and fetch',
      '--scenario',
      'index is down',
    ]);
    assert.equal(code, 0);
    assert.match(out, /“Find and fetch” when “index is down”, seed 1\n/);
    assert.match(out, / ✗\n.+It fails: napster is offline\./);
    assert.match(out, /\nFailed after .+: .*napster is offline/);
  });

  it('gives the same to the byte for the same seed, which it takes', () => {
    const [once, again] = [1, 2].map(() => folder.topo(['run', 'sharing.topo', '--seed', '7', '--format', 'json']).out);
    assert.equal(once, again);
    assert.equal(JSON.parse(once ?? '').seed, 7);
  });

  it('stops at --until and says so', () => {
    const { endTime, why } = run('--flow', 'Find and fetch', '--until', '10ms');
    assert.equal(endTime, 10);
    assert.match(why ?? '', /stopped at 10 ms/);
    assert.match(
      folder.topo(['run', 'sharing.topo', '--until', '10ms']).out,
      /\nStopped after 10 ms, 2 messages sent: /,
    );
  });

  it('runs what it understands of a file with errors, shows them on stderr, and ends with 1', () => {
    const { code, out, err } = folder.topo(['run', 'mistaken.topo', '--format', 'json']);
    assert.equal(code, 1);
    assert.match(err, /^mistaken\.topo:4:11 error unknown-host/);
    assert.equal(JSON.parse(out).messages.total, 2);
  });

  it('stops a flow that is too large, says so, and ends with 1', () => {
    const large = folderWith({ 'large.topo': 'host a\nflow "All" {\n  repeat 1000000000 {\n  }\n}\n' });
    const { code, out } = large.topo(['run', 'large.topo', '--format', 'json']);
    large.remove();
    assert.equal(code, 1);
    assert.match((JSON.parse(out) as Run).why ?? '', /“All” was stopped because it takes too long/);
  });
});
