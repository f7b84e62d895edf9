/** The key of the metadata that marks a summary: its sheet, and the first and last row and column of its block. */
export const SUMMARY_KEY = 'tierbook.summary';

/** The key under which its sheet remembers its chart. */
export const SUMMARY_CHART_KEY = 'tierbook.summaryChart';

/** The value: which table on which sheet it sums up; a copied sheet has the same table ids. */
export function summaryMark(tableId: string, sheetId: number): string {
  return `${tableId} ${sheetId}`;
}

/** The table of a {@link summaryMark}; a sheet of no such id for none. */
export function summarised(mark: string | null): readonly [tableId: string, sheetId: number] {
  const [tableId = '', sheetId = -1] = (mark ?? '').split(' ');
  return [tableId, Number(sheetId)];
}
