/**
 * What the editor offers around a topology while its author reads and writes, the Test Explorer, and the comparison of
 * architectures: loaded right behind the activation, so that diagnostics and the panel do not wait for it.
 */
import * as vscode from 'vscode';
import { registerCodeLenses } from './code-lens';
import { registerCompletion } from './completion';
import type { Documents } from './documents';
import { registerFolding } from './folding';
import { registerFormatting } from './formatting';
import { registerHover } from './hover';
import { registerInlayHints } from './inlay-hints';
import { registerNavigation } from './navigation';
import type { Panels } from './panels';
import { registerQuickFixes } from './quick-fixes';
import { registerSemanticTokens } from './semantic-tokens';
import { steadyView } from './steady';
import { registerSymbols } from './symbols';

export { compareArchitectures } from './commands/compare-architectures';
export { registerTestExplorer } from './test-explorer/register';

export function registerLanguageFeatures(documents: Documents, panels: Panels): vscode.Disposable {
  const view = steadyView(documents);
  return vscode.Disposable.from(
    registerSemanticTokens(documents, view),
    registerInlayHints(documents, view, panels),
    registerCodeLenses(documents),
    registerQuickFixes(documents),
    registerCompletion(documents),
    registerHover(documents),
    registerNavigation(documents),
    registerSymbols(documents),
    registerFolding(documents),
    registerFormatting(documents),
  );
}
