import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { ToHost } from '../../src/protocol/messages';
import { page } from '../../src/protocol/page';
import { parsePanelState, parsePanes, parseToHost, parseToWebview } from '../../src/protocol/parse';

const messages: readonly ToHost[] = [
  { type: 'ready' },
  { type: 'seek', revision: 3, position: 0 },
  { type: 'chooseFlow', revision: 3, flow: '' },
  { type: 'chooseScenario', revision: 3, scenario: 'down' },
  { type: 'chooseScenario', revision: 3, scenario: undefined },
  { type: 'inspect', revision: 3, node: 'alice' },
  { type: 'inspect', revision: 3, node: undefined },
  { type: 'reveal', revision: 3, line: 12 },
  { type: 'runAnyway', revision: 3 },
  { type: 'moved', revision: 3, positions: { alice: { x: 1.5, y: -2 } } },
  { type: 'arrange', revision: 3 },
  { type: 'compare', revision: 3, resource: 'song.mp3', price: 0 },
  { type: 'compare', revision: 3, resource: undefined, price: undefined },
  { type: 'closeComparison', revision: 3 },
  { type: 'tryOut', revision: 3, change: { kind: 'offline', node: 'bob' } },
  { type: 'tryOut', revision: 3, change: { kind: 'restore', a: 'bob', b: 'lan' } },
  { type: 'tryOut', revision: 3, change: { kind: 'slow', host: 'peer[*]', factor: 10 } },
  { type: 'takeBack', revision: 3, place: 0 },
  { type: 'endExperiment', revision: 3 },
  { type: 'saveScenario', revision: 3 },
  { type: 'cutLink', revision: 3, node: 'lan' },
  { type: 'step', revision: 3, stop: undefined, direction: 1 },
  { type: 'step', revision: 3, stop: 'breakpoint', direction: -1 },
  { type: 'jump', revision: 3, to: 'cause' },
  { type: 'jump', revision: 3, to: 7 },
  { type: 'goBack', revision: 3 },
  { type: 'chooseStepping', revision: 3, choice: { unit: 'line', speed: 0.25, loop: { from: 2, to: undefined } } },
  { type: 'chooseStepping', revision: 3, choice: { unit: 'host', speed: 8, loop: undefined } },
  { type: 'filter', revision: 3, filter: { services: [''], kinds: ['data'], hosts: ['peer[*]'], onlyFailed: true } },
  { type: 'solo', revision: 3 },
  { type: 'toggleBreakpoint', revision: 3, line: 0 },
  { type: 'rows', revision: 3, around: 20_000 },
];

describe('the views that are kept', () => {
  it('come back as they were, and what makes no sense as it is at first', () => {
    const panes = { view: 'both', split: 40, axis: 'nonlinear', hints: { Roles: 1 } };
    assert.deepEqual(parsePanes(panes), panes);
    assert.deepEqual(parsePanes({ view: 'all', split: 400, axis: 3 }), {
      view: 'network',
      split: 50,
      axis: 'steps',
      hints: {},
    });
    assert.equal(parsePanes('both'), undefined);
    assert.deepEqual(parsePanelState({ uri: 'a', panes })?.panes, panes);
    assert.equal(parsePanelState({ uri: 'a', panes: 7 })?.panes, undefined);
  });
});

