/**
 * A webview that runs the playground's page: what it may load, and nothing of what it shows.
 */
import * as vscode from 'vscode';
import { page } from '../protocol/page';
import { currentLanguage } from './current-words';

export const viewType = 'topology.playground';

export function webviewOptions(extensionUri: vscode.Uri): vscode.WebviewOptions {
  return {
    enableScripts: true,
    localResourceRoots: ['dist', 'media'].map((folder) => vscode.Uri.joinPath(extensionUri, folder)),
  };
}

/** Gives the panel its icon and its page, which answers with `ready`. */
export function fillPanel(panel: vscode.WebviewPanel, extensionUri: vscode.Uri): void {
  const file = (...path: readonly string[]) => vscode.Uri.joinPath(extensionUri, ...path);
  const { webview } = panel;
  panel.iconPath = { light: file('media', 'playground-light.svg'), dark: file('media', 'playground-dark.svg') };
  webview.options = webviewOptions(extensionUri);
  webview.html = page({
    language: currentLanguage(),
    cspSource: webview.cspSource,
    nonce: nonce(),
    scriptUri: webview.asWebviewUri(file('dist', 'webview.js')).toString(),
    styleUri: webview.asWebviewUri(file('dist', 'webview.css')).toString(),
  });
}

function nonce(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
