import assert from 'node:assert/strict';
import { mistaken, sharing } from './sample';
import { type Folder, folderWith } from './topo';

describe('topo variant', () => {
  let folder: Folder;
  before(() => {
    folder = folderWith({ 'sharing.topo': sharing, 'mistaken.topo': mistaken });
  });
  after(() => folder.remove());

  it('writes another file that is just as well, to the standard output or to a file', () => {
    const { code, out, err } = folder.topo(['variant', 'sharing.topo', '--seed', '5']);
    assert.deepEqual([code, err], [0, '']);
    assert.notEqual(out, sharing);
    assert.equal(folder.topo(['variant', 'sharing.topo', '--seed', '5', '--out', 'five.topo']).out, '');
    assert.equal(folder.read('five.topo'), out);
    assert.equal(folder.topo(['check', 'five.topo']).out, 'five.topo: no problems; all 2 expectations hold.\n');
    assert.equal(folder.read('sharing.topo'), sharing);
  });

  it('says what a file has wrong, and ends with 1', () => {
    const { code, err } = folder.topo(['variant', 'mistaken.topo']);
    assert.equal(code, 1);
    assert.match(err, /^mistaken\.topo:4:11 error unknown-host/);
  });

  it('ends with 2 where it cannot write', () => {
    assert.equal(folder.topo(['variant', 'sharing.topo', '--out', 'nowhere/five.topo']).code, 2);
  });
});
