/**
 * The language as one function: text in, syntax tree, topology and diagnostics out. Never throws, for any text.
 */
import type { Diagnostic } from './source';
import type { Topology } from './topology';

export interface Compilation {
  readonly topology: Topology;
  /** In the order of the file. */
  readonly diagnostics: readonly Diagnostic[];
}

/** `previous` makes it incremental: lines that did not change are not parsed again. The result is the same without it. */
export declare function compile(text: string, previous?: Compilation): Compilation;
