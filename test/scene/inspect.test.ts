// What is said of one host at one position: what it serves and knows, why it can and cannot, what the step has changed.

import assert from 'node:assert/strict';
import type { Frame, InspectorRow } from '../../src/scene/scene';
import { hybrid, run } from './scene';

function rows(at: Frame, title: string): readonly InspectorRow[] {
  const titles = at.inspector?.sections.map((section) => section.title) ?? [];
  const found = at.inspector?.sections.find((section) => section.title === title);
  assert.ok(found, `no section ${title} among ${titles.join(', ')}`);
  return found.rows;
}

const inShort = ({ text, detail, change }: InspectorRow) => [text, detail, change];
const why = (at: Frame) => rows(at, 'Why and why not').map(({ detail, mark }) => [detail, mark]);

/** The position of the first step that the test passes on. */
function positionOf(
  { trace }: ReturnType<typeof run>,
  isMeant: (verb: string | undefined, kind: string) => boolean,
): number {
  const step = trace.steps.find(({ verb, kind }) => isMeant(verb, kind));
  assert.ok(step);
  return step.index + 1;
}

const swarm = `
service torrent uses swarm pieces 4 slots 1
host tracker runs torrent tracker
host seed runs torrent peer shares "film" 4MB up 8Mbps
host ann, bo runs torrent peer up 8Mbps
flow "f" {
  ann, bo fetch "film"
}
`;

describe('what a host knows', () => {
  it('are its neighbours, and who has what according to whom, marked when it is told', () => {
    const told = run(hybrid);
    const position = positionOf(told, (verb, kind) => verb === 'lookup' && kind === 'response');
    assert.deepEqual(rows(told.at(position - 1, 'alice'), 'Knows').map(inShort), [
      ['lan', 'cable · 100 Mbps · 2 ms', undefined],
    ]);
    assert.deepEqual(rows(told.at(position, 'alice'), 'Knows').map(inShort), [
      ['lan', 'cable · 100 Mbps · 2 ms', undefined],
      ['song.mp3', 'bob, says napster', 'added'],
    ]);
  });

  it('shows a cable that is cut in this step with what it was before', () => {
    const { at } = run(hybrid.replace('alice -> bob', 'cut alice -- lan\n  alice -> bob'));
    const position = positionOf(
      run(hybrid.replace('alice -> bob', 'cut alice -- lan\n  alice -> bob')),
      (verb) => verb === 'cut',
    );
    const [cable] = rows(at(position, 'alice'), 'Knows');
    assert.deepEqual(
      [cable?.detail, cable?.before, cable?.change],
      ['cable · cut', 'cable · 100 Mbps · 2 ms', 'changed'],
    );
    assert.equal(rows(at(position + 1, 'alice'), 'Knows')[0]?.change, undefined);
  });

  it('marks neither of two connections to the same neighbour without reason', () => {
    const { at } = run(
      'service p2p uses flooding\nhost a, b runs p2p peer shares "x"\nlink a -- b\nlink a -- b over p2p\nflow "f" {\n a searches "x"\n}',
    );
    assert.deepEqual(
      rows(at(1, 'a'), 'Knows').map(({ change }) => change),
      [undefined, undefined],
    );
  });
});

describe('the tables beside a host', () => {
  it('show the index that it uses, with what the step has changed there', () => {
    const { at } = run(hybrid.replace('alice -> bob', 'bob -> napster : unregister "song.mp3"\n  alice -> bob'));
    const struck = run(hybrid.replace('alice -> bob', 'bob -> napster : unregister "song.mp3"\n  alice -> bob'));
    const position =
      struck.trace.steps.filter(({ changes }) => changes.some(({ kind }) => kind === 'unlists'))[0]?.index ?? 0;
    assert.deepEqual(rows(at(position, 'alice'), 'Index of music: napster').map(inShort), [
      ['song.mp3', 'bob', undefined],
    ]);
    assert.deepEqual(rows(at(position + 1, 'alice'), 'Index of music: napster').map(inShort), [
      ['song.mp3', 'bob', 'removed'],
    ]);
    assert.deepEqual(rows(at(position + 2, 'alice'), 'Index of music: napster'), []);
  });

  it('show what the only server of a client has', () => {
    const { at } = run(
      'service web\nhost www runs web server shares "page" 2kB\nhost pc runs web client\nflow "f" {\n pc -> www : get "page"\n}',
    );
    assert.deepEqual(rows(at(1, 'pc'), 'Server of web: www').map(inShort), [['page', '2 kB', undefined]]);
  });
});

