// What the tests in VS Code share: a topology to work on, waiting for what VS Code does in its own time, and answering
// in the place of a user. Nothing here waits for a fixed time.

import * as vscode from 'vscode';
import type { Picture } from '../../src/protocol/messages';
import type { PlaygroundApi } from '../../src/vscode/api';

export const hybrid = `topology "Hybrid"

service music uses index

switch lan
host napster : server runs music index
host alice : client runs music peer
host bob : both runs music peer shares "song.mp3" 4MB
link napster, alice, bob -- lan

flow "Find and fetch" {
  bob -> napster : register "song.mp3"
  alice -> napster : lookup "song.mp3"
  alice -> bob : get "song.mp3"
}

flow "Let the application do it" {
  alice fetches "song.mp3"
}

scenario "index is down" {
  offline napster
}

expect alice is client in "Find and fetch"
expect architecture is hybrid
`;

/** The 0-based line of `text` that begins with this, after its indentation. */
export function lineOf(text: string, beginning: string): number {
  return text.split('\n').findIndex((line) => line.trimStart().startsWith(beginning));
}

export async function activated(): Promise<PlaygroundApi> {
  const extension = vscode.extensions.getExtension<PlaygroundApi>('topology-playground.topology-playground');
  if (!extension) throw new Error('The extension is not installed.');
  return extension.activate();
}

let untitledCount = 0;

/**
 * An untitled topology in an editor that has the focus. Each has a name of its own: VS Code would use the last one's
 * again, and sometimes its content too, while that is still being closed.
 */
export async function openText(content: string, uri = untitledUri()): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument(uri);
  const edit = new vscode.WorkspaceEdit();
  edit.insert(uri, new vscode.Position(0, 0), content);
  await vscode.workspace.applyEdit(edit);
  return vscode.window.showTextDocument(document, vscode.ViewColumn.One);
}

function untitledUri(): vscode.Uri {
  return vscode.Uri.from({ scheme: 'untitled', path: `untitled-${++untitledCount}.topo` });
}

/** A file of the workspace, in an editor that has the focus. */
export async function openFile(name: string, content: string): Promise<vscode.TextEditor> {
  const uri = fileUri(name);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(content));
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), vscode.ViewColumn.One);
}

export function fileUri(name: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('The workspace has no folder.');
  return vscode.Uri.joinPath(folder.uri, name);
}

/** The code of a diagnostic, which in the editor is a link. */
export function codeOf({ code }: vscode.Diagnostic): unknown {
  return typeof code === 'object' ? code.value : code;
}

export function replace(editor: vscode.TextEditor, from: string, to: string): Thenable<boolean> {
  const { document } = editor;
  const start = document.getText().indexOf(from);
  if (start < 0) throw new Error(`The text holds no ${from}`);
  const range = new vscode.Range(document.positionAt(start), document.positionAt(start + from.length));
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, range, to);
  return vscode.workspace.applyEdit(edit);
}

export function run(command: string, argument?: unknown): Thenable<void> {
  return vscode.commands.executeCommand(`topology.${command}`, argument);
}

/** The playground of a document as it is now. */
export async function pictureOf(uri: vscode.Uri): Promise<Picture> {
  const picture = (await activated()).playground(uri)?.picture;
  if (!picture) throw new Error(`${uri} has no playground.`);
  return picture;
}

/** Closes everything, without a question about unsaved text. */
export async function closeAll(): Promise<void> {
  for (const editor of vscode.window.visibleTextEditors.filter(({ document }) => document.isDirty)) {
    await vscode.window.showTextDocument(editor.document, editor.viewColumn);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  const api = await activated();
  await until('the end of all playgrounds', () => api.uris.length === 0);
  await until('the end of all editors', () => vscode.window.visibleTextEditors.length === 0);
}

/** The value of `condition` as soon as it is one; looked at after everything that happens in VS Code. */
export async function until<T>(
  what: string,
  condition: () => T | undefined | false | Promise<T | undefined | false>,
): Promise<T> {
  const endMs = performance.now() + 10_000;
  for (;;) {
    const value = await condition();
    if (value !== undefined && value !== false) return value as T;
    if (performance.now() > endMs) throw new Error(`Still waiting for ${what}.`);
    await nextEvent();
  }
}

/** Resolves when something happens, or soon: not everything that can be waited for has an event. */
function nextEvent(): Promise<void> {
  return new Promise((resolve) => {
    const happened = () => {
      clearTimeout(timer);
      vscode.Disposable.from(...subscriptions).dispose();
      resolve();
    };
    const timer = setTimeout(happened, 25);
    const subscriptions = [
      vscode.languages.onDidChangeDiagnostics(happened),
      vscode.window.tabGroups.onDidChangeTabs(happened),
      vscode.window.onDidChangeVisibleTextEditors(happened),
    ];
  });
}

/** What the user was told and asked while `action` ran, with the answers given in the user's place. */
export interface Dialogue {
  readonly messages: readonly string[];
  /** For each list that was shown, its entries. */
  readonly lists: readonly (readonly vscode.QuickPickItem[])[];
}

/** Runs `action`; each list that it shows is answered with the entry that has the next label of `choices`. */
export async function answering(choices: readonly string[], action: () => Thenable<unknown>): Promise<Dialogue> {
  const messages: string[] = [];
  const lists: vscode.QuickPickItem[][] = [];
  const left = [...choices];
  const tell = async (message: string) => {
    messages.push(message);
    return undefined;
  };
  const pick = async (offered: vscode.QuickPickItem[] | Thenable<vscode.QuickPickItem[]>) => {
    const items = await offered;
    lists.push(items);
    const label = left.shift();
    return items.find((item) => item.label === label);
  };
  const replaced = { showInformationMessage: tell, showErrorMessage: tell, showQuickPick: pick };
  const original = { ...vscode.window };
  Object.assign(vscode.window, replaced);
  try {
    await action();
  } finally {
    const { showInformationMessage, showErrorMessage, showQuickPick } = original;
    Object.assign(vscode.window, { showInformationMessage, showErrorMessage, showQuickPick });
  }
  return { messages, lists };
}
