import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { check } from '../src/analysis/check';
import type { Architecture } from '../src/language/topology';

const read = (path: string): string => readFileSync(path, 'utf8');
const examples = readdirSync('examples').filter((name) => name.endsWith('.topo'));

/** What each example is there to show. A new example is added here. */
const shows: Readonly<Record<string, { readonly architecture: Architecture; readonly text: readonly RegExp[] }>> = {
  'web-page.topo': { architecture: 'client-server', text: [/runs web client/, /runs sql server/, /put "photo\.jpg"/] },
  'email.topo': { architecture: 'client-server', text: [/Any unread mail/, /login/] },
  'home-server.topo': { architecture: 'client-server', text: [/files server, web server, mail server/, /together/] },
  'two-computers.topo': { architecture: 'peer-to-peer', text: [/link anna -- ben/, /over printing/] },
  'three-computers.topo': { architecture: 'peer-to-peer', text: [/switch/, /offline clara/] },
  'hybrid-music.topo': { architecture: 'hybrid', text: [/uses index/, /offline bob/, /fetches/] },
  'instant-messaging.topo': { architecture: 'hybrid', text: [/runs chat peer/, /~>/] },
};

describe('The examples', () => {
  it('are those that the table above speaks of', () => {
    assert.deepEqual([...examples].sort(), Object.keys(shows).sort());
  });

  for (const name of examples) {
    const text = read(`examples/${name}`);

    it(`${name} checks clean`, () => {
      const { diagnostics } = check(text);
      assert.deepEqual(
        diagnostics.map(({ code, span, message }) => `${span.line + 1} ${code} ${message}`),
        [],
      );
    });

    it(`${name} shows what it is there for, and every one of its expectations is checked and holds`, () => {
      const { analysis } = check(text);
      const expects = text.split('\n').filter((line) => line.startsWith('expect'));
      assert.ok(expects.length >= 4);
      assert.deepEqual(
        analysis.expectations.map((result) => `${result.expectation.text}: ${result.outcome}`),
        expects.map((line) => `${line}: pass`),
      );
      assert.equal(analysis.architecture.kind, shows[name]?.architecture);
      for (const part of shows[name]?.text ?? []) assert.match(text, part);
    });

    it(`${name} opens with a remark that says what it is and what to look at`, () => {
      assert.match(text, /^\/\/ .+\n\/\/ See: .+\n\ntopology "/);
    });
  }
});

describe('The topologies in the documentation', () => {
  for (const page of ['README.md', ...readdirSync('docs').map((name) => `docs/${name}`)].filter((name) =>
    name.endsWith('.md'),
  )) {
    const blocks = [...read(page).matchAll(/```topo\n([\s\S]*?)```/g)].map((match) => match[1] ?? '');
    blocks.forEach((text, place) => {
      it(`${page}, block ${place + 1}, has no errors`, () => {
        const errors = check(text).diagnostics.filter(({ severity }) => severity === 'error');
        assert.deepEqual(
          errors.map(({ code, span, message }) => `${span.line + 1} ${code} ${message}`),
          [],
        );
      });
    });
  }
});
