/** How long what VS Code shows beside 10,000 lines takes: hovers, lenses, hints and colours, after a change of one line. */
import { type Checked, check } from '../src/analysis/check';
import { hintsOf } from '../src/editor/hints';
import { hoverAt } from '../src/editor/hover';
import { lensesOf } from '../src/editor/lenses';
import { tokensOf } from '../src/editor/tokens';
import { generate } from './generate';
import { assertInOrder, edited } from './language';
import { medianMs } from './measure';
import { placeOf } from './places';
import type { Figure } from './report';

export function* besideFigures(): Generator<Figure> {
  const text = generate({ lines: 10_000, hosts: 500 });
  assertInOrder(text);
  const options = { maxSteps: 100_000 };
  const file = check(text, undefined, options);
  const changed = check(edited(text, 'takes 20ms', 'takes 2ms'), file, options);
  const middle = Math.floor(text.split('\n').length / 2);
  for (const [what, sought] of hovers) {
    const place = placeOf(text, sought);
    if (!hoverAt(file, place, String)) throw new Error(`Nothing is said of ${sought}.`);
    yield figure(`hover over ${what}, 10,000 lines`, 5, (checked) => hoverAt(checked, place, String));
  }
  yield figure('lenses of 10,000 lines', 20, lensesOf);
  yield figure('hints of 60 of 10,000 lines', 10, (checked) => hintsOf(checked, middle, middle + 60));
  yield figure('colours of 10,000 lines', 20, (checked) => tokensOf(checked, 0, 10_000));

  function figure(what: string, goal: number, ask: (checked: Checked) => unknown): Figure {
    return { what, value: medianMs((number) => ask(number % 2 === 0 ? file : changed)), unit: 'ms', goal };
  }
}

const hovers = [
  ['the host that all ask', 'host napster'],
  ['a switch', 'switch lan1'],
  ['a service', 'service music'],
  ['a resource', 'shares "song-1.mp3'],
  ['a flow', 'flow "Music 1'],
  ['a step', 'napster : lookup'],
  ['a word', 'service music uses'],
] as const;
