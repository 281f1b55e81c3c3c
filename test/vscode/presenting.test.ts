// A playground in front of a class, and its run as a text.

import * as vscode from 'vscode';
import { equal } from './expect';
import { activated, closeAll, hybrid, openText, pictureOf, run, until } from './helpers';

describe('presenting', () => {
  before(activated);
  afterEach(closeAll);

  const isPresenting = async (uri: vscode.Uri) => (await activated()).playground(uri)?.isPresenting;

  it('opens the playground, brings it to the front, and ends with the same command', async () => {
    const { document } = await openText(hybrid);
    await run('present');
    equal(await isPresenting(document.uri), true);
    const inFront = () => vscode.window.tabGroups.activeTabGroup.activeTab?.label ?? '';
    await until('the playground in front', () => inFront().startsWith('Playground'));
    await run('stepForward');
    equal((await pictureOf(document.uri)).frame.position, 1);
    await run('present');
    equal(await isPresenting(document.uri), false);
  });

  it('begins and ends from the panel, too', async () => {
    const { document } = await openText(hybrid);
    await run('openPlayground');
    const { revision } = await pictureOf(document.uri);
    const api = await activated();
    api.receive(document.uri, { type: 'present', revision, on: true });
    equal(await isPresenting(document.uri), true);
    api.receive(document.uri, { type: 'present', revision, on: false });
    equal(await isPresenting(document.uri), false);
  });
});

describe('the transcript', () => {
  before(activated);
  afterEach(closeAll);

  it('is a text of its own, of the flow and the scenario that are shown', async () => {
    await openText(hybrid);
    await run('chooseScenario', 'index is down');
    await run('showTranscript');
    const text = vscode.window.activeTextEditor?.document.getText() ?? '';
    equal(text.startsWith('Hybrid\n“Find and fetch”. While “index is down” holds.\n'), true, text);
    equal(text.includes('It fails: napster is offline.'), true, text);
  });

  it('is asked for by the panel', async () => {
    const { document } = await openText(hybrid);
    await run('openPlayground');
    const { revision } = await pictureOf(document.uri);
    (await activated()).receive(document.uri, { type: 'transcript', revision });
    await until('the text', async () =>
      vscode.window.activeTextEditor?.document.getText().includes('What happens') ? true : undefined,
    );
  });

  it('says that there is no run to write down', async () => {
    await openText('host alice\n');
    const before = vscode.window.activeTextEditor?.document.uri.toString();
    await run('showTranscript');
    equal(vscode.window.activeTextEditor?.document.uri.toString(), before);
  });
});
