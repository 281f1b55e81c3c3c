/** Makes a forgotten member of a union a compile error where it must be handled. */
export function assertNever(value: never): never {
  throw new Error(`Unhandled: ${JSON.stringify(value)}`);
}
