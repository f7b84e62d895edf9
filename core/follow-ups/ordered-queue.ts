/** What waits in an order of its own, whenever it came. */
export interface OrderedQueue<Item> {
  /** The first; undefined when nothing waits. */
  first(): Item | undefined;
  removeFirst(): void;
  add(item: Item): void;
}

/** A queue of `items` by `compare`, which should tell any two apart. It keeps an array of its own. */
export function orderedQueue<Item>(
  items: readonly Item[],
  compare: (one: Item, other: Item) => number,
): OrderedQueue<Item> {
  const sorted = [...items];
  sorted.sort(compare);
  let head = 0;
  return {
    first: () => sorted[head],
    removeFirst() {
      head = Math.min(head + 1, sorted.length);
    },
    add(item) {
      let [low, high] = [head, sorted.length];
      while (low < high) {
        const middle = (low + high) >>> 1;
        const other = sorted[middle];
        if (other !== undefined && compare(other, item) <= 0) low = middle + 1;
        else high = middle;
      }
      sorted.splice(low, 0, item);
    },
  };
}
