/**
 * The `{}` item of VS Code's status bar for topology files: the architecture that the flows amount to and why, or the
 * number of errors.
 */
import * as vscode from 'vscode';
import { type Checked, countErrors } from './check';
import type { Documents } from './documents';

export function registerLanguageStatus(documents: Documents): vscode.Disposable {
  const item = vscode.languages.createLanguageStatusItem('topology.status', { language: 'topology' });
  item.name = 'Topology';
  const refresh = () => {
    const document = vscode.window.activeTextEditor?.document;
    const checked = document && documents.get(document);
    if (checked) show(item, checked);
  };
  refresh();
  return vscode.Disposable.from(
    item,
    documents.onDidCheck((document) => {
      if (document === vscode.window.activeTextEditor?.document) refresh();
    }),
    vscode.window.onDidChangeActiveTextEditor(refresh),
  );
}

function show(item: vscode.LanguageStatusItem, checked: Checked): void {
  const errors = countErrors(checked);
  const { kind, reasons } = checked.analysis.architecture;
  item.severity = errors > 0 ? vscode.LanguageStatusSeverity.Error : vscode.LanguageStatusSeverity.Information;
  item.text = errors > 0 ? count(errors) : (kind ?? vscode.l10n.t('nothing is exchanged yet'));
  item.detail = reasons[0] ?? '';
  item.command =
    errors > 0
      ? { title: vscode.l10n.t('Show Problems'), command: 'workbench.actions.view.problems' }
      : { title: vscode.l10n.t('Open Playground'), command: 'topology.openPlayground' };
}

function count(errors: number): string {
  return errors === 1 ? vscode.l10n.t('1 error') : vscode.l10n.t('{errors} errors', { errors });
}
