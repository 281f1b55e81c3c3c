/**
 * All playgrounds, one for each document that has one: opened, kept in step with their documents, followed when a file
 * is renamed, restored when the window is reloaded.
 */
import * as vscode from 'vscode';
import type { PanelState } from '../protocol/messages';
import { parsePanelState } from '../protocol/parse';
import { toggleBreakpoint } from './breakpoints';
import { currentWords } from './current-words';
import type { Documents } from './documents';
import { watchFiles } from './file-watch';
import { fillsWindow, fillWindow } from './fill-window';
import { type FileRequest, Panel } from './panel';
import { showLine } from './places';
import { openSession, type Saved } from './session';
import type { StepLines } from './step-lines';
import { viewType, webviewOptions } from './webview';

interface Surroundings {
  readonly documents: Documents;
  readonly stepLines: StepLines;
  readonly extensionUri: vscode.Uri;
  readonly log: vscode.LogOutputChannel;
}

export class Panels implements vscode.Disposable, vscode.WebviewPanelSerializer {
  readonly #panels = new Set<Panel>();
  readonly #around: Surroundings;
  readonly #changed = new vscode.EventEmitter<Panel>();
  readonly #closed = new vscode.EventEmitter<void>();
  readonly #subscriptions: vscode.Disposable;
  #latest: Panel | undefined;

  /** A panel shows something else now. */
  readonly onDidChange = this.#changed.event;
  readonly onDidClose = this.#closed.event;

