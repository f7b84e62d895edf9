import { shownText } from '../../core/sheets/cell-text.ts';
import type { FoundTable } from '../../core/sheets/find-tables.ts';
import { findHeader } from '../../core/table/find-header.ts';
import { vocabulary } from '../../core/table/vocabulary.ts';
import { planTable } from '../grading/table-plan.ts';
import type { FoundPlace, Place, Refusal, SheetView, TableRequest } from '../protocol.ts';
import { orRefusal } from '../refusal.ts';
import { schemeOption } from '../schemes/known-schemes.ts';

import { languageFor, type OpenSheet, type OpenTable, openTable, placeOf } from './open-table.ts';

import { columnsOf, examplesOf, tableView } from './table-view.ts';

/** Says how a table is understood and what grading it would give; nothing is written. */
export function viewActiveTable(request: TableRequest): SheetView | Refusal {
  const language = languageFor(request);
  return orRefusal<SheetView>(language, () => {
    const opened = openTable(request);
    switch (opened.kind) {
      case 'none':
        return {
          kind: 'unusable',
          language,
          sheetName: opened.sheet.sheet.name,
          place: null,
          firstRows: [],
          problem: { code: 'empty-table', severity: 'error' },
          columns: [],
          examples: [],
        };
      case 'several':
        return {
          kind: 'several',
          language,
          sheetName: opened.sheet.sheet.name,
          tables: opened.sheet.tables.map((table) => foundPlace(opened.sheet, table)),
        };
      case 'own': {
        const { sheet, is, of } = opened;
        const place = { sheetId: of?.sheetId ?? 0, row: 1, column: 1, rows: 1, columns: 1 };
        const table = of === undefined ? null : { sheetName: of.name, place };
        return { kind: 'own-sheet', language, sheetName: sheet.name, is, table };
      }
      case 'table':
        return viewOf(opened.table);
      default:
        return opened satisfies never;
    }
  });
}

function viewOf(table: OpenTable): SheetView {
  const { reading, language, schemes, sheet, place, tables, found, given } = table;
  const problem = reading.problems.find(({ severity }) => severity === 'error');
  // a table of no customers yet can be graded: its columns are made
  if (problem !== undefined && problem.code !== 'no-records') {
    return {
      kind: 'unusable',
      language,
      sheetName: sheet.name,
      place,
      firstRows: firstRows(table, place),
      problem,
      columns: columnsOf(table),
      examples: examplesOf(table),
      hints: given,
    };
  }
  return {
    kind: 'table',
    language,
    schemes: schemes.map((scheme) => schemeOption(scheme, language)),
    table: {
      ...tableView(table, planTable(table)),
      others: tables
        .filter(({ left, bottom }) => left !== found.left || bottom !== found.bottom)
        .map((one) => foundPlace(table, one)),
    },
  };
}

/** At most eight rows with something in them, of at most 26 cells each. */
function firstRows({ values, columns, dayOf }: OpenTable, { row, rows }: Place): { row: number; texts: string[] }[] {
  const shown: { row: number; texts: string[] }[] = [];
  for (let at = row - 1; at < row - 1 + rows && shown.length < 8; at += 1) {
    const texts = columns.slice(0, 26).map((column) => shownText(values[at]?.[column], dayOf).slice(0, 100));
    if (texts.some((text) => text !== '')) shown.push({ row: at + 1, texts });
  }
  return shown;
}

function foundPlace(sheet: OpenSheet, table: FoundTable): FoundPlace {
  return { place: placeOf(sheet, table), headings: headingsOf(sheet, table) };
}

function headingsOf({ values, own, dayOf }: OpenSheet, table: FoundTable): string[] {
  const ours = new Set(own.flatMap(({ columns }) => [...columns.values()]));
  const rows = values.slice(table.top, Math.min(table.bottom + 1, table.top + 40));
  const grid = rows.map((row) =>
    row.flatMap((cell, column) =>
      column < table.left || column > table.right || ours.has(column) ? [] : [shownText(cell, dayOf)],
    ),
  );
  const header = findHeader(grid, vocabulary([]), grid[0]?.length ?? 0);
  return (header?.headings ?? grid[0] ?? []).filter((heading) => heading !== '');
}
