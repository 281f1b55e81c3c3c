/** How many columns a text takes in a terminal or an editor, so that carets stand under what they mean and columns line up. */

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

export function displayWidth(text: string): number {
  if (text.length > longestMeasured || narrow.test(text)) return text.length;
  let width = 0;
  for (const { segment } of graphemes.segment(text)) width += graphemeWidth(segment);
  return width;
}

export function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}

/** Nobody sees columns line up beyond it, and the segmenter needs time that grows with the square of the length. */
const longestMeasured = 1_000;

/** Most text, decided without looking at its graphemes: Latin letters, dashes, quotes and arrows. */
const narrow = /^[ -~\u00a1-\u02ff\u2010-\u2027\u2190-\u2193]*$/;

function graphemeWidth(grapheme: string): number {
  if (/^[\p{M}\p{Cf}]+$/u.test(grapheme)) return 0;
  return wide.test(grapheme) ? 2 : 1;
}

/** East Asian Wide and Fullwidth (UAX #11, in blocks), and what is shown as an emoji. */
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f200}-\u{1f2ff}\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}|\ufe0f/u;
