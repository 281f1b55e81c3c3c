/**
 * `Topology: Explain Diagnostic`: the page about a rule, with a wrong and a right example. The pages ship with the extension,
 * so this needs no network; the code of each diagnostic links here.
 */
import * as vscode from 'vscode';
import { type Diagnostic, type DiagnosticCode, severities } from '../../language/source';
import { editorWords } from '../current-editor-words';
import { toRange } from '../places';
import { tickOff } from '../walkthrough';
import { type Command, findTarget, say } from './command';

/** The argument is a code; without one the diagnostic at the cursor is explained, or one that is chosen. */
export const explainDiagnostic: Command = async (context, argument) => {
  const code = isCode(argument) ? argument : await chooseCode(context);
  if (!code) return;
  const page = vscode.Uri.joinPath(context.extensionUri, 'docs', 'diagnostics', `${code}.md`);
  await vscode.commands.executeCommand('markdown.showPreviewToSide', page);
  tickOff('explained');
};

export function isCode(argument: unknown): argument is DiagnosticCode {
  return typeof argument === 'string' && Object.hasOwn(severities, argument);
}

async function chooseCode(context: Parameters<Command>[0]): Promise<DiagnosticCode | undefined> {
  const target = await findTarget(context);
  if (!target) return undefined;
  const { diagnostics } = target.checked;
  const editor = vscode.window.activeTextEditor;
  const here = editor?.document === target.document ? atCursor(diagnostics, editor.selection.active) : [];
  const codes = new Set((here.length > 0 ? here : diagnostics).map(({ code }) => code));
  const [only] = codes;
  if (codes.size === 1) return only;
  if (only) return pick(here.length > 0 ? here : diagnostics);
  say(vscode.l10n.t('There is nothing to explain in {name}: nothing is reported.', { name: target.name }));
  return undefined;
}

/** What is reported at this very place, else on this line. */
function atCursor(diagnostics: readonly Diagnostic[], cursor: vscode.Position): readonly Diagnostic[] {
  const under = diagnostics.filter(({ span }) => toRange(span).contains(cursor));
  return under.length > 0 ? under : diagnostics.filter(({ span }) => span.line === cursor.line);
}

async function pick(diagnostics: readonly Diagnostic[]): Promise<DiagnosticCode | undefined> {
  const items = diagnostics.map(({ code, message, span }) => ({
    label: code,
    description: vscode.l10n.t('line {line}', { line: span.line + 1 }),
    detail: editorWords().message(message),
    code,
  }));
  const placeHolder = vscode.l10n.t('Choose what to read about');
  return (await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Explain Diagnostic'), placeHolder }))?.code;
}
