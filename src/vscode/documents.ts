/**
 * What is known about every open topology document, kept up to date while its author types. Everything that shows
 * something about a file asks here; nothing here knows who asks.
 */
import * as vscode from 'vscode';
import type { Compilation } from '../language/compile';
import type { Flow, Scenario } from '../language/topology';
import { type Checked, type Compiled, check, compiled } from './check';
import { quietly, withProgress } from './full-run';
import type { MakeLongRun } from './long-runs';

/** Long enough to join the keystrokes of a burst, too short to be noticed. */
const DEBOUNCE_MS = 30;

/** A flow that somebody looks at, under the scenario that is chosen. */
interface Shown {
  readonly flow: Flow | undefined;
  readonly scenario: Scenario | undefined;
}

interface Entry {
  readonly document: vscode.TextDocument;
  compiled: Compiled | undefined;
  checked: Checked | undefined;
  timer: TimerHandle | undefined;
  /** Under way now. */
  fullRun: Promise<boolean> | undefined;
}

export class Documents implements vscode.Disposable {
  readonly #entries = new Map<string, Entry>();
  readonly #checkedEmitter = new vscode.EventEmitter<vscode.TextDocument>();
  readonly #closedEmitter = new vscode.EventEmitter<vscode.TextDocument>();
  readonly #log: vscode.LogOutputChannel;
  readonly #makeLongRun: MakeLongRun;
  readonly #subscriptions: vscode.Disposable[];

  /** A document has been opened or edited, and `get` has its new state at hand. */
  readonly onDidCheck = this.#checkedEmitter.event;
  readonly onDidClose = this.#closedEmitter.event;

  constructor(log: vscode.LogOutputChannel, makeLongRun: MakeLongRun) {
    this.#log = log;
    this.#makeLongRun = makeLongRun;
    this.#subscriptions = [
      this.#checkedEmitter,
      this.#closedEmitter,
      vscode.workspace.onDidOpenTextDocument((document) => this.#open(document)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.#schedule(document)),
      vscode.workspace.onDidCloseTextDocument((document) => this.#close(document)),
    ];
  }

  /** Takes up the documents that are open already; called once whoever listens does so. */
  start(): void {
    for (const document of vscode.workspace.textDocuments) this.#open(document);
  }

  all(): readonly vscode.TextDocument[] {
    return [...this.#entries.values()].map(({ document }) => document);
  }

  /** The state of the text as it is now; undefined for a document that is closed or no topology. */
  get(document: vscode.TextDocument): Checked | undefined {
    const entry = this.#entries.get(document.uri.toString());
    if (!entry || entry.checked?.version === document.version) return entry?.checked;
    this.#check(entry);
    return entry.checked;
  }

  /** The text as it is now, understood but not run: quick enough to ask for with every keystroke. */
  compilation(document: vscode.TextDocument): Compilation | undefined {
    const entry = this.#entries.get(document.uri.toString());
    return entry && compile(entry).compilation;
  }

  /**
   * Runs the flows without the limit that holds while typing, with its progress shown and a way to cancel it. The next
   * edit brings the limit back; one that comes meanwhile ends it. `shown` is run as well, whatever else the file asks for.
   * True once it is done.
   */
  async runInFull(document: vscode.TextDocument, shown?: Shown): Promise<boolean> {
    return this.#runOnce(document, (compiled, cancelOn) => {
      const also = shown?.flow ? [{ flow: shown.flow, scenario: shown.scenario }] : [];
      return withProgress(compiled, this.#makeLongRun, also, cancelOn);
    });
  }

  /** The same for somebody who shows the progress, and can cancel it, in a way of their own. */
  async runInFullQuietly(document: vscode.TextDocument, token: vscode.CancellationToken): Promise<boolean> {
    return this.#runOnce(document, (compiled, cancelOn) =>
      quietly(compiled, this.#makeLongRun, (cancel) =>
        vscode.Disposable.from(cancelOn(cancel), token.onCancellationRequested(cancel)),
      ),
    );
  }

  async #runOnce(document: vscode.TextDocument, run: FullRun): Promise<boolean> {
    const entry = this.#entries.get(document.uri.toString());
    if (!entry) return false;
    entry.fullRun ??= this.#runInFull(entry, run).finally(() => {
      entry.fullRun = undefined;
    });
    return entry.fullRun;
  }

  dispose(): void {
    for (const { timer } of this.#entries.values()) clearTimeout(timer);
    this.#entries.clear();
    vscode.Disposable.from(...this.#subscriptions).dispose();
  }

  #open(document: vscode.TextDocument): void {
    if (!isTopology(document)) return;
    const entry: Entry = { document, compiled: undefined, checked: undefined, timer: undefined, fullRun: undefined };
    this.#entries.set(document.uri.toString(), entry);
    this.#check(entry);
  }

  #schedule(document: vscode.TextDocument): void {
    const entry = this.#entries.get(document.uri.toString());
    if (!entry || entry.checked?.version === document.version) return;
    clearTimeout(entry.timer);
    entry.timer = setTimeout(() => this.get(document), DEBOUNCE_MS);
  }

  #close(document: vscode.TextDocument): void {
    const key = document.uri.toString();
    const entry = this.#entries.get(key);
    if (!entry) return;
    clearTimeout(entry.timer);
    this.#entries.delete(key);
    this.#closedEmitter.fire(document);
  }

  #check(entry: Entry): void {
    clearTimeout(entry.timer);
    const { document } = entry;
    const startMs = performance.now();
    entry.checked = check(compile(entry), entry.checked);
    this.#log.trace(`Checked ${document.uri} in ${(performance.now() - startMs).toFixed(1)} ms`);
    this.#checkedEmitter.fire(document);
  }

  async #runInFull(entry: Entry, run: FullRun): Promise<boolean> {
    const checked = await run(compile(entry), (cancel) =>
      vscode.workspace.onDidChangeTextDocument(({ document }) => document === entry.document && cancel()),
    );
    if (!checked || entry.document.version !== checked.version) return false;
    entry.checked = checked;
    this.#checkedEmitter.fire(entry.document);
    return true;
  }
}

/** What it is handed registers what cancels it. */
type FullRun = (
  compiled: Compiled,
  cancelOn: (cancel: () => void) => vscode.Disposable,
) => Promise<Checked | undefined>;

function compile(entry: Entry): Compiled {
  const { document } = entry;
  if (entry.compiled?.version !== document.version)
    entry.compiled = compiled(document.getText(), document.version, entry.compiled);
  return entry.compiled;
}

/** The old side of a comparison is history: nobody wants to hear of its mistakes. */
function isTopology(document: vscode.TextDocument): boolean {
  return document.languageId === 'topology' && document.uri.scheme !== 'git';
}
