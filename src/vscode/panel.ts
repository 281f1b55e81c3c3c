/**
 * One playground: a webview beside the editor and the session that it shows. It turns what the webview asks for into a
 * new session, and each new session into what the webview shows; what a picture holds is decided elsewhere.
 */
import * as vscode from 'vscode';
import type { Picture, ShownComparison, ToHost, ToWebview } from '../protocol/messages';
import { parseToHost } from '../protocol/parse';
import type { ComparisonScene } from '../scene/comparison';
import type { Direction, Stop } from '../scene/stepping';
import type { Checked } from './check';
import { editorWords } from './current-editor-words';
import { stepsOf } from './picture';
import { applyRequest } from './requests';
import type { Choice } from './runs';
import * as session from './session';
import { type Change, changeTo, type File, redraw, type Showing, startShowing } from './showing';
import { setBreakpoints, step } from './stepping';
import { fillPanel } from './webview';

/** What the user asked of the file itself; the panel does not know documents. */
export type FileRequest =
  | { readonly type: 'reveal'; readonly line: number }
  | { readonly type: 'runInFull' }
  | { readonly type: 'saveScenario' }
  | { readonly type: 'cutLink'; readonly node: string }
  | { readonly type: 'pin' | 'unpin'; readonly nodes: readonly string[] | undefined }
  | { readonly type: 'transcript' }
  | { readonly type: 'present'; readonly on: boolean }
  | { readonly type: 'toggleBreakpoint'; readonly line: number }
  | { readonly type: 'compare'; readonly resource: string | undefined; readonly price: number | undefined };

/** Stepping brings the step's line into view; an edit leaves the editor where its author works. */
export interface PanelChange {
  readonly stepped: boolean;
}

export class Panel implements vscode.Disposable {
  readonly #panel: vscode.WebviewPanel;
  readonly #log: vscode.LogOutputChannel;
  readonly #changed = new vscode.EventEmitter<PanelChange>();
  readonly #requested = new vscode.EventEmitter<FileRequest>();
  #uri: vscode.Uri;
  #missing = false;
  #showing: Showing;
  #comparison: ShownComparison | undefined;
  #presenting = false;

  readonly onDidChange = this.#changed.event;
  readonly onDidRequest = this.#requested.event;
  readonly onDidDispose: vscode.Event<void>;

  constructor(
    panel: vscode.WebviewPanel,
    about: { readonly uri: vscode.Uri; readonly extensionUri: vscode.Uri; readonly log: vscode.LogOutputChannel },
    opened: session.Session,
  ) {
    this.#panel = panel;
    this.#log = about.log;
    this.#uri = about.uri;
    this.#showing = startShowing(opened, this.#file());
    this.onDidDispose = panel.onDidDispose;
    panel.title = this.#title();
    panel.webview.onDidReceiveMessage((message) => this.receive(message));
    fillPanel(panel, about.extensionUri);
  }

  get uri(): vscode.Uri {
    return this.#uri;
  }

  get session(): session.Session {
    return this.#showing.session;
  }

  /** What the webview shows. */
  get picture(): Picture {
    return this.#showing.picture;
  }

  get isPresenting(): boolean {
    return this.#presenting;
  }

  /** What is shown in the place of the picture. */
  get comparison(): ShownComparison | undefined {
    return this.#comparison;
  }

  get isActive(): boolean {
    return this.#panel.active;
  }

  get viewColumn(): vscode.ViewColumn | undefined {
    return this.#panel.viewColumn;
  }

  /** The line of the shown step in the text as it is now. */
  get line(): number | undefined {
    return session.stepLine(this.session);
  }

  /** Brings it to the front where it is, without taking the focus. */
  show(): void {
    this.#panel.reveal(undefined, true);
  }

