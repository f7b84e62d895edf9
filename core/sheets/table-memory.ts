import type { CalendarDate } from '../calendar-date.ts';
import type { TableHints } from '../table/read-table.ts';
import { LANGUAGES, type Language } from '../text/language.ts';
import { CELLS_LENGTH, digits, IDENTITY_LENGTH, numberOf } from './fingerprint.ts';
import type { MemoryEntry } from './memory-sheet.ts';

/** How a table was graded last. */
export interface TableSettings {
  readonly scheme: string;
  readonly language: Language;
  /** Columns by their names, since places change; by place where they were remembered before there were such names. */
  readonly hints: TableHints;
  readonly gradedOn: CalendarDate;
  /** {@link FoundTable.headings} of the whole of it; left out: not known. */
  readonly tableHeadings?: string;
}

/** What we remember of one customer of a table. */
export interface RememberedRow {
  /** {@link fingerprint} of who it is. */
  readonly identity: string;
  /** The tier that we wrote, or would have written over a person's; empty for none. */
  readonly tier: string;
  /** The same before the last grading; null for a customer that was new then. */
  readonly before: string | null;
  /** {@link fingerprint} of the other cells that we wrote; {@link UNKNOWN_CELLS} where that is not known. */
  readonly cells: string;
}

/** The fingerprint of no cells: those of a row that somebody has edited, once its grading is undone. */
export const UNKNOWN_CELLS = '.'.repeat(CELLS_LENGTH);

/** A value as it is kept for undo. */
export type KeptValue = string | number | boolean | { readonly date: string } | { readonly formula: string };

/** Cells of one of our columns before the last grading changed them. */
export interface FormerCells {
  readonly key: string;
  /** Indexes of remembered rows; -1 is the heading. */
  readonly at: readonly number[];
  readonly former: readonly KeptValue[];
  /** {@link fingerprint}s of what was written, one behind the other. */
  readonly wrote: string;
}

/** What undoing the last grading takes. */
export interface UndoMemory {
  /** Keys of columns that the grading made, and which of them it inserted: those are deleted again, the others emptied. */
  readonly made: readonly string[];
  readonly inserted: readonly string[];
  readonly cells: readonly FormerCells[];
  /** Columns that the grading took away, each with where it stood (0-based); `isEmptied`: the column itself is still there. */
  readonly gone: readonly (FormerCells & { readonly column: number; readonly isEmptied: boolean })[];
  /** Where all of ours stood before, by key. */
  readonly places: Readonly<Record<string, number>>;
  /** Indexes of rows in which the grading overwrote what somebody had typed. */
  readonly edited: readonly number[];
  /** Cells of the table whose note of ours the grading changed: by its column's name, before there were such by place in the table; '' for none. */
  readonly notes: readonly { readonly at: number; readonly column: string | number; readonly former: string }[];
  /** Null: the table had not been graded before. */
  readonly settings: TableSettings | null;
  /** The headings that we had written before, by key. */
  readonly headings: Readonly<Record<string, string>>;
}

/** What is remembered of one table. */
export interface TableMemory {
  readonly id: string;
  /** Names the grading that wrote this. */
  readonly run: string;
  readonly settings: TableSettings;
  /** The headings that we wrote, by key. */
  readonly headings: Readonly<Record<string, string>>;
  /** In the order of the sheet when it was graded. */
  readonly rows: readonly RememberedRow[];
  /** Cells that have a note of ours. */
  readonly notes: number;
  readonly undo: UndoMemory | null;
}

/** The entry under which a table is remembered. A copied sheet has the same table ids, so the sheet is part of it. */
export function memoryName(sheetId: number, tableId: string): string {
  return `table ${sheetId} ${tableId}`;
}

/** What is remembered of a table. Null when nothing is, or it cannot be read. */
export function recallTable(entries: readonly MemoryEntry[], sheetId: number, tableId: string): TableMemory | null {
  const entry = entries.find(({ name }) => name === memoryName(sheetId, tableId));
  return entry === undefined ? null : unpacked(entry.text);
}

/** What is remembered of the table of which this one, with the same id on a copied sheet, is a copy. Null when nothing is. */
export function recallOriginal(entries: readonly MemoryEntry[], tableId: string): TableMemory | null {
  const entry = entries.find(({ name }) => name.startsWith('table ') && name.endsWith(` ${tableId}`));
  return entry === undefined ? null : unpacked(entry.text);
}

