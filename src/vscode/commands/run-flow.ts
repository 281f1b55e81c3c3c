/** `Topology: Run Flow`: choose a flow and see its first step. One that is too large to run while typing is run. */
import * as vscode from 'vscode';
import type { Flow } from '../../language/topology';
import { formatCount, formatDuration } from '../../scene/formats';
import type { Trace } from '../../simulation/trace';
import { type Command, findTarget, openPanel, say } from './command';

/** The argument is the flow's name. */
export const runFlow: Command = async (context, argument) => {
  const target = await findTarget(context);
  if (!target) return;
  const { flows } = target.checked.compilation.topology;
  if (flows.length === 0) return say(`${target.name} has no flow yet. Begin one with a line such as: flow "First" {`);
  const { traces } = target.checked.analysis;
  const flow = typeof argument === 'string' ? argument : await pickFlow(flows, traces);
  if (flow === undefined) return;
  if (!traces.has(flow)) context.documents.runInFull(target.document);
  const panel = openPanel(context, target);
  panel.choose({ flow });
  panel.seek(1);
};

/** `Topology: Run Without Limit`: what is too large to run after each keystroke is run now. */
export const runInFull: Command = async (context, argument) => {
  const target = await findTarget(context, argument);
  if (!target) return;
  context.documents.runInFull(target.document);
  const steps = [...(context.documents.get(target.document)?.analysis.traces.values() ?? [])];
  const count = steps.reduce((sum, trace) => sum + trace.steps.length, 0);
  say(`${target.name} was run in full: ${formatCount(count)} steps in ${formatCount(steps.length)} flows.`);
};

async function pickFlow(flows: readonly Flow[], traces: ReadonlyMap<string, Trace>): Promise<string | undefined> {
  const items = flows.map(({ name }) => ({ label: name, description: ending(traces.get(name)) }));
  const title = 'Run Flow';
  const picked = await vscode.window.showQuickPick(items, { title, placeHolder: 'Choose a flow to step through' });
  return picked?.label;
}

function ending(trace: Trace | undefined): string {
  if (!trace) return 'too large to run while typing; runs when chosen';
  const steps = `${formatCount(trace.steps.length)} ${trace.steps.length === 1 ? 'step' : 'steps'}`;
  return `${steps} · ${trace.outcome} after ${formatDuration(trace.endMs)}`;
}
