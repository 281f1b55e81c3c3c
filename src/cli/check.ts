/** `topo check`: what is wrong in each file. A file that cannot be read does not keep the others from being checked. */
import type { Analysis } from '../analysis/analysis';
import { check } from '../analysis/check';
import type { Diagnostic } from '../language/source';
import { type ExitCode, hasErrors, worst } from './command';
import { printJson } from './json';
import { checkedAsJson } from './json-check';
import { checkedAsJunit } from './junit';
import type { Output } from './output';
import { findFiles } from './paths';
import { nameOf, readSources, type SourceFile, Unreadable } from './read';
import { runLimit } from './run';
import { checkedAsSarif } from './sarif';
import type { Style } from './style';
import { reportAsText, summaryOf } from './text-check';

/** What is told of a file. Its runs are not kept: of a thousand files they would fill the memory. */
export interface CheckedFile
  extends SourceFile,
    Pick<Analysis, 'topology' | 'expectations' | 'roles' | 'architecture'> {
  readonly diagnostics: readonly Diagnostic[];
}

/** What came of it, before anybody prints it. */
export interface CheckReport {
  readonly files: readonly CheckedFile[];
  readonly unreadable: readonly Unreadable[];
  /** Warnings are findings, too. */
  readonly strict: boolean;
}

/** How a result is printed; the first is the default. A further format is one more entry. */
export const checkFormats: Readonly<Record<string, (report: CheckReport, style: Style) => Iterable<string>>> = {
  text: asText,
  json: asJson,
  junit: checkedAsJunit,
  sarif: checkedAsSarif,
};

export interface CheckOptions {
  readonly format: string;
  readonly strict?: boolean;
}

export async function checkFiles(names: readonly string[], options: CheckOptions, output: Output): Promise<ExitCode> {
  const { strict = false, format } = options;
  const { paths, unreadable: missing } = await findFiles(names);
  const files: CheckedFile[] = [];
  const unreadable = [...missing];
  for await (const file of readSources(paths)) {
    if (file instanceof Unreadable) unreadable.push(file);
    else files.push(checked(file));
  }
  for (const { message } of unreadable) output.complain(message);
  for (const { path, text } of files)
    if (text.trim() === '') output.complain(`${nameOf(path)} is empty, so there is nothing to check`);
  if (files.length > 0 || format !== 'text')
    output.print(checkFormats[format]?.({ files, unreadable, strict }, output.style) ?? []);
  return worst([...unreadable.map((): ExitCode => 2), ...files.map((file) => exitCodeOf(file, strict))]);
}

function checked(file: SourceFile): CheckedFile {
  const { analysis, diagnostics } = check(file.text, undefined, { maxSteps: runLimit });
  const { topology, expectations, roles, architecture } = analysis;
  return { ...file, diagnostics, topology, expectations, roles, architecture };
}

function exitCodeOf({ diagnostics }: CheckedFile, strict: boolean): ExitCode {
  return hasErrors(diagnostics) || (strict && diagnostics.some(({ severity }) => severity === 'warning')) ? 1 : 0;
}

function* asText({ files }: CheckReport, style: Style): Generator<string> {
  for (const file of files) yield reportAsText(file, file.diagnostics, style);
  yield summaryOf(files);
}

function asJson({ files, unreadable }: CheckReport): Iterable<string> {
  return printJson({
    files: files.map(checkedAsJson),
    unreadable: unreadable.map(({ path, reason }) => ({ path, reason })),
  });
}
