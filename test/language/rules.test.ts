// The table of rules tells the truth: each wrong example reports its code at the marked place and nothing else, each right
// one reports nothing, and the pages on disk are those of the table.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { type Checked, check } from '../../src/analysis/check';
import { ruleGroups, rules } from '../../src/language/rules';
import { type DiagnosticCode, severities } from '../../src/language/source';
import { readAnnotated } from './check';
import { folder, rulePages } from './rule-pages';

function found({ diagnostics }: Checked): readonly string[] {
  return diagnostics.map(({ code, span }) => `${span.line + 1}:${span.start}-${span.end} ${code}`);
}

for (const [code, { wrong, right, explanation }] of Object.entries(rules)) {
  describe(`the rule ${code}`, () => {
    it('has a wrong example that reports this and nothing else, at the marked place', () => {
      const { text, expected } = readAnnotated(wrong);
      assert.deepEqual(
        found(check(text)),
        expected.map(({ line, start, end }) => `${line + 1}:${start}-${end} ${code}`),
      );
      assert.equal(expected.length, 1);
      assert.equal(expected[0]?.code, code);
    });

    it('has a right example that reports nothing', () => {
      const { text, expected } = readAnnotated(right);
      assert.deepEqual([found(check(text)), expected], [[], []]);
    });

    it('is explained in a few sentences', () => {
      const sentences = explanation.split(/[.?](?: |$|\))/).filter((sentence) => sentence.trim() !== '');
      assert.ok(sentences.length >= 2 && sentences.length <= 5, `${sentences.length} sentences`);
    });
  });
}

describe('the table of rules', () => {
  it('explains every code once, in the order of the severities', () => {
    const codes = Object.values(ruleGroups).flatMap((group) => Object.keys(group));
    assert.deepEqual(codes, Object.keys(severities));
    assert.deepEqual(Object.keys(rules), Object.keys(severities) satisfies string[] as DiagnosticCode[]);
  });

  it('is not part of the extension', () => {
    const sources = readdirSync('src', { recursive: true })
      .map((path) => String(path).replaceAll('\\', '/'))
      .filter((path) => path.endsWith('.ts') && !/^(?:language\/rules[./]|cli\/)/.test(path));
    const importing = sources.filter((path) =>
      /from '[^']*\/rules(?:\/[a-z-]+)?'/.test(readFileSync(`src/${path}`, 'utf8')),
    );
    assert.deepEqual(importing, []);
  });
});

describe(folder, () => {
  let pages: ReadonlyMap<string, string>;

  before(() => {
    pages = rulePages();
  });

  it('holds a page for each rule and the overview, and nothing else', () => {
    assert.deepEqual(readdirSync(folder).sort(), [...pages.keys()].sort());
  });

  it('says what the table says; `npm run docs` writes it anew', () => {
    const onDisk = readdirSync(folder).map((name) => [name, readFileSync(`${folder}/${name}`, 'utf8')]);
    assert.deepEqual(Object.fromEntries(onDisk), Object.fromEntries(pages));
  });

  it('links to pages that are there', () => {
    for (const [name, text] of pages) {
      for (const [, link = ''] of text.matchAll(/\]\(([^)]+)\)/g)) {
        assert.ok(pages.has(link) || link === '../language.md', `${name} links to ${link}`);
      }
    }
  });
});
