// The walkthrough: it opens, and what its steps wait for happens when somebody does what they ask for.

import * as vscode from 'vscode';
import { equal } from './expect';
import { activated, closeAll, codeOf, pictureOf, replace, run, until } from './helpers';

interface Step {
  readonly id: string;
  readonly description: string;
  readonly completionEvents: readonly string[];
}

function steps(): readonly Step[] {
  const { packageJSON } = vscode.extensions.getExtension('topology-playground.topology-playground') ?? {};
  return packageJSON.contributes.walkthroughs[0].steps;
}

describe('the walkthrough', () => {
  before(activated);
  afterEach(closeAll);

  it('opens', async () => {
    await vscode.commands.executeCommand('workbench.action.openWalkthrough', {
      category: 'topology-playground.topology-playground#start',
    });
    await until('its page', () => vscode.window.tabGroups.activeTabGroup.activeTab?.label === 'Welcome');
  });

  it('offers commands that there are', async () => {
    const known = new Set(await vscode.commands.getCommands());
    const named = steps().flatMap(({ description, completionEvents }) => [
      ...[...description.matchAll(/\(command:([\w.]+)/g)].map(([, command = '']) => command),
      ...completionEvents.flatMap((event) => /^onCommand:(.*)/.exec(event)?.[1] ?? []),
    ]);
    equal(
      named.filter((command) => !known.has(command)),
      [],
    );
    equal(named.length > 5, true);
  });

  it('has each step done by doing it', async () => {
    const done = listening();
    await run('newFromExample', 'hybrid-music.topo');
    const editor = await until('the example', () => vscode.window.activeTextEditor);
    await run('openPlayground');
    await until('the picture', () => done.keys.has('topology.done.drawn'));
    for (let step = 0; step < 3; step += 1) await run('stepForward');
    equal((await pictureOf(editor.document.uri)).frame.position, 3);
    await replace(editor, 'alice -> bob     : get', 'alice -> bbo     : get');
    await until('the mistake', () => done.keys.has('topology.done.broken'));
    const [mistake] = vscode.languages.getDiagnostics(editor.document.uri);
    await run('explainDiagnostic', mistake && codeOf(mistake));
    await replace(editor, 'alice -> bbo     : get', 'alice -> bob     : get');
    await until('the end of it', () => done.keys.has('topology.done.mended'));
    await replace(editor, 'expect alice is client', 'expect alice is both');
    await until('what does not hold', () => vscode.languages.getDiagnostics(editor.document.uri).length > 0);
    await replace(editor, 'expect alice is both', 'expect alice is client');
    await until('all of it', () => done.keys.has('topology.done.checked'));
    done.dispose();
    const wanted = steps().flatMap(({ completionEvents }) =>
      completionEvents.flatMap((event) => /^onContext:(.*)/.exec(event)?.[1] ?? []),
    );
    equal(
      wanted.filter((key) => !done.keys.has(key)),
      [],
    );
    equal(done.keys.size, wanted.length);
  });
});

/** The context keys that are set from now on. */
function listening(): vscode.Disposable & { readonly keys: ReadonlySet<string> } {
  const { executeCommand } = vscode.commands;
  const keys = new Set<string>();
  const hear: typeof executeCommand = (command, ...rest) => {
    const [key, value] = rest;
    if (command === 'setContext' && value === true) keys.add(String(key));
    return executeCommand.call(vscode.commands, command, ...rest) as Thenable<never>;
  };
  Object.assign(vscode.commands, { executeCommand: hear });
  return { keys, dispose: () => void Object.assign(vscode.commands, { executeCommand }) };
}
