/**
 * Ticks off the steps of the walkthrough (`contributes.walkthroughs` in package.json) as they are done, whichever way: VS Code
 * marks a step as soon as its context key is set, and remembers it.
 */
import * as vscode from 'vscode';
import type { Checked } from '../analysis/check';
import { type Achievement, achievedBy } from '../editor/progress';
import type { Documents } from './documents';
import type { Panel } from './panel';
import type { Panels } from './panels';

type Step = 'drawn' | 'stepped' | 'explained' | Achievement;

/** Into a run, so that its first message has been seen. */
const STEPS = 3;

export function tickOff(step: Step): void {
  vscode.commands.executeCommand('setContext', `topology.done.${step}`, true);
}

export function followWalkthrough(documents: Documents, panels: Panels): vscode.Disposable {
  const latest = new WeakMap<vscode.TextDocument, Checked>();
  const seen = { drawn: new WeakSet<Panel>(), stepped: new WeakSet<Panel>() };
  const see = (panel: Panel, step: keyof typeof seen) => {
    if (!seen[step].has(panel)) tickOff(step);
    seen[step].add(panel);
  };
  return vscode.Disposable.from(
    panels.onDidChange((panel) => {
      see(panel, 'drawn');
      if (panel.picture.frame.position >= STEPS) see(panel, 'stepped');
    }),
    documents.onDidCheck((document) => {
      const [now, before] = [documents.get(document), latest.get(document)];
      if (!now) return;
      latest.set(document, now);
      if (before) for (const achievement of achievedBy(now, before)) tickOff(achievement);
    }),
  );
}
