/**
 * `Topology: Compare Architectures`: the job of the file as client-server, hybrid and peer-to-peer, in the playground. Made
 * in slices, so that the editor goes on working; what takes longer shows its progress and can be cancelled.
 */
import * as vscode from 'vscode';
import { comparing } from '../../analysis/compare/compare';
import { type Comparison, defaultPrice } from '../../analysis/compare/comparison';
import type { Problem } from '../../analysis/compare/job';
import type { Progress } from '../../analysis/compare/measure';
import type { Scenario, Topology } from '../../language/topology';
import { comparisonScene } from '../../scene/comparison';
import { currentWords } from '../current-words';
import { type Command, type Context, findTarget, openPanel, say, type Target } from './command';

/** All may be left out. */
interface Wish {
  readonly uri?: unknown;
  readonly resource?: unknown;
  /** In dollars a gigabyte. */
  readonly price?: unknown;
}

/** The argument may name a resource and a price: `{ resource, price }`. */
export const compareArchitectures: Command = async (context, argument) => {
  const { uri, resource, price }: Wish = typeof argument === 'object' && argument !== null ? argument : {};
  const target = await findTarget(context, uri);
  if (!target) return;
  const question = questionOf(context, target, typeof resource === 'string' ? resource : undefined);
  const comparison = await answerTo(
    question,
    vscode.l10n.t('Comparing architectures for {name}', { name: target.name }),
  );
  if (!comparison) return;
  if ('problem' in comparison) return say(`${target.name}: ${comparison.problem}`);
  openPanel(context, target).compare(
    comparisonScene(comparison, isPrice(price) ? price : defaultPrice, currentWords()),
  );
};

function isPrice(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}

type Runs = Generator<Progress, Comparison | Problem>;

interface Question {
  readonly topology: Topology;
  readonly scenario: Scenario | undefined;
  readonly resource: string | undefined;
}

/** What is drawn is compared, under the scenario that is chosen there. */
function questionOf({ panels }: Context, { document, checked }: Target, resource: string | undefined): Question {
  const shown = panels.get(document.uri)?.session.runs;
  return { topology: shown?.topology ?? checked.compilation.topology, scenario: shown?.scenario, resource };
}

/** The latest of each topology, so that another price needs no other runs. */
const answers = new WeakMap<Topology, { readonly question: Question; readonly comparison: Comparison }>();

async function answerTo(question: Question, title: string): Promise<Comparison | Problem | undefined> {
  const { topology, scenario, resource } = question;
  const known = answers.get(topology);
  const isSame = known?.question.scenario === scenario && known?.comparison.job.resource === resource;
  if (known && isSame) return known.comparison;
  const comparison = await inSlices(comparing(topology, { resource, scenario }), title);
  if (comparison && !('problem' in comparison)) answers.set(topology, { question, comparison });
  return comparison;
}

/** A message that comes and goes at once helps nobody. */
const silentMs = 300;
const sliceMs = 16;

/** Undefined where it was cancelled. */
async function inSlices(runs: Runs, title: string): Promise<Comparison | Problem | undefined> {
  const first = await work(runs, silentMs, () => false);
  if (first !== 'going on') return first;
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  return vscode.window.withProgress(options, async (progress, token) => {
    const result = await work(runs, Number.POSITIVE_INFINITY, (next) => {
      progress.report({ message: describe(next) });
      return token.isCancellationRequested;
    });
    return result === 'going on' ? undefined : result;
  });
}

/** Up to the end, or until the time is over or somebody wants it to stop. */
async function work(
  runs: Runs,
  limitMs: number,
  isToStop: (next: Progress) => boolean,
): Promise<Comparison | Problem | 'going on'> {
  const startMs = performance.now();
  let sliceStartMs = startMs;
  for (let next = runs.next(); ; next = runs.next()) {
    if (next.done) return next.value;
    if (isToStop(next.value) || performance.now() - startMs > limitMs) return 'going on';
    if (performance.now() - sliceStartMs < sliceMs) continue;
    await new Promise<void>((resume) => setTimeout(resume, 0));
    sliceStartMs = performance.now();
  }
}

function describe({ fetchers, without }: Progress): string {
  if (without !== undefined) return vscode.l10n.t('without {name} …', { name: without });
  return fetchers === 1
    ? vscode.l10n.t('1 host …')
    : vscode.l10n.t('{count} hosts …', { count: currentWords().formats.count(fetchers) });
}
