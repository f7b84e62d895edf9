import type { FoundPlace } from '../protocol.ts';

/** Tables that can be graded together, by their headings and the column in which they begin; groups of two and more. */
export function alikeTables(tables: readonly FoundPlace[]): (readonly FoundPlace[])[] {
  const groups = new Map<string, FoundPlace[]>();
  for (const table of tables) {
    const key = [table.place.column, ...table.headings].join('\n');
    groups.set(key, [...(groups.get(key) ?? []), table]);
  }
  return [...groups.values()].filter(({ length }) => length > 1);
}
