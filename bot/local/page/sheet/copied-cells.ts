import type { PageCell } from '../../sheet-protocol.ts';

/** Cells for the clipboard as `text/plain`: lines of cells between tabs; what would break a line stands in quotes. */
export function asTabText(cells: readonly (readonly string[])[]): string {
  return cells.map((row) => row.map(tabCell).join('\t')).join('\n');
}

/**
 * Cells for the clipboard as `text/html`: a table that other spreadsheets and mail programs take. Numbers and texts are told
 * apart as Google Sheets does.
 */
export function asHtmlTable(cells: readonly (readonly (PageCell | null)[])[]): string {
  const rows = cells.map((row) => `<tr>${row.map(tableCell).join('')}</tr>`);
  return `<meta charset="utf-8"><table><tbody>${rows.join('')}</tbody></table>`;
}

function tabCell(text: string): string {
  return /[\t\r\n]|^"/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function tableCell(cell: PageCell | null): string {
  if (cell === null) return '<td></td>';
  const attributes = Object.entries(heldIn(cell)).map(
    ([name, value]) => ` ${name}="${htmlText(JSON.stringify(value))}"`,
  );
  return `<td${attributes.join('')}>${htmlText(cell.text).replaceAll(/\r?\n/g, '<br>')}</td>`;
}

function heldIn({ format, kind, number, text }: PageCell): Readonly<Record<string, object>> {
  switch (kind) {
    case 'number':
      return {
        'data-sheets-value': { 1: 3, 3: number ?? 0 },
        ...(format === undefined ? {} : { 'data-sheets-numberformat': { 1: 0, 2: format } }),
      };
    case 'boolean':
      return { 'data-sheets-value': { 1: 4, 4: text === 'TRUE' ? 1 : 0 } };
    case 'text':
      return text === '' ? {} : { 'data-sheets-value': { 1: 2, 2: text } };
    case 'error':
      return {};
    default:
      return kind satisfies never;
  }
}

function htmlText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
