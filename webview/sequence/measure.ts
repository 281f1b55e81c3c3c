/** How wide a text is in the type of the sequence diagram; the same words come up again and again. */

export type TextWidth = (text: string) => number;

export function createTextWidth(size: number): { readonly of: TextWidth; use(family: string): void } {
  const context = document.createElement('canvas').getContext('2d');
  const known = new Map<string, number>();
  return {
    of(text) {
      const width = known.get(text) ?? context?.measureText(text).width ?? text.length * size * 0.55;
      known.set(text, width);
      return width;
    },
    use(family) {
      const font = `${size}px ${family}`;
      if (!context || context.font === font) return;
      context.font = font;
      known.clear();
    },
  };
}
