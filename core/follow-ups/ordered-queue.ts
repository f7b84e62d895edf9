/** What waits in an order of its own, whenever it came. */
export interface OrderedQueue<Item> {
  /** The first; undefined when nothing waits. */
  first(): Item | undefined;
  /** Takes the first out; nothing when nothing waits. */
  removeFirst(): void;
  add(item: Item): void;
}

/**
 * A queue of `items` by `compare`, which should tell any two apart. It keeps an array of its own.
 *
 * A binary heap: of a book of hundreds a day takes a handful, for which sorting them all would be wasted.
 */
export function orderedQueue<Item>(
  items: readonly Item[],
  compare: (one: Item, other: Item) => number,
): OrderedQueue<Item> {
  const heap = [...items];
  for (let place = (heap.length >>> 1) - 1; place >= 0; place--) sink(place);
  return {
    first: () => heap[0],
    removeFirst() {
      const last = heap.pop();
      if (last === undefined || heap.length === 0) return;
      heap[0] = last;
      sink(0);
    },
    add(item) {
      heap.push(item);
      rise(heap.length - 1);
    },
  };

  function sink(from: number): void {
    const item = heap[from] as Item;
    let place = from;
    for (let child = 2 * place + 1; child < heap.length; child = 2 * place + 1) {
      if (child + 1 < heap.length && compare(heap[child + 1] as Item, heap[child] as Item) < 0) child += 1;
      if (compare(item, heap[child] as Item) <= 0) break;
      heap[place] = heap[child] as Item;
      place = child;
    }
    heap[place] = item;
  }

  function rise(from: number): void {
    const item = heap[from] as Item;
    let place = from;
    while (place > 0) {
      const above = (place - 1) >>> 1;
      if (compare(heap[above] as Item, item) <= 0) break;
      heap[place] = heap[above] as Item;
      place = above;
    }
    heap[place] = item;
  }
}
