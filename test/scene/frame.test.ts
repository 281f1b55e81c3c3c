import assert from 'node:assert/strict';
import { diagram } from '../../src/scene/diagram';
import { frame } from '../../src/scene/frame';
import { layout } from '../../src/scene/layout';
import type { Frame } from '../../src/scene/scene';
import { stepSummaries } from '../../src/scene/steps';
import { hybrid, run, topologyOf } from './scene';

function section(at: Frame, title: string) {
  const found = at.inspector?.sections.find((each) => each.title === title);
  assert.ok(found, `no section ${title}`);
  return found;
}

describe('diagram', () => {
  it('gives each host the shape of its software', () => {
    const topology = topologyOf(`
service music uses index
service web
host napster runs music index
host alice runs music peer
host pc runs web client
host www runs web server
host teacher : both
switch s
router r
cloud c
`);
    const { nodes } = diagram(topology, layout(topology));
    assert.deepEqual(
      nodes.map(({ shape }) => shape),
      ['index', 'peer', 'client', 'server', 'peer', 'switch', 'router', 'cloud'],
    );
    assert.equal(nodes[0]?.description, 'music index');
  });

  it('calls a web server that asks a database a server', () => {
    const topology = topologyOf('service web\nservice sql\nhost shop runs web server, sql client');
    assert.equal(diagram(topology, layout(topology)).nodes[0]?.shape, 'server');
  });

  it('writes on cables only what tells them apart', () => {
    const labels = (text: string) => {
      const topology = topologyOf(text);
      return diagram(topology, layout(topology)).edges.map(({ label }) => label);
    };
    assert.deepEqual(labels('host a, b\nswitch s\nlink a, b -- s 10Mbps'), ['', '']);
    assert.deepEqual(labels('host a, b\nswitch s\nlink a -- s 10Mbps 2ms\nlink b -- s 1Gbps 2ms'), [
      '10 Mbps · 2 ms',
      '1 Gbps · 2 ms',
    ]);
  });

  it('shows who talks to whom where there are no cables', () => {
    const topology = topologyOf('host a, b, c\nflow "f" {\n a -> b, c : "hi"\n}');
    const { edges } = diagram(topology, layout(topology));
    assert.deepEqual(
      edges.map(({ kind, from, to }) => [kind, from, to]),
      [
        ['implied', 'a', 'b'],
        ['implied', 'a', 'c'],
      ],
    );
  });
});

describe('a call without cables', () => {
  const edges = (service: string, kind: string) => {
    const topology = topologyOf(
      `service phone uses ${service}\nhost hub runs phone server\nhost ann, ben runs phone ${kind}\nflow "f" {\n call ann, ben\n}`,
    );
    return diagram(topology, layout(topology)).edges.map(({ from, to }) => `${from} – ${to}`);
  };

  it('is drawn from each to each and to the server that brings them together', () => {
    assert.deepEqual(edges('mesh', 'peer'), ['ann – ben', 'ann – hub', 'ben – hub']);
  });

  it('is drawn through the server that forwards it', () => {
    assert.deepEqual(edges('sfu', 'client'), ['ann – hub', 'ben – hub']);
  });
});

describe('frame', () => {
  it('is before the first step at 0: nothing moves, nobody has a role', () => {
    const at = run(hybrid).at(0);
    assert.equal(at.line, undefined);
    assert.deepEqual(at.messages, []);
    assert.ok(at.nodes.every(({ roleNow, roleSoFar }) => roleNow === undefined && roleSoFar === undefined));
    assert.match(at.sentence, /^Before the first step of “Find and fetch”/);
  });

  it('shows the message on its real path, through the switch', () => {
    const at = run(hybrid).at(4);
    assert.deepEqual(
      at.messages.map(({ path, label, shape, current }) => ({ path, label, shape, current })),
      [{ path: ['alice', 'lan', 'napster'], label: 'lookup "song.mp3"', shape: 'request', current: true }],
    );
  });

  it('marks client and server of the step and remembers the roles so far', () => {
    const { at } = run(hybrid);
    const roles = (position: number) =>
      Object.fromEntries(at(position).nodes.map(({ id, roleNow, roleSoFar }) => [id, [roleNow, roleSoFar]]));
    assert.deepEqual(roles(4), {
      napster: ['server', 'server'],
      alice: ['client', 'client'],
      bob: [undefined, 'client'],
      lan: [undefined, undefined],
    });
    assert.deepEqual(roles(6).bob, ['server', 'both']);
    assert.equal(at(6).nodes.find(({ id }) => id === 'bob')?.roleText, 'client of music · server of music');
  });

  it('keeps within the run, whatever position is asked for', () => {
    const { at, trace } = run(hybrid);
    assert.equal(at(-3).position, 0);
    assert.equal(at(1e9).position, trace.steps.length);
    assert.equal(at(Number.NaN).position, 0);
  });

  it('shows the note that was said last', () => {
    const { at } = run(hybrid);
    assert.deepEqual([at(0).note, at(1).note, at(5).note], ['', 'Bob tells what he has.', 'Bob tells what he has.']);
  });

  it('takes cables down with the node that they lead to', () => {
    const at = run(hybrid.replace('note "Bob tells what he has."', 'offline bob')).at(1);
    assert.equal(at.nodes.find(({ id }) => id === 'bob')?.online, false);
    assert.deepEqual(at.edgesDown, ['link-2']);
  });

  it('draws a message that does not arrive as lost', () => {
    const at = run(`${hybrid}\nscenario "down" {\n offline bob\n}`, { scenario: true }).at(2);
    assert.ok(at.failed);
    assert.ok(at.messages.every(({ lost }) => lost));
  });

  it('sends messages of members to the group that stands for them', () => {
    const { at } = run('host p[400]\nhost s\nswitch w\nlink p, s -- w\nflow "f" {\n p[7] -> s : "hi"\n}');
    assert.deepEqual(at(1).messages[0]?.path, ['p[*]', 'w', 's']);
    assert.equal(at(1).nodes[0]?.roleNow, 'client');
    assert.match(at(1, 'p[*]').inspector?.description ?? '', /400/);
  });

  it('shows a file without a flow', () => {
    const at = frame(topologyOf('host a shares "x" 1MB'), undefined, 0, 'a', []);
    assert.equal(at.count, 0);
    assert.deepEqual(
      section(at, 'Holds').rows.map(({ text, detail }) => [text, detail]),
      [['x', '1 MB']],
    );
  });

  it('has nothing to say of a node that is gone', () => {
    assert.equal(run(hybrid).at(1, 'nobody').inspector, undefined);
  });
});

