/** Which files the user means: by name, by folder (all `.topo` files below it) or by pattern (`week?/*.topo`). */
import { readdir, stat } from 'node:fs/promises';
import { posix, sep } from 'node:path';
import picomatch from 'picomatch';
import { Unreadable } from './read';

export interface FoundFiles {
  /** In the order in which they were asked for, those of a folder or a pattern by name; none twice. */
  readonly paths: readonly string[];
  readonly unreadable: readonly Unreadable[];
}

/** A name that is there is never taken for a pattern. A name that is not is left to whoever reads it. */
export async function findFiles(names: readonly string[]): Promise<FoundFiles> {
  const found = await Promise.all(names.map(find));
  return {
    paths: [...new Set(found.flatMap((one) => ('paths' in one ? one.paths : [])))],
    unreadable: found.filter((one) => one instanceof Unreadable),
  };
}

async function find(name: string): Promise<Unreadable | Pick<FoundFiles, 'paths'>> {
  if (name === '-') return { paths: [name] };
  const stats = await stat(name).catch(() => undefined);
  if (stats?.isDirectory()) {
    const paths = (await filesBelow(withSlashes(name))).filter((path) => path.endsWith('.topo'));
    return paths.length > 0 ? { paths } : new Unreadable(name, 'holds no .topo file');
  }
  const { base, isGlob, pattern } = scanned(name);
  if (stats || !isGlob) return { paths: [name] };
  const matches = picomatch(pattern);
  const paths = (await filesBelow(base)).filter((path) => matches(path));
  return paths.length > 0 ? { paths } : new Unreadable(name, 'matches no file');
}

/** Sorted by name, not by the language of the machine: reports are compared. Hidden ones and packages are left out. */
async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const seen = entries.filter(({ name }) => !name.startsWith('.') && name !== 'node_modules');
  const below = await Promise.all(
    seen.map(async (entry) => {
      const path = posix.join(folder, entry.name);
      return entry.isDirectory() ? filesBelow(path) : [path];
    }),
  );
  return below.flat().sort();
}

/** The folders and files whose changes may change what `names` stand for. */
export function rootsOf(names: readonly string[]): readonly string[] {
  return names.filter((name) => name !== '-').map((name) => (scanned(name).isGlob ? scanned(name).base : name));
}

/** Of `weeks/*.topo`: the folder `weeks`, and the pattern as the paths below that folder are written. */
function scanned(name: string) {
  const { base, glob, isGlob } = picomatch.scan(withSlashes(name));
  return { base: base || '.', isGlob, pattern: posix.join(base, glob) };
}

function withSlashes(path: string): string {
  return sep === '\\' ? path.replaceAll('\\', '/') : path;
}
