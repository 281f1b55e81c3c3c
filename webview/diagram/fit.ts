/** The viewport in which all nodes can be seen, with what is written about them. Pure geometry. */
import type { Spot } from './geometry';

/** Half of a node's picture, in the diagram's units. */
const half = { width: 42, height: 37 };

/** Room around the pictures for names and tags, which do not shrink with the zoom: in pixels. */
const ordinaryRoom = { side: 30, top: 26, bottom: 46 };
/** A drawing that is less high needs what it has for the pictures. */
const smallRoom = { side: 26, top: 20, bottom: 36 };
const smallHeight = 280;

/** A network of three hosts need not fill a window; in front of an audience it may. */
export const largestZoom = { ordinary: 1.35, presenting: 2.4 } as const;

/** Undefined where there is nothing to see, or no room. */
export function fitted(
  places: readonly Spot[],
  size: { readonly width: number; readonly height: number },
  largest: number = largestZoom.ordinary,
): { readonly zoom: number; readonly pan: Spot } | undefined {
  const room = scaled(size.height < smallHeight ? smallRoom : ordinaryRoom, largest / largestZoom.ordinary);
  const width = size.width - 2 * room.side;
  const height = size.height - room.top - room.bottom;
  if (places.length === 0 || width <= 0 || height <= 0) return undefined;
  const left = least(places.map(({ x }) => x)) - half.width;
  const right = -least(places.map(({ x }) => -x)) + half.width;
  const top = least(places.map(({ y }) => y)) - half.height;
  const bottom = -least(places.map(({ y }) => -y)) + half.height;
  const zoom = Math.min(width / (right - left), height / (bottom - top), largest);
  return {
    zoom,
    pan: {
      x: room.side + width / 2 - (zoom * (left + right)) / 2,
      y: room.top + height / 2 - (zoom * (top + bottom)) / 2,
    },
  };
}

function scaled({ side, top, bottom }: typeof ordinaryRoom, factor: number): typeof ordinaryRoom {
  return { side: side * factor, top: top * factor, bottom: bottom * factor };
}

/** `Math.min(...values)` has a limit on how many. */
function least(values: readonly number[]): number {
  return values.reduce((smallest, value) => Math.min(smallest, value), Number.POSITIVE_INFINITY);
}
