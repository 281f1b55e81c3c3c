/** Completions where the text has a `$0`, for the tests. */
import { type Completion, complete } from '../../src/editor/completion';
import { compile } from '../../src/language/compile';
import { marked } from './marked';

export interface Completed {
  readonly items: readonly Completion[];
  readonly labels: readonly string[];
  /** The whole text after taking the item with this label; tab stops as they are. */
  take(label: string): string;
}

export function completeAt(source: string): Completed {
  const { text, cursor } = marked(source);
  const { items, start, end } = complete(compile(text), cursor);
  const take = (label: string): string => {
    const item = items.find((candidate) => candidate.label === label);
    const lines = text.split('\n');
    const written = lines[cursor.line] ?? '';
    lines[cursor.line] = written.slice(0, start) + (item?.insert ?? `no ${label}`) + written.slice(end);
    return lines.join('\n');
  };
  return { items, labels: items.map(({ label }) => label), take };
}
