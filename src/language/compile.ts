/**
 * The language as one function: text in, syntax tree, topology and diagnostics out. Never throws, for any text.
 */
import { type Linking, link } from './link';
import { bySpan, type Diagnostic } from './source';
import type { Topology } from './topology';
import { parse, type Tree } from './tree';

export interface Compilation {
  readonly tree: Tree;
  readonly linking: Linking;
  readonly topology: Topology;
  /** In the order of the file. */
  readonly diagnostics: readonly Diagnostic[];
}

/** `previous` makes it incremental: lines that did not change are not parsed again, statements that mean the same are not linked again. The result is the same without it. */
export function compile(text: string, previous?: Compilation): Compilation {
  const tree = parse(text, previous?.tree);
  const linking = link(tree, previous?.linking);
  // What a line says that could not be read to its end may be half of what is meant: its first problem is enough.
  const isReadable = ({ span }: Diagnostic): boolean => tree.lines[span.line]?.problem === undefined;
  const diagnostics = [...tree.diagnostics, ...linking.diagnostics.filter(isReadable)].sort(bySpan);
  return { tree, linking, topology: linking.topology, diagnostics };
}
