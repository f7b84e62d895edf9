import type { Placing } from '../../core/sheets/place-columns.ts';
import { readNotes, writeNotes } from '../spreadsheet.ts';
import type { OpenTable } from '../table/open-table.ts';
import { hasOwnNote, withNote } from './bad-cell-notes.ts';
import { headingRowOf } from './table-plan.ts';

/**
 * Lets the cells of a table have these notes of ours and no others: one read, and one write of the smallest rectangle that holds all
 * that change. What others wrote in notes stays.
 *
 * @param notes by 0-based row, by column of the table
 */
export function writeNotesOf(
  table: OpenTable,
  { moved }: Placing,
  notes: ReadonlyMap<number, ReadonlyMap<number, string>>,
): void {
  const top = headingRowOf(table);
  const places = table.columns.map(moved);
  const left = Math.min(...places);
  const right = Math.max(...places);
  const { sheetId } = table.sheet;
  const stand = readNotes({
    sheetId,
    row: top + 1,
    column: left + 1,
    rows: table.found.bottom - top + 1,
    columns: right - left + 1,
  });
  const wanted = stand.map((row) => [...row]);
  const changed: { row: number; column: number }[] = [];
  for (const [index, row] of stand.entries()) {
    const own = notes.get(top + index);
    for (const [at, place] of places.entries()) {
      const note = row[place - left] ?? '';
      const ours = own?.get(at);
      if (ours === undefined && (note === '' || !hasOwnNote(note))) continue;
      const next = withNote(note, ours);
      if (next === note) continue;
      (wanted[index] ?? [])[place - left] = next;
      changed.push({ row: index, column: place - left });
    }
  }
  if (changed.length === 0) return;
  const rows = changed.map(({ row }) => row);
  const columns = changed.map(({ column }) => column);
  const [first, last] = [rows[0] ?? 0, rows[rows.length - 1] ?? 0];
  const [from, to] = [Math.min(...new Set(columns)), Math.max(...new Set(columns))];
  writeNotes(
    { sheetId, row: top + first + 1, column: left + from + 1, rows: last - first + 1, columns: to - from + 1 },
    wanted.slice(first, last + 1).map((row) => row.slice(from, to + 1)),
  );
}
