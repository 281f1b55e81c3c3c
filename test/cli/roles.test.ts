import assert from 'node:assert/strict';
import { mistaken, sharing } from './sample';
import { rolesResult } from './shapes';
import { type Folder, folderWith } from './topo';

describe('topo roles', () => {
  let folder: Folder;
  before(() => {
    folder = folderWith({ 'sharing.topo': sharing, 'mistaken.topo': mistaken });
  });
  after(() => folder.remove());

  it('shows the three roles of each host side by side, with the lines behind them', () => {
    const { code, out, err } = folder.topo(['roles', 'sharing.topo']);
    assert.deepEqual([code, err], [0, '']);
    assert.match(out, /^host +declared +capable +exercised\n/);
    assert.match(
      out,
      /\nalice +client +both +client of music\n {2}line 4: declared as client\n {2}line 4: runs music peer\n/,
    );
    assert.match(out, /\nbob +both +both +client of music · server of music\n/);
    assert.match(out, /\n {2}line 11: answers alice in “Find and fetch” \(a server\)\n/);
    assert.match(out, /\n\nThe architecture is hybrid\. .+\n$/);
  });

  it('gives JSON in the shape of topo check', () => {
    const result = folder.json(['roles', 'sharing.topo']);
    rolesResult(result, 'roles');
    const { files } = folder.json(['check', 'sharing.topo']) as { files: Record<string, unknown>[] };
    const { path, roles, architecture } = files[0] ?? {};
    assert.deepEqual(result, { path, roles, architecture });
  });

  it('shows the roles of what it understands, what it does not on stderr, and ends with 1', () => {
    const { code, out, err } = folder.topo(['roles', 'mistaken.topo']);
    assert.equal(code, 1);
    assert.match(out, /\nbob +both +– +server\n/);
    assert.match(err, /^mistaken\.topo:4:11 error unknown-host/);
  });
});
