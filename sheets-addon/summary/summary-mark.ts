/** The key of the metadata that marks the sheet of a summary; its value is a {@link summaryMark}. */
export const SUMMARY_KEY = 'tierbook.summary';

/** Which table on which sheet is summed up, and the id of our chart; a copied sheet has the same table ids. */
export function summaryMark(tableId: string, sheetId: number, chartId: string): string {
  return `${tableId} ${sheetId} ${chartId}`;
}

/** The parts of a {@link summaryMark}; a sheet of no such id for none. */
export function summarised(mark: string | null): readonly [tableId: string, sheetId: number, chartId: string] {
  const [tableId = '', sheetId = -1, chartId = ''] = (mark ?? '').split(' ');
  return [tableId, Number(sheetId), chartId];
}

/** The name of the range in which the summary of a table stands. */
export function summaryName(tableId: string, sheetId: number): string {
  return `Tierbook_summary_${tableId}_${sheetId}`;
}
