/**
 * The line of the step that a playground shows, marked in every editor of its file: as a background, in the overview
 * ruler and by an arrow in the margin, so that it does not rest on colour. Never moves the focus.
 */
import * as vscode from 'vscode';

export class StepLines implements vscode.Disposable {
  readonly #lines = new Map<string, number>();
  readonly #mark: vscode.TextEditorDecorationType;
  readonly #subscription = vscode.window.onDidChangeVisibleTextEditors((editors) => editors.forEach(this.#draw));

  constructor(extensionUri: vscode.Uri) {
    this.#mark = vscode.window.createTextEditorDecorationType({
      isWholeLine: true,
      backgroundColor: new vscode.ThemeColor('editor.stackFrameHighlightBackground'),
      overviewRulerColor: new vscode.ThemeColor('editorOverviewRuler.rangeHighlightForeground'),
      overviewRulerLane: vscode.OverviewRulerLane.Full,
      light: { gutterIconPath: vscode.Uri.joinPath(extensionUri, 'media', 'step-light.svg') },
      dark: { gutterIconPath: vscode.Uri.joinPath(extensionUri, 'media', 'step-dark.svg') },
    });
  }

  /** Undefined marks nothing. `scrolling` brings the line into view where it is not. */
  set(uri: vscode.Uri, line: number | undefined, { scrolling }: { readonly scrolling: boolean }): void {
    const key = uri.toString();
    if (line === undefined) this.#lines.delete(key);
    else this.#lines.set(key, line);
    for (const editor of vscode.window.visibleTextEditors) {
      if (editor.document.uri.toString() !== key) continue;
      this.#draw(editor);
      if (scrolling && line !== undefined) {
        editor.revealRange(new vscode.Range(line, 0, line, 0), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
      }
    }
  }

  get(uri: vscode.Uri): number | undefined {
    return this.#lines.get(uri.toString());
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#mark.dispose();
  }

  readonly #draw = (editor: vscode.TextEditor): void => {
    const line = this.#lines.get(editor.document.uri.toString());
    editor.setDecorations(this.#mark, line === undefined ? [] : [new vscode.Range(line, 0, line, 0)]);
  };
}
