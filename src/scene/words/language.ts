/** The languages in which the playground speaks. Knows nothing of what is said in them. */

export type Language = 'en' | 'de';

/** `tag` as VS Code and browsers name a language: `de`, `de-AT`, `zh-cn`. What is not spoken here gets English. */
export function languageOf(tag: string): Language {
  return /^de\b/i.test(tag) ? 'de' : 'en';
}
