/** The words of the run as a text. */
import { counted } from '../../../language/wording';
import { formatCount, formatDuration, quoted } from './terms';

export const transcript = {
  everythingWorks: 'Everything works.',
  while: (scenario: string) => `While ${quoted(scenario)} holds.`,
  whoIsThere: 'Who is there',
  whatHappens: 'What happens',
  moreSteps: (count: number) => `… ${formatCount(count)} more steps.`,
  note: (text: string) => `Note: ${text}`,
  completed: (endMs: number, steps: number) => `The flow is completed ${after(endMs, steps)}.`,
  failed: (endMs: number, steps: number, why: string | undefined) =>
    `The flow fails ${after(endMs, steps)}${why === undefined ? '.' : `: ${why}`}`,
};

function after(endMs: number, steps: number): string {
  return `after ${formatDuration(endMs)} and ${counted(steps, 'step')}`;
}
