/**
 * One message from one host to another: its step in the trace, its way, its end. Everything that is sent in a run is sent
 * here. It knows nothing of what messages mean.
 */
import type { Host } from '../language/topology';
import type { Addressee, Undelivered } from './delivery';
import type { Process } from './engine';
import type { Run } from './run';
import type { StepContent } from './step-list';

export interface Parcel {
  readonly content: StepContent;
  readonly from: Host;
  readonly to: Host;
  /** The end that asks in the request that this message belongs to. */
  readonly client: Host;
  readonly cause: number | undefined;
  /** A piece of a resource, or the TTL of a query. */
  readonly count?: number | undefined;
}

/** Called when the last bit of a step's message has arrived, or its sender has given up. */
export type Done = (step: number, failure: Undelivered | undefined) => void;

/** Begins the step of a message and sends it; returns the step. */
export type Send = (from: Host, to: Host, client: Host, cause?: number, count?: number) => number;

/** A lost or unanswered message is given up after this time. */
export const timeoutMs = 3000;

/**
 * For many messages that say the same. What comes of each is told by its step alone (`recorder.from` and `to` know its
 * ends), so that nothing has to be kept for each while it is under way.
 */
export function createSender(run: Run, content: StepContent, done: Done): Send {
  const { recorder, delivering } = run;
  const addressee = createAddressee(run, content, done);
  return (from, to, client, cause = -1, count = -1) => {
    const step = recorder.beginBetween(content, from, to, client, cause, count);
    delivering.deliver(step, from, to, content.sizeBytes, addressee);
    return step;
  };
}

/** A single message, begun and sent. */
export function send(run: Run, { content, from, to, client, cause, count }: Parcel, done: Done): number {
  return createSender(run, content, done)(from, to, client, cause, count);
}

/** Sends the message of a step that has been begun, and waits for what comes of it. */
export function* carry(run: Run, { content, from, to }: Parcel, step: number): Process<Undelivered | undefined> {
  let result: Undelivered | undefined;
  yield (resume) => {
    const addressee = createAddressee(run, content, (_, failure) => {
      result = failure;
      resume();
    });
    run.delivering.deliver(step, from, to, content.sizeBytes, addressee);
  };
  return result;
}

function createAddressee({ engine, recorder }: Run, content: StepContent, done: Done): Addressee {
  return {
    arrived(step) {
      recorder.arrive(step);
      done(step, undefined);
    },
    lost(step, failure) {
      const giveUp = () => {
        recorder.fail(step, `${failure.why}.`, failure.path);
        done(step, failure);
      };
      // Who is offline knows at once that nothing goes out; those who wait for a message give up later.
      if (failure.path.length === 0 && isBeginning(content)) giveUp();
      else engine.at(recorder.startMs(step) + timeoutMs, giveUp);
    },
  };
}

/** Nobody waits for it yet. */
function isBeginning({ kind }: StepContent): boolean {
  return kind === 'request' || kind === 'push' || kind === 'query' || kind === 'stream';
}
