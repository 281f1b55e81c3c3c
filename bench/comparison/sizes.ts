/** What a browser or an editor has to load for parsing and linking, without any service of an editor. */
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

export interface Size {
  readonly minified: number;
  readonly gzipped: number;
}

const entries: Readonly<Record<string, string>> = {
  'this project': 'src/language/compile.ts',
  Langium: 'bench/comparison/langium-core.ts',
  Chevrotain: 'bench/comparison/chevrotain.ts',
};

/** In bytes. */
export async function bundleSize(name: string): Promise<Size> {
  const built = await build({
    entryPoints: [resolve(entries[name] ?? '')],
    bundle: true,
    minify: true,
    write: false,
    platform: 'browser',
    format: 'esm',
    target: 'es2022',
    logLevel: 'error',
  });
  const [{ contents } = { contents: new Uint8Array() }] = built.outputFiles;
  return { minified: contents.length, gzipped: gzipSync(contents).length };
}
