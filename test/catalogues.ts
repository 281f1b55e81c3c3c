// Compares catalogues of words: what one says and the other does not, and what says nothing.

export interface Leaf {
  /** `whatIf.cable.cut` */
  readonly path: string;
  readonly value: unknown;
}

/** Every text and every function, in order. */
export function leavesOf(catalogue: unknown, path = ''): readonly Leaf[] {
  if (typeof catalogue !== 'object' || catalogue === null) return [{ path, value: catalogue }];
  return Object.entries(catalogue).flatMap(([key, value]) => leavesOf(value, path === '' ? key : `${path}.${key}`));
}

/** Keys that one catalogue has and the other has not, or has otherwise. */
export function unlike(one: unknown, other: unknown): readonly string[] {
  const shape = (catalogue: unknown) => leavesOf(catalogue).map(({ path, value }) => `${path}: ${typeof value}`);
  const [left, right] = [shape(one), shape(other)];
  return [...left.filter((leaf) => !right.includes(leaf)), ...right.filter((leaf) => !left.includes(leaf))];
}

/** Keys of texts that are empty. */
export function emptyIn(catalogue: unknown): readonly string[] {
  return leavesOf(catalogue).flatMap(({ path, value }) =>
    typeof value === 'string' && value.trim() === '' ? [path] : [],
  );
}
