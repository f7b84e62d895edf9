import { sorted } from '../sorted.ts';

/** What is in columns, from left to right, together where the columns stand side by side. */
export function neighbours<T extends { readonly column: number }>(some: readonly T[]): T[][] {
  const groups: T[][] = [];
  for (const each of sorted(some, (one, other) => one.column - other.column)) {
    const last = groups[groups.length - 1];
    if (last !== undefined && last[last.length - 1]?.column === each.column - 1) last.push(each);
    else groups.push([each]);
  }
  return groups;
}
