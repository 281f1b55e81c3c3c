/** How large the built bundles are, minified as they ship. */
import { statSync } from 'node:fs';
import type { Figure } from './report';

const bundles: readonly (readonly [path: string, goal?: number])[] = [
  ['dist/extension.js', 200],
  ['dist/extension.web.js'],
  ['dist/webview.js', 1000],
  ['dist/cli.js'],
];

export function* sizeFigures(): Generator<Figure> {
  for (const [path, goal] of bundles) {
    const figure: Figure = { what: `size of ${path}`, value: statSync(path).size / 1000, unit: 'kB' };
    yield goal === undefined ? figure : { ...figure, goal };
  }
}
