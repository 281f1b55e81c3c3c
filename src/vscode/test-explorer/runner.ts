/**
 * Runs tests: asks for the check of each file and tells VS Code what it says of those that are wanted. Results that an edit
 * has overtaken are marked as outdated; a continuous run replaces them.
 */
import * as vscode from 'vscode';
import type { LensTarget } from '../../editor/lenses';
import { hasTooLarge, type TestVerdict, verdictsOn } from '../../editor/test-verdict';
import { type Checked, check, compiled } from '../check';
import type { Documents } from '../documents';
import { quietly } from '../full-run';
import type { MakeLongRun } from '../long-runs';
import type { TestFile, TestFiles } from './files';
import { failureOf, ignoranceOf, lineOf } from './messages';

/** After the last keystroke: a run for each would flicker. */
const PAUSE_MS = 300;

interface Surroundings {
  readonly controller: vscode.TestController;
  readonly files: TestFiles;
  readonly documents: Documents;
  readonly makeLongRun: MakeLongRun;
}

type IsWanted = (item: vscode.TestItem) => boolean;

export class TestRunner implements vscode.Disposable {
  readonly #around: Surroundings;
  /** What was said of each test last, unless it is outdated. */
  readonly #said = new WeakMap<vscode.TestItem, string | undefined>();
  /** Where the playground shows what decides, of those that failed. */
  readonly #targets = new WeakMap<vscode.TestItem, LensTarget>();
  readonly #subscription: vscode.Disposable;

  constructor(around: Surroundings) {
    this.#around = around;
    this.#subscription = vscode.Disposable.from(
      around.files.onDidChange((file) => this.#outdate(file)),
      vscode.commands.registerCommand('topology.showDecisiveStep', ({ test }: { readonly test?: vscode.TestItem }) =>
        this.#show(test),
      ),
    );
  }

  async run(request: vscode.TestRunRequest, token: vscode.CancellationToken): Promise<void> {
    if (request.continuous) this.#follow(request, token);
    const { controller, files } = this.#around;
    const run = controller.createTestRun(request);
    try {
      if (!request.include) await files.discover(run.token);
      for (const file of filesOf(request, files)) {
        if (run.token.isCancellationRequested) break;
        await this.#runFile(run, file, wantedBy(request));
        await new Promise<void>((resolve) => setTimeout(resolve));
      }
    } finally {
      run.end();
    }
  }

  dispose(): void {
    this.#subscription.dispose();
  }

