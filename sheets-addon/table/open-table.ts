import type { CalendarDate } from '../../core/calendar-date.ts';
import { chooseScheme } from '../../core/grading/choose-scheme.ts';
import { criterionFields } from '../../core/grading/criterion-fields.ts';
import { schemeCandidates } from '../../core/grading/scheme-candidates.ts';
import { type CopiedColumns, copiedColumns } from '../../core/sheets/copied-columns.ts';
import type { Block, FoundTable } from '../../core/sheets/find-tables.ts';
import { MEMORY_SHEET, type MemoryEntry, memoryEntries } from '../../core/sheets/memory-sheet.ts';
import { type OpenTab, openTab, ownPlaces } from '../../core/sheets/open-tab.ts';
import { OWN_PREFIX, type OwnTable } from '../../core/sheets/own-columns.ts';
import { readOwnDays } from '../../core/sheets/own-days.ts';
import { type DayOf, dayReader, dayWriter } from '../../core/sheets/sheet-days.ts';
import { lastingHints, tableGrid } from '../../core/sheets/table-grid.ts';
import { headingsGraded, recallOriginal, recallTable, type TableMemory } from '../../core/sheets/table-memory.ts';
import { sorted } from '../../core/sorted.ts';
import type { Grid } from '../../core/table/cell.ts';
import type { GivenColumn } from '../../core/table/match-columns.ts';
import { readTable, type TableHints } from '../../core/table/read-table.ts';
import type { TableReading } from '../../core/table/reading.ts';
import { type Language, languageOf } from '../../core/text/language.ts';

import { type CutRun, readCutRun } from '../memory/cut-run.ts';
import type { OwnSheet, Place, TableRequest, TableView } from '../protocol.ts';
import { Stop } from '../refusal.ts';
import { type KnownScheme, knownSchemes } from '../schemes/known-schemes.ts';
import { isAsChecked, SCHEME_SHEET } from '../schemes/own-schemes.ts';
import {
  activeSheet,
  columnMarks,
  readFormulas,
  readNamedSheet,
  readValues,
  sheetMark,
  sheetWithId,
  timeZone,
  userLocale,
} from '../spreadsheet.ts';
import { SUMMARY_KEY, summarised } from '../summary/summary-mark.ts';

import type { SheetInfo } from './sheet-data.ts';

/** A sheet as it was read, once. */
export interface OpenSheet extends OpenTab {
  readonly sheet: SheetInfo;
  /** What of `own` is ours without being marked, since the sheet is a copy. */
  readonly copied: readonly CopiedColumns[];
  readonly entries: readonly MemoryEntry[];
  readonly cut: CutRun | null;
  readonly zone: string;
  readonly dayOf: DayOf;
  readonly asOf: CalendarDate;
}

/** One table of it, read as a scheme reads it. */
export interface OpenTable extends OpenSheet {
  readonly found: FoundTable;
  readonly place: Place;
  /** Ours beside it; undefined when there are none. */
  readonly ours: OwnTable | undefined;
  readonly memory: TableMemory | null;
  /** Whether that is what is remembered of another table, of which this one is a copy, and has not been graded since. */
  readonly isCopy: boolean;
  readonly grid: Grid;
  /** 0-based column of the sheet by the table's. */
  readonly columns: readonly number[];
  readonly schemes: readonly KnownScheme[];
  readonly scheme: KnownScheme;
  readonly chosen: TableView['chosen'];
  /** The person's decisions, and those of them by which it was read. */
  readonly given: TableHints;
  readonly hints: TableHints;
  /** Decisions that were left out, since nothing says any more which column they are about. */
  readonly gone: readonly GivenColumn[];
  readonly reading: TableReading;
  readonly language: Language;
}

/** What a request comes to. */
export type Opened =
  | { readonly kind: 'table'; readonly table: OpenTable }
  | { readonly kind: 'several'; readonly sheet: OpenSheet }
  | { readonly kind: 'none'; readonly sheet: OpenSheet }
  /** A sheet of Tierbook's; `of`: the sheet that it sums up. */
  | { readonly kind: 'own'; readonly sheet: SheetInfo; readonly is: OwnSheet; readonly of: SheetInfo | undefined };

/** In which language the person is answered: as asked, else as the table was graded last, else as Google speaks to them. */
export function languageFor(request: { readonly language?: Language | undefined }): Language {
  return request.language ?? languageOf(userLocale());
}