/**
 * {@link FoundTable.headings} of a table, or of the one that it is a copy of, when it was graded last; '' when they are not known. Looked up in the
 * text, since unpacking 50,000 rows would take longer.
 */
export function headingsGraded(entries: readonly MemoryEntry[], sheetId: number, tableId: string): string {
  const entry =
    entries.find(({ name }) => name === memoryName(sheetId, tableId)) ??
    entries.find(({ name }) => name.endsWith(` ${tableId}`));
  const [, text = '""'] = /"tableHeadings":("(?:[^"\\]|\\.)*")/.exec(entry?.text ?? '') ?? [];
  return JSON.parse(text) as string;
}

/**
 * The language in which the table of these customers was graded: of those that are remembered, the one that knows most of them, and at least
 * half; undefined when none does.
 *
 * @param identities who some of its rows are about
 */
export function languageGradedIn(entries: readonly MemoryEntry[], identities: readonly string[]): Language | undefined {
  let most = Math.max(0.5, identities.length / 2);
  let found: Language | undefined;
  for (const { name, text } of entries) {
    if (!name.startsWith('table ')) continue;
    // looked up in the text, since unpacking 50,000 rows for one word would take longer than grading a few
    const known = identities.filter((identity) => text.includes(identity)).length;
    const graded = /"settings":\{[^{}]*?"language":"([a-zA-Z-]+)"/.exec(text)?.[1];
    const language = LANGUAGES.find((one) => one === graded);
    if (language === undefined || known < most) continue;
    found = language;
    most = known + 1;
  }
  return found;
}

/** A table's memory as text. */
export function packed({ rows, ...rest }: TableMemory): string {
  const tiers: string[] = [];
  const codes = new Map<string | null, string>([[null, digits(0, TIER_LENGTH)]]);
  const codeOf = (tier: string | null): string => {
    let code = codes.get(tier);
    if (code === undefined) {
      if (tier !== null) tiers.push(tier);
      codes.set(tier, (code = digits(tiers.length, TIER_LENGTH)));
    }
    return code;
  };
  // added up rather than joined: of 50,000 short texts V8 makes one in half the time
  let [identities, now, before, cells] = ['', '', '', ''];
  for (const row of rows) {
    identities += row.identity;
    now += codeOf(row.tier);
    before += codeOf(row.before);
    cells += row.cells;
  }
  return JSON.stringify({ ...rest, tiers, rows: rows.length, identities, now, before, cells });
}

/** Two characters: a scheme has 20 tiers at most, and rows of two gradings at most are kept. */
const TIER_LENGTH = 2;

interface Packed extends Omit<TableMemory, 'rows'> {
  readonly tiers: readonly string[];
  readonly rows: number;
  readonly identities: string;
  readonly now: string;
  readonly before: string;
  readonly cells: string;
}

function unpacked(text: string): TableMemory | null {
  let read: Packed;
  try {
    read = JSON.parse(text) as Packed;
    if (!isWhole(read)) return null;
  } catch {
    // somebody has edited the hidden sheet: what it held is lost, the table is not
    return null;
  }
  const { tiers, rows: count, identities, now, before, cells, ...rest } = read;
  const tierAt = (codes: string, index: number): string | null =>
    tiers[numberOf(part(codes, index, TIER_LENGTH)) - 1] ?? null;
  const rows = Array.from(
    { length: count },
    (_, index): RememberedRow => ({
      identity: part(identities, index, IDENTITY_LENGTH),
      tier: tierAt(now, index) ?? '',
      before: tierAt(before, index),
      cells: part(cells, index, CELLS_LENGTH),
    }),
  );
  return { ...rest, rows };
}

/** Whether nothing is missing, such as one of the cells that a long memory fills; throws where there is something else altogether. */
function isWhole({ rows, identities, now, before, cells }: Packed): boolean {
  return (
    identities.length === rows * IDENTITY_LENGTH &&
    cells.length === rows * CELLS_LENGTH &&
    now.length + before.length === 2 * rows * TIER_LENGTH
  );
}

function part(text: string, index: number, length: number): string {
  return text.slice(index * length, (index + 1) * length);
}
