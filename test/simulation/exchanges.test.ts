import assert from 'node:assert/strict';
import { assertSteps, findings, flowOf, run } from './run';

describe('a request', () => {
  it('takes the latency there and the latency back', () => {
    const trace = run(flowOf('alice -> bob : "hello"'));
    assertSteps(
      trace,
      `
      0-10 request send alice>bob hello
        10-20 response send bob>alice
      `,
    );
    assert.equal(trace.outcome, 'completed');
    assert.equal(trace.endMs, 20);
  });

  it('carries its size, waits while the server works, and brings the reply', () => {
    const text = `
      host alice up 8Mbps
      host bob up 800kbps
      flow "F" {
        alice -> bob : "question" 10kB takes 5ms replies "answer" 1kB
      }
    `;
    assertSteps(
      run(text),
      `
      0-20 request send alice>bob question 10000B
        25-45 response send bob>alice answer 1000B
      `,
    );
  });

  it('is answered only after the server has done what its block says', () => {
    const steps = `
      alice -> web : "page" takes 3ms {
        web -> bob : "query" takes 7ms
      }
    `;
    assertSteps(
      run(flowOf(steps)),
      `
      0-10 request send alice>web page
        10-20 request send web>bob query
          27-37 response send bob>web
        40-50 response send web>alice
      `,
    );
  });

  it('is answered with a failure when something in its block fails', () => {
    const steps = `
      offline bob
      alice -> web : "page" {
        web -> bob : "query"
      }
    `;
    const trace = run(flowOf(steps));
    assertSteps(
      trace,
      `
      0-0 fault offline bob
      0-10 request send alice>web page
        10-3010 request send web query FAILED bob is offline.
        3010-3020 response send web>alice FAILED web could not answer, because bob is offline.
      `,
    );
    assert.deepEqual(findings(trace), ['6: host-offline']);
    assert.equal(trace.why, 'web could not answer, because bob is offline.');
  });

  it('from several hosts to several is made by all pairs at the same time', () => {
    const trace = run(flowOf('alice, bob -> carol, web : "hello"'));
    assertSteps(
      trace,
      `
      0-10 request send alice>carol hello
      0-10 request send alice>web hello
      0-10 request send bob>carol hello
      0-10 request send bob>web hello
        10-20 response send carol>alice
        10-20 response send web>alice
        10-20 response send carol>bob
        10-20 response send web>bob
      `,
    );
  });

  it('within a group leaves nobody asking itself', () => {
    const trace = run(flowOf('peer -> peer : "hello"', 'peer[3]'));
    assert.equal(trace.steps.filter((step) => step.kind === 'request').length, 6);
  });

  it('to several hosts lets each of them do its own part of the block', () => {
    const asksWeb = (block: string) => {
      const { steps } = run(flowOf(`alice -> bob, carol : "hello" {\n${block}\n}`));
      return steps.filter((step) => step.to === 'web').map((step) => step.from);
    };
    assert.deepEqual(asksWeb('bob, carol -> web : "query"'), ['bob', 'carol']);
    const apart = 'bob -> web : "query"\ncarol -> web : "query"';
    assert.deepEqual(asksWeb(apart), ['bob', 'carol']);
    assert.deepEqual(asksWeb(`together {\n${apart}\n}`), ['bob', 'carol']);
    assert.deepEqual(asksWeb(`repeat 2 {\n${apart}\n}`), ['bob', 'carol', 'bob', 'carol']);
  });
});

describe('a push', () => {
  it('makes its sender the server, and nothing comes back', () => {
    const trace = run(flowOf('web ~> alice : "news"'));
    assertSteps(trace, '0-10 push send web>alice news');
    assert.equal(trace.steps.at(0)?.server, 'web');
    assert.equal(trace.steps.at(0)?.client, 'alice');
  });
});

describe('getting and putting', () => {
  it('pushes nothing that the sender does not hold', () => {
    const text = 'host web\nhost alice shares "song"\nhost bob\nflow "F" {\n  web ~> bob : get "song"\n}';
    const trace = run(text);
    assertSteps(trace, '0-0 push get web song FAILED web does not hold “song”.');
    assert.deepEqual(findings(trace), ['5: not-held']);
    assert.equal(trace.outcome, 'failed');
  });

  const hosts = 'host alice\nhost bob shares "a.txt" 1kB\nhost carol\n';

  it('leaves a copy with the one who got it, who can then serve it too', () => {
    const trace = run(`${hosts}flow "F" {\n  alice -> bob : get "a.txt"\n  carol -> alice : get "a.txt"\n}`);
    assertSteps(
      trace,
      `
      0-10 request get alice>bob a.txt
        10-20 data get bob>alice a.txt 1000B
      20-30 request get carol>alice a.txt
        30-40 data get alice>carol a.txt 1000B
      `,
    );
    assert.deepEqual(trace.findings, []);
  });

  it('fails at once where the server does not hold the resource, and says who does', () => {
    const trace = run(`${hosts}flow "F" {\n  alice -> carol : get "a.txt"\n}`);
    assertSteps(
      trace,
      `
      0-10 request get alice>carol a.txt
        10-20 response get carol>alice a.txt FAILED carol does not hold “a.txt”.
      `,
    );
    assert.deepEqual(findings(trace), ['5: not-held']);
    assert.match(trace.findings[0]?.message ?? '', /Get it from bob/);
  });

  it('lets a server fetch what it is asked for while it answers', () => {
    const trace = run(`${hosts}flow "F" {\n  alice -> carol : get "a.txt" {\n    carol -> bob : get "a.txt"\n  }\n}`);
    assert.equal(trace.outcome, 'completed');
  });

  it('leaves an upload with the server before its block runs', () => {
    const trace = run(
      `${hosts}flow "F" {\n  alice -> carol : put "b.txt" 2kB {\n    bob -> carol : get "b.txt"\n  }\n}`,
    );
    assertSteps(
      trace,
      `
      0-10 request put alice>carol b.txt 2000B
        10-20 request get bob>carol b.txt
          20-30 data get carol>bob b.txt 2000B
        30-40 response put carol>alice b.txt
      `,
    );
  });

  it('counts bytes and answers for each host', () => {
    const { metrics } = run(`${hosts}flow "F" {\n  alice -> bob : get "a.txt"\n}`);
    const [alice, bob] = metrics;
    assert.deepEqual([alice?.bytesReceived, alice?.bytesSent, alice?.requestsServed], [1000, 0, 0]);
    assert.deepEqual([bob?.bytesReceived, bob?.bytesSent, bob?.requestsServed], [0, 1000, 1]);
  });
});

describe('steps around messages', () => {
  it('“together” starts all at once and waits for all', () => {
    const steps = `
      together {
        alice -> web : "slow" takes 50ms
        bob -> web : "fast"
      }
      carol -> web : "after"
    `;
    assertSteps(
      run(flowOf(steps)),
      `
      0-10 request send alice>web slow
      0-10 request send bob>web fast
        10-20 response send web>bob
        60-70 response send web>alice
      70-80 request send carol>web after
        80-90 response send web>carol
      `,
    );
  });

  it('“repeat” does its block that many times, “wait” takes its time, a note none', () => {
    const steps = `
      repeat 2 {
        note "again"
        wait 5ms
      }
    `;
    assertSteps(
      run(flowOf(steps)),
      `
      0-0 note again
      0-5 state wait
      5-5 note again
      5-10 state wait
      `,
    );
  });
});
