import { headingRowOf } from '../../core/sheets/heading-row.ts';
import { type WantedColumn, wantedColumns } from '../../core/sheets/own-columns.ts';
import type { OpenTable } from '../table/open-table.ts';
import { type GradedRows, gradedRows } from './graded-rows.ts';
import { type GradingPlan, planGrading } from './plan-grading.ts';

/** An open table graded, with what is to be written. */
export interface PlannedTable {
  readonly graded: GradedRows;
  readonly wanted: readonly WantedColumn[];
  /** 0-based row of the sheet that holds the (last) headings. */
  readonly headingRow: number;
  readonly plan: GradingPlan;
  /** Whether the last grading was cut after it had noted what it would write. */
  readonly isCut: boolean;
}

/** Grades an open table and plans what is written. The table must be readable. */
export function planTable(table: OpenTable, tell?: (done: number) => void): PlannedTable {
  const { reading, scheme, language, asOf, ours, values, memory, isCopy, cut, dayOf } = table;
  const graded = gradedRows(reading, scheme.document, { asOf, language }, tell);
  const wanted = wantedColumns(scheme.document, language);
  const headingRow = headingRowOf(table);
  const isCut = cut !== null && memory !== null && cut.tableId === memory.id && cut.run === memory.run;
  const plan = planGrading({
    rows: graded.rows,
    wanted,
    columns: ours?.columns ?? NO_COLUMNS,
    values,
    headingRow,
    memory,
    isCut,
    isCopy,
    language,
    dayOf,
    followUpIn: graded.followUpIn,
  });
  return { graded, wanted, headingRow, plan, isCut };
}

const NO_COLUMNS: ReadonlyMap<string, number> = new Map();
