/** How long the built extension takes from being loaded to being active, each time in a fresh process with a stub of VS Code. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { median } from './measure';
import type { Figure } from './report';

const processes = 15;

export function* activationFigures(): Generator<Figure> {
  const times = Array.from({ length: processes }, () =>
    Number(execFileSync(process.execPath, [join(__dirname, 'activate.js')], { encoding: 'utf8' })),
  );
  yield { what: 'activation of the desktop extension', value: median(times), unit: 'ms', goal: 50 };
}
