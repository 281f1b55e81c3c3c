/**
 * The light bulb: the fixes that diagnostics carry, one by one and all of a kind, and for a file too large to run while
 * typing, the way to run it. What needs no thought can be made whenever the file is saved.
 */
import * as vscode from 'vscode';
import { fixAllLike, isBest, safeFixes } from '../editor/fix-all';
import type { Diagnostic, TextEdit } from '../language/source';
import { codeOf } from './diagnostics';
import type { Documents } from './documents';
import { toRange } from './places';

const { QuickFix, SourceFixAll } = vscode.CodeActionKind;
const fixAllKind = SourceFixAll.append('topology');

export function registerQuickFixes(documents: Documents): vscode.Disposable {
  const provideCodeActions = (
    document: vscode.TextDocument,
    _range: vscode.Range,
    { diagnostics, only }: vscode.CodeActionContext,
  ): vscode.CodeAction[] => {
    const known = documents.get(document)?.diagnostics ?? [];
    if (only?.contains(fixAllKind)) return safeActions(known, document);
    return diagnostics.flatMap((shown) => {
      const diagnostic = known.find((candidate) => isSame(candidate, shown));
      return diagnostic ? actionsFor(diagnostic, known, shown, document.uri) : [];
    });
  };
  return vscode.languages.registerCodeActionsProvider(
    'topology',
    { provideCodeActions },
    { providedCodeActionKinds: [QuickFix, fixAllKind] },
  );
}

function isSame({ code, span, message }: Diagnostic, shown: vscode.Diagnostic): boolean {
  return codeOf(shown) === code && shown.message === message && shown.range.isEqual(toRange(span));
}

function safeActions(known: readonly Diagnostic[], document: vscode.TextDocument): vscode.CodeAction[] {
  const edits = safeFixes(known, (line) => document.lineAt(line).text);
  return edits.length > 0 ? [editAction('Fix all that needs no thought', fixAllKind, edits, document.uri)] : [];
}

function actionsFor(
  diagnostic: Diagnostic,
  known: readonly Diagnostic[],
  shown: vscode.Diagnostic,
  uri: vscode.Uri,
): vscode.CodeAction[] {
  const actions = diagnostic.fixes.flatMap((fix) => {
    const one = editAction(fix.title, QuickFix, fix.edits, uri);
    one.isPreferred = isBest(diagnostic, fix);
    const all = fixAllLike(known, diagnostic, fix);
    return all ? [one, editAction(all.title, QuickFix, all.edits, uri)] : [one];
  });
  if (diagnostic.code === 'too-large') actions.push(runAction(uri));
  for (const action of actions) action.diagnostics = [shown];
  return actions;
}

function runAction(uri: vscode.Uri): vscode.CodeAction {
  const title = 'Run it all now';
  const run = new vscode.CodeAction(title, QuickFix);
  run.command = { title, command: 'topology.runInFull', arguments: [uri] };
  return run;
}

function editAction(
  title: string,
  kind: vscode.CodeActionKind,
  edits: readonly TextEdit[],
  uri: vscode.Uri,
): vscode.CodeAction {
  const action = new vscode.CodeAction(title, kind);
  action.edit = new vscode.WorkspaceEdit();
  for (const { span, text } of edits) action.edit.replace(uri, toRange(span), text);
  return action;
}
