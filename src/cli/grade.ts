/**
 * `topo grade`: points for a folder of submissions. Each is graded in a thread with a budget of steps, time and memory; whatever
 * one of them does, the others are graded. A submission is only ever read as text.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import type { Grade } from '../analysis/grade';
import { type Grading, gradeWith } from '../analysis/grading';
import { formatCount } from '../language/wording';
import { formatDuration } from '../scene/formats';
import { type ExitCode, Mistake } from './command';
import { gradesAsCsv } from './csv-grade';
import { createGradePool, type GradePool } from './grade-pool';
import { type GradedSubmission, type GradeReport, hasAllPoints, notGraded } from './graded';
import { gradesAsJson } from './json-grade';
import type { Output } from './output';
import { findFiles } from './paths';
import { nameOf, readSource, readSources, Unreadable } from './read';
import type { Style } from './style';
import { feedbackAsText, gradesAsText } from './text-grade';

/** How a result is printed; the first is the default. */
export const gradeFormats: Readonly<Record<string, (report: GradeReport, style: Style) => Iterable<string>>> = {
  text: gradesAsText,
  csv: gradesAsCsv,
  json: gradesAsJson,
};

export interface GradeOptions {
  readonly format: string;
  /** Files of the instructor. */
  readonly checks?: string;
  readonly exercises?: string;
  /** Files and a folder to be written. */
  readonly csv?: string;
  readonly json?: string;
  readonly feedback?: string;
  /** In milliseconds, for each submission. */
  readonly limit: number;
  /** For each flow. */
  readonly steps: number;
}

export const defaultLimitMs = 10_000;

export async function gradeFiles(names: readonly string[], options: GradeOptions, output: Output): Promise<ExitCode> {
  const grading: Grading = {
    checks: await instructorsText(options.checks),
    exercises: await instructorsText(options.exercises),
  };
  const isSelfContained = options.checks === undefined && options.exercises === undefined;
  const worth = isSelfContained ? undefined : gradeWith('', grading);
  const pool = createGradePool(__filename, options.limit, formatDuration(options.limit));
  const report = await graded(names, { pool, grading, worth, maxSteps: options.steps }).finally(() => pool.end());
  output.print(gradeFormats[options.format]?.(report, output.style) ?? []);
  await writeReports(report, options);
  if (report.submissions.some(({ outcome }) => outcome === 'unreadable')) return 2;
  return report.submissions.every(hasAllPoints) ? 0 : 1;
}

/** Checks that say nothing are a mistake of the instructor, and would give everybody all points. */
async function instructorsText(path: string | undefined): Promise<string | undefined> {
  if (path === undefined) return undefined;
  const { text } = await readSource(path);
  if (gradeWith('', { checks: text }).of > 0) return text;
  throw new Mistake(`${nameOf(path)} expects nothing, so there is nothing to grade by it`);
}

interface Means {
  readonly pool: GradePool;
  readonly grading: Grading;
  readonly worth: Grade | undefined;
  readonly maxSteps: number;
}

async function graded(names: readonly string[], { pool, grading, worth, maxSteps }: Means): Promise<GradeReport> {
  const { paths, unreadable } = await findFiles(names);
  const missing = unreadable.map(({ path, reason }) => notGraded(path, 'unreadable', reason, worth));
  const started: Promise<GradedSubmission>[] = [];
  for await (const file of readSources(paths)) {
    if (file instanceof Unreadable) {
      started.push(Promise.resolve(notGraded(file.path, 'unreadable', file.reason, worth)));
    } else started.push(gradedOne(file.path, file.text));
  }
  return { submissions: [...(await Promise.all(started)), ...missing] };

  async function gradedOne(path: string, submission: string): Promise<GradedSubmission> {
    const result = await pool.grade({ submission, grading, maxSteps });
    if ('cutOff' in result) return notGraded(path, 'cut off', result.cutOff, worth);
    const { grade, mistakes, isTooLarge } = result;
    const note = isTooLarge
      ? `holds a flow that was cut off after ${formatCount(maxSteps)} steps`
      : noteOn(submission, grade);
    return { path, outcome: 'graded', note, mistakes, ...grade };
  }
}

function noteOn(submission: string, { of }: Grade): string | undefined {
  if (submission.trim() === '') return 'is empty';
  return of === 0 ? 'expects nothing, so there is nothing to grade' : undefined;
}

async function writeReports(report: GradeReport, { csv, json, feedback }: GradeOptions): Promise<void> {
  if (csv !== undefined) await write(csv, [...gradesAsCsv(report)].join(''));
  if (json !== undefined) await write(json, [...gradesAsJson(report)].join(''));
  if (feedback === undefined) return;
  const above = folderAbove(report.submissions.map(({ path }) => path));
  for (const submission of report.submissions) {
    await write(join(feedback, `${relative(above, submission.path)}.txt`), feedbackAsText(submission));
  }
}

/**
 * The folder from which feedback has the same folders and names as the submissions: this one, or where some lie elsewhere the
 * nearest that holds them all. So no feedback is outside of its folder, nor in the place of another.
 */
function folderAbove(paths: readonly string[]): string {
  const isBelow = (folder: string) => paths.every((path) => !/^\.\.(?:[\\/]|$)/.test(relative(folder, path)));
  let folder = resolve('.');
  if (isBelow(folder)) return folder;
  folder = dirname(resolve(paths.find((path) => relative('.', path).startsWith('..')) ?? '.'));
  while (!isBelow(folder) && dirname(folder) !== folder) folder = dirname(folder);
  return folder;
}

async function write(path: string, text: string): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  } catch (error) {
    throw new Mistake(`${path} cannot be written: ${(error as Error).message}`);
  }
}
