/** The commands that step through the flow that the playground shows. Where there is nothing to step to, they say so. */
import * as vscode from 'vscode';
import type { Direction, Stop } from '../../scene/stepping';
import type { Panel } from '../panel';
import { type Command, findTarget, panelOf, say } from './command';

/** By the unit that is chosen in the playground. */
export const stepForward = stepTo(undefined, 1);
export const stepBack = stepTo(undefined, -1);
export const nextLine = stepTo('line', 1);
export const previousLine = stepTo('line', -1);
export const nextFailure = stepTo('failure', 1);
export const previousFailure = stepTo('failure', -1);
export const nextBreakpoint = stepTo('breakpoint', 1);
export const previousBreakpoint = stepTo('breakpoint', -1);
export const firstStep = inPlayground((panel) => panel.seek(0));
export const lastStep = inPlayground((panel) => panel.seek(panel.picture.filter?.end ?? 0));

function stepTo(stop: Stop | undefined, direction: Direction): Command {
  return inPlayground((panel) => {
    panel.step(stop, direction);
    const { remark } = panel.session;
    if (remark !== '') vscode.window.setStatusBarMessage(remark, 4000);
  });
}

function inPlayground(act: (panel: Panel) => void): Command {
  return async (context) => {
    const target = await findTarget(context);
    if (!target) return;
    const panel = panelOf(context, target);
    if (panel.picture.flow === undefined)
      return say(vscode.l10n.t('{name} has no flow to step through yet.', { name: target.name }));
    act(panel);
  };
}
