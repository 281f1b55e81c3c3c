/** What VS Code shows of a test that does not pass: what was expected and found, why, and the way to the step that decides. */
import * as vscode from 'vscode';
import { plain } from '../../editor/markdown';
import type { TestVerdict } from '../../editor/test-verdict';
import { editorWords } from '../current-editor-words';
import { currentWords } from '../current-words';
import { toRange } from '../places';

type Failed = Extract<TestVerdict, { kind: 'failed' }>;

export function failureOf(verdict: Failed, item: vscode.TestItem): vscode.TestMessage {
  const { expected, actual, related } = verdict;
  const message = new vscode.TestMessage(wordsFor(verdict, item.uri));
  if (expected !== '') {
    message.expectedOutput = expected;
    message.actualOutput = actual.replace(/[“”]/g, '"'); // as the file writes them: VS Code marks each difference
  }
  message.contextValue = 'topology.decides'; // beside a comparison VS Code shows a button in the place of links
  message.stackTrace = related.map(
    (place) =>
      new vscode.TestMessageStackFrame(editorWords().related(place.message), item.uri, toRange(place.span).start),
  );
  return located(message, item);
}

export function ignoranceOf(because: string, item: vscode.TestItem): vscode.TestMessage {
  return located(new vscode.TestMessage(editorWords().message(because)), item);
}

/** The link alone may run something; what comes of the file is shown as it is written. */
function wordsFor({ actual, because, otherwise, target }: Failed, uri: vscode.Uri | undefined): vscode.MarkdownString {
  const found = actual === '' ? '' : `${foundInstead(actual)} `;
  const wish = encodeURIComponent(JSON.stringify([{ uri, ...target }]));
  const link = `[${vscode.l10n.t('Show the step that decides')}](command:topology.runFlow?${wish})`;
  const paragraphs = [
    ...(otherwise === undefined ? [] : [plain(otherwise)]),
    plain(found + editorWords().message(because)),
    link,
  ];
  const text = new vscode.MarkdownString(paragraphs.join('\n\n'));
  text.isTrusted = { enabledCommands: ['topology.runFlow'] };
  return text;
}

/** What the test results list of a test, where nothing is chosen. */
export function lineOf(label: string, verdict: TestVerdict): string {
  if (verdict.kind === 'passed') return `✓ ${label}\r\n`;
  const found = verdict.kind === 'failed' && verdict.actual !== '' ? `${foundInstead(verdict.actual)} ` : '';
  return `✗ ${label}\r\n    ${found}${editorWords().message(verdict.because).replace(/\s+/g, ' ')}\r\n`;
}

function foundInstead(actual: string): string {
  return vscode.l10n.t('Found instead: {actual}.', { actual: currentWords().reason(actual) });
}

function located(message: vscode.TestMessage, { uri, range }: vscode.TestItem): vscode.TestMessage {
  if (uri && range) message.location = new vscode.Location(uri, range.start);
  return message;
}
