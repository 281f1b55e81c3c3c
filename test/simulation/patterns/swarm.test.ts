import assert from 'node:assert/strict';
import { stateAt } from '../../../src/simulation/seek';
import type { Trace } from '../../../src/simulation/trace';
import { withoutIndentation } from '../../language/check';
import { assertSteps, findings, type RunOptions, run } from '../run';

/** A tracker, a seed with four pieces of a kilobyte each, and three who lack them; all upload a piece in a second. */
function swarm(steps: string, options: RunOptions = {}, service = 'files uses swarm pieces 4'): Trace {
  const text = `
    service ${service}
    host tracker runs files tracker
    host seed runs files peer shares "film" 4kB up 8kbps
    host a, b, c runs files peer up 8kbps
  `;
  return run([withoutIndentation(text), 'flow "F" {', withoutIndentation(steps), '}'].join('\n'), options);
}

function listed(trace: Trace, position = trace.steps.length): readonly string[] {
  return [...(stateAt(trace, position).table('tracker').get('film') ?? [])];
}

function holders(trace: Trace): readonly string[] {
  return ['seed', 'a', 'b', 'c'].filter((host) => stateAt(trace, trace.steps.length).holds(host).has('film'));
}

function pieces(trace: Trace) {
  return trace.steps.filter(({ kind, outcome }) => kind === 'piece' && outcome === 'ok');
}

describe('a swarm', () => {
  it('announces to the tracker, shakes hands with those it names, and trades piece by piece', () => {
    const trace = swarm('a, b fetches "film"');
    assertSteps(
      trace,
      `
        0-10 request announce a>tracker film
        0-10 request announce b>tracker film
          10-20 response announce tracker>a film [seed b]
          10-20 response announce tracker>b film [seed a]
            20-30 request handshake a>seed film
            20-30 request handshake a>b film
            20-30 request handshake b>seed film
              30-40 response handshake seed>a film
              30-40 response handshake b>a film
              30-40 response handshake seed>b film
                40-50 request get a>seed film
                  50-1060 piece get seed>a film 1000B
                1060-1070 request get b>seed film
                1060-1070 request get b>a film
                  1070-2080 piece get seed>b film 1000B
                  1070-2080 piece get a>b film 1000B
                2080-2090 request get a>seed film
                2080-2090 request get a>b film
                  2090-3100 piece get seed>a film 1000B
                  2090-3100 piece get b>a film 1000B
                3100-3110 request get b>seed film
                3100-3110 request get b>a film
                  3110-4120 piece get seed>b film 1000B
                  3110-4120 piece get a>b film 1000B
                4120-4130 request get a>seed film
                  4130-5140 piece get seed>a film 1000B
      `,
    );
    assert.deepEqual(holders(trace), ['seed', 'a', 'b']);
    assert.deepEqual(listed(trace), ['seed', 'a', 'b']);
  });

  it('brings each piece to each peer once, as often as the seed counts', () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const trace = swarm('a, b, c fetches "film"', { seed });
      for (const host of ['a', 'b', 'c']) {
        const got = pieces(trace).filter(({ to }) => to === host);
        assert.deepEqual(got.map(({ piece }) => piece).sort(), [0, 1, 2, 3]);
      }
    }
  });

  it('knows at each position who has which pieces so far', () => {
    const trace = swarm('a fetches "film"');
    const [first, second] = pieces(trace);
    const before = stateAt(trace, second?.index ?? 0).pieces('a');
    assert.deepEqual([...(before.get('film') ?? [])], [first?.piece]);
    const end = stateAt(trace, trace.steps.length);
    assert.equal(end.pieces('a').get('film'), undefined);
    assert.equal(end.holds('a').get('film')?.sizeBytes, 4000);
  });

  it('cuts what cannot be cut evenly so that the last piece is smaller', () => {
    const sizes = (pieceCount: number) =>
      pieces(swarm('a fetches "film"', {}, `files uses swarm pieces ${pieceCount}`))
        .sort((a, b) => (a.piece ?? 0) - (b.piece ?? 0))
        .map(({ sizeBytes }) => sizeBytes);
    assert.deepEqual(sizes(1), [4000]);
    assert.deepEqual(sizes(3), [1334, 1334, 1332]);
    assert.equal(sizes(5000).length, 4000);
  });

  it('takes what nobody states the size of as one piece', () => {
    const trace = run(`
      service files uses swarm
      host tracker runs files tracker
      host seed runs files peer shares "film"
      host a runs files peer
      flow "F" {
        a fetches "film"
      }
    `);
    assert.deepEqual(
      pieces(trace).map(({ piece, sizeBytes }) => [piece, sizeBytes]),
      [[0, undefined]],
    );
    assert.deepEqual([...stateAt(trace, trace.steps.length).holds('a').keys()], ['film']);
  });

  it('lists who joins and who fetches, and strikes out who leaves', () => {
    const trace = swarm(`
      seed joins files
      a fetches "film"
      seed leaves files
      b fetches "film"
    `);
    const when = (verb: string, host: string) =>
      trace.steps.find((s) => s.verb === verb && s.from === host)?.index ?? 0;
    assert.deepEqual(listed(trace, when('announce', 'seed')), []);
    assert.deepEqual(listed(trace, when('announce', 'a')), ['seed']);
    assert.deepEqual(listed(trace, when('leave', 'seed')), ['seed', 'a']);
    assert.deepEqual(listed(trace), ['a', 'b']);
    assert.deepEqual(new Set(pieces(trace).map(({ from, to }) => `${from}>${to}`)), new Set(['seed>a', 'a>b']));
  });

  it('goes on with those that have it, in later steps too, when the seed is offline', () => {
    const trace = swarm(`
      a fetches "film"
      offline seed
      b, c fetches "film"
    `);
    assert.equal(trace.outcome, 'completed');
    assert.deepEqual(holders(trace), ['seed', 'a', 'b', 'c']);
  });

  it('searches by asking the tracker, which does not list who only asks', () => {
    const trace = swarm(`
      a searches "film"
      b searches "film"
      seed leaves files
      c searches "film"
    `);
    assert.deepEqual(
      trace.steps.filter(({ verb }) => verb === 'search').map(({ answer }) => answer),
      [['seed'], ['seed'], []],
    );
    assert.deepEqual(findings(trace), ['9: lookup-finds-nothing']);
    assert.deepEqual(listed(trace), []);
  });

  it('that fetches twice at the same time gets it once', () => {
    const trace = swarm(`
      together {
        a fetches "film"
        a fetches "film"
      }
      a fetches "film"
    `);
    assert.equal(trace.outcome, 'completed');
    assert.equal(pieces(trace).length, 4);
  });

  it('makes use of a seed that joins while others are trading', () => {
    const trace = run(`
      service files uses swarm pieces 8
      host tracker runs files tracker
      host one, two runs files peer shares "film" 8kB up 8kbps
      host a runs files peer
      flow "F" {
        one joins files
        together {
          a fetches "film"
          repeat 1 {
            wait 2500ms
            two joins files
          }
        }
      }
    `);
    const from = (host: string) => pieces(trace).filter((step) => step.from === host).length;
    assert.deepEqual([from('one'), from('two')], [5, 3]);
  });
});

