/** The viewport in which all nodes can be seen, with what is written about them. Pure geometry. */
import type { Box, Spot } from './geometry';

/** Half of a node's picture, in the diagram's units. */
const half = { width: 42, height: 37 };

interface Room {
  readonly side: number;
  readonly top: number;
  readonly bottom: number;
}

/** Around the pictures for names and tags, which do not shrink with the zoom: in pixels. */
const ordinaryRoom: Room = { side: 30, top: 26, bottom: 46 };
/** A drawing that is less high needs what it has for the pictures. */
const smallRoom: Room = { side: 26, top: 20, bottom: 36 };
const smallHeight = 280;

/** How far a tag reaches above its node. */
const tagHeight = 13;

/** Where the strip with the hops may lie in a drawing of this width: as `hops.css` has it, with names that are not too long. */
export function stripIn(width: number): Box {
  return { left: 0, top: 0, right: width < 480 ? 110 : 230, bottom: 28 };
}

export type Audience = 'ordinary' | 'presenting';

/** A network of three hosts need not fill a window; in front of an audience it may. */
const largestZoom = { ordinary: 1.35, presenting: 2.4 } as const;

interface Size {
  readonly width: number;
  readonly height: number;
}

interface Fitted {
  readonly zoom: number;
  readonly pan: Spot;
}

/** Undefined where there is nothing to see, or no room. */
export function fitted(places: readonly Spot[], size: Size, audience: Audience = 'ordinary'): Fitted | undefined {
  const largest = largestZoom[audience];
  const room = scaled(size.height < smallHeight ? smallRoom : ordinaryRoom, largest / largestZoom.ordinary);
  const usual = fittedInto(places, size, room, largest);
  const strip = stripIn(size.width);
  const isCovered = usual && audience === 'ordinary' && places.some((place) => isUnder(strip, place, usual));
  return isCovered ? fittedInto(places, size, { ...room, top: strip.bottom + tagHeight }, largest) : usual;
}

function fittedInto(places: readonly Spot[], size: Size, room: Room, largest: number): Fitted | undefined {
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

function isUnder({ right, bottom }: Box, { x, y }: Spot, { zoom, pan }: Fitted): boolean {
  const left = (x - half.width) * zoom + pan.x;
  const top = (y - half.height) * zoom + pan.y - tagHeight;
  return left < right && top < bottom;
}

function scaled({ side, top, bottom }: Room, factor: number): Room {
  return { side: side * factor, top: top * factor, bottom: bottom * factor };
}

/** `Math.min(...values)` has a limit on how many. */
function least(values: readonly number[]): number {
  return values.reduce((smallest, value) => Math.min(smallest, value), Number.POSITIVE_INFINITY);
}