/** Reads the sheet of a request and the table that it is about. Throws {@link Stop} when its sheet or its scheme is gone. */
export function openTable(request: TableRequest): Opened {
  const front = request.place === undefined ? activeSheet() : null;
  const sheet = front?.sheet ?? sheetWithId(request.place?.sheetId ?? -1);
  if (sheet === undefined) throw new Stop({ code: 'changed-meanwhile' });
  const open = openSheet(sheet, request.together === true);
  // nobody has made a summary where nothing was ever graded
  const mark = open.own.length > 0 || open.entries.length === 0 ? null : sheetMark(sheet.sheetId, SUMMARY_KEY);
  const is = mark === null ? OWN_SHEETS.get(sheet.name) : 'summary';
  if (is !== undefined) return { kind: 'own', sheet, is, of: sheetWithId(summarised(mark)[1]) };
  const { owners } = open;
  const wanted = request.place ?? front?.selection ?? null;
  const found = chosenTable(open, owners, wanted, request.place !== undefined);
  if (found === undefined) return { kind: open.tables.length === 0 ? 'none' : 'several', sheet: open };
  return { kind: 'table', table: readOpenTable(open, found, owners.get(found), request) };
}

const OWN_SHEETS: ReadonlyMap<string, OwnSheet> = new Map([
  [MEMORY_SHEET, 'memory'],
  [SCHEME_SHEET, 'schemes'],
]);

function openSheet(sheet: SheetInfo, together: boolean): OpenSheet {
  const zone = timeZone();
  const dayOf = dayReader(zone);
  const asOf = dayOf(new Date());
  if (asOf === null) throw new RangeError('The clock stands before our era.');
  const values = readValues(sheet.sheetId);
  const marks = columnMarks(sheet.sheetId, OWN_PREFIX);
  const entries = memoryEntries(readNamedSheet(MEMORY_SHEET));
  const options = { together, headingsOf: (id: string) => headingsGraded(entries, sheet.sheetId, id) };
  let tab = openTab(values, marks, options);
  const copied = copiedColumns(tab, entries, dayOf).filter((one) => !isCalculated(one, sheet.sheetId));
  if (copied.length > 0) tab = openTab(values, [...marks, ...copied.flatMap((one) => one.marks)], options);
  readOwnDays(values, tab.own, dayWriter(zone));
  return { ...tab, sheet, copied, entries, cut: readCutRun(sheet.sheetId), zone, dayOf, asOf };
}

/** Whether formulas fetch what stands in columns: in their own cells, or one in the first row of the table that fills all of it. We write none. */
function isCalculated({ table: { top, left, bottom, right }, marks }: CopiedColumns, sheetId: number): boolean {
  const place = { sheetId, row: top + 1, column: left + 1, rows: bottom - top + 1, columns: right - left + 1 };
  return readFormulas(place).some((line, row) =>
    line.some(
      (formula, column) => formula !== '' && (row === 0 || marks.some((mark) => mark.column === place.column + column)),
    ),
  );
}

/** The table that is asked for, or around the selection (our columns are part of it), or the only one. */
function chosenTable(
  { tables }: OpenSheet,
  owners: ReadonlyMap<FoundTable, OwnTable>,
  wanted: Place | null,
  isGiven: boolean,
): FoundTable | undefined {
  const shared = (table: FoundTable): number => {
    if (wanted === null) return 0;
    const ours = [...(owners.get(table)?.columns.values() ?? [])];
    const left = Math.min(table.left, ...ours);
    const right = Math.max(table.right, ...ours);
    const rows = Math.min(table.bottom, wanted.row + wanted.rows - 2) - Math.max(table.top, wanted.row - 1) + 1;
    const columns = Math.min(right, wanted.column + wanted.columns - 2) - Math.max(left, wanted.column - 1) + 1;
    return Math.max(0, rows) * Math.max(0, columns);
  };
  const [best, second] = sorted(
    tables.map((table) => ({ table, cells: shared(table) })),
    (one, other) => other.cells - one.cells,
  );
  // the cursor stands in A1 where nobody has put it anywhere
  const isMeant = second === undefined || isGiven || (second.cells === 0 && !isFirstCell(wanted));
  if (isMeant && best !== undefined && best.cells > 0) return best.table;
  if (isGiven) throw new Stop({ code: 'changed-meanwhile' });
  return tables.length === 1 ? tables[0] : undefined;
}

function isFirstCell(place: Place | null): boolean {
  return place !== null && place.row * place.column * place.rows * place.columns === 1;
}

