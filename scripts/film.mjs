// Pictures of a page one after the other, and an animated GIF made of them: only what changes is stored, so that some
// seconds of an editor stay small.

import gifenc from 'gifenc';
import { PNG } from 'pngjs';

const { GIFEncoder, applyPalette, quantize } = gifenc;
const colours = 255; // one more says that a pixel stays as it is
const unchanged = 255;

/** Adds a picture of the page to `pictures` as often as it can for so long. */
export async function record(page, pictures, durationMs) {
  for (const endMs = Date.now() + durationMs; Date.now() < endMs; ) {
    pictures.push({ png: await page.screenshot(), atMs: Date.now() });
  }
}

/** A GIF that shows each picture until the next, the last for a while, and then begins again. */
export function filmOf(pictures, restMs = 3000) {
  const frames = merged(pictures.map(({ png, atMs }) => ({ ...PNG.sync.read(png), atMs })));
  const palette = quantize(sampled(frames), colours);
  const { width, height } = frames[0];
  const gif = GIFEncoder();
  let before;
  for (const [place, { data, atMs }] of frames.entries()) {
    const delay = (frames[place + 1]?.atMs ?? atMs + restMs) - atMs;
    const pixels = applyPalette(data, palette);
    const options = {
      palette: [...palette, [0, 0, 0]],
      delay,
      transparent: true,
      transparentIndex: unchanged,
      dispose: 1,
    };
    gif.writeFrame(before ? changes(before, pixels) : pixels, width, height, options);
    before = pixels;
  }
  gif.finish();
  return gif.bytes();
}

/** Without those that show nothing new. */
function merged(frames) {
  return frames.filter(({ data }, place) => place === 0 || !data.equals(frames[place - 1].data));
}

/** Every colour that matters is in a few of the frames. */
function sampled(frames) {
  const step = Math.max(1, Math.floor(frames.length / 4));
  return new Uint8Array(Buffer.concat(frames.filter((_, place) => place % step === 0).map(({ data }) => data)));
}

function changes(before, pixels) {
  return pixels.map((pixel, place) => (pixel === before[place] ? unchanged : pixel));
}
