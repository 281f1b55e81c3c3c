/** Numbers as they are written in the language of the page. */

export function decimal(value: number, digits: number): string {
  return new Intl.NumberFormat(document.documentElement.lang || 'en', { maximumFractionDigits: digits }).format(value);
}
