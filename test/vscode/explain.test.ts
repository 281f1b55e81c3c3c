// The way from an underlined place to the page that explains its rule, which ships with the extension.

import * as vscode from 'vscode';
import { severities } from '../../src/language/source';
import { equal } from './expect';
import { activated, answering, closeAll, codeOf, openText, run, until } from './helpers';

const text = 'host alice, bob\nhost alice\nflow "Greet" {\n  alcie -> bob : "hello"\n}\n';

describe('an explanation', () => {
  before(activated);
  afterEach(closeAll);

  it('is where the code of a diagnostic leads', async () => {
    const { document } = await openText(text);
    const shown = await diagnosticOf(document.uri, 'unknown-host');
    const target = typeof shown.code === 'object' ? shown.code.target : undefined;
    await vscode.commands.executeCommand('vscode.open', target);
    await until('the page', () => pages().includes('unknown-host.md'));
  });

  it('is not chosen for a link to a rule that there is not', async () => {
    const editor = await openText(text);
    const { code } = await diagnosticOf(editor.document.uri, 'unknown-host');
    editor.selection = new vscode.Selection(2, 0, 2, 0);
    const { lists } = await answering([], async () => {
      for (const path of ['/no-rule', '/duplicate-name']) {
        await vscode.commands.executeCommand('vscode.open', typeof code === 'object' && code.target.with({ path }));
      }
      await until('the page', () => pages().includes('duplicate-name.md'));
    });
    equal(lists.length, 0);
  });

  it('is found from the cursor', async () => {
    const editor = await openText(text);
    await diagnosticOf(editor.document.uri, 'duplicate-name');
    editor.selection = new vscode.Selection(1, 7, 1, 7);
    await run('explainDiagnostic');
    await until('the page', () => pages().includes('duplicate-name.md'));
  });

  it('is chosen where the cursor is at none of several', async () => {
    const editor = await openText(text);
    await diagnosticOf(editor.document.uri, 'duplicate-name');
    editor.selection = new vscode.Selection(2, 0, 2, 0);
    const { lists } = await answering(['unknown-host'], () => run('explainDiagnostic'));
    equal(
      lists[0]?.map(({ label, description }) => `${label} ${description}`),
      ['duplicate-name line 2', 'unknown-host line 4'],
    );
    await until('the page', () => pages().includes('unknown-host.md'));
  });

  it('is not needed where nothing is reported', async () => {
    await openText('host alice, bob\n');
    const { messages } = await answering([], () => run('explainDiagnostic'));
    equal(messages[0]?.startsWith('There is nothing to explain in'), true);
  });

  it('is there for every code', async () => {
    const { extensionUri } = vscode.extensions.getExtension('topology-playground.topology-playground') ?? {};
    if (!extensionUri) throw new Error('The extension is not installed.');
    for (const code of Object.keys(severities)) {
      const page = vscode.Uri.joinPath(extensionUri, 'docs/diagnostics', `${code}.md`);
      const content = new TextDecoder().decode(await vscode.workspace.fs.readFile(page));
      equal(content.includes(`\`${code}\``), true);
    }
  });
});

async function diagnosticOf(uri: vscode.Uri, code: string): Promise<vscode.Diagnostic> {
  return until(code, () => vscode.languages.getDiagnostics(uri).find((shown) => codeOf(shown) === code));
}

/** The files whose previews are open, as their tabs call them. */
function pages(): readonly (string | undefined)[] {
  const previews = vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('markdown.preview'));
  return previews.map(({ label }) => /\S+\.md$/.exec(label)?.[0]);
}
