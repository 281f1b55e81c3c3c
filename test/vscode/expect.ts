// The one assertion the tests in VS Code need: Node's own is missing in the browser's extension host.

/** Compares plain data by value. */
export function equal(actual: unknown, expected: unknown, message = 'Values differ'): void {
  const [actualText, expectedText] = [actual, expected].map((value) => JSON.stringify(value));
  if (actualText !== expectedText) throw new Error(`${message}: expected ${expectedText}, got ${actualText}.`);
}
