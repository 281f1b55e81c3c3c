/** What `<`, `<=`, `=`, `>=` and `>` mean. */
import type { Comparison } from '../../language/topology';

export function compares(value: number, comparison: Comparison, limit: number): boolean {
  switch (comparison) {
    case '<':
      return value < limit;
    case '<=':
      return value <= limit;
    case '=':
      return value === limit;
    case '>=':
      return value >= limit;
    case '>':
      return value > limit;
  }
}
