/**
 * The files of the workspace as VS Code's Test Explorer lists them: those that are open with what they hold, the others as
 * soon as somebody looks for tests, and read only when somebody looks into them. Knows nothing of results.
 */
import * as vscode from 'vscode';
import { type TestNode, testsIn } from '../../editor/test-tree';
import { parse, type Tree } from '../../language/tree';
import type { Documents } from '../documents';
import { toRangeOfLines } from '../places';
import { MAXIMUM_BYTES, MAXIMUM_FILES } from '../workspace-files';

export interface TestFile {
  readonly uri: vscode.Uri;
  readonly item: vscode.TestItem;
  /** What is below it, of the text that was seen last. */
  readonly tests: ReadonlyMap<vscode.TestItem, TestNode>;
}

export class TestFiles implements vscode.Disposable {
  readonly #controller: vscode.TestController;
  readonly #documents: Documents;
  readonly #files = new Map<string, TestFile>();
  readonly #changed = new vscode.EventEmitter<TestFile>();
  readonly #subscription: vscode.Disposable;

  /** The text of a file is another now. */
  readonly onDidChange = this.#changed.event;

  constructor(controller: vscode.TestController, documents: Documents) {
    this.#controller = controller;
    this.#documents = documents;
    const watcher = vscode.workspace.createFileSystemWatcher('**/*.topo');
    this.#subscription = vscode.Disposable.from(
      this.#changed,
      documents.onDidCheck((document) => this.#follow(document)),
      documents.onDidClose((document) => this.#leave(document)),
      watcher,
      // A file that is written again right after it was made is heard of once.
      watcher.onDidCreate((uri) => (this.get(uri) ? this.#readAgain(uri) : this.#add(uri))),
      watcher.onDidChange((uri) => this.#readAgain(uri)),
      watcher.onDidDelete((uri) => this.#forget(uri)),
    );
    for (const document of documents.all()) this.#follow(document);
  }

  get all(): readonly TestFile[] {
    return [...this.#files.values()];
  }

  get(uri: vscode.Uri): TestFile | undefined {
    return this.#files.get(uri.toString());
  }

  /** Where this text is open. */
  documentOf({ uri }: TestFile): vscode.TextDocument | undefined {
    return this.#documents.all().find((document) => document.uri.toString() === uri.toString());
  }

  /** Lists all files of the workspace; what happens to them is followed anyway. */
  async discover(token?: vscode.CancellationToken): Promise<void> {
    const found = await vscode.workspace.findFiles('**/*.topo', undefined, MAXIMUM_FILES, token);
    for (const uri of found) this.#add(uri);
  }

  /** Reads what a file holds, where that is not known yet. */
  async resolve(item: vscode.TestItem): Promise<void> {
    const file = item.uri && this.get(item.uri);
    if (!file?.item.canResolveChildren) return;
    try {
      this.update(file, parse(await this.read(file)));
    } catch (error) {
      file.item.error = error instanceof Error ? error.message : String(error);
    }
  }

  /** The text of a file that is not open. */
  async read({ uri }: TestFile): Promise<string> {
    const { size } = await vscode.workspace.fs.stat(uri);
    if (size > MAXIMUM_BYTES) throw new Error(vscode.l10n.t('It is larger than 1 MB. Open it to have it checked.'));
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  }

  /** What a file holds now. Tests that stay keep their items, and with them their results. */
  update({ uri, item }: TestFile, tree: Tree): TestFile {
    const tests = new Map<vscode.TestItem, TestNode>();
    this.#fill(item, testsIn(tree), tests);
    item.error = undefined;
    item.canResolveChildren = false;
    const file = { uri, item, tests };
    this.#files.set(uri.toString(), file);
    return file;
  }

  dispose(): void {
    this.#subscription.dispose();
  }

  #fill(parent: vscode.TestItem, nodes: readonly TestNode[], tests: Map<vscode.TestItem, TestNode>): void {
    const { children, uri } = parent;
    const items = nodes.map((node) => {
      const item = children.get(node.id) ?? this.#controller.createTestItem(node.id, node.label, uri);
      item.range = toRangeOfLines(node.range);
      item.description = worthOf(node);
      tests.set(item, node);
      this.#fill(item, node.children, tests);
      return item;
    });
    if (items.length !== children.size || items.some((item) => children.get(item.id) !== item)) children.replace(items);
  }

  #add(uri: vscode.Uri): TestFile {
    const known = this.get(uri);
    if (known) return known;
    const item = this.#controller.createTestItem(uri.toString(), vscode.workspace.asRelativePath(uri), uri);
    item.canResolveChildren = true;
    const file: TestFile = { uri, item, tests: new Map() };
    this.#files.set(uri.toString(), file);
    this.#controller.items.add(item);
    const document = this.documentOf(file);
    const compilation = document && this.#documents.compilation(document);
    return compilation ? this.update(file, compilation.tree) : file;
  }

  #remove(uri: vscode.Uri): void {
    this.#files.delete(uri.toString());
    this.#controller.items.delete(uri.toString());
  }

  #follow(document: vscode.TextDocument): void {
    const compilation = this.#documents.compilation(document);
    if (compilation) this.#changed.fire(this.update(this.#add(document.uri), compilation.tree));
  }

  /** What was typed and not saved is gone; what is in no folder of the workspace is of no interest any more. */
  #leave({ uri, isUntitled }: vscode.TextDocument): void {
    const isKept = !isUntitled && vscode.workspace.getWorkspaceFolder(uri) !== undefined;
    if (isKept) this.#readAgain(uri);
    else this.#remove(uri);
  }

  /** It may be there again by the time this is heard. A text that is still being worked on stays. */
  async #forget(uri: vscode.Uri): Promise<void> {
    const file = this.get(uri);
    if (file && !this.documentOf(file)?.isDirty && !(await exists(uri))) this.#remove(uri);
  }

  /** A file that nobody has looked into stays unread. */
  async #readAgain(uri: vscode.Uri): Promise<void> {
    await this.#forget(uri);
    const file = this.get(uri);
    if (!file || this.documentOf(file)) return;
    const isKnown = !file.item.canResolveChildren;
    file.item.canResolveChildren = true;
    if (isKnown) await this.resolve(file.item);
    this.#changed.fire(this.get(uri) ?? file);
  }
}

function worthOf({ points }: TestNode): string {
  if (points === 1) return vscode.l10n.t('1 point');
  return points === undefined ? '' : vscode.l10n.t('{points} points', { points });
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}
