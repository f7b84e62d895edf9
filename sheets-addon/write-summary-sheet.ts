import { WAIT_MS } from './grade-from-sidebar.ts';
import { refuseLocked } from './protections.ts';
import type { Place, SummaryOutcome, SummaryPlan } from './protocol.ts';
import { orRefusal, Stop } from './refusal.ts';
import type { SheetValue } from './sheet-data.ts';
import {
  alone,
  cellsInAll,
  emptyPlace,
  growBlock,
  keepColumnChart,
  lockedRanges,
  makeSheet,
  markBlock,
  markedBlock,
  openRanges,
  select,
  sheetWithId,
  writeFormulas,
  writeLooks,
  writeValues,
} from './spreadsheet.ts';
import { SUMMARY_CHART_KEY, SUMMARY_KEY, summaryMark } from './summary-mark.ts';

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

function write({ tableId, sheetId, at, title, values, formulas, chart, ...looks }: SummaryPlan): string {
  const mark = summaryMark(tableId, sheetId);
  const rows = values.length;
  const columns = values[0]?.length ?? 0;
  const former = markedBlock(SUMMARY_KEY, mark);
  // the formulas of the plan name cells of the place for which it was made
  if ((former?.row ?? 1) !== at.row || (former?.column ?? 1) !== at.column)
    throw new Stop({ code: 'changed-meanwhile' });
  if (former === undefined && sheetWithId(sheetId) === undefined) throw new Stop({ code: 'changed-meanwhile' });
  if (former !== undefined) refuseLocked([former], lockedRanges(former.sheetId), openRanges(former.sheetId));
  if (former === undefined && cellsInAll() > MOST_CELLS - NEW_SHEET) throw new Stop({ code: 'no-room' });
  const block: Place = {
    sheetId: former?.sheetId ?? makeSheet(title, sheetId, rows, columns),
    ...at,
    rows: Math.max(rows, former?.rows ?? 0),
    columns: Math.max(columns, former?.columns ?? 0),
  };
  if (former === undefined) markBlock(block, SUMMARY_KEY, mark);
  else growBlock(former, rows, columns);
  emptyPlace(block);
  const place = { ...block, rows, columns };
  writeValues(place.sheetId, at.row, at.column, values as SheetValue[][]);
  for (const { row, column, cells } of formulas)
    writeFormulas(
      {
        sheetId: place.sheetId,
        row: at.row + row - 1,
        column: at.column + column - 1,
        rows: cells.length,
        columns: cells[0]?.length ?? 0,
      },
      cells,
    );
  writeLooks(place, looks);
  if (chart !== null)
    keepColumnChart(
      { ...place, row: at.row + chart.row - 1, rows: chart.rows, columns: 2 },
      chart.title,
      SUMMARY_CHART_KEY,
      { row: at.row, column: at.column + block.columns + 1 },
    );
  select({ ...place, rows: 1, columns: 1 });
  return sheetWithId(place.sheetId)?.name ?? title;
}

/** Google's limit for a spreadsheet, and what a new sheet takes of it. */
const MOST_CELLS = 10_000_000;
const NEW_SHEET = 26_000;
