// The run as a text: who is there, each step in words, how it ended.

import assert from 'node:assert/strict';
import { compile } from '../../src/language/compile';
import { transcript } from '../../src/scene/transcript';
import { simulate } from '../../src/simulation/simulate';

function written(text: string): string {
  const { topology } = compile(text);
  const flow = topology.flows[0];
  assert.ok(flow);
  return transcript(topology, simulate(topology, flow, { scenario: topology.scenarios[0] }));
}

describe('a transcript', () => {
  it('says who is there, what happens in the words of the steps, and how it ends', () => {
    const lines = written(`topology "A web page"
host browser runs web client
host site runs web server shares "index.html"
flow "Read it" {
  note "A page is asked for."
  browser -> site : get "index.html"
}`).split('\n');
    assert.deepEqual(lines.slice(0, 6), [
      'A web page',
      '“Read it”. Everything works.',
      '',
      'Who is there',
      '  browser: web client',
      '  site: web server',
    ]);
    assert.ok(lines.includes('  1. 0 ms: Note: A page is asked for.'));
    assert.ok(
      lines.includes('  2. 0 ms: browser asks site for index.html. browser is the client, site the server.'),
      lines.join('\n'),
    );
    assert.equal(lines.at(-2), 'The flow is completed after 20 ms and 3 steps.');
  });

  it('says under which scenario the run was made, and why it fails', () => {
    const text = written(`host a
host b
flow "f" {
  a -> b : "Hi"
}
scenario "b is away" {
  offline b
}`);
    assert.match(text, /^“f”\. While “b is away” holds\.$/m);
    assert.match(text, /^The flow fails after .+: b is offline\.?$/m);
  });
});
