/** First, back, play, forward, last; where we are; by what to step, how fast to play, and whether again and again. */
import type { Frame, SteppingChoice, StepUnit } from '../../src/scene/scene';
import { element, setText } from '../dom';
import { glyphs } from '../glyphs';
import { speeds } from '../player';
import { strings } from '../strings';
import { chooser, iconButton } from '../toolkit';

export interface TransportEvents {
  readonly seek: (position: number) => void;
  /** To the last step that is shown. */
  readonly toEnd: () => void;
  readonly step: (by: number) => void;
  readonly togglePlay: () => void;
  readonly chooseStepping: (change: Partial<SteppingChoice>) => void;
  readonly toggleLoop: () => void;
}

const units: readonly StepUnit[] = ['message', 'line', 'host', 'failure'];

export function createTransport({ seek, toEnd, step, togglePlay, chooseStepping, toggleLoop }: TransportEvents) {
  const first = iconButton(glyphs.first, strings.first, () => seek(0));
  const back = iconButton(glyphs.back, strings.back, () => step(-1));
  const play = iconButton(glyphs.play, strings.play, togglePlay);
  const forward = iconButton(glyphs.forward, strings.forward, () => step(1));
  const last = iconButton(glyphs.last, strings.last, toEnd);
  const loop = iconButton(glyphs.loop, strings.loop, toggleLoop);
  play.element.classList.add('play');
  loop.element.classList.add('loop');
  const position = element('span', { class: 'position' });
  const time = element('span', { class: 'time' });
  const unit = chooser(strings.stepBy, (value) => chooseStepping({ unit: value as StepUnit }));
  unit.element.classList.add('unit');
  const speed = chooser(strings.speed, (value) => chooseStepping({ speed: Number(value) }));
  speed.element.classList.add('speed');

  return {
    element: element(
      'div',
      { class: 'transport', role: 'group', 'aria-label': strings.transport },
      element('div', { class: 'buttons' }, ...[first, back, play, forward, last].map((button) => button.element)),
      element('div', { class: 'where' }, position, time),
      element('div', { class: 'ways' }, loop.element, unit.element, speed.element),
    ),
    show(frame: Frame, isPlaying: boolean): void {
      const { unit: by = 'message', speed: rate = 1, loop: stretch, isLast } = frame.stepping ?? {};
      const atStart = frame.position === 0;
      const atEnd = by === 'message' && isLast === true;
      back.show(glyphs.back, strings.backBy[by]);
      forward.show(glyphs.forward, strings.forwardBy[by]);
      for (const button of [first, back]) button.enable(!atStart);
      forward.enable(!atEnd);
      last.enable(isLast !== true);
      play.enable(frame.count > 0);
      play.show(isPlaying ? glyphs.pause : glyphs.play, isPlaying ? strings.pause : strings.play);
      loop.press(stretch !== undefined);
      setText(position, strings.position(frame.position, frame.count));
      setText(time, frame.time);
      unit.show(
        units.map((value) => ({ value, text: strings.units[value] })),
        by,
      );
      speed.show(
        speeds.map((value) => ({ value: String(value), text: `${value}×` })),
        String(rate),
      );
    },
  };
}
