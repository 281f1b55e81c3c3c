// `Topology: Compare Architectures`, as the playground shows it.

import type * as vscode from 'vscode';
import type { ShownComparison } from '../../src/protocol/messages';
import { equal } from './expect';
import { activated, answering, closeAll, hybrid, openText, pictureOf, replace, run, until } from './helpers';

describe('the comparison of architectures', () => {
  before(activated);
  afterEach(closeAll);

  it('opens the playground with the three architectures beside each other', async () => {
    const { document } = await openText(hybrid);
    await run('compareArchitectures');
    const { scene, isOutdated } = await comparisonOf(document.uri);
    equal(
      scene.columns.map(({ architecture }) => architecture),
      ['client-server', 'hybrid', 'peer-to-peer'],
    );
    equal([scene.job, isOutdated], ['“song.mp3” (4 MB) from bob to alice', false]);
  });

  it('compares under the scenario that is chosen', async () => {
    const { document } = await openText(hybrid);
    await run('chooseScenario', 'index is down');
    await run('compareArchitectures');
    const { scene } = await comparisonOf(document.uri);
    equal(scene.job.endsWith('when “index is down”'), true, scene.job);
    equal(
      scene.rows[0]?.cells.map(({ isFailure }) => isFailure),
      [false, true, false],
    );
  });

  it('goes back to the network when the panel asks, and when a step is wanted', async () => {
    const { document } = await openText(hybrid);
    await run('compareArchitectures');
    await receive(document.uri, { type: 'closeComparison' });
    equal((await activated()).playground(document.uri)?.comparison, undefined);
    await run('compareArchitectures');
    await run('stepForward');
    equal((await activated()).playground(document.uri)?.comparison, undefined);
    equal((await pictureOf(document.uri)).frame.position, 1);
  });

  it('is made again when the panel asks, for the resource that it names', async () => {
    const shared = hybrid.replace('shares "song.mp3" 4MB', 'shares "song.mp3" 4MB shares "talk.ogg" 1MB');
    const { document } = await openText(shared.replace('alice fetches', 'alice fetches "talk.ogg"\n  alice fetches'));
    await run('openPlayground');
    await receive(document.uri, { type: 'compare', resource: 'talk.ogg' });
    const { scene } = await until('the comparison', () => shown(document.uri));
    equal([scene.resource, scene.resources], ['talk.ogg', ['song.mp3', 'talk.ogg']]);
    await receive(document.uri, { type: 'compare', resource: 'talk.ogg', price: 1000 });
    const dearer = await until('the price', async () => priced(await shown(document.uri), 1000));
    equal(dearer.scene.rows.at(-1)?.cells[0]?.text, '$1.00');
  });

  it('stays through an edit, and says that the file has changed since', async () => {
    const editor = await openText(hybrid);
    await run('compareArchitectures');
    await replace(editor, '4MB', '8MB');
    const { uri } = editor.document;
    await until('the mark', async () => (await shown(uri))?.isOutdated);
    await run('compareArchitectures');
    equal((await comparisonOf(uri)).scene.job, '“song.mp3” (8 MB) from bob to alice');
  });

  it('says plainly when there is nothing to compare', async () => {
    const { document } = await openText('host alice\n');
    const { messages } = await answering([], () => run('compareArchitectures'));
    equal(messages.length, 1);
    equal(messages[0]?.includes('Nobody fetches anything in this file'), true, messages[0]);
    equal((await activated()).playground(document.uri), undefined);
  });
});

async function shown(uri: vscode.Uri): Promise<ShownComparison | undefined> {
  return (await activated()).playground(uri)?.comparison;
}

function priced(comparison: ShownComparison | undefined, price: number): ShownComparison | undefined {
  return comparison?.scene.price === price ? comparison : undefined;
}

async function comparisonOf(uri: vscode.Uri): Promise<ShownComparison> {
  const comparison = await shown(uri);
  if (!comparison) throw new Error(`${uri} shows no comparison.`);
  return comparison;
}

/** A message as the webview sends it. */
async function receive(uri: vscode.Uri, message: object): Promise<void> {
  const { revision } = await pictureOf(uri);
  (await activated()).receive(uri, { ...message, revision });
}
