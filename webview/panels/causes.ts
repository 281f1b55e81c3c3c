/** The step that led to the shown one, those that came of it, and the way back from a jump: each a button in one row. */
import type { StepLink, SteppingNow } from '../../src/scene/scene';
import { element, setText } from '../dom';
import { strings } from '../strings';
import { createPopup } from './popup';

export interface CauseEvents {
  readonly jump: (to: 'cause' | number) => void;
  readonly goBack: () => void;
}

export function createCauses({ jump, goBack }: CauseEvents) {
  let first: StepLink | undefined;
  const cause = linkButton(() => jump('cause'));
  const consequence = linkButton(() => first && jump(first.index));
  const back = linkButton(goBack);
  const others = createPopup('consequences', strings.toConsequence);
  back.textContent = strings.goBack;
  const result = element(
    'div',
    { class: 'causes', role: 'group', 'aria-label': strings.causes },
    ...[cause, consequence, others.button, others.element, back],
  );
  const entry = ({ index, sentence }: StepLink) => {
    const button = linkButton(() => {
      others.close();
      jump(index);
    });
    button.textContent = strings.numbered(index + 1, sentence);
    return button;
  };
  return {
    element: result,
    show(now: SteppingNow | undefined): void {
      const { consequences = [], otherConsequences = 0, canReturn = false } = now ?? {};
      first = consequences[0];
      label(cause, now?.cause, strings.becauseOf);
      label(consequence, first, strings.leadsTo);
      back.hidden = !canReturn;
      const more = consequences.length + otherConsequences - 1;
      others.button.hidden = more < 1;
      setText(others.button, strings.moreConsequences(more));
      const rest = otherConsequences > 0 ? [element('p', {}, strings.otherConsequences(otherConsequences))] : [];
      others.element.replaceChildren(...consequences.map(entry), ...rest);
    },
  };
}

function label(
  button: HTMLElement,
  link: StepLink | undefined,
  words: (step: number, sentence: string) => string,
): void {
  button.hidden = link === undefined;
  if (!link) return;
  const text = words(link.index + 1, link.sentence);
  setText(button, text);
  button.title = text;
}

function linkButton(press: () => void): HTMLButtonElement {
  const button = element('button', { class: 'cause', type: 'button', dir: 'auto' });
  button.addEventListener('click', press);
  return button;
}
