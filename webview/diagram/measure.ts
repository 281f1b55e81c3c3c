/** How wide words are in a font. Each text is measured once, and large, so that no rounding to pixels is multiplied. */
import type { Measure } from './view';

const largeSize = 100;
/** Names change while somebody types; what is not used any more is not kept for ever. */
const keptAtMost = 20_000;

export function measurer(font: string): Measure {
  const context = document.createElement('canvas').getContext('2d');
  const known = new Map<string, number>();
  return (text, size, weight) => {
    const key = `${weight} ${text}`;
    let width = known.get(key);
    if (width === undefined) {
      if (known.size > keptAtMost) known.clear();
      if (context) context.font = `${weight} ${largeSize}px ${font}`;
      width = context?.measureText(text).width ?? 0.6 * largeSize * text.length;
      known.set(key, width);
    }
    return (width * size) / largeSize;
  };
}
