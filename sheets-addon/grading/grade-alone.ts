import { MEMORY_SHEET, memoryRow } from '../../core/sheets/memory-sheet.ts';
import { type Placing, placeColumns } from '../../core/sheets/place-columns.ts';
import { memoryName, packed } from '../../core/sheets/table-memory.ts';
import { sorted } from '../../core/sorted.ts';
import { gonePlan } from '../columns/gone-columns.ts';
import { takeGoneColumns } from '../columns/take-gone-columns.ts';
import { type CutRun, noteRun } from '../memory/cut-run.ts';
import { nextMemory } from '../memory/next-memory.ts';
import type { GradeOutcome, Place, TableRequest } from '../protocol.ts';
import { Stop } from '../refusal.ts';
import { schemeOption } from '../schemes/known-schemes.ts';
import {
  insertColumns,
  keepColourRules,
  lockedRanges,
  markColumn,
  newId,
  openRanges,
  plainColumns,
  select,
  tellProgress,
  writeHiddenSheet,
} from '../spreadsheet.ts';
import { type OpenTable, openTable } from '../table/open-table.ts';
import { columnsOf, countsOf, movesOf, overriddenRows, problemsOf, reviewedRows } from '../table/table-view.ts';
import { badCellNotes } from './bad-cell-notes.ts';
import { type EditedCell, overwrittenCells, toldCells } from './edited-cells.ts';
import { refuseLocked, refuseLockedMemory } from './protections.ts';
import { type PlannedTable, planTable } from './table-plan.ts';
import { ownRules, ruleMark } from './tier-rules.ts';
import { planNotes, writeNotePlan } from './write-notes.ts';
import { writeOwnCells } from './write-own-cells.ts';

type Graded = Extract<GradeOutcome, { readonly kind: 'graded' }>;

/** Of tables shorter than this a run is over before anybody could read how far it has come. */
const LONG_TABLE = 2_000;
/** A spreadsheet holds so many cells. */
const MOST_CELLS = 10_000_000;

/**
 * Grades while nobody else does. The order of what is written lets a run that is cut anywhere be ended by the next: that it
 * has begun, columns, what is remembered, then cells, notes and colours, and at last that it has ended.
 */
export function gradeAlone(request: TableRequest, isAgain: boolean): Graded {
  tellProgress({ step: 'reading', done: 0 });
  const opened = openTable(request);
  if (opened.kind !== 'table') throw new Stop({ code: 'unusable' });
  const table = ownedTable(opened.table);
  // never graded, or its scheme or a column that somebody chose is no longer known: the sidebar shows what would be taken
  if ((isAgain && table.chosen !== 'last') || table.gone.length > 0) throw new Stop({ code: 'unusable' });
  const { reading, scheme, language, sheet, place } = table;
  if (reading.problems.some(({ severity, code }) => severity === 'error' && code !== 'no-records'))
    throw new Stop({ code: 'unusable' });
  const customers = reading.records.length;
  const say = (step: 'grading' | 'writing' | 'colouring', done: number): void => {
    if (customers >= LONG_TABLE) tellProgress({ step, done });
  };
  const planned = planTable(table, (done) => {
    say('grading', done / customers);
  });
  const edited = overwrittenCells(table, planned);
  // from the menu nothing is overwritten without a word: the sidebar says what before anybody presses its button
  if (isAgain && edited.length > 0) throw new Stop({ code: 'unusable' });
  const notes = badCellNotes(reading.problems, language);
  const written = write(table, planned, notes, edited, say);
  const needReview = planned.graded.rows.filter(({ needsReview }) => needsReview).length;
  return {
    kind: 'graded',
    customers,
    counts: countsOf(table, planned),
    cellsWritten: planned.plan.changes.count(),
    ...movesOf(table, planned),
    overrides: planned.plan.overrides.size,
    edited: toldCells(edited),
    forReview: needReview,
    table: {
      place,
      sheetName: sheet.name,
      headerRow: planned.headingRow + 1,
      columns: columnsOf(table),
      scheme: schemeOption(scheme, language),
      fullPoints: planned.graded.fullPoints,
    },
    overridden: overriddenRows(planned),
    reviewed: reviewedRows(planned),
    ...problemsOf(reading.problems),
    skipped: written.skipped,
  };
}

