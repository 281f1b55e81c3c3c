/**
 * The breakpoints that VS Code keeps in the margin of each file, without a debugger: playgrounds stop playing there. VS
 * Code remembers them and moves them along with edits; a playground is told of those that are switched on.
 */
import * as vscode from 'vscode';
import type { Panel } from './panel';
import type { Panels } from './panels';

export function followBreakpoints(panels: Panels): vscode.Disposable {
  const tell = (panel: Panel) => panel.setBreakpoints(linesOf(panel.uri));
  return vscode.Disposable.from(
    vscode.debug.onDidChangeBreakpoints(() => panels.all.forEach(tell)),
    panels.onDidChange(tell),
  );
}

export function toggleBreakpoint(uri: vscode.Uri, line: number): void {
  const existing = breakpointsIn(uri).filter((breakpoint) => lineOf(breakpoint) === line);
  const location = new vscode.Location(uri, new vscode.Position(line, 0));
  if (existing.length > 0) vscode.debug.removeBreakpoints(existing);
  else vscode.debug.addBreakpoints([new vscode.SourceBreakpoint(location)]);
}

function linesOf(uri: vscode.Uri): readonly number[] {
  return breakpointsIn(uri)
    .filter(({ enabled }) => enabled)
    .map(lineOf);
}

function breakpointsIn(uri: vscode.Uri): readonly vscode.SourceBreakpoint[] {
  return vscode.debug.breakpoints.filter(
    (breakpoint): breakpoint is vscode.SourceBreakpoint =>
      breakpoint instanceof vscode.SourceBreakpoint && breakpoint.location.uri.toString() === uri.toString(),
  );
}

function lineOf({ location }: vscode.SourceBreakpoint): number {
  return location.range.start.line;
}
