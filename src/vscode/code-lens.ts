/** CodeLenses over flows and expectations; VS Code's own setting `editor.codeLens` switches them. */
import * as vscode from 'vscode';
import { type Lens, lensesWhileTyping, type ShownLenses } from '../editor/lenses';
import { editorWords } from './current-editor-words';
import type { Documents } from './documents';
import { toRange } from './places';

export function registerCodeLenses(documents: Documents): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  const latest = new WeakMap<vscode.TextDocument, ShownLenses>();
  const provideCodeLenses = (document: vscode.TextDocument): vscode.CodeLens[] => {
    const checked = documents.get(document);
    if (!checked) return [];
    const shown = lensesWhileTyping(checked, latest.get(document));
    latest.set(document, shown);
    return shown.lenses.map((lens) => toEditor(lens, document.uri));
  };
  return vscode.Disposable.from(
    changed,
    documents.onDidCheck(() => changed.fire()),
    vscode.languages.registerCodeLensProvider('topology', {
      onDidChangeCodeLenses: changed.event,
      provideCodeLenses,
    }),
  );
}

function toEditor({ span, title, tooltip, command, target }: Lens, uri: vscode.Uri): vscode.CodeLens {
  const words = editorWords();
  return new vscode.CodeLens(toRange(span), {
    title: title === undefined ? '…' : words.lensTitle(title),
    tooltip: words.lensTooltip(tooltip),
    command: `topology.${command}`,
    arguments: [command === 'runFlow' ? { uri, ...target } : uri],
  });
}
