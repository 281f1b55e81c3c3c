/** `Topology: New Topology from Example`: an untitled copy of one of the examples that ship with the extension. */
import * as vscode from 'vscode';
import { compile } from '../../language/compile';
import type { Command } from './command';

/** The argument is an example's file name. */
export const newFromExample: Command = async ({ extensionUri }, argument) => {
  const given = EXAMPLES.find((name) => name === argument);
  const content = given === undefined ? await pickExample(extensionUri) : await read(extensionUri, given);
  if (content === undefined) return;
  const document = await vscode.workspace.openTextDocument({ language: 'topology', content });
  await vscode.window.showTextDocument(document);
};

async function pickExample(extensionUri: vscode.Uri): Promise<string | undefined> {
  const items = EXAMPLES.map(async (name) => toItem(name, await read(extensionUri, name)));
  const options = {
    title: vscode.l10n.t('New Topology from Example'),
    placeHolder: vscode.l10n.t('Choose an example to begin with'),
  };
  const picked = await vscode.window.showQuickPick(Promise.all(items), { ...options, matchOnDetail: true });
  return picked?.text;
}

async function read(extensionUri: vscode.Uri, name: string): Promise<string> {
  const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, 'examples', name));
  return new TextDecoder().decode(bytes);
}

function toItem(name: string, text: string) {
  return { label: compile(text).topology.title ?? name, detail: leadingComment(text), text };
}

/** The comment lines before the first statement. */
function leadingComment(text: string): string {
  const comment: string[] = [];
  for (const line of text.split(/\r?\n/)) {
    const words = /^\s*\/\/\s?(.*)$/.exec(line)?.[1];
    if (words !== undefined) comment.push(words);
    else if (line.trim() !== '' || comment.length > 0) break;
  }
  return comment.join(' ');
}
