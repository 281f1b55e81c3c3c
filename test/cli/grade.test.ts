import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { csv } from '../../src/cli/csv';
import { handedOut, hidden, submissions } from './submissions';
import { assertComplaint, type Folder, folderWith } from './topo';

const golden = (name: string) => readFileSync(`test/cli/golden/${name}`, 'utf8');
const secrets = /zanzibar|carries no data|needs napster/i;

describe('topo grade', function () {
  this.timeout(120_000);
  let folder: Folder;
  let text: ReturnType<Folder['topo']>;

  before(() => {
    const instructors = { '../hidden.topo': hidden, '../handed-out.topo': handedOut };
    folder = folderWith({ ...submissions, ...instructors });
    const files = [
      '--checks',
      '../hidden.topo',
      '--exercises',
      '../handed-out.topo',
      '--limit',
      '10s',
      '--steps',
      '5000',
    ];
    text = folder.topo([
      'grade',
      '.',
      ...files,
      '--csv',
      '../out/r.csv',
      '--json',
      '../out/r.json',
      '--feedback',
      '../out/fb',
    ]);
  });
  after(() => folder.remove());

  it('has a line for each submission, whatever the others are, and ends with 2 where some could not be read', () => {
    assert.deepEqual(text, { code: 2, out: golden('grades.txt'), err: '' });
  });

  it('writes a report as CSV, in which nothing is a formula', () => {
    assert.equal(folder.read('../out/r.csv'), golden('grades.csv'));
  });

  it('writes a report as JSON', () => {
    assert.deepEqual(JSON.parse(folder.read('../out/r.json')), JSON.parse(golden('grades.json')));
  });

  it('writes for each student what they may read, and nothing of what is hidden', () => {
    const written = readdirSync(join(folder.path, '../out/fb'), { recursive: true }).map(String);
    const texts = written.filter((path) => path.endsWith('.txt'));
    assert.equal(texts.length, Object.keys(submissions).length);
    for (const path of texts) assert.doesNotMatch(folder.read(`../out/fb/${path}`), secrets, path);
    assert.equal(folder.read('../out/fb/erin/not registered.topo.txt'), golden('feedback.txt'));
    assert.match(folder.read('../out/fb/binary.topo.txt'), /^binary\.topo could not be graded: it is not a text file/);
  });

  it('tells each student the mistakes in the file, with their lines, before what could not be checked for them', () => {
    const feedback = folder.read('../out/fb/typing error.topo.txt');
    const mistake = 'Mistakes in the file\n  line 11: There is no host “bbo”. Did you mean “bob”?\n';
    assert.ok(feedback.includes(mistake) && feedback.indexOf(mistake) < feedback.indexOf('Not checked'), feedback);
    assert.doesNotMatch(folder.read('../out/fb/ada.topo.txt'), /Mistakes/);
  });

  it('keeps feedback within its folder', () => {
    folder.topo(['grade', '../handed-out.topo', '--feedback', 'deep/fb']);
    assert.ok(existsSync(join(folder.path, 'deep/fb/handed-out.topo.txt')));
  });

  it('writes no feedback in the place of another, wherever the submissions lie', () => {
    const own = folder.read('ada.topo');
    const course = folderWith({ 'a/ada.topo': own, '../a/ada.topo': own });
    const both = ['a/ada.topo', '../a/ada.topo'].map((path) => join(course.path, path));
    course.topo(['grade', ...both, '--feedback', 'fb']);
    const written = readdirSync(join(course.path, 'fb'), { recursive: true }).map(String);
    assert.deepEqual(written.filter((path) => path.endsWith('.txt')).sort(), ['a/ada.topo.txt', 'here/a/ada.topo.txt']);
    course.remove();
  });

  it('ends with 0 where all have all points, and with 1 where somebody has not', () => {
    const files = ['--exercises', '../handed-out.topo'];
    assert.equal(folder.topo(['grade', 'ada.topo', 'windows.topo', ...files]).code, 0);
    assert.equal(folder.topo(['grade', 'ada.topo', 'no lookup.topo', ...files]).code, 1);
    assert.equal(folder.topo(['grade', 'ada.topo', ...files, '--format', 'csv']).out.split('\r\n').length, 3);
  });

  it('grades by the exercises of the submissions themselves where none are given', () => {
    const { submissions: graded } = folder.json(['grade', 'with own exercises.topo', 'ada.topo'], 1) as {
      submissions: { points: number; of: number; note: string | null }[];
    };
    assert.deepEqual(
      graded.map(({ points, of, note }) => [points, of, note]),
      [
        [1000, 1000, null],
        [0, 0, 'expects nothing, so there is nothing to grade'],
      ],
    );
  });

  it('complains about files of the instructor that are missing or expect nothing, and about limits that are none', () => {
    assertComplaint(folder.topo(['grade', 'ada.topo', '--checks', 'nope.topo']), 'nope.topo does not exist');
    const nothing = 'ada.topo expects nothing, so there is nothing to grade by it';
    assertComplaint(folder.topo(['grade', 'ada.topo', '--exercises', 'ada.topo']), nothing);
    assert.equal(folder.topo(['grade', 'ada.topo', '--limit', 'soon']).code, 2);
  });
});

describe('CSV', () => {
  it('follows RFC 4180', () => {
    assert.equal(
      csv([
        ['a', 1, undefined],
        ['b,c', 'd"e', 'f\ng'],
      ]),
      'a,1,\r\n"b,c","d""e","f\ng"\r\n',
    );
  });

  it('makes whatever a spreadsheet would compute a text', () => {
    for (const start of ['=', '+', '-', '@', '\t=', '\r=', ' =', '\n+', '＝', '"=']) {
      assert.match(csv([[`${start}1+1`]]), /^"'/, JSON.stringify(start));
    }
    assert.equal(csv([['a=b', 'x-y', -1]]), 'a=b,x-y,-1\r\n');
  });

  it('gives back what was put in, but for the apostrophe', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.string({ unit: 'binary' }), { minLength: 1 }), { minLength: 1 }), (rows) => {
        assert.deepEqual(
          parsed(csv(rows)).map((row) => row.map((cell) => cell.replace(/^'/, ''))),
          rows.map((row) => row.map((cell) => cell.replace(/^'/, ''))),
        );
      }),
    );
  });
});

/** A reader of RFC 4180. */
function parsed(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, bare = '', end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    row.push(quoted?.replaceAll('""', '"') ?? bare);
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}
