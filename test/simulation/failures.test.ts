import assert from 'node:assert/strict';
import { assertSteps, findings, flowOf, run, transcript } from './run';

const lan = `
  switch lan
  host alice, bob
  link alice, bob -- lan 8Mbps 1ms
`;

describe('what to do about a message that is lost', () => {
  const advice = (step: string) =>
    run(`
    service m uses mesh
    host a, b runs m peer, web client, web server
    flow "F" {
      offline b
      ${step}
    }
  `).findings.map(({ message }) => /otherwise/.test(message));

  it('speaks of “otherwise” where that can be written, and nowhere else', () => {
    assert.deepEqual(advice('a -> b : "hello" over web'), [true]);
    assert.deepEqual(advice('a ~> b : "hello" over web'), [false]);
    assert.deepEqual(advice('call a, b'), [false]);
  });
});

describe('a failure', () => {
  it('of an offline server ends the flow after three seconds', () => {
    const trace = run(flowOf('offline bob\nalice -> bob : "hello"\nalice -> carol : "never"'));
    assertSteps(
      trace,
      `
      0-0 fault offline bob
      0-3000 request send alice hello FAILED bob is offline.
      `,
    );
    assert.equal(trace.outcome, 'failed');
    assert.equal(trace.why, 'bob is offline.');
  });

  it('of a sender that is offline is known at once', () => {
    const trace = run(flowOf('offline alice\nalice -> bob : "hello"'));
    assertSteps(
      trace,
      `
      0-0 fault offline alice
      0-0 request send alice hello FAILED alice is offline.
      `,
    );
    assert.match(trace.findings[0]?.message ?? '', /alice is offline, so it cannot ask bob/);
  });

  it('is over once the host is online again', () => {
    const trace = run(flowOf('offline bob\nonline bob\nalice -> bob : "hello"'));
    assert.equal(trace.outcome, 'completed');
  });

  it('shows how far the message got', () => {
    const trace = run(`${lan}flow "F" {\n  offline bob\n  alice -> bob : "hello"\n}`);
    assert.deepEqual(trace.steps.at(1)?.path, ['alice', 'lan']);
  });

  it('of a switch, and of a link that is cut, stops what has no other way', () => {
    const off = run(`${lan}flow "F" {\n  offline lan\n  alice -> bob : "hello"\n}`);
    assert.equal(off.why, 'lan is offline.');
    const cut = run(`${lan}flow "F" {\n  cut bob -- lan\n  alice -> bob : "hello"\n}`);
    assert.equal(cut.why, 'the link between bob and lan is cut.');
    assert.deepEqual(cut.steps.at(1)?.path, ['alice', 'lan']);
    const restored = run(`${lan}flow "F" {\n  cut bob -- lan\n  restore bob -- lan\n  alice -> bob : "hello"\n}`);
    assert.equal(restored.outcome, 'completed');
  });

  it('of a link sends what comes after another way, if there is one', () => {
    const text = `
      host alice, bob
      switch fast, slow
      link alice, bob -- fast 1ms
      link alice, bob -- slow 5ms
      flow "F" {
        alice -> bob : "hello"
        cut bob -- fast
        alice -> bob : "hello"
        restore bob -- fast
        alice -> bob : "hello"
      }
    `;
    const ways = run(text).steps.filter((step) => step.kind === 'request');
    assert.deepEqual(
      ways.map((step) => step.path[1]),
      ['fast', 'slow', 'fast'],
    );
  });

  it('stops a transfer that is under way', () => {
    const steps = `
      together {
        alice -> bob : put "film" 8MB
        repeat 1 {
          wait 500ms
          offline bob
        }
      }
    `;
    const trace = run(`${lan}flow "F" {\n${steps}\n}`);
    assertSteps(
      trace,
      `
      0-3000 request put alice>lan film 8000000B FAILED bob is offline.
      0-500 state wait
      500-500 fault offline bob
      `,
    );
    assert.deepEqual(trace.steps.at(0)?.changes, []);
    assert.equal(trace.endMs, 3000, 'not when the transfer would have ended');
  });

  it('of a server while it works leaves the asker without an answer', () => {
    const steps = `
      alice -> bob : "hello" {
        offline bob
      }
    `;
    assertSteps(
      run(flowOf(steps)),
      `
      0-10 request send alice>bob hello
        10-10 fault offline bob
        10-3010 response send bob FAILED bob is offline.
      `,
    );
  });

  it('is dealt with by “otherwise”, and then its findings are handled', () => {
    const steps = `
      offline bob
      alice -> bob : "hello" {
      } otherwise {
        alice -> carol : "hello"
      }
      note "goes on"
    `;
    const trace = run(flowOf(steps));
    assertSteps(
      trace,
      `
      0-0 fault offline bob
      0-3000 request send alice hello FAILED bob is offline.
      3000-3010 request send alice>carol hello
        3010-3020 response send carol>alice
      3020-3020 note goes on
      `,
    );
    assert.equal(trace.outcome, 'completed');
    assert.deepEqual(findings(trace), ['5: host-offline (handled)']);
  });

  it('leaves “otherwise” alone where there is none', () => {
    const steps = `
      alice -> bob : "hello" {
      } otherwise {
        note "never"
      }
    `;
    assert.doesNotMatch(transcript(run(flowOf(steps))), /never/);
  });

  it('in “together” is that of the first that failed, after all have ended', () => {
    const steps = `
      offline bob, carol
      together {
        alice -> carol : "one"
        alice -> bob : "two"
        alice -> web : "three"
      }
    `;
    const trace = run(flowOf(steps));
    assert.equal(trace.why, 'carol is offline.');
    assert.equal(trace.steps.filter((step) => step.to === 'alice').length, 1);
  });

  it('by chance depends on the seed alone', () => {
    const text = `
      host alice, bob
      link alice -- bob loss 50%
      flow "F" {
        alice -> bob : "hello"
      }
    `;
    const outcomes = Array.from({ length: 40 }, (_, seed) => run(text, { seed }).outcome);
    assert.ok(outcomes.includes('completed') && outcomes.includes('failed'));
    assert.deepEqual(
      outcomes,
      Array.from({ length: 40 }, (_, seed) => run(text, { seed }).outcome),
    );
    const lost = run(text, { seed: outcomes.indexOf('failed') });
    assert.equal(lost.why, 'the message was lost between alice and bob.');
    assert.ok([3000, 3001].includes(lost.endMs), 'three seconds after it was sent');
  });
});

describe('a scenario', () => {
  it('holds from the start: who is offline, what is cut, which rates apply', () => {
    const text = `
      host alice
      host bob shares "film" 1MB
      flow "F" {
        alice -> bob : get "film"
      }
      scenario "bob is away" {
        offline bob
      }
      scenario "slow" {
        set bob up 80kbps
      }
    `;
    assert.equal(run(text, { scenario: 'bob is away' }).why, 'bob is offline.');
    assert.ok(run(text, { scenario: 'bob is away' }).initial.offline.has('bob'));
    assert.equal(run(text, { scenario: 'slow' }).endMs, 100_020);
    assert.equal(run(text).endMs, 20);
  });
});
