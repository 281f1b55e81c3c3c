/** `--watch`: does something again whenever one of the files changes, until Ctrl+C. */
import { once } from 'node:events';
import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { watch } from 'chokidar';
import { type ExitCode, Mistake } from './command';
import type { Output } from './output';
import { rootsOf } from './paths';

/** An editor may write a file in several goes: what changed is looked at when nothing more happens for so long. */
const quietMs = 50;

/** The exit code of the last time. `names` are files, folders and patterns; of the latter two `.topo` files count. */
export async function repeatOnChange(
  names: readonly string[],
  work: () => Promise<ExitCode>,
  output: Output,
): Promise<ExitCode> {
  if (names.includes('-')) throw new Mistake('the standard input cannot be watched; name files instead');
  const named = new Set(names.map((name) => resolve(name)));
  const ignored = (path: string) => !named.has(resolve(path)) && /[\\/](?:node_modules|\.[^\\/.][^\\/]*)$/.test(path);
  const watcher = watch([...rootsOf(names)], { ignoreInitial: true, ignored });
  let isOver = false;
  let changes = 0;
  let wake = () => {};
  watcher.on('all', (_, path) => {
    if (!path.endsWith('.topo') && !named.has(resolve(path))) return; // a report may be written into the very folder
    changes += 1;
    wake();
  });
  const end = () => {
    isOver = true;
    wake();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, end);
  await once(watcher, 'ready');
  let code: ExitCode = 0;
  while (!isOver) {
    const seen = changes;
    code = await work();
    output.remark('Watching for changes. Ctrl+C ends.\n');
    if (changes === seen && !isOver) await new Promise<void>((done) => (wake = done));
    await quiet();
    if (!isOver) output.takeBack();
  }
  await watcher.close();
  return code;

  async function quiet(): Promise<void> {
    for (let before = -1; before !== changes && !isOver; ) {
      before = changes;
      await pause(quietMs);
    }
  }
}