describe('what a host serves', () => {
  it('says whether the index lists it', () => {
    const { at, trace } = run(hybrid);
    assert.deepEqual(
      rows(at(0, 'bob'), 'Serves').map(({ detail, mark }) => [detail, mark]),
      [['over music · not listed by napster', 'bad']],
    );
    const last = rows(at(trace.steps.length, 'bob'), 'Serves');
    assert.deepEqual(
      last.map(({ text, detail, mark }) => [text, detail, mark]),
      [['song.mp3', 'over music · listed by napster', undefined]],
    );
  });

  it('is nothing where it only asks', () => {
    const { at } = run(
      'service web\nhost www runs web server\nhost pc runs web client\nflow "f" {\n pc -> www : "GET /"\n}',
    );
    const found = at(1, 'pc').inspector?.sections.find(({ id }) => id === 'serves');
    assert.deepEqual([found?.rows, found?.empty], [[], 'Nothing: it runs no software that answers.']);
    assert.deepEqual(rows(at(1, 'www'), 'Serves').map(inShort), [['requests of web', 'for all that ask', undefined]]);
  });
});

describe('why and why not', () => {
  it('says that an entry is stale', () => {
    const { at } = run(hybrid.replace('alice -> napster', 'offline bob\n  alice -> napster'));
    assert.deepEqual(why(at(4, 'bob')), [
      ['bob is offline, but napster still lists it for song.mp3: the entry is stale.', 'stale'],
    ]);
  });

  it('does not say that a host could serve that nobody can reach', () => {
    const { at } = run(hybrid.replace('alice -> napster', 'offline bob\n  alice -> napster'));
    assert.deepEqual(
      why(at(5, 'bob')).map(([, mark]) => mark),
      ['stale'],
    );
  });

  it('says who can answer a request in the words of its author', () => {
    const { at } = run(
      'service web\nhost www runs web server\nhost pc runs web client\nflow "f" {\n pc -> www : "GET /"\n}',
    );
    assert.deepEqual(why(at(1, 'www')), [['www can answer requests of web: it runs web server.', 'good']]);
    assert.deepEqual(why(at(1, 'pc')), [['pc cannot answer requests of web: it does not run web server.', 'bad']]);
  });

  it('says that a copy nearby is fetched from the origin first', () => {
    const { at } = run(
      'service video uses cache\nhost studio runs video origin shares "film" 1MB\nhost near runs video edge\nhost tv runs video client\nlink tv -- near\nlink near -- studio\nflow "f" {\n tv fetches "film"\n}',
    );
    assert.deepEqual(why(at(1, 'near')), [
      ['near can serve film: it has no copy, but gets one from the origin first.', 'good'],
    ]);
    assert.deepEqual(why(at(1, 'tv')), [['tv cannot serve film: it does not run video edge.', 'bad']]);
  });

  it('says why a host can serve, and that others find it', () => {
    const told = run(hybrid);
    const position = positionOf(told, (verb, kind) => verb === 'get' && kind === 'request');
    assert.deepEqual(why(told.at(position, 'bob')), [
      ['bob can serve song.mp3: it holds it, and runs music peer.', 'good'],
      ['napster lists bob for song.mp3, so others find it.', 'good'],
    ]);
    assert.deepEqual(why(told.at(position, 'alice')), [['alice cannot serve song.mp3: it does not hold it.', 'bad']]);
    assert.deepEqual(why(told.at(position, 'napster')), [
      ['napster can answer who has song.mp3: bob.', 'good'],
      ['napster does not serve song.mp3 itself: it only knows who has it.', 'good'],
    ]);
  });

  it('says that a host has nothing to do with the service, or runs the wrong software', () => {
    const text = `${hybrid}host carol : client runs web client shares "song.mp3" 4MB\nservice web\nlink carol -- lan\n`;
    const told = run(text);
    const position = positionOf(told, (verb, kind) => verb === 'get' && kind === 'request');
    assert.deepEqual(why(told.at(position, 'carol')), [
      ['carol can neither ask for song.mp3 nor serve it: it runs no software of music.', 'bad'],
    ]);
    const web = run(
      'service web\nhost www runs web server shares "page"\nhost pc, tv runs web client\nflow "f" {\n pc -> www : get "page"\n}',
    );
    assert.deepEqual(why(web.at(1, 'tv')), [['tv cannot serve page: it does not run web server.', 'bad']]);
  });

  it('says why the step fails, and that all cables are cut', () => {
    const text = hybrid.replace('alice -> bob', 'cut alice -- lan\n  alice -> bob');
    const { at, trace } = run(text);
    const said = why(at(trace.steps.length, 'alice')).map(([detail]) => detail);
    assert.equal(said[0], 'All cables of alice are cut: it can reach nobody.');
    assert.match(said[1] ?? '', /^This step fails: /);
  });
});

