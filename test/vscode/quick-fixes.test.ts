// The light bulb: each fix of a diagnostic, the best of them first, all of a kind at once, and what is mended when a file is saved.

import * as vscode from 'vscode';
import { equal } from './expect';
import { activated, closeAll, codeOf, openFile, openText, until } from './helpers';

const misspelt = `host alice, bob
flow "Greet" {
  alcie -> bob : "hello"
  bob -> alcie : "hello"
}
`;

describe('the light bulb', () => {
  before(activated);
  afterEach(closeAll);

  it('offers the fixes of what is underlined, the best of them as the preferred one', async () => {
    const { document } = await openText(misspelt);
    const actions = await actionsAt(document, 'unknown-host');
    equal(
      actions.map(({ title, isPreferred }) => [title, isPreferred === true]),
      [
        ['Change to “alice”', true],
        ['Fix all 2: change to “alice”', false],
        ['Declare host alcie', false],
      ],
    );
  });

  it('mends all of a kind at once', async () => {
    const { document } = await openText(misspelt);
    await apply(await actionsAt(document, 'unknown-host'), 'Fix all 2: change to “alice”');
    equal(document.getText(), misspelt.replaceAll('alcie', 'alice'));
    await until('no diagnostic', () => vscode.languages.getDiagnostics(document.uri).length === 0);
  });

  it('writes lines of their own, with the line breaks of the file', async () => {
    const text = 'host alice\r\nflow "Greet" {\r\n  alice -> carol : "hello"\r\n}\r\n';
    const { document } = await openFile('crlf.topo', text);
    try {
      await apply(await actionsAt(document, 'unknown-host'), 'Declare host carol');
      equal(document.getText(), text.replace('alice\r\n', 'alice\r\nhost carol\r\n'));
    } finally {
      await closeAll();
      await vscode.workspace.fs.delete(document.uri);
    }
  });

  it('does not prefer an expectation of what happens now', async () => {
    const { document } = await openText(`${misspelt.replaceAll('alcie', 'alice')}expect alice is server\n`);
    const actions = await actionsAt(document, 'expectation-failed');
    equal(
      actions.map(({ title, isPreferred }) => [title, isPreferred === true]),
      [['Expect what happens now: alice is both', false]],
    );
  });

  it('mends what needs no thought for whoever saves', async () => {
    const { document } = await openText('hots alice\nhost bob up 5Mbit/s\nlink alice -- carol\n');
    await until('diagnostics', () => vscode.languages.getDiagnostics(document.uri).length > 2);
    const [action] = await actionsIn(document, new vscode.Range(0, 0, document.lineCount, 0), 'source.fixAll');
    equal(action?.kind?.value, 'source.fixAll.topology');
    if (action?.edit) await vscode.workspace.applyEdit(action.edit);
    equal(document.getText(), 'host alice\nhost bob up 5Mbps\nlink alice -- carol\n');
  });
});

function actionsIn(document: vscode.TextDocument, range: vscode.Range, kind: string): Thenable<vscode.CodeAction[]> {
  return vscode.commands.executeCommand('vscode.executeCodeActionProvider', document.uri, range, kind);
}

async function actionsAt(document: vscode.TextDocument, code: string): Promise<vscode.CodeAction[]> {
  const shown = await until(code, () =>
    vscode.languages.getDiagnostics(document.uri).find((diagnostic) => codeOf(diagnostic) === code),
  );
  return actionsIn(document, shown.range, 'quickfix');
}

async function apply(actions: readonly vscode.CodeAction[], title: string): Promise<void> {
  const action = actions.find((one) => one.title === title);
  if (!action?.edit) throw new Error(`Not offered; instead: ${actions.map((one) => one.title).join(', ')}`);
  await vscode.workspace.applyEdit(action.edit);
}