function readOpenTable(
  open: OpenSheet,
  foundAs: FoundTable,
  ours: OwnTable | undefined,
  request: TableRequest,
): OpenTable {
  const { sheet, values, own, entries, asOf, dayOf } = open;
  const found = foundAs.hasHeader ? foundAs : beginningAt(headingRow(open, foundAs, ours, request.place), foundAs);
  const isOurs = ownPlaces(own);
  const { grid, columns } = tableGrid(values, found, (column) => !isOurs.has(column), dayOf);
  const known = ours === undefined ? null : recallTable(entries, sheet.sheetId, ours.id);
  const copied = open.copied.find(({ memory: { id } }) => id === ours?.id);
  const original = copied?.memory ?? (known === null && ours !== undefined ? recallOriginal(entries, ours.id) : null);
  // the last grading of the original is not this one's
  const memory = original === null ? known : { ...original, undo: null };
  const schemes = knownSchemes(entries);
  const last = request.scheme ?? memory?.settings.scheme;
  const named = schemes.find(({ document }) => document.id === last);
  if (named === undefined && request.scheme !== undefined)
    throw new Stop({ code: 'no-such-scheme', scheme: request.scheme });
  const given = request.hints ?? (named === undefined ? {} : (memory?.settings.hints ?? {}));
  const choice = named === undefined ? bestScheme(grid, schemes, asOf, given) : null;
  const scheme = named ?? choice?.scheme;
  if (scheme === undefined) throw new Error('There is no scheme.');
  const { document, cellsHash } = scheme;
  if (cellsHash !== undefined && !isAsChecked({ document, cellsHash }))
    throw new Stop({ code: 'scheme-changed', scheme: document.id });
  const chosen = choice === null ? (request.scheme === undefined ? 'last' : 'given') : reasonOf(choice, memory);
  const read = (by: TableHints): TableReading => readTable(grid, { asOf, fields: criterionFields(document), ...by });
  let reading = read(given);
  const { columns: columnsRead, records } = reading;
  const lasting = (some: TableHints): TableHints => lastingHints(some, columnsRead, records);
  const hints = lasting(given);
  const gone = (given.columns ?? []).filter((one) => lasting({ columns: [one] }).columns?.length === 0);
  if (gone.length > 0) reading = read(hints);
  const place = placeOf(open, found);
  const language = request.language ?? memory?.settings.language ?? languageOf(userLocale());
  return {
    ...open,
    found,
    place,
    ours,
    memory,
    isCopy: original !== null,
    grid,
    columns,
    schemes,
    scheme,
    chosen,
    given,
    hints,
    gone,
    reading,
    language,
  };
}

/** Why a scheme was chosen where none was named: the last grading's is gone, or there was none. */
function reasonOf({ reason }: ReturnType<typeof bestScheme>, memory: TableMemory | null): TableView['chosen'] {
  return memory === null || reason === 'nothing' ? reason : 'gone';
}

/** Where a table stands, as the sidebar is told. */
export function placeOf({ sheet }: OpenSheet, { top, left, bottom, right }: Block): Place {
  return { sheetId: sheet.sheetId, row: top + 1, column: left + 1, rows: bottom - top + 1, columns: right - left + 1 };
}

/** Where the headings of a table stand that nobody recognises: where the person says, else where ours stand. */
function headingRow(
  { values }: OpenSheet,
  { top, bottom }: FoundTable,
  ours: OwnTable | undefined,
  place: Place | undefined,
): number {
  if (place !== undefined && place.row - 1 > top && place.row - 1 <= bottom) return place.row - 1;
  const columns = [...(ours?.columns.values() ?? [])];
  for (let row = top; row <= bottom; row += 1)
    if (columns.some((column) => (values[row]?.[column] ?? '') !== '')) return row;
  return top;
}

function beginningAt(row: number, table: FoundTable): FoundTable {
  return { ...table, top: row };
}

function bestScheme(
  grid: Grid,
  schemes: readonly KnownScheme[],
  asOf: CalendarDate,
  hints: TableHints,
): { readonly scheme: KnownScheme | undefined; readonly reason: TableView['chosen'] } {
  const withTiers = schemes.flatMap(({ document }) => ('method' in document ? [document] : []));
  const { scheme, reason } = chooseScheme(schemeCandidates(grid, withTiers, { asOf, hints }));
  return { scheme: schemes.find(({ document }) => document.id === scheme.id), reason };
}