describe('a swarm without help', () => {
  it('says that nobody runs the tracker, and what to write', () => {
    const trace = run(`
      service files uses swarm
      host seed runs files peer shares "film" 4kB
      host a runs files peer
      flow "F" {
        a fetches "film"
      }
    `);
    assert.match(trace.why ?? '', /^no host runs the tracker of files\.$/);
    assert.match(trace.findings[0]?.message ?? '', /runs files tracker/);
  });

  it('fails where the tracker is offline and nobody is known', () => {
    const trace = swarm(`
      offline tracker
      a fetches "film"
    `);
    assert.equal(trace.why, 'tracker is offline.');
    assert.deepEqual(findings(trace), ['7: host-offline']);
  });

  it('needs no tracker where it has all it wants', () => {
    const trace = swarm(`
      a fetches "film"
      offline tracker
      a fetches "film"
    `);
    assert.equal(trace.outcome, 'completed');
    assert.deepEqual(findings(trace), ['8: host-offline (handled)']);
  });

  it('fails where those whom the tracker names are offline', () => {
    const trace = swarm(`
      offline seed
      a fetches "film"
    `);
    assert.equal(trace.why, 'seed has “film”, but is offline.');
    assert.deepEqual(findings(trace), ['7: request-failed']);
  });

  it('fails where the tracker knows nobody else', () => {
    const trace = swarm(`
      seed leaves files
      a fetches "film"
    `);
    assert.equal(trace.why, 'seed has “film”, but takes no part in files.');
  });

  it('names the piece that nobody has when the last seed goes offline too early', () => {
    const trace = swarm(`
      together {
        a, b fetches "film"
        repeat 1 {
          wait 2500ms
          offline seed
        }
      }
    `);
    assert.match(trace.why ?? '', /^nobody in the swarm has piece \d of “film”\.$/);
    // What is there is shared out before they give up.
    const have = (host: string) => [...(stateAt(trace, trace.steps.length).pieces(host).get('film') ?? [])].sort();
    assert.equal(have('a').length, 2);
    assert.deepEqual(have('a'), have('b'));
  });

  it('completes if the others together have all pieces when the last seed leaves', () => {
    const trace = swarm(`
      together {
        a, b fetches "film"
        repeat 1 {
          wait 4200ms
          seed leaves files
        }
      }
    `);
    assert.equal(trace.outcome, 'completed');
    assert.deepEqual(holders(trace), ['seed', 'a', 'b']);
  });

  it('goes on without a peer that goes offline in the middle, and says so of that one', () => {
    const trace = swarm(`
      together {
        a, b, c fetches "film"
        repeat 1 {
          wait 1500ms
          offline b
        }
      }
    `);
    assert.equal(trace.why, 'b went away before it had all of “film”.');
    assert.deepEqual(holders(trace), ['seed', 'a', 'c']);
  });

  it('asks elsewhere for what was lost on the way to a peer', () => {
    const lossy = (seed: number) =>
      run(
        `
          service files uses swarm pieces 20
          switch s
          host tracker runs files tracker
          host seed runs files peer shares "film" 20kB
          host a, b, c runs files peer
          link tracker, seed -- s
          link a, b, c -- s loss 3%
          flow "F" {
            a, b, c fetches "film"
          }
        `,
        { seed },
      );
    const trace = [1, 2, 3, 4, 5, 6].map(lossy).find(({ steps }) => steps.some((s) => s.kind === 'piece' && s.why));
    assert.equal(trace?.outcome, 'completed');
    assert.equal(trace && pieces(trace).length, 60);
  });
});

