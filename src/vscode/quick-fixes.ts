/**
 * The light bulb: the fixes that diagnostics carry, one by one and all of a kind, and for a file too large to run while
 * typing, the way to run it. What needs no thought can be made whenever the file is saved.
 */
import * as vscode from 'vscode';
import { type Offer, offersFor, safeFixes } from '../editor/fix-all';
import type { Diagnostic, TextEdit } from '../language/source';
import { editorWords } from './current-editor-words';
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
    return actionsFor(diagnostics, known, document.uri);
  };
  return vscode.languages.registerCodeActionsProvider(
    'topology',
    { provideCodeActions },
    { providedCodeActionKinds: [QuickFix, fixAllKind] },
  );
}

/** What is shown may be older than what is known. */
function keyOf(code: unknown, { start, end }: vscode.Range, message: string): string {
  return [code, start.line, start.character, end.character, message].join(' ');
}

function safeActions(known: readonly Diagnostic[], document: vscode.TextDocument): vscode.CodeAction[] {
  const edits = safeFixes(known, (line) => document.lineAt(line).text);
  return edits.length > 0
    ? [editAction(vscode.l10n.t('Fix all that needs no thought'), fixAllKind, edits, document.uri)]
    : [];
}

function actionsFor(
  underlined: readonly vscode.Diagnostic[],
  known: readonly Diagnostic[],
  uri: vscode.Uri,
): vscode.CodeAction[] {
  const shown = new Map(underlined.map((one) => [keyOf(codeOf(one), one.range, one.message), one]));
  const shownFor = ({ code, span, message }: Diagnostic) =>
    shown.get(keyOf(code, toRange(span), editorWords().message(message)));
  const wanted = known.filter(shownFor);
  const offers = offersFor(wanted, known).map((offer) => offerAction(offer, shownFor(offer.diagnostic), uri));
  const tooLarge = wanted.filter(({ code }) => code === 'too-large').map((one) => runAction(shownFor(one), uri));
  return [...offers, ...tooLarge];
}

function offerAction({ title, edits, isBest }: Offer, shown: vscode.Diagnostic | undefined, uri: vscode.Uri) {
  const action = editAction(editorWords().fixTitle(title), QuickFix, edits, uri);
  action.isPreferred = isBest;
  return mending(action, shown);
}

function mending(action: vscode.CodeAction, shown: vscode.Diagnostic | undefined): vscode.CodeAction {
  if (shown) action.diagnostics = [shown];
  return action;
}

function runAction(shown: vscode.Diagnostic | undefined, uri: vscode.Uri): vscode.CodeAction {
  const title = vscode.l10n.t('Run it all now');
  const run = new vscode.CodeAction(title, QuickFix);
  run.command = { title, command: 'topology.runInFull', arguments: [uri] };
  return mending(run, shown);
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
