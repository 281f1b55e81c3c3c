import assert from 'node:assert/strict';
import { analysisOf } from './check';

/** `kind: reasons` of the file, or of one service. */
function architecture(text: string, service?: string): string {
  const { architecture: report } = analysisOf(text);
  const finding = service === undefined ? report : report.services.find((each) => each.service === service);
  return `${finding?.kind}: ${finding?.reasons.join(' ')}`;
}

describe('the architecture', () => {
  it('is client-server where everything comes from hosts that never ask', () => {
    const text = `
      host web, alice, bob
      flow "F" {
        alice, bob -> web : "page"
        alice -> web : put "photo"
      }
    `;
    assert.equal(
      architecture(text),
      'client-server: What is asked for comes from web, which never asks on its own account. alice and bob only ask.',
    );
  });

  it('is client-server where a server asks another only in order to answer', () => {
    const text = `
      host alice, web, database
      flow "F" {
        alice -> web : "page" {
          web -> database : "query"
        }
      }
    `;
    assert.equal(
      architecture(text),
      'client-server: What is asked for comes from web and database, which never ask on their own account. ' +
        'alice only asks. web asks others only in order to answer.',
    );
  });

  it('is client-server where a server pushes', () => {
    const text = `
      host chat, alice, bob
      flow "F" {
        alice -> chat : "hello"
        chat ~> bob : "hello"
      }
    `;
    assert.match(architecture(text), /^client-server: /);
  });

  it('is peer-to-peer where hosts that ask also serve and nobody else is asked', () => {
    const text = `
      host alice shares "a"
      host bob shares "b"
      flow "F" {
        alice -> bob : get "b"
        bob -> alice : get "a"
      }
    `;
    assert.equal(
      architecture(text),
      'peer-to-peer: alice and bob ask and also serve. No host is asked that would not ask as well.',
    );
  });

  const music = `
    service music uses index
    host napster runs music index lists "song" at bob
    host alice runs music peer
    host bob runs music peer shares "song"
    flow "F" {
      alice -> napster : lookup "song"
      alice -> bob : get "song"
    }
  `;

  it('is hybrid where peers serve each other and an index is asked on the way', () => {
    assert.equal(
      architecture(music, 'music'),
      'hybrid: bob is a peer that serves directly. napster is asked on the way, and only points to others.',
    );
    assert.equal(architecture(music), architecture(music, 'music'));
  });

  it('of a file is hybrid where its services differ', () => {
    const text = `
      service chat uses request
      service files uses request
      host login runs chat server
      host alice runs chat client, files peer shares "a"
      host bob runs files peer shares "b"
      flow "F" {
        alice -> login : login
        alice -> bob : get "b"
        bob -> alice : get "a"
      }
    `;
    assert.match(architecture(text), /^hybrid: .* chat is client-server\. files is peer-to-peer\.$/);
  });

  it('of a file is peer-to-peer where hosts serve each other by different services', () => {
    const text = `
      service files uses request
      service printing uses request
      host anna runs files server, printing client shares "a"
      host ben runs files client, printing server
      flow "F" {
        ben -> anna : get "a" over files
        anna -> ben : "print" over printing
      }
    `;
    assert.match(architecture(text), /^peer-to-peer: /);
    assert.match(architecture(text, 'files'), /^client-server: /);
  });

  it('is not known where nothing is exchanged', () => {
    assert.equal(architecture('host alice'), 'undefined: No flow exchanges anything.');
  });

  it('does not count on a server that was never reached', () => {
    const text = `
      host alice, bob
      flow "F" {
        offline bob
        alice -> bob : "hello"
      }
      expect "F" fails
    `;
    assert.match(architecture(text), /^undefined: /);
  });

  describe('of an application that acts by itself', () => {
    it('is peer-to-peer where queries are passed on, also for those who only answer', () => {
      const text = `
        service files uses flooding
        host ann, bob runs files peer
        host carol runs files peer shares "song"
        link ann, bob, carol over files as line
        flow "F" {
          ann fetches "song"
        }
      `;
      assert.equal(
        architecture(text),
        'peer-to-peer: bob asks and also serves. carol only serves here, but is a peer like all others. There is no central server.',
      );
    });

    it('is peer-to-peer where news spread by gossip', () => {
      const text = `
        service coin uses gossip
        host ann, bob, carol runs coin peer
        link ann, bob, carol over coin as line
        flow "F" {
          ann publishes "block"
        }
      `;
      assert.match(architecture(text), /^peer-to-peer: bob asks and also serves\. ann only serves here/);
    });

    it('is peer-to-peer where peers ask ever nearer to a key', () => {
      const text = `
        service ipfs uses dht
        host peer[5] runs ipfs peer
        host ada runs ipfs peer shares "photo"
        flow "F" {
          peer[3] fetches "photo"
        }
      `;
      assert.match(architecture(text), /^peer-to-peer: /);
    });

    it('is hybrid where a tracker introduces peers who trade pieces', () => {
      const text = `
        service torrent uses swarm pieces 4
        host tracker runs torrent tracker
        host seed runs torrent peer shares "film" 4MB
        host ann runs torrent peer
        flow "F" {
          ann fetches "film"
        }
      `;
      assert.equal(
        architecture(text),
        'hybrid: seed is a peer that serves directly. tracker is asked on the way, and only points to others.',
      );
    });

    it('is client-server where a server passes on what is said, or forwards streams', () => {
      const chat = `
        service chat uses relay
        host talk runs chat server
        host ann, ben runs chat client
        flow "F" {
          ann, ben join chat
          ann sends "hello"
        }
      `;
      const meeting = `
        service meet uses sfu
        host zoom runs meet server
        host ann, ben runs meet client
        flow "F" {
          call ann, ben
        }
      `;
      assert.equal(
        architecture(chat),
        'client-server: What is asked for comes from talk, which never asks on its own account. ann and ben only ask.',
      );
      assert.match(architecture(meeting), /^client-server: What is asked for comes from zoom/);
    });

    it('is hybrid where a server brings together who then streams directly, and peer-to-peer without one', () => {
      const text = (server: string) => `
        service phone uses mesh
        host ann, ben runs phone peer
        ${server}
        flow "F" {
          call ann, ben
        }
      `;
      assert.equal(
        architecture(text('host meeting runs phone server')),
        'hybrid: ann and ben are peers that serve directly. meeting is asked on the way, and only points to others.',
      );
      assert.match(architecture(text('')), /^peer-to-peer: /);
    });

    it('is client-server where an edge asks the origin only in order to answer', () => {
      const text = `
        service cdn uses cache
        host ann runs cdn client
        host near runs cdn edge
        host studio runs cdn origin shares "film"
        flow "F" {
          ann fetches "film"
        }
      `;
      assert.match(architecture(text), /^client-server: .* near asks others only in order to answer\.$/);
    });
  });
});
