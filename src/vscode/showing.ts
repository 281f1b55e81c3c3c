/**
 * A session and the picture that the webview has of it: each change of the session is one message to the webview, a whole
 * picture or only another frame of the same. Knows neither webviews nor documents. Pure.
 */
import type { Picture, ToWebview } from '../protocol/messages';
import { type FileFacts, frameOf, needsOtherSteps, pictureOf, stateOf, stepsOf } from './picture';
import { isSamePicture, type Session } from './session';

/** What a picture tells of its file that a session does not know; the revision counts the pictures. */
export type File = Omit<FileFacts, 'revision'>;

export interface Showing {
  readonly session: Session;
  readonly picture: Picture;
}

export interface Change {
  readonly showing: Showing;
  readonly message: ToWebview;
}

export function startShowing(session: Session, file: File, revision = 0): Showing {
  return { session, picture: pictureOf(session, { ...file, revision }) };
}

/** A new picture, or only another frame of the same. */
export function changeTo({ session, picture }: Showing, next: Session, file: File): Change {
  return isSamePicture(session, next) ? frameMessage(picture, next, file) : redraw(picture, next, file);
}

/** A new picture in any case. */
export function redraw({ revision }: Picture, session: Session, file: File): Change {
  const showing = startShowing(session, file, revision + 1);
  return { showing, message: { type: 'picture', picture: showing.picture } };
}

function frameMessage(before: Picture, session: Session, { uri }: File): Change {
  const frame = frameOf(session);
  const steps = needsOtherSteps(session, before) ? stepsOf(session) : undefined;
  const picture = { ...before, frame, state: stateOf(session, uri), ...(steps && { steps }) };
  return { showing: { session, picture }, message: { type: 'frame', revision: before.revision, frame, steps } };
}
