/**
 * A binary heap of small whole numbers, each with a key. It remembers where each number stands, so that any of them can be
 * moved or taken out in logarithmic time. The same calls leave the same heap, so ties come out in a determined order.
 */

export interface Heap {
  /** The lowest of all keys; infinite where the heap is empty. */
  firstKey(): number;
  /** The number with the lowest key; undefined where the heap is empty. */
  pop(): number | undefined;
  /** Puts the number in, or moves it to where this key belongs. */
  put(item: number, key: number): void;
  /** Infinite where the number is not in the heap. */
  keyOf(item: number): number;
  remove(item: number): void;
}

const outside = -1;

export function createHeap(): Heap {
  const items: number[] = [];
  const keys: number[] = [];
  const places: number[] = [];
  return { firstKey, pop, put, keyOf, remove };

  function firstKey(): number {
    return keys.length > 0 ? (keys[0] as number) : Number.POSITIVE_INFINITY;
  }

  function pop(): number | undefined {
    const first = items[0];
    if (first !== undefined) remove(first);
    return first;
  }

  function put(item: number, key: number): void {
    while (places.length <= item) places.push(outside);
    const place = places[item] as number;
    if (place === outside) {
      items.push(item);
      keys.push(key);
      rise(item, key, items.length - 1);
    } else move(item, key, place);
  }

  function keyOf(item: number): number {
    const place = places[item] ?? outside;
    return place === outside ? Number.POSITIVE_INFINITY : (keys[place] as number);
  }

  function remove(item: number): void {
    const place = places[item] ?? outside;
    if (place === outside) return;
    places[item] = outside;
    const last = items.pop() as number;
    const key = keys.pop() as number;
    if (last !== item) move(last, key, place);
  }

  function move(item: number, key: number, place: number): void {
    if (place > 0 && key < (keys[(place - 1) >> 1] as number)) rise(item, key, place);
    else sink(item, key, place);
  }

  function rise(item: number, key: number, from: number): void {
    let place = from;
    while (place > 0) {
      const parent = (place - 1) >> 1;
      if ((keys[parent] as number) <= key) break;
      set(place, items[parent] as number, keys[parent] as number);
      place = parent;
    }
    set(place, item, key);
  }

  function sink(item: number, key: number, from: number): void {
    let place = from;
    for (;;) {
      let child = 2 * place + 1;
      if (child >= keys.length) break;
      if (child + 1 < keys.length && (keys[child + 1] as number) < (keys[child] as number)) child += 1;
      if ((keys[child] as number) >= key) break;
      set(place, items[child] as number, keys[child] as number);
      place = child;
    }
    set(place, item, key);
  }

  function set(place: number, item: number, key: number): void {
    items[place] = item;
    keys[place] = key;
    places[item] = place;
  }
}
