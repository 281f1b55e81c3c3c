/**
 * What happens on disk to the file of a playground: it says so when the file is deleted, and reads it again when it comes
 * back or changes while no editor has it open.
 */
import * as vscode from 'vscode';
import type { Panel } from './panel';

/** Follows the panel when its file is renamed. */
export function watchFiles(panel: Panel): vscode.Disposable {
  let uri = panel.uri;
  let watcher = watch(panel);
  const renamed = panel.onDidChange(() => {
    if (panel.uri.toString() === uri.toString()) return;
    uri = panel.uri;
    watcher?.dispose();
    watcher = watch(panel);
  });
  return new vscode.Disposable(() => {
    renamed.dispose();
    watcher?.dispose();
  });
}

function watch(panel: Panel): vscode.Disposable | undefined {
  const { uri } = panel;
  if (uri.scheme === 'untitled') return undefined;
  const folder = vscode.Uri.joinPath(uri, '..');
  const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, escapeGlob(uri)));
  // Opening it is enough: whoever listens to documents hears of it.
  const read = () =>
    vscode.workspace.openTextDocument(uri).then(
      () => panel.markMissing(false),
      () => panel.markMissing(true),
    );
  return vscode.Disposable.from(
    watcher,
    watcher.onDidDelete(() => panel.markMissing(true)),
    watcher.onDidCreate(read),
    watcher.onDidChange(read),
  );
}

/** The file's name as a pattern that matches it alone. */
function escapeGlob(uri: vscode.Uri): string {
  const name = uri.path.split('/').at(-1) ?? '';
  return name.replace(/[*?{}[\]]/g, '[$&]');
}
