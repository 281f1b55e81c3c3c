/** Which steps a filter shows, what there is to choose, and the rows that are left. */
import assert from 'node:assert/strict';
import { drawn } from '../../src/scene/drawn';
import { concernedBy, filterView, noFilter, visibleSteps } from '../../src/scene/filter';
import { firstRow, stepRows } from '../../src/scene/filter-rows';
import { frame } from '../../src/scene/frame';
import type { StepFilter } from '../../src/scene/scene';
import { hybrid, type Run, run } from './scene';

const shown = ({ topology, trace }: Run, filter: Partial<StepFilter>) =>
  visibleSteps(trace.steps, { ...noFilter, ...filter }, drawn(topology));

const rowsOf = (ran: Run, filter: Partial<StepFilter>, position = 0) =>
  stepRows(ran.trace, shown(ran, filter), position, (name) => name);

const view = ({ topology, trace }: Run, filter: Partial<StepFilter>) =>
  filterView(trace.steps, { ...noFilter, ...filter }, drawn(topology));

describe('a filter', () => {
  it('shows all where nothing is chosen', () => {
    assert.equal(shown(run(hybrid), {}), undefined);
    assert.equal(rowsOf(run(hybrid), {}).length, 7);
  });

  it('shows what one of the chosen hosts sends, receives or passes on', () => {
    const whats = rowsOf(run(hybrid), { hosts: ['alice'] }).map(({ who }) => who);
    assert.deepEqual(whats, ['alice → napster', 'napster → alice', 'alice → bob', 'bob → alice']);
    assert.equal(rowsOf(run(hybrid), { hosts: ['lan'] }).length, 6);
    assert.equal(rowsOf(run(hybrid), { hosts: ['alice', 'bob'] }).length, 6);
  });

  it('shows the chosen kinds, an error among the faults', () => {
    const kinds = (filter: Partial<StepFilter>) => rowsOf(run(hybrid), filter).map(({ shape }) => shape);
    assert.deepEqual(kinds({ kinds: ['data', 'note'] }), ['note', 'data']);
    const missing = run(hybrid.replace('alice -> bob : get "song.mp3"', 'alice -> bob : get "other.mp3"'));
    assert.deepEqual(
      rowsOf(missing, { kinds: ['fault'] }).map(({ index }) => index),
      missing.trace.steps.filter(({ outcome }) => outcome === 'failed').map(({ index }) => index),
    );
  });

  it('shows the chosen services, and what belongs to none', () => {
    const whats = (services: readonly string[]) => rowsOf(run(hybrid), { services }).map(({ what }) => what);
    assert.deepEqual(whats(['']), ['Bob tells what he has.']);
    assert.equal(whats(['music']).length, 6);
    assert.deepEqual(whats(['nothing']), []);
    assert.equal(whats(['music', '']).length, 7);
  });

  it('shows only what failed, also among what else is chosen', () => {
    const missing = run(hybrid.replace('alice -> bob : get "song.mp3"', 'alice -> bob : get "other.mp3"'));
    const failed = missing.trace.steps.filter(({ outcome }) => outcome === 'failed').map(({ index }) => index);
    const indexes = (filter: Partial<StepFilter>) => rowsOf(missing, filter).map(({ index }) => index);
    assert.notEqual(failed.length, 0);
    assert.deepEqual(indexes({ onlyFailed: true }), failed);
    assert.deepEqual(indexes({ onlyFailed: true, kinds: ['note'] }), []);
    const [some, none] = [view(missing, {}), view(run(hybrid), { onlyFailed: true })];
    assert.deepEqual([some.hasFailures, some.isFiltering], [true, false]);
    assert.deepEqual([none.hasFailures, none.isFiltering, none.shown, none.end], [false, true, 0, 0]);
  });

  it('knows the position of the last step that it shows', () => {
    assert.equal(view(run(hybrid), {}).end, 7);
    assert.equal(view(run(hybrid), { kinds: ['request'] }).end, 6);
  });

  it('shows only what all sorts of choices allow', () => {
    assert.deepEqual(
      rowsOf(run(hybrid), { hosts: ['alice'], kinds: ['response'] }).map(({ who }) => who),
      ['napster → alice'],
    );
  });

  it('counts its rows, and keeps the number that a step has in the run', () => {
    assert.deepEqual(
      rowsOf(run(hybrid), { hosts: ['alice'] }).map(({ index, place }) => [index, place]),
      [
        [3, 0],
        [4, 1],
        [5, 2],
        [6, 3],
      ],
    );
  });

  it('says what there is to choose in the run, and how much it shows', () => {
    const { services, kinds, hosts, shown: count, isFiltering } = view(run(hybrid), { kinds: ['data'] });
    assert.deepEqual([services.includes('music'), kinds], [true, ['note', 'request', 'response', 'data']]);
    assert.deepEqual(hosts, ['napster', 'alice', 'bob']);
    assert.deepEqual([count, isFiltering], [1, true]);
    assert.equal(view(run(hybrid), {}).isFiltering, false);
  });

  it('knows whom its steps concern, and draws nothing else that is under way', () => {
    const ran = run(hybrid);
    const visible = shown(ran, { kinds: ['data'] }) ?? new Uint8Array();
    assert.deepEqual([...concernedBy(ran.trace.steps, visible)].sort(), ['alice', 'bob', 'lan']);
    const both = run(`
service web uses request
host a, b : client runs web client
host shop : server runs web server shares "x" 1MB
link a, b -- shop
flow "Both" {
  a, b -> shop : get "x"
}`);
    const drawnAt = (filter: Partial<StepFilter>) =>
      frame(both.topology, both.trace, 1, undefined, [], undefined, shown(both, filter)).messages.map(({ id }) => id);
    assert.deepEqual(drawnAt({}), ['step-0', 'step-1']);
    assert.deepEqual(drawnAt({ hosts: ['a'] }), ['step-0']);
  });

  it('still offers what is chosen while the file does not have it', () => {
    const { hosts, shown: count } = view(run(hybrid), { hosts: ['carol'] });
    assert.deepEqual([hosts, count], [['napster', 'alice', 'bob', 'carol'], 0]);
  });

  it('means all members of a group that is drawn as one node', () => {
    const crowd = run(`
service web uses request
host user[400] : client runs web client
host shop : server runs web server shares "a" 1kB
link user[*] -- shop
flow "All" {
  user[*] -> shop : get "a"
}`);
    const users = crowd.trace.steps.filter(({ from, to }) => `${from} ${to}`.includes('user')).length;
    assert.equal(rowsOf(crowd, { hosts: ['user[*]'] }).length, users);
    assert.equal(rowsOf(crowd, { hosts: ['user[7]'] }).length, 2);
  });

  it('hands over the rows around the position of a long list', () => {
    const polled = run(`
service web uses request
host user : client runs web client
host shop : server runs web server shares "a" 1kB
link user -- shop
flow "Poll" {
  repeat 6000 {
    user -> shop : get "a"
  }
}`);
    const filter = { kinds: ['data'] as const };
    const rows = rowsOf(polled, filter, 8000);
    assert.equal(rows.length, 2000);
    assert.ok(rows.some(({ index }) => index === 7999));
    assert.equal(firstRow(polled.trace, shown(polled, filter), 8000), rows[0]?.index);
    assert.equal(rowsOf(polled, filter, 12_000).at(-1)?.place, 5999);
  });
});
