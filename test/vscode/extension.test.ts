// The extension as VS Code sees it: found, activated, and in charge of `.topo` files.

import * as vscode from 'vscode';
import { equal } from './expect';

/** Which bundle this is; the build fills it in. */
declare const EXTENSION_HOST: 'desktop' | 'web';

describe('the extension', () => {
  it('takes charge of .topo files', async () => {
    const folder = vscode.workspace.workspaceFolders?.[0];
    if (!folder) throw new Error('No folder is open.');
    const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, 'smoke.topo'));
    equal(document.languageId, 'topology');
  });

  it('activates', async () => {
    const extension = vscode.extensions.getExtension('topology-playground.topology-playground');
    await extension?.activate();
    equal(extension?.isActive, true);
  });

  it('runs in the extension host that this test is for', () => {
    equal('process' in globalThis ? 'desktop' : 'web', EXTENSION_HOST);
  });
});
