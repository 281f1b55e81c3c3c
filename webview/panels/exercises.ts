/**
 * The exercises of the file: what to do, hints one after the other, what holds already and what does not. The first that is
 * not solved is open; who opens another keeps it open.
 */
import type { Picture } from '../../src/protocol/messages';
import type { ShownCheck, ShownExercise } from '../../src/scene/exercises';
import { element, glyph, name, setText } from '../dom';
import { glyphs } from '../glyphs';
import type { ShortcutGroup } from '../keyboard';
import { strings } from '../strings';

const say = strings.exercises;

/** How many hints of each exercise have been shown, by its name. */
export interface HintMemory {
  readonly hints: () => Readonly<Record<string, number>>;
  readonly rememberHints: (hints: Readonly<Record<string, number>>) => void;
}

export function createExercises(reveal: (line: number) => void, { hints, rememberHints }: HintMemory) {
  const total = element('span', { class: 'exercise-points' });
  const spoken = element('p', { class: 'unseen', role: 'status', 'aria-live': 'polite' });
  const list = element('div', { class: 'exercise-list' });
  const result = element(
    'section',
    { class: 'exercises', 'aria-label': say.title },
    element('div', { class: 'exercises-head' }, element('h2', {}, say.title), total),
    list,
    spoken,
  );
  /** By name, whether the user has opened or closed it. */
  const wanted = new Map<string, boolean>();
  let shown = '';
  let points: number | undefined;

  const hintsOf = ({ name: exercise, hints: all }: ShownExercise): HTMLElement[] => {
    const count = Math.min(hints()[exercise] ?? 0, all.length);
    const seen = all.slice(0, count).map((text) => element('li', { dir: 'auto' }, text));
    const more = element(
      'button',
      { class: 'next-hint small-button', type: 'button' },
      say.nextHint(count + 1, all.length),
    );
    more.addEventListener('click', () => {
      rememberHints({ ...hints(), [exercise]: count + 1 });
      setText(spoken, all[count] ?? '');
      const parent = more.closest('.exercise-hints');
      const exerciseNow = drawn.find(({ name: each }) => each === exercise);
      if (exerciseNow) parent?.replaceChildren(...hintsOf(exerciseNow));
      (parent?.querySelector<HTMLElement>('.next-hint') ?? parent?.querySelector<HTMLElement>('ol'))?.focus();
    });
    return [
      ...(count > 0 ? [element('ol', { tabindex: '-1', 'aria-label': say.hints }, ...seen)] : []),
      ...(count < all.length ? [more] : []),
    ];
  };
  /** Of the first that is open and has one left. */
  const showHint = () => list.querySelector<HTMLElement>('.exercise[open] .next-hint')?.click();
  let drawn: readonly ShownExercise[] = [];
  const draw = (exercises: readonly ShownExercise[]) => {
    drawn = exercises;
    const firstOpen = exercises.find(({ points: has, of }) => has < of);
    list.replaceChildren(
      ...exercises.map((exercise) => {
        const details = element(
          'details',
          { class: exercise.points === exercise.of ? 'exercise solved' : 'exercise' },
          summaryOf(exercise),
          ...exercise.tasks.map((task) => element('p', { class: 'exercise-task', dir: 'auto' }, task)),
          element('ul', { class: 'exercise-checks' }, ...exercise.checks.map((check) => checkRow(check, reveal))),
          element('div', { class: 'exercise-hints' }, ...hintsOf(exercise)),
        );
        details.open = wanted.get(exercise.name) ?? exercise === firstOpen;
        details.querySelector('summary')?.addEventListener('click', () => wanted.set(exercise.name, !details.open));
        return details;
      }),
    );
  };
  return {
    element: result,
    shortcuts: [
      {
        title: say.title,
        shortcuts: [{ keys: ['h', 'H'], text: say.showHint, act: showHint }],
      },
    ] satisfies ShortcutGroup[],
    showPicture({ exercises }: Picture): void {
      result.hidden = exercises.length === 0;
      const next = JSON.stringify(exercises);
      if (next === shown) return;
      shown = next;
      const has = exercises.reduce((sum, exercise) => sum + exercise.points, 0);
      const of = exercises.reduce((sum, exercise) => sum + exercise.of, 0);
      setText(total, say.points(has, of));
      if (points !== undefined && points !== has) setText(spoken, say.points(has, of));
      points = has;
      draw(exercises);
    },
  };
}

function summaryOf({ name: title, points, of }: ShownExercise): HTMLElement {
  const bar = element('progress', { max: String(of), value: String(points), 'aria-label': say.points(points, of) });
  return element(
    'summary',
    {},
    glyph(glyphs.unfolded, 'glyph arrow'),
    name(title, 'exercise-name'),
    element(
      'span',
      { class: 'exercise-points' },
      points === of ? glyph(glyphs.check, 'glyph solved-mark') : undefined,
      say.shortPoints(points, of),
    ),
    bar,
  );
}

function checkRow({ text, of, outcome, remark, line }: ShownCheck, reveal: (line: number) => void): HTMLElement {
  const holds = outcome === 'pass';
  const state = holds ? say.holds : outcome === 'fail' ? say.holdsNot : say.notChecked;
  const row = element(
    'button',
    { class: `exercise-check ${holds ? 'holds' : 'open'}`, type: 'button', title: strings.goToLine(line) },
    glyph(holds ? glyphs.check : glyphs.cross),
    element('span', { class: 'unseen' }, state),
    element('span', { class: 'check-text' }, name(text), remark === '' ? undefined : name(remark, 'check-remark')),
    element('span', { class: 'check-worth' }, say.worth(of)),
  );
  row.addEventListener('click', () => reveal(line));
  return element('li', {}, row);
}
