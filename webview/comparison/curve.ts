/**
 * Time against the number of hosts that fetch: one line an architecture, and dashed the least time that is possible. Drawn
 * anew for each width, so that its words keep their size.
 */
import type { Curve, CurveLine, TimePoint } from '../../src/scene/comparison';
import { element } from '../dom';
import { strings } from '../strings';
import { shape } from './marks';
import { type Axis, axisTo, placed } from './scale';
import { svg } from './svg';

const height = 230;
const margin = { top: 10, right: 14, bottom: 38, left: 74 };

export function createCurve() {
  let shown: Curve | undefined;
  const box = element('div', { class: 'curve' });
  const draw = () => {
    if (shown && box.clientWidth > 0) box.replaceChildren(drawing(shown, box.clientWidth));
  };
  new ResizeObserver(draw).observe(box);
  return {
    element: box,
    show(curve: Curve): void {
      shown = curve;
      draw();
    },
  };
}

/** Where a point of the plot is on the drawing. */
interface Plane {
  x(fetchers: number): number;
  y(timeMs: number): number;
  readonly width: number;
  readonly times: Axis;
}

function drawing(curve: Curve, width: number): SVGSVGElement {
  const times = axisTo(Math.max(...curve.lines.flatMap(({ measured }) => measured.map(({ timeMs }) => timeMs))));
  const most = curve.fetchers[curve.fetchers.length - 1] ?? 1;
  const plane: Plane = {
    x: (fetchers) => margin.left + (fetchers / most) * (width - margin.left - margin.right),
    y: (timeMs) => height - margin.bottom - (timeMs / times.end) * (height - margin.top - margin.bottom),
    width,
    times,
  };
  return svg(
    'svg',
    { class: 'curve-drawing', width, height, role: 'img', 'aria-label': `${strings.curveTitle}. ${curve.description}` },
    ...grid(curve, plane),
    ...curve.lines.map((line, place) => lineOf(line, plane, markScales[place] ?? 1)),
  );
}

function grid({ fetchers }: Curve, { x, y, width, times }: Plane): SVGElement[] {
  const left = margin.left;
  const bottom = height - margin.bottom;
  const levels = times.ticks.flatMap((time) => [
    svg('line', { class: 'grid', x1: left, x2: width - margin.right, y1: y(time), y2: y(time) }),
    svg(
      'text',
      { class: 'tick', x: left - 6, y: y(time) + 4, 'text-anchor': 'end' },
      time === 0 ? '0' : strings.duration(time),
    ),
  ]);
  const counts = placed(fetchers, x, 34).map((count) =>
    svg('text', { class: 'tick', x: x(count), y: bottom + 15, 'text-anchor': 'middle' }, strings.count(count)),
  );
  const title = svg(
    'text',
    { class: 'axis', x: (left + width - margin.right) / 2, y: bottom + 32, 'text-anchor': 'middle' },
    strings.fetchingHosts,
  );
  return [...levels, ...counts, title];
}

/** Later marks are smaller, so that lines which run together can all be seen. */
const markScales = [1.3, 1.2, 0.7];

function lineOf({ architecture, measured, bounds }: CurveLine, plane: Plane, markScale: number): SVGElement {
  const { x, y, times } = plane;
  const pathOf = (points: readonly TimePoint[]) =>
    points.map(({ fetchers, timeMs }) => `${x(fetchers)},${y(timeMs)}`).join(' ');
  const marks = measured.map(({ fetchers, timeMs }) =>
    svg('g', { transform: `translate(${x(fetchers)} ${y(timeMs)}) scale(${markScale})` }, shape(architecture)),
  );
  return svg(
    'g',
    { class: `curve-line ${architecture}` },
    svg('polyline', { class: 'bound', points: pathOf(bounds.filter(({ timeMs }) => timeMs <= times.end)) }),
    svg('polyline', { class: 'measured', points: pathOf(measured) }),
    ...marks,
  );
}
