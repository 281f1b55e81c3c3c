/**
 * The clock and the queue of what happens next. It knows nothing of networks: processes are generators that pause until
 * somebody lets them go on, so that a flow reads like prose. Events at one instant happen in the order in which they
 * were scheduled, as in SimPy's core. They are kept together by instant: messages that set out together mostly arrive
 * together, so the queue holds far fewer instants than there are events.
 */
import TinyQueue from 'tinyqueue';

/** Yielded by a process in order to pause; it is called at once with the function that lets the process go on. */
export type Pause = (resume: () => void) => void;
export type Process<T> = Generator<Pause, T, void>;

export interface Engine {
  readonly nowMs: number;
  /** One action may serve many events, told apart by a number: what is sent by the million needs no function of its own. */
  at(timeMs: number, action: (about: number) => void, about?: number): void;
  after(delayMs: number, action: () => void): void;
  /** Runs the process up to its first pause, now. */
  start<T>(process: Process<T>, done: (result: T) => void): void;
  /**
   * Works through the queue, at most so many events: `idle` where nothing is left, `paused` where the events are used up,
   * `stopped` where something is left to do after `untilMs`.
   */
  run(untilMs: number, maximumEvents?: number): 'idle' | 'paused' | 'stopped';
}

interface Instant {
  readonly actions: ((about: number) => void)[];
  readonly about: number[];
}

export function createEngine(): Engine {
  const queue = new TinyQueue<number>();
  const instants = new Map<number, Instant>();
  let nowMs = 0;
  let now: Instant = { actions: [], about: [] };
  let next = 0;
  const engine: Engine = {
    get nowMs() {
      return nowMs;
    },
    at(timeMs, action, about = 0) {
      let instant = timeMs <= nowMs ? now : instants.get(timeMs);
      if (!instant) {
        instant = { actions: [], about: [] };
        instants.set(timeMs, instant);
        queue.push(timeMs);
      }
      instant.actions.push(action);
      instant.about.push(about);
    },
    after(delayMs, action) {
      engine.at(nowMs + delayMs, action);
    },
    start(process, done) {
      const goOn = () => {
        const step = process.next();
        if (step.done) done(step.value);
        else step.value(goOn);
      };
      goOn();
    },
    run(untilMs, maximumEvents = Number.POSITIVE_INFINITY) {
      for (let left = maximumEvents; left > 0; left -= 1) {
        if (next === now.actions.length && !enterNextInstant(untilMs)) return queue.length > 0 ? 'stopped' : 'idle';
        const place = next++;
        now.actions[place]?.(now.about[place] ?? 0);
      }
      return 'paused';
    },
  };
  return engine;

  function enterNextInstant(untilMs: number): boolean {
    const timeMs = queue.peek();
    now = { actions: [], about: [] };
    next = 0;
    if (timeMs === undefined) return false;
    if (timeMs > untilMs) {
      nowMs = untilMs;
      return false;
    }
    queue.pop();
    nowMs = timeMs;
    now = instants.get(timeMs) ?? now;
    instants.delete(timeMs);
    return true;
  }
}

export function* sleep(engine: Engine, durationMs: number): Process<void> {
  yield (resume) => engine.after(durationMs, resume);
}

/** So many in one event, so that a run can be left even where a crowd begins at one instant. */
const startedAtOnce = 1000;

/** Starts all, in order, and waits for all; the results are in the order of the processes. */
export function* all<T>(engine: Engine, processes: Iterable<Process<T>>): Process<readonly T[]> {
  const results: T[] = [];
  yield (resume) => {
    let running = 1; // the loop below counts as one, so that nothing resumes before all have started
    const finish = () => {
      running -= 1;
      if (running === 0) engine.after(0, resume);
    };
    const waiting = processes[Symbol.iterator]();
    let started = 0;
    const startSome = () => {
      for (let left = startedAtOnce; left > 0; left -= 1) {
        const next = waiting.next();
        if (next.done) {
          finish();
          return;
        }
        const place = started++;
        running += 1;
        engine.start(next.value, (result) => {
          results[place] = result;
          finish();
        });
      }
      engine.after(0, startSome);
    };
    startSome();
  };
  return results;
}