  constructor(around: Surroundings) {
    this.#around = around;
    const { documents } = around;
    this.#subscriptions = vscode.Disposable.from(
      ...[this.#changed, this.#closed],
      documents.onDidCheck((document) => this.#update(document)),
      documents.onDidClose((document) => this.#followSaved(document)),
      vscode.workspace.onDidRenameFiles(({ files }) => this.#followRenamed(files)),
      vscode.window.registerWebviewPanelSerializer(viewType, this),
    );
  }

  get all(): readonly Panel[] {
    return [...this.#panels];
  }

  get(uri: vscode.Uri): Panel | undefined {
    return this.all.find((panel) => panel.uri.toString() === uri.toString());
  }

  /** The panel that has the focus. */
  get active(): Panel | undefined {
    return this.all.find(({ isActive }) => isActive);
  }

  /** The panel that was used last, with or without the focus. */
  get latest(): Panel | undefined {
    return this.active ?? this.#latest;
  }

  /** The playground of this document, brought to the front; the focus stays where it is. */
  open(document: vscode.TextDocument): Panel | undefined {
    const existing = this.get(document.uri);
    existing?.show();
    if (existing) return existing;
    const column = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
    const panel = vscode.window.createWebviewPanel(viewType, '', column, webviewOptions(this.#around.extensionUri));
    return this.#add(panel, document);
  }

  /** After a reload of the window. A file that is gone has no playground any more. */
  async deserializeWebviewPanel(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    const saved = parsePanelState(state);
    const document = saved && (await this.#documentOf(saved));
    const restored = document && this.#add(panel, document, toSaved(saved));
    if (!restored) return panel.dispose();
    if (!saved.isPresenting) return;
    restored.presentAgain();
    fillsWindow(restored);
  }

  dispose(): void {
    for (const panel of this.all) panel.dispose();
    this.#subscriptions.dispose();
  }

  #add(webviewPanel: vscode.WebviewPanel, document: vscode.TextDocument, saved?: Saved): Panel | undefined {
    const checked = this.#around.documents.get(document);
    if (!checked) return undefined;
    const panel = new Panel(
      webviewPanel,
      { ...this.#around, uri: document.uri },
      openSession(checked, saved, currentWords()),
    );
    const watch = watchFiles(panel);
    this.#panels.add(panel);
    this.#latest = panel;
    panel.onDidChange(({ stepped }) => this.#show(panel, stepped));
    panel.onDidRequest((request) => this.#answer(panel, request));
    panel.onDidDispose(() => {
      watch.dispose();
      this.#remove(panel);
    });
    this.#show(panel, saved === undefined);
    return panel;
  }

  #remove(panel: Panel): void {
    this.#panels.delete(panel);
    if (this.#latest === panel) this.#latest = this.all.at(-1);
    this.#around.stepLines.set(panel.uri, undefined, { scrolling: false });
    panel.dispose();
    this.#closed.fire();
  }

  #show(panel: Panel, scrolling: boolean): void {
    this.#latest = panel;
    this.#around.stepLines.set(panel.uri, panel.line, { scrolling });
    this.#changed.fire(panel);
  }

  #update(document: vscode.TextDocument): void {
    const checked = this.#around.documents.get(document);
    if (checked) this.get(document.uri)?.update(checked);
  }

  async #answer(panel: Panel, request: FileRequest): Promise<void> {
    try {
      await this.#carryOut(panel, request);
    } catch (error) {
      this.#around.log.error(String(error));
      vscode.window.showErrorMessage(`Topology: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  async #carryOut(panel: Panel, request: FileRequest): Promise<void> {
    const document = () => vscode.workspace.openTextDocument(panel.uri);
    switch (request.type) {
      case 'reveal':
        await showLine(await document(), request.line, true);
        return;
      case 'toggleBreakpoint':
        return toggleBreakpoint(panel.uri, request.line);
      case 'runInFull':
        await this.#around.documents.runInFull(await document(), panel.session.runs);
        return;
      case 'present':
        return fillWindow(panel, request.on);
      default:
        return vscode.commands.executeCommand(commandFor[request.type], { ...request, uri: panel.uri });
    }
  }

  async #documentOf({ uri }: PanelState): Promise<vscode.TextDocument | undefined> {
    try {
      return await vscode.workspace.openTextDocument(vscode.Uri.parse(uri, true));
    } catch (error) {
      this.#around.log.warn(`The playground of ${uri} is not restored: ${String(error)}`);
      return undefined;
    }
  }

  #followRenamed(files: readonly { readonly oldUri: vscode.Uri; readonly newUri: vscode.Uri }[]): void {
    for (const { oldUri, newUri } of files) {
      for (const panel of this.#panels) {
        const rest = pathBelow(oldUri, panel.uri);
        if (rest !== undefined) this.#rename(panel, newUri.with({ path: newUri.path + rest }));
      }
    }
  }

  /** Saving an untitled document opens a file with its text, then empties and closes it. */
  #followSaved(closed: vscode.TextDocument): void {
    const panel = closed.isUntitled ? this.get(closed.uri) : undefined;
    if (!panel) return;
    const text = withoutTrailingSpace(panel.session.latest.text);
    const isSaved = (open: vscode.TextDocument) => withoutTrailingSpace(open.getText()) === text && !this.get(open.uri);
    const saved = this.#around.documents.all().find(isSaved);
    if (saved) this.#rename(panel, saved.uri);
    else panel.dispose();
  }

  #rename(panel: Panel, uri: vscode.Uri): void {
    this.#around.stepLines.set(panel.uri, undefined, { scrolling: false });
    panel.rename(uri);
    const document = this.#around.documents.all().find((open) => open.uri.toString() === uri.toString());
    if (document) this.#update(document);
  }
}

const commandFor = {
  compare: 'topology.compareArchitectures',
  saveScenario: 'topology.saveScenario',
  cutLink: 'topology.cutLink',
  pin: 'topology.pinNodes',
  unpin: 'topology.unpinNodes',
  transcript: 'topology.showTranscript',
} as const satisfies Partial<Record<FileRequest['type'], string>>;

/** What follows the path of `uri` in that of `other`: the empty string for the same, undefined for one elsewhere. */
function pathBelow(uri: vscode.Uri, other: vscode.Uri): string | undefined {
  if (uri.scheme !== other.scheme || uri.authority !== other.authority) return undefined;
  const rest = other.path.slice(uri.path.length);
  return other.path.startsWith(uri.path) && (rest === '' || rest.startsWith('/')) ? rest : undefined;
}

/** Saving may trim the text and end its last line. */
function withoutTrailingSpace(text: string): string {
  return text.replace(/\s+$/gm, '');
}

function toSaved(state: PanelState): Saved {
  const { flow, scenario, whatIf = [], trial, position, selected, positions, filter, stepping, isPredicting } = state;
  const { layout = 'automatic', folding = {} } = state;
  return {
    choice: { flow, scenario, whatIf, trial },
    ...{ position, selected, positions: new Map(Object.entries(positions)), filter, stepping, isPredicting },
    look: { layout, folding: new Map(Object.entries(folding)) },
  };
}
