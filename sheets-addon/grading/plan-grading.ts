import { asText, isShown, type OwnValue, shownText, textOf } from '../../core/sheets/cell-text.ts';
import { matchRows, type RowNow, strayTiers, typedOver } from '../../core/sheets/match-rows.ts';
import type { WantedColumn } from '../../core/sheets/own-columns.ts';
import { cellsPrint } from '../../core/sheets/row-identity.ts';
import type { DayOf } from '../../core/sheets/sheet-days.ts';
import type { SheetValue } from '../../core/sheets/sheet-value.ts';
import type { RememberedRow, TableMemory } from '../../core/sheets/table-memory.ts';
import type { Language } from '../../core/text/language.ts';
import { scriptSentence } from '../../core/text/sheets-script-text.ts';
import { type ChangedCells, changedCells } from './changed-cells.ts';
import type { GradedRow } from './graded-rows.ts';

/** What a grading is planned from. */
export interface PlanInput {
  readonly rows: readonly GradedRow[];
  readonly wanted: readonly WantedColumn[];
  /** 0-based columns of the sheet where columns of ours stand already, by key. */
  readonly columns: ReadonlyMap<string, number>;
  readonly values: readonly SheetValue[][];
  /** 0-based row of the headings. */
  readonly headingRow: number;
  readonly memory: TableMemory | null;
  /** Whether the grading that wrote the memory was cut in the middle. */
  readonly isCut: boolean;
  /** Whether it is that of a table of which this one is a copy, which may have been graded once more since. */
  readonly isCopy: boolean;
  readonly language: Language;
  readonly dayOf: DayOf;
  /** The next follow-up in the tier with this title. */
  readonly followUpIn: (row: GradedRow, tierTitle: string) => OwnValue;
}

/** What a grading writes: only what changes. */
export interface GradingPlan {
  /** The cells that are to hold something else, by the index of the customer and the place of the wanted column. */
  readonly changes: ChangedCells;
  /** By wanted column: the heading that stands there afterwards. */
  readonly headings: readonly string[];
  /** Customers with a tier that a person typed. */
  readonly overrides: ReadonlyMap<number, Override>;
  /** What is remembered of each customer: index in the memory, -1 for none. */
  readonly matches: Int32Array;
  /** What is to be remembered of each customer; dear, so asked for only when something is written. */
  readonly remembered: () => RememberedRow[];
}

/** A tier that a person typed over. */
export interface Override {
  /** What the scheme gives; empty for none. */
  readonly scheme: string;
  readonly typed: string;
}

/**
 * Plans what grading writes into our columns: cells follow the customer, a tier that somebody typed stays and is marked, and what is as it
 * should be is left alone.
 */
export function planGrading(input: PlanInput): GradingPlan {
  const { rows, wanted, columns, values, memory, dayOf } = input;
  const known = memory?.rows ?? [];
  const tierAt = wanted.findIndex(({ key }) => key === 'tierbook.tier');
  // of a table that was never graded nothing is to be found again
  const now = memory === null ? [] : rowsNow(input);
  const matches = matchRows(now, known);
  const isTyped = memory === null ? () => false : typedOver(now, known, matches, input.isCut || input.isCopy);
  const overrides = new Map<number, Override>();
  const strays = tierAt < 0 || input.isCut ? new Map<number, number>() : strayTiers(now, known, matches);
  const isStray = new Set(strays.values());
  if (tierAt >= 0) {
    for (const index of now.keys()) {
      const scheme = rows[index]?.tier ?? '';
      const typed = now[strays.get(index) ?? index]?.tier ?? '';
      if (typed === scheme || (!strays.has(index) && (isStray.has(index) || !isTyped(index)))) continue;
      overrides.set(index, { scheme, typed });
      keepOverride(rows[index], { scheme, typed }, input);
      if (strays.has(index)) rows[index]?.cells.splice(tierAt, 1, asText(typed));
    }
  }
  const headings = wanted.map((column) => headingOf(column, input));
  const places = wanted.map(({ key }) => columns.get(key));
  const changes = changedCells(rows.length, wanted.length);
  for (const [at, column] of places.entries()) {
    const heading = column === undefined ? '' : shownText(values[input.headingRow]?.[column], dayOf);
    if (heading !== headings[at]) changes.add(-1, at);
  }
  let index = 0;
  for (const { row, cells } of rows) {
    const stands = values[row - 1];
    const isKept = overrides.has(index) && !strays.has(index);
    for (let at = 0; at < places.length; at += 1) {
      if (isKept && at === tierAt) continue;
      const column = places[at];
      const value = cells[at] ?? '';
      const isAsItIs = column === undefined ? value === '' : isShown(stands?.[column], value, dayOf);
      if (!isAsItIs) changes.add(index, at);
    }
    index += 1;
  }
  return { changes, headings, overrides, matches, remembered: () => remembered(input, tierAt, matches) };
}

/** What our columns hold now, row by row. */
function rowsNow({ rows, columns, values, memory, dayOf }: PlanInput): RowNow[] {
  const tierColumn = columns.get('tierbook.tier');
  const others = Object.keys(memory?.headings ?? {}).filter((key) => key !== 'tierbook.tier');
  const places = others.map((key) => columns.get(key));
  return rows.map(({ row, identity }): RowNow => {
    const cells = values[row - 1] ?? [];
    return {
      identity,
      tier: tierColumn === undefined ? '' : shownText(cells[tierColumn], dayOf).trim(),
      cells: () => cellsPrint(places.map((place) => (place === undefined ? '' : shownText(cells[place], dayOf)))),
    };
  });
}

function keepOverride(
  row: GradedRow | undefined,
  { scheme, typed }: Override,
  { wanted, language, followUpIn }: PlanInput,
): void {
  if (row === undefined) return;
  for (const [at, { key }] of wanted.entries()) {
    if (key === 'tierbook.review') {
      const mark = scriptSentence(language, scheme === '' ? 'overridden-none' : 'overridden', { tier: scheme });
      const rest = textOf(row.cells[at] ?? '');
      row.cells[at] = asText(rest === '' ? mark : `${mark} ${rest}`);
    }
    if (key === 'tierbook.nextFollowUp') {
      const day = followUpIn(row, typed);
      if (day !== '') row.cells[at] = day;
    }
  }
}

/** Ours, unless somebody has given the column another heading. */
function headingOf({ key, heading }: WantedColumn, { columns, values, headingRow, memory, dayOf }: PlanInput): string {
  const column = columns.get(key);
  const stands = column === undefined ? '' : shownText(values[headingRow]?.[column], dayOf);
  if (stands === '' || memory === null) return stands === '' ? heading : stands;
  return stands === memory.headings[key] ? heading : stands;
}

function remembered({ rows, wanted, memory, isCut }: PlanInput, tierAt: number, matches: Int32Array): RememberedRow[] {
  const others = wanted.flatMap((_, at) => (at === tierAt ? [] : [at]));
  const texts = others.map(() => '');
  return rows.map(({ identity, tier, cells }, index): RememberedRow => {
    const entry = memory?.rows[matches[index] ?? -1];
    for (let place = 0; place < others.length; place += 1) texts[place] = textOf(cells[others[place] ?? 0] ?? '');
    const before = entry === undefined ? null : isCut ? entry.before : entry.tier;
    return { identity, tier, before, cells: cellsPrint(texts) };
  });
}
