import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { gradeOutput } from '../../bot/cli/grade-output.ts';
import { insertLines } from '../../bot/local/workbook/change-lines.ts';
import type { CalendarDate } from '../../core/calendar-date.ts';
import { criterionFields } from '../../core/grading/criterion-fields.ts';
import { gradeTable } from '../../core/grading/grade-table.ts';
import { accountValue } from '../../core/schemes/account-value.ts';
import type { Grid } from '../../core/table/cell.ts';
import { readTable } from '../../core/table/read-table.ts';
import type { Progress, SheetView } from '../../sheets-addon/protocol.ts';
import { addOnSheet, newWorkbook, TODAY } from '../support/add-on-sheet.ts';

const HEADINGS = ['客户编号', '客户名称', '销售额', '回款率', '合作年限', '投诉率', '满意度', '最近联系'];
const ROWS = [
  HEADINGS,
  ['K1', '甲公司', 1200000, '98%', 8, '0.1%', '95%', '2026-02-01'],
  ['K2', '乙公司', 500000, '80%', 3, '1%', '80%', '2026-01-15'],
  ['K3', '丙公司', 90000, '60%', 1, '4%', '60%', ''],
  ['K4', '丁公司', 'abc', '60%', 1, '4%', '60%', '2026-03-01'],
];
/** The same as `tierbook grade` reads it. */
const GRID: Grid = [
  HEADINGS,
  ['K1', '甲公司', 1200000, 0.98, 8, 0.001, 0.95, { date: '2026-02-01' as CalendarDate }],
  ['K2', '乙公司', 500000, 0.8, 3, 0.01, 0.8, { date: '2026-01-15' as CalendarDate }],
  ['K3', '丙公司', 90000, 0.6, 1, 0.04, 0.6, null],
  ['K4', '丁公司', 'abc', 0.6, 1, 0.04, 0.6, { date: '2026-03-01' as CalendarDate }],
];
const OURS = ['Tier', 'Score', 'Why', 'To next tier', 'Review', 'Next follow-up'];

/** The columns that `tierbook grade` appends. */
function gradedByCommand(grid: Grid): string[][] {
  const asOf = TODAY as CalendarDate;
  const reading = readTable(grid, { asOf, fields: criterionFields(accountValue) });
  const { compiled, graded } = gradeTable(reading, accountValue, asOf);
  const csv = [...gradeOutput('csv', { grid, reading, compiled, graded: graded(), language: 'en' })].join('');
  return parse(csv, { bom: true })
    .slice(1)
    .map((row) => row.slice(-5));
}

