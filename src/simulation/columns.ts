/**
 * Typed columns that grow: what a long run records, a few bytes for each step instead of an object. It knows nothing of
 * what the numbers mean.
 */
type Numbers = Float64Array | Int32Array | Uint8Array;

export interface Column<A extends Numbers> {
  /** The values so far, with room behind them; it changes when the column grows, so it is asked for anew each time. */
  readonly values: A;
  push(value: number): void;
  /** Exactly the values, on memory of their own. */
  finish(): A;
}

const firstCapacity = 64;

export const float64Column = (): Column<Float64Array> => column((length) => new Float64Array(length));
export const int32Column = (): Column<Int32Array> => column((length) => new Int32Array(length));
export const uint8Column = (): Column<Uint8Array> => column((length) => new Uint8Array(length));

function column<A extends Numbers>(create: (length: number) => A): Column<A> {
  let values = create(firstCapacity);
  let length = 0;
  return {
    get values() {
      return values;
    },
    push(value) {
      if (length === values.length) {
        const grown = create(length * 2);
        grown.set(values);
        values = grown;
      }
      values[length] = value;
      length += 1;
    },
    finish: () => values.slice(0, length) as A,
  };
}
