import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { type Folder, folderWith } from './topo';

describe('topo completion', () => {
  let folder: Folder;
  before(() => {
    folder = folderWith({ 'one two.topo': '', 'other.topo': '', 'notes.txt': '', 'sub/three.topo': '' });
  });
  after(() => folder.remove());
  const script = (shell: string) => folder.topo(['completion', shell]).out;

  /** What bash offers for the last word. */
  function offered(...words: string[]): readonly string[] {
    const ask = `cd "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _topo; printf '%s\\n' "\${COMPREPLY[@]}"`;
    const args = ['-c', `${script('bash')}\n${ask}`, 'bash', folder.path, ...words];
    const out = execFileSync('bash', args, { encoding: 'utf8' });
    return out
      .split('\n')
      .filter((line) => line !== '')
      .sort();
  }

  it('offers commands, options, their values and files in bash', () => {
    assert.deepEqual(offered('topo', 'c'), ['check', 'compare', 'completion']);
    assert.deepEqual(offered('topo', 'check', '--'), ['--format', '--help', '--strict', '--watch']);
    assert.deepEqual(offered('topo', 'check', '--format', ''), ['json', 'junit', 'sarif', 'text']);
    assert.deepEqual(offered('topo', 'check', '--format', 'j'), ['json', 'junit']);
    assert.deepEqual(offered('topo', 'completion', ''), ['bash', 'fish', 'zsh']);
    assert.deepEqual(offered('topo', 'check', ''), ['one two.topo', 'other.topo', 'sub']);
    assert.deepEqual(offered('topo', 'check', '--format', 'json', 'o'), ['one two.topo', 'other.topo']);
    assert.deepEqual(offered('topo', 'check', 'sub/'), ['sub/three.topo']);
    assert.deepEqual(offered('topo', 'run', '--flow', ''), []);
  });

  for (const shell of ['bash', 'zsh', 'fish']) {
    it(`knows every command and option in ${shell}`, () => {
      const text = script(shell);
      const commands = namesIn(folder.topo([]).err, /^ {2}([a-z]+) /gm);
      assert.ok(commands.length > 5);
      for (const command of commands) {
        assert.match(text, new RegExp(`\\b${command}\\b`));
        const options = namesIn(folder.topo([command, '--help']).out, /^ {2}--([a-z]+)/gm);
        assert.ok(options.length > 0);
        for (const option of options)
          assert.ok(text.includes(shell === 'fish' ? ` -l ${option} ` : `--${option}`), `${command} ${option}`);
      }
    });
  }

  for (const shell of ['zsh', 'fish']) {
    it(`quotes what is said in ${shell}`, () => {
      const unquoted = script(shell).replace(/'(?:[^'\\]|\\.|'\\'')*'/g, '');
      assert.equal(unquoted.includes("'"), false, unquoted);
    });
  }

  it('is told of by its help, and refuses other shells', () => {
    assert.match(folder.topo(['completion', '--help']).out, /source <\(topo completion bash\)/);
    assert.equal(folder.topo(['completion', 'tcsh']).code, 2);
  });
});

function namesIn(help: string, pattern: RegExp): readonly string[] {
  return [...help.matchAll(pattern)].map(([, name = '']) => name);
}
