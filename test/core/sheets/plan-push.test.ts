import { describe, expect, test } from 'vitest';
import { type CalendarDate, calendarDate } from '../../../core/calendar-date.ts';
import { type OwnValue, shownText } from '../../../core/sheets/cell-text.ts';
import { matchRows, typedOver } from '../../../core/sheets/match-rows.ts';
import { openTab } from '../../../core/sheets/open-tab.ts';
import { LAST_CONTACT, type OwnKey } from '../../../core/sheets/own-columns.ts';
import { type PushPlan, planPush } from '../../../core/sheets/plan-push.ts';
import { cellsPrint, identityOf } from '../../../core/sheets/row-identity.ts';
import { dayReader } from '../../../core/sheets/sheet-days.ts';
import type { ColumnMark, SheetValue } from '../../../core/sheets/sheet-value.ts';
import { tableGrid } from '../../../core/sheets/table-grid.ts';
import type { TableMemory } from '../../../core/sheets/table-memory.ts';
import { readTable } from '../../../core/table/read-table.ts';
import { pushedColumns } from '../../../core/text/sheets-push-text.ts';

const TODAY = day(2026, 11, 26);
const dayOf = dayReader('UTC');

type Said = Partial<
  Record<'tier' | 'score' | 'why' | 'nextTier' | 'review' | 'nextFollowUp' | 'lastContact', OwnValue>
>;

/** A sheet that pushes are carried out on. */
class Sheet {
  values: SheetValue[][];
  marks: ColumnMark[] = [];
  memory: TableMemory | null = null;

  constructor(values: SheetValue[][]) {
    this.values = values;
  }

  plan(said: Readonly<Record<string, Said | 'shown'>>): PushPlan {
    const tab = openTab(this.values, this.marks);
    const [table] = tab.tables;
    if (table === undefined) throw new Error('There is no table.');
    const ours = new Set(this.marks.map(({ column }) => column - 1));
    const { grid } = tableGrid(this.values, table, (column) => !ours.has(column), dayOf);
    const { records, rowKinds } = readTable(grid, { asOf: TODAY });
    return planPush({
      tab,
      table,
      headingRow: rowKinds.indexOf('header'),
      records,
      said: records.map(({ facts }) => {
        const told = said[String(facts.values['name'])];
        if (told === undefined || told === 'shown') return told ?? null;
        return new Map(Object.entries(told).map(([part, value]) => [`tierbook.${part}` as OwnKey, value]));
      }),
      wanted: pushedColumns('en'),
      memory: this.memory,
      settings: { scheme: 'account-value', language: 'en', hints: {}, gradedOn: TODAY },
      ids: { table: 'table1', run: 'run1' },
      columnCount: 26,
      dayOf,
    });
  }

  push(said: Readonly<Record<string, Said>>): PushPlan {
    const plan = this.plan(said);
    for (const { after, count } of plan.placing.insertions)
      for (const row of this.values) row.splice(after + 1, 0, ...Array.from({ length: count }, () => ''));
    this.marks = [...plan.placing.columns].map(([key, column]) => ({ key, value: plan.tableId, column: column + 1 }));
    for (const [key, cells] of plan.cells) {
      for (const [row, value] of cells) {
        const line = this.values[row] ?? [];
        this.values[row] = line;
        const column = plan.placing.columns.get(key) ?? 0;
        while (line.length < column) line.push('');
        line[column] = typeof value === 'object' ? new Date(`${value.date}T00:00:00Z`) : value;
      }
    }
    if (plan.memory !== null) this.memory = plan.memory;
    return plan;
  }

  /** The cells without empty ones at the ends of rows. */
  shown(): SheetValue[][] {
    return this.values.map((row) => row.slice(0, row.findLastIndex((cell) => cell !== '') + 1));
  }

  /** Rows in which the add-on would see a tier that somebody typed. */
  typedRows(): number[] {
    const { memory } = this;
    if (memory === null) return [];
    const place = new Map(this.marks.map(({ key, column }) => [key, column - 1]));
    const ours = new Set(place.values());
    const [table] = openTab(this.values, this.marks).tables;
    if (table === undefined) return [];
    const { grid } = tableGrid(this.values, table, (column) => !ours.has(column), dayOf);
    const { records } = readTable(grid, { asOf: TODAY });
    const keys = Object.keys(memory.headings).filter((key) => key !== 'tierbook.tier');
    const text = (row: number, key: string): string => shownText(this.values[row]?.[place.get(key) ?? 99], dayOf);
    const now = records.map((record) => ({
      identity: identityOf(record),
      tier: text(record.row - 1, 'tierbook.tier'),
      cells: () => cellsPrint(keys.map((key) => text(record.row - 1, key))),
    }));
    const isTyped = typedOver(now, memory.rows, matchRows(now, memory.rows), false);
    return records.flatMap(({ row }, index) => (isTyped(index) ? [row] : []));
  }
}

const CUSTOMERS = (): SheetValue[][] => [
  ['Customer', 'Sales'],
  ['ACME', 900],
  ['Birch', 500],
  ['Cedar', 100],
];

const SAID: Readonly<Record<string, Said>> = {
  ACME: { tier: 'A', score: 91.5, why: 'Sales 900', lastContact: { date: day(2026, 11, 2) } },
  Birch: { tier: 'B', score: 60, why: 'Sales 500', nextFollowUp: { date: day(2026, 12, 1) } },
  Cedar: { tier: 'C', score: 20, why: 'Sales 100', review: '=1+1' },
};

