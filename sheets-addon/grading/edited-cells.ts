import { shownText, textOf } from '../../core/sheets/cell-text.ts';
import { cellsPrint } from '../../core/sheets/row-identity.ts';
import type { RememberedRow } from '../../core/sheets/table-memory.ts';
import { columnLetter } from '../../core/table/column-letter.ts';
import type { EditedCells } from '../protocol.ts';
import { readFormulas } from '../spreadsheet.ts';
import type { OpenTable } from '../table/open-table.ts';
import type { PlannedTable } from './table-plan.ts';

/** A cell of ours that holds something else than we wrote. */
export interface EditedCell {
  /** Of the graded row. */
  readonly index: number;
  /** 0-based, of the sheet. */
  readonly row: number;
  readonly column: number;
  readonly key: string;
  readonly a1: string;
  readonly now: string;
}

/** Cells that somebody edited and that a grading overwrites, tiers aside, which are kept; where it is not known what we wrote, all that it overwrites. */
export function overwrittenCells(table: OpenTable, planned: PlannedTable): EditedCell[] {
  const { plan, wanted, isCut } = planned;
  // what a cut grading had not written yet is no edit of anybody's
  if (isCut) return [];
  if (table.memory === null) return perhapsEdited(table, planned);
  const rows = new Set<number>();
  for (const [at, { key }] of wanted.entries())
    for (const index of plan.changes.of(at)) if (index >= 0 && key !== 'tierbook.tier') rows.add(index);
  return editedCells(table, planned, rows);
}

/** Cells of ours with something in them that a grading overwrites: somebody has deleted what was remembered, and any tier may be a person's. */
function perhapsEdited({ ours, values, dayOf }: OpenTable, { graded, wanted, plan }: PlannedTable): EditedCell[] {
  return wanted.flatMap(({ key }, at): EditedCell[] => {
    const column = ours?.columns.get(key);
    if (column === undefined) return [];
    return plan.changes.of(at).flatMap((index) => {
      const { row } = graded.rows[index] ?? NO_ROW;
      const now = shownText(values[row - 1]?.[column], dayOf);
      return now === '' ? [] : [editedCell(index, row, column, key, now)];
    });
  });
}

/** @param row 1-based */
function editedCell(index: number, row: number, column: number, key: string, now: string): EditedCell {
  return { index, row: row - 1, column, key, a1: `${columnLetter(column)}${row}`, now };
}

/** Edited cells as the sidebar is told of them. */
export function toldCells(found: readonly EditedCell[]): EditedCells {
  return { count: found.length, cells: found.slice(0, MOST_TOLD).map(({ a1 }) => a1) };
}

/** The formulas among edited cells, by their names; one read. */
export function formulasIn(found: readonly EditedCell[], sheetId: number): ReadonlyMap<string, string> {
  if (found.length === 0) return new Map();
  const rows = found.map(({ row }) => row);
  const columns = found.map(({ column }) => column);
  const [top, left] = [Math.min(...rows), Math.min(...columns)];
  const place = {
    sheetId,
    row: top + 1,
    column: left + 1,
    rows: Math.max(...rows) - top + 1,
    columns: Math.max(...columns) - left + 1,
  };
  const formulas = readFormulas(place);
  return new Map(
    found.flatMap(({ row, column, a1 }): [string, string][] => {
      const formula = formulas[row - top]?.[column - left] ?? '';
      return formula === '' ? [] : [[a1, formula]];
    }),
  );
}

/** How many edited cells are told one by one. */
export const MOST_TOLD = 50;

/**
 * The cells of some rows in which stands something that we did not write. Of a row only the fingerprint of what we wrote is remembered:
 * which of its cells were edited is told by what we would write now; where that would be something else altogether, all are named that
 * differ from it.
 *
 * @param rows indexes of graded rows
 */
export function editedCells(
  { ours, memory, values, dayOf }: OpenTable,
  { graded, wanted, plan }: PlannedTable,
  rows: Iterable<number>,
): EditedCell[] {
  if (ours === undefined || memory === null) return [];
  const keys = Object.keys(memory.headings).filter((key) => key !== 'tierbook.tier');
  const places = keys.map((key) => ours.columns.get(key) ?? -1);
  const wantedAt = keys.map((key) => wanted.findIndex((one) => one.key === key));
  let known: Set<string> | undefined;
  const found: EditedCell[] = [];
  for (const index of rows) {
    const { row, cells } = graded.rows[index] ?? NO_ROW;
    const stands = values[row - 1] ?? [];
    const shown = places.map((column) => shownText(stands[column], dayOf));
    const print = cellsPrint(shown);
    const entry = memory.rows[plan.matches[index] ?? -1];
    if (print === entry?.cells) continue;
    // somebody sorted the table without our columns
    known ??= new Set(memory.rows.map((one) => one.cells));
    if (known.has(print)) continue;
    const planned = wantedAt.map((at) => textOf(cells[at] ?? ''));
    const differing = keys.flatMap((_, at) => (shown[at] === planned[at] ? [] : [at]));
    for (const at of sureOf(differing, shown, planned, entry)) {
      const now = shown[at] ?? '';
      // an emptied cell holds nothing that could be lost
      const column = places[at] ?? 0;
      if (now !== '') found.push(editedCell(index, row, column, keys[at] ?? '', now));
    }
  }
  return found;
}

const NO_ROW = { row: 0, cells: [] };

/** Those of the differing cells with which, were they as planned, the row would be as we wrote it; all of them when there are none such. */
function sureOf(
  differing: readonly number[],
  shown: readonly string[],
  planned: readonly string[],
  entry: RememberedRow | undefined,
): readonly number[] {
  if (entry === undefined) return differing;
  for (let some = 1; some < 2 ** Math.min(differing.length, MOST_TRIED); some += 1) {
    const sure = differing.filter((_, place) => (some >> place) % 2 === 1);
    const texts = shown.map((text, at) => (sure.includes(at) ? (planned[at] ?? '') : text));
    if (cellsPrint(texts) === entry.cells) return sure;
  }
  return differing;
}

/** Cells whose combinations are tried. */
const MOST_TRIED = 8;
