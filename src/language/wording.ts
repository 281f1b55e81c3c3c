/** Pieces that messages are made of: lists, numbers, quoted names, texts that are too long or cannot be seen. */

/** `client, server or both`. */
export function listWords(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words[words.length - 1]}`;
}

/** `100,000`. */
export function formatCount(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** `1 step`, `10,000 steps`. */
export function counted(count: number, thing: string): string {
  return `${formatCount(count)} ${thing}${count === 1 ? '' : 's'}`;
}

/** As a message shows what somebody wrote: “alice”. */
export function quote(text: string): string {
  return `“${shorten(text)}”`;
}

/** A message stays readable whatever a name is made of; a pair of surrogates is not cut in two. */
export function shorten(text: string): string {
  if (text.length <= longestShown) return text;
  return `${text.slice(0, longestShown - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

const longestShown = 40;

/** `an index`, `a peer`. */
export function article(noun: string): string {
  return /^[aeiou]/.test(noun) ? `an ${noun}` : `a ${noun}`;
}
