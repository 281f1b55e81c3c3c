/** `Topology: Check Expectations`: what the file claims of itself, and whether it holds. Choosing one goes to its line. */
import * as vscode from 'vscode';
import type { ExpectationResult } from '../../analysis/analysis';
import { showLine } from '../places';
import { type Command, findTarget, say } from './command';

/** The argument is the file's URI where a CodeLens was used. */
export const checkExpectations: Command = async (context, argument) => {
  const target = await findTarget(context, argument);
  if (!target) return;
  const results = target.checked.analysis.expectations;
  if (results.length === 0)
    return say(
      vscode.l10n.t('{name} expects nothing yet. Write a line such as: expect alice is client', { name: target.name }),
    );
  const picked = await vscode.window.showQuickPick(results.map(toItem), {
    title: summary(results),
    placeHolder: vscode.l10n.t('Choose one to go to its line'),
    matchOnDetail: true,
  });
  if (picked) await showLine(target.document, picked.line);
};

function summary(results: readonly ExpectationResult[]): string {
  const failed = results.filter(({ outcome, isChecked }) => outcome === 'fail' && isChecked).length;
  const open = results.filter(({ isChecked }) => !isChecked).length;
  const about = { open, failed, count: results.length };
  if (failed === 0 && open > 0)
    return vscode.l10n.t('Check Expectations: {open} of {count} could not be checked', about);
  if (failed === 0) return vscode.l10n.t('Check Expectations: all {count} hold', about);
  return failed === 1
    ? vscode.l10n.t('Check Expectations: {failed} of {count} does not hold', about)
    : vscode.l10n.t('Check Expectations: {failed} of {count} do not hold', about);
}

function toItem({ expectation, outcome, isChecked, actual, because }: ExpectationResult) {
  const { text, span, otherwise = '' } = expectation;
  const holds = outcome === 'pass';
  return {
    label: `${holds ? '$(pass)' : isChecked ? '$(error)' : '$(question)'} ${escapeIcons(text)}`,
    description: holds
      ? vscode.l10n.t('holds')
      : isChecked
        ? vscode.l10n.t('does not hold: {actual}', { actual: escapeIcons(actual) })
        : actual,
    detail: holds ? '' : escapeIcons(`${otherwise} ${because}`.trim()),
    line: span.line,
  };
}

/** Text of the file is shown as it is written, even where it looks like an icon. */
function escapeIcons(text: string): string {
  return text.replaceAll('$(', '$\u200b(');
}
