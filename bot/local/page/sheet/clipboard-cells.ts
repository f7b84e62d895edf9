import type { Area, CellEntry, PageCell, PageRow } from '../../sheet-protocol.ts';
import { asHtmlTable, asTabText } from './copied-cells.ts';
import { readPastedHtml } from './pasted-html.ts';
import { readPastedText } from './pasted-text.ts';

/** What one copies: the same cells as text and as a table. */
export interface CopiedCells {
  readonly text: string;
  readonly html: string;
}

/** Cells of an area for the clipboard, without what is empty at its lower and right edges. `rows` begin with the area's first. */
export function copiedCells(area: Area, rows: readonly PageRow[]): CopiedCells {
  const cells = trimmed(
    rows.map((row) => Array.from({ length: area.columns }, (_, place) => row[area.column + place] ?? null)),
  );
  return { text: asTabText(cells.map((row) => row.map((cell) => cell?.text ?? ''))), html: asHtmlTable(cells) };
}

/** What is pasted, from the table on the clipboard or else from its text. No rows: there is nothing that can be pasted. */
export function pastedEntries(html: string, text: string): CellEntry[][] {
  return readPastedHtml(html) ?? readPastedText(text);
}

/** One pasted cell fills all that is selected, as in every spreadsheet; more cells stay as they are. */
export function filling(entries: readonly (readonly CellEntry[])[], area: Area): readonly (readonly CellEntry[])[] {
  const [first, ...more] = entries;
  const [entry, ...others] = first ?? [];
  if (entry === undefined || more.length > 0 || others.length > 0) return entries;
  return Array.from({ length: area.rows }, () => Array.from({ length: area.columns }, () => entry));
}

function trimmed(rows: readonly (readonly (PageCell | null)[])[]): readonly (readonly (PageCell | null)[])[] {
  const height = rows.findLastIndex((row) => row.some(isFilled)) + 1;
  const width = Math.max(0, ...rows.map((row) => row.findLastIndex(isFilled))) + 1;
  return rows.slice(0, Math.max(1, height)).map((row) => row.slice(0, width));
}

function isFilled(cell: PageCell | null): boolean {
  return cell !== null && cell.text !== '';
}