describe('a push', () => {
  test('makes our columns beside the table and fills them by customer', () => {
    const sheet = new Sheet(CUSTOMERS());
    const plan = sheet.push(SAID);
    expect(plan.placing.made).toHaveLength(7);
    expect(sheet.shown()).toEqual([
      ['Customer', 'Sales', 'Tier', 'Score', 'Why', 'To next tier', 'Review', 'Next follow-up', 'Last contact'],
      ['ACME', 900, 'A', 91.5, 'Sales 900', '', '', '', new Date('2026-11-02')],
      ['Birch', 500, 'B', 60, 'Sales 500', '', '', new Date('2026-12-01')],
      ['Cedar', 100, 'C', 20, 'Sales 100', '', '=1+1'],
    ]);
  });

  test('is the same whether rows that show what is said are told or not', () => {
    const sheet = new Sheet(CUSTOMERS());
    sheet.push(SAID);
    const changed = { ...SAID, Birch: { ...SAID['Birch'], tier: 'A', why: 'Sales 800' } };
    const told = sheet.plan(changed);
    expect(told.memory?.rows).toHaveLength(3);
    const { cells, memory, typed } = sheet.plan({ ACME: 'shown', Birch: changed.Birch, Cedar: 'shown' });
    expect({ cells, memory, typed }).toEqual({ cells: told.cells, memory: told.memory, typed: told.typed });
  });

  test('writes nothing when nothing has changed', () => {
    const sheet = new Sheet(CUSTOMERS());
    sheet.push(SAID);
    const again = sheet.plan(SAID);
    expect(again.cells.size).toBe(0);
    expect(again.memory).toBeNull();
    expect(again.placing.made).toEqual([]);
  });

  test('writes into the row in which a customer stands now, and into nobody else’s', () => {
    const sheet = new Sheet(CUSTOMERS());
    sheet.push(SAID);
    const [heading, ...rows] = sheet.values;
    sheet.values = [heading ?? [], ...rows.toReversed()];
    const plan = sheet.push({ ...SAID, Birch: { ...SAID['Birch'], tier: 'A' } });
    expect([...plan.cells]).toEqual([['tierbook.tier', new Map([[2, 'A']])]]);
    expect(plan.typed).toEqual([]);
  });

  test('puts right what was written into a wrong row because rows moved meanwhile', () => {
    const sheet = new Sheet(CUSTOMERS());
    sheet.push(SAID);
    // the names were sorted, our columns were not
    const names = sheet.values.slice(1).map(([name, sales]) => [name ?? '', sales ?? '']);
    for (const [at, pair] of names.toReversed().entries()) sheet.values[at + 1]?.splice(0, 2, ...pair);
    const plan = sheet.push(SAID);
    expect(plan.typed).toEqual([]);
    expect(sheet.values.slice(1).map(([name, , tier]) => [name, tier])).toEqual([
      ['Cedar', 'C'],
      ['Birch', 'B'],
      ['ACME', 'A'],
    ]);
  });

  test('lists a tier that somebody typed, and puts Tierbook’s in its place', () => {
    const sheet = new Sheet(CUSTOMERS());
    sheet.push(SAID);
    sheet.values[2]?.splice(2, 1, 'A');
    const plan = sheet.push(SAID);
    expect(plan.typed).toEqual([{ index: 1, row: 3, typed: 'A', tier: 'B' }]);
    expect(sheet.values[2]?.[2]).toBe('B');
  });

  test('is taken by the add-on for ours, not for typed', () => {
    const sheet = new Sheet(CUSTOMERS());
    sheet.push(SAID);
    expect(sheet.typedRows()).toEqual([]);
    sheet.push({ ...SAID, ACME: { tier: 'B', why: 'Sales have fallen' } });
    expect(sheet.typedRows()).toEqual([]);
    sheet.values[1]?.splice(2, 1, 'D');
    expect(sheet.typedRows()).toEqual([2]);
  });

  test('is taken for ours when a tier or what is said of it begins with an apostrophe', () => {
    const sheet = new Sheet(CUSTOMERS());
    const said = { ...SAID, ACME: { ...SAID['ACME'], tier: "'90s", review: "'round again" } };
    sheet.push(said);
    expect(sheet.typedRows()).toEqual([]);
    expect(sheet.plan(said)).toMatchObject({ typed: [], memory: null });
    const shown = { ...said, ACME: 'shown' as const };
    expect(sheet.plan(shown)).toMatchObject({ typed: [], memory: null });
    const plan = sheet.plan({ ...shown, Birch: { ...SAID['Birch'], tier: 'C' } });
    expect(plan.memory?.rows[0]).toEqual({ ...sheet.memory?.rows[0], before: "'90s" });
  });

  test('leaves alone the row of a customer whom Tierbook does not know', () => {
    const sheet = new Sheet([...CUSTOMERS(), ['Stranger', 5]]);
    const plan = sheet.push(SAID);
    expect(sheet.shown()[4]).toEqual(['Stranger', 5]);
    expect(plan.memory?.rows).toHaveLength(4);
  });

  test('keeps a heading that somebody has given a column of ours', () => {
    const sheet = new Sheet(CUSTOMERS());
    sheet.push(SAID);
    sheet.values[0]?.splice(2, 1, 'Our class');
    expect(sheet.plan(SAID).cells.size).toBe(0);
  });

  test('leaves what the add-on remembers for undo as it is while only the last contact changes', () => {
    const sheet = new Sheet(CUSTOMERS());
    sheet.push(SAID);
    const plan = sheet.push({ ...SAID, ACME: { ...SAID['ACME'], lastContact: { date: day(2026, 11, 25) } } });
    expect([...plan.cells.keys()]).toEqual([LAST_CONTACT]);
    expect(plan.memory).toBeNull();
  });
});

function day(year: number, month: number, of: number): CalendarDate {
  const date = calendarDate(year, month, of);
  if (date === undefined) throw new Error('There is no such day.');
  return date;
}
