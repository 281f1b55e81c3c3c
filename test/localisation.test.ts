// What VS Code itself shows: every text of the manifest and every call of vscode.l10n.t has its German, with the same blanks, and no
// German is left over from a text that is gone.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

type Texts = Readonly<Record<string, string>>;

const json = (path: string) => JSON.parse(readFileSync(path, 'utf8'));
const manifest = json('package.json');
const [english, german, bundle]: Texts[] = [
  json('package.nls.json'),
  json('package.nls.de.json'),
  json(join(manifest.l10n, 'bundle.l10n.de.json')),
];

const sources = ['src/vscode', 'src/desktop']
  .flatMap((folder) => readdirSync(folder, { recursive: true }).map((path) => join(folder, String(path))))
  .filter((path) => path.endsWith('.ts'))
  .map((path) => ({ path, text: readFileSync(path, 'utf8') }));

describe('the manifest', () => {
  it('names a text for everything that VS Code shows of it', () => {
    const { commands, semanticTokenTypes, semanticTokenModifiers, walkthroughs } = manifest.contributes;
    const steps = walkthroughs.flatMap(({ steps }: { steps: readonly object[] }) => steps);
    const shown: readonly string[] = [
      manifest.description,
      ...commands.map(({ title }: { title: string }) => title),
      ...[...semanticTokenTypes, ...semanticTokenModifiers].map(({ description }) => description),
      ...[...walkthroughs, ...steps].flatMap(({ title, description }) => [title, description]),
      ...steps.map(({ media }: { media: { altText: string } }) => media.altText),
    ];
    assert.deepEqual(
      shown.filter((text) => !/^%[\w.]+%$/.test(text)),
      [],
      'write the text into package.nls.json and package.nls.de.json, and its key between % here',
    );
  });

  it('has each of its texts in English and in German, and no others', () => {
    const named = [...JSON.stringify(manifest).matchAll(/"%([\w.]+)%"/g)].map(([, key = '']) => key);
    for (const texts of [english, german])
      assert.deepEqual(Object.keys(texts ?? {}).sort(), [...new Set(named)].sort());
  });

  it('has no empty text', () => {
    const all = Object.entries({ ...german, ...english });
    assert.deepEqual(
      all.filter(([, text]) => text.trim() === ''),
      [],
    );
  });
});

describe('what the extension says in VS Code', () => {
  const calls = sources.flatMap(({ path, text }) =>
    [...text.matchAll(/\bl10n\.t\(\s*('(?:[^'\\]|\\.)*'|.)/g)].map(([, literal = '']) => ({ path, literal })),
  );
  const said = calls.map(({ literal }) => literal.slice(1, -1).replaceAll("\\'", "'"));

  it('is written in the calls themselves, so that it can be collected', () => {
    assert.ok(calls.length > 40);
    assert.deepEqual(
      calls.filter(({ literal }) => !literal.startsWith("'")),
      [],
    );
  });

  it('has its German, and nothing else has', () => {
    assert.deepEqual(Object.keys(bundle ?? {}).sort(), [...new Set(said)].sort());
  });

  it('has the same blanks in German', () => {
    const blanks = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
    const unlike = Object.entries(bundle ?? {}).filter(([key, text]) => String(blanks(key)) !== String(blanks(text)));
    assert.deepEqual(unlike, []);
  });

  it('goes through l10n wherever a user is spoken to', () => {
    const spoken =
      /\b(?:say\(|show\w+Message\(|placeHolder:|prompt:|\btitle:|new Error\()\s*(['"`][^'"`]*[a-z] [^'"`]*['"`])/g;
    const inVscode = sources.filter(({ path }) => path.startsWith(join('src', 'vscode')));
    const bare = inVscode.flatMap(({ path, text }) =>
      [...text.replace(/\$\{[^}]*\}/g, '').matchAll(spoken)].map(([call]) => `${path}: ${call}`),
    );
    assert.deepEqual(bare, []);
  });
});
