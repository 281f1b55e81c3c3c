/** The commands that step through the messages of the flow that the playground shows. */
import * as vscode from 'vscode';
import { type Command, findTarget, panelOf, say } from './command';

export const stepForward = stepTo((position) => position + 1);
export const stepBack = stepTo((position) => position - 1);
export const firstStep = stepTo(() => 0);
export const lastStep = stepTo((_, count) => count);

function stepTo(next: (position: number, count: number) => number): Command {
  return async (context) => {
    const target = await findTarget(context);
    if (!target) return;
    const panel = panelOf(context, target);
    const { flow, frame } = panel.picture;
    const { position, count } = frame;
    if (flow === undefined) return say(`${target.name} has no flow to step through yet.`);
    const wanted = next(position, count);
    if (wanted >= 0 && wanted <= count) return panel.seek(wanted);
    const where = wanted < 0 ? 'This is before the first step' : 'That was the last step';
    vscode.window.setStatusBarMessage(`${where} of “${flow}”.`, 3000);
  };
}
