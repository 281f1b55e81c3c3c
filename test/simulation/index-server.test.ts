import assert from 'node:assert/strict';
import { stateAt } from '../../src/simulation/seek';
import type { Trace } from '../../src/simulation/trace';
import { withoutIndentation } from '../language/check';
import { assertSteps, findings, type RunOptions, run } from './run';

const hosts = `
  service music uses index
  host napster runs music index
  host alice runs music peer
  host bob runs music peer shares "song" 1kB
  host carol runs music peer shares "song" 1kB
`;

function music(steps: string, options: RunOptions = {}, declarations = hosts): Trace {
  const text = [withoutIndentation(declarations), 'flow "F" {', withoutIndentation(steps), '}'].join('\n');
  return run(text, options);
}

function table(trace: Trace, position = trace.steps.length): string {
  const entries = stateAt(trace, position).table('napster');
  return [...entries].map(([resource, listed]) => `${resource}: ${[...listed].join(' ')}`).join('; ');
}

describe('an index', () => {
  it('lists who registers, in that order, and strikes out who unregisters', () => {
    const trace = music(`
      carol -> napster : register "song"
      bob -> napster : register "song"
      carol -> napster : unregister "song"
      bob -> napster : unregister "song"
    `);
    assert.deepEqual(
      [0, 1, 3, 5, 7].map((position) => table(trace, position)),
      ['', 'song: carol', 'song: carol bob', 'song: bob', ''],
    );
  });

  it('knows at the start what “lists” says', () => {
    const text = `
      service music uses index
      host napster runs music index lists "song" at bob
      host alice, bob runs music peer shares "song"
      flow "F" {
        alice -> napster : lookup "song"
      }
    `;
    const trace = run(text);
    assert.deepEqual(trace.steps.at(1)?.answer, ['bob']);
  });

  it('answers “nobody” where nobody is listed, which is no failure but worth saying', () => {
    const trace = music('alice -> napster : lookup "song"');
    assert.equal(trace.outcome, 'completed');
    assert.deepEqual(trace.steps.at(1)?.answer, []);
    assert.deepEqual(findings(trace), ['7: lookup-finds-nothing']);
  });

  it('still lists who has gone offline, and the answer says that this is stale', () => {
    const trace = music(`
      bob -> napster : register "song"
      offline bob
      alice -> napster : lookup "song"
    `);
    const answer = trace.steps.at(trace.steps.length - 1);
    assert.deepEqual([answer?.answer, answer?.stale], [['bob'], ['bob']]);
    assert.deepEqual(findings(trace), ['9: stale-entry']);
  });

  it('believes a host that registers what it does not hold', () => {
    const trace = music('alice -> napster : register "song"');
    assert.equal(table(trace), 'song: alice');
    assert.deepEqual(findings(trace), ['7: register-not-held']);
  });
});

describe('a transfer between peers', () => {
  it('is as it should be after registering and looking up', () => {
    const trace = music(`
      bob -> napster : register "song"
      alice -> napster : lookup "song"
      alice -> bob : get "song"
    `);
    assert.deepEqual(findings(trace), []);
  });

  it('without a lookup is found, and from a host that is not registered as well', () => {
    assert.deepEqual(findings(music('alice -> bob : get "song"')), ['7: transfer-without-lookup', '7: not-registered']);
  });

  it('is judged by what the asker itself has looked up', () => {
    const trace = music(`
      bob -> napster : register "song"
      carol -> napster : lookup "song"
      alice -> bob : get "song"
    `);
    assert.deepEqual(findings(trace), ['9: transfer-without-lookup']);
  });

  it('through the index is found', () => {
    const declarations = `
      service music uses index
      host napster runs music index, music peer shares "song"
      host alice runs music peer
    `;
    const trace = music('alice -> napster : put "other" 1kB', {}, declarations);
    assert.deepEqual(findings(trace), ['5: payload-through-index']);
    const download = music('alice -> napster : get "song"', {}, declarations);
    assert.deepEqual(findings(download), ['5: payload-through-index'], 'nor is an index to register at itself');
  });

  it('in a service without an index is judged by none of this', () => {
    const text = `
      host alice, bob shares "song"
      flow "F" {
        alice -> bob : get "song"
      }
    `;
    assert.deepEqual(findings(run(text)), []);
  });
});

