// What the tests in VS Code import that is no TypeScript: the list that the build makes, and a helper of the scripts.

declare module 'all-extension-tests' {
  /** Declares every test of this folder to Mocha. */
  export default function loadTests(): void;
}

declare module '*/scripts/test-output.mjs' {
  export const testOutputPrefix: string;
  export function countsLine(counts: { passes: number; failures: number; pending: number }): string;
  export function failuresLine(failures: readonly string[]): string;
  export function collectFailures(runner: import('mocha').Runner): string[];
}
