import { shownText, textOf } from '../../core/sheets/cell-text.ts';
import { inSheet } from '../../core/sheets/table-grid.ts';
import { sorted } from '../../core/sorted.ts';
import type { TableProblem } from '../../core/table/reading.ts';
import { formatPercent } from '../../core/text/format.ts';
import { nameOf } from '../../core/text/graded-table-words.ts';
import { tierTitle } from '../../core/text/grading-text.ts';
import { overwrittenCells, toldCells } from '../grading/edited-cells.ts';
import type { GradedRow } from '../grading/graded-rows.ts';
import type { PlannedTable } from '../grading/table-plan.ts';
import type { CustomerRow, ExampleRow, TableView } from '../protocol.ts';
import { schemeOption } from '../schemes/known-schemes.ts';
import type { OpenTable } from './open-table.ts';

/** How many problems are sent one by one. */
const MOST_PROBLEMS = 200;
const MOST_CUSTOMERS = 100;
const EXAMPLES = 5;

/** A table as the sidebar shows it before it is graded. */
export function tableView(table: OpenTable, planned: PlannedTable): Omit<TableView, 'others'> {
  const { place, sheet, reading, scheme, chosen, hints, gone, language, ours } = table;
  const { plan, graded, headingRow } = planned;
  return {
    place,
    sheetName: sheet.name,
    headerRow: headingRow + 1,
    customers: reading.records.length,
    columns: columnsOf(table),
    examples: examplesOf(table),
    ...problemsOf(reading.problems),
    scheme: schemeOption(scheme, language),
    chosen,
    counts: countsOf(table, planned),
    sample: sampleOf(graded.rows).map((row) => exampleOf(row, planned)),
    fullPoints: graded.fullPoints,
    isGraded: ours !== undefined && ours.columns.size > 0,
    overrides: plan.overrides.size,
    edited: toldCells(overwrittenCells(table, planned)),
    hints,
    gone,
  };
}

/** The table's columns, named as the sheet names them. */
export function columnsOf({ reading, columns }: Pick<OpenTable, 'reading' | 'columns'>): TableView['columns'] {
  return inSheet(reading.columns, columns);
}

/** By column: the first value below the headings; a share among rates as the percentage that such a cell mostly shows. */
export function examplesOf({ reading, grid, columns, values, dayOf, language }: OpenTable): string[] {
  const heading = reading.rowKinds.lastIndexOf('header');
  return columns.map((column, index) => {
    for (let row = Math.max(0, heading + 1); row < grid.length; row += 1) {
      if (reading.rowKinds[row] !== 'record') continue;
      const cell = grid[row]?.[index];
      if (cell === undefined || cell === null || cell === '') continue;
      const { field, type } = reading.columns[index] ?? {};
      const value = reading.records.find((record) => record.row === row + 1)?.facts.values[field ?? ''];
      return type === 'percent' && typeof cell === 'number' && cell === value
        ? formatPercent(cell, language)
        : shownText(values[row]?.[column], dayOf).slice(0, 200);
    }
    return '';
  });
}

/** Problems, the gravest first, and how many there are. */
export function problemsOf(all: readonly TableProblem[]): Pick<TableView, 'problems' | 'problemCount'> {
  const byGravity = (['error', 'problem', 'note'] as const).flatMap((gravity) =>
    all.filter(({ severity }) => severity === gravity),
  );
  return { problems: byGravity.slice(0, MOST_PROBLEMS), problemCount: all.length };
}

