/**
 * One message from one host to another: its step in the trace, its way, its end. Everything that is sent in a run is sent
 * here. It knows nothing of what messages mean.
 */
import type { Host } from '../language/topology';
import type { Undelivered } from './delivery';
import type { Process } from './engine';
import type { Run } from './run';
import type { StepContent } from './step-list';

export interface Parcel {
  /** Shared by all messages that say the same. */
  readonly content: StepContent;
  readonly from: Host;
  readonly to: Host;
  /** The end that asks in the request that this message belongs to. */
  readonly client: Host;
  readonly cause: number | undefined;
  /** A piece of a resource, or the TTL of a query. */
  readonly count?: number | undefined;
}

/** A lost or unanswered message is given up after this time. */
const timeoutMs = 3000;

/**
 * Begins the step of a message and sends it; `done` is called when its last bit has arrived or its sender has given up.
 * Returns the step. Meant for patterns that send a great deal; what happens in order reads better with `carry`.
 */
export function send(run: Run, parcel: Parcel, done: (step: number, failure: Undelivered | undefined) => void): number {
  const step = run.recorder.begin(parcel.content, parcel);
  deliver(run, parcel, step, (failure) => done(step, failure));
  return step;
}

/** The same for a step that has been begun, within a process. */
export function* carry(run: Run, parcel: Parcel, step: number): Process<Undelivered | undefined> {
  let result: Undelivered | undefined;
  yield (resume) =>
    deliver(run, parcel, step, (failure) => {
      result = failure;
      resume();
    });
  return result;
}

function deliver(
  run: Run,
  { content, from, to }: Parcel,
  step: number,
  done: (failure: Undelivered | undefined) => void,
): void {
  const { engine, recorder, delivering } = run;
  const startMs = engine.nowMs;
  delivering.deliver(from, to, content.sizeBytes, (way, failure) => {
    if (way) {
      recorder.arrive(step, way);
      done(undefined);
    } else if (failure) {
      const giveUp = () => {
        recorder.fail(step, `${failure.why}.`, failure.path);
        done(failure);
      };
      // Who is offline knows at once that nothing goes out; those who wait for a message give up later.
      if (failure.path.length === 0 && isBeginning(content)) giveUp();
      else engine.at(Math.max(engine.nowMs, startMs + timeoutMs), giveUp);
    }
  });
}

/** Nobody waits for it yet. */
function isBeginning({ kind }: StepContent): boolean {
  return kind === 'request' || kind === 'push' || kind === 'query' || kind === 'stream';
}
