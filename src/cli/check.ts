/** `topo check`: what is wrong in each file. A file that cannot be read does not keep the others from being checked. */
import { type Checked, check } from '../analysis/check';
import { type ExitCode, hasErrors, Mistake, worst } from './command';
import { printJson } from './json';
import { checkedAsJson } from './json-check';
import type { Output } from './output';
import { nameOf, readSource, type SourceFile } from './read';
import { runLimit } from './run';
import type { Style } from './style';
import { reportAsText, summaryOf } from './text-check';

export interface CheckedFile extends SourceFile {
  readonly checked: Checked;
}

/** How a result is printed; the first is the default. A further format is one more entry. */
export const checkFormats: Readonly<Record<string, (files: readonly CheckedFile[], style: Style) => Iterable<string>>> =
  {
    text: asText,
    json: (files) => printJson({ files: files.map(({ path, checked }) => checkedAsJson(path, checked)) }),
  };

export interface CheckOptions {
  readonly format: string;
  readonly strict?: boolean;
}

export async function checkFiles(paths: readonly string[], options: CheckOptions, output: Output): Promise<ExitCode> {
  const files: CheckedFile[] = [];
  const codes: ExitCode[] = [];
  for (const path of paths) {
    try {
      const file = await readSource(path);
      if (file.text.trim() === '') output.complain(`${nameOf(path)} is empty, so there is nothing to check`);
      const checked = check(file.text, undefined, { maxSteps: runLimit });
      files.push({ ...file, checked });
      codes.push(exitCodeOf(checked, options));
    } catch (error) {
      if (!(error instanceof Mistake)) throw error;
      output.complain(error.message);
      codes.push(2);
    }
  }
  if (files.length > 0 || options.format !== 'text')
    output.print(checkFormats[options.format]?.(files, output.style) ?? []);
  return worst(codes);
}

function exitCodeOf({ diagnostics }: Checked, { strict }: CheckOptions): ExitCode {
  const found = hasErrors(diagnostics) || (strict && diagnostics.some(({ severity }) => severity === 'warning'));
  return found ? 1 : 0;
}

function* asText(files: readonly CheckedFile[], style: Style): Generator<string> {
  for (const file of files) yield reportAsText(file, file.checked.diagnostics, style);
  yield summaryOf(files);
}
