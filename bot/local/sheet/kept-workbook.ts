import type { GridRow } from '../workbook/cell-grid.ts';
import { Sheet } from '../workbook/sheet.ts';
import { Workbook, type WorkbookSettings } from '../workbook/workbook.ts';
import type { Metadata, NamedRange, Selection } from '../workbook/workbook-parts.ts';

/** What a workbook is made again from, as JSON. */
export interface KeptWorkbook {
  readonly version: 1;
  readonly settings: Omit<WorkbookSettings, 'now'>;
  readonly metadata: readonly Metadata[];
  readonly namedRanges: readonly NamedRange[];
  readonly selection: Selection;
  readonly sheets: readonly KeptSheet[];
}

/** A sheet, its cells row by row; empty rows are null. */
interface KeptSheet extends Pick<Sheet, (typeof PARTS)[number] | 'id' | 'title' | 'rowCount' | 'columnCount'> {
  readonly cells: readonly (GridRow | null)[];
}

const PARTS = [
  'isHidden',
  'frozenRows',
  'frozenColumns',
  'hiddenRows',
  'hiddenColumns',
  'columnWidths',
  'merges',
  'filter',
  'tables',
  'protections',
  'conditionalRules',
  'charts',
] as const satisfies readonly (keyof Sheet)[];

/** Everything of a workbook that outlasts the process. It shares what is in it with the workbook: to be written at once. */
export function keptWorkbook(workbook: Workbook): KeptWorkbook {
  const { id, locale, owner, timeZone, title } = workbook;
  return {
    version: 1,
    settings: { id, title, locale, timeZone, owner },
    metadata: workbook.metadata.all,
    namedRanges: workbook.namedRanges,
    selection: workbook.selection,
    sheets: workbook.sheets.map((sheet) => ({
      id: sheet.id,
      title: sheet.title,
      rowCount: sheet.rowCount,
      columnCount: sheet.columnCount,
      ...(Object.fromEntries(PARTS.map((part) => [part, sheet[part]])) as Pick<Sheet, (typeof PARTS)[number]>),
      cells: sheet.grid.rows().map((row) => row ?? null),
    })),
  };
}

/** Makes a workbook again. Throws for what is none. */
export function workbookOf(kept: unknown, now: () => number): Workbook {
  const { metadata, namedRanges, selection, settings, sheets, version } = kept as KeptWorkbook;
  if (version !== 1 || sheets.length === 0) throw new TypeError('This is no workbook that was kept.');
  const workbook = new Workbook({ ...settings, now });
  restore(workbook, { metadata, namedRanges, selection, sheets });
  return workbook;
}

/** Takes a workbook back to what it was. */
export function restore(
  workbook: Workbook,
  { metadata, namedRanges, selection, sheets }: Omit<KeptWorkbook, 'version' | 'settings'>,
): void {
  workbook.replaceSheets(
    sheets.map(({ cells, columnCount, id, rowCount, title, ...parts }) => {
      const sheet = new Sheet(id, title, rowCount, columnCount);
      Object.assign(sheet, parts, {
        hiddenRows: filled(parts.hiddenRows),
        hiddenColumns: filled(parts.hiddenColumns),
        columnWidths: filled(parts.columnWidths),
      });
      sheet.grid.load(cells.map((row) => row ?? undefined));
      return sheet;
    }),
  );
  workbook.metadata.load(metadata);
  workbook.namedRanges = [...namedRanges];
  workbook.select(selection);
}

/** JSON has null for what is undefined in a list. */
function filled<Item>(list: readonly (Item | null | undefined)[]): (Item | undefined)[] {
  return list.map((item) => item ?? undefined);
}
