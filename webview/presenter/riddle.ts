/**
 * "Who is the server here?": roles are hidden until somebody has had the time to think, and asked for. A frame without roles
 * is made from the one with them, so that whoever shows frames need not know.
 */
import type { Frame, NodeState } from '../../src/scene/scene';

export interface Riddle {
  /** Whether there is something to find out in what is shown. */
  readonly hides: () => boolean;
  /** The frame as it may be shown now. */
  veil(frame: Frame): Frame;
  toggle(): void;
  /** Shows the roles of this step; false where nothing is hidden. */
  reveal(): boolean;
}

/** `shown` is asked for the frame, `changed` told that it may be shown differently now. */
export function createRiddle(shown: () => Frame | undefined, changed: () => void): Riddle {
  let on = false;
  let revealedAt: number | undefined;
  const isHidden = (frame: Frame) => on && asksForRoles(frame) && frame.position !== revealedAt;
  const hides = () => {
    const frame = shown();
    return frame !== undefined && isHidden(frame);
  };
  return {
    hides,
    veil: (frame) => (isHidden(frame) ? withoutRoles(frame) : frame),
    toggle() {
      on = !on;
      revealedAt = undefined;
      changed();
    },
    reveal() {
      if (!hides()) return false;
      revealedAt = shown()?.position;
      changed();
      return true;
    },
  };
}

/** There is something to find out: an answer has the roles of its question, which are known by then. */
export function asksForRoles({ sentence, riddle }: Frame): boolean {
  return sentence !== riddle;
}

export function withoutRoles(frame: Frame): Frame {
  const { riddle: sentence, nodes, inspector } = frame;
  const sections = inspector?.sections.filter(({ id }) => id !== 'roles' && id !== 'why') ?? [];
  return {
    ...{ ...frame, sentence, nodes: nodes.map(withoutRole), participants: [] },
    inspector: inspector && { ...inspector, sections },
  };
}

function withoutRole(state: NodeState): NodeState {
  return { ...state, roleNow: undefined, roleSoFar: undefined, roleText: '' };
}
