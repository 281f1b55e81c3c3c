/** The question about the next step as a card: what is about to happen, the choices, and after the answer what really happens. */
import { element, glyph, name, setText } from '../dom';
import { glyphs } from '../glyphs';
import { strings } from '../strings';
import { textButton } from '../toolkit';
import type { Asked, Quiz } from './quiz';

const say = strings.predicting;

export interface QuestionCard {
  readonly element: HTMLElement;
  /** `isOver`: the run has come to its end. Where nothing is asked right now, the card says what the mode does. */
  show(isPredicting: boolean, isOver: boolean): void;
  /** Where somebody wants to go on without an answer. */
  focus(): void;
}

export function createQuestionCard(quiz: Quiz, startAgain: () => void): QuestionCard {
  const situation = element('p', { class: 'situation', dir: 'auto' });
  const text = element('p', { class: 'asked', dir: 'auto' });
  const announced = element('div', { role: 'status', 'aria-live': 'polite' }, situation, text);
  const choices = element('div', { class: 'answer-choices', role: 'group' });
  const verdict = element('p', { class: 'verdict', role: 'status', 'aria-live': 'polite' });
  const buttons = element('div', { class: 'answer-buttons' });
  const score = element('p', { class: 'score' });
  const result = element(
    'div',
    { class: 'question-card', role: 'group', 'aria-label': say.title },
    announced,
    element('div', { class: 'answers' }, choices, buttons, score),
    verdict,
  );
  let drawn = '';
  const draw = (asked: Asked | undefined, isOver: boolean) => {
    const { right, asked: count } = quiz.score();
    const key = JSON.stringify([asked, isOver, right, count]);
    if (key === drawn) return;
    const hadFocus = result.contains(document.activeElement);
    drawn = key;
    const waiting = isOver ? say.nothingLeft : say.waiting;
    setText(situation, asked ? asked.question.situation : count > 0 && isOver ? '' : waiting);
    setText(text, asked?.question.text ?? (isOver && count > 0 ? say.result(right, count) : ''));
    choices.setAttribute('aria-label', asked?.question.text ?? say.title);
    choices.replaceChildren(...choiceButtons(asked, quiz));
    choices.hidden = !asked || asked.question.choices.length === 0;
    verdict.replaceChildren(...verdictParts(asked));
    buttons.replaceChildren(...actions(asked, isOver && count > 0, quiz, startAgain));
    setText(score, count > 0 && !(isOver && !asked) ? say.score(right, count) : '');
    if (hadFocus) (buttons.querySelector<HTMLElement>('vscode-button') ?? result).focus();
  };
  return {
    element: result,
    show(isPredicting, isOver) {
      const asked = quiz.asked();
      result.hidden = !isPredicting;
      result.classList.toggle('asking', asked !== undefined);
      if (!result.hidden) draw(asked, isOver);
    },
    focus() {
      const first = choices.querySelector<HTMLElement>('button') ?? buttons.querySelector<HTMLElement>('vscode-button');
      first?.focus();
    },
  };
}

function choiceButtons(asked: Asked | undefined, quiz: Quiz): HTMLElement[] {
  if (!asked) return [];
  const { question, answer, wasRight } = asked;
  return question.choices.map(({ text }, place) => {
    const mark = wasRight === undefined ? '' : place === question.right ? 'right' : place === answer ? 'wrong' : '';
    const button = element(
      'button',
      { type: 'button', class: `answer-choice ${mark}`, 'aria-disabled': wasRight === undefined ? undefined : 'true' },
      element('kbd', {}, String(place + 1)),
      name(text),
      ...(mark === '' ? [] : [glyph(mark === 'right' ? glyphs.check : glyphs.cross)]),
      ...(mark === '' ? [] : [element('span', { class: 'unseen' }, mark === 'right' ? say.isRight : say.isWrong)]),
    );
    button.addEventListener('click', () => quiz.choose(place));
    return button;
  });
}

function verdictParts(asked: Asked | undefined): (Node | string)[] {
  if (asked?.answer === undefined) return [];
  const { wasRight, question } = asked;
  const judged = wasRight === undefined ? [] : [element('strong', {}, wasRight ? say.right : say.wrong), ' '];
  return [...judged, name(question.explanation)];
}

function actions(asked: Asked | undefined, isOver: boolean, quiz: Quiz, startAgain: () => void): HTMLElement[] {
  if (!asked) return isOver ? [textButton(say.startAgain, startAgain)] : [];
  if (asked.wasRight !== undefined) return [textButton(say.goOn, quiz.goOn)];
  const skip = textButton(say.skip, quiz.skip, 'secondary');
  if (asked.question.choices.length > 0) return [skip];
  if (asked.answer === undefined) return [textButton(say.showAnswer, quiz.showAnswer), skip];
  return [
    textButton(say.knewIt, () => quiz.judgeOwn(true)),
    textButton(say.knewItNot, () => quiz.judgeOwn(false), 'secondary'),
  ];
}
