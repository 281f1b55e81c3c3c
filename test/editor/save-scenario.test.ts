// Writing what was tried out into the file: the text afterwards, and that it means what was tried out.

import assert from 'node:assert/strict';
import { freeScenarioName, scenarioEdit, scenarioNameProblem } from '../../src/editor/save-scenario';
import { compile } from '../../src/language/compile';
import type { WhatIf } from '../../src/scene/what-if';

const away: WhatIf = [{ kind: 'offline', node: 'bob' }];

/** The text with the scenario in it, and the line where that begins. */
function saved(text: string, whatIf = away, name = 'bob away', baseName?: string): { after: string; line: string } {
  const compilation = compile(text);
  const base = compilation.topology.scenarios.find((scenario) => scenario.name === baseName);
  const { edit, line } = scenarioEdit(compilation, { name, base, whatIf });
  const lines = text.split('\n');
  const { span } = edit;
  const old = lines[span.line] ?? '';
  lines[span.line] = old.slice(0, span.start) + edit.text + old.slice(span.end);
  const after = lines.join('\n');
  return { after, line: after.split('\n')[line] ?? '' };
}

const hosts = 'host ann, bob\nlink ann -- bob\n';

describe('saving as a scenario', () => {
  it('writes it at the end of a file that has nothing of the kind', () => {
    const { after, line } = saved(hosts);
    assert.equal(after, `${hosts}\nscenario "bob away" {\n  offline bob\n}\n`);
    assert.equal(line, 'scenario "bob away" {');
  });

  it('begins a new line where the file does not end with one', () => {
    assert.equal(saved(hosts.trimEnd()).after, `${hosts}\nscenario "bob away" {\n  offline bob\n}\n`);
  });

  it('writes it behind the last scenario', () => {
    const calm = 'scenario "calm" {\n}';
    const { after, line } = saved(`${hosts}\n${calm}\n\nexpect "x" succeeds\n`);
    assert.equal(after, `${hosts}\n${calm}\n\nscenario "bob away" {\n  offline bob\n}\n\nexpect "x" succeeds\n`);
    assert.equal(line, 'scenario "bob away" {');
  });

  it('writes it before the expectations, with the comment above them', () => {
    const flow = 'flow "x" {\n  ann -> bob : "hi"\n}\n';
    const { after, line } = saved(`${hosts}${flow}// What must hold:\nexpect "x" succeeds\n`);
    assert.equal(
      after,
      `${hosts}${flow}\nscenario "bob away" {\n  offline bob\n}\n\n// What must hold:\nexpect "x" succeeds\n`,
    );
    assert.equal(line, 'scenario "bob away" {');
  });

  it('indents as the file does', () => {
    const { after } = saved(`${hosts}flow "x" {\n\tann -> bob : "hi"\n}\n`);
    assert.ok(after.includes('\n\toffline bob\n'), after);
  });

  it('takes over the lines of the scenario below, but for what is undone', () => {
    const base = 'scenario "storm" {\n  // First the power.\n  offline ann\n  set bob up 1Mbps\n}\n';
    const whatIf: WhatIf = [
      { kind: 'online', node: 'ann' },
      { kind: 'cut', a: 'ann', b: 'bob' },
      { kind: 'slow', host: 'bob', factor: 4 },
    ];
    const { after } = saved(hosts + base, whatIf, 'after the storm', 'storm');
    assert.equal(
      after.slice(after.indexOf('scenario "after')),
      'scenario "after the storm" {\n  // First the power.\n  cut ann -- bob\n  set bob up 250kbps\n  set bob down 25Mbps\n}\n',
    );
  });

  it('escapes what a name holds', () => {
    const { after } = saved(hosts, away, 'a "b" \\ c');
    assert.deepEqual(
      compile(after).topology.scenarios.map(({ name }) => name),
      ['a "b" \\ c'],
    );
  });

  it('leaves a file without mistakes', () => {
    const { after } = saved(hosts, [{ kind: 'slow', host: 'ann', factor: 10 }]);
    assert.deepEqual(compile(after).diagnostics, []);
  });

  it('wants a name that is free', () => {
    const { topology } = compile(`${hosts}scenario "calm" {\n  offline ann\n}\n`);
    assert.match(scenarioNameProblem(topology, ' ') ?? '', /name/);
    assert.match(scenarioNameProblem(topology, 'calm ') ?? '', /“calm” already/);
    assert.equal(scenarioNameProblem(topology, 'storm'), undefined);
    assert.equal(freeScenarioName(topology, 'calm'), 'calm 2');
    assert.equal(freeScenarioName(topology, 'storm'), 'storm');
  });
});
