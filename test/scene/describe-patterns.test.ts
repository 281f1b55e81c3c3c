// What the applications of the patterns say to each other of their own accord, in sentences.

import assert from 'node:assert/strict';
import { stepSummaries } from '../../src/scene/steps';
import { run } from './scene';

/** The sentences of the first flow, without who is client and who server. */
function sentences(text: string): readonly string[] {
  return run(text).sentences.map((sentence) =>
    sentence.replace(/ \S+ is the (client|server)\b[^.]*\./, '').replace(/ At the same time.*/, ''),
  );
}

function labels(text: string): readonly string[] {
  return stepSummaries(run(text).trace).map(({ who, what }) => `${who}: ${what}`);
}

describe('the sentences of a search by flooding', () => {
  const line = `
service files uses flooding ttl 3
host ann, bob, carol runs files peer
host dora runs files peer shares "song.mp3" 4MB
link ann, bob, carol, dora over files as line
flow "Search" {
  ann searches "song.mp3"
}
`;

  it('say whose query is passed on, and how far it may go', () => {
    assert.deepEqual(sentences(line).slice(0, 3), [
      'ann asks bob who has song.mp3. It may be passed on 2 more times (TTL 3).',
      'bob passes ann’s query for song.mp3 on to carol. It may be passed on once more (TTL 2).',
      'carol passes ann’s query for song.mp3 on to dora. It may not be passed on any further (TTL 1).',
    ]);
  });

  it('say that the answer goes back the way that the query came, and what is known in the end', () => {
    assert.deepEqual(sentences(line).slice(3), [
      'dora answers carol: I have song.mp3. The answer goes back the way that the query came.',
      'carol passes an answer back to bob: dora has song.mp3.',
      'bob passes an answer back to ann: dora has song.mp3.',
      'ann now knows: dora has song.mp3.',
    ]);
  });

  it('name the client and the server of each hop', () => {
    assert.match(run(line).sentences[1] ?? '', /bob is the client, carol the server\.$/);
  });

  it('say who drops a query because it had it before', () => {
    const ring = line.replace('as line', 'as ring');
    assert.ok(
      sentences(ring).includes(
        'carol passes ann’s query for song.mp3 on to dora. dora has had this query before, so it passes it on no further.',
      ),
      sentences(ring).join('\n'),
    );
  });

  it('keep the searches of two hosts apart', () => {
    const both = line.replace('  ann searches "song.mp3"', '  ann searches "song.mp3"\n  bob searches "song.mp3"');
    const second = sentences(both).filter((sentence) => sentence.includes('bob’s query'));
    assert.equal(second.length, 1);
    assert.ok(second.every((sentence) => !sentence.includes('before')));
  });

  it('say that nobody was found, and who has gone offline since', () => {
    assert.equal(sentences(line.replace('ttl 3', 'ttl 2')).at(-1), 'ann has found nobody who has song.mp3.');
    const leaving = line.replace(
      '  ann searches "song.mp3"',
      '  together {\n    ann searches "song.mp3"\n    ann -> bob : "away?" {\n      wait 35ms\n      offline dora\n    }\n  }',
    );
    assert.equal(
      sentences(leaving).at(-1),
      'ann now knows: dora has song.mp3. But dora is offline by now, and nobody has told ann.',
    );
  });

  it('are labelled in the words of the field', () => {
    assert.deepEqual(labels(line).slice(2, 4), ['carol → dora: query "song.mp3" · TTL 1', 'dora → carol: dora has it']);
    assert.equal(labels(line).at(-1), 'ann: found dora');
  });
});

