/**
 * Predict mode, put together: before each step something is asked about it, and what lies ahead is not shown. The host keeps
 * whether it is on; a frame with questions, even with none, says so.
 */
import type { Picture } from '../../src/protocol/messages';
import type { Frame } from '../../src/scene/scene';
import type { ShortcutGroup } from '../keyboard';
import { strings } from '../strings';
import { createQuestionCard } from './question-card';
import { createQuiz } from './quiz';

export interface PredictEvents {
  /** To the next step that is shown. */
  readonly step: () => void;
  readonly seek: (position: number) => void;
  readonly predict: (on: boolean) => void;
}

const digits = ['1', '2', '3', '4'];

export type Predict = ReturnType<typeof createPredict>;

export function createPredict(
  root: HTMLElement,
  shown: () => Frame | undefined,
  { step, seek, predict }: PredictEvents,
) {
  const isOn = () => shown()?.questions !== undefined;
  const draw = () => {
    const { position = 0, count = 0 } = shown() ?? {};
    card.show(isOn(), position >= count);
  };
  const quiz = createQuiz(shown, draw, step);
  const card = createQuestionCard(quiz, () => {
    quiz.startAgain();
    seek(0);
  });
  const toggle = () => predict(!isOn());
  return {
    element: card.element,
    isOn,
    toggle,
    /** A node that was pointed at was meant as the answer. */
    point: (node: string) => isOn() && quiz.point(node),
    /** A step forward has to wait for an answer; where there is one, this goes on. */
    holds(): boolean {
      if (!isOn() || !quiz.asked()) return false;
      if (!quiz.goOn()) card.focus();
      return true;
    },
    shortcuts: [
      {
        title: strings.predicting.title,
        shortcuts: [
          { keys: ['q', 'Q'], text: strings.predicting.toggle, act: toggle },
          { keys: digits, text: strings.predicting.answer, act: (key) => isOn() && quiz.choose(digits.indexOf(key)) },
        ],
      },
    ] satisfies ShortcutGroup[],
    showPicture: (picture: Picture) => quiz.showPicture(picture),
    showFrame(): void {
      root.classList.toggle('predicting', isOn());
      draw();
    },
  };
}
