// What the author of a file sees while typing: squiggles and fixes.

import * as vscode from 'vscode';
import { equal } from './expect';
import { activated, closeAll, codeOf, hybrid, lineOf, openText, replace, until } from './helpers';

describe('while typing', () => {
  before(activated);
  afterEach(closeAll);

  it('a mistake is underlined, with its code, and the line goes away with the mistake', async () => {
    const editor = await openText(hybrid);
    const { uri } = editor.document;
    equal(codes(uri), []);
    await replace(editor, 'alice -> bob', 'alice -> bobb');
    await until('a diagnostic', () => codes(uri).includes('unknown-host'));
    const [diagnostic] = vscode.languages.getDiagnostics(uri);
    equal(diagnostic?.source, 'topology');
    equal(diagnostic?.severity, vscode.DiagnosticSeverity.Error);
    equal(diagnostic?.range.start.line, lineOf(hybrid, 'alice -> bob'));
    await replace(editor, 'bobb', 'bob');
    await until('no diagnostic', () => codes(uri).length === 0);
  });

  it('a second place that explains a mistake is named', async () => {
    const editor = await openText('host alice\nhost alice\nswitch s\nlink alice -- s\n');
    const { uri } = editor.document;
    const diagnostic = await until('a diagnostic', () =>
      vscode.languages.getDiagnostics(uri).find((shown) => codeOf(shown) === 'duplicate-name'),
    );
    equal(diagnostic.range.start.line, 1);
    equal(diagnostic.relatedInformation?.[0]?.location.range.start.line, 0);
  });

  it('diagnostics of a closed file are taken away', async () => {
    const editor = await openText('host alice\nhost alice\n');
    const { uri } = editor.document;
    await until('a diagnostic', () => codes(uri).includes('duplicate-name'));
    await closeAll();
    await until('no diagnostic', () => codes(uri).length === 0);
  });

  it('a fix that the language knows is offered, and mends the file', async () => {
    const editor = await openText(hybrid);
    const { uri } = editor.document;
    await replace(editor, 'alice -> bob', 'alice -> bbo');
    const diagnostic = await until('a diagnostic', () => vscode.languages.getDiagnostics(uri)[0]);
    const actions: vscode.CodeAction[] = await vscode.commands.executeCommand(
      'vscode.executeCodeActionProvider',
      uri,
      diagnostic.range,
    );
    const fix = actions.find(({ edit }) => edit?.has(uri));
    if (!fix?.edit) throw new Error(`No fix for ${diagnostic.message}`);
    await vscode.workspace.applyEdit(fix.edit);
    await until('no diagnostic', () => codes(uri).length === 0);
  });
});

function codes(uri: vscode.Uri): readonly unknown[] {
  return vscode.languages.getDiagnostics(uri).map(codeOf);
}
