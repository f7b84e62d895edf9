import { createCalculator } from '../../bot/local/workbook/calculate.ts';
import type { Sheet } from '../../bot/local/workbook/sheet.ts';
import type { SummaryBasis, SummaryOutcome, TableRequest } from '../../sheets-addon/protocol.ts';
import { planSummary } from '../../sheets-addon/summary/plan-summary.ts';
import type { AddOnSheet } from './add-on-sheet.ts';

/** Makes the summary of a graded table as the sidebar does. Throws what was refused. */
export function summarise(sheet: AddOnSheet, request: Pick<TableRequest, 'place' | 'language'> = {}): Summary {
  const basis = sheet.call('readSummaryBasis', request) as SummaryBasis | { kind: 'not-graded' };
  if (basis.kind !== 'basis') throw new Error(JSON.stringify(basis));
  const outcome = sheet.call('writeSummary', planSummary(basis)) as SummaryOutcome;
  if (outcome.kind === 'refused') throw new Error(outcome.text);
  return readSummary(sheet, outcome.sheetName);
}

/** A summary that has been written. */
export function readSummary(sheet: AddOnSheet, sheetName: string): Summary {
  const { workbook } = sheet;
  const found = workbook.sheets.find(({ title }) => title === sheetName);
  if (found === undefined) throw new Error(`There is no sheet ${sheetName}.`);
  workbook.calculateWith(createCalculator());
  return summaryOf(sheet, found);
}

/** A summary sheet, read as a person reads it: formulas calculated. */
export interface Summary {
  readonly sheet: Sheet;
  /** The row whose first cell is this, without that cell; of several the `nth` one (from 0). */
  readonly row: (label: string, nth?: number) => (string | number)[];
  /** Every cell's text, row by row. */
  readonly texts: () => string[][];
}

function summaryOf({ workbook }: AddOnSheet, sheet: Sheet): Summary {
  const cells = (): (string | number)[][] => {
    workbook.calculate();
    return sheet.grid.read('values', sheet.used).map((row) =>
      row.map((value) => {
        if (value === null) return '';
        if (typeof value === 'object') return value.error;
        return typeof value === 'number' ? value : String(value);
      }),
    );
  };
  return {
    sheet,
    row(label, nth = 0) {
      const row = cells().filter((one) => one.includes(label))[nth];
      if (row === undefined) throw new Error(`The summary has no row ${label}: ${JSON.stringify(cells())}`);
      return row.slice(row.indexOf(label) + 1);
    },
    texts: () => cells().map((row) => row.map(String)),
  };
}