describe('inspector', () => {
  it('puts declared, possible and taken roles side by side, each with its line', () => {
    const { rows } = section(run(hybrid).at(4, 'alice'), 'Roles');
    const pairs = rows.map(({ text, detail, line }) => [text, detail, line]);
    assert.deepEqual(pairs[0], ['In this step', 'client', 10]);
    assert.deepEqual(pairs[1], ['So far', 'client of music, since step 4 (8 ms)', 10]);
    assert.deepEqual(pairs[2], ['Declared', 'client', 3]);
    assert.deepEqual(pairs[3]?.slice(0, 2), ['Can be', 'client and server']);
    assert.ok(pairs.some(([text, detail]) => text === 'In all flows' && detail === 'client'));
  });

  it('tells since when a host has had which role in this run', () => {
    const { at } = run(hybrid);
    const sofar = (position: number) =>
      section(at(position, 'bob'), 'Roles').rows.flatMap(({ detail, change }) =>
        detail.includes('since') ? [[detail, change === 'added']] : [],
      );
    assert.deepEqual(sofar(1), []);
    assert.deepEqual(sofar(2), [['client of music, since step 2 (0 ms)', true]]);
    assert.deepEqual(sofar(6), [
      ['client of music, since step 2 (0 ms)', false],
      ['server of music, since step 6 (16 ms)', true],
    ]);
  });

  it('adds up what a host has sent and received once the run is over', () => {
    const { at, trace } = run(hybrid);
    const totals = (position: number) =>
      at(position, 'bob').inspector?.sections.find(({ title }) => title === 'In the whole run')?.rows;
    assert.equal(totals(trace.steps.length - 1), undefined);
    assert.deepEqual(
      totals(trace.steps.length)?.map(({ text, detail }) => [text, detail]),
      [
        ['Sent', '2 messages, 4 MB'],
        ['Received', '2 messages'],
        ['Answers given', '1'],
      ],
    );
  });

  it('counts the streams of a call, and says whose they are', () => {
    const { at, trace } = run(
      'service meet uses sfu\nhost zoom runs meet server\nhost ann, ben, cem runs meet client\nflow "f" {\n call ann, ben, cem\n}',
    );
    const streams = (host: string) =>
      section(at(trace.steps.length, host), 'Streams').rows.map(({ text, detail }) => `${text}: ${detail}`);
    assert.deepEqual(streams('ann'), ['Out: 1 stream to zoom', 'In: 2 streams from zoom (of ben and cem)']);
    assert.equal(streams('zoom')[0], 'Out: 6 streams to ben, cem and ann');
    assert.equal(
      at(3, 'ann').inspector?.sections.some(({ title }) => title === 'Streams'),
      false,
    );
  });

  it('counts the pieces that a peer of a swarm has, and marks the one that has just come', () => {
    const { at, trace } = run(
      'service torrent uses swarm pieces 4\nhost tracker runs torrent tracker\nhost seed runs torrent peer shares "film" 4MB\nhost ann runs torrent peer\nflow "f" {\n ann fetches "film"\n}',
    );
    const pieces = trace.steps.filter(({ kind }) => kind === 'piece').map(({ index }) => index + 1);
    const had = (position: number) =>
      section(at(position, 'ann'), 'Pieces').pieces?.map((bar) => [
        bar.had,
        bar.cells.some(({ now }) => now === 'new'),
      ]);
    assert.deepEqual(had((pieces[0] ?? 0) - 1), [[0, false]]);
    assert.deepEqual(had(pieces[0] ?? 0), [[1, true]]);
    assert.deepEqual(had((pieces[1] ?? 0) - 1), [[1, false]]);
    const { rows } = section(at(trace.steps.length, 'ann'), 'Holds');
    assert.deepEqual(
      rows.map(({ detail, change }) => [detail, change]),
      [['4 MB · received', 'added']],
    );
    assert.deepEqual(
      section(at(trace.steps.length, 'tracker'), 'Tracker of torrent').rows.map(({ text, detail }) => [text, detail]),
      [['film', 'seed and ann']],
    );
  });

  it('shows the records that a peer keeps behind what it holds', () => {
    const { at, trace } = run(
      'service ipfs uses dht\nhost peer[3] runs ipfs peer\nhost ada runs ipfs peer shares "photo"\nflow "f" {\n peer[1] fetches "photo"\n}',
    );
    const titles = at(trace.steps.length, 'peer[2]').inspector?.sections.map(({ title }) => title) ?? [];
    assert.ok(titles.indexOf('Records') > titles.indexOf('Holds'), titles.join(', '));
    assert.deepEqual(
      section(at(0, 'peer[2]'), 'Records').rows.map(({ text, detail }) => [text, detail]),
      [['photo', 'ada']],
    );
  });

  it('marks what the step has changed in the index, and only there', () => {
    const { at, trace } = run(hybrid);
    const registered =
      (trace.steps.find(({ changes }) => changes.some(({ kind }) => kind === 'lists'))?.index ?? -1) + 1;
    const rows = (position: number) =>
      section(at(position, 'napster'), 'Index of music').rows.map(({ text, detail, change }) => [text, detail, change]);
    assert.deepEqual(rows(registered - 1), []);
    assert.deepEqual(rows(registered), [['song.mp3', 'bob', 'added']]);
    assert.deepEqual(rows(registered + 1), [['song.mp3', 'bob', undefined]]);
  });

  it('names stale entries', () => {
    const { at } = run(hybrid.replace('alice -> napster', 'offline bob\n alice -> napster'));
    const [row] = section(at(4, 'napster'), 'Index of music').rows;
    assert.deepEqual([row?.detail, row?.mark], ['bob (offline: stale)', 'stale']);
  });

  it('shows a copy that was received', () => {
    const { at, trace } = run(hybrid);
    const { rows } = section(at(trace.steps.length, 'alice'), 'Holds');
    assert.deepEqual(
      rows.map(({ text, detail, change }) => [text, detail, change]),
      [['song.mp3', '4 MB · received', 'added']],
    );
  });
});