describe('the sentences of news that spread by gossip', () => {
  const ring = `
service coin uses gossip
host ann, bob, carol, dora runs coin peer
link ann, bob, carol, dora over coin as ring
flow "News" {
  ann publishes "block 1"
}
`;

  it('say who has something new, who is told, and who asks for it', () => {
    assert.deepEqual(sentences(ring).slice(0, 2), [
      'ann has something new: “block 1”.',
      'ann tells its neighbour bob: I have “block 1”. Whoever lacks it asks for it.',
    ]);
    assert.ok(sentences(ring).includes('bob asks ann for “block 1”, because it does not have it yet.'));
  });

  it('say who does not ask, because it has been told before', () => {
    assert.deepEqual(
      sentences(ring).filter((sentence) => sentence.includes('does not ask')),
      [
        'dora tells its neighbour carol: I have “block 1”. carol has it or has asked another for it, so it does not ask.',
      ],
    );
  });

  it('make who announces the server, because it provides', () => {
    assert.match(run(ring).sentences[1] ?? '', /ann is the server, because it provides; bob is the client/);
  });
});

describe('the sentences of a copy nearby', () => {
  const cdn = `
service cdn uses cache
host ann, bob runs cdn client
host edge runs cdn edge
host studio runs cdn origin shares "film.mp4" 40MB
flow "Watch" {
  ann fetches "film.mp4"
  bob fetches "film.mp4"
}
`;

  it('tell a miss from a hit', () => {
    assert.deepEqual(sentences(cdn), [
      'ann asks edge for film.mp4.',
      'edge has no copy of film.mp4 yet, so it asks studio: a cache miss.',
      'studio sends film.mp4 (40 MB) to edge: a download.',
      'edge sends film.mp4 (40 MB) to ann: a download.',
      'bob asks edge for film.mp4.',
      'edge sends film.mp4 (40 MB) to bob: a download. edge has kept a copy, so nobody else is asked: a cache hit.',
    ]);
  });
});

describe('the sentences of a call', () => {
  const call = (machines: string) => `${machines}\nflow "Call" {\n  call ann, ben\n}\n`;
  const signalled = call('service phone uses mesh\nhost meeting runs phone server\nhost ann, ben runs phone peer');
  const direct = call('service phone uses mesh\nhost ann, ben runs phone peer');
  const forwarded = call('service meet uses sfu\nhost zoom runs meet server\nhost ann, ben runs meet client');

  it('say how the two find each other through the server, and that they stream directly', () => {
    assert.deepEqual(sentences(signalled), [
      'ann hands meeting an offer for ben: what it wants to send and receive, and where it can be reached.',
      'meeting confirms to ann that it passes the offer on.',
      'meeting passes ann’s offer on to ben, so that the two can find each other.',
      'ben hands meeting its answer for ann: what it accepts, and where it can be reached.',
      'meeting confirms to ben that it passes the answer on.',
      'meeting passes ben’s answer on to ann. Now the two can reach each other directly.',
      'ann sends ben a stream: what ann says and shows.',
      'ben sends ann a stream: what ben says and shows.',
    ]);
  });

  it('know of a call that needs no server', () => {
    assert.deepEqual(sentences(direct).slice(0, 2), [
      'ann sends ben an offer: what it wants to send and receive, and where it can be reached.',
      'ben answers the offer of ann: what it accepts, and where it can be reached.',
    ]);
    assert.equal(labels(direct)[1], 'ben → ann: answer');
    assert.equal(labels(signalled)[4], 'meeting → ben: passed on');
  });

  it('say whose stream a server forwards, and that it provides it', () => {
    const { sentences: spoken } = run(forwarded);
    assert.match(spoken.at(-1) ?? '', /^zoom passes a stream on to ann: what ben says and shows\. zoom is the server/);
    assert.ok(
      spoken.some((sentence) => /^ann sends zoom a stream: what ann says and shows\. ann is the client/.test(sentence)),
    );
    assert.equal(labels(forwarded).at(-1), 'zoom → ann: stream of ben');
  });
});

