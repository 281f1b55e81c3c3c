/** Sums of money as people read them. */
import { formatCount } from '../language/wording';

/** In dollars: `$1,234`, `$12.30`, `$0.05`, `$0.0042`. Of less than ten cents, two figures count. */
export function formatMoney(dollars: number): string {
  if (dollars >= 1000) return `$${formatCount(Math.round(dollars))}`;
  if (dollars >= 0.1 || dollars === 0) return `$${dollars.toFixed(2)}`;
  const figures = dollars.toFixed(Math.min(12, 1 - Math.floor(Math.log10(dollars))));
  return `$${figures.replace(/(\.\d\d.*?)0+$/, '$1')}`;
}