describe('the pieces of a peer', () => {
  const told = run(swarm);
  const bar = (position: number, host = 'ann') =>
    told.at(position, host).inspector?.sections.find(({ id }) => id === 'pieces')?.pieces?.[0];

  it('show which has come in this step, and which are on their way', () => {
    const first = told.trace.steps.find(({ kind, to }) => kind === 'piece' && to === 'ann');
    assert.ok(first);
    const before = bar(first.index);
    assert.equal(before?.cells.filter(({ now }) => now === 'coming').length, 1);
    assert.match(before?.text ?? '', /^0 of 4 pieces; 1 on its way$/);
    const after = bar(first.index + 1);
    assert.deepEqual(after?.cells[first.piece ?? 0], { had: 1, now: 'new' });
    assert.match(after?.text ?? '', new RegExp(`^1 of 4 pieces; piece ${(first.piece ?? 0) + 1} is new`));
    assert.equal(bar(told.trace.steps.length)?.had, 4);
  });

  it('are on their way only until they are there', () => {
    for (let position = 1; position <= told.trace.steps.length; position += 1) {
      const coming = bar(position)?.cells.filter(({ now }) => now === 'coming') ?? [];
      assert.ok(
        coming.every(({ had }) => had === 0),
        `at ${position}`,
      );
    }
  });

  it('say which of those that it lacks are rarest, and how many have them', () => {
    const spread = told.trace.steps.filter(({ kind, to }) => kind === 'piece' && to === 'bo')[0];
    assert.ok(spread);
    const shown = bar(spread.index + 1);
    const common = shown?.cells[spread.piece ?? 0];
    assert.notEqual(common?.now, 'rarest');
    assert.match(shown?.rarest ?? '', /^Rarest of those that it lacks: pieces? [\d, and]+ \(1 peer\)\.$/);
  });

  it('share cells where there are thousands', () => {
    const many = run(
      swarm.replace('pieces 4', 'pieces 3000').replace('4MB', '3MB').replace('ann, bo fetch', 'ann fetches'),
    );
    const { length } = many.trace.steps;
    const shown = many.at(length, 'ann').inspector?.sections.find(({ id }) => id === 'pieces')?.pieces?.[0];
    assert.deepEqual([shown?.cells.length, shown?.piecesInCell, shown?.had], [100, 30, 3000]);
    const half = many.trace.steps.filter(({ kind }) => kind === 'piece')[1499]?.index ?? 0;
    const cells =
      many.at(half + 1, 'ann').inspector?.sections.find(({ id }) => id === 'pieces')?.pieces?.[0]?.cells ?? [];
    const had = cells.reduce((sum, cell) => sum + cell.had * 30, 0);
    assert.ok(Math.abs(had - 1500) < 1e-6, String(had));
  });

  it('are told of each node, in a few cells', () => {
    const { nodes } = told.at(told.trace.steps.length);
    const piecesOf = (id: string) => nodes.find((node) => node.id === id)?.pieces;
    assert.deepEqual(piecesOf('ann'), { had: 4, total: 4, cells: [1, 1, 1, 1] });
    assert.equal(piecesOf('tracker'), undefined);
    assert.equal(told.at(1).nodes.find(({ id }) => id === 'ann')?.pieces, undefined);
  });
});

