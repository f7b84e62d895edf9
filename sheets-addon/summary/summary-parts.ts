import { inputsOf } from '../../core/grading/scheme-inputs.ts';
import { textIn, tierTitle } from '../../core/text/grading-text.ts';
import { SHEETS_SUMMARY_TEXT, type SheetsSummaryText } from '../../core/text/sheets-summary-text.ts';
import type { Amounts, SummaryBasis } from '../protocol.ts';
import { type Look, SummaryPage } from './summary-page.ts';
import { type TableFormulas, tableFormulas } from './table-formulas.ts';

/** What each part of the summary is made from and with. */
export interface SummaryParts {
  readonly page: SummaryPage;
  readonly formulas: TableFormulas;
  readonly text: SheetsSummaryText;
  /** Letters of our columns; null where the table has none. */
  readonly tierColumn: string | null;
  readonly reviewColumn: string | null;
  /** Best first. */
  readonly tiers: readonly { readonly title: string; readonly colour: string | null }[];
  /** Those in which some customer has a label. */
  readonly segments: readonly Segment[];
  /** What is summed up; null when the table has no amounts. */
  readonly money: Amounts | null;
}

/** A segment with the titles of its labels. */
export interface Segment {
  readonly title: string;
  readonly column: string;
  readonly labels: readonly string[];
}

/** Words, columns and formulas for the summary of a table. */
export function summaryParts(basis: SummaryBasis): SummaryParts {
  const { document, language, own, sheet, place, headerRow, at } = basis;
  const columnOf = (key: string): string | null => own.find((column) => column.key === key)?.column ?? null;
  const tiers =
    'method' in document
      ? document.tiers.map(({ id, colour }) => ({ title: tierTitle(id, document, language), colour: colour ?? null }))
      : [];
  const segments = (document.segments ?? []).flatMap(({ id, titles, labels }): Segment[] => {
    const column = own.find(({ key, isUsed }) => isUsed && key === `tierbook.segment.${id}`)?.column;
    if (column === undefined) return [];
    return [{ title: textIn(titles, language), column, labels: labels.map((label) => textIn(label.titles, language)) }];
  });
  // down to the empty row below, so that a row which is put in there counts too
  const rows = { firstRow: headerRow, lastRow: Math.min(sheet.maxRows, place.row + place.rows) };
  const labels = [...tiers.map(({ title }) => title), ...segments.flatMap((segment) => segment.labels)];
  return {
    page: new SummaryPage(at),
    formulas: tableFormulas(sheet.name, rows, labels),
    text: SHEETS_SUMMARY_TEXT[language],
    tierColumn: columnOf('tierbook.tier'),
    reviewColumn: columnOf('tierbook.review'),
    tiers,
    segments,
    money: summed(basis),
  };
}

/** What a scheme ranks by goes first, then sales, then any amounts that it knows. */
function summed({ document, amounts }: SummaryBasis): Amounts | null {
  const ranks = 'method' in document && (document.method.kind === 'quantiles' || document.method.kind === 'bands');
  const fields = [...(ranks ? inputsOf(document.method) : []), 'salesAmount', ...document.criteria.map(({ id }) => id)];
  return fields.flatMap((id) => amounts.filter(({ field }) => field === id))[0] ?? null;
}

/** A row of headings, and a row of totals. */
export const HEADING: Look = { isBold: true, background: '#f1f3f4' };
export const TOTAL: Look = { isBold: true };
export const COUNT: Look = { numberFormat: '#,##0' };
export const SHARE: Look = { numberFormat: '0.0%' };

/** How sums of the table's amounts look. */
export function sumLook({ money }: Pick<SummaryParts, 'money'>): Look {
  const hasDecimals = money?.sums.some(([, sum]) => !Number.isInteger(sum)) === true;
  return { numberFormat: hasDecimals ? '#,##0.00' : '#,##0' };
}
