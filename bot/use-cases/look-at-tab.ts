import { createHash } from 'node:crypto';
import { MEMORY_SHEET } from '../../core/sheets/memory-sheet.ts';
import { OWN_PREFIX } from '../../core/sheets/own-columns.ts';
import type { ColumnMark } from '../../core/sheets/sheet-value.ts';
import { type SheetCell, type SheetTab, type SpreadsheetDescription, type Spreadsheets } from './spreadsheets.ts';
import { UseCaseError } from './use-case-error.ts';

/** Where a tab is. */
export interface TabAddress {
  readonly spreadsheetId: string;
  readonly tabId: number;
  /** As it was called last, for sentences. */
  readonly tabTitle: string;
}

/** A whole tab at one moment. */
export interface TabLook {
  readonly spreadsheet: SpreadsheetDescription;
  readonly tab: SheetTab;
  /** Our columns. */
  readonly marks: readonly ColumnMark[];
  readonly cells: readonly (readonly SheetCell[])[];
  /** The add-on's hidden sheet; null: there is none. */
  readonly memoryTab: SheetTab | null;
  readonly memory: readonly (readonly SheetCell[])[];
  /** By which the cells are known when they are looked at again. */
  readonly print: string;
}

/** What was seen of a tab without looking into it. */
export type SeenTab = Pick<TabLook, 'spreadsheet' | 'tab' | 'print'>;

/** A column may be put in between asking for the marks and reading the cells; so many times it is tried again. */
const MOST_LOOKS = 4;

/**
 * Looks at all cells of a tab, and at the add-on's memory, unless they are those that are known. Three reads when
 * they are, else four.
 *
 * Throws SheetsError as {@link Spreadsheets} does; {@link UseCaseError} `sheet-tab-gone`, `sheet-own-tab`, `sheet-restless`.
 *
 * @param known the print of an earlier look, once it is known where our columns are; null: nothing is known
 */
export async function lookAtTab(
  sheets: Spreadsheets,
  where: TabAddress,
  known: (spreadsheet: SpreadsheetDescription, tab: SheetTab) => string | null,
): Promise<({ readonly kind: 'read' } & TabLook) | ({ readonly kind: 'unchanged' } & SeenTab)> {
  const { spreadsheetId } = where;
  let spreadsheet = await sheets.describe(spreadsheetId);
  for (let look = 1; look <= MOST_LOOKS; look += 1) {
    const tab = tabOf(spreadsheet, where);
    if (isOwnTab(spreadsheet, tab)) throw new UseCaseError('sheet-own-tab', tab.title);
    const marks = marksOf(spreadsheet, tab);
    const memoryTab = memoryTabOf(spreadsheet);
    const ranges = [tab, ...(memoryTab === null ? [] : [memoryTab])].map((one) => ({ tab: one, place: null }));
    const before = known(spreadsheet, tab);
    const read = await sheets.readChanged(spreadsheetId, ranges, before);
    if (read === undefined) return { kind: 'unchanged', spreadsheet, tab, print: before ?? '' };
    const after = await sheets.describe(spreadsheetId);
    const isAsBefore =
      JSON.stringify(marks) === JSON.stringify(marksOf(after, tabOf(after, where))) &&
      memoryTab?.id === memoryTabOf(after)?.id;
    spreadsheet = after;
    if (!isAsBefore) continue;
    const [cells, memory] = read.cells;
    return {
      kind: 'read',
      spreadsheet,
      tab: tabOf(spreadsheet, where),
      marks,
      cells: cells?.rows ?? [],
      memoryTab: memoryTabOf(after),
      memory: memory?.rows ?? [],
      print: read.print,
    };
  }
  throw new UseCaseError('sheet-restless', where.tabTitle);
}

function tabOf(spreadsheet: SpreadsheetDescription, where: TabAddress): SheetTab {
  const tab = spreadsheet.tabs.find(({ id }) => id === where.tabId);
  if (tab !== undefined) return tab;
  throw new UseCaseError('sheet-tab-gone', where.tabTitle);
}

/** The add-on's hidden sheet; null: there is none. */
export function memoryTabOf({ tabs }: SpreadsheetDescription): SheetTab | null {
  return tabs.find(({ title }) => title === MEMORY_SHEET) ?? null;
}

/** Whether a tab is one that Tierbook has made, which holds no customers of its own. */
export function isOwnTab({ marks }: SpreadsheetDescription, { id, title }: SheetTab): boolean {
  return (
    title === MEMORY_SHEET ||
    marks.some(({ key, tabId, column }) => tabId === id && column === null && key.startsWith(OWN_PREFIX))
  );
}

/** Our columns of a tab, as `core/sheets` takes them. */
export function marksOf({ marks }: SpreadsheetDescription, tab: SheetTab): ColumnMark[] {
  return marks.flatMap(({ key, value, tabId, column }) =>
    tabId === tab.id && column !== null && key.startsWith(OWN_PREFIX) ? [{ key, value, column: column + 1 }] : [],
  );
}

/** A print of cells together with what else they were read by. */
export function printBehind(way: string, print: string): string {
  return `${way} ${print}`;
}

/** The print that {@link printBehind} put behind the same; null: it was read by something else. */
export function printAfter(way: string, known: string | null): string | null {
  return known?.startsWith(`${way} `) === true ? known.slice(way.length + 1) : null;
}

/** Of texts, one after the other: 43 characters without a space. */
export function digest(texts: Iterable<string>): string {
  const hash = createHash('sha256');
  // no two lists of texts run together to the same
  for (const text of texts) hash.update(`${text.length} ${text}`);
  return hash.digest('base64url');
}
