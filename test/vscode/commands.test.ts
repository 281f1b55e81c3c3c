// Each command of the palette, with the user's answers given in the user's place.

import * as vscode from 'vscode';
import { equal } from './expect';
import { activated, answering, closeAll, hybrid, lineOf, openText, pictureOf, replace, run, until } from './helpers';

const needingTopology = [
  'openPlayground',
  'runFlow',
  'runInFull',
  'stepForward',
  'stepBack',
  'firstStep',
  'lastStep',
  'nextLine',
  'previousLine',
  'nextFailure',
  'previousFailure',
  'nextBreakpoint',
  'previousBreakpoint',
  'chooseScenario',
  'simulateLookup',
  'takeHostOffline',
  'cutLink',
  'saveScenario',
  'pinNodes',
  'unpinNodes',
  'present',
  'predict',
  'showTranscript',
  'checkExpectations',
  'explainDiagnostic',
  'compareArchitectures',
];

describe('commands', () => {
  before(activated);
  afterEach(closeAll);

  it('are all in the palette, named alike', async () => {
    const known = await vscode.commands.getCommands(true);
    const { packageJSON } = vscode.extensions.getExtension('topology-playground.topology-playground') ?? {};
    const { commands, menus } = packageJSON.contributes;
    const hidden = new Set(menus.commandPalette.map(({ command }: { command: string }) => command));
    const declared: { command: string; category: string }[] = commands.filter(
      ({ command }: { command: string }) => !hidden.has(command),
    );
    equal(
      declared.map(({ command }) => command).sort(),
      [...needingTopology, 'newFromExample'].map((name) => `topology.${name}`).sort(),
    );
    for (const { command, category } of declared) equal([known.includes(command), category], [true, 'Topology']);
  });

  for (const name of needingTopology) {
    it(`${name} says what to do when no topology is open`, async () => {
      const { messages } = await answering([], () => run(name));
      equal(messages, ['Open a .topo file first, or choose an example.']);
    });
  }

  it('run a flow from its first step', async () => {
    const { document } = await openText(hybrid);
    const { lists } = await answering(['Let the application do it'], () => run('runFlow'));
    equal(
      lists[0]?.map(({ label }) => label),
      ['Find and fetch', 'Let the application do it'],
    );
    const { flow, frame } = await pictureOf(document.uri);
    equal([flow, frame.position], ['Let the application do it', 1]);
  });

  it('say that there is nothing to run in a file without flows', async () => {
    await openText('host alice\n');
    const { messages } = await answering([], () => run('runFlow'));
    equal(messages[0]?.includes('has no flow yet'), true);
  });

  it('choose a scenario, and everything works again', async () => {
    const { document } = await openText(hybrid);
    await answering(['index is down'], () => run('chooseScenario'));
    const { scenario, flows } = await pictureOf(document.uri);
    equal([scenario, flows[0]?.outcome], ['index is down', 'failed']);
    await answering(['Everything works'], () => run('chooseScenario'));
    equal((await pictureOf(document.uri)).scenario, undefined);
  });

  it('take a host offline without saving it, and bring it back', async () => {
    const { document } = await openText(hybrid);
    await answering(['bob'], () => run('takeHostOffline'));
    const offline = await pictureOf(document.uri);
    equal([offline.scenario, offline.scenarios.includes('bob offline (not saved)')], ['bob offline (not saved)', true]);
    equal(offline.frame.nodes.find(({ id }) => id === 'bob')?.online, false);
    equal(document.getText(), hybrid);
    await answering(['bob'], () => run('takeHostOffline'));
    equal((await pictureOf(document.uri)).scenario, undefined);
  });

  it('take a host offline on top of a scenario, and bring back one that the scenario takes away', async () => {
    const { document } = await openText(hybrid);
    await run('chooseScenario', 'index is down');
    await run('takeHostOffline', 'alice');
    equal((await pictureOf(document.uri)).scenario, 'index is down + alice offline (not saved)');
    await run('takeHostOffline', 'napster');
    equal((await pictureOf(document.uri)).scenario, 'index is down + alice offline + napster online (not saved)');
  });

  it('cut a link without saving it, say what that changes, and mend it', async () => {
    const { document } = await openText(hybrid);
    await answering(['alice – lan'], () => run('cutLink'));
    const cut = await pictureOf(document.uri);
    equal([cut.scenario, cut.start.cut.length], ['cable alice–lan cut (not saved)', 1]);
    equal(cut.experiment?.differences[0]?.text.startsWith('The flow fails now'), true);
    await run('cutLink', { a: 'lan', b: 'alice' });
    equal((await pictureOf(document.uri)).experiment, undefined);
  });

  it('save what is tried out as a scenario, in one edit that can be undone', async () => {
    const { document } = await openText(hybrid);
    await run('chooseScenario', 'index is down');
    await run('takeHostOffline', 'bob');
    await run('saveScenario', 'nobody is there');
    const written = 'scenario "nobody is there" {\n  offline napster\n  offline bob\n}\n';
    equal(document.getText().includes(written), true, document.getText());
    const { scenario, experiment } = await pictureOf(document.uri);
    equal([scenario, experiment], ['nobody is there', undefined]);
    await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
    await vscode.commands.executeCommand('undo');
    equal(document.getText(), hybrid);
    const back = await until('the picture without the scenario', async () => {
      const picture = await pictureOf(document.uri);
      return picture.scenarios.includes('nobody is there') ? undefined : picture;
    });
    equal(back.scenario, undefined);
  });

  it('say what to do where nothing is tried out that could be saved', async () => {
    await openText(hybrid);
    const { messages } = await answering([], () => run('saveScenario'));
    equal(messages[0]?.startsWith('There is nothing to save yet'), true);
  });

  it('pin nodes where they are, in one edit that can be undone, and take the pins out again', async () => {
    const { document } = await openText(hybrid);
    await run('openPlayground');
    const places = new Map(
      (await pictureOf(document.uri)).diagram.nodes.map(({ id, x, y }) => [id, `at (${x}, ${y})`]),
    );
    await run('pinNodes');
    for (const [id, at] of places) {
      const line = document
        .getText()
        .split('\n')
        .find((text) => new RegExp(`^(host|switch) ${id}\\b`).test(text));
      equal(line?.includes(at), true, `${id}: ${line}`);
    }
    const { diagram } = await pictureOf(document.uri);
    equal(
      diagram.nodes.every(({ pinned }) => pinned),
      true,
    );
    await run('unpinNodes');
    equal(document.getText().includes(' at ('), false);
    await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
    await vscode.commands.executeCommand('undo');
    await vscode.commands.executeCommand('undo');
    equal(document.getText(), hybrid);
  });

  it('simulate a lookup: what the index answers and where the transfer goes', async () => {
    const { document } = await openText(hybrid);
    const { lists } = await answering(['alice', 'song.mp3'], () => run('simulateLookup'));
    equal(
      lists[0]?.map(({ label }) => label),
      ['alice', 'bob'],
    );
    const { flow, frame, notice } = await pictureOf(document.uri);
    equal([flow, frame.position], ['alice fetches “song.mp3” (not saved)', 1]);
    equal(notice?.startsWith('napster answers: bob has'), true, notice);
    equal(notice?.includes('goes directly from bob to alice'), true, notice);
    await run('chooseScenario', 'index is down');
    equal((await pictureOf(document.uri)).notice?.startsWith('alice gets no answer from napster.'), true);
    await run('runFlow', 'Find and fetch');
    equal((await pictureOf(document.uri)).notice, undefined);
  });

  it('keep a tried lookup over an edit, and show what changes', async () => {
    const editor = await openText(hybrid);
    await run('simulateLookup', { host: 'alice', resource: 'song.mp3' });
    await replace(editor, ' shares "song.mp3" 4MB', '');
    const flow = await until('a failing lookup', async () => {
      const { flows } = await pictureOf(editor.document.uri);
      return flows.find(({ name, outcome }) => name.startsWith('alice fetches') && outcome === 'failed');
    });
    equal((await pictureOf(editor.document.uri)).flow, flow.name);
  });

  it('check the expectations and go to the chosen one', async () => {
    const editor = await openText(hybrid);
    await answering(['$(pass) expect architecture is hybrid'], () => run('checkExpectations'));
    equal(vscode.window.activeTextEditor?.selection.active.line, lineOf(hybrid, 'expect architecture'));
    await replace(editor, 'is hybrid', 'is peer-to-peer');
    const { lists } = await answering([], () => run('checkExpectations'));
    equal(
      lists[0]?.map(({ label }) => label.split(' ')[0]),
      ['$(pass)', '$(error)'],
    );
  });

  it('say that a file expects nothing', async () => {
    await openText('host alice\n');
    const { messages } = await answering([], () => run('checkExpectations'));
    equal(messages[0]?.includes('expects nothing yet'), true);
  });

  it('open an example as a new topology', async () => {
    const { lists } = await answering([], () => run('newFromExample'));
    const label = lists[0]?.[0]?.label ?? 'none';
    await answering([label], () => run('newFromExample'));
    const { document } = vscode.window.activeTextEditor ?? {};
    equal([document?.languageId, document?.isUntitled], ['topology', true]);
    equal(document?.getText().includes(label), true);
  });

  it('show an error instead of swallowing it', async () => {
    await openText(hybrid);
    const { messages } = await answering([], () => run('takeHostOffline', 'nobody'));
    equal(messages[0]?.includes('no host called nobody'), true);
  });

  it('work with the lists of VS Code itself, from the keyboard', async () => {
    const { document } = await openText(hybrid);
    let done = false;
    const running = Promise.resolve(run('runFlow')).finally(() => {
      done = true;
    });
    await until('the list to be accepted', async () => {
      if (!done) await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return done;
    });
    await running;
    equal((await pictureOf(document.uri)).flow, 'Find and fetch');
  });
});
