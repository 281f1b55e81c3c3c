/**
 * A check whose long runs are made elsewhere: in slices, in another thread. It checks, hands on the runs that take long,
 * and checks again once they are there, until nothing is missing. Knows neither threads nor clocks.
 */
import type { Trace } from '../simulation/trace';
import { type Checked, type CheckOptions, check } from './check';
import type { LongRun } from './runs';

/** What is run at once, even where the rest is not. */
const shortRun = 10_000;

/** Undefined where the run was given up: nothing comes of the check then. */
export type MakeRun = (run: LongRun) => Promise<Trace | undefined>;

/** `also` are runs that nothing in the file asks for; they are in the memory of the analysis afterwards. */
export async function checkInFull(
  text: string,
  options: CheckOptions,
  makeRun: MakeRun,
  also: readonly LongRun[] = [],
): Promise<Checked | undefined> {
  let checked: Checked | undefined;
  let wanted: LongRun[];
  do {
    wanted = [];
    checked = check(text, checked, { ...options, elsewhere: { above: shortRun, want: (run) => wanted.push(run) } });
    for (const run of wanted) {
      const trace = await makeRun(run);
      if (!trace) return undefined;
      checked.analysis.memory.remember(run.flow, run.circumstances, trace);
    }
  } while (wanted.length > 0);
  const { memory } = checked.analysis;
  for (const run of also) {
    const { flow, circumstances } = run;
    const trace = memory.recall(flow, circumstances) ?? (await makeRun(run));
    if (!trace) return undefined;
    memory.remember(flow, circumstances, trace);
  }
  return checked;
}
