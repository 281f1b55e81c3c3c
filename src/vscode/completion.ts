/** Completion: what the editor layer offers, as VS Code shows it. */
import * as vscode from 'vscode';
import { type Completion, type CompletionKind, type Completions, complete } from '../editor/completion';
import { lacksMore } from '../editor/completion-place';
import { hoverAt } from '../editor/hover';
import { declarationsOf, type NameKind } from '../editor/names';
import { editorWords } from './current-editor-words';
import { currentWords } from './current-words';
import type { Documents } from './documents';
import { linkInto } from './places';

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
    if (!file || (triggerCharacter && isWhole(document, position))) return [];
    const completions = complete(file, { line: position.line, column: position.character });
    return completions.items.map((item, place) => {
      const shown = toEditor(item, place, completions, position);
      const kind = nameKinds[item.kind];
      if (kind) named.set(shown, { document, kind, name: item.label });
      return shown;
    });
  };
  /** Names are explained when somebody looks at them, by what a hover says: the file may have to be run for it. */
  const resolveCompletionItem = (item: vscode.CompletionItem): vscode.CompletionItem => {
    const name = named.get(item);
    const explanation = name && explanationOf(documents, name);
    if (explanation) item.documentation = explanation;
    return item;
  };
  const named = new WeakMap<vscode.CompletionItem, NameInDocument>();
  const provider = { provideCompletionItems, resolveCompletionItem };
  return vscode.languages.registerCompletionItemProvider('topology', provider, ...triggers);
}

interface NameInDocument {
  readonly document: vscode.TextDocument;
  readonly kind: NameKind;
  readonly name: string;
}

const nameKinds: Partial<Record<CompletionKind, NameKind>> = {
  host: 'node',
  device: 'node',
  service: 'service',
  resource: 'resource',
  flow: 'flow',
  scenario: 'scenario',
};

function explanationOf(documents: Documents, { document, ...name }: NameInDocument): vscode.MarkdownString | undefined {
  const checked = documents.get(document);
  const [declared] = checked ? declarationsOf(checked.compilation.tree, name) : [];
  if (!checked || !declared) return undefined;
  const { line, start } = declared;
  const hover = hoverAt(checked, { line, column: start }, linkInto(document.uri), currentWords());
  return hover && new vscode.MarkdownString(editorWords().hover(hover.markdown));
}

/** Behind a statement that is complete, no key is a question: the next may be Enter, and means a new line. */
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
  item.filterText = !insert.startsWith('"') ? label : isSnippet ? `"${label}"` : insert.trim();
  item.sortText = String(place).padStart(6, '0');
  if (explanation) item.documentation = documentation(explanation);
  if (goesOn) item.command = { title: vscode.l10n.t('Go on'), command: 'editor.action.triggerSuggest' };
  return item;
}

function documentation({ meaning, example }: NonNullable<Completion['explanation']>): vscode.MarkdownString {
  return new vscode.MarkdownString(editorWords().meaning(meaning)).appendCodeblock(example, 'topology');
}
