// The Test Explorer, driven by VS Code's own commands: which tests it lists, what it is told of them, and what of that an edit
// makes outdated.

import * as vscode from 'vscode';
import { equal } from './expect';
import {
  activated,
  closeAll,
  fileUri,
  hybrid,
  lineOf,
  openFile,
  openText,
  pictureOf,
  replace,
  run,
  until,
} from './helpers';

describe('the Test Explorer', () => {
  let told: Told;
  // A name for each test: VS Code keeps the text of a file for a while after it is gone.
  let count = 0;
  let listed: string;
  let unopened: string;

  before(async () => {
    told = await listening();
  });
  after(() => told.dispose());
  beforeEach(() => {
    count += 1;
    listed = `listed-${count}.topo`;
    unopened = `unopened-${count}.topo`;
  });
  afterEach(async () => {
    await vscode.commands.executeCommand('testing.cancelRun');
    await closeAll();
    for (const name of [listed, unopened]) await vscode.workspace.fs.delete(fileUri(name)).then(undefined, () => {});
    await until('the end of the files', async () => [listed, unopened].every((name) => !told.item(fileUri(name))));
    told.clear();
  });

  /** VS Code hears of new tests a moment after they are there. */
  const running = (command: string, last = '') =>
    until('a run', async () => {
      told.clear();
      await vscode.commands.executeCommand(command);
      return told.of('').at(-1)?.includes(last);
    });

  it('lists flows with what is expected of them, at their lines, as soon as a file is open', async () => {
    const { document } = await openFile(listed, hybrid);
    const file = await until('the file', () => filled(told.item(document.uri)));
    equal(tree(file), [
      listed,
      '  Find and fetch',
      '    alice is client in "Find and fetch"',
      '  Let the application do it',
      '  architecture is hybrid',
    ]);
    const [first] = [...file.children].map(([, item]) => item);
    equal(first?.range?.start.line, lineOf(hybrid, 'flow "Find'));
  });

  it('lists exercises with what they check and its points, and says what their author says', async () => {
    const exercise = 'exercise "Roles" {\n  points 2 expect alice is server otherwise "Who answers?"\n}\n';
    const { document } = await openFile(listed, hybrid + exercise);
    const roles = await until('the exercise', () => told.item(document.uri)?.children.get('exercise Roles'));
    const check = roles.children.get('expectation alice is server');
    equal([roles.description, check?.description], ['2 points', '2 points']);
    await running('testing.runCurrentFile');
    equal(told.of(listed).at(-1), 'failed alice is server');
    const [{ message } = nothing] = told.messages;
    equal(typeof message === 'object' && message.value.startsWith('Who answers\\?'), true);
  });

  it('finds files that are not open, and reads one when somebody looks into it', async () => {
    await activated();
    await write(unopened, hybrid);
    await told.refresh();
    const file = await until('the file', () => told.item(fileUri(unopened)));
    equal([file.children.size, file.canResolveChildren], [0, true]);
    await told.resolve(file);
    equal([file.children.size, file.canResolveChildren], [3, false]);
    await write(unopened, hybrid.replace('expect architecture is hybrid\n', ''));
    await until('the change', () => file.children.size === 2);
    await vscode.workspace.fs.delete(fileUri(unopened));
    await until('the end', () => !told.item(fileUri(unopened)));
  });

  it('runs all, those of files that are not open as well', async () => {
    await write(unopened, hybrid.replace('is hybrid', 'is client-server'));
    await openFile(listed, hybrid);
    await vscode.commands.executeCommand('testing.runAll');
    equal(told.of(unopened), [
      'passed Find and fetch',
      'passed alice is client in "Find and fetch"',
      'passed Let the application do it',
      'failed architecture is client-server',
    ]);
    equal(new Set(told.of(listed).map((line) => line.split(' ')[0])).size, 1);
  });

  it('runs the one at the cursor, and says what was found, why, and which step decides', async () => {
    const text = hybrid.replace('alice is client in', 'alice is server in');
    const editor = await openFile(listed, text);
    const line = lineOf(text, 'expect alice');
    editor.selection = new vscode.Selection(line, 3, line, 3);
    await running('testing.runAtCursor', 'alice is server');
    equal(told.of(listed), ['failed alice is server in "Find and fetch"']);
    const [{ expectedOutput, actualOutput, location, stackTrace, message } = nothing] = told.messages;
    equal(
      [expectedOutput, actualOutput],
      ['alice is server in "Find and fetch"', 'alice is client in "Find and fetch"'],
    );
    equal(location?.range.start.line, line);
    equal(stackTrace?.[0]?.position?.line, lineOf(text, 'alice -> napster'));
    if (typeof message !== 'object') throw new Error('The message has no link.');
    equal(/alice asks napster/.test(message.value), true, message.value);
    const test = told.item(editor.document.uri)?.children.get('flow Find and fetch');
    const failed = test?.children.get('expectation alice is server in "Find and fetch"');
    for (const show of [() => run('showDecisiveStep', { test: failed }), () => followLink(message)]) {
      await show();
      equal((await pictureOf(editor.document.uri)).frame.position > 0, true);
      await run('firstStep');
    }
    await followLink(message);
    const { picture } = await until('the playground', async () => (await activated()).playground(editor.document.uri));
    equal([picture.flow, picture.frame.position > 0], ['Find and fetch', true]);
    const shown = await until('the line', async () => (await activated()).playground(editor.document.uri)?.line);
    equal(shown, lineOf(text, 'alice -> napster'));
  });

  it('keeps what still holds when a file is edited, and marks the rest as outdated', async () => {
    const editor = await openFile(listed, hybrid);
    await running('testing.runCurrentFile');
    const file = await until('the file', () => filled(told.item(editor.document.uri)));
    const before = [...file.children].map(([, item]) => item);
    await replace(editor, 'topology "Hybrid"', '// one more line\ntopology "Hybrid"');
    await until('the edit', () => before[0]?.range?.start.line === lineOf(hybrid, 'flow "Find') + 1);
    equal(told.outdated, []);
    equal(
      [...file.children].every(([, item], place) => item === before[place]),
      true,
    );
    await replace(editor, '  alice fetches "song.mp3"', '  alice fetches "none.mp3"');
    await until('the outdated results', () => told.outdated.length > 0);
    equal(told.outdated, ['Let the application do it']);
  });

  it('runs again and again while somebody types, where something changes', async () => {
    const editor = await openFile(listed, hybrid);
    const file = await until('the file', () => filled(told.item(editor.document.uri)));
    const source = new vscode.CancellationTokenSource();
    await told.profile.runHandler(new vscode.TestRunRequest([file], undefined, told.profile, true), source.token);
    equal(told.runs, 1);
    await replace(editor, 'topology "Hybrid"', 'topology "Still hybrid"');
    await replace(editor, 'architecture is hybrid', 'architecture is client-server');
    await until('the failure', () => told.of(listed).at(-1) === 'failed architecture is client-server');
    equal(told.runs, 2);
    source.cancel();
    await replace(editor, '  alice fetches "song.mp3"', '  alice fetches "none.mp3"');
    await until('the outdated result', () => told.outdated.length > 0);
  });

  it('says where a text cannot be understood, and goes on with other files', async () => {
    await write(unopened, hybrid.replace('alice -> bob : get', 'alice -> bob : gte'));
    await openFile(listed, hybrid);
    await vscode.commands.executeCommand('testing.runAll');
    equal(told.of(unopened).includes(`errored ${unopened}`), true, told.of(unopened).join());
    equal(told.of(listed).length, 4);
  });

  it('makes long runs elsewhere, of files that are open and of others', async () => {
    const long = 'host a, b\nflow "long" {\n  repeat 60000 {\n    a -> b : "hello"\n  }\n}\nexpect "long" succeeds\n';
    await write(unopened, long);
    const { document } = await openText(long);
    await until('the file', () => told.item(document.uri));
    await vscode.commands.executeCommand('testing.runAll');
    equal(told.of(unopened), ['passed long', 'passed "long" succeeds']);
    equal(told.of(document.uri.path), ['passed long', 'passed "long" succeeds']);
  });

  it('forgets an untitled text that is closed', async () => {
    const { document } = await openText(hybrid);
    await until('the file', () => told.item(document.uri));
    await closeAll();
    await until('the end', () => !told.item(document.uri));
  });
});

