/** What a keystroke makes the extension do: the text changes, the session follows, the picture is made and becomes a message. */
import type { ToWebview } from '../src/protocol/messages';
import { type Checked, check, compiled } from '../src/vscode/check';
import { pictureOf } from '../src/vscode/picture';
import { edit, openSession, type Session, seek } from '../src/vscode/session';
import { generate } from './generate';
import { assertInOrder, edited } from './language';

/** Two versions of a file, which follow each other again and again. */
export type Versions = readonly [string, string];

export function versionsOf(size: Parameters<typeof generate>[0]): Versions {
  const text = generate(size);
  assertInOrder(text);
  return [text, edited(text, 'takes 20ms', 'takes 2ms')];
}

/** One call is one keystroke; `number` counts from 0. The message that goes to the panel. */
export function keystrokesOf(versions: Versions): (number: number) => ToWebview {
  let session = seek(openSession(checked(versions[0], 0)), 5);
  return (number) => {
    session = edit(session, checked(versions[number % 2 === 0 ? 1 : 0], number + 1, session.latest));
    return messageOf(session, number + 2);
  };
}

function checked(text: string, version: number, previous?: Checked): Checked {
  return check(compiled(text, version, previous), previous);
}

function messageOf(session: Session, revision: number): ToWebview {
  const facts = { revision, uri: 'file:///campus.topo', fileName: 'campus.topo', missing: false };
  return { type: 'picture', picture: pictureOf(session, facts) };
}
