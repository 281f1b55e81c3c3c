/** Where stepping goes: the stops of each unit, forward and back, with and without a filter. */
import assert from 'node:assert/strict';
import { drawn } from '../../src/scene/drawn';
import { noFilter, visibleSteps } from '../../src/scene/filter';
import type { StepFilter } from '../../src/scene/scene';
import { type Direction, nextStop, type Stepping, type Stop } from '../../src/scene/stepping';
import { causesOf } from '../../src/scene/stepping-causes';
import { nowhere } from '../../src/scene/stepping-words';
import { wordingOf } from '../../src/scene/wording';
import { StepList } from '../../src/simulation/step-list';
import { hybrid, type Run, run } from './scene';

const network = `
service web uses request
switch lan
host alice, bob : client runs web client
host shop : server runs web server shares "page.html" 10kB
host bank : server runs web server
link alice, bob, shop, bank -- lan
`;

interface Asked {
  readonly filter?: Partial<StepFilter>;
  readonly hosts?: readonly string[];
  readonly breakpoints?: readonly number[];
}

function steppingIn({ topology, trace }: Run, { filter, hosts = [], breakpoints = [] }: Asked = {}): Stepping {
  const visible = visibleSteps(trace.steps, { ...noFilter, ...filter }, drawn(topology));
  return { steps: trace.steps, visible, hosts: new Set(hosts), breakpoints: new Set(breakpoints) };
}

/** All positions at which one stops, from one end of the run to the other. */
function stops(stepping: Stepping, stop: Stop, direction: Direction = 1): number[] {
  const found: number[] = [];
  let position = direction > 0 ? 0 : stepping.steps.length + 1;
  for (;;) {
    const next = nextStop(stepping, stop, position, direction);
    if (next === undefined) return found;
    found.push(next);
    position = next;
  }
}

/** For each step, the text of its line. */
function linesOf(text: string, { trace }: Run): string[] {
  const lines = text.split('\n');
  return trace.steps.map(({ line }) => lines[line]?.trim() ?? '');
}

describe('stepping by message', () => {
  it('stops at every step, and back before the first', () => {
    const stepping = steppingIn(run(hybrid));
    assert.deepEqual(stops(stepping, 'message'), [1, 2, 3, 4, 5, 6, 7]);
    assert.deepEqual(stops(stepping, 'message', -1), [7, 6, 5, 4, 3, 2, 1, 0]);
  });

  it('passes over what the filter hides', () => {
    const stepping = steppingIn(run(hybrid), { filter: { kinds: ['data'] } });
    assert.deepEqual(stops(stepping, 'message'), [7]);
    assert.deepEqual(stops(stepping, 'message', -1), [7, 0]);
  });
});

describe('stepping by line', () => {
  const nested = `${network}
flow "Buy" {
  alice -> shop : "buy" {
    shop -> bank : "charge"
  }
  bob -> shop : get "page.html"
}`;

  it('stops once a line, and passes over the answers to what an earlier line asked', () => {
    const bought = run(nested);
    const at = stops(steppingIn(bought), 'line').map((position) => linesOf(nested, bought)[position - 1]);
    assert.deepEqual(at, ['alice -> shop : "buy" {', 'shop -> bank : "charge"', 'bob -> shop : get "page.html"']);
  });

  it('goes back to the same stops, and first to the beginning of the line that it is in', () => {
    const stepping = steppingIn(run(nested));
    const forward = stops(stepping, 'line');
    assert.deepEqual(stops(stepping, 'line', -1), [...forward.reverse(), 0]);
    const middle = nextStop(stepping, 'line', 0, 1) ?? 0;
    assert.equal(nextStop(stepping, 'line', 2, -1), middle);
  });

  it('stops again each time that a line is repeated', () => {
    const text = `${network}\nflow "Poll" {\n  repeat 3 {\n    alice -> shop : get "page.html"\n  }\n}`;
    assert.deepEqual(stops(steppingIn(run(text)), 'line'), [1, 3, 5]);
  });

  it('stops once where several hosts act at once', () => {
    const text = `${network}\nflow "Rush" {\n  alice, bob -> shop : get "page.html"\n}`;
    assert.deepEqual(stops(steppingIn(run(text)), 'line'), [1]);
  });

  it('stops at the first step of a line that the filter shows', () => {
    const filter = { kinds: ['data'] as const };
    assert.deepEqual(stops(steppingIn(run(nested), { filter }), 'line'), [6]);
  });
});

describe('stepping to breakpoints', () => {
  const text = `${network}\nflow "Poll" {\n  note "Go"\n  repeat 2 {\n    alice -> shop : get "page.html"\n  }\n}`;
  const line = text.split('\n').findIndex((each) => each.includes('get "page'));

  it('stops where a line with a breakpoint begins, each time', () => {
    const stepping = steppingIn(run(text), { breakpoints: [line] });
    assert.deepEqual(stops(stepping, 'breakpoint'), [2, 4]);
    assert.deepEqual(stops(stepping, 'breakpoint', -1), [4, 2]);
  });

  it('stops nowhere for a line that is never carried out', () => {
    assert.deepEqual(stops(steppingIn(run(text), { breakpoints: [0] }), 'breakpoint'), []);
  });
});

