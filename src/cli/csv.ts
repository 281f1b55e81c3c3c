/** Rows as CSV (RFC 4180). A cell never becomes a formula where a spreadsheet opens the file. */

export function csv(rows: readonly (readonly (string | number | undefined)[])[]): string {
  return rows.map((row) => `${row.map(cellOf).join(',')}\r\n`).join('');
}

function cellOf(value: string | number | undefined): string {
  if (typeof value !== 'string') return String(value ?? '');
  const inert = isFormula(value) ? `'${value}` : value;
  return /[",;'\t\r\n]|^\s|\s$/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}

/** Spreadsheets look past blanks and quotes, and take the wide forms for the narrow ones. */
function isFormula(text: string): boolean {
  return /^[\s\p{Cc}"']*[=+\-@|%＝＋－＠]|^[\t\r\n]/u.test(text);
}
