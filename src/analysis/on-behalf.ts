/**
 * Who asks only because somebody else has asked: a web server that asks its database in order to answer. Each step of a
 * run stands within the requests that are being answered meanwhile; they are worked out once, in one pass.
 */
import { type StepColumns, stepFlags } from '../simulation/step-list';
import type { Trace, TraceKind } from '../simulation/trace';

/** Whether the client of this message asks in order to answer a request. */
export type OnBehalf = (step: number) => boolean;

const known = new WeakMap<Trace, OnBehalf>();

export function onBehalfIn(trace: Trace): OnBehalf {
  const answer = known.get(trace) ?? read(trace.steps.columns);
  known.set(trace, answer);
  return answer;
}

const answering: ReadonlySet<TraceKind> = new Set<TraceKind>(['response', 'data', 'piece', 'hit']);

function read(columns: StepColumns): OnBehalf {
  const { from, to, flags } = columns;
  const around = requestsAround(columns);
  return (step) => {
    const client = ((flags[step] ?? 0) & stepFlags.clientSends ? from[step] : to[step]) ?? -1;
    for (let request = around[step] ?? -1; request >= 0; request = around[request] ?? -1) {
      if (to[request] === client) return true;
    }
    return false;
  };
}

/** By step, the innermost request that has arrived and not been answered when the step begins; -1 where there is none. */
function requestsAround({ content, contents, cause }: StepColumns): Int32Array {
  const isRequest = contents.map(({ kind }) => kind === 'request');
  const isAnswer = contents.map(({ kind }) => answering.has(kind));
  const around = new Int32Array(content.length);
  for (let step = 0; step < content.length; step += 1) around[step] = within(cause[step] ?? -1);
  return around;

  function within(led: number): number {
    if (led < 0) return -1;
    const what = content[led] ?? 0;
    if (isRequest[what]) return led;
    // With its answer a request is over; what follows stands where the request stood.
    const asked = isAnswer[what] ? (cause[led] ?? -1) : -1;
    return (asked >= 0 ? around[asked] : around[led]) ?? -1;
  }
}
