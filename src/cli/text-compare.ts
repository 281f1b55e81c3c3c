/** A comparison as a terminal shows it: the job, a table with a column for each architecture, and what follows from it. */
import type { Comparison } from '../analysis/compare/comparison';
import { comparisonScene } from '../scene/comparison';
import { printable, type Style } from './style';
import { table } from './table';

export function* comparisonAsText(comparison: Comparison, price: number, style: Style): Generator<string> {
  const { job, columns, rows, conclusions, losses, remarks } = comparisonScene(comparison, price);
  yield `${style.strong(printable(job))}\n\n`;
  const head = ['', ...columns.map(({ architecture }) => architecture)];
  const cells = rows.map(({ measure, cells: row }) => [
    measure,
    ...row.map(({ text, detail, isFailure }) =>
      printable(detail === undefined || isFailure ? text : `${text} (${detail})`),
    ),
  ]);
  const [first = '', ...lines] = table([head, ...cells]);
  yield `${style.strong(first)}\n${lines.join('\n')}\n`;
  for (const { architecture, how } of columns) yield `\n${style.strong(architecture)}: ${printable(how)}`;
  yield '\n';
  for (const part of [conclusions, losses]) {
    if (part.length > 0) yield `\n${part.map((sentence) => `${printable(sentence)}\n`).join('')}`;
  }
  yield `\n${remarks.map((remark) => `${style.faint(printable(remark))}\n`).join('')}`;
}