const nothing: Partial<vscode.TestMessage> = {};

/** VS Code may read a file a moment after its editor is there. */
function filled(item: vscode.TestItem | undefined): vscode.TestItem | undefined {
  return item && item.children.size > 0 ? item : undefined;
}

function tree(item: vscode.TestItem): readonly string[] {
  const below = [...item.children].flatMap(([, child]) => tree(child));
  return [item.label, ...below.map((line) => `  ${line}`)];
}

function write(name: string, text: string): Thenable<void> {
  return vscode.workspace.fs.writeFile(fileUri(name), new TextEncoder().encode(text));
}

/** What VS Code does with a click on the first link. */
function followLink({ value, isTrusted }: vscode.MarkdownString): Thenable<unknown> {
  const [, command = '', encoded = ''] = /\]\(command:([\w.]+)\?([^)]+)\)/.exec(value) ?? [];
  if (typeof isTrusted !== 'object' || !isTrusted.enabledCommands.includes(command)) throw new Error('Not trusted.');
  const [argument] = JSON.parse(decodeURIComponent(encoded));
  return run(command.replace('topology.', ''), { ...argument, uri: vscode.Uri.from(argument.uri) });
}

interface Told extends vscode.Disposable {
  readonly profile: vscode.TestRunProfile;
  readonly runs: number;
  readonly messages: readonly vscode.TestMessage[];
  readonly outdated: readonly string[];
  /** The latest results, by the end of the file's path. */
  of(file: string): readonly string[];
  item(uri: vscode.Uri): vscode.TestItem | undefined;
  refresh(): Promise<void>;
  resolve(item: vscode.TestItem): Promise<void>;
  clear(): void;
}

