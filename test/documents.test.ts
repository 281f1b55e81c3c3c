// What the documents list is what there is: commands, folders and packages.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';

const read = (path: string): string => readFileSync(path, 'utf8');
const manifest = JSON.parse(read('package.json'));

/** The first column of the table under a heading. */
function firstColumn(text: string, heading: string): readonly string[] {
  const [, section = ''] = text.split(`\n## ${heading}\n`);
  const rows = (section.split('\n## ')[0] ?? '').split('\n').filter((line) => line.startsWith('| '));
  return rows.slice(1).map((row) => row.split('|')[1]?.trim() ?? '');
}

describe('The documents', () => {
  it('name every command of the palette in the README', () => {
    const named = firstColumn(read('README.md'), 'Commands').flatMap((cell) => cell.split(', '));
    const titles: string[] = manifest.contributes.commands.map(({ title }: { title: string }) => title);
    assert.deepEqual([...named].sort(), [...titles].sort());
  });

  it('name every folder in ARCHITECTURE.md, and none that is gone', () => {
    const paths = firstColumn(read('ARCHITECTURE.md'), 'The map').flatMap((cell) =>
      [...cell.matchAll(/`([^`]+)\/`/g)].map(([, path]) => path ?? ''),
    );
    const ignored = read('.gitignore')
      .split('\n')
      .map((line) => line.replace(/\/$/, ''));
    const foldersIn = (path: string) =>
      readdirSync(path, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
    const top = foldersIn('.').filter((name) => !name.startsWith('.') && name !== 'src' && !ignored.includes(name));
    const folders = [...top, ...foldersIn('src').map((name) => `src/${name}`)];
    assert.deepEqual([...paths].sort(), folders.sort());
  });

  it('give a reason for every package in ARCHITECTURE.md', () => {
    const named = firstColumn(read('ARCHITECTURE.md'), 'Packages').flatMap((cell) => cell.split(', '));
    const used = Object.keys(manifest.devDependencies).filter((name) => !name.startsWith('@types/'));
    assert.deepEqual([...named].sort(), [...used].sort());
  });
});
