/** Completion: what the editor layer offers, as VS Code shows it. */
import * as vscode from 'vscode';
import { type Completion, type CompletionKind, type Completions, complete } from '../editor/completion';
import { lacksMore } from '../editor/completion-place';
import type { Documents } from './documents';

const kinds: Readonly<Record<CompletionKind, vscode.CompletionItemKind>> = {
  statement: vscode.CompletionItemKind.Snippet,
  word: vscode.CompletionItemKind.Keyword,
  symbol: vscode.CompletionItemKind.Operator,
  host: vscode.CompletionItemKind.Variable,
  device: vscode.CompletionItemKind.Interface,
  service: vscode.CompletionItemKind.Module,
  resource: vscode.CompletionItemKind.File,
  flow: vscode.CompletionItemKind.Event,
  scenario: vscode.CompletionItemKind.Event,
  unit: vscode.CompletionItemKind.Unit,
  text: vscode.CompletionItemKind.Text,
};

/** Digits ask for units: no word starts with one, so the editor would not ask of its own accord. */
const triggers = [' ', '"', '>', ':', '-', '~', ...'0123456789'];

export function registerCompletion(documents: Documents): vscode.Disposable {
  const provideCompletionItems = (
    document: vscode.TextDocument,
    position: vscode.Position,
    _token: vscode.CancellationToken,
    { triggerCharacter }: vscode.CompletionContext,
  ): vscode.CompletionItem[] => {
    const file = documents.compilation(document);
    if (!file || (triggerCharacter === ' ' && isWhole(document, position))) return [];
    const completions = complete(file, { line: position.line, column: position.character });
    return completions.items.map((item, place) => toEditor(item, place, completions, position));
  };
  return vscode.languages.registerCompletionItemProvider('topology', { provideCompletionItems }, ...triggers);
}

/** Behind a statement that is complete, a blank is no question: the next key may be Enter, and means a new line. */
function isWhole(document: vscode.TextDocument, { line, character }: vscode.Position): boolean {
  return !lacksMore(document.lineAt(line).text.slice(0, character));
}

function toEditor(
  { label, kind, detail, explanation, insert, isSnippet, goesOn }: Completion,
  place: number,
  { start, end }: Completions,
  position: vscode.Position,
): vscode.CompletionItem {
  const { line } = position;
  const item = new vscode.CompletionItem({ label, ...(detail && { description: detail }) }, kinds[kind]);
  // A text is replaced with both its quotes, the closing one that the editor has put there included.
  const replacing = new vscode.Range(line, start, line, end);
  item.range = insert.startsWith('"') ? replacing : { inserting: replacing.with({ end: position }), replacing };
  item.insertText = isSnippet ? new vscode.SnippetString(insert) : insert;
  item.filterText = insert.startsWith('"') ? `"${label}"` : label;
  item.sortText = String(place).padStart(4, '0');
  if (explanation) item.documentation = documentation(explanation);
  if (goesOn) item.command = { title: 'Go on', command: 'editor.action.triggerSuggest' };
  return item;
}

function documentation({ meaning, example }: NonNullable<Completion['explanation']>): vscode.MarkdownString {
  return new vscode.MarkdownString(meaning).appendCodeblock(example, 'topology');
}
