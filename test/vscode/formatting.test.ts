// Formatting as VS Code asks for it: the whole document, a selection, while typing, and on save.

import * as vscode from 'vscode';
import { equal } from './expect';
import { activated, closeAll, fileUri, openFile, openText, until } from './helpers';

const messy = `host napster:server
host alice : client  // asks
flow "Find" {
\twait   1s
\t}
`;
const tidy = `host napster : server
host alice   : client  // asks
flow "Find" {
  wait 1s
}
`;

/** What the editor's own style would be; the language has one of its own. */
const options = { tabSize: 8, insertSpaces: false };

describe('formatting', () => {
  before(activated);
  afterEach(closeAll);

  it('lays out a document in the style of the language, whatever the width of a tab', async () => {
    const editor = await openText(messy);
    await apply(editor, 'executeFormatDocumentProvider', options);
    equal(editor.document.getText(), tidy);
  });

  it('does it as one command, after which the cursor is where it was and one undo brings back the text', async () => {
    const editor = await openText(messy);
    editor.selection = new vscode.Selection(3, 4, 3, 4);
    await vscode.commands.executeCommand('editor.action.formatDocument');
    equal(editor.document.getText(), tidy);
    equal(
      editor.document.getText(
        new vscode.Range(editor.selection.active.with({ character: 0 }), editor.selection.active),
      ),
      '  wai',
    );
    await vscode.commands.executeCommand('undo');
    equal(editor.document.getText(), messy);
  });

  it('of a selection changes its lines alone', async () => {
    const editor = await openText(messy);
    await apply(editor, 'executeFormatRangeProvider', new vscode.Range(1, 2, 2, 0), options);
    equal(editor.document.getText(), messy.replace('alice :', 'alice   :'));
  });

  it('puts a brace that was just typed below the line that it closes', async () => {
    const editor = await openText(messy);
    await apply(editor, 'executeFormatOnTypeProvider', new vscode.Position(4, 2), '}', options);
    equal(editor.document.getText(), messy.replace('\t}', '}'));
  });

  it('tidies the line that Enter ended', async () => {
    const editor = await openText(messy);
    await apply(editor, 'executeFormatOnTypeProvider', new vscode.Position(4, 0), '\n', options);
    equal(editor.document.getText(), messy.replace('\twait   1s', '  wait 1s'));
  });

  it('happens on save where the author wants it, and keeps CRLF', async () => {
    const settings = vscode.workspace.getConfiguration('editor', { languageId: 'topology' });
    await settings.update('formatOnSave', true, vscode.ConfigurationTarget.Global, true);
    try {
      const editor = await openFile('on-save.topo', messy.replaceAll('\n', '\r\n'));
      await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '// Music\n'));
      await editor.document.save();
      const saved = new TextDecoder().decode(await vscode.workspace.fs.readFile(editor.document.uri));
      equal(saved, `// Music\n${tidy}`.replaceAll('\n', '\r\n'));
    } finally {
      await settings.update('formatOnSave', undefined, vscode.ConfigurationTarget.Global, true);
      await vscode.workspace.fs.delete(fileUri('on-save.topo'));
    }
  });

  it('happens while typing where the author wants it, and leaves half a line alone', async () => {
    const settings = vscode.workspace.getConfiguration('editor', { languageId: 'topology' });
    await settings.update('formatOnType', true, vscode.ConfigurationTarget.Global, true);
    try {
      const editor = await openText('flow "x" {\n  alice  ->\n   wait   1s\n}\n');
      await typeBehind(editor, 1, '\n');
      await typeBehind(editor, 3, '\n');
      await until('the line to be laid out', () => editor.document.lineAt(3).text === '  wait 1s');
      equal(editor.document.lineAt(1).text, '  alice  ->');
    } finally {
      await settings.update('formatOnType', undefined, vscode.ConfigurationTarget.Global, true);
    }
  });

  it('has an editor that indents as the formatter does', async () => {
    const editor = await openText('flow "x" {\n        wait 1s\n}\n');
    equal([editor.options.tabSize, editor.options.insertSpaces], [2, true]);
  });
});

async function apply({ document }: vscode.TextEditor, command: string, ...more: readonly unknown[]): Promise<void> {
  const edits: vscode.TextEdit[] = await vscode.commands.executeCommand(`vscode.${command}`, document.uri, ...more);
  const edit = new vscode.WorkspaceEdit();
  edit.set(document.uri, edits);
  await vscode.workspace.applyEdit(edit);
}

async function typeBehind(editor: vscode.TextEditor, line: number, text: string): Promise<void> {
  const { end } = editor.document.lineAt(line).range;
  editor.selection = new vscode.Selection(end, end);
  await vscode.commands.executeCommand('type', { text });
}
