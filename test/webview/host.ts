/**
 * The host of the webview's tests: the extension's own session and pictures without VS Code. It answers what the webview
 * asks as the extension does; what goes to the editor is only noted.
 */
import { compareArchitectures } from '../../src/analysis/compare/compare';
import { defaultPrice } from '../../src/analysis/compare/comparison';
import type { Picture, ToHost, ToWebview } from '../../src/protocol/messages';
import { parseToHost } from '../../src/protocol/parse';
import { comparisonScene } from '../../src/scene/comparison';
import { wordsIn } from '../../src/scene/words';
import type { Language } from '../../src/scene/words/language';
import { type Checked, check, compiled } from '../../src/vscode/check';
import { stepsOf } from '../../src/vscode/picture';
import { applyRequest } from '../../src/vscode/requests';
import { edit, move, openSession, type Session } from '../../src/vscode/session';
import { type Change, changeTo, redraw, startShowing } from '../../src/vscode/showing';
import { setBreakpoints } from '../../src/vscode/stepping';

export interface TestHost {
  /** Every message that the webview has sent, in order. */
  readonly received: ToHost[];
  revision(): number;
  picture(more?: Partial<Picture>): Picture;
  session(): Session;
  /** The author types. */
  edit(text: string): ToWebview;
  /** The answer to a message, if it has one. */
  answer(message: unknown): ToWebview | undefined;
}

const file = { uri: 'file:///test.topo', fileName: 'test.topo', missing: false };

export function createTestHost(text: string, language: Language = 'en'): TestHost {
  const received: ToHost[] = [];
  let showing = startShowing(openSession(understood(text), undefined, wordsIn(language)), file, 1);

  const shown = (change: Change): ToWebview => {
    showing = change.showing;
    return change.message;
  };
  const comparison = (resource: string | undefined, price = defaultPrice): ToWebview => {
    const compared = compareArchitectures(showing.session.runs.topology, { resource });
    if ('problem' in compared) throw new Error(compared.problem);
    return {
      type: 'comparison',
      comparison: { scene: comparisonScene(compared, price, wordsIn(language)), isOutdated: false },
    };
  };

  return {
    received,
    picture: (more = {}) => ({ ...showing.picture, ...more }),
    session: () => showing.session,
    revision: () => showing.picture.revision,
    edit(next) {
      const { session, picture } = showing;
      return shown(redraw(picture, edit(session, understood(next, session.latest)), file));
    },
    answer(value) {
      const message = parseToHost(value);
      if (!message) throw new Error(`The webview sent what the protocol does not know: ${JSON.stringify(value)}`);
      received.push(message);
      switch (message.type) {
        case 'ready':
          return { type: 'picture', picture: showing.picture };
        case 'moved':
          showing = startShowing(move(showing.session, message.positions), file, showing.picture.revision);
          return undefined;
        case 'compare':
          return comparison(message.resource, message.price);
        case 'closeComparison':
          return { type: 'comparison', comparison: undefined };
        case 'present':
          return { type: 'presenting', on: message.on };
        case 'rows':
          return { type: 'rows', revision: message.revision, rows: stepsOf(showing.session, message.around) };
        case 'pin':
        case 'reveal':
        case 'runAnyway':
        case 'saveScenario':
        case 'cutLink':
        case 'transcript':
          return undefined;
        case 'toggleBreakpoint': {
          const { session, picture } = showing;
          const others = session.breakpoints.filter((line) => line !== message.line);
          const isSet = others.length < session.breakpoints.length;
          const lines = isSet ? others : [...others, message.line];
          return shown(redraw(picture, setBreakpoints(session, lines), file));
        }
        default:
          return shown(changeTo(showing, applyRequest(showing.session, message), file));
      }
    },
  };
}

function understood(text: string, previous?: Checked): Checked {
  return check(compiled(text, (previous?.version ?? 0) + 1, previous), previous);
}
