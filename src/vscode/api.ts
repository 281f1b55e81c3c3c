/**
 * What `activate` returns: how tests, and other extensions, see and drive the playgrounds. Small on purpose; it adds no
 * behaviour to what users have.
 */
import type * as vscode from 'vscode';
import type { Picture, ShownComparison } from '../protocol/messages';
import type { Panels } from './panels';
import type { StepLines } from './step-lines';

export interface PlaygroundApi {
  /** The documents that have a playground now. */
  readonly uris: readonly vscode.Uri[];
  /** What the playground of a document shows; undefined while it has none. */
  playground(uri: vscode.Uri): Playground | undefined;
  /** The playground of this document shows something else now. */
  readonly onDidChangePlayground: vscode.Event<vscode.Uri>;
  /** Hands over a message as if the playground's webview had sent it. */
  receive(uri: vscode.Uri, message: unknown): void;
  /** What VS Code does with a playground's panel after the window was reloaded. */
  restore(panel: vscode.WebviewPanel, state: unknown): Promise<void>;
  /** What the Test Explorer lists. */
  readonly tests: vscode.TestController;
}

export interface Playground {
  readonly picture: Picture;
  /** What is shown in the picture's place. */
  readonly comparison: ShownComparison | undefined;
  /** The picture and the words alone are shown, for an audience. */
  readonly isPresenting: boolean;
  /** The 0-based line that is marked in the editor as the step's. */
  readonly line: number | undefined;
  readonly viewColumn: vscode.ViewColumn | undefined;
}

export function createApi(panels: Panels, stepLines: StepLines, tests: vscode.TestController): PlaygroundApi {
  return {
    get uris() {
      return panels.all.map(({ uri }) => uri);
    },
    playground(uri) {
      const panel = panels.get(uri);
      if (!panel) return undefined;
      const { picture, comparison, isPresenting, viewColumn } = panel;
      return { picture, comparison, isPresenting, line: stepLines.get(uri), viewColumn };
    },
    onDidChangePlayground: (listener, thisArgs, disposables) =>
      panels.onDidChange(({ uri }) => listener.call(thisArgs, uri), undefined, disposables),
    receive: (uri, message) => panels.get(uri)?.receive(message),
    restore: (panel, state) => panels.deserializeWebviewPanel(panel, state),
    tests,
  };
}
