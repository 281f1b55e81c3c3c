/** Hovers in the editor: Markdown in which whatever the file holds is escaped, with links to the lines it speaks of. */
import * as vscode from 'vscode';
import { hoverAt } from '../editor/hover';
import { editorWords } from './current-editor-words';
import { currentWords } from './current-words';
import type { Documents } from './documents';
import { linkInto, toRange } from './places';

export function registerHover(documents: Documents): vscode.Disposable {
  return vscode.languages.registerHoverProvider('topology', {
    provideHover(document, { line, character: column }) {
      const checked = documents.get(document);
      const hover = checked && hoverAt(checked, { line, column }, linkInto(document.uri), currentWords());
      return (
        hover && new vscode.Hover(new vscode.MarkdownString(editorWords().hover(hover.markdown)), toRange(hover.span))
      );
    },
  });
}