describe('an application with an index', () => {
  it('registers what it shares when it joins, and fetches what is listed', () => {
    const trace = music(`
      bob joins music
      alice fetches "song"
    `);
    assertSteps(
      trace,
      `
      0-0 state join bob
        0-10 request register bob>napster song
          10-20 response register napster>bob song
      20-30 request lookup alice>napster song
        30-40 response lookup napster>alice song [bob]
          40-50 request get alice>bob song
            50-60 data get bob>alice song 1000B
      `,
    );
    assert.deepEqual(trace.findings, []);
  });

  it('registers a copy that it has fetched when it comes back', () => {
    const trace = music(`
      bob joins music
      alice fetches "song"
      alice joins music
    `);
    assert.equal(table(trace), 'song: bob alice');
  });

  it('starts with everybody joined and everything listed where nobody joins', () => {
    const trace = music('alice fetches "song"');
    assert.equal(table(trace, 0), 'song: bob carol');
    assert.deepEqual([...(trace.initial.joined.get('music') ?? [])], ['napster', 'alice', 'bob', 'carol']);
    assert.equal(trace.steps.at(trace.steps.length - 1)?.from, 'bob');
  });

  it('starts with an empty table where messages are written one by one', () => {
    assert.equal(table(music('alice -> napster : lookup "song"'), 0), '');
  });

  it('tries the next peer on the list when one does not answer', () => {
    const trace = music(`
      offline bob
      alice fetches "song"
    `);
    assertSteps(
      trace,
      `
      0-0 fault offline bob
      0-10 request lookup alice>napster song
        10-20 response lookup napster>alice song [bob carol]
          20-3020 request get alice song FAILED bob is offline.
          3020-3030 request get alice>carol song
            3030-3040 data get carol>alice song 1000B
      `,
    );
    assert.deepEqual(findings(trace), ['8: stale-entry', '8: host-offline (handled)']);
  });

  it('gives up where nobody is listed, and says so', () => {
    const trace = music(`
      alice joins music
      alice fetches "song"
    `);
    assert.equal(trace.why, 'music knows nobody else who has “song”.');
    assert.deepEqual(findings(trace), ['8: lookup-finds-nothing', '8: request-failed']);
  });

  it('does not fetch from itself', () => {
    const trace = music(`
      bob joins music
      bob fetches "song"
    `);
    assert.equal(trace.why, 'music knows nobody else who has “song”.');
  });

  it('unregisters when it leaves', () => {
    const trace = music(`
      bob leaves music
      alice searches "song"
    `);
    assertSteps(
      trace,
      `
      0-0 state leave bob
        0-10 request unregister bob>napster song
          10-20 response unregister napster>bob song
      20-30 request lookup alice>napster song
        30-40 response lookup napster>alice song [carol]
      `,
    );
    assert.ok(!stateAt(trace, trace.steps.length).joined('music').has('bob'));
  });

  it('needs one of its index hosts, not all', () => {
    const declarations = `${withoutIndentation(hosts)}\nhost mirror runs music index`;
    const steps = `
      offline napster
      bob joins music
      alice fetches "song"
    `;
    const trace = music(steps, {}, declarations);
    assert.equal(trace.outcome, 'completed');
    assert.ok(trace.findings.every(({ handled }) => handled));
    const both = music(steps.replace('napster', 'napster, mirror'), {}, declarations);
    assert.equal(both.why, 'napster is offline.');
  });

  it('cannot act while it is offline', () => {
    const trace = music(`
      offline alice
      alice fetches "song"
    `);
    assertSteps(
      trace,
      `
      0-0 fault offline alice
      0-0 state fetch alice song FAILED alice is offline.
      `,
    );
    assert.deepEqual(findings(trace), ['8: host-offline']);
  });
});

describe('an application that asks servers', () => {
  const declarations = `
    service web uses request
    host server runs web server shares "page" 1kB
    host alice, bob runs web client
  `;

  it('gets a resource from the server that shares it', () => {
    assertSteps(
      music('alice, bob fetch "page"', {}, declarations),
      `
      0-10 request get alice>server page
      0-10 request get bob>server page
        10-20 data get server>alice page 1000B
        10-20 data get server>bob page 1000B
      `,
    );
  });

  it('cannot search, and is told which pattern it has', () => {
    const trace = music('alice searches "page"', {}, declarations);
    assert.deepEqual(findings(trace), ['5: request-failed']);
    assert.match(trace.why ?? '', /“request” of web cannot be made to search/);
  });
});
