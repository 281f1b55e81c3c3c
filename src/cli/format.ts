/** `topo format`: lays files out in place, or says which are not laid out. A file that is as it should be is left alone. */
import { writeFile } from 'node:fs/promises';
import { format } from '../language/format';
import { type ExitCode, Mistake, worst } from './command';
import type { Output } from './output';
import { findFiles } from './paths';
import { nameOf, readSource } from './read';

export interface FormatOptions {
  /** Changes nothing. */
  readonly check?: boolean;
}

export async function formatFiles(names: readonly string[], options: FormatOptions, output: Output): Promise<ExitCode> {
  const { paths, unreadable } = await findFiles(names);
  for (const { message } of unreadable) output.complain(message);
  const codes: ExitCode[] = unreadable.map(() => 2);
  for (const path of paths) {
    try {
      codes.push(await formatFile(path, options, output));
    } catch (error) {
      if (!(error instanceof Mistake)) throw error;
      output.complain(error.message);
      codes.push(2);
    }
  }
  return worst(codes);
}

async function formatFile(path: string, { check }: FormatOptions, output: Output): Promise<ExitCode> {
  const { text, mark } = await readSource(path);
  const formatted = format(text);
  if (check) {
    if (formatted !== text) output.print([`${nameOf(path)} is not formatted\n`]);
    return formatted === text ? 0 : 1;
  }
  if (path === '-') output.print([mark + formatted]);
  else if (formatted !== text) await write(path, mark + formatted);
  return 0;
}

async function write(path: string, text: string): Promise<void> {
  try {
    await writeFile(path, text);
  } catch (error) {
    throw new Mistake(`${nameOf(path)} cannot be written: ${(error as Error).message}`);
  }
}
