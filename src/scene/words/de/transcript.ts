/** The words of the run as a text, in German. */
import type { Words } from '../words';
import { formatCount, formatDuration, quoted } from './terms';

export const transcript: Words['transcript'] = {
  everythingWorks: 'Alles funktioniert.',
  while: (scenario) => `Im Szenario ${quoted(scenario)}.`,
  whoIsThere: 'Wer da ist',
  whatHappens: 'Was geschieht',
  moreSteps: (count) => (count === 1 ? '… 1 weiterer Schritt.' : `… ${formatCount(count)} weitere Schritte.`),
  note: (text) => `Notiz: ${text}`,
  completed: (endMs, steps) => `Der Ablauf ist ${after(endMs, steps)} abgeschlossen.`,
  failed: (endMs, steps, why) => `Der Ablauf scheitert ${after(endMs, steps)}${why === undefined ? '.' : `: ${why}`}`,
};

function after(endMs: number, steps: number): string {
  return `nach ${formatDuration(endMs)} und ${steps === 1 ? '1 Schritt' : `${formatCount(steps)} Schritten`}`;
}