/** A table whose grading was cut before its first column was marked keeps the id that was meant for it. */
function ownedTable(table: OpenTable): OpenTable {
  const { cut, ours, found, own } = table;
  const isMeant = cut !== null && cut.top === found.top && cut.left === found.left;
  if (ours !== undefined || !isMeant || own.some(({ id }) => id === cut.tableId)) return table;
  return { ...table, ours: { id: cut.tableId, columns: new Map() } };
}

function write(
  table: OpenTable,
  planned: PlannedTable,
  notes: ReturnType<typeof badCellNotes>,
  edited: readonly EditedCell[],
  say: (step: 'writing' | 'colouring', done: number) => void,
): { readonly skipped: Graded['skipped'] } {
  const { sheet, ours, entries, cut, scheme, language, memory } = table;
  const id = ours?.id ?? newId();
  const placing = placingOf(table, planned);
  const gone = gonePlan(table, planned);
  const run = cut !== null && cut.tableId === id ? cut.run : newId();
  const made = { made: placing.made, inserted: placing.inserted };
  const before = cut !== null && cut.tableId === id ? cut : null;
  const notePlan =
    notes.size > 0 || (memory?.notes ?? 0) > 0 || before !== null
      ? planNotes(table, (row, at) => notes.get(row)?.get(at) ?? '')
      : null;
  const next = nextMemory(table, planned, {
    id,
    run,
    gone,
    notes: [...notes.values()].reduce((sum, row) => sum + row.size, 0),
    noteChanges: notePlan?.changes ?? [],
    edited,
    ...withCut(made, before),
  });
  const skipped: Graded['skipped'][number][] = [];
  const attempt = (what: Graded['skipped'][number], style: () => void): void => {
    try {
      style();
    } catch {
      // styling is best effort: typed columns of a Sheets table refuse it
      skipped.push(what);
    }
  };
  const isWriting = next !== null || placing.made.length > 0;
  if (isWriting) {
    refuseLocked(placesWritten(table, planned, placing), lockedRanges(sheet.sheetId), openRanges(sheet.sheetId));
    refuseLockedMemory();
    const { top, left } = table.found;
    const places = placing.inserted.map((key) => placing.columns.get(key) ?? 0);
    noteRun(sheet.sheetId, {
      run,
      tableId: id,
      top,
      left,
      ...withCut(made, before),
      places: [...places, ...(before?.places ?? [])],
    });
    makeColumns(table, { ...placing, inserted: [...placing.inserted, ...stillBare(table, before)] }, id, (style) => {
      attempt('formats', style);
    });
  }
  if (next !== null) {
    const { row, cells } = memoryRow(entries, memoryName(sheet.sheetId, id), packed(next));
    writeHiddenSheet(MEMORY_SHEET, row, [cells]);
  }
  say('writing', 0);
  writeOwnCells(table, planned, placing);
  say('colouring', 0);
  if (notePlan !== null)
    attempt('notes', () => {
      writeNotePlan(table, notePlan, placing.moved);
    });
  attempt('colours', () => {
    const { columns } = placing;
    const at = { columns, headingRow: planned.headingRow, bottom: table.found.bottom };
    keepColourRules(sheet.sheetId, ruleMark(id), ownRules(scheme.document, language, id, at));
  });
  takeGoneColumns(table, placing, gone, id);
  if (isWriting || before !== null) noteRun(sheet.sheetId, null);
  // new columns may stand beyond the edge of the screen
  const [first] = placing.made;
  if (first !== undefined) {
    const column = (placing.columns.get(first) ?? 0) + 1;
    select({ sheetId: sheet.sheetId, row: planned.headingRow + 1, column, rows: 1, columns: 1 });
  }
  return { skipped };
}