/** Customers by the tier that stands in the sheet afterwards, typed ones included, whatever they are; the last are those without one. */
export function countsOf({ scheme, language }: OpenTable, { graded, plan }: PlannedTable): TableView['counts'] {
  const { document } = scheme;
  const counts = new Map<string, number>();
  let index = 0;
  for (const { tier } of graded.rows) {
    const stands = plan.overrides.get(index)?.typed ?? tier;
    counts.set(stands, (counts.get(stands) ?? 0) + 1);
    index += 1;
  }
  const tiers = 'method' in document ? document.tiers : [];
  const told = tiers.map(({ id, colour }) => {
    const tier = 'method' in document ? tierTitle(id, document, language) : id;
    const customers = counts.get(tier) ?? 0;
    counts.delete(tier);
    return { tier, colour: colour ?? null, customers };
  });
  const rest = { tier: '', colour: null, customers: counts.get('') ?? 0 };
  counts.delete('');
  const typed = [...counts].map(([tier, customers]) => ({ tier, colour: null, customers, isUnknown: true as const }));
  return tiers.length === 0 ? [] : [...told, ...typed, rest];
}

/** Customers with a tier that somebody typed. */
export function overriddenRows({ graded, plan }: PlannedTable): CustomerRow[] {
  return [...plan.overrides].slice(0, MOST_CUSTOMERS).flatMap(([index, { scheme, typed }]) => {
    const row = graded.rows[index];
    return row === undefined ? [] : [{ row: row.row, name: nameIn(row), from: scheme, to: typed }];
  });
}

/** Customers whom a person must grade, with why. */
export function reviewedRows(planned: PlannedTable): CustomerRow[] {
  const rows = planned.graded.rows.filter(({ needsReview }) => needsReview).slice(0, MOST_CUSTOMERS);
  return rows.map((row) => ({
    row: row.row,
    name: nameIn(row),
    from: '',
    to: cellOf(row, 'tierbook.review', planned),
  }));
}

/** Customers whose tier by the scheme is another than at the last grading, and how many rose and fell. */
export function movesOf(
  { memory, scheme, language }: OpenTable,
  { graded, plan, isCut }: PlannedTable,
): { readonly upgrades: number; readonly downgrades: number; readonly moved: readonly CustomerRow[] } {
  const { document } = scheme;
  const isSameScheme = memory?.settings.scheme === document.id && memory.settings.language === language;
  if (!isSameScheme || !('method' in document)) return { upgrades: 0, downgrades: 0, moved: [] };
  const places = new Map(document.tiers.map(({ id }, place) => [tierTitle(id, document, language), place]));
  let upgrades = 0;
  let downgrades = 0;
  const moved: CustomerRow[] = [];
  for (const [index, row] of graded.rows.entries()) {
    const { tier } = row;
    const entry = memory.rows[plan.matches[index] ?? -1];
    const former = isCut ? entry?.before : entry?.tier;
    const from = places.get(former ?? '');
    const to = places.get(tier);
    if (former === undefined || former === null || from === undefined || to === undefined || from === to) continue;
    if (to < from) upgrades += 1;
    else downgrades += 1;
    if (moved.length < MOST_CUSTOMERS) moved.push({ row: row.row, name: nameIn(row), from: former, to: tier });
  }
  return { upgrades, downgrades, moved };
}

/** A spread over the tiers: one customer of each that has any, then those who come first. */
function sampleOf(rows: readonly GradedRow[]): GradedRow[] {
  const firsts = new Map<string, GradedRow>();
  for (const row of rows) if (!firsts.has(row.tier)) firsts.set(row.tier, row);
  const chosen = new Set([...firsts.values()].slice(0, EXAMPLES));
  for (const row of rows) {
    if (chosen.size >= EXAMPLES) break;
    chosen.add(row);
  }
  return sorted(chosen, (one, other) => one.row - other.row);
}

function exampleOf(row: GradedRow, planned: PlannedTable): ExampleRow {
  return {
    row: row.row,
    name: nameIn(row),
    // the one that stands afterwards, as in the counts
    tier: planned.plan.overrides.get(planned.graded.rows.indexOf(row))?.typed ?? row.tier,
    score: row.score,
    why: cellOf(row, 'tierbook.why', planned),
    review: cellOf(row, 'tierbook.review', planned),
  };
}

function nameIn({ record }: GradedRow): string {
  return nameOf(record) ?? '';
}

function cellOf({ cells }: GradedRow, key: string, { wanted }: PlannedTable): string {
  return textOf(cells[wanted.findIndex((column) => column.key === key)] ?? '');
}
