/** What is said where a wish to step leads nowhere: what there is not, and what to do where that helps. */
import { isolate } from '../../formats';
import { quoted } from './terms';

export const stepping = {
  beforeTheFirst: (flow: string) => `This is before the first step of ${quoted(flow)}.`,
  lastShown: 'That was the last step that the filter shows.',
  last: (flow: string) => `That was the last step of ${quoted(flow)}.`,
  noFailure: (isLater: boolean, isFiltered: boolean) => `No ${which(isLater)} failure${among(isFiltered)}.`,
  chooseHost: 'Choose a host first, in the picture or in the list of nodes.',
  noEvent: (host: string, isLater: boolean, isFiltered: boolean) =>
    `No ${which(isLater)} step concerns ${isolate(host)}${among(isFiltered)}.`,
  setBreakpoint: 'Set a breakpoint first: click in the margin of the file, left of a line of the flow.',
  missesBreakpoints: (flow: string) => `${quoted(flow)} comes to no line that has a breakpoint.`,
  noBreakpoint: (isLater: boolean, isFiltered: boolean) => `No ${which(isLater)} breakpoint${among(isFiltered)}.`,
  noCause: 'No other step led to this one: the flow itself says so.',
  noConsequence: 'Nothing else came of this step.',
  noReturn: 'There is no jump to go back from.',
  beforeAll: 'Step forward first: nothing has happened yet.',
};

function which(isLater: boolean): string {
  return isLater ? 'later' : 'earlier';
}

function among(isFiltered: boolean): string {
  return isFiltered ? ' among the steps that the filter shows' : '';
}
