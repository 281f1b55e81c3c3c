// Stepping by commands, and the breakpoints that VS Code keeps in the margin: without a debugger, in any workspace.

import * as vscode from 'vscode';
import { equal } from './expect';
import { activated, closeAll, hybrid, lineOf, openFile, openText, pictureOf, replace, run, until } from './helpers';

const [register, lookup, get] = ['bob -> napster', 'alice -> napster', 'alice -> bob'].map((beginning) =>
  lineOf(hybrid, beginning),
);

describe('stepping', () => {
  before(activated);
  afterEach(async () => {
    vscode.debug.removeBreakpoints(vscode.debug.breakpoints);
    await closeAll();
  });

  const shownLine = async (uri: vscode.Uri) => (await activated()).playground(uri)?.line;
  const remark = async (uri: vscode.Uri) => (await pictureOf(uri)).frame.stepping?.remark;

  it('goes from line to line, forward and back', async () => {
    const { uri } = (await openText(hybrid)).document;
    const lines: (number | undefined)[] = [];
    for (const command of ['nextLine', 'nextLine', 'nextLine', 'previousLine', 'previousLine', 'previousLine']) {
      await run(command);
      lines.push(await shownLine(uri));
    }
    equal(lines, [register, lookup, get, lookup, register, undefined]);
  });

  it('goes to the next failure, and says that there is no other', async () => {
    const { uri } = (await openText(hybrid)).document;
    await run('chooseScenario', 'index is down');
    await run('nextFailure');
    equal((await pictureOf(uri)).frame.failed, true);
    await run('nextFailure');
    equal(await remark(uri), 'No later failure.');
  });

  it('goes to the breakpoints of the file, forward and back', async () => {
    const { uri } = (await openText(hybrid)).document;
    await run('openPlayground');
    setBreakpoints(uri, lookup, get);
    await until('the breakpoints', async () => (await stopsIn(uri)).length === 2);
    await run('nextBreakpoint');
    equal(await shownLine(uri), lookup);
    await run('nextBreakpoint');
    equal(await shownLine(uri), get);
    await run('nextBreakpoint');
    equal(await remark(uri), 'No later breakpoint.');
    await run('previousBreakpoint');
    equal(await shownLine(uri), lookup);
  });

  it('knows the breakpoints that were there before the playground, but not those that are switched off', async () => {
    const { uri } = (await openText(hybrid)).document;
    setBreakpoints(uri, lookup);
    const location = new vscode.Location(uri, new vscode.Position(get ?? 0, 0));
    vscode.debug.addBreakpoints([new vscode.SourceBreakpoint(location, false)]);
    await run('openPlayground');
    equal(await stopsIn(uri), [lookup]);
  });

  it('follows breakpoints that an edit moves', async () => {
    const editor = await openText(hybrid);
    const { uri } = editor.document;
    await run('openPlayground');
    setBreakpoints(uri, lookup);
    await until('the breakpoint', async () => (await stopsIn(uri))[0] === lookup);
    // VS Code ties a breakpoint to its text a moment after it was set: until then it stays behind.
    await until('a breakpoint that moves', async () => {
      await replace(editor, 'flow "Find', '\nflow "Find');
      return ((await stopsIn(uri))[0] ?? 0) > (lookup ?? 0);
    });
    const lineNow = () => {
      const [breakpoint] = vscode.debug.breakpoints;
      return breakpoint instanceof vscode.SourceBreakpoint ? breakpoint.location.range.start.line : undefined;
    };
    await until('the same line', async () => (await stopsIn(uri))[0] === lineNow());
  });

  it('sets and clears a breakpoint when the playground asks for it', async () => {
    const { uri } = (await openText(hybrid)).document;
    await run('openPlayground');
    const api = await activated();
    const toggle = async () =>
      api.receive(uri, { type: 'toggleBreakpoint', line: lookup, revision: (await pictureOf(uri)).revision });
    await toggle();
    await until('a breakpoint', async () => (await stopsIn(uri))[0] === lookup);
    equal(vscode.debug.breakpoints.length, 1);
    await toggle();
    await until('none', async () => (await stopsIn(uri)).length === 0);
    equal(vscode.debug.breakpoints.length, 0);
  });

  it('has the same unit, loop and filter after a reload of the window', async () => {
    const { uri } = (await openFile('steps.topo', hybrid)).document;
    await run('openPlayground');
    const api = await activated();
    const send = async (message: object) => api.receive(uri, { ...message, revision: (await pictureOf(uri)).revision });
    const choice = { unit: 'line', speed: 2, loop: { from: 1, to: 3 } };
    const filter = { services: [], kinds: [], hosts: ['alice'], onlyFailed: false };
    await send({ type: 'chooseStepping', choice });
    await send({ type: 'filter', filter });
    const state = JSON.parse(JSON.stringify((await pictureOf(uri)).state));
    await closeAll();
    await openFile('steps.topo', hybrid);
    const panel = vscode.window.createWebviewPanel('topology.playground', '', vscode.ViewColumn.Two);
    await api.restore(panel, state);
    const { frame, filter: shown } = await pictureOf(uri);
    equal([frame.stepping?.unit, frame.stepping?.speed, frame.stepping?.loop], ['line', 2, { from: 1, to: 3 }]);
    equal(shown?.chosen, filter);
    await run('stepForward');
    equal((await activated()).playground(uri)?.line, lookup);
  });

  it('can have breakpoints set in the editor itself', async () => {
    const editor = await openText(hybrid);
    const { uri } = editor.document;
    await run('openPlayground');
    editor.selection = new vscode.Selection(lookup ?? 0, 0, lookup ?? 0, 0);
    await vscode.window.showTextDocument(editor.document, vscode.ViewColumn.One);
    await vscode.commands.executeCommand('editor.debug.action.toggleBreakpoint');
    await until('a breakpoint', async () => (await stopsIn(uri))[0] === lookup);
  });
});

function setBreakpoints(uri: vscode.Uri, ...lines: readonly (number | undefined)[]): void {
  const places = lines.map((line = 0) => new vscode.Location(uri, new vscode.Position(line, 0)));
  vscode.debug.addBreakpoints(places.map((place) => new vscode.SourceBreakpoint(place)));
}

/** The lines at which playing stops, as the rows of the playground say. */
async function stopsIn(uri: vscode.Uri): Promise<readonly number[]> {
  const { steps } = await pictureOf(uri);
  return steps.filter(({ breakpoint }) => breakpoint).map(({ line }) => line);
}
