import assert from 'node:assert/strict';
import { type Folder, folderWith } from './topo';

const messy = 'host   alice\nhost bob:both\n';
const tidy = 'host alice\nhost bob : both\n';

describe('topo format', () => {
  let folder: Folder;
  beforeEach(() => {
    folder = folderWith({ 'messy.topo': messy, 'tidy.topo': tidy });
  });
  afterEach(() => folder.remove());

  it('lays files out in place, and the standard input on the standard output', () => {
    assert.deepEqual(folder.topo(['format', 'messy.topo', 'tidy.topo']), { code: 0, out: '', err: '' });
    assert.equal(folder.read('messy.topo'), tidy);
    assert.deepEqual(folder.topo(['format', '-'], messy), { code: 0, out: tidy, err: '' });
  });

  it('with --check names what would change, and changes nothing', () => {
    const result = folder.topo(['format', '--check', 'messy.topo', 'tidy.topo']);
    assert.deepEqual(result, { code: 1, out: 'messy.topo is not formatted\n', err: '' });
    assert.equal(folder.read('messy.topo'), messy);
    assert.equal(folder.topo(['format', '--check', 'tidy.topo']).code, 0);
  });

  it('keeps a byte order mark and CRLF', () => {
    const marked = folderWith({ 'marked.topo': '\ufeffhost   alice\r\n' });
    assert.equal(marked.topo(['format', 'marked.topo']).code, 0);
    assert.equal(marked.read('marked.topo'), '\ufeffhost alice\r\n');
    marked.remove();
  });

  it('goes on behind a file that cannot be read', () => {
    const { code, err } = folder.topo(['format', 'nowhere.topo', 'messy.topo']);
    assert.deepEqual([code, err], [2, 'topo: nowhere.topo does not exist\n']);
    assert.equal(folder.read('messy.topo'), tidy);
  });
});
