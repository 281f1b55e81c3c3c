/**
 * The questions about the next step: which of them is open, what was answered, how many answers were right. A question is
 * asked once in a run, however often one comes by. What is asked, and what is right, the frame says.
 */
import type { Picture } from '../../src/protocol/messages';
import type { Question } from '../../src/scene/questions';
import type { Frame } from '../../src/scene/scene';

export interface Asked {
  readonly question: Question;
  /** The place of the answer among the choices; of an open question, `shown` until its answer is judged. */
  readonly answer: number | 'shown' | undefined;
  readonly wasRight: boolean | undefined;
}

export interface Score {
  readonly right: number;
  readonly asked: number;
}

export type Quiz = ReturnType<typeof createQuiz>;

/** `changed` is told that something else is to be shown; `goOn` takes the step. */
export function createQuiz(shown: () => Frame | undefined, changed: () => void, goOn: () => void) {
  let run = '';
  let done = new Set<string>();
  let score: Score = { right: 0, asked: 0 };
  let open:
    | { readonly key: string; readonly answer: Asked['answer']; readonly wasRight: boolean | undefined }
    | undefined;

  const keyOf = ({ position }: Frame, place: number) => `${position}/${place}`;
  const next = (): { readonly question: Question; readonly key: string } | undefined => {
    const frame = shown();
    const place = frame?.questions?.findIndex((_, each) => !done.has(keyOf(frame, each))) ?? -1;
    const question = frame?.questions?.[place];
    return frame && question && { question, key: keyOf(frame, place) };
  };
  const asked = (): Asked | undefined => {
    const found = next();
    if (!found) return undefined;
    const { answer, wasRight } = open?.key === found.key ? open : { answer: undefined, wasRight: undefined };
    return { question: found.question, answer, wasRight };
  };
  const judge = (answer: Asked['answer'], wasRight: boolean) => {
    const found = next();
    if (!found) return;
    score = { right: score.right + Number(wasRight), asked: score.asked + 1 };
    open = { key: found.key, answer, wasRight };
    changed();
  };
  /** The next question about the same step, or the step. */
  const leave = () => {
    const found = next();
    if (found) done.add(found.key);
    open = undefined;
    if (next()) changed();
    else goOn();
  };
  const startAgain = () => {
    done = new Set();
    open = undefined;
    score = { right: 0, asked: 0 };
  };
  const choose = (choice: number) => {
    const now = asked();
    if (!now || now.wasRight !== undefined || !now.question.choices[choice]) return;
    judge(choice, choice === now.question.right);
  };
  return {
    asked,
    score: () => score,
    choose,
    /** Whoever points at a node in the picture may mean it as the answer; false where that cannot be, or is not clear. */
    point(node: string): boolean {
      const now = asked();
      if (!now || now.wasRight !== undefined) return false;
      const meant = now.question.choices.flatMap((each, place) => (each.node === node ? [place] : []));
      const [choice] = meant;
      if (choice === undefined || meant.length > 1) return false;
      choose(choice);
      return true;
    },
    /** The answer to an open question. */
    showAnswer(): void {
      const found = next();
      if (found && found.question.choices.length === 0) open = { key: found.key, answer: 'shown', wasRight: undefined };
      changed();
    },
    judgeOwn: (wasRight: boolean) => judge('shown', wasRight),
    skip: leave,
    /** Answered: on to what comes next. False where nothing is asked, or not answered yet. */
    goOn(): boolean {
      if (asked()?.wasRight === undefined) return false;
      leave();
      return true;
    },
    startAgain,
    /** Another run asks anew. */
    showPicture({ flow, scenario, experiment }: Picture): void {
      const name = JSON.stringify([flow, scenario, experiment?.changes.map(({ text }) => text)]);
      if (name === run) return;
      run = name;
      startAgain();
    },
  };
}
