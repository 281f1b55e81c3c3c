/**
 * The clock and the queue of what happens next. It knows nothing of networks: processes are generators that pause until
 * somebody lets them go on, so that a flow reads like prose. Events at one instant happen in the order in which they
 * were scheduled, as in SimPy's core.
 */
import TinyQueue from 'tinyqueue';

/** Yielded by a process in order to pause; it is called at once with the function that lets the process go on. */
export type Pause = (resume: () => void) => void;
export type Process<T> = Generator<Pause, T, void>;

export interface Engine {
  readonly nowMs: number;
  at(timeMs: number, action: () => void): void;
  after(delayMs: number, action: () => void): void;
  /** Runs the process up to its first pause, now. */
  start<T>(process: Process<T>, done: (result: T) => void): void;
  /** Works through the queue; false where something is left to do after `untilMs`. */
  run(untilMs: number): boolean;
}

interface Event {
  readonly timeMs: number;
  readonly sequence: number;
  readonly action: () => void;
}

export function createEngine(): Engine {
  const queue = new TinyQueue<Event>([], compareEvents);
  let nowMs = 0;
  let sequence = 0;
  const engine: Engine = {
    get nowMs() {
      return nowMs;
    },
    at(timeMs, action) {
      queue.push({ timeMs: Math.max(timeMs, nowMs), sequence: sequence++, action });
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
    run(untilMs) {
      for (let event = queue.peek(); event; event = queue.peek()) {
        if (event.timeMs > untilMs) {
          nowMs = untilMs;
          return false;
        }
        queue.pop();
        nowMs = event.timeMs;
        event.action();
      }
      return true;
    },
  };
  return engine;
}

export function* sleep(engine: Engine, durationMs: number): Process<void> {
  yield (resume) => engine.after(durationMs, resume);
}

/** Starts all, in order, and waits for all; the results are in the order of the processes. */
export function* all<T>(engine: Engine, processes: Iterable<Process<T>>): Process<readonly T[]> {
  const results: T[] = [];
  yield (resume) => {
    let running = 1; // the loop below counts as one, so that nothing resumes before all have started
    const finish = () => {
      running -= 1;
      if (running === 0) engine.after(0, resume);
    };
    let started = 0;
    for (const process of processes) {
      const place = started++;
      running += 1;
      engine.start(process, (result) => {
        results[place] = result;
        finish();
      });
    }
    finish();
  };
  return results;
}

// Not a subtraction of times: two infinite ones would give NaN.
function compareEvents(a: Event, b: Event): number {
  if (a.timeMs !== b.timeMs) return a.timeMs < b.timeMs ? -1 : 1;
  return a.sequence - b.sequence;
}
