import assert from 'node:assert/strict';
import { amount, count, list, object, oneOf, orNull, text } from './shapes';
import { assertComplaint, type Folder, folderWith } from './topo';

const update = `service files uses index
host origin runs files peer {
  shares "game" 1GB
  shares "notes" 1kB
  up 8Mbps
}
host a, b runs files peer up 8Mbps
host list runs files index
switch s
link origin, a, b, list -- s 1Gbps 5ms
flow "Update" {
  a, b fetch "game"
  a fetches "notes"
}
scenario "no list" {
  offline list
}
`;

const compareResult = object({
  resource: text,
  size: count,
  scenario: orNull(text),
  price: amount,
  holders: list(text),
  fetchers: list(text),
  inFile: object({ holders: count, fetchers: count }),
  architectures: list(
    object({
      architecture: oneOf('client-server', 'hybrid', 'peer-to-peer'),
      patterns: list(text),
      centre: orNull(object({ host: text, kind: oneOf('index', 'tracker'), isAdded: () => {} })),
      outcome: oneOf('completed', 'failed', 'cut short'),
      why: orNull(text),
      served: count,
      time: orNull(amount),
      bound: orNull(amount),
      messages: count,
      bytesSent: count,
      busiest: orNull(object({ host: text, bytesSent: count })),
      streams: count,
      losses: orNull(
        object({
          tried: count,
          of: count,
          fatal: list(object({ host: text, parts: list(text), unserved: count, why: orNull(text) })),
        }),
      ),
      operatorBytes: count,
      cost: amount,
    }),
  ),
  curve: list(object({ fetchers: count, times: list(orNull(amount)), bounds: list(orNull(amount)) })),
  conclusions: list(text),
});

describe('topo compare', () => {
  let folder: Folder;
  before(() => {
    const files = {
      'update.topo': update,
      'mistaken.topo': `${update}expect nobody is client\n`,
      'idle.topo': 'host a\n',
    };
    folder = folderWith(files);
  });
  after(() => folder.remove());

  it('shows a column for each architecture, and says below what follows from it', () => {
    const { code, out } = folder.topo(['compare', 'update.topo']);
    assert.equal(code, 0);
    const lines = out.split('\n');
    assert.equal(lines[0], '“game” (1 GB) from origin to a and b, all at the same moment');
    assert.match(out, /\n +client-server +hybrid +peer-to-peer\n/);
    assert.match(out, /\ntime +33 min 20 s +33 min 20 s /);
    assert.match(out, /\nbusiest host +2 GB \(origin\) +2 GB \(origin\) /);
    assert.match(out, /\ncost +\$0\.10 +\$0\.10 /);
    assert.match(out, /\nclient-server: everybody asks origin\nhybrid: list says who has it/);
    assert.match(out, /\nHybrid: without list nobody gets it: nobody else knows who has it\.\n/);
  });

  it('says on stderr what else could be compared, and compares it when it is named', () => {
    const { err } = folder.topo(['compare', 'update.topo']);
    assert.equal(err, 'topo: this is “game”, which most hosts fetch; choose another with --resource: “notes”\n');
    const named = folder.topo(['compare', 'update.topo', '--resource', 'notes']);
    assert.deepEqual([named.code, named.err], [0, '']);
    assert.match(named.out, /^“notes” \(1 kB\) from origin to a\n/);
  });

  it('gives JSON with every member of the contract', () => {
    const result = folder.json(['compare', 'update.topo']) as { architectures: { cost: number; time: number }[] };
    compareResult(result, 'compare');
    assert.equal(result.architectures[0]?.time, 2_000_020);
    assert.equal(result.architectures[0]?.cost, 0.1);
  });

  it('takes a price', () => {
    assert.match(folder.topo(['compare', 'update.topo', '--price', '0.5']).out, /\ncost +\$1\.00 /);
    for (const price of ['-1', 'free', '1e9', '']) {
      const { code, err } = folder.topo(['compare', 'update.topo', '--price', price]);
      assert.equal(code, 2, price);
      assert.match(
        err,
        /A price is a number of dollars for each gigabyte, such as 0\.05\. See topo compare --help\.\n$/,
      );
    }
  });

  it('compares under a scenario, and says which architecture fails and why', () => {
    const { code, out } = folder.topo(['compare', 'update.topo', '--scenario', 'no list']);
    assert.equal(code, 0);
    assert.match(out, /^“game”.*, when “no list”\n/);
    assert.match(out, /\noutcome +all have it +fails /);
    assert.match(out, /\nThe hybrid fails: list is offline\.\n/);
  });

  it('says plainly when there is nothing to compare', () => {
    assertComplaint(
      folder.topo(['compare', 'idle.topo']),
      'idle.topo: Nobody fetches anything in this file, so there is no job to compare. Add a line to a flow: alice fetches "song.mp3"',
    );
    assertComplaint(
      folder.topo(['compare', 'update.topo', '--resource', 'gam']),
      'update.topo: Nobody holds or fetches “gam”. Did you mean “game”?',
    );
    assert.equal(folder.topo(['compare', 'missing.topo']).code, 2);
  });

  it('compares what it understands of a file with errors, shows them on stderr, and ends with 1', () => {
    const { code, out, err } = folder.topo(['compare', 'mistaken.topo']);
    assert.equal(code, 1);
    assert.match(out, /^“game” \(1 GB\)/);
    assert.match(err, /unknown-host/);
  });
});
