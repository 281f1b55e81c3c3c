/** Entry in VS Code, on the desktop and in the browser alike: builds the parts and registers them, nothing else. */
import * as vscode from 'vscode';
import { createApi, type PlaygroundApi } from './vscode/api';
import { registerCodeLenses } from './vscode/code-lens';
import { registerCommands } from './vscode/commands/register';
import { registerCompletion } from './vscode/completion';
import { registerDiagnostics } from './vscode/diagnostics';
import { Documents } from './vscode/documents';
import { registerFolding } from './vscode/folding';
import { registerFormatting } from './vscode/formatting';
import { registerHover } from './vscode/hover';
import { registerInlayHints } from './vscode/inlay-hints';
import { registerLanguageStatus } from './vscode/language-status';
import { registerNavigation } from './vscode/navigation';
import { Panels } from './vscode/panels';
import { registerQuickFixes } from './vscode/quick-fixes';
import { registerSemanticTokens } from './vscode/semantic-tokens';
import { StepLines } from './vscode/step-lines';
import { registerSymbols } from './vscode/symbols';

export type { PlaygroundApi };

export function activate({ extensionUri, subscriptions }: vscode.ExtensionContext): PlaygroundApi {
  const log = vscode.window.createOutputChannel('Topology', { log: true });
  const documents = new Documents(log);
  const stepLines = new StepLines(extensionUri);
  const panels = new Panels({ documents, stepLines, extensionUri, log });
  subscriptions.push(
    ...[log, documents, stepLines, panels],
    registerDiagnostics(documents),
    registerQuickFixes(documents),
    registerCompletion(documents),
    registerHover(documents),
    registerCodeLenses(documents),
    registerInlayHints(documents),
    registerSemanticTokens(documents),
    registerLanguageStatus(documents),
    registerNavigation(documents),
    registerSymbols(documents),
    registerFolding(documents),
    registerFormatting(),
    registerCommands({ documents, panels, extensionUri }, log),
  );
  documents.start();
  return createApi(panels, stepLines);
}
