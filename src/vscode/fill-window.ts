/** A playground in front of an audience takes the room of all editors, and gives it back. */
import * as vscode from 'vscode';
import type { Panel } from './panel';

const maximised = new WeakSet<Panel>();

/** VS Code can only toggle, so it is asked only where there is something to take, and to give back what was taken. */
export async function fillWindow(panel: Panel, on: boolean): Promise<void> {
  if (on) panel.focus();
  const takes = on && vscode.window.tabGroups.all.length > 1;
  const gives = !on && maximised.has(panel);
  if (!takes && !gives) return;
  await vscode.commands.executeCommand('workbench.action.toggleMaximizeEditorGroup');
  if (takes) maximised.add(panel);
  else maximised.delete(panel);
}

/** After a reload VS Code has given it the room again, which it did not ask for this time. */
export function fillsWindow(panel: Panel): void {
  if (vscode.window.tabGroups.all.length > 1) maximised.add(panel);
}