describe('grading a table of a sheet', () => {
  test('it gets our columns to its right, and in them what `tierbook grade` says, word for word', async () => {
    const sheet = await addOnSheet(ROWS);
    expect(sheet.grade({ scheme: 'account-value' }).customers).toBe(4);
    expect(sheet.texts()[0]?.slice(8)).toEqual(OURS);
    expect(
      sheet
        .texts()
        .slice(1)
        .map((row) => row.slice(8, 13)),
    ).toEqual(gradedByCommand(GRID));
  });

  test('the sidebar is told of its problems all that core says of them', async () => {
    const rows = [
      ['客户名称', '销售额', '满意度', '最近联系'],
      ['甲公司', '¥1200', '95%', '2026-02-01'],
      ['乙公司', '¥300', '180%', '2027-02-01'],
      ['甲公司', '$500', 'abc', '01/02/26'],
      ['', '¥2', '', ''],
    ];
    const sheet = await addOnSheet(rows.map((row) => row.map((cell) => (cell === '' ? '' : `'${cell}`))));
    const view = sheet.view({ scheme: 'account-value' });
    const { problems } = readTable(rows, { asOf: TODAY as CalendarDate, fields: criterionFields(accountValue) });
    expect(problems.map(({ code }) => code)).toEqual(expect.arrayContaining(['duplicate-name', 'other-currency']));
    expect(view.kind === 'table' && view.table.problems).toEqual(expect.arrayContaining([...problems]));
  });

  test('an example of a column shows a share as the percentage that stands there, and all else as it is', async () => {
    const sheet = await addOnSheet([
      ['客户名称', '销售额', '回款率', '满意度', '最近联系'],
      ['甲公司', 1200, '98%', 92, '2026-02-01'],
      ['乙公司', '', 0.5, '', ''],
    ]);
    const view = sheet.view({ scheme: 'account-value', language: 'zh-CN' });
    expect(view.kind === 'table' && view.table.examples).toEqual(['甲公司', '1200', '98%', '92', '2026-02-01']);
  });

  test('what full points take is told to the sidebar once, and stands in no cell', async () => {
    const sheet = await addOnSheet(ROWS);
    const { table } = sheet.view({ scheme: 'account-value', language: 'zh-CN' }) as Extract<
      SheetView,
      { kind: 'table' }
    >;
    expect(table.fullPoints).toContainEqual({ criterion: '回款率', range: '98%及以上' });
    sheet.grade({ scheme: 'account-value', language: 'zh-CN' });
    const why = sheet.column('原因')[1];
    expect(why).toContain('回款率 80%：10.6/23.5 分');
    expect(why).not.toContain('98%');
  });

  test('graded again with nothing changed, nothing is written and little is read', async () => {
    const sheet = await addOnSheet(ROWS);
    sheet.grade();
    const { counts } = sheet.execute('gradeTable', {});
    expect({ ...counts.writes, other: 0 }).toEqual({ values: 0, formats: 0, notes: 0, metadata: 0, other: 0 });
    expect(counts.reads).toMatchObject({ values: 2, formats: 1, notes: 1, metadata: 1 });
  });

  test('of a long table the sidebar can be told how far it is, and afterwards that it is over', async () => {
    const workbook = newWorkbook();
    insertLines(workbook, 0, 'row', 0, 2000);
    const rows = Array.from({ length: 2000 }, (_, at) => [`公司 ${at}`, at]);
    const sheet = await addOnSheet([['客户名称', '销售额'], ...rows], { workbook });
    const told: (Progress | null)[] = [];
    const asked = new Set(['CacheService.Cache.put', 'SpreadsheetApp.Range.setValues']);
    sheet.execute(
      'gradeTable',
      { scheme: 'spend-level' },
      {
        onCall: ({ name }) => {
          if (asked.has(name)) told.push(sheet.call('readProgress') as Progress | null);
        },
      },
    );
    const steps = new Set(told.flatMap((one) => one?.step ?? []));
    expect([...steps]).toEqual(['reading', 'grading', 'writing']);
    expect(sheet.call('readProgress')).toBeNull();
  });

  test('a tier that somebody typed stays and is marked, until it is what the scheme gives or is cleared', async () => {
    const sheet = await addOnSheet(ROWS);
    sheet.grade();
    sheet.enter(2, 8, [['A']]);
    const view = sheet.view();
    const sample = view.kind === 'table' ? view.table.sample : [];
    expect(sample.map(({ row, tier }) => `${row}${tier}`)).toEqual(['2A', '3A', '4D', '5D']);
    expect(sheet.grade().overridden).toEqual([{ row: 3, name: '乙公司', from: 'B', to: 'A' }]);
    expect(sheet.column('Tier')).toEqual(['A', 'A', 'D', 'D']);
    expect(sheet.column('Review')[1]).toBe('Tier set by hand; the scheme gives B.');
    expect(sheet.grade()).toMatchObject({ overrides: 1, cellsWritten: 0 });
    sheet.enter(2, 8, [['']]);
    expect(sheet.grade().overrides).toBe(0);
    expect(sheet.column('Tier')).toEqual(['A', 'B', 'D', 'D']);
    expect(sheet.column('Review')[1]).toBe('');
  });

  test('a cell that cannot be read has a note that says so, and none when it is mended', async () => {
    const sheet = await addOnSheet(ROWS);
    sheet.grade();
    expect(sheet.sheet.grid.get('notes', 4, 2)).toBe(
      'Tierbook ▸ “abc” cannot be read as an amount. Correct the cell or empty it.',
    );
    sheet.enter(4, 2, [[70000]]);
    sheet.grade();
    expect(sheet.sheet.grid.get('notes', 4, 2)).toBe('');
  });
});
