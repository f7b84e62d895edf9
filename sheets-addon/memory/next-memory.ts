import { type OwnValue, shownText, textOf } from '../../core/sheets/cell-text.ts';
import { CELLS_LENGTH, fingerprint } from '../../core/sheets/fingerprint.ts';
import type { DayOf } from '../../core/sheets/sheet-days.ts';
import type { SheetValue } from '../../core/sheets/sheet-value.ts';
import type { FormerCells, KeptValue, TableMemory, TableSettings, UndoMemory } from '../../core/sheets/table-memory.ts';
import { columnLetter } from '../../core/table/column-letter.ts';
import { columnNames } from '../../core/table/column-names.ts';
import type { TableReading } from '../../core/table/reading.ts';
import type { GoneColumn } from '../columns/gone-columns.ts';
import { type EditedCell, formulasIn } from '../grading/edited-cells.ts';
import type { GradedRows } from '../grading/graded-rows.ts';
import type { PlannedTable } from '../grading/table-plan.ts';
import type { NoteChange } from '../grading/write-notes.ts';
import type { OpenTable } from '../table/open-table.ts';

/** What a grading is about to do, beside its cells. */
export interface Doing {
  readonly id: string;
  readonly run: string;
  readonly made: readonly string[];
  readonly inserted: readonly string[];
  readonly gone: readonly GoneColumn[];
  /** How many cells have a note of ours afterwards, and which notes change. */
  readonly notes: number;
  readonly noteChanges: readonly NoteChange[];
  /** What it overwrites of somebody's. */
  readonly edited: readonly EditedCell[];
}

/** What is to be remembered of a grading; null when it changes nothing and all is remembered already. */
export function nextMemory(table: OpenTable, planned: PlannedTable, doing: Doing): TableMemory | null {
  const { memory, isCopy } = table;
  const settings = settingsOf(table);
  const { notes } = doing;
  const isChanging = doing.made.length > 0 || doing.gone.length > 0 || planned.plan.changes.count() > 0;
  const isAsBefore = memory !== null && isSame(memory.settings, settings);
  if (memory !== null && !isCopy && !isChanging && isAsBefore) {
    return memory.notes > 0 === notes > 0 ? null : { ...memory, notes };
  }
  return {
    id: doing.id,
    run: doing.run,
    settings,
    headings: Object.fromEntries(planned.wanted.map(({ key, heading }) => [key, heading])),
    rows: planned.plan.remembered(),
    notes,
    undo: isChanging ? undoOf(table, planned, doing) : (memory?.undo ?? null),
  };
}

function settingsOf({ scheme, language, hints, asOf, found }: OpenTable): TableSettings {
  return {
    scheme: scheme.document.id,
    language,
    hints,
    gradedOn: asOf,
    tableHeadings: found.headings,
  };
}

/** The day aside: grading again on another day changes nothing by itself. */
function isSame(one: TableSettings, other: TableSettings): boolean {
  const { gradedOn: _, ...before } = one;
  const { gradedOn: __, ...after } = other;
  return JSON.stringify(before) === JSON.stringify(after);
}

function undoOf(
  table: OpenTable,
  planned: PlannedTable,
  { made, inserted, gone, noteChanges, edited }: Doing,
): UndoMemory {
  const { memory, values, dayOf, ours, reading } = table;
  const { wanted, plan, graded, headingRow, isCut } = planned;
  const cut = isCut ? (memory?.undo ?? null) : null;
  const indexOf = new Map<number, number>();
  for (const [index, match] of plan.matches.entries()) if (match >= 0) indexOf.set(match, index);
  const nowAt = (index: number): number => indexOf.get(index) ?? -1;
  const formulas = formulasIn(edited, table.sheet.sheetId);
  const cells = wanted.flatMap(({ key }, at): FormerCells[] => {
    const column = ours?.columns.get(key);
    if (made.includes(key) || column === undefined) return [];
    const former = new Map<number, KeptValue>();
    for (const index of plan.changes.of(at)) {
      const row = index < 0 ? headingRow : (graded.rows[index]?.row ?? 0) - 1;
      const formula = formulas.get(`${columnLetter(column)}${row + 1}`);
      former.set(index, formula === undefined ? kept(values[row]?.[column], dayOf) : { formula });
    }
    // what a cut grading had written already was something else before it
    const before = cut?.cells.find((one) => one.key === key);
    for (const [place, index] of (before?.at ?? []).entries()) {
      const now = index < 0 ? index : indexOf.get(index);
      const value = before?.former[place];
      if (now !== undefined && value !== undefined) former.set(now, value);
    }
    if (former.size === 0) return [];
    const wrote = (index: number): OwnValue =>
      index < 0 ? (plan.headings[at] ?? '') : (graded.rows[index]?.cells[at] ?? '');
    return [formerCells(key, former, (index) => textOf(wrote(index)))];
  });
  const taken = gone.map(({ key, column, isOursAlone }) => {
    const former = new Map<number, KeptValue>([[-1, kept(values[headingRow]?.[column], dayOf)]]);
    for (const [index, { row }] of graded.rows.entries()) {
      const value = kept(values[row - 1]?.[column], dayOf);
      if (value !== '') former.set(index, value);
    }
    return { ...formerCells(key, former, () => ''), column, isEmptied: !isOursAlone };
  });
  const stillGone = (cut?.gone ?? []).filter(({ key }) => !taken.some((one) => one.key === key));
  return {
    made,
    inserted,
    cells,
    gone: [...taken, ...stillGone],
    places: cut?.places ?? Object.fromEntries(ours?.columns ?? []),
    edited: cut?.edited.map(nowAt) ?? edited.map(({ index }) => index),
    notes: [
      ...(cut?.notes ?? []).map((note) => ({ ...note, at: nowAt(note.at) })),
      ...notesOf(noteChanges, graded, reading),
    ],
    settings: isCut ? (cut?.settings ?? null) : (memory?.settings ?? null),
    headings: isCut ? (cut?.headings ?? {}) : (memory?.headings ?? {}),
  };
}

function notesOf(changes: readonly NoteChange[], { rows }: GradedRows, { columns }: TableReading): UndoMemory['notes'] {
  if (changes.length === 0) return [];
  const indexes = new Map(rows.map(({ row }, index) => [row - 1, index]));
  const names = columnNames(columns.map(({ heading }) => heading));
  return changes.flatMap(({ row, at: column, former }) => {
    const at = indexes.get(row);
    return at === undefined ? [] : [{ at, column: names[column] ?? column, former }];
  });
}

function formerCells(
  key: string,
  former: ReadonlyMap<number, KeptValue>,
  wrote: (index: number) => string,
): FormerCells {
  const at = [...former.keys()];
  return {
    key,
    at,
    former: [...former.values()],
    wrote: at.map((index) => fingerprint(wrote(index), CELLS_LENGTH)).join(''),
  };
}

function kept(value: SheetValue | undefined, dayOf: DayOf): KeptValue {
  if (value === undefined) return '';
  return value instanceof Date ? { date: shownText(value, dayOf) } : value;
}
