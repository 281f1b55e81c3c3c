/** First, back, play, forward, last; where we are; how fast. */
import type { Frame } from '../../src/scene/scene';
import { element, setText } from '../dom';
import { glyphs } from '../glyphs';
import { speeds } from '../player';
import { strings } from '../strings';
import { chooser, iconButton } from '../toolkit';

export interface TransportEvents {
  readonly seek: (position: number) => void;
  readonly step: (by: number) => void;
  readonly togglePlay: () => void;
  readonly setSpeed: (speed: number) => void;
}

export function createTransport({ seek, step, togglePlay, setSpeed }: TransportEvents) {
  const first = iconButton(glyphs.first, strings.first, () => seek(0));
  const back = iconButton(glyphs.back, strings.back, () => step(-1));
  const play = iconButton(glyphs.play, strings.play, togglePlay);
  const forward = iconButton(glyphs.forward, strings.forward, () => step(1));
  const last = iconButton(glyphs.last, strings.last, () => seek(Number.MAX_SAFE_INTEGER));
  play.element.classList.add('play');
  const scrubber = element('input', {
    type: 'range',
    min: '0',
    step: '1',
    class: 'scrubber',
    'aria-label': strings.stepSlider,
  });
  scrubber.addEventListener('input', () => seek(Number(scrubber.value)));
  const position = element('span', { class: 'position' });
  const time = element('span', { class: 'time' });
  const speed = chooser(strings.speed, (value) => setSpeed(Number(value)));
  speed.element.classList.add('speed');
  speed.show(
    speeds.map((value) => ({ value: String(value), text: `${value}×` })),
    '1',
  );

  return {
    element: element(
      'div',
      { class: 'transport', role: 'group', 'aria-label': strings.transport },
      element('div', { class: 'buttons' }, ...[first, back, play, forward, last].map((button) => button.element)),
      scrubber,
      element('div', { class: 'where' }, position, time),
      speed.element,
    ),
    show(frame: Frame, isPlaying: boolean): void {
      const atStart = frame.position === 0;
      const atEnd = frame.position === frame.count;
      for (const button of [first, back]) button.enable(!atStart);
      for (const button of [forward, last]) button.enable(!atEnd);
      play.enable(frame.count > 0);
      play.show(isPlaying ? glyphs.pause : glyphs.play, isPlaying ? strings.pause : strings.play);
      scrubber.max = String(Math.max(frame.count, 1));
      scrubber.value = String(frame.position);
      scrubber.disabled = frame.count === 0;
      const text = strings.position(frame.position, frame.count);
      scrubber.setAttribute('aria-valuetext', text);
      scrubber.style.setProperty('--played', `${frame.count === 0 ? 0 : (100 * frame.position) / frame.count}%`);
      setText(position, text);
      setText(time, frame.time);
    },
  };
}
