/**
 * Formatting of a whole document, of a selection and while typing. The layout is the language's own, so the editor's tab size
 * is not asked: two blanks for each block, never a tab.
 */
import * as vscode from 'vscode';
import { formattingEdits, typingEdits, type WhiteSpaceEdit } from '../language/format';
import type { Documents } from './documents';

export function registerFormatting(documents: Documents): vscode.Disposable {
  const { languages } = vscode;
  return vscode.Disposable.from(
    languages.registerDocumentFormattingEditProvider('topology', {
      provideDocumentFormattingEdits: (document) => formattingEdits(document.getText()).map(toEdit),
    }),
    languages.registerDocumentRangeFormattingEditProvider('topology', {
      provideDocumentRangeFormattingEdits: (document, range) =>
        formattingEdits(document.getText(), linesOf(range)).map(toEdit),
    }),
    languages.registerOnTypeFormattingEditProvider(
      'topology',
      {
        provideOnTypeFormattingEdits: (document, { line }, typed) =>
          typingEdits(documents.compilation(document)?.tree.lines ?? [], typed === '}' ? '}' : '\n', line).map(toEdit),
      },
      '}',
      '\n',
    ),
  );
}

/** A selection that ends before the first character of a line does not mean that line. */
function linesOf({ start, end, isSingleLine }: vscode.Range): { readonly first: number; readonly last: number } {
  return { first: start.line, last: end.character === 0 && !isSingleLine ? end.line - 1 : end.line };
}

function toEdit({ start, end, text }: WhiteSpaceEdit): vscode.TextEdit {
  return vscode.TextEdit.replace(new vscode.Range(start.line, start.column, end.line, end.column), text);
}