describe('the sentences of a chat', () => {
  it('say whose message the server passes on', () => {
    const chat = `
service chat uses relay
host talk runs chat server
host ann, ben runs chat client
flow "Hello" {
  ann, ben join chat
  ann sends "Hello"
}
`;
    assert.equal(sentences(chat).at(-1), 'talk passes ann’s “Hello” on to ben without being asked: a push.');
    assert.ok(sentences(chat).includes('ann sends talk “Hello”, to be passed on.'));
    assert.ok(sentences(chat).includes('talk lets ann take part in chat.'));
  });
});

describe('the sentences of a search by key', () => {
  const hash = `
service ipfs uses dht bucket 2
host peer[4] runs ipfs peer
host ada runs ipfs peer shares "photo.jpg"
flow "Join" {
  peer[1], peer[2] join ipfs
  ada joins ipfs
  offline ada
  peer[1] searches "photo.jpg"
}
`;

  it('say who is to keep the record, and why there', () => {
    const spoken = sentences(hash);
    assert.ok(
      spoken.some((each) =>
        /^The key of photo\.jpg is nearest to those of .*: there the record is kept that ada/.test(each),
      ),
      spoken.join('\n'),
    );
    assert.ok(spoken.some((each) => /^ada tells peer\[\d\]: I have photo\.jpg\. The key of peer/.test(each)));
  });

  it('say that a record is stale', () => {
    assert.ok(
      sentences(hash).some((each) => each.endsWith('ada has photo.jpg. But ada is offline: the record is stale.')),
      sentences(hash).join('\n'),
    );
  });
});

describe('the sentences of a swarm', () => {
  const swarm = `
service torrent uses swarm pieces 3
host tracker runs torrent tracker
host seed runs torrent peer shares "film.mp4" 3MB up 10Mbps
host ann runs torrent peer
flow "Fetch" {
  ann fetches "film.mp4"
  seed leaves torrent
}
`;

  it('say who introduces whom, and how pieces are asked for and sent', () => {
    assert.deepEqual(sentences(swarm).slice(0, 4), [
      'ann tells tracker: I take part in sharing film.mp4.',
      'tracker answers ann: ask seed for pieces of film.mp4.',
      'ann connects to seed (a handshake). Each tells the other which pieces of film.mp4 it has.',
      'seed accepts the connection and tells ann which pieces of film.mp4 it has (a bitfield).',
    ]);
    assert.match(sentences(swarm)[4] ?? '', /^ann asks seed for piece [123] of 3 of film\.mp4\.$/);
    assert.match(sentences(swarm)[5] ?? '', /^seed sends piece [123] of 3 of film\.mp4 \(1 MB\) to ann: a download\.$/);
    assert.match(labels(swarm)[5] ?? '', /^seed → ann: piece [123] · 1 MB$/);
  });

  it('say whom the tracker names in vain', () => {
    const away = run(`${swarm}scenario "away" {\n offline seed\n}`, { scenario: true }).sentences;
    assert.equal(
      away[1],
      'tracker answers ann: ask seed for pieces of film.mp4. But seed is offline, and nobody has told tracker.',
    );
    assert.match(away[2] ?? '', /^ann tries to connect to seed \(a handshake\)\. .* It fails: seed is offline\./);
  });

  it('say who takes part no longer', () => {
    assert.deepEqual(sentences(swarm).slice(-2), [
      'seed tells tracker: I no longer share film.mp4.',
      'tracker confirms to seed that it has noted this.',
    ]);
    assert.equal(labels(swarm).at(-2), 'seed → tracker: announce "film.mp4" · stopped');
  });

  it('count as many pieces as a scenario sets, and as there are bytes for', () => {
    const set = run(`${swarm}scenario "fine" {\n set torrent pieces 5\n}`, { scenario: true }).sentences;
    assert.ok(set.some((sentence) => sentence.includes('piece 5 of 5')));
    const tiny = run(swarm.replace('3MB', '2B')).sentences;
    assert.ok(tiny.some((sentence) => sentence.includes('piece 2 of 2')));
  });
});
