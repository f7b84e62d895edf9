import type { CalendarDate } from '../../core/calendar-date.ts';
import { asText, type OwnValue, shownText } from '../../core/sheets/cell-text.ts';
import { headingRowOf } from '../../core/sheets/heading-row.ts';
import { matchRows } from '../../core/sheets/match-rows.ts';
import { MEMORY_SHEET, memoryRow } from '../../core/sheets/memory-sheet.ts';
import { OWN_PREFIX, ownersOf } from '../../core/sheets/own-columns.ts';
import { cellsPrint, identityOf } from '../../core/sheets/row-identity.ts';
import {
  type KeptValue,
  memoryName,
  packed,
  type RememberedRow,
  recallTable,
  type TableMemory,
  UNKNOWN_CELLS,
  type UndoMemory,
} from '../../core/sheets/table-memory.ts';
import { sorted } from '../../core/sorted.ts';
import { columnNames } from '../../core/table/column-names.ts';
import type { Language } from '../../core/text/language.ts';
import type { ColumnChanges } from '../grading/cell-blocks.ts';
import { editedCells, MOST_TOLD } from '../grading/edited-cells.ts';
import { WAIT_MS } from '../grading/grade-from-sidebar.ts';
import { refuseLocked, refuseLockedMemory } from '../grading/protections.ts';
import { planTable } from '../grading/table-plan.ts';
import { ownRules, ruleMark } from '../grading/tier-rules.ts';
import { planNotes, writeNotePlan } from '../grading/write-notes.ts';
import { writeCells } from '../grading/write-own-cells.ts';
import { noteRun } from '../memory/cut-run.ts';
import type { Place, TableRequest, UndoOutcome } from '../protocol.ts';
import { orRefusal, Stop } from '../refusal.ts';
import {
  alone,
  deleteColumn,
  emptyCells,
  insertColumns,
  keepColourRules,
  lockedRanges,
  markColumn,
  openRanges,
  plainColumns,
  unmarkColumns,
  writeHiddenSheet,
} from '../spreadsheet.ts';

import { languageFor, type OpenTable, openTable, placeOf } from '../table/open-table.ts';

import { formerCells } from './former-cells.ts';
import { keptText, planUndo, type UndoInput, type UndoPlan } from './plan-undo.ts';

/** How a person wants an undo. */
export interface UndoRequest extends Pick<TableRequest, 'place'> {
  /** Whether edits since the grading may be lost. */
  readonly overwrite: boolean;
  readonly language?: Language;
}

/** Takes back the last grading of the table around the selection, or says what of somebody's edits that would lose. */
export function undoLastGrading(request: UndoRequest): UndoOutcome {
  return orRefusal<UndoOutcome>(languageFor(request), () => {
    const outcome = alone(WAIT_MS, () => undoAlone(request));
    if (outcome === null) throw new Stop({ code: 'busy' });
    return outcome;
  });
}

function undoAlone({ overwrite, place }: UndoRequest): UndoOutcome {
  const table = undoableTable(place);
  const { memory, cut, ours } = table;
  const undo = undoOf(table);
  if (ours === undefined || memory === null || undo === null) throw new Stop({ code: 'nothing-to-undo' });
  const input = inputOf(table, memory, undo, ours.columns);
  const plan = planUndo(input);
  // what a cut grading had not written yet is no edit of anybody's
  if (plan.edited.length > 0 && !overwrite && cut === null) {
    return { kind: 'edited', cells: plan.edited.slice(0, MOST_TOLD), count: plan.edited.length };
  }
  return { kind: 'undone', cells: carryOut(table, input, plan), gone: undo.settings === null ? [] : plan.missing };
}

/** The table that is named, else the one around the selection, or the only one of the sheet that was graded. */
function undoableTable(wanted: Place | undefined): OpenTable {
  const opened = openTable(wanted === undefined ? {} : { place: wanted });
  if (opened.kind === 'table') return opened.table;
  if (opened.kind === 'own') throw new Stop({ code: 'nothing-to-undo' });
  const { tables, own, values, entries, sheet } = opened.sheet;
  const graded = [...ownersOf(tables, own, values)].filter(
    ([, { id }]) => recallTable(entries, sheet.sheetId, id)?.undo !== null,
  );
  const [only] = graded;
  if (only === undefined || graded.length > 1) throw new Stop({ code: 'nothing-to-undo' });
  const place = placeOf(opened.sheet, only[0]);
  const again = openTable({ place });
  if (again.kind !== 'table') throw new Stop({ code: 'nothing-to-undo' });
  return again.table;
}

