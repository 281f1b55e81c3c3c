/**
 * What the webview asks for and the session alone can answer, each as a function from session to session. What needs the
 * file, the editor or another view is the panel's business. Pure.
 */
import { assertNever } from '../protocol/assert-never';
import type { ToHost } from '../protocol/messages';
import * as session from './session';
import { goBack, jump, solo, step } from './stepping';

type Session = session.Session;

/** Messages that change nothing but the session. */
export type SessionRequest = Extract<
  ToHost,
  {
    readonly type:
      | 'seek'
      | 'chooseFlow'
      | 'chooseScenario'
      | 'inspect'
      | 'arrange'
      | 'fold'
      | 'tryOut'
      | 'takeBack'
      | 'endExperiment'
      | SteppingRequest;
  }
>;

type SteppingRequest = 'step' | 'jump' | 'goBack' | 'chooseStepping' | 'filter' | 'solo' | 'predict';

export function applyRequest(current: Session, request: SessionRequest): Session {
  switch (request.type) {
    case 'seek':
      return session.seek(current, request.position);
    case 'chooseFlow':
      return session.choose(current, { flow: request.flow });
    case 'chooseScenario':
      return chooseScenario(current, request.scenario);
    case 'inspect':
      return session.inspect(current, request.node);
    case 'arrange':
      return session.arrange(current, request.layout);
    case 'fold':
      return session.fold(current, request.bundle, request.folded);
    case 'tryOut':
      return session.tryOutChange(current, request.change);
    case 'takeBack':
      return session.choose(current, { whatIf: current.choice.whatIf.filter((_, place) => place !== request.place) });
    case 'endExperiment':
      return session.choose(current, { whatIf: [] });
    case 'step':
      return step(current, request.stop, request.direction);
    case 'jump':
      return jump(current, request.to);
    case 'goBack':
      return goBack(current);
    case 'chooseStepping':
      return { ...current, stepping: request.choice };
    case 'solo':
      return solo(current);
    case 'predict':
      return { ...current, isPredicting: request.on };
    case 'filter':
      return { ...current, filter: request.filter, remark: '' };
    default:
      return assertNever(request);
  }
}

/** The entry for the unsaved changes is what is shown; every other one leaves them behind. */
function chooseScenario(current: Session, scenario: string | undefined): Session {
  return scenario === current.runs.scenario?.name ? current : session.choose(current, { scenario, whatIf: [] });
}
