/** Builds the parts of the extension and registers them, nothing else: the same on the desktop and in the browser. */
import * as vscode from 'vscode';
import { createApi, type PlaygroundApi } from './api';
import { followBreakpoints } from './breakpoints';
import { registerCommands } from './commands/register';
import { loadEditorWords } from './current-editor-words';
import { registerDiagnostics } from './diagnostics';
import { Documents } from './documents';
import { registerLanguageStatus } from './language-status';
import type { MakeLongRun } from './long-runs';
import { Panels } from './panels';
import { StepLines } from './step-lines';
import { followWalkthrough } from './walkthrough';

/** `makeLongRun` is how this host runs what takes long. */
export function activateWith(makeLongRun: MakeLongRun): (context: vscode.ExtensionContext) => Promise<PlaygroundApi> {
  return async ({ extension, extensionUri, subscriptions }) => {
    const log = vscode.window.createOutputChannel('Topology', { log: true });
    const documents = new Documents(log, makeLongRun);
    const stepLines = new StepLines(extensionUri);
    const panels = new Panels({ documents, stepLines, extensionUri, log });
    subscriptions.push(
      ...[log, documents, stepLines, panels],
      registerDiagnostics(documents, extension.id),
      registerLanguageStatus(documents),
      followBreakpoints(panels),
      followWalkthrough(documents, panels),
      registerCommands({ documents, panels, extensionUri }, log),
    );
    await loadEditorWords();
    documents.start();
    const { registerLanguageFeatures, registerTestExplorer } = await import('./language-features');
    const testExplorer = registerTestExplorer(documents, makeLongRun);
    subscriptions.push(registerLanguageFeatures(documents, panels), testExplorer);
    return createApi(panels, stepLines, testExplorer.controller);
  };
}