/** Hears all that VS Code is told of tests. */
async function listening(): Promise<Told> {
  const { tests } = await activated();
  const { createTestRun, invalidateTestResults } = tests;
  const results: { readonly path: string; readonly line: string }[] = [];
  const messages: vscode.TestMessage[] = [];
  const outdated: string[] = [];
  let runs = 0;
  let profile: vscode.TestRunProfile | undefined;
  const hear = (kind: string, { label, uri }: vscode.TestItem) =>
    results.push({ path: uri?.path ?? '', line: `${kind} ${label}` });
  tests.createTestRun = (request, ...rest) => {
    const run = createTestRun.call(tests, request, ...rest);
    profile = request.profile ?? profile;
    runs += 1;
    results.length = 0;
    return {
      ...run,
      passed(item, ...more) {
        hear('passed', item);
        run.passed(item, ...more);
      },
      failed(item, message, ...more) {
        hear('failed', item);
        messages.push(...[message].flat());
        run.failed(item, message, ...more);
      },
      errored(item, ...more) {
        hear('errored', item);
        run.errored(item, ...more);
      },
      skipped(item) {
        hear('skipped', item);
        run.skipped(item);
      },
    };
  };
  tests.invalidateTestResults = (items) => {
    outdated.push(...[items ?? []].flat().map(({ label }) => label));
    invalidateTestResults.call(tests, items);
  };
  return {
    get profile() {
      if (!profile) throw new Error('Nothing has been run yet.');
      return profile;
    },
    get runs() {
      return runs;
    },
    messages,
    outdated,
    of: (file) => results.filter(({ path }) => path.endsWith(file)).map(({ line }) => line),
    item: (uri) => tests.items.get(uri.toString()),
    refresh: async () => tests.refreshHandler?.(new vscode.CancellationTokenSource().token),
    resolve: async (item) => tests.resolveHandler?.(item),
    clear() {
      runs = results.length = messages.length = outdated.length = 0;
    },
    dispose: () => void Object.assign(tests, { createTestRun, invalidateTestResults }),
  };
}
