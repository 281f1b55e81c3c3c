// What the documents list is what there is: commands, folders and packages. What they show as a topology is one.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { check } from '../src/analysis/check';
import { format } from '../src/language/format';

const read = (path: string): string => readFileSync(path, 'utf8');
const manifest = JSON.parse(read('package.json'));
const titlesInEnglish: Readonly<Record<string, string>> = JSON.parse(read('package.nls.json'));

/** The first column of the table under a heading. */
function firstColumn(text: string, heading: string): readonly string[] {
  const [, section = ''] = text.split(`\n## ${heading}\n`);
  const rows = (section.split('\n## ')[0] ?? '').split('\n').filter((line) => line.startsWith('| '));
  return rows.slice(1).map((row) => row.split('|')[1]?.trim() ?? '');
}

describe('The documents', () => {
  it('name every command of the palette', () => {
    const named = firstColumn(read('docs/editor.md'), 'Commands').flatMap((cell) => cell.split(', '));
    const { commands, menus } = manifest.contributes;
    const hidden = new Set(menus.commandPalette.map(({ command }: { command: string }) => command));
    const titles: string[] = commands
      .filter(({ command }: { command: string }) => !hidden.has(command))
      .map(({ title }: { title: string }) => titlesInEnglish[title.replaceAll('%', '')] ?? title);
    assert.deepEqual([...named].sort(), [...titles].sort());
  });

  for (const [line, words] of commandsInReadme()) {
    it(`give a command in the README that works: ${line}`, () => {
      const { status, stderr } = spawnSync(process.execPath, ['dist/cli.js', ...words], { encoding: 'utf8' });
      assert.deepEqual([status, stderr], [0, '']);
    });
  }

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

  for (const [place, text] of topologiesIn('docs/language.md')) {
    it(`show a topology without fault, laid out, in docs/language.md, line ${place}`, () => {
      const faults = check(text).diagnostics.filter(({ severity }) => severity !== 'information');
      assert.deepEqual(
        faults.map(({ span, message }) => `line ${place + span.line + 1}: ${message}`),
        [],
      );
      assert.equal(format(text), text);
    });
  }

  it('link to headings and files that are there', () => {
    const below = readdirSync('docs', { recursive: true }).map((path) => `docs/${String(path).replaceAll('\\', '/')}`);
    const pages = [...readdirSync('.'), ...below].filter((path) => path.endsWith('.md'));
    assert.ok(pages.length > 40);
    const missing = pages.flatMap((page) =>
      [...read(page).matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, link = '']) => {
        if (/^[a-z]+:/.test(link)) return [];
        const [path = '', heading] = link.split('#');
        const target = path === '' ? page : posix.join(posix.dirname(page), path);
        if (!existsSync(target)) return [`${page}: ${link}`];
        return heading === undefined || anchorsIn(target).has(heading) ? [] : [`${page}: ${link}`];
      }),
    );
    assert.deepEqual(missing, []);
  });
});

/** Those about the examples, each with its words; the others are about files of one’s own. */
function commandsInReadme(): readonly (readonly [line: string, words: readonly string[]])[] {
  const lines = [...read('README.md').matchAll(/^npx topo (.*\bexamples\b.*)$/gm)].map(([, line = '']) => line);
  assert.ok(lines.length > 3);
  return lines.map((line) => [line, (line.match(/"[^"]*"|\S+/g) ?? []).map((word) => word.replaceAll('"', ''))]);
}

function anchorsIn(page: string): ReadonlySet<string> {
  return new Set([...read(page).matchAll(/^#+ (.*)$/gm)].map(([, title = '']) => anchorOf(title)));
}

/** Each topology of a document, and the line where its fence opens. */
function topologiesIn(path: string): readonly (readonly [place: number, text: string])[] {
  const text = read(path);
  return [...text.matchAll(/^```topo\n([\s\S]*?)^```/gm)].map(({ 1: topology = '', index }) => [
    text.slice(0, index).split('\n').length,
    topology,
  ]);
}

/** As GitHub and VS Code make it of a heading. */
function anchorOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .replaceAll(' ', '-');
}
