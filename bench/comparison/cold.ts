/**
 * The first file, in a process of its own: from the moment at which Node starts to load the bundle until the file is
 * understood. Prints milliseconds.
 */
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';

export async function cold(read: (text: string) => unknown): Promise<void> {
  const text = readFileSync(process.argv[2] ?? '', 'utf8');
  await read(text);
  console.log(performance.now() - performance.nodeTiming.bootstrapComplete);
}
