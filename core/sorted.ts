/** The items in the order that `compare` gives; the list itself stays as it is (`toSorted` is later than what Apps Script surely knows). */
export function sorted<T>(items: Iterable<T>, compare: (one: T, other: T) => number): T[] {
  const list = [...items];
  list.sort(compare);
  return list;
}
