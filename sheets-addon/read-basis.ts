import { inputsOf } from '../core/grading/scheme-inputs.ts';
import { columnLetter } from '../core/table/match-columns.ts';
import { textIn, tierTitle } from '../core/text/grading-text.ts';
import { shownText } from './cell-text.ts';
import { languageFor, type OpenTable, openTable } from './open-table.ts';
import { OWN_PREFIX, type OwnTable } from './own-columns.ts';
import type { Place, Refusal, SummaryBasis, SummedMoney, TableRequest } from './protocol.ts';
import { orRefusal, Stop } from './refusal.ts';
import { activeSheet, columnMarks, markedBlock, sheetMark, sheetWithId } from './spreadsheet.ts';
import { SUMMARY_KEY, summarised, summaryMark } from './summary-mark.ts';
import { inSheet } from './table-grid.ts';
import type { TableMemory } from './table-memory.ts';
import { headingRowOf } from './table-plan.ts';

/**
 * Reads what the summary of a graded table is planned from. Which table: as for grading; with a summary in front, the one that it
 * sums up.
 */
export function readBasis(request: TableRequest): SummaryBasis | { readonly kind: 'not-graded' } | Refusal {
  return orRefusal<SummaryBasis | { readonly kind: 'not-graded' } | Refusal>(languageFor(request), () => {
    const place = request.place ?? summarisedPlace();
    const opened = openTable(place === undefined ? {} : { place });
    if (opened.kind !== 'table') throw new Stop({ code: 'unusable' });
    const { ours, memory, scheme } = opened.table;
    if (ours === undefined || memory === null) return { kind: 'not-graded' };
    if (scheme.document.id !== memory.settings.scheme)
      throw new Stop({ code: 'no-such-scheme', scheme: memory.settings.scheme });
    return basisOf(opened.table, ours, memory);
  });
}

/** Where our columns of the table are that the sheet in front sums up; undefined when it is no summary. */
function summarisedPlace(): Place | undefined {
  const of = summarised(sheetMark(activeSheet().sheet.sheetId, SUMMARY_KEY));
  const sheet = of && sheetWithId(of.sheetId);
  if (of === undefined || sheet === undefined) return undefined;
  const { sheetId, maxRows: rows } = sheet;
  const mark = columnMarks(sheetId, OWN_PREFIX).find(({ value }) => value === of.tableId);
  return mark && { sheetId, row: 1, column: mark.column, rows, columns: 1 };
}

function basisOf(table: OpenTable, ours: OwnTable, memory: TableMemory): SummaryBasis {
  const { sheet, found, place, scheme, values, asOf } = table;
  const { document } = scheme;
  const { language, gradedOn } = memory.settings;
  const letter = (key: string): string | null => {
    const column = ours.columns.get(key);
    return column === undefined ? null : columnLetter(column);
  };
  const firstRow = headingRowOf(table) + 1;
  // down to the empty row below, so that a row which is put in there counts too
  const lastRow = Math.min(sheet.maxRows, found.bottom + 2);
  const right = Math.max(found.right, ...ours.columns.values());
  const block = markedBlock(SUMMARY_KEY, summaryMark(memory.id, sheet.sheetId));
  return {
    kind: 'basis',
    language,
    tableId: memory.id,
    sheetId: sheet.sheetId,
    sheetName: sheet.name,
    firstRow,
    lastRow,
    a1: `${columnLetter(found.left)}${place.row}:${columnLetter(right)}${found.bottom + 1}`,
    at: { row: block?.row ?? 1, column: block?.column ?? 1 },
    scheme: textIn(document.titles, language),
    madeOn: asOf,
    gradedOn,
    gradedBefore: memory.undo?.settings?.gradedOn ?? null,
    tierColumn: letter('tierbook.tier'),
    reviewColumn: letter('tierbook.review'),
    tiers:
      'method' in document
        ? document.tiers.map(({ id, colour }) => ({
            title: tierTitle(id, document, language),
            colour: colour ?? null,
          }))
        : [],
    segments: (document.segments ?? []).flatMap(({ id, titles, labels }) => {
      const column = ours.columns.get(`tierbook.segment.${id}`);
      // one that the table has nothing for is empty but for its heading
      const isUsed =
        column !== undefined && table.reading.records.some(({ row }) => (values[row - 1]?.[column] ?? '') !== '');
      return isUsed
        ? [
            {
              title: textIn(titles, language),
              column: columnLetter(column),
              labels: labels.map((label) => textIn(label.titles, language)),
            },
          ]
        : [];
    }),
    money: moneyOf(table, ours),
    moves: movesOf(memory),
  };
}

/** What a scheme ranks by goes first, then sales, then any amounts that it knows. */
function moneyOf({ scheme, reading, columns, values, dayOf }: OpenTable, ours: OwnTable): SummedMoney | null {
  const { document } = scheme;
  const ranked =
    'method' in document && ['quantiles', 'bands'].includes(document.method.kind) ? inputsOf(document.method) : [];
  const fields = [...ranked, 'salesAmount', ...document.criteria.map(({ id }) => id)];
  const amounts = inSheet(reading.columns, columns).filter(({ type }) => type === 'money');
  const read = fields.flatMap((id) => amounts.filter(({ field }) => field === id))[0];
  if (read === undefined) return null;
  const { field, index, heading, letter, multiplier = 1 } = read;
  const tierColumn = ours.columns.get('tierbook.tier') ?? -1;
  const sums = new Map<string, number>();
  let areNumbers = true;
  let hasDecimals = false;
  for (const { row, facts } of reading.records) {
    const value = facts.values[field ?? ''];
    // text that is no amount adds nothing, neither by a formula
    areNumbers &&= value === undefined || typeof values[row - 1]?.[columns[index] ?? 0] === 'number';
    const amount = Number(value ?? 0) / multiplier;
    hasDecimals ||= !Number.isInteger(amount);
    const tier = shownText(values[row - 1]?.[tierColumn], dayOf).trim();
    sums.set(tier, (sums.get(tier) ?? 0) + amount);
  }
  return {
    heading,
    column: letter,
    hasDecimals,
    sums: areNumbers ? null : [...sums].map(([tier, sum]) => ({ tier, sum })),
  };
}

function movesOf({ rows }: TableMemory): SummaryBasis['moves'] {
  const moves = new Map<string, { from: string | null; to: string; customers: number }>();
  for (const { before: from, tier: to } of rows) {
    const key = JSON.stringify([from, to]);
    const move = moves.get(key) ?? { from, to, customers: 0 };
    move.customers += 1;
    moves.set(key, move);
  }
  return [...moves.values()];
}
