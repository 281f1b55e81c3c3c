import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { validateXML } from 'xmllint-wasm';
import { check } from '../../src/analysis/check';
import { checkedAsJunit } from '../../src/cli/junit';
import { hostileFile } from '../pipeline/hostile-files';
import { mistaken, sharing, warned } from './sample';
import { type Folder, folderWith } from './topo';

const failing = `host a : client
host b : nobody
flow "Hello" {
  a -> b : "hi"
}
expect a is server otherwise "Who asks?"
`;
const schema = readFileSync('test/cli/schemas/junit.xsd', 'utf8');

async function assertValid(xml: string): Promise<void> {
  const { valid, errors } = await validateXML({ xml, schema });
  assert.ok(valid, `${errors.map(({ rawMessage }) => rawMessage).join('\n')}\n${xml}`);
}

describe('topo check --format junit', () => {
  let folder: Folder;
  before(() => {
    folder = folderWith({
      'sharing.topo': sharing,
      'mistaken.topo': mistaken,
      'failing.topo': failing,
      'warned.topo': warned,
      'twice.topo': `${warned}expect alice is client\nexpect alice is client\n`,
      'a & <b> "c"\u0001.topo': 'host a : "\u0002\ud83e\udd8a"\n',
      'binary.topo': Buffer.from([0, 1, 2]),
    });
  });
  after(() => folder.remove());
  const junit = (...args: string[]) => folder.topo(['check', ...args, '--format', 'junit']);

  it('is a suite for each file, a test for each expectation, and one for everything else that is wrong', async () => {
    const { code, out } = junit('sharing.topo', 'failing.topo');
    assert.equal(code, 1);
    await assertValid(out);
    assert.equal(
      out,
      `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="topo check" tests="5" failures="2" errors="0" time="0">
  <testsuite name="sharing.topo" tests="3" failures="0" errors="0" time="0">
    <testcase name="no errors" classname="sharing.topo" file="sharing.topo" time="0"/>
    <testcase name="expect alice is client in &quot;Find and fetch&quot;" classname="sharing.topo" file="sharing.topo" line="20" time="0"/>
    <testcase name="expect architecture is hybrid" classname="sharing.topo" file="sharing.topo" line="21" time="0"/>
  </testsuite>
  <testsuite name="failing.topo" tests="2" failures="2" errors="0" time="0">
    <testcase name="no errors" classname="failing.topo" file="failing.topo" line="2" time="0">
      <failure message="line 2: “nobody” is not a role. Use client, server or both." type="failure">failing.topo:2:10 error unknown-word: “nobody” is not a role. Use client, server or both.</failure>
    </testcase>
    <testcase name="expect a is server" classname="failing.topo" file="failing.topo" line="6" time="0">
      <failure message="a is client" type="failure">failing.topo:6
expected: expect a is server
actual: a is client
a asks b in “Hello”. It never answers.
Who asks?</failure>
    </testcase>
  </testsuite>
</testsuites>
`,
    );
  });

  it('counts warnings with --strict only', async () => {
    assert.match(junit('warned.topo').out, /<testcase name="no errors" [^>]*\/>/);
    const { code, out } = junit('warned.topo', '--strict');
    assert.equal(code, 1);
    assert.match(out, /<testcase name="no errors or warnings" [^>]*line="2"[^>]*>\n +<failure message="line 2: bob /);
    await assertValid(out);
  });

  it('numbers what is expected twice, because reports tell tests apart by their names', async () => {
    const { out } = junit('twice.topo');
    assert.match(out, /name="expect alice is client" [\s\S]+name="expect alice is client \(2\)"/);
    await assertValid(out);
  });

  it('holds an error for a file that cannot be read, and goes on', async () => {
    const { code, out } = junit('binary.topo', 'nope/*.topo', 'sharing.topo');
    assert.equal(code, 2);
    assert.match(out, /tests="5" failures="0" errors="2"/);
    assert.match(out, /<error message="is not a text file in UTF-8: it holds zero bytes" type="error">/);
    assert.match(out, /<testsuite name="nope\/\*\.topo"/);
    await assertValid(out);
  });

  it('is well-formed and valid whatever a file and its name hold', async () => {
    const { out } = junit('.');
    assert.match(out, /<testsuite name="a &amp; &lt;b&gt; &quot;c&quot;\ufffd\.topo"/);
    await assertValid(out);
    const texts = fc.sample(hostileFile, { numRuns: 30, seed: 1 });
    const files = [...texts, 'expect \ud800 is \uffff \u0000 ]]> &amp;\n'].map((text, place) => {
      const { analysis, diagnostics } = check(text, undefined, { maxSteps: 200 });
      return { path: `${place}.topo`, text, mark: '', ...analysis, diagnostics } as const;
    });
    await assertValid([...checkedAsJunit({ files, unreadable: [], strict: true })].join(''));
  });
});
