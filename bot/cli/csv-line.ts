/**
 * One record of a CSV file (RFC 4180) with its line end. Written out here because csv-stringify takes as long for a
 * large table as reading and grading it.
 */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(quoted).join(',')}\n`;
}

function quoted(cell: string): string {
  return /[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
