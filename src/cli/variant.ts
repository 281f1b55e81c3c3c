/** `topo variant`: the same exercise with other names and numbers, so that neighbours cannot copy. */
import { writeFile } from 'node:fs/promises';
import { variantOf } from '../editor/variant';
import { compile } from '../language/compile';
import { type ExitCode, hasErrors, Mistake } from './command';
import type { Output } from './output';
import { nameOf, readSource } from './read';
import { runLimit } from './run';
import { errorsAsText } from './text-check';

export interface VariantFileOptions {
  readonly seed: number;
  /** The file to be written, instead of the standard output. */
  readonly out?: string;
}

export async function writeVariant(path: string, { seed, out }: VariantFileOptions, output: Output): Promise<ExitCode> {
  const file = await readSource(path);
  const { diagnostics } = compile(file.text);
  output.remark(errorsAsText(file, diagnostics, output.remarkStyle));
  const { text, kept } = variantOf(file.text, { seed, maxSteps: runLimit });
  if (kept.length > 0) output.complain(`${nameOf(path)} keeps what its expectations depend on: ${kept.join(', ')}`);
  if (out === undefined) output.print([file.mark + text]);
  else {
    await writeFile(out, file.mark + text).catch((error) => {
      throw new Mistake(`${out} cannot be written: ${error.message}`);
    });
  }
  return hasErrors(diagnostics) ? 1 : 0;
}
