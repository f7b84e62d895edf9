/** The items by key, in the order in which keys and items come. */
export function grouped<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

/** What the items' numbers add up to. */
export function sumOf<T>(items: readonly T[], numberOf: (item: T) => number): number {
  return items.reduce((sum, item) => sum + numberOf(item), 0);
}

/** The items in order; themselves as they were. */
export function sorted<T>(items: readonly T[], compare: (one: T, other: T) => number): T[] {
  const inOrder = [...items];
  inOrder.sort(compare);
  return inOrder;
}
