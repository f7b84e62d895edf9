/**
 * The cells of a text from the clipboard: lines of cells between tabs, as every spreadsheet copies them. A cell in quotes may
 * hold tabs, line breaks and doubled quotes; quotes that do not end with their cell are part of its text. Empty for an empty
 * text; the line break at the end opens no row.
 */
export function readPastedText(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length || row.length > 0) {
    const [cell, end] = cellFrom(text, at);
    row.push(cell);
    at = end + 1;
    if (text[end] === '\t') continue;
    rows.push(row);
    row = [];
    if (text[end] === '\r' && text[at] === '\n') at += 1;
  }
  return rows;
}

function cellFrom(text: string, start: number): [cell: string, end: number] {
  QUOTED.lastIndex = start;
  const [quoted] = QUOTED.exec(text) ?? [];
  if (quoted !== undefined) {
    return [quoted.slice(1, -1).replaceAll('""', '"').replaceAll('\r\n', '\n'), start + quoted.length];
  }
  END.lastIndex = start;
  const end = END.exec(text)?.index ?? text.length;
  return [text.slice(start, end), end];
}

const QUOTED = /"(?:[^"]|"")*"(?=[\t\r\n]|$)/y;
const END = /[\t\r\n]/g;
