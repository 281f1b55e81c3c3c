import assert from 'node:assert/strict';
import type { Analysis, HostRoles } from '../../src/analysis/analysis';
import { analysisOf, check } from './check';

function rolesOf({ roles }: Analysis, name: string): HostRoles {
  const found = roles.find(({ host }) => host.name === name);
  assert.ok(found);
  return found;
}

describe('exercised roles', () => {
  it('are set by each request, and added up over the flows', () => {
    const analysis = analysisOf(`
      host alice, bob, carol, dora
      flow "one" {
        alice -> bob : "hello"
      }
      flow "two" {
        bob -> carol : "hello"
      }
    `);
    assert.deepEqual(
      analysis.roles.map(({ host, exercised }) => `${host.name} ${exercised}`),
      ['alice client', 'bob both', 'carol server', 'dora undefined'],
    );
  });

  it('make the sender of a push the server', () => {
    const analysis = analysisOf(`
      host chat, alice
      flow "F" {
        chat ~> alice : "news"
      }
    `);
    assert.equal(rolesOf(analysis, 'chat').exercised, 'server');
    assert.deepEqual(
      rolesOf(analysis, 'alice').evidence.exercised.map(({ text }) => text),
      ['receives from chat in “F”'],
    );
  });

  it('tell what a host asks for from what it is sent unasked, on one line, too', () => {
    const analysis = analysisOf(`
      service phone uses mesh
      host hub runs phone server
      host ann, ben runs phone peer
      flow "F" {
        call ann, ben
      }
    `);
    const deeds = (name: string) =>
      rolesOf(analysis, name).evidence.exercised.map(({ role, text }) => `${role}: ${text}`);
    assert.deepEqual(deeds('ann'), [
      'client: asks hub in “F”',
      'client: receives from hub and ben in “F”',
      'server: sends to ben in “F”',
    ]);
    assert.deepEqual(deeds('hub'), ['server: answers ann and ben in “F”', 'server: sends to ben and ann in “F”']);
  });

  it('make hosts that pass a query on both, and those that only ask or answer one of the two', () => {
    const analysis = analysisOf(`
      service files uses flooding
      host ann, bob runs files peer
      host carol runs files peer shares "song"
      link ann, bob, carol over files as line
      flow "F" {
        ann searches "song"
      }
    `);
    assert.deepEqual(
      analysis.roles.map(({ host, exercised }) => `${host.name} ${exercised}`),
      ['ann client', 'bob both', 'carol server'],
    );
  });

  it('of a server are its own whether it answers, pushes, or is sent streams', () => {
    const analysis = analysisOf(`
      service meet uses sfu
      host zoom runs meet server
      host ann, ben runs meet client
      flow "F" {
        call ann, ben
      }
    `);
    assert.deepEqual(
      analysis.roles.map(({ host, exercised }) => `${host.name} ${exercised}`),
      ['zoom server', 'ann client', 'ben client'],
    );
  });

  it('come with the lines that cause them, each once', () => {
    const analysis = analysisOf(`
      host alice, bob, carol
      flow "F" {
        repeat 3 {
          alice, carol -> bob : "hello"
        }
      }
    `);
    assert.deepEqual(rolesOf(analysis, 'bob').evidence.exercised, [
      {
        role: 'server',
        service: undefined,
        text: 'answers alice and carol in “F”',
        span: { line: 3, start: 4, end: 33 },
      },
    ]);
  });

  it('of an unreachable server are none, while the asker is a client all the same', () => {
    const analysis = analysisOf(`
      host alice, bob
      flow "F" {
        offline bob
        alice -> bob : "hello"
      }
      expect "F" fails
    `);
    assert.equal(rolesOf(analysis, 'alice').exercised, 'client');
    assert.equal(rolesOf(analysis, 'bob').exercised, undefined);
  });

  it('are told apart by service', () => {
    const analysis = analysisOf(`
      service web uses request
      service mail uses request
      host alice runs web client, mail server
      host bob runs web server, mail client
      flow "F" {
        alice -> bob : "page"
        bob -> alice : "letter"
      }
    `);
    assert.deepEqual(rolesOf(analysis, 'alice').exercisedByService, [
      { service: 'web', role: 'client' },
      { service: 'mail', role: 'server' },
    ]);
  });
});

describe('capable roles', () => {
  it('follow from the software, with the line of each program', () => {
    const analysis = analysisOf(`
      service music uses index
      service web uses request
      host asks runs web client
      host answers runs web server, music index
      host peer runs music peer
      host plain
    `);
    assert.deepEqual(
      analysis.roles.map(({ capable }) => capable),
      ['client', 'server', 'both', undefined],
    );
    assert.deepEqual(
      rolesOf(analysis, 'answers').evidence.capable.map(({ text }) => text),
      ['runs web server', 'runs music index'],
    );
  });
});

describe('role-mismatch', () => {
  it('is reported at the role of a host that takes one it does not declare, with the line that shows it', () => {
    const { diagnostics } = check(`
      host alice : client
      host bob : client
                 ^^^^^^ role-mismatch bob is declared as client, but it answers alice in “F”, which makes it a server.
      flow "F" {
        alice -> bob : "hello"
      }
    `);
    assert.deepEqual(diagnostics[0]?.related, [
      { message: 'bob answers alice in “F”', span: { line: 3, start: 2, end: 24 } },
    ]);
    assert.deepEqual(diagnostics[0]?.fixes[0], {
      title: 'Declare as server',
      edits: [{ span: { line: 1, start: 11, end: 17 }, text: 'server' }],
    });
  });

  it('says so where the other role comes on top', () => {
    check(`
      host alice : server
                   ^^^^^^ role-mismatch it asks bob in “F”, which makes it a client too. Declare it as both
      host bob : both
      flow "F" {
        alice -> bob : "hello"
        bob -> alice : "hello"
      }
    `);
  });

  it('is not reported where roles are as declared, or not declared', () => {
    check(`
      host alice : client
      host bob : server
      host carol
      flow "F" {
        alice, carol -> bob : "hello"
      }
    `);
  });

  it('is reported once for a role word that several hosts share', () => {
    check(`
      host alice : client
      host bob[3] : client
                    ^^^^^^ role-mismatch bob[1]
      flow "F" {
        alice -> bob : "hello"
      }
    `);
  });
});

describe('role-not-exercised', () => {
  it('is reported where a host declares both and takes one alone', () => {
    check(`
      host alice : both
                   ^^^^ role-not-exercised alice is declared as both, but it only asks
      host bob : both
                 ^^^^ role-not-exercised bob is declared as both, but it only answers
      flow "F" {
        alice -> bob : "hello"
      }
    `);
  });

  it('is not reported of a host that takes part in nothing, or in both ways', () => {
    check(`
      host alice : both
      host bob : both
      host idle : both
      flow "F" {
        alice -> bob : "hello"
        bob -> alice : "hello"
      }
    `);
  });

  it('is not reported of a group whose members share the roles', () => {
    check(`
      host peer[3] : both
      flow "F" {
        peer[1] -> peer[2] : "hello"
      }
    `);
  });

  it('is not reported where some flow was too large to run', () => {
    check(
      `
      host alice : both
      host bob, carol
      flow "F" {
        alice -> bob : "hello"
      }
      flow "G" {
           ^^^ too-large
        repeat 1000 {
          bob -> carol : "hello"
        }
      }
    `,
      { maxSteps: 100 },
    );
  });
});
