/** Which version this is, as the manifest beside the program says. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export function programVersion(): string {
  const manifest: { version?: string } = JSON.parse(readFileSync(join(__dirname, '../package.json'), 'utf8'));
  return manifest.version ?? 'unknown';
}
