import type { SheetValue } from '../../core/sheets/sheet-value.ts';
import { WAIT_MS } from '../grading/grade-from-sidebar.ts';
import { refuseLocked } from '../grading/protections.ts';
import type { Place, SummaryOutcome, SummaryPlan } from '../protocol.ts';
import { orRefusal, Stop } from '../refusal.ts';
import {
  alone,
  cellsInAll,
  emptyPlace,
  growBlock,
  keepColumnChart,
  lockedRanges,
  makeSheet,
  markSheet,
  namedPlace,
  namePlace,
  openRanges,
  select,
  sheetMark,
  sheetWithId,
  writeFormulas,
  writeLooks,
  writeValues,
} from '../spreadsheet.ts';
import { SUMMARY_KEY, summarised, summaryMark, summaryName } from './summary-mark.ts';

/**
 * Writes the summary of a table where its former one stands, or into a new sheet. Only its own block is written: the former one becomes
 * empty, and what stands below or beside it moves when the new one is larger.
 */
export function writeSummarySheet(plan: SummaryPlan): SummaryOutcome {
  return orRefusal<SummaryOutcome>(plan.language, () => {
    const sheetName = alone(WAIT_MS, () => write(plan));
    if (sheetName === null) throw new Stop({ code: 'busy' });
    return { kind: 'done', sheetName };
  });
}

function write({ tableId, sheetId: tableSheet, at, title, values, formulas, chart, ...looks }: SummaryPlan): string {
  const rows = values.length;
  const columns = values[0]?.length ?? 0;
  const name = summaryName(tableId, tableSheet);
  const former = namedPlace(name);
  // the formulas of the plan name cells of the place for which it was made
  if ((former?.row ?? 1) !== at.row || (former?.column ?? 1) !== at.column)
    throw new Stop({ code: 'changed-meanwhile' });
  if (former !== undefined) {
    refuseLocked([former], lockedRanges(former.sheetId), openRanges(former.sheetId));
    growBlock(former, rows, columns);
  } else if (cellsInAll() > MOST_CELLS - NEW_SHEET) throw new Stop({ code: 'no-room' });
  const sheetId = former?.sheetId ?? makeSheet(title, tableSheet, rows, columns);
  const place: Place = { sheetId, row: at.row, column: at.column, rows, columns };
  const block = {
    ...place,
    rows: Math.max(rows, former?.rows ?? 0),
    columns: Math.max(columns, former?.columns ?? 0),
  };
  namePlace(block, name);
  emptyPlace(block);
  writeValues(sheetId, at.row, at.column, values as SheetValue[][]);
  for (const { row, column, cells } of formulas)
    writeFormulas(sheetId, at.row + row - 1, at.column + column - 1, cells);
  writeLooks(place, looks);
  const [, , before] = summarised(sheetMark(sheetId, SUMMARY_KEY));
  const drawn = chart && { ...place, row: at.row + chart.row - 1, rows: chart.rows, columns: 2 };
  // at the height of what it draws, since the lines above are longer than the block is wide
  const beside = { row: drawn?.row ?? at.row, column: at.column + block.columns + 1 };
  const chartId = drawn === null ? before : keepColumnChart(drawn, chart?.title ?? '', before, beside);
  markSheet(sheetId, SUMMARY_KEY, summaryMark(tableId, tableSheet, chartId));
  select({ ...place, rows: 1, columns: 1 });
  return sheetWithId(sheetId)?.name ?? title;
}

/** Google's limit for a spreadsheet, and what a new sheet takes of it. */
const MOST_CELLS = 10_000_000;
const NEW_SHEET = 26_000;
