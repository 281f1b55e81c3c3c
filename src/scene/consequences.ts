/** What steps led to: nothing, something, a push to somebody else. One pass for each trace, when somebody asks. */
import type { Trace, TraceStep } from '../simulation/trace';

interface Consequences {
  readonly leading: Uint8Array;
  /** By step, the first push that it caused; -1 is none. */
  readonly pushes: Int32Array;
}

const known = new WeakMap<Trace, Consequences>();

export function leadsOn(trace: Trace, step: number): boolean {
  return consequencesOf(trace).leading[step] === 1;
}

/** How a server passes on what it has been sent with this step. */
export function firstPush(trace: Trace, step: number): TraceStep | undefined {
  const push = consequencesOf(trace).pushes[step] ?? -1;
  return push < 0 ? undefined : trace.steps.at(push);
}

function consequencesOf(trace: Trace): Consequences {
  const consequences = known.get(trace) ?? read(trace);
  known.set(trace, consequences);
  return consequences;
}

function read({ steps: { columns } }: Trace): Consequences {
  const { cause: causes, content, contents } = columns;
  const isPush = contents.map(({ kind }) => kind === 'push');
  const leading = new Uint8Array(causes.length);
  const pushes = new Int32Array(causes.length).fill(-1);
  for (let step = 0; step < causes.length; step += 1) {
    const cause = causes[step] ?? -1;
    if (cause < 0) continue;
    leading[cause] = 1;
    if (isPush[content[step] ?? 0] && pushes[cause] === -1) pushes[cause] = step;
  }
  return { leading, pushes };
}
