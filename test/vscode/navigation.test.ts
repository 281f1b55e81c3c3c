// Getting about in a file and between files, as the author of one does it: from a name to its other places, by the outline,
// by folding, by a growing selection.

import * as vscode from 'vscode';
import { equal } from './expect';
import { activated, closeAll, fileUri, hybrid, openFile, openText, replace, until } from './helpers';

describe('navigation', () => {
  before(activated);
  afterEach(closeAll);

  it('goes from a name to where it is declared', async () => {
    const { document } = await openText(hybrid);
    const [link] = await at<vscode.LocationLink[]>('DefinitionProvider', document, '-> bob');
    equal(show(document, link?.targetSelectionRange), '7: bob');
    equal(show(document, link?.targetRange), '7: host bob : both runs music peer shares "song.mp3" 4MB');
    equal(show(document, link?.originSelectionRange), '13: bob');
    const flows = await at<vscode.LocationLink[]>('DefinitionProvider', document, 'in "Find and');
    equal(
      flows.map(({ targetSelectionRange }) => show(document, targetSelectionRange)),
      ['10: "Find and fetch"'],
    );
  });

  it('lists the places of a name and marks where it is declared', async () => {
    const { document } = await openText(hybrid);
    const places = await at<vscode.Location[]>('ReferenceProvider', document, 'host bob');
    equal(
      places.map(({ range }) => range.start.line),
      [7, 8, 11, 13],
    );
    const marks = await at<vscode.DocumentHighlight[]>('DocumentHighlights', document, 'host bob');
    const { Read, Write } = vscode.DocumentHighlightKind;
    equal(
      marks.map(({ kind }) => kind),
      [Write, Read, Read, Read],
    );
  });

  it('renames a name in one step that can be undone, and says why it does not', async () => {
    const { document } = await openText(hybrid);
    const cursor = placeOf(document, 'register "song');
    const rename = (name: string): Thenable<vscode.WorkspaceEdit> =>
      vscode.commands.executeCommand('vscode.executeDocumentRenameProvider', document.uri, cursor, name);
    const prepared = await at<{ placeholder: string; range: vscode.Range }>(
      'PrepareRename',
      document,
      'register "song',
    );
    equal([prepared.placeholder, show(document, prepared.range)], ['song.mp3', '11: song.mp3']);
    await vscode.workspace.applyEdit(await rename('a "live" song'));
    equal(document.getText(), hybrid.replaceAll('song.mp3', 'a \\"live\\" song'));
    await vscode.commands.executeCommand('undo');
    equal(document.getText(), hybrid);
    const refused = await rename(' ').then(
      () => 'not refused',
      ({ message }) => message,
    );
    equal(refused, 'A resource needs a name: type at least one letter.');
    const nothing = await at<unknown>('PrepareRename', document, 'uses').then(
      () => 'not refused',
      ({ message }) => message,
    );
    equal(String(nothing).startsWith('“uses” is a word of the language here, not a name.'), true);
  });

  it('outlines a file while it is typed', async () => {
    const editor = await openText(hybrid);
    const { document } = editor;
    const outline = async () =>
      (await inFile<vscode.DocumentSymbol[]>('DocumentSymbolProvider', document)).map(outlined);
    equal(await outline(), [
      'Package Hybrid',
      'Module music index',
      'Interface lan switch',
      'Variable napster server · music index',
      'Variable alice client · music peer',
      'Variable bob both · music peer',
      'Function Find and fetch 3 steps',
      'Function Let the application do it 1 step',
      'Enum index is down',
      'Namespace Expectations 2',
    ]);
    await replace(editor, '"Find and fetch" {', '"Find and fetch');
    const flow = await until('a flow that is half typed', async () =>
      (await outline()).find((line) => line.startsWith('Function Find and fetch')),
    );
    equal(flow, 'Function Find and fetch 3 steps');
  });

  it('finds what other files of the workspace declare, open or not, also after they have changed', async () => {
    const search = async (typed: string) => {
      const found = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
        'vscode.executeWorkspaceSymbolProvider',
        typed,
      );
      return found.map(
        ({ name, containerName, location }) => `${name} in ${containerName}: ${location.range.start.line}`,
      );
    };
    const uri = fileUri('elsewhere.topo');
    const write = (text: string) => vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    await write('topology "Elsewhere"\nhost zebra\n');
    try {
      await until('a closed file', async () => (await search('zebra')).includes('zebra in Elsewhere: 1'));
      await write('topology "Elsewhere"\n\nhost zebra-finch\n');
      await until('a file that has changed', async () =>
        (await search('zbrf')).includes('zebra-finch in Elsewhere: 2'),
      );
      const editor = await openFile('elsewhere.topo', 'topology "Elsewhere"\nflow "Zebras" {\n}\n');
      equal(await search('zebra'), ['Zebras in Elsewhere: 1']);
      await replace(editor, 'Zebras', 'Zebroids');
      equal(await search('zebra'), []);
      equal(await search('zebroid'), ['Zebroids in Elsewhere: 1']);
    } finally {
      await closeAll();
      await vscode.workspace.fs.delete(uri);
    }
  });

  it('leaves out files that are too large to be read for a search', async () => {
    const uri = fileUri('large.topo');
    const text = `host giraffe\nhost okapi\n${'//'.padEnd(1_000_000)}`;
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    const search = async () =>
      (
        await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
          'vscode.executeWorkspaceSymbolProvider',
          'okapi',
        )
      ).length;
    try {
      equal(await search(), 0);
      await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text.trimEnd()));
      await until('the file to be read', async () => (await search()) === 1);
    } finally {
      await vscode.workspace.fs.delete(uri);
    }
  });

  it('leaves out files once those before them, by name, are as much as is read for a search', async () => {
    const uris = Array.from({ length: 12 }, (_, number) => fileUri(`long-${10 + number}.topo`));
    const content = new TextEncoder().encode(`host quagga\n${'//'.padEnd(980_000, 'x')}`);
    const search = () =>
      vscode.commands.executeCommand<vscode.SymbolInformation[]>('vscode.executeWorkspaceSymbolProvider', 'quagga');
    await Promise.all(uris.map((uri) => vscode.workspace.fs.writeFile(uri, content)));
    try {
      await until('ten of the files', async () => (await search()).length === 10);
      await vscode.workspace.fs.delete(uris[0] ?? fileUri(''));
      await until('the next one', async () =>
        (await search()).some(({ location }) => location.uri.path.endsWith('-20.topo')),
      );
    } finally {
      await Promise.all(uris.slice(1).map((uri) => vscode.workspace.fs.delete(uri)));
    }
  });

  it('folds blocks, comments and regions', async () => {
    const { document } = await openText('// #region\n// a\n// b\nhost a {\n  up 1Mbps\n}\n// #endregion\n');
    const folds = await inFile<vscode.FoldingRange[]>('FoldingRangeProvider', document);
    const { Comment, Region } = vscode.FoldingRangeKind;
    equal(
      folds.map(({ start, end, kind }) => [start, end, kind]),
      [
        [0, 6, Region],
        [1, 2, Comment],
        [3, 4, undefined],
      ],
    );
  });

  it('grows a selection from a word to the file', async () => {
    const { document } = await openText(hybrid);
    const [range] = await vscode.commands.executeCommand<vscode.SelectionRange[]>(
      'vscode.executeSelectionRangeProvider',
      document.uri,
      [placeOf(document, 'register "song')],
    );
    const shown: string[] = [];
    for (let at = range; at; at = at.parent as vscode.SelectionRange) shown.push(show(document, at.range));
    equal(shown.slice(0, 5), [
      '11: song',
      '11: song.mp3',
      '11: "song.mp3"',
      '11: register "song.mp3"',
      '11: bob -> napster : register "song.mp3"',
    ]);
    equal(shown.slice(-3), ['11-13', '10-14', `0-${document.lineCount - 1}`]);
  });
});

/** Right behind the only place where this is written. */
function placeOf(document: vscode.TextDocument, text: string): vscode.Position {
  return document.positionAt(document.getText().indexOf(text) + text.length);
}

function at<T>(provider: string, document: vscode.TextDocument, text: string): Thenable<T> {
  const command = provider === 'PrepareRename' ? 'vscode.prepareRename' : `vscode.execute${provider}`;
  return vscode.commands.executeCommand(command, document.uri, placeOf(document, text));
}

function inFile<T>(provider: string, document: vscode.TextDocument): Thenable<T> {
  return vscode.commands.executeCommand(`vscode.execute${provider}`, document.uri);
}

function outlined({ kind, name, detail }: vscode.DocumentSymbol): string {
  return `${vscode.SymbolKind[kind]} ${name} ${detail}`.trim();
}

/** The line, counted from 0, and the text; of several lines the numbers alone. */
function show(document: vscode.TextDocument, range: vscode.Range | undefined): string {
  if (!range) return 'nowhere';
  return range.isSingleLine
    ? `${range.start.line}: ${document.getText(range)}`
    : `${range.start.line}-${range.end.line}`;
}
