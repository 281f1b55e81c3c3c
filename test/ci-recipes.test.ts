// The recipes in docs/continuous-integration.md: their scripts are run in a repository like that of a course, with a file
// that is right and then with one that is wrong. What the services themselves do is not there to be run.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';

const page = readFileSync('docs/continuous-integration.md', 'utf8');

/** The first block of code below a heading, or the one behind it. */
function recipe(heading: string, language: string, place = 0): string {
  const section = page.split(/^## /m).find((each) => each.startsWith(`${heading}\n`)) ?? '';
  const blocks = [...section.matchAll(/^```(\w+)\n(.*?)^```/gms)].filter(([, found]) => found === language);
  const block = blocks[place]?.[2];
  assert.ok(block, `${heading}: no ${language}`);
  return block;
}

const right = `host ada : client
host web : server
flow "Open" {
  ada -> web : "hello"
}
exercise "Ask" {
  points 2 expect ada is client in "Open"
}
`;
const wrong = right.replace('ada -> web', 'ada -> wbe');
const bare = right.replace('  ada -> web : "hello"\n', '  note "Not yet."\n');

describe('the recipes for continuous integration', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'topo-ci-'));
    mkdirSync(join(folder, '.topo'));
    copyFileSync('dist/cli.js', join(folder, '.topo/topo.js'));
    writeFileSync(join(folder, '.topo/handed-out.topo'), bare);
    write(right);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const write = (text: string) => writeFileSync(join(folder, 'first-steps.topo'), text);
  /** As a runner does it: one shell for each step, which ends at the first failure. */
  function run(script: string): { code: number | null; out: string } {
    const { status, stdout, stderr } = spawnSync('bash', ['-e', '-c', script], {
      cwd: folder,
      encoding: 'utf8',
      env: { PATH: process.env.PATH, HOME: folder },
      timeout: 60_000,
    });
    return { code: status, out: stdout + stderr };
  }

  it('need one file alone, which is no submission itself', () => {
    const { code, out } = run('node .topo/topo.js check .');
    assert.equal(code, 0, out);
    assert.match(out, /^first-steps\.topo: no problems/m);
    assert.doesNotMatch(out, /handed-out/);
  });

  it('GitHub Actions: the check fails with the file, and SARIF is written either way', () => {
    const { jobs } = parse(recipe('GitHub Actions', 'yaml'));
    const scripts = jobs.check.steps.flatMap(({ run: script }: { run?: string }) => script ?? []);
    assert.equal(scripts.length, 2);
    const codes = () => scripts.map((script: string) => run(script).code);
    const findings = () => JSON.parse(readFileSync(join(folder, 'topology.sarif'), 'utf8')).runs[0].results.length;
    assert.deepEqual(codes(), [0, 0]);
    assert.equal(findings(), 0);
    write(wrong);
    assert.deepEqual(codes(), [1, 0]);
    assert.ok(findings() > 0);
    const upload = jobs.check.steps.at(-1);
    assert.equal(upload.with.sarif_file, 'topology.sarif');
  });

  it('GitHub Classroom: full points or none, by the exercises that were handed out', () => {
    const { jobs } = parse(recipe('GitHub Classroom', 'yaml'));
    const { steps } = jobs['run-autograding-tests'];
    const grader = steps.find(({ id }: { id?: string }) => id === 'first-steps');
    const reporter = steps.at(-1);
    assert.equal(reporter.with.runners, grader.id);
    assert.deepEqual(Object.keys(reporter.env), [`${grader.id.toUpperCase()}_RESULTS`]);
    const { command } = grader.with;
    assert.equal(run(command).code, 0);
    write(bare);
    assert.equal(run(command).code, 1);
    write(bare.replace(/exercise [\s\S]*/, 'exercise "Ask" {\n  points 99 expect "Open" succeeds\n}\n'));
    assert.equal(run(command).code, 1, 'an exercise that was changed does not count');
  });

  it('GitLab: the script fails with the file, and the report is there either way', () => {
    const { topology } = parse(recipe('GitLab', 'yaml'));
    const report = topology.artifacts.reports.junit;
    for (const [text, code] of [
      [right, 0],
      [wrong, 1],
    ] as const) {
      write(text);
      assert.equal(run(topology.script.join('\n')).code, code);
      assert.match(readFileSync(join(folder, report), 'utf8'), /<testsuites/);
    }
  });

  it('the hook keeps a wrong topology out of the repository, and nothing else', () => {
    mkdirSync(join(folder, '.githooks'));
    writeFileSync(join(folder, '.githooks/pre-commit'), recipe('Before each commit', 'sh'));
    chmodSync(join(folder, '.githooks/pre-commit'), 0o755);
    const git = (command: string) => run(`git -c user.name=a -c user.email=a@b ${command}`);
    run('git init -q && git config core.hooksPath .githooks && git add .');
    assert.equal(git('commit -q -m right').code, 0);
    write(wrong);
    run('git add .');
    const refused = git('commit -q -m wrong');
    assert.notEqual(refused.code, 0);
    assert.match(refused.out, /wbe/);
    run('git reset -q && echo hello > notes.txt && git add notes.txt');
    assert.equal(git('commit -q -m notes').code, 0, 'a topology that is not committed is not checked');
  });

  it('pre-commit: the entry takes the files that it is about', () => {
    const { repos } = parse(recipe('Before each commit', 'yaml'));
    const [hook] = repos[0].hooks;
    assert.ok(new RegExp(hook.files).test('a/first-steps.topo'));
    assert.equal(run(`${hook.entry} first-steps.topo`).code, 0);
    write(wrong);
    assert.equal(run(`${hook.entry} first-steps.topo`).code, 1);
  });
});