  update(checked: Checked): void {
    this.#missing = false;
    const isEdit = checked.text !== this.session.latest.text;
    if (this.#comparison && isEdit) this.#showComparison({ ...this.#comparison, isOutdated: true });
    this.#redraw(session.edit(this.session, checked));
  }

  choose(choice: Partial<Choice>): void {
    this.#change(session.choose(this.session, choice));
  }

  /** Shows the architectures beside each other; undefined goes back to the picture. */
  compare(scene: ComparisonScene | undefined): void {
    if (scene || this.#comparison) this.#showComparison(scene && { scene, isOutdated: false });
  }

  /** Shows the picture and the words alone, for an audience, or everything again. */
  present(on: boolean): void {
    if (on === this.#presenting) return;
    this.#showPresenting(on);
    this.#requested.fire({ type: 'present', on });
  }

  /** After a reload of the window, in the room that it had. */
  presentAgain(): void {
    this.#showPresenting(true);
  }

  /** Asks about each step before it is shown, or no longer. */
  predict(on: boolean): void {
    this.#change({ ...this.session, isPredicting: on });
  }

  /** Brings it to the front with the focus. */
  focus(): void {
    this.#panel.reveal(undefined, false);
  }

  seek(position: number): void {
    this.#change(session.seek(this.session, position));
  }

  step(stop: Stop | undefined, direction: Direction): void {
    this.#change(step(this.session, stop, direction));
  }

  /** The lines, in the text as it is now, that have a breakpoint. */
  setBreakpoints(lines: readonly number[]): void {
    const next = setBreakpoints(this.session, lines);
    if (next !== this.session) this.#redraw(next);
  }

  /** The file has another name now. */
  rename(uri: vscode.Uri): void {
    this.#uri = uri;
    this.#missing = false;
    this.#panel.title = this.#title();
    this.#redraw(this.session);
  }

  /** The file was deleted; the picture stays. */
  markMissing(missing: boolean): void {
    if (missing === this.#missing) return;
    this.#missing = missing;
    this.#redraw(this.session);
  }

  /** A message from the webview, which is not trusted: what is unknown or speaks of an older picture is dropped. */
  receive(value: unknown): void {
    const message = parseToHost(value);
    if (!message) {
      this.#log.warn('The playground sent an unknown message, which is ignored.', JSON.stringify(value));
    } else if (message.type === 'ready' || message.revision === this.picture.revision) {
      this.#handle(message);
    }
  }

  dispose(): void {
    this.#panel.dispose();
    this.#changed.dispose();
    this.#requested.dispose();
  }

  #handle(message: ToHost): void {
    switch (message.type) {
      case 'ready':
        this.#post({ type: 'picture', picture: this.picture });
        if (this.#comparison) this.#showComparison(this.#comparison);
        if (this.#presenting) this.#post({ type: 'presenting', on: true });
        break;
      case 'reveal':
        this.#requestAtLine('reveal', message.line);
        break;
      case 'toggleBreakpoint':
        this.#requestAtLine('toggleBreakpoint', message.line);
        break;
      case 'runAnyway':
        this.#requested.fire({ type: 'runInFull' });
        break;
      case 'moved':
        // The webview has the nodes there already.
        this.#showing = startShowing(session.move(this.session, message.positions), this.#file(), message.revision);
        break;
      case 'compare':
        this.#requested.fire({ type: 'compare', resource: message.resource, price: message.price });
        break;
      case 'closeComparison':
        this.compare(undefined);
        break;
      case 'saveScenario':
        this.#requested.fire({ type: 'saveScenario' });
        break;
      case 'cutLink':
        this.#requested.fire({ type: 'cutLink', node: message.node });
        break;
      case 'pin':
        this.#requested.fire({ type: message.pinned ? 'pin' : 'unpin', nodes: message.nodes });
        break;
      case 'transcript':
        this.#requested.fire({ type: 'transcript' });
        break;
      case 'present':
        this.present(message.on);
        break;
      case 'rows':
        this.#post({ type: 'rows', revision: message.revision, rows: stepsOf(this.session, message.around) });
        break;
      default:
        this.#change(applyRequest(this.session, message));
    }
  }

  #requestAtLine(type: 'reveal' | 'toggleBreakpoint', line: number): void {
    const current = session.currentLine(this.session, line);
    if (current !== undefined) this.#requested.fire({ type, line: current });
  }

  /** Who steps wants to see the network. */
  #change(next: session.Session): void {
    const { position, choice } = this.session;
    const stepped = next.position !== position || next.choice !== choice;
    if (stepped) this.compare(undefined);
    this.#show(changeTo(this.#showing, next, this.#file()), { stepped });
  }

  #redraw(next: session.Session): void {
    this.#show(redraw(this.picture, next, this.#file()), { stepped: false });
  }

  #show({ showing, message }: Change, change: PanelChange): void {
    this.#showing = showing;
    this.#post(message);
    this.#changed.fire(change);
  }

  #showPresenting(on: boolean): void {
    this.#presenting = on;
    this.#post({ type: 'presenting', on });
  }

  #showComparison(comparison: ShownComparison | undefined): void {
    this.#comparison = comparison;
    this.#post({ type: 'comparison', comparison });
  }

  #file(): File {
    return {
      uri: this.#uri.toString(),
      fileName: this.#fileName(),
      missing: this.#missing,
      said: editorWords().message,
    };
  }

  #post(message: ToWebview): void {
    this.#panel.webview.postMessage(message).then(undefined, (error) => this.#log.error(error));
  }

  #title(): string {
    return `Playground ${this.#fileName()}`;
  }

  #fileName(): string {
    return this.#uri.path.split('/').at(-1) ?? '';
  }
}
