import { shownText } from '../../core/sheets/cell-text.ts';
import { headingRowOf } from '../../core/sheets/heading-row.ts';
import { OWN_PREFIX, type OwnTable } from '../../core/sheets/own-columns.ts';
import type { TableMemory } from '../../core/sheets/table-memory.ts';
import { columnLetter } from '../../core/table/column-letter.ts';
import type { Amounts, Place, Refusal, SummaryBasis, TableRequest } from '../protocol.ts';
import { orRefusal, Stop } from '../refusal.ts';
import { activeSheet, columnMarks, namedPlace, sheetMark, sheetWithId } from '../spreadsheet.ts';
import { languageFor, type OpenTable, openTable } from '../table/open-table.ts';
import { columnsOf } from '../table/table-view.ts';
import { SUMMARY_KEY, summarised, summaryName } from './summary-mark.ts';

/** What a summary is planned from, or that there is nothing to sum up. */
export type Basis = SummaryBasis | { readonly kind: 'not-graded' } | Refusal;

/**
 * Reads what the summary of a graded table is planned from. Which table: as for grading; with a summary in front, the one that it
 * sums up.
 */
export function readBasis(request: TableRequest): Basis {
  return orRefusal<Basis>(languageFor(request), () => {
    const place = request.place ?? summarisedPlace();
    const opened = openTable(place === undefined ? {} : { place });
    if (opened.kind !== 'table') throw new Stop({ code: 'unusable' });
    const { ours, memory, scheme } = opened.table;
    if (ours === undefined || memory === null) return { kind: 'not-graded' };
    const { scheme: id } = memory.settings;
    if (scheme.document.id !== id) throw new Stop({ code: 'no-such-scheme', scheme: id });
    // somebody deleted the column of tiers: grading makes another
    if ('method' in scheme.document && !ours.columns.has('tierbook.tier')) return { kind: 'not-graded' };
    return basisOf(opened.table, ours, memory);
  });
}

/** Where our columns of the table are that the sheet in front sums up; undefined when it is no summary. */
function summarisedPlace(): Place | undefined {
  const [tableId, sheetId] = summarised(sheetMark(activeSheet().sheet.sheetId, SUMMARY_KEY));
  const sheet = sheetWithId(sheetId);
  if (sheet === undefined) return undefined;
  const mark = columnMarks(sheetId, OWN_PREFIX).find(({ value }) => value === tableId);
  return mark && { sheetId, row: 1, column: mark.column, rows: sheet.maxRows, columns: 1 };
}

function basisOf(table: OpenTable, ours: OwnTable, { id, settings, undo, rows }: TableMemory): SummaryBasis {
  const { sheet, place, scheme, values, asOf, reading } = table;
  const { language, gradedOn } = settings;
  const moves = new Map<string, { from: string | null; to: string; customers: number }>();
  for (const { before: from, tier: to } of rows) {
    const key = JSON.stringify([from, to]);
    const move = moves.get(key) ?? { from, to, customers: 0 };
    move.customers += 1;
    moves.set(key, move);
  }
  return {
    kind: 'basis',
    tableId: id,
    sheet,
    place,
    headerRow: headingRowOf(table) + 1,
    document: scheme.document,
    language,
    madeOn: asOf,
    gradedOn,
    gradedBefore: undo?.settings?.gradedOn ?? null,
    own: [...ours.columns].map(([key, column]) => ({
      key,
      column: columnLetter(column),
      isUsed: reading.records.some(({ row }) => (values[row - 1]?.[column] ?? '') !== ''),
    })),
    amounts: amountsOf(table, ours.columns.get('tierbook.tier')),
    moves: [...moves.values()],
    at: namedPlace(summaryName(id, sheet.sheetId)) ?? FIRST_CELL,
  };
}

/** Of a new sheet. */
const FIRST_CELL = { row: 1, column: 1, rows: 1, columns: 1 };

function amountsOf(table: OpenTable, tierColumn = -1): Amounts[] {
  const { reading, columns, values, dayOf } = table;
  return columnsOf(table).flatMap(({ field, type, index, heading, letter: column, multiplier = 1 }): Amounts[] => {
    if (field === null || type !== 'money') return [];
    const sums = new Map<string, number>();
    let areNumbers = true;
    for (const { row, facts } of reading.records) {
      const value = facts.values[field];
      const cells = values[row - 1] ?? [];
      // text that is no amount adds nothing, neither by a formula
      areNumbers &&= value === undefined || typeof cells[columns[index] ?? 0] === 'number';
      const amount = Number(value ?? 0) / multiplier;
      const tier = shownText(cells[tierColumn], dayOf).trim();
      sums.set(tier, (sums.get(tier) ?? 0) + amount);
    }
    return [{ field, heading, column, areNumbers, sums: [...sums] }];
  });
}
