// Names may be as long as a file; what is said of them has to be readable nevertheless: reports, the places that go with
// them, and the titles of fixes, of every rule and of every example.

import assert from 'node:assert/strict';
import { check } from '../../src/analysis/check';
import { fixAllLike } from '../../src/editor/fix-all';
import { rules } from '../../src/language/rules';
import { isHost } from '../../src/language/topology';
import { originals } from './hostile-files';

const longest = { message: 400, related: 200, title: 140 };

describe('what is said of very long names', () => {
  const chain = `host h[30]\nflow "F" {\n${nested(1)}}\nexpect "F" succeeds\n`;
  const more = ['host alice, bob\nflow "F" {\n}', chain];
  const wrong = Object.entries(rules).map(([code, { wrong: text }]) => [code, text] as const);
  for (const [what, text] of [
    ...wrong,
    ...[...more, ...originals].map((text, place) => [`example ${place}`, text] as const),
  ]) {
    it(`can be read: ${what}`, () => {
      const { diagnostics } = check(withLongNames(text));
      for (const diagnostic of diagnostics) {
        assertShort(diagnostic.message, longest.message);
        for (const { message } of diagnostic.related) assertShort(message, longest.related);
        for (const fix of diagnostic.fixes) {
          assertShort(fix.title, longest.title);
          assertShort(fixAllLike(diagnostics, diagnostic, fix)?.title ?? '', longest.title);
        }
      }
    });
  }
});

function assertShort(text: string, limit: number): void {
  assert.ok(text.length <= limit, `${text.length} characters: ${text}`);
}

/** Each name that the file declares, and each text in quotes, is prolonged in the same way wherever it stands. */
function withLongNames(text: string): string {
  const { topology } = check(text).analysis;
  const nodes = [...topology.nodeByName.values()].map((node) => (isHost(node) && node.group) || node.name);
  const names = new Set([...nodes, ...topology.services.map(({ name }) => name)]);
  const tail = 'x'.repeat(1000);
  return text
    .replace(/\w+/g, (word) => (names.has(word) ? `${word}${tail}` : word))
    .replace(/"([^"\n]*)"/g, (_, inner: string) => `"${inner} ${tail}"`);
}

/** Each asks the next, and the last has nothing. */
function nested(member: number): string {
  const step = `h[${member}] -> h[${member + 1}] : get "x"`;
  return member < 29 ? `${step} {\n${nested(member + 1)}}\n` : `${step}\n`;
}
