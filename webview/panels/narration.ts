/**
 * What is happening, in words: the sentence of the step, spoken by screen readers too, and the author's note. It keeps the
 * height of the longest words so far, so that the drawing above it does not move from step to step.
 */
import type { Picture } from '../../src/protocol/messages';
import type { Frame } from '../../src/scene/scene';
import { element, glyph, setText } from '../dom';
import { glyphs } from '../glyphs';
import type { Riddle } from '../presenter/riddle';
import { strings } from '../strings';
import { textButton } from '../toolkit';

/** `causes` are what the step came of, and what came of it; `prediction` is what is asked about the next one. */
export function createNarration(
  riddle: Pick<Riddle, 'hides' | 'reveal'>,
  causes: HTMLElement,
  prediction: HTMLElement,
) {
  const sentence = element('p', {
    class: 'sentence',
    role: 'status',
    'aria-live': 'polite',
    'aria-atomic': 'true',
  });
  const failure = element('span', { class: 'failure' }, glyph(glyphs.cross), strings.failed);
  const noteText = element('span', { dir: 'auto' });
  const note = element('p', { class: 'note' }, glyph(glyphs.quote), noteText);
  const remark = element('p', { class: 'nowhere', role: 'status' });
  failure.hidden = true;
  note.hidden = true;
  const question = element(
    'p',
    { class: 'question' },
    strings.rolesHidden,
    textButton(strings.showRoles, riddle.reveal),
  );
  question.hidden = true;
  const result = element(
    'section',
    { class: 'narration', 'aria-label': strings.narration, tabindex: '0' },
    element('div', { class: 'said' }, failure, sentence),
    question,
    note,
    element('div', { class: 'ways-on' }, remark, causes),
    prediction,
  );
  let run = '';
  const keepHeight = () => {
    result.style.minHeight = `${Math.ceil(result.getBoundingClientRect().height)}px`;
  };
  const forgetHeight = () => {
    result.style.minHeight = '';
  };
  const measureAgain = () => {
    forgetHeight();
    keepHeight();
  };
  window.addEventListener('resize', measureAgain);
  return {
    element: result,
    /** The type has another size now. */
    measureAgain,
    /** Another run has other words. */
    showPicture({ flow, scenario }: Picture): void {
      const next = JSON.stringify([flow, scenario]);
      if (next !== run) forgetHeight();
      run = next;
    },
    showFrame(frame: Frame): void {
      setText(sentence, frame.sentence);
      failure.hidden = !frame.failed;
      question.hidden = !riddle.hides();
      note.hidden = frame.note === '' || frame.note === frame.sentence;
      setText(noteText, frame.note);
      sayAgain(remark, frame.stepping?.remark || hiddenStep(frame));
      keepHeight();
    },
  };
}

function hiddenStep({ stepping }: Frame): string {
  return stepping?.isHidden ? strings.stepHidden : '';
}

/**
 * A screen reader speaks only what is new: the same once more ends with a space that nobody sees. Emptied for a moment
 * instead, it would move what is drawn above it.
 */
function sayAgain(target: HTMLElement, text: string): void {
  target.textContent = text !== '' && target.textContent === text ? `${text}\u00a0` : text;
}
