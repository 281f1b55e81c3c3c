/** What stands in the holes of an English sentence: how it is recognised, and how a German one has it. */

/** What an author wrote, within curly quotes: it may hold such quotes itself. */
export const quotedPattern = '(?:[^“”]|“[^“”]*”)*?';

/** `alice`, `alice, bob and 3 others`: names have no spaces. */
export const namesPattern = String.raw`[^\s,]+(?:, [^\s,]+)*(?: and (?:[\d,]+ (?:others|more)|[^\s,]+))?`;

/** What hosts do of their own accord. */
export const deeds = {
  join: 'beitreten',
  leave: 'austreten',
  fetch: 'etwas holen',
  search: 'suchen',
  publish: 'etwas veröffentlichen',
  call: 'anrufen',
  'send to those who joined': 'an alle senden, die mitmachen',
} as const;

/** `alice, bob and 3 others`. */
export function listSaid(text: string): string {
  return text
    .replace(/ and (?=[^,]*$)/, ' und ')
    .replace(/([\d,]+) (?:others|more)$/, (_, left) => `${countSaid(left)} weitere`);
}

/** `10,000`. */
export function countSaid(text: string): string {
  return text.replaceAll(',', '.');
}

/** `1,234.5`. */
export function numberSaid(text: string): string {
  return text.replace(/[.,]/g, (mark) => (mark === '.' ? ',' : '.'));
}