function undoOf({ memory, cut }: OpenTable): UndoMemory | null {
  if (memory?.undo === undefined || memory.undo === null) return null;
  const made = cut?.tableId === memory.id && cut.run !== memory.run ? cut : null;
  return made === null
    ? memory.undo
    : {
        ...memory.undo,
        made: [...memory.undo.made, ...made.made],
        inserted: [...memory.undo.inserted, ...made.inserted],
      };
}

function inputOf(
  table: OpenTable,
  memory: TableMemory,
  undo: UndoMemory,
  columns: ReadonlyMap<string, number>,
): UndoInput {
  const { reading, values, dayOf } = table;
  const tierColumn = columns.get('tierbook.tier');
  const others = Object.keys(memory.headings).filter((key) => key !== 'tierbook.tier');
  const rows = reading.records.map((record) => {
    const cells = values[record.row - 1] ?? [];
    const textIn = (key: string): string => shownText(cells[columns.get(key) ?? -1], dayOf);
    return {
      row: record.row - 1,
      identity: identityOf(record),
      tier: tierColumn === undefined ? '' : shownText(cells[tierColumn], dayOf).trim(),
      cells: () => cellsPrint(others.map(textIn)),
    };
  });
  const matches = matchRows(rows, memory.rows);
  const editedIn: UndoInput['editedIn'] = (keys) => {
    const indexes = rows.flatMap(({ cells }, at) => (cells() === memory.rows[matches[at] ?? -1]?.cells ? [] : [at]));
    // only graded again is it known which cell it is
    return indexes.length === 0 || keys.size === 0
      ? []
      : editedCells(table, planTable(table), indexes).filter(({ key }) => keys.has(key));
  };
  return { memory, undo, columns, values, headingRow: headingRowOf(table), rows, matches, dayOf, editedIn };
}

/** Carries an undo out, memory last, so that one that is cut can be done again. Returns how many cells it changed. */
function carryOut(table: OpenTable, input: UndoInput, plan: UndoPlan): number {
  const { sheet, found, zone, values, entries, schemes } = table;
  const { memory, undo, columns, headingRow } = input;
  const { sheetId } = sheet;
  const rows = { row: headingRow + 1, rows: found.bottom - headingRow + 1 };
  const at = (column: number): Place => ({ sheetId, ...rows, column: column + 1, columns: 1 });
  refuseLocked([...columns.values()].map(at), lockedRanges(sheetId), openRanges(sheetId));
  refuseLockedMemory();
  const changes = [...plan.restored].map(([key, cells]) => restoredColumn(columns.get(key) ?? 0, cells));
  writeCells(sheetId, changes, (row, column) => values[row]?.[column] ?? '', zone);
  let changed = [...plan.restored.values()].reduce((sum, { size }) => sum + size, 0);
  restoreNotes(table, input);
  // where our columns are, while columns come and go
  const places = new Map(columns);
  const push = (from: number, by: number): void => {
    for (const [key, column] of places) if (column >= from) places.set(key, column + by);
  };
  for (const { key, column, isInserted } of plan.made) {
    changed += values.slice(headingRow, found.bottom + 1).filter((row) => (row[column] ?? '') !== '').length;
    const isElsewhere = values.some(
      (row, index) => (index < headingRow || index > found.bottom) && (row[column] ?? '') !== '',
    );
    const place = places.get(key) ?? column;
    places.delete(key);
    if (isInserted && !isElsewhere) {
      deleteColumn(sheetId, place + 1);
      push(place, -1);
    } else {
      emptyCells(at(place));
      unmarkColumns(sheetId, [key], memory.id);
    }
  }
  for (const [index, { key, cells, isEmptied }] of plan.gone.entries()) {
    const column = formerPlace(plan.gone.slice(index), undo, places) ?? found.right + 1;
    if (!isEmptied) {
      insertColumns(sheetId, column, 1);
      push(column, 1);
      try {
        plainColumns(sheetId, column + 1, 1);
      } catch {
        // typed columns of a Sheets table keep their look
      }
    }
    places.set(key, column);
    markColumn(sheetId, { key, value: memory.id, column: column + 1 });
    writeCells(sheetId, [restoredColumn(column, cells)], () => '', zone);
    changed += cells.size;
  }
  const document = schemes.find((scheme) => scheme.document.id === undo.settings?.scheme)?.document;
  const rules =
    document === undefined || undo.settings === null
      ? []
      : ownRules(document, undo.settings.language, memory.id, { columns: places, headingRow, bottom: found.bottom });
  keepColourRules(sheetId, ruleMark(memory.id), rules);
  const name = memoryName(sheetId, memory.id);
  const next = undo.settings === null ? null : packed(memoryAfter(table, input, plan, undo.settings));
  const { row, cells } = memoryRow(entries, name, next ?? '');
  writeHiddenSheet(MEMORY_SHEET, row, [next === null ? cells.map(() => '') : cells]);
  noteRun(sheetId, null);
  return changed;
}