describe('choking', () => {
  const uploading = (trace: Trace, host: string) => {
    const sent = pieces(trace).filter(({ from }) => from === host);
    return Math.max(
      ...sent.map((step) => sent.filter((s) => s.startMs <= step.startMs && step.startMs < s.endMs).length),
    );
  };

  it('lets nobody upload to more than its slots at the same time', () => {
    const trace = (slots: number) =>
      run(`
        service files uses swarm pieces 20 slots ${slots}
        switch s
        host tracker runs files tracker
        host seed runs files peer shares "film" 2MB
        host p[12] runs files peer
        link tracker, seed, p -- s 100Mbps
        flow "F" {
          p fetches "film"
        }
      `);
    for (const slots of [1, 2, 4]) assert.equal(uploading(trace(slots), 'seed'), slots);
  });

  it('rewards those who give: who uploads much has everything sooner', () => {
    const trace = run(
      `
      service files uses swarm pieces 200 slots 4
      switch s
      host tracker runs files tracker
      host seed runs files peer shares "film" 20MB up 4Mbps
      host mean[12] runs files peer up 100kbps
      host kind[12] runs files peer up 1Mbps
      link tracker, seed, mean, kind -- s 100Mbps
      flow "F" {
        mean, kind fetches "film"
      }
    `,
      { maxSteps: 100_000 },
    );
    const done = (group: string) => {
      const ends = trace.steps
        .filter((step) => step.to?.startsWith(group) && step.changes.some(({ kind }) => kind === 'holds'))
        .map(({ endMs }) => endMs);
      return ends.reduce((sum, end) => sum + end, 0) / ends.length;
    };
    assert.ok(done('kind') < 0.95 * done('mean'), `${done('kind')} and ${done('mean')}`);
  });
});

describe('a large swarm', () => {
  it('is stopped by the budget, and says so', () => {
    const trace = run(`
      service files uses swarm pieces 1000000
      host tracker runs files tracker
      host seed runs files peer shares "film" 1GB
      host p[20000] runs files peer
      flow "F" {
        p fetches "film"
      }
    `);
    assert.deepEqual(findings(trace), ['5: too-large']);
    assert.equal(trace.steps.length, 40_000);
  });

  it('is told of fifty others by the tracker, other ones for each', () => {
    const trace = run(
      `
      service files uses swarm pieces 1
      host tracker runs files tracker
      host seed runs files peer shares "film" 1kB
      host p[200] runs files peer
      flow "F" {
        p fetches "film"
      }
    `,
      { maxSteps: 100_000 },
    );
    const answers = trace.steps.flatMap(({ answer, to }) => (answer ? [{ to, answer }] : []));
    assert.equal(answers.length, 200);
    for (const { to, answer } of answers) {
      assert.equal(new Set(answer).size, 50);
      assert.ok(!answer.includes(to ?? ''));
    }
    assert.equal(new Set(answers.flatMap(({ answer }) => answer)).size, 201);
  });
});
