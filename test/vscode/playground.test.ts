// The panel: where it opens, how it steps, and what an edit leaves as it was.

import * as vscode from 'vscode';
import { equal } from './expect';
import { activated, closeAll, codeOf, hybrid, lineOf, openText, pictureOf, replace, run, until } from './helpers';

describe('the playground', () => {
  before(activated);
  afterEach(closeAll);

  it('opens beside the editor, once, and leaves the focus where it is', async () => {
    const { document } = await openText(hybrid);
    await run('openPlayground');
    const api = await activated();
    await until('the second column', () => api.playground(document.uri)?.viewColumn === vscode.ViewColumn.Two);
    equal(vscode.window.activeTextEditor?.document.uri.toString(), document.uri.toString());
    await run('openPlayground');
    equal(playgroundTabs(), 1);
  });

  it('draws the network of the file', async () => {
    const picture = await opened(hybrid);
    equal(
      picture.diagram.nodes.map(({ id }) => id),
      ['lan', 'napster', 'alice', 'bob'],
    );
    equal(
      picture.flows.map(({ name }) => name),
      ['Find and fetch', 'Let the application do it'],
    );
    equal([picture.flow, picture.frame.position, picture.stale], ['Find and fetch', 0, false]);
  });

  it('marks the line of the step in the editor, forward and back', async () => {
    const { document } = await openText(hybrid);
    const api = await activated();
    await run('stepForward');
    equal(api.playground(document.uri)?.line, lineOf(hybrid, 'bob -> napster'));
    await run('lastStep');
    equal(api.playground(document.uri)?.line, lineOf(hybrid, 'alice -> bob'));
    await run('firstStep');
    equal(api.playground(document.uri)?.line, undefined);
    await run('stepBack');
    equal((await pictureOf(document.uri)).frame.position, 0);
  });

  it('keeps the step when lines are added above it', async () => {
    const editor = await openText(hybrid);
    const { uri } = editor.document;
    await run('lastStep');
    const { frame } = await pictureOf(uri);
    await replace(editor, 'flow "Find', '// a comment\n\nflow "Find');
    await replace(editor, '  alice -> napster', '  alice -> napster : lookup "song.mp3"\n  alice -> napster');
    const after = await until('two more steps', async () => grown(await pictureOf(uri), frame.count));
    equal(after.frame.sentence, frame.sentence);
    equal((await activated()).playground(uri)?.line, lineOf(editor.document.getText(), 'alice -> bob'));
  });

  it('keeps flow, scenario, selection and places over an edit', async () => {
    const editor = await openText(hybrid);
    const { uri } = editor.document;
    await run('openPlayground');
    await send(uri, { type: 'chooseFlow', flow: 'Let the application do it' });
    await send(uri, { type: 'chooseScenario', scenario: 'index is down' });
    await send(uri, { type: 'inspect', node: 'alice' });
    await send(uri, { type: 'moved', positions: { alice: { x: 321, y: 123 } } });
    await replace(editor, 'host alice', 'host carol\nhost alice');
    const picture = await until('carol', async () => withNode(await pictureOf(uri), 'carol'));
    equal([picture.flow, picture.scenario], ['Let the application do it', 'index is down']);
    equal(picture.frame.inspector?.node, 'alice');
    const alice = picture.diagram.nodes.find(({ id }) => id === 'alice');
    equal([alice?.x, alice?.y], [321, 123]);
  });

  it('follows a flow that gets another name', async () => {
    const editor = await openText(hybrid);
    const { uri } = editor.document;
    await run('runFlow', 'Let the application do it');
    await replace(editor, 'flow "Let the application do it"', 'flow "Automatic"');
    const picture = await until('the new name', async () => withFlow(await pictureOf(uri), 'Automatic'));
    equal([picture.flow, picture.frame.position], ['Automatic', 1]);
  });

  for (const halfTyped of ['alice -> bob : get "song', 'alice -> bob : g', 'alice -']) {
    it(`keeps the last good picture while a line is ${halfTyped}, and says so`, async () => {
      const editor = await openText(hybrid);
      const { uri } = editor.document;
      const line = 'alice -> bob : get "song.mp3"';
      await run('lastStep');
      const before = await pictureOf(uri);
      await replace(editor, line, `${halfTyped} // here`);
      const broken = await until('a stale picture', async () => stale(await pictureOf(uri)));
      equal(broken.notice?.includes(`Line ${lineOf(hybrid, line) + 1}`), true, broken.notice);
      equal([broken.frame, broken.steps], [before.frame, before.steps]);
      equal((await activated()).playground(uri)?.line, lineOf(hybrid, line));
      await replace(editor, `${halfTyped} // here`, line);
      const mended = await until('a good picture', async () => fresh(await pictureOf(uri)));
      equal([mended.frame, mended.notice], [before.frame, undefined]);
    });
  }

  it('gives what is typed from nothing its place with its first link, or where it was moved to', async () => {
    const [machines, link] = ['switch lan\nhost anna, bea\nhost web : server\n', 'link anna, bea, web -- lan'];
    const places = ({ diagram }: Shown) => Object.fromEntries(diagram.nodes.map(({ id, x, y }) => [id, { x, y }]));
    const whole = places(await opened(machines + link));
    for (const moved of [{}, { bea: { x: 900, y: 700 } }]) {
      const editor = await openText(`${machines}// link`);
      const { uri } = editor.document;
      await run('openPlayground');
      await send(uri, { type: 'moved', positions: moved });
      await replace(editor, '// link', link);
      const linked = places(await until('links', async () => withLinks(await pictureOf(uri))));
      if ('bea' in moved) equal(linked.bea, moved.bea);
      else equal(linked, whole);
    }
  });

  it('draws what can be drawn of a file that was broken from the start', async () => {
    const picture = await opened(hybrid.replace('link napster', 'lnk napster'));
    equal([picture.diagram.nodes.length, picture.stale, picture.errors > 0], [4, false, true]);
  });

  it('draws new hosts while another line is broken', async () => {
    const editor = await openText(hybrid.replace('expect alice', 'expct alice'));
    await run('openPlayground');
    await replace(editor, 'host alice', 'host carol\nhost alice');
    await until('carol', async () => withNode(await pictureOf(editor.document.uri), 'carol'));
  });

  it('goes to a line of the file when asked', async () => {
    const { document } = await openText(hybrid);
    await run('openPlayground');
    await send(document.uri, { type: 'reveal', line: 7 });
    await until('the cursor', () => vscode.window.visibleTextEditors[0]?.selection.active.line === 7);
  });

  it('ignores what it does not know and what speaks of an older picture', async () => {
    const { document } = await openText(hybrid);
    await run('openPlayground');
    const api = await activated();
    const { revision } = await pictureOf(document.uri);
    for (const message of [undefined, 7, { type: 'destroy' }, { type: 'seek', position: -1, revision }]) {
      api.receive(document.uri, message);
    }
    api.receive(document.uri, { type: 'seek', position: 2, revision: revision - 1 });
    equal((await pictureOf(document.uri)).frame.position, 0);
    api.receive(document.uri, { type: 'seek', position: 2, revision });
    equal((await pictureOf(document.uri)).frame.position, 2);
  });

  it('runs what is too large to run while typing when asked', async () => {
    const editor = await openText('host a, b\nflow "long" {\n  repeat 60000 {\n    a -> b : "hello"\n  }\n}\n');
    const { uri } = editor.document;
    await run('openPlayground');
    const before = await pictureOf(uri);
    equal([before.canRunAnyway, before.steps.length, before.flows[0]?.outcome], [true, 0, 'not run']);
    await until('a word about it', () =>
      vscode.languages.getDiagnostics(uri).some((shown) => codeOf(shown) === 'too-large'),
    );
    await send(uri, { type: 'runAnyway' });
    const after = await until('the run', async () => grown(await pictureOf(uri), 0));
    equal([after.canRunAnyway, after.frame.count, after.flows[0]?.outcome], [false, 120000, 'completed']);
  });

  it('draws the rest of a file with an impossible group', async () => {
    const picture = await opened('host alice\nhost crowd[1000000000]\n');
    equal(
      picture.diagram.nodes.map(({ id }) => id),
      ['alice'],
    );
    equal(picture.errors, 1);
  });

  it('shows names of every kind as they are written', async () => {
    const picture = await opened('host مضيف, größe\nflow "<b>&\\"🙂" {\n  مضيف -> größe : "<img src=x>"\n}\n');
    equal(
      picture.diagram.nodes.map(({ id }) => id),
      ['مضيف', 'größe'],
    );
    equal(picture.flow, '<b>&"🙂');
  });

  it('shows an empty file as one', async () => {
    const { diagram, flow, stale, frame } = await opened('');
    equal([diagram.nodes.length, flow, stale, frame.count], [0, undefined, false, 0]);
  });
});

async function opened(text: string) {
  const { document } = await openText(text);
  await run('openPlayground');
  return pictureOf(document.uri);
}

/** A message as the webview sends it, about the picture that it shows. */
async function send(uri: vscode.Uri, message: object): Promise<void> {
  const { revision } = await pictureOf(uri);
  (await activated()).receive(uri, { ...message, revision });
}

type Shown = Awaited<ReturnType<typeof pictureOf>>;
const when = (holds: boolean, picture: Shown) => (holds ? picture : undefined);
const stale = (picture: Shown) => when(picture.stale, picture);
const fresh = (picture: Shown) => when(!picture.stale, picture);
const grown = (picture: Shown, count: number) => when(picture.frame.count > count, picture);
const withFlow = (picture: Shown, name: string) => when(picture.flow === name, picture);
const withLinks = (picture: Shown) => when(picture.diagram.edges.length > 0, picture);
const withNode = (picture: Shown, name: string) =>
  when(
    picture.diagram.nodes.some(({ id }) => id === name),
    picture,
  );

function playgroundTabs(): number {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  return tabs.filter(({ input }) => input instanceof vscode.TabInputWebview).length;
}