describe('stepping to the events of a host', () => {
  it('stops at what it sends and receives', () => {
    assert.deepEqual(stops(steppingIn(run(hybrid), { hosts: ['alice'] }), 'host'), [4, 5, 6, 7]);
    assert.deepEqual(stops(steppingIn(run(hybrid), { hosts: ['alice'] }), 'host', -1), [7, 6, 5, 4]);
  });

  it('stops at what a device passes on, and at its own failure', () => {
    const text = hybrid.replace('  alice -> bob', '  offline lan\n  alice -> bob');
    assert.deepEqual(stops(steppingIn(run(text), { hosts: ['lan'] }), 'host').slice(0, 5), [2, 3, 4, 5, 6]);
  });

  it('stops nowhere while no host is selected', () => {
    assert.deepEqual(stops(steppingIn(run(hybrid)), 'host'), []);
  });
});

describe('stepping to failures', () => {
  const text = `${network}
flow "Try" {
  alice -> shop : get "page.html"
  offline bank
  alice -> bank : "pay" {
  } otherwise {
    bob -> bank : "pay" {
    } otherwise {
      note "No bank."
    }
  }
}`;

  it('stops at what failed alone', () => {
    const tried = run(text);
    const stepping = steppingIn(tried);
    const failed = tried.trace.steps.filter(({ outcome }) => outcome === 'failed').map(({ index }) => index + 1);
    assert.equal(failed.length, 2);
    assert.deepEqual(stops(stepping, 'failure'), failed);
    assert.deepEqual(stops(stepping, 'failure', -1), failed.reverse());
  });
});

describe('where stepping leads nowhere', () => {
  const asked = {
    flow: 'Buy',
    host: 'alice',
    hasBreakpoints: true,
    meetsBreakpoints: true,
    isFiltered: false,
  } as const;

  it('is said, with what to do where that helps', () => {
    const said = (more: Partial<Parameters<typeof nowhere>[0]>) =>
      nowhere({ ...asked, stop: 'failure', direction: 1, ...more });
    assert.equal(said({}), 'No later failure.');
    assert.equal(
      said({ direction: -1, isFiltered: true }),
      'No earlier failure among the steps that the filter shows.',
    );
    assert.equal(said({ stop: 'host' }), 'No later step concerns alice.');
    assert.match(said({ stop: 'host', host: undefined }), /^Choose a host first/);
    assert.match(said({ stop: 'breakpoint', hasBreakpoints: false }), /^Set a breakpoint first/);
    assert.equal(
      said({ stop: 'breakpoint', meetsBreakpoints: false }),
      '“Buy” comes to no line that has a breakpoint.',
    );
    assert.equal(said({ stop: 'message' }), 'That was the last step of “Buy”.');
    assert.equal(said({ stop: 'line', direction: -1 }), 'This is before the first step of “Buy”.');
  });
});

describe('the causes of a step', () => {
  const { topology, trace } = run(hybrid);
  const causes = (index: number) => causesOf(trace, index, wordingOf(topology, trace));

  it('are told as sentences, and so is what came of it', () => {
    assert.deepEqual(causes(3).cause, undefined);
    assert.deepEqual(causes(3).consequences, [{ index: 4, sentence: 'napster answers: bob has song.mp3.' }]);
    assert.deepEqual(causes(4).cause, { index: 3, sentence: 'alice asks napster where song.mp3 is.' });
    assert.deepEqual(causes(4).consequences, []);
  });

  it('are listed up to a number, and the rest is counted', () => {
    const chat = run(`
service talk uses relay
host room : server runs talk server
host p[30] : client runs talk client
link p[*] -- room
flow "Hello" {
  p[*] joins talk
  p[1] sends "hello"
}`);
    const most = Math.max(
      ...chat.trace.steps.map(({ index }) => {
        const { consequences, otherConsequences } = causesOf(chat.trace, index, wordingOf(chat.topology, chat.trace));
        return consequences.length === 12 ? otherConsequences : 0;
      }),
    );
    assert.ok(most >= 17, `${most} more`);
  });
});

describe('a long run', () => {
  /** Of a million steps, making each to look at it would take seconds. */
  class UntouchedSteps extends StepList {
    override at(): never {
      throw new Error('A step was made.');
    }
  }

  for (const stop of ['message', 'line', 'host', 'failure', 'breakpoint'] as const) {
    it(`is searched for the next ${stop} without making steps`, () => {
      const { steps, ...rest } = steppingIn(run(hybrid), { hosts: ['alice'], breakpoints: [9] });
      const untouched = { ...rest, steps: new UntouchedSteps(steps.columns) };
      assert.deepEqual(stops(untouched, stop), stops({ ...rest, steps }, stop));
    });
  }
});