describe('messages from the webview', () => {
  for (const message of messages) {
    it(`accept ${JSON.stringify(message)} after its way through JSON`, () => {
      assert.deepEqual(parseToHost(JSON.parse(JSON.stringify(message))), message);
    });
  }

  for (const value of [
    undefined,
    null,
    'ready',
    {},
    { type: 'unknown' },
    { type: 'seek', revision: 1 },
    { type: 'seek', revision: 1, position: -1 },
    { type: 'seek', revision: 1, position: 1.5 },
    { type: 'seek', revision: '1', position: 1 },
    { type: 'reveal', revision: 1, line: Number.POSITIVE_INFINITY },
    { type: 'moved', revision: 1, positions: { a: { x: Number.NaN, y: 0 } } },
    { type: 'chooseScenario', revision: 1, scenario: 7 },
    { type: 'compare', revision: 1, price: -1 },
    { type: 'compare', revision: 1, price: '1' },
    { type: 'tryOut', revision: 1 },
    { type: 'tryOut', revision: 1, change: { kind: 'explode', node: 'bob' } },
    { type: 'tryOut', revision: 1, change: { kind: 'cut', a: 'bob' } },
    { type: 'tryOut', revision: 1, change: { kind: 'slow', host: 'bob', factor: 0 } },
    { type: 'takeBack', revision: 1, place: -1 },
    { type: 'step', revision: 1, direction: 2 },
    { type: 'step', revision: 1, stop: 'hour', direction: 1 },
    { type: 'jump', revision: 1, to: -1 },
    { type: 'chooseStepping', revision: 1, choice: { unit: 'line', speed: 0 } },
    { type: 'chooseStepping', revision: 1, choice: { unit: 'line', speed: 1, loop: { from: -1 } } },
    { type: 'filter', revision: 1, filter: { services: [], kinds: ['smell'], hosts: [] } },
    { type: 'filter', revision: 1, filter: { hosts: ['alice'] } },
    { type: 'filter', revision: 1, filter: { services: [], kinds: [], hosts: [], onlyFailed: 'yes' } },
  ]) {
    it(`reject ${JSON.stringify(value)}`, () => assert.equal(parseToHost(value), undefined));
  }

  it('are checked without an exception, whatever arrives', () => {
    fc.assert(fc.property(fc.anything(), (value) => void parseToHost(value)));
    fc.assert(fc.property(fc.anything(), (value) => void parseToWebview(value)));
    fc.assert(fc.property(fc.anything(), (value) => void parsePanelState(value)));
  });

  it('lose members that the protocol does not know', () => {
    assert.deepEqual(parseToHost({ type: 'ready', command: 'rm' }), { type: 'ready' });
  });
});

describe('a comparison for the webview', () => {
  it('is accepted with what the webview needs to draw it, or as none', () => {
    const scene = { columns: [], rows: [], bars: [] };
    for (const comparison of [undefined, { scene, isOutdated: false }]) {
      assert.ok(parseToWebview(JSON.parse(JSON.stringify({ type: 'comparison', comparison }))));
    }
    assert.equal(parseToWebview({ type: 'comparison', comparison: { scene: {}, isOutdated: false } }), undefined);
  });
});

describe('stored state', () => {
  it('comes back as it was stored, with what the webview adds left out', () => {
    const state = {
      uri: 'file:///a.topo',
      flow: 'f',
      scenario: undefined,
      position: 2,
      selected: undefined,
      positions: { a: { x: 1, y: 2 } },
    };
    assert.deepEqual(parsePanelState(JSON.parse(JSON.stringify({ ...state, viewport: { zoom: 1 } }))), state);
  });

  it('keeps what is tried out, and forgets what an older version wrote in another form', () => {
    const whatIf = [
      { kind: 'offline', node: 'bob' },
      { kind: 'slow', host: 'ann', factor: 4 },
    ];
    assert.deepEqual(parsePanelState({ uri: 'x', whatIf })?.whatIf, whatIf);
    assert.deepEqual(parsePanelState({ uri: 'x', whatIf: { bob: 'offline' } })?.whatIf, []);
  });

  it('keeps how one steps and what is filtered, and does without what makes no sense', () => {
    const stepping = { unit: 'failure', speed: 4, loop: { from: 1, to: 5 } };
    const filter = { services: ['music'], kinds: ['request'], hosts: [] };
    const state = parsePanelState({ uri: 'x', stepping, filter, isPresenting: true });
    assert.deepEqual([state?.stepping, state?.filter], [stepping, { ...filter, onlyFailed: false }]);
    assert.equal(state?.isPresenting, true);
    const broken = parsePanelState({ uri: 'x', stepping: { unit: 'year' }, filter: 'all' });
    assert.deepEqual([broken?.uri, broken?.stepping, broken?.filter], ['x', undefined, undefined]);
  });

  it('is of no use without a file, and mended where only a detail is broken', () => {
    assert.equal(parsePanelState({ flow: 'f' }), undefined);
    const state = parsePanelState({ uri: 'x', position: 'two', positions: 7 });
    assert.equal(state?.position, 0);
    assert.deepEqual(state?.positions, {});
  });
});

describe('page', () => {
  const html = page({
    language: 'en',
    cspSource: 'https://x.test',
    nonce: 'abc',
    scriptUri: '/a.js?"<',
    styleUri: '/a.css',
  });

  it('allows nothing but its own script and styles', () => {
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? '';
    assert.match(policy, /^default-src 'none';/);
    assert.doesNotMatch(policy, /unsafe/);
    assert.match(policy, /script-src 'nonce-abc'/);
  });

  it('escapes addresses', () => {
    assert.ok(html.includes('src="/a.js?&quot;&lt;"'));
  });
});
