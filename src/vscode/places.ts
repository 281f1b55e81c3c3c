/**
 * The one place where spans of the language become ranges of the editor, and back. Both count lines and UTF-16 columns
 * from 0, so nothing is computed here; the rest of this folder never does it by hand.
 */
import * as vscode from 'vscode';
import type { Position, Range } from '../editor/position';
import type { Span } from '../language/source';

export function toRange(span: Span): vscode.Range {
  return new vscode.Range(span.line, span.start, span.line, span.end);
}

/** Of what goes over several lines. */
export function toRangeOfLines({ start, end }: Range): vscode.Range {
  return new vscode.Range(start.line, start.column, end.line, end.column);
}

export function fromPosition({ line, character }: vscode.Position): Position {
  return { line, column: character };
}

/** Links of a hover that lead to a 0-based line of the file. */
export function linkInto(uri: vscode.Uri): (line: number) => string {
  return (line) => uri.with({ fragment: `L${line + 1}` }).toString();
}

/** The start of a line, for going there; a line beyond the end is the last one. */
function lineStart(document: vscode.TextDocument, line: number): vscode.Position {
  const { lineNumber, firstNonWhitespaceCharacterIndex } = document.lineAt(Math.min(line, document.lineCount - 1));
  return new vscode.Position(lineNumber, firstNonWhitespaceCharacterIndex);
}

/** Puts the cursor at a line, in the editor that shows the document already if there is one. */
export async function showLine(document: vscode.TextDocument, line: number, preserveFocus = false): Promise<void> {
  const position = lineStart(document, line);
  const selection = new vscode.Range(position, position);
  const viewColumn = columnOf(document.uri) ?? vscode.ViewColumn.One;
  await vscode.window.showTextDocument(document, { selection, viewColumn, preserveFocus });
}

function columnOf(uri: vscode.Uri): vscode.ViewColumn | undefined {
  const shows = ({ input }: vscode.Tab) =>
    input instanceof vscode.TabInputText && input.uri.toString() === uri.toString();
  return vscode.window.tabGroups.all.find(({ tabs }) => tabs.some(shows))?.viewColumn;
}
