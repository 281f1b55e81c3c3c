// What happens to a playground when its file, its editor or its window changes.

import * as vscode from 'vscode';
import { equal } from './expect';
import { activated, closeAll, fileUri, hybrid, openFile, openText, pictureOf, run, until } from './helpers';

describe('the playground of a file', () => {
  before(activated);
  afterEach(async () => {
    await closeAll();
    for (const name of ['school.topo', 'home.topo'])
      await vscode.workspace.fs.delete(fileUri(name)).then(undefined, () => {});
  });

  it('follows a file that gets another name', async () => {
    const api = await activated();
    await openFile('school.topo', hybrid);
    await run('lastStep');
    const { frame } = await pictureOf(fileUri('school.topo'));
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(fileUri('school.topo'), fileUri('home.topo'));
    await vscode.workspace.applyEdit(edit);
    const { picture } = await until('the new name', () => api.playground(fileUri('home.topo')));
    equal([picture.fileName, picture.frame.position], ['home.topo', frame.position]);
    equal(api.playground(fileUri('school.topo')), undefined);
  });

  it('says that its file was deleted', async () => {
    await openFile('school.topo', hybrid);
    await run('openPlayground');
    await vscode.workspace.fs.delete(fileUri('school.topo'));
    await until('a word about it', async () =>
      (await pictureOf(fileUri('school.topo'))).notice?.includes('was deleted'),
    );
  });

  it('stays and works when the editor is closed, and opens it again to show a line', async () => {
    const { document } = await openFile('school.topo', hybrid);
    await run('openPlayground');
    await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    equal(vscode.window.visibleTextEditors.length, 0);
    await run('stepForward');
    const { frame, revision } = await pictureOf(document.uri);
    equal(frame.position, 1);
    (await activated()).receive(document.uri, { type: 'reveal', line: 3, revision });
    await until('the editor', () => vscode.window.visibleTextEditors[0]?.selection.active.line === 3);
  });

  it('follows an untitled text that is saved', async () => {
    const api = await activated();
    const file = fileUri('school.topo');
    const { document } = await openText(hybrid, file.with({ scheme: 'untitled' }));
    await run('lastStep');
    const { frame } = await pictureOf(document.uri);
    await vscode.commands.executeCommand('workbench.action.files.save');
    const { picture } = await until('the playground of the file', () => api.playground(file));
    equal(picture.frame, frame);
    equal(api.uris.length, 1);
  });

  it('closes with an untitled text that is thrown away', async () => {
    const { document } = await openText(hybrid);
    await run('openPlayground');
    await closeAll();
    const api = await activated();
    await until('the end', () => api.playground(document.uri) === undefined);
  });

  it('is restored after a reload of the window', async () => {
    const api = await activated();
    const uri = fileUri('school.topo');
    await openFile('school.topo', hybrid);
    await run('takeHostOffline', 'alice');
    await run('simulateLookup', { host: 'bob', resource: 'song.mp3' });
    await run('lastStep');
    const before = await pictureOf(uri);
    const state = JSON.parse(JSON.stringify(before.state));
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await until('the end', () => api.playground(uri) === undefined);
    await api.restore(emptyPanel(), state);
    const after = await pictureOf(uri);
    equal([after.flow, after.scenario], ['bob fetches “song.mp3” (not saved)', 'alice offline (not saved)']);
    equal([after.frame, after.diagram], [before.frame, before.diagram]);
  });

  it('goes on with a presentation after a reload of the window', async () => {
    const api = await activated();
    await openFile('school.topo', hybrid);
    await run('openPlayground');
    const { state } = await pictureOf(fileUri('school.topo'));
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await until('the end', () => api.playground(fileUri('school.topo')) === undefined);
    await api.restore(emptyPanel(), { ...JSON.parse(JSON.stringify(state)), isPresenting: true });
    equal(api.playground(fileUri('school.topo'))?.isPresenting, true);
    await run('present');
    equal(api.playground(fileUri('school.topo'))?.isPresenting, false);
  });

  it('closes after a reload when its file is gone or its state says nothing', async () => {
    const api = await activated();
    for (const state of [undefined, { uri: fileUri('gone.topo').toString() }, { uri: 'no uri' }]) {
      const panel = emptyPanel();
      let closed = false;
      panel.onDidDispose(() => {
        closed = true;
      });
      await api.restore(panel, state);
      await until('the end', () => closed);
    }
  });
});

function emptyPanel(): vscode.WebviewPanel {
  return vscode.window.createWebviewPanel('topology.playground', '', vscode.ViewColumn.Two);
}
