/**
 * Inlay hints at the ends of lines; VS Code's own setting `editor.inlayHints.enabled` switches them. While a playground asks
 * what will happen, they do not tell.
 */
import * as vscode from 'vscode';
import { type Hint, type HintPart, hintsOf } from '../editor/hints';
import { editorWords } from './current-editor-words';
import type { Documents } from './documents';
import type { Panels } from './panels';
import { toRange } from './places';
import type { SteadyView } from './steady';

export function registerInlayHints(documents: Documents, view: SteadyView, panels: Panels): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  const isAskedAbout = (uri: vscode.Uri) => panels.get(uri)?.session.isPredicting === true;
  let asked = '';
  const followQuestions = () => {
    const next = panels.all.flatMap(({ uri, session }) => (session.isPredicting ? [uri.toString()] : [])).join(' ');
    if (next !== asked) changed.fire();
    asked = next;
  };
  const provideInlayHints = (document: vscode.TextDocument, { start, end }: vscode.Range): vscode.InlayHint[] => {
    const checked = isAskedAbout(document.uri) ? undefined : view(document);
    return checked ? hintsOf(checked, start.line, end.line).map((hint) => toEditor(hint, document)) : [];
  };
  return vscode.Disposable.from(
    changed,
    documents.onDidCheck(() => changed.fire()),
    panels.onDidChange(followQuestions),
    panels.onDidClose(followQuestions),
    vscode.languages.registerInlayHintsProvider('topology', {
      onDidChangeInlayHints: changed.event,
      provideInlayHints,
    }),
  );
}

function toEditor(found: Hint, document: vscode.TextDocument): vscode.InlayHint {
  const { line, parts, tooltip } = editorWords().hint(found);
  const label = parts.map((part) => labelPart(part, document.uri));
  const hint = new vscode.InlayHint(document.lineAt(line).range.end, label, vscode.InlayHintKind.Type);
  hint.paddingLeft = true;
  // appendText shows whatever names and messages hold as it is written.
  hint.tooltip = new vscode.MarkdownString().appendText(tooltip.join('\n'));
  return hint;
}

function labelPart({ text, span }: HintPart, uri: vscode.Uri): vscode.InlayHintLabelPart {
  const part = new vscode.InlayHintLabelPart(text);
  if (span) part.location = new vscode.Location(uri, toRange(span));
  return part;
}
