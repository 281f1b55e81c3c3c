/** A check without the limit that holds while typing. A notification can tell how far it has come, and cancel it. */
import * as vscode from 'vscode';
import { checkInFull } from '../analysis/long-check';
import type { LongRun } from '../analysis/runs';
import type { Flow, Scenario } from '../language/topology';
import { shorten } from '../language/wording';
import { budgets, type Checked, type Compiled } from './check';
import { currentWords } from './current-words';
import type { MakeLongRun, RunProgress } from './long-runs';

/** Registers what cancels the run. */
type CancelOn = (cancel: () => void) => vscode.Disposable;

type Shown = readonly { readonly flow: Flow; readonly scenario: Scenario | undefined }[];

/** It can be cancelled by its button, too. Undefined where it was cancelled. */
export async function withProgress(
  compiled: Compiled,
  makeLongRun: MakeLongRun,
  also: Shown,
  cancelOn: CancelOn,
): Promise<Checked | undefined> {
  const location = vscode.ProgressLocation.Notification;
  return vscode.window.withProgress(
    { location, title: vscode.l10n.t('Running in full'), cancellable: true },
    (progress, button) =>
      quietly(
        compiled,
        makeLongRun,
        (cancel) => vscode.Disposable.from(button.onCancellationRequested(cancel), cancelOn(cancel)),
        { also, report: (run, far) => progress.report({ message: howFar(run, far) }) },
      ),
  );
}

/** The same where something else shows that it runs. */
export async function quietly(
  { text, version, compilation }: Compiled,
  makeLongRun: MakeLongRun,
  cancelOn: CancelOn,
  { also = [], report }: { readonly also?: Shown; readonly report?: (run: LongRun, far: RunProgress) => void } = {},
): Promise<Checked | undefined> {
  const { topology } = compilation;
  const maxSteps = budgets.inFull;
  const ofThisVersion = also.filter(({ flow }) => topology.flows.includes(flow));
  const runs = ofThisVersion.map(({ flow, scenario }) => ({ flow, circumstances: { scenario }, maxSteps }));
  const source = new vscode.CancellationTokenSource();
  const cancelling = [cancelOn(() => source.cancel()), source];
  const makeRun = (run: LongRun) =>
    makeLongRun({ text, topology, run, report: (far) => report?.(run, far), token: source.token });
  try {
    const checked = await checkInFull(text, { maxSteps, compilation }, makeRun, runs);
    return checked && { ...checked, version, text, budget: 'inFull' as const };
  } finally {
    vscode.Disposable.from(...cancelling).dispose();
  }
}

function howFar({ flow, circumstances: { scenario, without } }: LongRun, { steps, timeMs }: RunProgress): string {
  const { formats } = currentWords();
  const circumstances = [
    ...(scenario ? [vscode.l10n.t('when {scenario}', { scenario: formats.quoted(shorten(scenario.name)) })] : []),
    ...(without ? [vscode.l10n.t('without {name}', { name: shorten(without.name) })] : []),
  ];
  const about = {
    run: [formats.quoted(shorten(flow.name)), ...circumstances].join(' '),
    steps: formats.count(steps),
    time: formats.duration(timeMs),
  };
  return vscode.l10n.t('{run}: {steps} steps, {time} simulated', about);
}
