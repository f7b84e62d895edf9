import { formatValue } from '../../core/text/format.ts';
import { SHEETS_SUMMARY_TEXT } from '../../core/text/sheets-summary-text.ts';
import type { SummaryBasis, SummaryPlan } from '../protocol.ts';
import { addMoves } from './add-moves.ts';
import { addSegment } from './add-segment.ts';
import { addTiers } from './add-tiers.ts';
import { SummaryPage } from './summary-page.ts';
import { tableFormulas } from './table-formulas.ts';

/** Plans the summary sheet of a graded table: what it is of, the tiers, each segment, and the moves of the last grading. */
export function planSummary(basis: SummaryBasis): SummaryPlan {
  const { language, tableId, sheetId, at, tiers, segments, money, madeOn, gradedOn } = basis;
  const text = SHEETS_SUMMARY_TEXT[language];
  const day = (iso: string): string => formatValue(iso, 'date', language);
  const page = new SummaryPage(at);
  const labels = [...tiers.map(({ title }) => title), ...segments.flatMap((segment) => segment.labels)];
  const formulas = tableFormulas(basis, labels);
  page.add([text.title], { isBold: true });
  page.add([text.table(basis.sheetName, basis.a1)]);
  page.add([text.scheme(basis.scheme)]);
  page.add([text.graded(day(gradedOn))]);
  page.add([text.live], QUIET);
  if (money !== null && money.sums !== null) page.add([text.sumsOfText(money.heading, day(madeOn))], QUIET);
  const parts = { basis, page, formulas, text };
  let chart: SummaryPlan['chart'] = null;
  if (basis.tierColumn !== null) {
    page.add([]);
    const row = page.next;
    addTiers(parts, basis.tierColumn);
    chart = { title: text.chart, row, rows: tiers.length + 2 };
  }
  for (const segment of segments) {
    page.add([]);
    const row = page.next;
    addSegment(parts, segment);
    chart ??= { title: segment.title, row, rows: segment.labels.length + 2 };
  }
  if (basis.tierColumn !== null) {
    page.add([]);
    addMoves(parts, basis.gradedBefore === null ? null : day(basis.gradedBefore), day(gradedOn));
  }
  return {
    language,
    tableId,
    sheetId,
    at,
    title: text.sheetTitle,
    ...page.finish(tiers.length + PLACES_BESIDE_TIERS),
    chart,
  };
}

/** Labels, no tier, new, and the totals. */
const PLACES_BESIDE_TIERS = 4;

const QUIET = { font: '#5f6368' };
