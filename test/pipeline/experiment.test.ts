// From text to picture with something tried out: what the panel is sent, over edits and other choices.

import assert from 'node:assert/strict';
import type { WhatIfChange } from '../../src/scene/what-if';
import { type Checked, check, compiled } from '../../src/vscode/check';
import { pictureOf } from '../../src/vscode/picture';
import { applyRequest } from '../../src/vscode/requests';
import { edit, openSession, type Session } from '../../src/vscode/session';

const text = `
host ann, bob
switch lan
link ann, bob -- lan 10Mbps
flow "Ask" {
  ann -> bob : "Hello?" replies "Hello!"
}
scenario "bob is away" {
  offline bob
}
expect "Ask" succeeds
`;

function understood(source: string, previous?: Checked): Checked {
  return check(compiled(source, (previous?.version ?? 0) + 1, previous), previous);
}

function opened(source = text): Session {
  return openSession(understood(source));
}

function trying(session: Session, ...changes: readonly WhatIfChange[]): Session {
  return changes.reduce((current, change) => applyRequest(current, { type: 'tryOut', revision: 0, change }), session);
}

function picture(session: Session) {
  return pictureOf(session, { revision: 1, uri: 'file:///x.topo', fileName: 'x.topo', missing: false });
}

const texts = (session: Session) => picture(session).experiment?.differences.map((difference) => difference.text) ?? [];
const offline = { kind: 'offline', node: 'bob' } as const;
const cut = { kind: 'cut', a: 'ann', b: 'lan' } as const;

describe('something tried out', () => {
  it('is listed with what it changes, the broken expectation included', () => {
    const session = trying(opened(), offline);
    assert.deepEqual(picture(session).experiment?.changes, [{ place: 0, text: 'bob offline' }]);
    assert.match(texts(session)[0] ?? '', /^The flow fails now: /);
    assert.ok(texts(session).some((said) => said.includes('does not hold any more')));
    assert.deepEqual(picture(session).start.offline, ['bob']);
  });

  it('is compared with the chosen scenario, not with the file without one', () => {
    const away = applyRequest(opened(), { type: 'chooseScenario', revision: 0, scenario: 'bob is away' });
    const back = trying(away, { kind: 'online', node: 'bob' });
    assert.equal(picture(back).experiment?.original, 'bob is away');
    assert.equal(texts(back)[0], 'The flow works now.');
  });

  it('is taken back one by one, or all at once', () => {
    const both = trying(opened(), offline, cut);
    const first = applyRequest(both, { type: 'takeBack', revision: 0, place: 0 });
    assert.deepEqual(first.choice.whatIf, [cut]);
    assert.equal(picture(applyRequest(both, { type: 'endExperiment', revision: 0 })).experiment, undefined);
    assert.deepEqual(applyRequest(both, { type: 'takeBack', revision: 0, place: 9 }).choice.whatIf, [offline, cut]);
  });

  it('ends when another scenario is chosen', () => {
    const session = trying(opened(), offline);
    const chosen = applyRequest(session, { type: 'chooseScenario', revision: 0, scenario: undefined });
    assert.equal(picture(chosen).experiment, undefined);
  });

  it('holds on over an edit; a change whose node is gone waits until it comes back', () => {
    const session = trying(opened(), offline, cut);
    const without = text.replaceAll('bob', 'cem');
    const edited = edit(session, understood(without, session.latest));
    assert.deepEqual(picture(edited).experiment?.changes, [{ place: 1, text: 'cable ann–lan cut' }]);
    const back = edit(edited, understood(text, edited.latest));
    assert.equal(picture(back).experiment?.changes.length, 2);
  });

  it('takes the place of an earlier change of the same, and says nothing of what is not there', () => {
    const slow = (factor: number) => ({ kind: 'slow', host: 'ann', factor }) as const;
    const session = trying(opened(), slow(4), slow(10), { kind: 'offline', node: 'nobody' });
    assert.deepEqual(session.choice.whatIf, [slow(10)]);
    assert.deepEqual(picture(session).start.slow, [{ id: 'ann', factor: 10 }]);
    assert.deepEqual(picture(trying(session, slow(1))).start.slow, []);
  });

  it('is kept for a reload', () => {
    const session = trying(opened(), cut);
    assert.deepEqual(picture(session).state.whatIf, [cut]);
  });

  it('marks the links that are cut from the start', () => {
    const edges = picture(opened()).diagram.edges;
    const link = edges.find(({ from, to }) => from === 'ann' && to === 'lan');
    assert.deepEqual(picture(trying(opened(), cut)).start.cut, [link?.id]);
  });
});
