import type { CellEntry } from '../../sheet-protocol.ts';
import { type SpanningCell, spreadCells } from './spread-cells.ts';

/** A cell that covers more than this is no cell of a spreadsheet. */
const MOST_SPANNED = 1000;

/**
 * The cells of the table that a spreadsheet or a web page put on the clipboard as `text/html`; undefined when there is no
 * table in it. Google's and LibreOffice's own values are taken as they are, everything else as it was shown. Nothing of the
 * document is loaded or run.
 */
export function readPastedHtml(html: string): CellEntry[][] | undefined {
  if (!/<table/i.test(html)) return undefined;
  const document = new DOMParser().parseFromString(html, 'text/html');
  const tables = [...document.querySelectorAll('table')].filter(({ rows }) => rows.length > 0);
  const table = tables.toSorted((left, right) => right.rows.length - left.rows.length)[0];
  if (!table) return undefined;
  const texts = textClasses(html);
  const rows = [...table.rows].map((row) => [...row.cells].map((cell) => spanningCell(cell, texts)));
  const cells = spreadCells<CellEntry>(rows, '');
  return cells[0]?.length === 0 ? undefined : cells;
}

function spanningCell(cell: HTMLTableCellElement, texts: ReadonlySet<string>): SpanningCell<CellEntry> {
  return {
    content: entryOf(cell, texts),
    columns: Math.min(Math.max(1, cell.colSpan), MOST_SPANNED),
    rows: Math.min(Math.max(1, cell.rowSpan), MOST_SPANNED),
  };
}

function entryOf(cell: HTMLTableCellElement, texts: ReadonlySet<string>): CellEntry {
  const google = googleValue(cell.dataset['sheetsValue'], cell.dataset['sheetsNumberformat']);
  if (google !== undefined) return google;
  const office = Number.parseFloat(cell.getAttribute('sdval') ?? '');
  if (Number.isFinite(office)) {
    const format = cell.getAttribute('sdnum')?.split(';')[2] ?? '';
    return format === '' ? { value: office } : { value: office, format };
  }
  const shown = shownText(cell);
  const isText = [...cell.classList].some((name) => texts.has(name)) || TEXT_FORMAT.test(cell.style.cssText);
  return isText && shown !== '' ? { value: shown } : shown;
}

/** Google Sheets says of each cell what it holds: its kind under "1", a text under "2", a number under "3", a truth under "4". */
function googleValue(json: string | undefined, formatJson: string | undefined): CellEntry | undefined {
  const held = parsed(json);
  const format = parsed(formatJson)?.['2'];
  switch (held?.['1']) {
    case 2:
      return typeof held['2'] === 'string' ? { value: held['2'] } : undefined;
    case 3:
      if (typeof held['3'] !== 'number') return undefined;
      return typeof format === 'string' ? { value: held['3'], format } : { value: held['3'] };
    case 4:
      return { value: held['4'] === 1 || held['4'] === true };
    default:
      return undefined;
  }
}

function parsed(json: string | undefined): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(json ?? 'null');
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

/** The text of a cell as it was seen: `<br>` is a line break, line breaks of the source are none. */
function shownText(cell: HTMLElement): string {
  for (const line of cell.querySelectorAll('br')) line.replaceWith(BREAK);
  return (cell.textContent ?? '')
    .replace(/[\s\u00a0]+/g, ' ')
    .replace(/ ?\ue000 ?/g, '\n')
    .trim();
}

/** Excel's classes whose cells hold text, whatever it looks like: `mso-number-format:"\@"`. */
function textClasses(html: string): Set<string> {
  const found = new Set<string>();
  for (const [, name = '', rule = ''] of html.matchAll(/\.([\w-]+)\s*\{([^}]*)\}/g)) {
    if (TEXT_FORMAT.test(rule)) found.add(name);
  }
  return found;
}

const TEXT_FORMAT = /mso-number-format:\s*"?\\@/;
/** Not white space to what collapses white space. */
const BREAK = '\ue000';
