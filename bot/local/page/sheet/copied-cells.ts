/** Cells for the clipboard as `text/plain`: lines of cells between tabs; what would break a line stands in quotes. */
export function asTabText(cells: readonly (readonly string[])[]): string {
  return cells.map((row) => row.map(tabCell).join('\t')).join('\n');
}

/** Cells for the clipboard as `text/html`: a table that other spreadsheets and mail programs take. */
export function asHtmlTable(cells: readonly (readonly string[])[]): string {
  const rows = cells.map((row) => `<tr>${row.map((cell) => `<td>${htmlText(cell)}</td>`).join('')}</tr>`);
  return `<meta charset="utf-8"><table>${rows.join('')}</table>`;
}

function tabCell(text: string): string {
  return /[\t\r\n]|^"/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function htmlText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll(/\r?\n/g, '<br>');
}