/** Keys of columns that a cut run put in and has written nothing into yet: they may still look as the column before them. */
function stillBare({ ours, values }: OpenTable, cut: CutRun | null): string[] {
  return (cut?.inserted ?? []).filter((key) => {
    const column = ours?.columns.get(key);
    return column === undefined || values.every((row) => (row[column] ?? '') === '');
  });
}

function withCut(
  { made, inserted }: { readonly made: readonly string[]; readonly inserted: readonly string[] },
  cut: { readonly made: readonly string[]; readonly inserted: readonly string[] } | null,
): { readonly made: readonly string[]; readonly inserted: readonly string[] } {
  return {
    made: [...new Set([...(cut?.made ?? []), ...made])],
    inserted: [...new Set([...(cut?.inserted ?? []), ...inserted])],
  };
}

function placingOf({ ours, own, values, found, tables, sheet, cut }: OpenTable, { wanted }: PlannedTable): Placing {
  const marked = new Set(own.flatMap(({ columns }) => [...columns.values()]));
  const mine = new Set(ours?.columns.values() ?? []);
  const width = values[0]?.length ?? 0;
  const isBlank = (column: number): boolean => values.every((row) => (row[column] ?? '') === '');
  const meant = new Set(cut?.places ?? []);
  // a wider table above or below is not torn apart
  let { right } = found;
  for (const table of sorted(tables, (one, other) => one.left - other.left))
    if (table.left <= right) right = Math.max(right, table.right);
  return placeColumns({
    wanted,
    columns: ours?.columns ?? new Map<string, number>(),
    right,
    isOthers: (column) => marked.has(column) && !mine.has(column),
    isFree: (column) => !marked.has(column) && (column >= width || (meant.has(column) && isBlank(column))),
    maxColumns: sheet.maxColumns,
  });
}

/** Where cells of ours are written; columns that are put in are asked for at the columns that they push away. */
function placesWritten({ sheet, found, ours }: OpenTable, { headingRow }: PlannedTable, placing: Placing): Place[] {
  const rows = { sheetId: sheet.sheetId, row: headingRow + 1, rows: found.bottom - headingRow + 1 };
  const at = (column: number, columns: number): Place => ({ ...rows, column: column + 1, columns });
  const standing = [...(ours?.columns.values() ?? [])].map((column) => at(column, 1));
  const taken = placing.made
    .filter((key) => !placing.inserted.includes(key))
    .map((key) => at(placing.columns.get(key) ?? 0, 1));
  return [...standing, ...taken];
}

function makeColumns(
  { sheet, ours, copied }: OpenTable,
  { insertions, columns, made, inserted }: Placing,
  id: string,
  styled: (style: () => void) => void,
): void {
  const more = insertions.reduce((sum, { count }) => sum + count, 0);
  if ((sheet.maxColumns + more) * sheet.maxRows > MOST_CELLS) throw new Stop({ code: 'no-room' });
  for (const { after, count } of insertions) insertColumns(sheet.sheetId, after + 1, count);
  const places = sorted(
    inserted.map((key) => columns.get(key) ?? 0),
    (one, other) => one - other,
  );
  styled(() => {
    for (const [first, count] of runsOf(places)) plainColumns(sheet.sheetId, first + 1, count);
  });
  const isUnmarked = copied.some(({ memory }) => memory.id === ours?.id);
  for (const [key, column] of columns) {
    if (isUnmarked || (made.includes(key) && ours?.columns.has(key) !== true))
      markColumn(sheet.sheetId, { key, value: id, column: column + 1 });
  }
}

function runsOf(places: readonly number[]): [first: number, count: number][] {
  const runs: [number, number][] = [];
  for (const place of places) {
    const last = runs[runs.length - 1];
    if (last !== undefined && last[0] + last[1] === place) last[1] += 1;
    else runs.push([place, 1]);
  }
  return runs;
}