describe('list of steps', () => {
  it('has a row for each step, in the words of the file', () => {
    const rows = stepSummaries(run(hybrid).trace).map(({ who, what, shape }) => [who, what, shape]);
    assert.deepEqual(rows, [
      ['', 'Bob tells what he has.', 'note'],
      ['bob → napster', 'register "song.mp3"', 'request'],
      ['napster → bob', 'noted', 'response'],
      ['alice → napster', 'lookup "song.mp3"', 'request'],
      ['napster → alice', 'bob has it', 'response'],
      ['alice → bob', 'get "song.mp3"', 'request'],
      ['bob → alice', 'song.mp3 · 4 MB', 'data'],
    ]);
  });

  it('says in a word or two what is answered and what changes', () => {
    const machines = hybrid.slice(0, hybrid.indexOf('flow'));
    const words = (steps: string) =>
      stepSummaries(run(`${machines}flow "f" {\n${steps}\n}`).trace).map(({ who, what }) => `${who} ${what}`.trim());
    assert.deepEqual(words('bob joins music\nbob leaves music\nwait 10s\nalice -> napster : lookup "song.mp3"'), [
      'bob joins music',
      'bob → napster register "song.mp3"',
      'napster → bob noted',
      'bob leaves music',
      'bob → napster unregister "song.mp3"',
      'napster → bob struck out',
      'wait 10 s',
      'alice → napster lookup "song.mp3"',
      'napster → alice nobody has it',
    ]);
    assert.deepEqual(
      words('cut bob -- lan\nrestore bob -- lan\noffline lan\nonline lan\noffline alice\nalice fetches "x"'),
      [
        'bob – lan link cut',
        'bob – lan link mended',
        'lan goes offline',
        'lan is back online',
        'alice goes offline',
        'alice fetch "x"',
      ],
    );
    assert.equal(words('alice -> bob : get "none"').at(-1), 'bob → alice error');
    const failing = run(`${machines}flow "f" {\nalice -> bob : get "none"\n}`);
    assert.equal(failing.at(2).messages[0]?.shape, 'fault');
  });
});
