/**
 * What a command is given, and the document that it is about. Every command works from the keyboard alone, may be given
 * its answers as arguments (for keybindings and tests), and says so when there is nothing to work on.
 */
import * as vscode from 'vscode';
import type { Checked } from '../check';
import type { Documents } from '../documents';
import type { Panel } from '../panel';
import type { Panels } from '../panels';

export interface Context {
  readonly documents: Documents;
  readonly panels: Panels;
  readonly extensionUri: vscode.Uri;
}

export type Command = (context: Context, argument: unknown) => Promise<void>;

export interface Target {
  readonly document: vscode.TextDocument;
  readonly checked: Checked;
  /** The file's name, for messages. */
  readonly name: string;
}

/**
 * The topology that the user is at: of the playground or editor that has the focus, else of one in sight, else of the
 * playground used last. Without one it says what to do, and the result is undefined.
 */
export async function findTarget({ documents, panels }: Context, wanted?: unknown): Promise<Target | undefined> {
  const uri = wanted instanceof vscode.Uri ? wanted : (panels.active?.uri ?? topologyInSight() ?? panels.latest?.uri);
  const document = uri && (await vscode.workspace.openTextDocument(uri));
  const checked = document && documents.get(document);
  if (checked) return { document, checked, name: document.uri.path.split('/').at(-1) ?? '' };
  sayThereIsNone();
  return undefined;
}

/** The target's playground, opened if need be. */
export function openPanel({ panels }: Context, { document, name }: Target): Panel {
  const panel = panels.open(document);
  if (!panel) throw new Error(vscode.l10n.t('{name} was closed in the meantime.', { name }));
  return panel;
}

/** The target's playground as it is, opened only if there is none. */
export function panelOf(context: Context, target: Target): Panel {
  return context.panels.get(target.document.uri) ?? openPanel(context, target);
}

/** Messages are not waited for: a command is done when it has spoken. */
export function say(message: string): void {
  vscode.window.showInformationMessage(message);
}

function topologyInSight(): vscode.Uri | undefined {
  const { activeTextEditor, visibleTextEditors } = vscode.window;
  const editors = activeTextEditor ? [activeTextEditor, ...visibleTextEditors] : visibleTextEditors;
  return editors.find(({ document }) => document.languageId === 'topology')?.document.uri;
}

async function sayThereIsNone(): Promise<void> {
  const [open, example] = [vscode.l10n.t('Open File…'), vscode.l10n.t('Choose an Example')];
  const message = vscode.l10n.t('Open a .topo file first, or choose an example.');
  const choice = await vscode.window.showInformationMessage(message, open, example);
  if (choice === open) await vscode.commands.executeCommand('workbench.action.files.openFile');
  if (choice === example) await vscode.commands.executeCommand('topology.newFromExample');
}
