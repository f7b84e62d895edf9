import { headingRowOf } from '../../core/sheets/heading-row.ts';
import { readNotes, writeNotes } from '../spreadsheet.ts';
import type { OpenTable } from '../table/open-table.ts';
import { ownNote, withNote } from './bad-cell-notes.ts';

/** A cell whose note changes; row and column of the table 0-based. */
export interface NoteChange {
  readonly row: number;
  readonly at: number;
  /** Our part of the note as it was, '' for none. */
  readonly former: string;
}

/** The notes of a table as they stand and as they are to be. */
export interface NotePlan {
  readonly changes: readonly NoteChange[];
  /** By row from the headings on, by column of the sheet from the table's first on. */
  readonly notes: readonly (readonly string[])[];
}

/**
 * Reads the notes of a table, once, and says which change so that our part of each is what is wanted. What others wrote in notes stays.
 *
 * @param wanted our part of the note of a cell (0-based row, column of the table), '' for none, by what it is now
 */
export function planNotes(table: OpenTable, wanted: (row: number, at: number, now: string) => string): NotePlan {
  const top = headingRowOf(table);
  const left = Math.min(...table.columns);
  const notes = readNotes({
    sheetId: table.sheet.sheetId,
    row: top + 1,
    column: left + 1,
    rows: table.found.bottom - top + 1,
    columns: Math.max(...table.columns) - left + 1,
  });
  const changes: NoteChange[] = [];
  for (const [index, line] of notes.entries()) {
    for (const [at, place] of table.columns.entries()) {
      const note = line[place - left] ?? '';
      const former = ownNote(note);
      const next = wanted(top + index, at, former);
      if (next === former) continue;
      line[place - left] = withNote(note, next);
      changes.push({ row: top + index, at, former });
    }
  }
  return { changes, notes };
}

/**
 * Writes the notes that change: the smallest rectangle that holds them all.
 *
 * @param moved where a column of the sheet is by now
 */
export function writeNotePlan(table: OpenTable, { changes, notes }: NotePlan, moved: (column: number) => number): void {
  if (changes.length === 0) return;
  const top = headingRowOf(table);
  const left = Math.min(...table.columns);
  const rows = changes.map(({ row }) => row);
  const places = [...new Set(changes.map(({ at }) => table.columns[at] ?? 0))];
  const [first, last] = [rows[0] ?? 0, rows[rows.length - 1] ?? 0];
  const [from, to] = [Math.min(...places), Math.max(...places)];
  const columns = moved(to) - moved(from) + 1;
  writeNotes(
    { sheetId: table.sheet.sheetId, row: first + 1, column: moved(from) + 1, rows: last - first + 1, columns },
    notes.slice(first - top, last - top + 1).map((line) => {
      // columns of ours that were put in between have none
      const now = Array<string>(columns).fill('');
      for (let column = from; column <= to; column += 1) now[moved(column) - moved(from)] = line[column - left] ?? '';
      return now;
    }),
  );
}
