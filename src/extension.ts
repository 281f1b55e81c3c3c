/** Entry in VS Code, on the desktop and in the browser alike: builds the parts and registers them, nothing else. */
import * as vscode from 'vscode';
import { createApi, type PlaygroundApi } from './vscode/api';
import { registerCommands } from './vscode/commands/register';
import { registerDiagnostics } from './vscode/diagnostics';
import { Documents } from './vscode/documents';
import { registerLanguageStatus } from './vscode/language-status';
import { Panels } from './vscode/panels';
import { StepLines } from './vscode/step-lines';

export type { PlaygroundApi };

export async function activate({
  extension,
  extensionUri,
  subscriptions,
}: vscode.ExtensionContext): Promise<PlaygroundApi> {
  const log = vscode.window.createOutputChannel('Topology', { log: true });
  const documents = new Documents(log);
  const stepLines = new StepLines(extensionUri);
  const panels = new Panels({ documents, stepLines, extensionUri, log });
  subscriptions.push(
    ...[log, documents, stepLines, panels],
    registerDiagnostics(documents, extension.id),
    registerLanguageStatus(documents),
    registerCommands({ documents, panels, extensionUri }, log),
  );
  documents.start();
  const { registerLanguageFeatures } = await import('./vscode/language-features');
  subscriptions.push(registerLanguageFeatures(documents));
  return createApi(panels, stepLines);
}
