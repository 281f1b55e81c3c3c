/** How large the built bundles are, minified as they ship. */
import { statSync } from 'node:fs';
import type { Figure } from './report';

interface Bundle {
  readonly what: string;
  readonly files: readonly string[];
  readonly goal?: number;
}

const activation = ['extension.js', 'extension.chunk.js', 'extension.chunk2.js'];
const bundles: readonly Bundle[] = [
  { what: 'extension on the desktop, what activation loads', files: activation, goal: 250 },
  {
    what: 'with the language features, loaded behind it',
    files: [...activation, 'extension.language-features.js', 'extension.chunk3.js'],
  },
  { what: 'extension in the browser, one file', files: ['extension.web.js'] },
  { what: 'webview', files: ['webview.js'], goal: 1000 },
  { what: 'command line', files: ['cli.js'] },
];

export function* sizeFigures(): Generator<Figure> {
  for (const { what, files, ...goal } of bundles) {
    const bytes = files.reduce((sum, file) => sum + statSync(`dist/${file}`).size, 0);
    yield { what: `size: ${what}`, value: bytes / 1000, unit: 'kB', ...goal };
  }
}
