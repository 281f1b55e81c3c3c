// The few globals that every extension host has, in Node and in a browser's worker alike. The types of Node and of
// the DOM are left out on purpose: what only one of the two hosts offers must not compile here.

type TimerHandle = { readonly timerHandle: unique symbol };

declare function setTimeout(callback: () => void, delayMs?: number): TimerHandle;
declare function clearTimeout(handle: TimerHandle | undefined): void;
declare function setInterval(callback: () => void, periodMs: number): TimerHandle;
declare function clearInterval(handle: TimerHandle | undefined): void;

declare const console: {
  log(...values: readonly unknown[]): void;
  warn(...values: readonly unknown[]): void;
  error(...values: readonly unknown[]): void;
};

declare const performance: { now(): number };

declare class TextDecoder {
  constructor(encoding?: string, options?: { readonly fatal?: boolean });
  decode(bytes?: Uint8Array): string;
}

declare class TextEncoder {
  encode(text?: string): Uint8Array;
}

declare const crypto: { getRandomValues(bytes: Uint8Array): Uint8Array };

/** The names of the files in examples/, put in by the build, because a web extension cannot list a folder. */
declare const EXAMPLES: readonly string[];
