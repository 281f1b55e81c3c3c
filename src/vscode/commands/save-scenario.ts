/**
 * `Topology: Save as Scenario`: what is being tried out is written into the file, as a scenario with a name of its own and
 * in one edit that can be undone; then that scenario is shown.
 */
import * as vscode from 'vscode';
import { freeScenarioName, scenarioEdit, scenarioNameProblem } from '../../editor/save-scenario';
import type { Topology } from '../../language/topology';
import { isKnown, summaryOf } from '../../scene/what-if';
import { currentWords } from '../current-words';
import { toRange } from '../places';
import { findScenario } from '../runs';
import { type Command, findTarget, panelOf, say } from './command';

/** The argument is the scenario's name, or a playground's request (`uri`). */
export const saveScenario: Command = async (context, argument) => {
  const { uri } = (argument ?? {}) as { readonly uri?: unknown };
  const target = await findTarget(context, uri);
  if (!target) return;
  const { document, checked } = target;
  const { topology } = checked.compilation;
  const choice = context.panels.get(document.uri)?.session.choice;
  const whatIf = choice?.whatIf.filter((change) => isKnown(topology, change)) ?? [];
  if (!choice || whatIf.length === 0)
    return say(
      vscode.l10n.t(
        'There is nothing to save yet: try something out first. Right-click a host or a link in the playground, or use Take Host Offline.',
      ),
    );
  const base = findScenario(topology, choice.scenario);
  const suggested = [...(base ? [base.name] : []), summaryOf(topology, whatIf, currentWords())].join(' + ');
  const name = typeof argument === 'string' ? argument : await askForName(topology, suggested);
  if (name === undefined) return;
  const problem = scenarioNameProblem(topology, name);
  if (problem) throw new Error(problem);
  const { edit, line } = scenarioEdit(checked.compilation, { name, base, whatIf });
  const changes = new vscode.WorkspaceEdit();
  changes.replace(document.uri, toRange(edit.span), edit.text);
  if (!(await vscode.workspace.applyEdit(changes)))
    throw new Error(vscode.l10n.t('{name} could not be changed.', { name: target.name }));
  const panel = panelOf(context, target);
  const saved = context.documents.get(document);
  if (saved) panel.update(saved);
  panel.choose({ scenario: name.trim(), whatIf: [] });
  reveal(document, line);
};

function askForName(topology: Topology, suggested: string): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    title: vscode.l10n.t('Save as Scenario'),
    prompt: vscode.l10n.t('What shall the scenario be called?'),
    value: freeScenarioName(topology, suggested),
    validateInput: (name) => scenarioNameProblem(topology, name),
  });
}

/** Brings what was written into view where the file is open; the focus stays where it is. */
function reveal(document: vscode.TextDocument, line: number): void {
  const range = new vscode.Range(line, 0, line, 0);
  for (const editor of vscode.window.visibleTextEditors)
    if (editor.document === document) editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
