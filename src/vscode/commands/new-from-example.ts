/** `Topology: New Topology from Example`: an untitled copy of one of the examples that ship with the extension. */
import * as vscode from 'vscode';
import { compile } from '../../language/compile';
import type { Command } from './command';

/** The argument is an example's file name. */
export const newFromExample: Command = async (_context, argument) => {
  const example = EXAMPLES.find(({ fileName }) => fileName === argument) ?? (await pickExample());
  if (!example) return;
  const document = await vscode.workspace.openTextDocument({ language: 'topology', content: example.text });
  await vscode.window.showTextDocument(document);
};

async function pickExample(): Promise<Example | undefined> {
  const items = EXAMPLES.map((example) => ({
    label: compile(example.text).topology.title ?? example.fileName,
    detail: leadingComment(example.text),
    example,
  }));
  const options = {
    title: 'New Topology from Example',
    placeHolder: 'Choose an example to begin with',
    matchOnDetail: true,
  };
  return (await vscode.window.showQuickPick(items, options))?.example;
}

/** The comment lines before the first statement, as one sentence or two. */
function leadingComment(text: string): string {
  const comment: string[] = [];
  for (const line of text.split(/\r?\n/)) {
    const words = /^\s*\/\/\s?(.*)$/.exec(line)?.[1];
    if (words !== undefined) comment.push(words);
    else if (line.trim() !== '' || comment.length > 0) break;
  }
  return comment.join(' ');
}