  async #runFile(run: vscode.TestRun, file: TestFile, isWanted: IsWanted): Promise<void> {
    const { files } = this.#around;
    await files.resolve(file.item);
    const { item, tests } = files.get(file.uri) ?? file;
    for (const each of [item, ...tests.keys()].filter(isWanted)) run.started(each);
    try {
      const checked = await this.#checkInFull(file, run.token);
      if (checked && !run.token.isCancellationRequested) this.#tell(run, file, checked, isWanted);
    } catch (error) {
      run.errored(item, ignoranceOf(error instanceof Error ? error.message : String(error), item));
    }
  }

  #tell(run: vscode.TestRun, { uri, item }: TestFile, checked: Checked, isWanted: IsWanted): void {
    const { tests } = this.#around.files.update({ uri, item, tests: new Map() }, checked.compilation.tree);
    const verdicts = verdictsOn(checked);
    const say = (each: vscode.TestItem, verdict: TestVerdict | undefined) => {
      if (!verdict) return;
      this.#said.set(each, keyOf(verdict));
      run.appendOutput(lineOf(each.label, verdict), undefined, each);
      if (verdict.kind === 'passed') run.passed(each);
      else if (verdict.kind === 'failed') {
        this.#targets.set(each, verdict.target);
        run.failed(each, failureOf(verdict, each));
      } else if (verdict.isTooLarge && checked.budget === 'typing') run.skipped(each);
      else run.errored(each, ignoranceOf(verdict.because, each));
    };
    // A file counts as a test of its own only where there is something to say of it.
    if (isWanted(item) && (verdicts.file.kind !== 'passed' || tests.size === 0)) say(item, verdicts.file);
    for (const [each, node] of tests) if (isWanted(each)) say(each, verdicts.of(node));
  }

  /** Of what VS Code remembers from an earlier window the test itself is shown. */
  async #show(test: vscode.TestItem | undefined): Promise<void> {
    if (!test?.uri) return;
    const target = this.#targets.get(test) ?? { line: test.range?.start.line };
    await vscode.commands.executeCommand('topology.runFlow', { uri: test.uri, ...target });
  }

  /** Within the limit that holds while typing. */
  async #check(file: TestFile): Promise<Checked | undefined> {
    const { documents, files } = this.#around;
    const document = files.documentOf(file);
    return document ? documents.get(document) : check(compiled(await files.read(file), 0));
  }

  async #checkInFull(file: TestFile, token: vscode.CancellationToken): Promise<Checked | undefined> {
    const { documents, files, makeLongRun } = this.#around;
    const checked = await this.#check(file);
    if (!checked || checked.budget === 'inFull' || !hasTooLarge(checked)) return checked;
    const document = files.documentOf(file);
    if (!document) return quietly(checked, makeLongRun, (cancel) => token.onCancellationRequested(cancel));
    await documents.runInFullQuietly(document, token);
    return documents.get(document);
  }

  #follow(request: vscode.TestRunRequest, token: vscode.CancellationToken): void {
    const timers = new Map<string, TimerHandle>();
    const following = this.#around.files.onDidChange(({ uri }) => {
      clearTimeout(timers.get(uri.toString()));
      timers.set(
        uri.toString(),
        setTimeout(() => this.#runAgain(request, uri), PAUSE_MS),
      );
    });
    token.onCancellationRequested(() => {
      following.dispose();
      for (const timer of timers.values()) clearTimeout(timer);
    });
  }

  /** Where it would not say the same again. */
  async #runAgain({ include, exclude, profile }: vscode.TestRunRequest, uri: vscode.Uri): Promise<void> {
    const { controller, files } = this.#around;
    const file = files.get(uri);
    const wanted = include ? include.filter((item) => item.uri?.toString() === uri.toString()) : file && [file.item];
    const checked = file && wanted && wanted.length > 0 ? await this.#check(file) : undefined;
    if (!file || !checked) return;
    const request = new vscode.TestRunRequest(wanted, exclude, profile, true);
    const isWanted = wantedBy(request);
    const known = files.update(file, checked.compilation.tree);
    if (!this.#changed(known, checked).some((item) => isWanted(item))) return;
    const run = controller.createTestRun(request);
    this.#tell(run, known, checked, isWanted);
    run.end();
  }

  /** The tests of which something else is to be said now. */
  #changed({ item, tests }: TestFile, checked: Checked): readonly vscode.TestItem[] {
    const verdicts = verdictsOn(checked);
    const differ = [...tests].filter(([each, node]) => this.#said.get(each) !== keyOf(verdicts.of(node)));
    const said = this.#said.get(item) ?? keyOf({ kind: 'passed' });
    return [...(said === keyOf(verdicts.file) ? [] : [item]), ...differ.map(([each]) => each)];
  }

  #outdate(file: TestFile): void {
    const { controller, documents, files } = this.#around;
    const document = files.documentOf(file);
    const checked = document && documents.get(document);
    const changed = checked ? this.#changed(file, checked) : [file.item, ...file.tests.keys()];
    const outdated = changed.filter((item) => this.#said.delete(item));
    // VS Code takes what is below an item as outdated with it, and not everything below a file is.
    controller.invalidateTestResults(outdated.filter((item) => item !== file.item));
  }
}

/** What is said of a test, apart from where: that moves with the lines above. */
function keyOf(verdict: TestVerdict | undefined): string | undefined {
  return verdict?.kind === 'failed' ? JSON.stringify([verdict.actual, verdict.because]) : verdict?.kind;
}

/** Those of which something is wanted. */
function filesOf({ include }: vscode.TestRunRequest, files: TestFiles): readonly TestFile[] {
  if (!include) return files.all;
  const wanted = new Set(include.map(({ uri }) => uri?.toString()));
  return files.all.filter(({ uri }) => wanted.has(uri.toString()));
}

function wantedBy({ include, exclude = [] }: vscode.TestRunRequest): IsWanted {
  return (item) => {
    let isIncluded = include === undefined;
    for (let at: vscode.TestItem | undefined = item; at; at = at.parent) {
      if (exclude.includes(at)) return false;
      isIncluded ||= include?.includes(at) ?? false;
    }
    return isIncluded;
  };
}
