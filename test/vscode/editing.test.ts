// What the author of a file sees while typing: squiggles, fixes, and the roles beside the hosts.

import * as vscode from 'vscode';
import { equal } from './expect';
import { activated, closeAll, hybrid, lineOf, openText, replace, until } from './helpers';

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
      vscode.languages.getDiagnostics(uri).find(({ code }) => code === 'duplicate-name'),
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

  it('each host shows the roles that the flows give it, and they follow the text', async () => {
    const editor = await openText(hybrid);
    const hints = () => hintsOf(editor.document);
    equal(await hints(), ['napster server of music', 'alice client of music', 'bob client of music · server of music']);
    await replace(editor, '  bob -> napster : register "song.mp3"\n', '');
    await until('a hint for bob that is a server only', async () => (await hints()).includes('bob server of music'));
  });

  it('a group has one hint, after its size', async () => {
    const editor = await openText('host web\nhost peer[3]\nflow "f" {\n  peer -> web : "hello"\n}\n');
    equal(await hintsOf(editor.document), ['web server', 'peer[3] client']);
  });
});

function codes(uri: vscode.Uri): readonly unknown[] {
  return vscode.languages.getDiagnostics(uri).map(({ code }) => code);
}

/** Each hint after the word that it follows. */
async function hintsOf(document: vscode.TextDocument): Promise<readonly string[]> {
  const all = new vscode.Range(0, 0, document.lineCount, 0);
  const command = 'vscode.executeInlayHintProvider';
  const hints: vscode.InlayHint[] = await vscode.commands.executeCommand(command, document.uri, all);
  return hints.map(({ position, label }) => {
    const before = document.getText(new vscode.Range(position.with({ character: 0 }), position));
    return `${before.split(' ').at(-1)} ${label}`;
  });
}
