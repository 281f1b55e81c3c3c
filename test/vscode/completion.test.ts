// Completion in a real editor: what it offers, and what stands there once it is taken.

import * as vscode from 'vscode';
import { equal } from './expect';
import { activated, closeAll, hybrid, openText, until } from './helpers';

describe('completion', () => {
  before(activated);
  afterEach(closeAll);

  it('offers the words of the language with what they mean, and names that make sense', async () => {
    const editor = await openWith('host carol $0');
    const items = await completions(editor);
    const runs = items.find((item) => labelOf(item) === 'runs');
    equal(runs?.kind, vscode.CompletionItemKind.Keyword);
    equal(documentation(runs).includes('host bob runs music peer'), true);
    equal((await completions(await openWith('flow "x" {\n  alice -> $0'))).map(labelOf), ['napster', 'bob']);
  });

  it('explains a name as a hover does', async () => {
    const editor = await openWith('expect $0');
    const [, alice] = await completions(editor, undefined, 5);
    equal(labelOf(alice ?? { label: '' }), 'alice');
    equal(documentation(alice).includes('music'), true);
  });

  it('is not asked for by a blank behind a statement that is complete', async () => {
    equal(await completions(await openWith('link alice -- bob $0'), ' '), []);
    equal((await completions(await openWith('link alice -- $0'), ' ')).map(labelOf), ['lan', 'napster', 'bob']);
  });

  it('replaces a text with both its quotes', async () => {
    const editor = await openWith('expect "Find$0" succeeds');
    await accept(editor);
    equal(lastLine(editor), 'expect "Find and fetch" succeeds');
  });

  it('fills in whole statements, with stops for the tab key', async () => {
    const editor = await openWith('flo$0');
    await accept(editor);
    equal(editor.document.getText().slice(hybrid.length).split('\n').length, 3);
    equal(editor.document.getText(editor.selection), 'Another way');
    await vscode.commands.executeCommand('jumpToNextSnippetPlaceholder');
    equal(editor.document.lineAt(editor.selection.active.line).text.trim(), '');
  });

  it('goes on by itself until the step is whole', async () => {
    const editor = await openWith('flow "x" {\n  ali$0');
    await accept(editor);
    const whole = '  alice -> napster : lookup "song.mp3"';
    await until(whole, async () => {
      await vscode.commands.executeCommand('acceptSelectedSuggestion');
      return lastLine(editor) === whole;
    });
  });
});

async function openWith(line: string): Promise<vscode.TextEditor> {
  const editor = await openText(hybrid + line.replace('$0', ''));
  const before = hybrid + line.slice(0, line.indexOf('$0'));
  const position = editor.document.positionAt(before.length);
  editor.selection = new vscode.Selection(position, position);
  return editor;
}

async function completions(
  { document, selection }: vscode.TextEditor,
  trigger?: string,
  resolved = 0,
): Promise<vscode.CompletionItem[]> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    selection.active,
    trigger,
    resolved,
  );
  return list.items;
}

function labelOf({ label }: vscode.CompletionItem): string {
  return typeof label === 'string' ? label : label.label;
}

function documentation(item: vscode.CompletionItem | undefined): string {
  const shown = item?.documentation;
  return typeof shown === 'object' ? shown.value : (shown ?? '');
}

function lastLine({ document }: vscode.TextEditor): string {
  return document.lineAt(document.lineCount - 1).text;
}

/** Asks for suggestions as a user does, and takes the first once it is there. */
async function accept(editor: vscode.TextEditor): Promise<void> {
  const before = editor.document.version;
  await vscode.commands.executeCommand('editor.action.triggerSuggest');
  await until('a suggestion', async () => {
    await vscode.commands.executeCommand('acceptSelectedSuggestion');
    return editor.document.version > before;
  });
}
