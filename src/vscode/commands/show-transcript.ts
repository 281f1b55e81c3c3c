/** `Topology: Show Transcript`: the run that the playground shows, as a text that can be read aloud, searched and saved. */
import * as vscode from 'vscode';
import { transcript } from '../../scene/transcript';
import { traceOf } from '../session';
import { type Command, findTarget, panelOf, say } from './command';

/** The argument is a playground's request (`uri`). */
export const showTranscript: Command = async (context, argument) => {
  const target = await findTarget(context, (argument as { readonly uri?: unknown } | undefined)?.uri);
  if (!target) return;
  const { session } = panelOf(context, target);
  const trace = traceOf(session);
  if (!trace) return say(vscode.l10n.t('{name} has no run to write down yet.', { name: target.name }));
  const content = transcript(session.runs.topology, trace, session.words);
  const document = await vscode.workspace.openTextDocument({ language: 'plaintext', content });
  await vscode.window.showTextDocument(document, { preview: true });
};
