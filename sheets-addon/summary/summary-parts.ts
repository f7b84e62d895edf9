import type { SheetsSummaryText } from '../../core/text/sheets-summary-text.ts';
import type { SummaryBasis } from '../protocol.ts';
import type { Look, SummaryPage } from './summary-page.ts';
import type { TableFormulas } from './table-formulas.ts';

/** What each part of the summary is made from and with. */
export interface SummaryParts {
  readonly basis: SummaryBasis;
  readonly page: SummaryPage;
  readonly formulas: TableFormulas;
  readonly text: SheetsSummaryText;
}

/** A row of headings, and a row of totals. */
export const HEADING: Look = { isBold: true, background: '#f1f3f4' };
export const TOTAL: Look = { isBold: true };
export const COUNT: Look = { numberFormat: '#,##0' };
export const SHARE: Look = { numberFormat: '0.0%' };

/** How sums of the table's amounts look. */
export function sumLook({ money }: SummaryBasis): Look {
  return { numberFormat: money?.hasDecimals === true ? '#,##0.00' : '#,##0' };
}
