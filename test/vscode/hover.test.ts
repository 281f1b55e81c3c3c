// What VS Code shows beside the text: hovers, lenses, hints and colours, as it gets them from the extension.

import * as vscode from 'vscode';
import { equal } from './expect';
import { activated, closeAll, hybrid, lineOf, openText, pictureOf, replace, until } from './helpers';

describe('beside the text', () => {
  before(activated);
  afterEach(closeAll);

  it('a hover explains the name under the mouse, with links to the lines that it speaks of', async () => {
    const { document } = await openText(hybrid);
    const hover = await hoverAt(document, 'host alice', 'alice');
    const text = textOf(hover);
    equal(text.includes('**alice**: music peer'), true, text);
    equal(text.includes('| client | both | client |'), true, text);
    const line = lineOf(hybrid, 'alice -> napster') + 1;
    equal(text.includes(`[line ${line}](${document.uri.with({ fragment: `L${line}` })})`), true, text);
    equal(document.getText(hover.range), 'alice');
  });

  it('a hover shows texts of the file as they are written, and trusts none', async () => {
    const { document } = await openText('host a shares "<b>$(flame)</b>"\n');
    const hover = await hoverAt(document, 'host a', '<b>');
    equal(textOf(hover).includes('\\<b\\>\\$\\(flame\\)\\<\\/b\\>'), true, textOf(hover));
    const [content] = hover.contents as vscode.MarkdownString[];
    equal(
      [content?.isTrusted ?? false, content?.supportHtml ?? false, content?.supportThemeIcons ?? false],
      [false, false, false],
    );
  });

  it('a lens over each flow says how it runs, and a click opens it in the playground', async () => {
    const { document } = await openText(hybrid);
    const lenses = await lensesOf(document);
    equal(lenses.map(titleOf), ['Run · 6 steps · 332 ms · hybrid', 'Run · 4 steps · 328 ms · hybrid', '✓ all 2 hold']);
    await click(lenses[1]);
    const picture = await until('the playground', () => pictureOf(document.uri));
    equal([picture.flow, picture.frame.position], ['Let the application do it', 1]);
  });

  it('a lens over an expectation that does not hold leads to what decides', async () => {
    const claim = 'expect "Find and fetch" succeeds when "index is down"\n';
    const { document } = await openText(`${hybrid}\n${claim}`);
    const lenses = await lensesOf(document);
    equal(titleOf(lenses[3]), '✗ found: it fails when “index is down”');
    await click(lenses[3]);
    const picture = await until('the playground', () => pictureOf(document.uri));
    equal([picture.flow, picture.scenario], ['Find and fetch', 'index is down']);
    const wanted = lineOf(hybrid, 'bob -> napster');
    await until('the deciding line', () =>
      vscode.window.visibleTextEditors.some(({ selection }) => selection.active.line === wanted),
    );
  });

  it('hints follow the text', async () => {
    const editor = await openText(hybrid);
    equal(await hintsOf(editor.document), [
      'host napster : server runs music index | → server',
      'host alice : client runs music peer | → client',
      'host bob : both runs music peer shares "song.mp3" 4MB | → both',
      'alice -> napster : lookup "song.mp3" | → bob',
      'alice fetches "song.mp3" | → bob · from bob',
      'expect alice is client in "Find and fetch" | ✓',
      'expect architecture is hybrid | ✓',
    ]);
    await replace(editor, '  bob -> napster : register "song.mp3"\n', '');
    await until('a hint that nobody is found', async () =>
      (await hintsOf(editor.document)).includes('alice -> napster : lookup "song.mp3" | → nobody'),
    );
  });

  it('hosts are coloured by their role, in the whole file and in a part of it', async () => {
    const { document } = await openText(hybrid);
    const { uri } = document;
    const legend: vscode.SemanticTokensLegend = await vscode.commands.executeCommand(
      'vscode.provideDocumentSemanticTokensLegend',
      uri,
    );
    const all: vscode.SemanticTokens = await vscode.commands.executeCommand(
      'vscode.provideDocumentSemanticTokens',
      uri,
    );
    const words = decoded(document, legend, all);
    const line = lineOf(hybrid, 'alice -> bob');
    equal(words.get(line), ['alice host.client', 'bob host.both', '"song.mp3" resource']);
    const part: vscode.SemanticTokens = await vscode.commands.executeCommand(
      'vscode.provideDocumentRangeSemanticTokens',
      uri,
      new vscode.Range(line, 0, line, 5),
    );
    equal([...decoded(document, legend, part).keys()], [line]);
  });
});

async function hoverAt(document: vscode.TextDocument, beginning: string, word: string): Promise<vscode.Hover> {
  const line = lineOf(document.getText(), beginning);
  const position = new vscode.Position(line, document.lineAt(line).text.indexOf(word) + 1);
  return until('a hover', async () => {
    const command = 'vscode.executeHoverProvider';
    const hovers: vscode.Hover[] = await vscode.commands.executeCommand(command, document.uri, position);
    return hovers[0];
  });
}

function textOf({ contents }: vscode.Hover): string {
  return contents.map((content) => (typeof content === 'string' ? content : content.value)).join('\n');
}

async function lensesOf(document: vscode.TextDocument): Promise<readonly vscode.CodeLens[]> {
  const command = 'vscode.executeCodeLensProvider';
  const lenses: vscode.CodeLens[] = await vscode.commands.executeCommand(command, document.uri, 100);
  return [...lenses].sort((a, b) => a.range.start.line - b.range.start.line);
}

function titleOf(lens: vscode.CodeLens | undefined): string | undefined {
  return lens?.command?.title;
}

function click(lens: vscode.CodeLens | undefined): Thenable<unknown> {
  if (!lens?.command) throw new Error('There is no such lens.');
  return vscode.commands.executeCommand(lens.command.command, ...(lens.command.arguments ?? []));
}

/** Each hint behind the line that it ends, in the order of the file. */
async function hintsOf(document: vscode.TextDocument): Promise<readonly string[]> {
  const all = new vscode.Range(0, 0, document.lineCount, 0);
  const command = 'vscode.executeInlayHintProvider';
  const hints: vscode.InlayHint[] = await vscode.commands.executeCommand(command, document.uri, all);
  return [...hints]
    .sort((a, b) => a.position.line - b.position.line)
    .map(({ position, label }) => {
      const text = typeof label === 'string' ? label : label.map(({ value }) => value).join('');
      return `${document.lineAt(position).text.trim()} | ${text}`;
    });
}

/** The words of each line with their type and modifiers, as the editor takes them apart. */
function decoded(
  document: vscode.TextDocument,
  { tokenTypes, tokenModifiers }: vscode.SemanticTokensLegend,
  { data }: vscode.SemanticTokens,
): ReadonlyMap<number, readonly string[]> {
  const words = new Map<number, string[]>();
  let [line, start] = [0, 0];
  for (let at = 0; at < data.length; at += 5) {
    const [down = 0, right = 0, length = 0, type = 0, modifiers = 0] = data.slice(at, at + 5);
    start = down > 0 ? right : start + right;
    line += down;
    const word = document.lineAt(line).text.slice(start, start + length);
    const names = [tokenTypes[type], ...tokenModifiers.filter((_, bit) => (modifiers & (1 << bit)) !== 0)];
    words.set(line, [...(words.get(line) ?? []), `${word} ${names.join('.')}`]);
  }
  return words;
}
