/** `Topology: Run Flow`: choose a flow and see its first step. One that is too large to run while typing is run. */
import * as vscode from 'vscode';
import { flowAt, stepsAt } from '../../editor/flow-summary';
import type { LensTarget } from '../../editor/lenses';
import type { Flow } from '../../language/topology';
import type { Trace } from '../../simulation/trace';
import { currentWords } from '../current-words';
import { showLine } from '../places';
import { traceOf } from '../session';
import { type Command, type Context, findTarget, openPanel, say } from './command';

/** What a CodeLens asks for: a flow, perhaps under a scenario, and the line that decides. */
interface Wish extends LensTarget {
  readonly uri: vscode.Uri;
}

/** The argument is the flow's name, or what a CodeLens asks for. */
export const runFlow: Command = async (context, argument) => {
  if (isWish(argument)) return showWish(context, argument);
  const target = await findTarget(context);
  if (!target) return;
  const { flows } = target.checked.compilation.topology;
  if (flows.length === 0)
    return say(
      vscode.l10n.t('{name} has no flow yet. Begin one with a line such as: {line}', {
        name: target.name,
        line: 'flow "First" {',
      }),
    );
  const { traces } = target.checked.analysis;
  const flow = typeof argument === 'string' ? argument : await pickFlow(flows, traces);
  if (flow === undefined) return;
  if (!traces.has(flow) && !(await context.documents.runInFull(target.document))) return;
  const panel = openPanel(context, target);
  panel.choose({ flow });
  panel.seek(1);
};

/** `Topology: Run Without Limit`: what is too large to run after each keystroke is run now. */
export const runInFull: Command = async (context, argument) => {
  const target = await findTarget(context, argument);
  if (!target) return;
  if (!(await context.documents.runInFull(target.document))) return;
  const steps = [...(context.documents.get(target.document)?.analysis.traces.values() ?? [])];
  const count = steps.reduce((sum, trace) => sum + trace.steps.length, 0);
  const { formats } = currentWords();
  const about = { name: target.name, steps: formats.count(count), flows: formats.count(steps.length) };
  say(vscode.l10n.t('{name} was run in full: {steps} steps in {flows} flows.', about));
};

async function showWish(context: Context, { uri, flow, scenario, line }: Wish): Promise<void> {
  const target = await findTarget(context, uri);
  if (!target) return;
  const shown = flow ?? (line === undefined ? undefined : flowAt(target.checked.compilation, line)?.name);
  const isRun = shown === undefined || target.checked.analysis.traces.has(shown);
  if (!isRun && !(await context.documents.runInFull(target.document))) return;
  const panel = openPanel(context, target);
  if (shown !== undefined) panel.choose({ flow: shown, scenario, whatIf: [] });
  const steps = stepsAt(traceOf(panel.session), line ?? -1);
  const decisive = steps.find(({ outcome }) => outcome === 'failed') ?? steps[0];
  panel.seek((decisive?.index ?? 0) + 1);
  if (line !== undefined) await showLine(target.document, line);
}

function isWish(value: unknown): value is Wish {
  return typeof value === 'object' && value !== null && 'uri' in value && value.uri instanceof vscode.Uri;
}

async function pickFlow(flows: readonly Flow[], traces: ReadonlyMap<string, Trace>): Promise<string | undefined> {
  const items = flows.map(({ name }) => ({ label: name, description: ending(traces.get(name)) }));
  const title = vscode.l10n.t('Run Flow');
  const picked = await vscode.window.showQuickPick(items, {
    title,
    placeHolder: vscode.l10n.t('Choose a flow to step through'),
  });
  return picked?.label;
}

function ending(trace: Trace | undefined): string {
  if (!trace) return vscode.l10n.t('too large to run while typing; runs when chosen');
  const { formats } = currentWords();
  const about = { steps: formats.count(trace.steps.length), time: formats.duration(trace.endMs) };
  return trace.outcome === 'completed'
    ? vscode.l10n.t('steps: {steps} · completed after {time}', about)
    : vscode.l10n.t('steps: {steps} · failed after {time}', about);
}