describe('the routing table of a peer', () => {
  const text = `
service ipfs uses dht bucket 3
host node[8] runs ipfs peer
host ada runs ipfs peer shares "photo" 1MB
flow "f" {
  node[1..8] joins ipfs
  ada joins ipfs
  node[3] fetches "photo"
}
`;
  const names = (row: InspectorRow) => row.detail;

  it('is empty before somebody joins, and grows with the messages that come', () => {
    const { at, trace } = run(text);
    assert.deepEqual(rows(at(0, 'node[1]'), 'Routing table of ipfs'), []);
    const said = rows(at(trace.steps.length, 'node[1]'), 'Routing table of ipfs').map(names).join(' ');
    assert.match(said, /node\[/);
    const marked = Array.from({ length: trace.steps.length }, (_, step) => at(step + 1, 'node[1]')).filter((frame) =>
      rows(frame, 'Routing table of ipfs').some(({ change }) => change !== undefined),
    );
    assert.ok(marked.length > 0);
  });

  it('is full from the start where the network has run for long', () => {
    const { at } = run(
      'service ipfs uses dht bucket 3\nhost node[8] runs ipfs peer shares "photo" 1MB\nflow "f" {\n node[3] searches "photo"\n}',
    );
    const said = rows(at(0, 'node[1]'), 'Routing table of ipfs');
    assert.ok(said.length > 0);
    assert.ok(said.every(({ text }) => /^(first bit differs|\d+ bits? the same)$/.test(text)));
  });
});

describe('a group that is drawn as one', () => {
  it('names the member that takes part in the step, with its role', () => {
    const { at } = run('host p[400]\nhost s\nflow "f" {\n p[7] -> s : "hi"\n}');
    assert.deepEqual(rows(at(1, 'p[*]'), 'Members').map(inShort), [
      ['p[7]', 'client', undefined],
      ['Online', '400 of 400', undefined],
      ['Taking part so far', '1 of 400', 'changed'],
    ]);
  });
});

describe('while nobody is selected', () => {
  it('client and server of the step are shown in short, the client first', () => {
    const told = run(hybrid);
    const position = positionOf(told, (verb, kind) => verb === 'lookup' && kind === 'response');
    const { participants, inspector } = told.at(position);
    assert.equal(inspector, undefined);
    assert.deepEqual(
      participants.map(({ title }) => title),
      ['alice', 'napster'],
    );
    const [alice, napster] = participants.map(({ sections }) => sections[0]?.rows ?? []);
    assert.deepEqual(alice?.[0] && inShort(alice[0]), ['In this step', 'client', undefined]);
    assert.ok(
      alice?.some(
        ({ heading, detail, change }) => heading === 'Knows' && detail === 'bob, says napster' && change === 'added',
      ),
    );
    assert.ok(napster?.some(({ heading, text }) => heading === 'Index of music' && text === 'song.mp3'));
  });

  it('nobody is shown before the first step', () => {
    assert.deepEqual(run(hybrid).at(0).participants, []);
  });
});
