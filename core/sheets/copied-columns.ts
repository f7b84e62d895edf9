import { shownText } from './cell-text.ts';
import type { FoundTable } from './find-tables.ts';
import type { MemoryEntry } from './memory-sheet.ts';
import { type OpenTab, ownPlaces } from './open-tab.ts';
import { cellsPrint } from './row-identity.ts';
import { scatteredColumns } from './scattered-columns.ts';
import type { DayOf } from './sheet-days.ts';
import type { ColumnMark } from './sheet-value.ts';
import { recallTable, type TableMemory } from './table-memory.ts';

/** Columns of ours that nothing marks, since their sheet is a copy; `memory`: of the table that they are a copy of. */
export interface CopiedColumns {
  readonly table: FoundTable;
  readonly marks: readonly ColumnMark[];
  readonly memory: TableMemory;
}

/**
 * Finds columns of ours that were copied with their sheet but not their marks: beside a table without any, with what we remember to have written for
 * another table in at least one row where they are headed as we head them, in half of the rows where they only stand side by side in our order, or
 * {@link scatteredColumns} finds them. None where a table has columns of ours already.
 */
export function copiedColumns(
  { tables, owners, own, values }: OpenTab,
  entries: readonly MemoryEntry[],
  dayOf: DayOf,
): CopiedColumns[] {
  const marked = ownPlaces(own);
  return tables.flatMap((table): CopiedColumns[] => {
    if (owners.has(table)) return [];
    let most = 0;
    let best: CopiedColumns | undefined;
    const inTable = (column: number): boolean => column >= table.left && column <= table.right && !marked.has(column);
    let lines: string[][] | undefined;
    for (const { name } of entries) {
      const [kind, sheet, id = ''] = name.split(' ');
      if (kind !== 'table' || own.some((set) => set.id === id)) continue;
      const memory = recallTable(entries, Number(sheet), id);
      if (memory === null) continue;
      const prints = new Set(memory.rows.map(({ cells }) => cells));
      const keys = Object.keys(memory.headings);
      const columns = [...(values[0]?.keys() ?? [])].slice(table.left, table.right + 2 - keys.length);
      const marksAt = (places: readonly number[]): CopiedColumns => ({
        table,
        memory,
        marks: keys.map((key, at) => ({ key, value: id, column: (places[at] ?? 0) + 1 })),
      });
      const tried = [
        // headed otherwise by somebody, they still stand side by side
        ...columns.map((first) => keys.map((_, at) => first + at)),
        ...values
          .slice(table.top, table.top + MOST_TITLES)
          .map((cells) => keys.map((key) => cells.lastIndexOf(memory.headings[key] ?? ''))),
      ];
      for (const [index, places] of tried.entries()) {
        if (!places.every(inTable)) continue;
        const others = places.filter((_, at) => keys[at] !== 'tierbook.tier');
        const filled = values
          .slice(table.top, Math.min(table.bottom + 1, table.top + MOST_ROWS))
          .map((line) => others.map((place) => shownText(line[place], dayOf)))
          .filter((texts) => texts.some((text) => text !== ''));
        const same = filled.filter((texts) => prints.has(cellsPrint(texts))).length;
        if (same <= most || (index < columns.length && same * 2 < filled.length - 1)) continue;
        most = same;
        best = marksAt(places);
      }
      if (best !== undefined) continue;
      lines ??= values
        .slice(table.top, Math.min(table.bottom + 1, table.top + MOST_ROWS))
        .map((line) => line.map((cell, column) => (inTable(column) ? shownText(cell, dayOf) : '')))
        .filter((line) => line.some((text) => text !== ''));
      const scattered = scatteredColumns(lines, keys, memory.rows);
      if (scattered !== undefined) best = marksAt(scattered);
    }
    return best === undefined ? [] : [best];
  });
}

/** Rows of a table in which headings, and what we wrote, are looked for. */
const MOST_TITLES = 20;
const MOST_ROWS = 220;
