import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { check } from '../src/analysis/check';
import { gradeOf } from '../src/analysis/grading';
import type { Architecture } from '../src/language/topology';

const read = (path: string): string => readFileSync(path, 'utf8');
const examples = readdirSync('examples').filter((name) => name.endsWith('.topo'));

/** What each example is there to show. A new example is added here. */
const shows: Readonly<Record<string, { readonly architecture: Architecture; readonly text: readonly RegExp[] }>> = {
  'exercise-first-steps.topo': {
    architecture: 'hybrid',
    text: [/^ {2}hint /m, /points 2 expect lookup/, /otherwise "Who has/, /ask "[^"]+" server\n/, /ask "[^"]+"\n/],
  },
  'web-page.topo': { architecture: 'client-server', text: [/runs web client/, /runs sql server/, /put "photo\.jpg"/] },
  'web-request.topo': { architecture: 'client-server', text: [/over dns/, /"SYN"/, /SELECT/, /7\. The browser draws/] },
  'rest-api.topo': { architecture: 'client-server', text: [/"GET \/lists/, /"POST \/lists/, /login/] },
  'microservices.topo': { architecture: 'client-server', text: [/runs orders server, stock client, payment client/] },
  'email.topo': { architecture: 'client-server', text: [/Any unread mail/, /login/] },
  'chat-room.topo': { architecture: 'client-server', text: [/uses relay/, /user\[1000\]/, /sends "Hello"/] },
  'messenger.topo': { architecture: 'client-server', text: [/uses relay/, /sends "online"/, /sends "typing"/] },
  'video-streaming.topo': {
    architecture: 'client-server',
    text: [/viewer\[8\]/, /studio ~> viewer/, /offline studio/],
  },
  'cdn.topo': { architecture: 'client-server', text: [/uses cache/, /video edge/] },
  'home-server.topo': { architecture: 'client-server', text: [/files server, web server, mail server/, /together/] },
  'many-clients.topo': { architecture: 'client-server', text: [/mail client, web client, music client/, /together/] },
  'two-computers.topo': { architecture: 'peer-to-peer', text: [/link anna -- ben/, /over printing/] },
  'three-computers.topo': { architecture: 'peer-to-peer', text: [/switch/, /offline clara/] },
  'busy-peer.topo': { architecture: 'hybrid', text: [/Anna works and serves/, /dedicated server/] },
  'small-office.topo': { architecture: 'hybrid', text: [/pc -> pc : login/, /pc -> server : login/] },
  'hybrid-music.topo': { architecture: 'hybrid', text: [/uses index/, /offline bob/, /fetches/] },
  'direct-connect.topo': { architecture: 'hybrid', text: [/uses index/, /hub closes/] },
  'edonkey.topo': { architecture: 'hybrid', text: [/uses index/, /offline serverA, serverB/] },
  'gnutella.topo': { architecture: 'peer-to-peer', text: [/uses flooding/, /over gnutella/, /set gnutella ttl 2/] },
  'bittorrent.topo': { architecture: 'hybrid', text: [/uses swarm/, /film\.torrent/, /offline seed/] },
  'game-update.topo': { architecture: 'hybrid', text: [/uses swarm/, /\$50 million/, /fetch "update" over shop/] },
  'lone-seed.topo': { architecture: 'hybrid', text: [/uses swarm/, /offline grandpa/] },
  'freenet.topo': { architecture: 'peer-to-peer', text: [/uses dht/, /publishes/] },
  'ipfs.topo': { architecture: 'peer-to-peer', text: [/uses dht/, /offline rosa, samir/] },
  'bitcoin.topo': { architecture: 'peer-to-peer', text: [/uses gossip/, /publishes/, /offline node/] },
  'instant-messaging.topo': { architecture: 'hybrid', text: [/runs chat peer/, /~>/] },
  'webrtc-call.topo': { architecture: 'hybrid', text: [/uses mesh/, /call yara, zoe/] },
  'video-meeting.topo': { architecture: 'hybrid', text: [/accounts : login/, /uses mesh/] },
  'meeting.topo': { architecture: 'hybrid', text: [/uses mesh/, /uses sfu/, /call person over mesh/] },
  'team-chat.topo': { architecture: 'hybrid', text: [/uses relay/, /uses sfu/, /uses mesh/] },
  'phone-sharing.topo': { architecture: 'hybrid', text: [/uses index/, /wifi/] },
  'online-game.topo': { architecture: 'hybrid', text: [/lobby : login/, /runs .*play peer/, /arena ~>/] },
};

/** As they are written, without their points and what is said otherwise. */
function expectationsIn(text: string): readonly string[] {
  const found = text.matchAll(/^\s*(?:points \d+ )?(expect .*?)(?: otherwise ".*")?$/gm);
  return [...found].map(([, expectation = '']) => expectation);
}

describe('The examples', () => {
  it('are those that the table above speaks of', () => {
    assert.deepEqual([...examples].sort(), Object.keys(shows).sort());
  });

  it('are all listed in their document, in the order of the table above', () => {
    const listed = [...read('docs/examples.md').matchAll(/^\| `([^`]+)` \|/gm)].map(([, name]) => name);
    assert.deepEqual(listed, Object.keys(shows));
  });

  for (const name of examples) {
    const text = read(`examples/${name}`);

    it(`${name} checks clean`, () => {
      const { diagnostics } = check(text);
      assert.deepEqual(
        diagnostics.map(({ code, span, message }) => `${span.line + 1} ${code} ${message}`),
        [],
      );
    });

    it(`${name} shows what it is there for, and every one of its expectations is checked and holds`, () => {
      const { analysis } = check(text);
      const expects = expectationsIn(text);
      assert.ok(expects.length >= 4);
      assert.deepEqual(
        analysis.expectations.map((result) => `${result.expectation.text}: ${result.outcome}`),
        expects.map((line) => `${line}: pass`),
      );
      assert.equal(analysis.architecture.kind, shows[name]?.architecture);
      for (const part of shows[name]?.text ?? []) assert.match(text, part);
    });

    if (/^exercise /m.test(text)) {
      it(`${name} gives no points to whoever has not begun`, () => {
        const untouched = text.replace(/^(flow [^\n]*\{\n)[\s\S]*?^\}/gm, '$1}');
        assert.notEqual(untouched, text);
        assert.equal(gradeOf(check(untouched)).points, 0);
      });
    }

    it(`${name} expects something of each flow and each scenario that it has`, () => {
      const { topology } = check(text).analysis;
      const expected = expectationsIn(text);
      const names = [...topology.flows, ...topology.scenarios].map((each) => `"${each.name}"`);
      assert.deepEqual(
        names.filter((each) => !expected.some((line) => line.includes(each))),
        [],
      );
    });

    it(`${name} opens with a remark that says what it is and what to look at`, () => {
      assert.match(text, /^\/\/ .+\n\/\/ See: .+\n\ntopology "/);
    });
  }
});

describe('The topologies in the documentation', () => {
  for (const page of ['README.md', ...readdirSync('docs').map((name) => `docs/${name}`)].filter((name) =>
    name.endsWith('.md'),
  )) {
    const blocks = [...read(page).matchAll(/```topo\n([\s\S]*?)```/g)].map((match) => match[1] ?? '');
    blocks.forEach((text, place) => {
      it(`${page}, block ${place + 1}, has no errors`, () => {
        const errors = check(text).diagnostics.filter(({ severity }) => severity === 'error');
        assert.deepEqual(
          errors.map(({ code, span, message }) => `${span.line + 1} ${code} ${message}`),
          [],
        );
      });
    });
  }
});
