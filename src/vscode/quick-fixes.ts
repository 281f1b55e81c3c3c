/**
 * The light bulb: the fixes that diagnostics carry, and for a file too large to run while typing, the way to run it.
 */
import * as vscode from 'vscode';
import type { Diagnostic, Fix } from '../language/source';
import type { Documents } from './documents';
import { toRange } from './places';

export function registerQuickFixes(documents: Documents): vscode.Disposable {
  const provideCodeActions = (
    document: vscode.TextDocument,
    _range: vscode.Range,
    { diagnostics }: vscode.CodeActionContext,
  ): vscode.CodeAction[] => {
    const known = documents.get(document)?.diagnostics ?? [];
    return diagnostics.flatMap((shown) => {
      const diagnostic = known.find((candidate) => isSame(candidate, shown));
      return diagnostic ? actionsFor(diagnostic, shown, document.uri) : [];
    });
  };
  return vscode.languages.registerCodeActionsProvider(
    'topology',
    { provideCodeActions },
    { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
  );
}

function isSame({ code, span, message }: Diagnostic, shown: vscode.Diagnostic): boolean {
  return shown.code === code && shown.message === message && shown.range.isEqual(toRange(span));
}

function actionsFor(diagnostic: Diagnostic, shown: vscode.Diagnostic, uri: vscode.Uri): vscode.CodeAction[] {
  const fixes = diagnostic.fixes.map((fix) => fixAction(fix, shown, uri));
  if (diagnostic.code !== 'too-large') return fixes;
  const title = 'Run it all now';
  const run = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  run.diagnostics = [shown];
  run.command = { title, command: 'topology.runInFull', arguments: [uri] };
  return [...fixes, run];
}

function fixAction({ title, edits }: Fix, shown: vscode.Diagnostic, uri: vscode.Uri): vscode.CodeAction {
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.diagnostics = [shown];
  action.edit = new vscode.WorkspaceEdit();
  for (const { span, text } of edits) action.edit.replace(uri, toRange(span), text);
  return action;
}