/**
 * Where the first of some columns that come back stood, told by the nearest of ours that stands: to its left, else to its right, where those
 * to come are still missing in between. Undefined when none stands.
 */
function formerPlace(
  gone: UndoPlan['gone'],
  undo: UndoMemory,
  places: ReadonlyMap<string, number>,
): number | undefined {
  const column = gone[0]?.column ?? 0;
  const distanceTo = (place: number): number => (place < column ? column - place : 10_000 + place - column);
  const standing = Object.entries(undo.places).filter(([key]) => places.has(key));
  const [nearest] = sorted(standing, ([, one], [, other]) => distanceTo(one) - distanceTo(other));
  if (nearest === undefined) return undefined;
  const [key, before] = nearest;
  const missing = gone.filter((one) => one.column < before && !one.isEmptied);
  return Math.max(0, column + (places.get(key) ?? 0) - before + missing.length);
}

/** Lets the notes of ours be as they were before the grading; after the first one there are none. */
function restoreNotes(table: OpenTable, { undo, memory, rows, matches }: UndoInput): void {
  const isFirst = undo.settings === null;
  if (isFirst ? memory.notes === 0 : undo.notes.length === 0) return;
  const former = new Map<string, string>();
  const rowOf = new Map([...matches].map((match, at) => [match, rows[at]?.row]));
  const names = columnNames(table.reading.columns.map(({ heading }) => heading));
  for (const { at, column, former: note } of undo.notes) {
    const index = typeof column === 'number' ? column : names.indexOf(column);
    former.set(`${rowOf.get(at)} ${index}`, note);
  }
  const plan = planNotes(table, (row, at, now) => (isFirst ? '' : (former.get(`${row} ${at}`) ?? now)));
  try {
    writeNotePlan(table, plan, (column) => column);
  } catch {
    // styling is best effort: typed columns of a Sheets table refuse it
  }
}

/** Former values by row, as they are written. */
function restoredColumn(column: number, cells: ReadonlyMap<number, KeptValue>): ColumnChanges<OwnValue> {
  let height = 0;
  for (const row of cells.keys()) height = Math.max(height, row + 1);
  return {
    column,
    height,
    valueAt(row) {
      const value = cells.get(row);
      if (typeof value === 'string') return asText(value);
      if (typeof value !== 'object') return value;
      return 'date' in value ? { date: value.date as CalendarDate } : value.formula;
    },
  };
}

/** What is remembered of a table whose last grading is undone: what the grading before it wrote. */
function memoryAfter(
  { dayOf }: OpenTable,
  { memory, undo, rows, matches, columns, values }: UndoInput,
  { restored, gone }: UndoPlan,
  settings: NonNullable<UndoMemory['settings']>,
): TableMemory {
  const others = Object.keys(undo.headings).filter((key) => key.startsWith(OWN_PREFIX) && key !== 'tierbook.tier');
  const edited = new Set(undo.edited);
  const textAfter = (key: string, row: number): string => {
    const value = restored.get(key)?.get(row) ?? gone.find((one) => one.key === key)?.cells.get(row);
    if (value !== undefined) return keptText(value);
    const column = columns.get(key);
    return column === undefined ? '' : shownText(values[row]?.[column], dayOf);
  };
  const tiers = restored.get('tierbook.tier');
  const cells = formerCells(
    rows.map(({ row }, at) => ({
      entry: memory.rows[matches[at] ?? -1],
      tier: textAfter('tierbook.tier', row),
      isTierBack: tiers?.has(row) === true,
      print: cellsPrint(others.map((key) => textAfter(key, row))),
    })),
  );
  return {
    ...memory,
    notes: memory.notes + undo.notes.filter(({ former }) => former !== '').length,
    settings,
    headings: undo.headings,
    rows: rows.flatMap(({ identity }, at): RememberedRow[] => {
      const entry = memory.rows[matches[at] ?? -1];
      if (entry?.before === undefined || entry.before === null) return [];
      const isEdited = edited.has(matches[at] ?? -2);
      return [{ identity, tier: entry.before, before: null, cells: isEdited ? UNKNOWN_CELLS : (cells[at] ?? '') }];
    }),
    undo: null,
  };
}
