/** The sign of each architecture: a colour of the style sheet, and a shape, so that colour never stands alone. */
import type { Architecture } from '../../src/scene/comparison';
import { svg } from './svg';

/** Drawn around 0,0 within a circle of radius 5. */
const shapes: Readonly<Record<Architecture, string>> = {
  'client-server': 'M-4-4h8v8h-8z',
  hybrid: 'M0-5.200L5 4H-5z',
  'peer-to-peer': 'M-4.500 0a4.500 4.500 0 1 0 9 0a4.500 4.500 0 1 0-9 0z',
};

export function mark(architecture: Architecture): SVGSVGElement {
  return svg(
    'svg',
    { class: `mark ${architecture}`, viewBox: '-6 -6 12 12', 'aria-hidden': 'true' },
    shape(architecture),
  );
}

export function shape(architecture: Architecture): SVGPathElement {
  return svg('path', { d: shapes[architecture] });
}
