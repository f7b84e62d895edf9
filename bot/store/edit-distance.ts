/** Where in the name a query may stand: all of it, its beginning, or anywhere inside. */
export type Stretch = 'whole' | 'start' | 'inside';

/**
 * The fewest typing errors (a character left out, put in, mistaken, or swapped with its neighbour) that turn `query` into
 * `name`, into a beginning of it, or into a part of it. Both are lists of characters.
 */
export function editDistance(query: readonly string[], name: readonly string[], stretch: Stretch): number {
  let before: number[] = [];
  let last = name.map((_character, at) => (stretch === 'inside' ? 0 : at));
  last.push(stretch === 'inside' ? 0 : name.length);
  for (let row = 1; row <= query.length; row++) {
    const next = [row];
    for (let column = 1; column <= name.length; column++) {
      const same = query[row - 1] === name[column - 1];
      let errors = Math.min(
        (last[column - 1] ?? 0) + (same ? 0 : 1),
        (last[column] ?? 0) + 1,
        (next[column - 1] ?? 0) + 1,
      );
      if (row > 1 && column > 1 && query[row - 1] === name[column - 2] && query[row - 2] === name[column - 1]) {
        errors = Math.min(errors, (before[column - 2] ?? 0) + 1);
      }
      next.push(errors);
    }
    before = last;
    last = next;
  }
  return stretch === 'whole' ? (last[name.length] ?? 0) : Math.min(...last);
}
