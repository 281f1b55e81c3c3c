/**
 * What is tried out and not saved: each change with a button that takes it back, what they lead to, and the ways on: save
 * them as a scenario, or go back. It keeps nothing but whether all differences are shown.
 */
import type { Picture } from '../../src/protocol/messages';
import type { Difference, Experiment } from '../../src/scene/scene';
import { element, glyph, name } from '../dom';
import { glyphs } from '../glyphs';
import { strings } from '../strings';
import { textButton } from '../toolkit';

export interface ExperimentEvents {
  readonly takeBack: (place: number) => void;
  readonly endExperiment: () => void;
  readonly saveScenario: () => void;
  readonly seek: (position: number) => void;
  readonly reveal: (line: number) => void;
}

export function createExperiment(events: ExperimentEvents) {
  const changes = element('ul', { class: 'changes', 'aria-label': strings.whatIf.notSaved });
  const list = element('ul', { class: 'differences', id: 'differences' });
  const against = element('p', { class: 'against', dir: 'auto' });
  const all = element('button', { class: 'all-differences', type: 'button', 'aria-controls': 'differences' });
  const spoken = element('p', { class: 'unseen', role: 'status' });
  const buttons = element(
    'div',
    { class: 'experiment-buttons' },
    textButton(strings.whatIf.save, events.saveScenario),
    textButton(strings.whatIf.end, events.endExperiment, 'secondary'),
  );
  const content = [
    element(
      'div',
      { class: 'experiment-head' },
      element('span', { class: 'not-saved' }, glyph(glyphs.experiment), strings.whatIf.notSaved),
      changes,
      buttons,
    ),
    element('div', { class: 'experiment-body' }, against, list, all),
  ];
  const banner = element(
    'section',
    { class: 'experiment', 'aria-label': strings.whatIf.banner, hidden: true },
    ...content,
  );
  let shown = '';
  let now: Experiment | undefined;
  let isWhole = false;

  const render = () => {
    if (!now) return;
    const { differences, original } = now;
    against.hidden = original === undefined;
    against.textContent = original === undefined ? '' : strings.whatIf.comparedWith(original);
    const visible = isWhole ? differences : differences.slice(0, 1);
    list.replaceChildren(...visible.map((difference) => row(difference, events)));
    if (differences.length === 0) list.replaceChildren(element('li', {}, strings.whatIf.notCompared));
    all.hidden = differences.length < 2;
    all.setAttribute('aria-expanded', String(isWhole));
    all.textContent = isWhole ? strings.whatIf.fewer : strings.whatIf.more(differences.length - 1);
  };
  all.addEventListener('click', () => {
    isWhole = !isWhole;
    render();
  });

  return {
    element: element('div', { class: 'experiment-place' }, banner, spoken),
    showPicture({ experiment }: Picture): void {
      const next = JSON.stringify(experiment ?? null);
      if (next === shown) return;
      shown = next;
      now = experiment;
      const hadFocus = banner.contains(document.activeElement);
      banner.hidden = !experiment;
      spoken.textContent = experiment
        ? strings.whatIf.spoken(
            experiment.changes.map(({ text }) => text),
            experiment.differences[0]?.text,
          )
        : '';
      if (!experiment) isWhole = false;
      changes.replaceChildren(...(experiment?.changes.map((change) => changeOf(change, events)) ?? []));
      render();
      // The button that was pressed is gone.
      if (hadFocus) focusNext(banner);
    },
  };
}

function focusNext(banner: HTMLElement): void {
  if (banner.hidden) document.querySelector<HTMLElement>('.stage')?.focus({ preventScroll: true });
  else banner.querySelector<HTMLElement>('.take-back')?.focus({ preventScroll: true });
}

function changeOf({ place, text }: Experiment['changes'][number], { takeBack }: ExperimentEvents): HTMLElement {
  const label = strings.whatIf.takeBack(text);
  const button = element(
    'button',
    { class: 'take-back', type: 'button', title: label, 'aria-label': label },
    glyph(glyphs.cross),
  );
  button.addEventListener('click', () => takeBack(place));
  return element('li', { class: 'change' }, name(text), button);
}

const signs = { worse: glyphs.worse, better: glyphs.check, other: glyphs.differs } as const;

/** With somewhere to look it is a button: a step of this run, else a line of the file. */
function row({ text, before, tone, position, line }: Difference, { seek, reveal }: ExperimentEvents): HTMLElement {
  const children = [
    name(text, 'is'),
    ...(before === undefined ? [] : [element('span', { class: 'was' }, `${strings.whatIf.before} `, name(before))]),
  ];
  const words =
    position === undefined && line === undefined
      ? element('span', { class: 'difference' }, ...children)
      : element('button', { class: 'difference', type: 'button' }, ...children);
  words.addEventListener('click', () => {
    if (position !== undefined) seek(position);
    else if (line !== undefined) reveal(line);
  });
  return element('li', { class: tone }, glyph(signs[tone]), words);
}
