/** Colours of names by what they stand for; which colours these are is decided in the manifest and by the theme. */
import * as vscode from 'vscode';
import { type NameToken, tokenModifiers, tokensOf, tokenTypes } from '../editor/tokens';
import type { Documents } from './documents';
import type { SteadyView } from './steady';

const legend = new vscode.SemanticTokensLegend([...tokenTypes], [...tokenModifiers]);

export function registerSemanticTokens(documents: Documents, view: SteadyView): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  const provided = new WeakMap<vscode.TextDocument, number>();
  const provide = (document: vscode.TextDocument, first: number, last: number): vscode.SemanticTokens | undefined => {
    const checked = view(document);
    provided.set(document, document.version);
    return checked && toEditor(tokensOf(checked, first, last));
  };
  return vscode.Disposable.from(
    changed,
    // VS Code asks again after every edit by itself, but not where the same text was run in full.
    documents.onDidCheck((document) => {
      if (provided.get(document) === document.version) changed.fire();
    }),
    vscode.languages.registerDocumentSemanticTokensProvider(
      'topology',
      {
        onDidChangeSemanticTokens: changed.event,
        provideDocumentSemanticTokens: (document) => provide(document, 0, document.lineCount),
      },
      legend,
    ),
    vscode.languages.registerDocumentRangeSemanticTokensProvider(
      'topology',
      { provideDocumentRangeSemanticTokens: (document, { start, end }) => provide(document, start.line, end.line) },
      legend,
    ),
  );
}

function toEditor(tokens: readonly NameToken[]): vscode.SemanticTokens {
  const builder = new vscode.SemanticTokensBuilder(legend);
  for (const { line, start, length, type, role } of tokens) {
    const modifiers = role === undefined ? 0 : 1 << tokenModifiers.indexOf(role);
    builder.push(line, start, length, tokenTypes.indexOf(type), modifiers);
  }
  return builder.build();
}
