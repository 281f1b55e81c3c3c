import assert from 'node:assert/strict';
import { hiddenCount } from '../../src/scene/clearance';
import { diagram } from '../../src/scene/diagram';
import { drawn } from '../../src/scene/drawn';
import { frame } from '../../src/scene/frame';
import { layout } from '../../src/scene/layout';
import { run, topologyOf } from './scene';

const folded = (name: string) => new Map([[name, true]]);
const unfolded = (name: string) => new Map([[name, false]]);
const ids = (text: string, folding?: ReadonlyMap<string, boolean>) =>
  drawn(topologyOf(text), folding).nodes.map(({ id }) => id);

const class30 = `
service talk uses request
host desk runs talk server
host pupil[30] runs talk client
switch s
link desk, pupil -- s
flow "f" {
  pupil[3] -> desk : "hello"
  pupil[4] -> desk : "hello"
  offline pupil[1..5]
}
`;

describe('folding', () => {
  it('draws a group of a dozen each, and a larger one as one node', () => {
    assert.equal(ids('host peer[12]').length, 12);
    assert.deepEqual(ids('host peer[13]'), ['peer[*]']);
  });

  it('follows the user, for large groups and for small ones', () => {
    assert.equal(ids('host peer[13]', unfolded('peer')).length, 13);
    assert.deepEqual(ids('host peer[3]\nhost a', folded('peer')), ['peer[*]', 'a']);
  });

  it('has nothing to fold in a group of one', () => {
    assert.deepEqual(ids('host peer[1]', folded('peer')), ['peer[1]']);
  });

  it('says how many members are what', () => {
    const { at } = run(class30);
    const crowd = at(at(0).count).nodes.find(({ id }) => id === 'pupil[*]')?.crowd;
    assert.deepEqual(crowd, { count: 30, offline: 5, clients: 2, servers: 0, both: 0 });
    assert.equal(at(1).nodes.find(({ id }) => id === 'desk')?.crowd, undefined);
  });

  it('names the member in the words of a message that the picture cannot tell apart', () => {
    assert.equal(run(class30).at(1).messages[0]?.label, 'pupil[3]: hello');
    assert.deepEqual(run(class30).at(1).messages[0]?.path, ['pupil[*]', 's', 'desk']);
  });

  it('shows a message between two members, and that one node is both client and server in it', () => {
    const { at } = run('host p[20] : both\nswitch s\nlink p -- s\nflow "f" {\n p[1] -> p[2] : "hi"\n}');
    const { messages, nodes } = at(1);
    assert.deepEqual(messages[0]?.path.at(0), 'p[*]');
    assert.equal(messages[0]?.label, 'p[1] → p[2]: hi');
    assert.equal(nodes[0]?.roleNow, 'both');
  });

  it('keeps every other place when a group is unfolded and folded again', () => {
    const topology = topologyOf(class30);
    const before = layout(topology);
    const look = { layout: 'automatic' as const, folding: unfolded('pupil') };
    const after = layout(topology, before, look);
    assert.equal(after.size, 32);
    for (const id of ['desk', 's']) assert.deepEqual(after.get(id), before.get(id));
    assert.deepEqual(layout(topology, new Map([...before, ...after])).get('pupil[*]'), before.get('pupil[*]'));
  });

  for (const size of [13, 30, 40, 100])
    it(`puts ${size} that hang on one node around it, so that no cable passes behind anybody`, () => {
      const topology = topologyOf(`host desk, door\nhost pupil[${size}]\nswitch s\nlink desk, door, pupil -- s`);
      const before = layout(topology);
      const after = layout(topology, before, { layout: 'automatic', folding: unfolded('pupil') });
      assert.equal(after.size, size + 3);
      for (const id of ['desk', 'door', 's']) assert.deepEqual(after.get(id), before.get(id));
      const cables = [...after.keys()].filter((id) => id !== 's').map((id) => ({ from: 's', to: id }));
      assert.equal(hiddenCount(after, cables), 0);
      const places = [...after.values()];
      for (const [at, a] of places.entries())
        for (const b of places.slice(at + 1))
          assert.ok(Math.abs(a.x - b.x) >= 150 || Math.abs(a.y - b.y) >= 115, `${JSON.stringify([a, b])} overlap`);
    });

  it('draws thousands of hosts without groups as few nodes, and says which', () => {
    const hosts = Array.from({ length: 5000 }, (_, index) => `h${index}`);
    const text = `host web : server\nhost ${hosts.join(', ')} : client\nswitch s\nlink web, ${hosts.join(', ')} -- s
flow "f" {\n h7 -> web : "a"\n}`;
    const topology = topologyOf(text);
    const network = drawn(topology);
    assert.deepEqual(
      network.nodes.map(({ id, label }) => [id, label]),
      [
        ['web', 'web'],
        ['h0[*]', 'h0 ×4,999'],
        ['h7', 'h7'],
        ['s', 's'],
      ],
    );
    assert.match(diagram(topology, new Map(), network).omitted ?? '', /5,002 nodes.*alike.*h0/);
  });

  it('finds fewer nodes even where no two hosts have the same neighbours', () => {
    const hosts = Array.from({ length: 1000 }, (_, index) => `h${index}`);
    const cables = hosts.slice(1).map((host, index) => `link ${host} -- ${hosts[Math.floor(index / 2)]}`);
    const topology = topologyOf(`host ${hosts.join(', ')}\n${cables.join('\n')}`);
    const network = drawn(topology);
    assert.ok(network.nodes.length <= 300, `${network.nodes.length} nodes`);
    assert.notEqual(diagram(topology, new Map(), network).omitted, undefined);
  });

  it('has an end to what can be unfolded', () => {
    const topology = topologyOf('host a[5000]\nhost b[40]');
    const network = drawn(topology, new Map([...unfolded('a'), ...unfolded('b')]));
    assert.deepEqual(network.nodes[0]?.id, 'a[*]');
    assert.equal(network.nodes.length, 41);
  });

  it('puts a selected group into words', () => {
    const topology = topologyOf('host a[20]');
    const { inspector } = frame(topology, undefined, 0, 'a[*]', []);
    assert.match(inspector?.description ?? '', /group of 20/);
  });
});
