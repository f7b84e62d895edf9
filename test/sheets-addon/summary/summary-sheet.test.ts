import { describe, expect, test } from 'vitest';
import { deleteLines, insertLines, moveLines } from '../../../bot/local/workbook/change-lines.ts';
import { duplicateSheet } from '../../../bot/local/workbook/duplicate-sheet.ts';
import { enterValues } from '../../../bot/local/workbook/write-cells.ts';
import type { Scheme } from '../../../core/grading/scheme.ts';
import { accountValue } from '../../../core/schemes/account-value.ts';
import type { SummaryBasis, SummaryOutcome } from '../../../sheets-addon/protocol.ts';
import { planSummary } from '../../../sheets-addon/summary/plan-summary.ts';
import { type AddOnSheet, addOnSheet, newWorkbook } from '../../support/add-on-sheet.ts';
import { readSummary, type Summary, summarise } from '../../support/summary-sheet.ts';

const HEADINGS = ['Customer', 'Sales', 'Payment collection', 'Years', 'Complaint rate', 'Satisfaction'];

/** Customers from the best to the worst, and one whose figures are missing. */
const CUSTOMERS = [
  ['Acme', 1_200_000, 0.98, 8, 0.001, 0.95],
  ['Globex', 900_000, 0.97, 7, 0.002, 0.93],
  ['Initech', 500_000, 0.8, 3, 0.01, 0.8],
  ['Umbrella', 90_000, 0.6, 1, 0.04, 0.6],
  ['Nobody', '', '', '', '', ''],
] as const;

async function gradedSheet(rows: readonly (readonly (string | number)[])[] = [HEADINGS, ...CUSTOMERS]) {
  const sheet = await addOnSheet(rows);
  sheet.grade({ language: 'en' });
  return sheet;
}

/** What a person would count in the table. */
function countedBy(sheet: AddOnSheet): Map<string, { customers: number; sales: number }> {
  const [headings = [], ...rows] = sheet.texts();
  const at = (heading: string): number => headings.indexOf(heading);
  const counts = new Map<string, { customers: number; sales: number }>();
  for (const row of rows) {
    const tier = row[at('Tier')] ?? '';
    if (tier === '' && (row[at('Review')] ?? '') === '') continue;
    const so = counts.get(tier) ?? { customers: 0, sales: 0 };
    counts.set(tier, { customers: so.customers + 1, sales: so.sales + (Number(row[at('Sales')]) || 0) });
  }
  return counts;
}

function expectAsCounted(summary: Summary, sheet: AddOnSheet): void {
  const counted = countedBy(sheet);
  for (const tier of ['A', 'B', 'C', 'D', '']) {
    const { customers, sales } = counted.get(tier) ?? { customers: 0, sales: 0 };
    const [shown, , sum] = summary.row(tier === '' ? 'For review' : tier);
    expect([tier, shown, sum]).toEqual([tier, customers, sales]);
  }
}

/** Enters a value into our column Tier, 0-based row. */
function typeTier(sheet: AddOnSheet, row: number, tier: string): void {
  sheet.enter(row, sheet.texts()[0]?.indexOf('Tier') ?? 0, [[tier]]);
}

/** Enters a value into a sheet, 0-based. */
function put({ workbook }: AddOnSheet, { sheet }: Summary, row: number, column: number, value: string): void {
  const range = { sheetId: sheet.id, startRow: row, endRow: row + 1, startColumn: column, endColumn: column + 1 };
  enterValues(workbook, range, [[value]]);
}

describe('the numbers', () => {
  test('are those that one counts in the table, with shares and totals', async () => {
    const sheet = await gradedSheet();
    const summary = summarise(sheet);
    expectAsCounted(summary, sheet);
    const all = 1_200_000 + 900_000 + 500_000 + 90_000;
    expect(summary.row('Total')).toEqual([5, 1, all, 1]);
    const [customers, share, sales, shareOfSales] = summary.row('A').map(Number);
    expect(share).toBeCloseTo((customers ?? 0) / 5);
    expect(shareOfSales).toBeCloseTo((sales ?? 0) / all);
  });

  test('are drawn by a chart beside them, below the lines that are longer than the table is wide', async () => {
    const sheet = await gradedSheet();
    const summary = summarise(sheet);
    const [chart] = summary.sheet.charts;
    const headings = summary.texts().findIndex(([label]) => label === 'Tier');
    expect(chart?.position.row).toBe(headings);
    expect(chart?.position.column).toBeGreaterThan(
      (summary.texts()[headings] ?? []).findLastIndex((text) => text !== ''),
    );
  });

  test('follow a tier that is typed over, one that the scheme does not have included', async () => {
    const sheet = await gradedSheet();
    const summary = summarise(sheet);
    const before = summary.row('D')[0];
    typeTier(sheet, 1, 'D');
    expect(summary.row('D')[0]).toBe(Number(before) + 1);
    expectAsCounted(summary, sheet);
    typeTier(sheet, 2, 'A+');
    expect(summary.row('Other tiers, typed in').slice(0, 3)).toEqual([1, 0.2, 900_000]);
    expect(summary.row('Total').slice(0, 3)).toEqual([5, 1, 2_690_000]);
  });

  test('stay right when rows are put in at the top, inside or at the end, and when columns are moved', async () => {
    const sheet = await gradedSheet();
    const { workbook } = sheet;
    const summary = summarise(sheet);
    for (const at of [1, 3, 8]) insertLines(workbook, sheet.sheet.id, 'row', at, 1);
    insertLines(workbook, sheet.sheet.id, 'column', 0, 1);
    expectAsCounted(summary, sheet);
    for (const row of [1, 3, 8]) {
      sheet.enter(row, 1, [[`New ${row}`, 1_000]]);
      typeTier(sheet, row, 'C');
    }
    expectAsCounted(summary, sheet);
    expect(summary.row('Total')[0]).toBe(8);
    // our columns in front of the table's, then the amounts at the end
    moveLines(workbook, sheet.sheet.id, 'column', 7, 3, 1);
    expectAsCounted(summary, sheet);
    expect(summary.row('Total').slice(0, 3)).toEqual([8, 1, 2_693_000]);
  });

  test('leave out a totals row, titles and blank rows', async () => {
    const sheet = await gradedSheet([
      HEADINGS,
      ...CUSTOMERS.slice(0, 2),
      [],
      ...CUSTOMERS.slice(2),
      ['Total', 2_690_000],
    ]);
    const summary = summarise(sheet);
    expectAsCounted(summary, sheet);
    expect(summary.row('Total').slice(0, 3)).toEqual([5, 1, 2_690_000]);
  });

  test('of two tables on one sheet are each its own, in a sheet of its own', async () => {
    const second = [HEADINGS, ['Hooli', 10, 0.5, 1, 0.05, 0.5], ['Stark', 20, 0.6, 2, 0.04, 0.6]];
    const rows = [HEADINGS, ...CUSTOMERS].map((row, index) => [...row, '', ...(second[index] ?? [])]);
    const sheet = await addOnSheet(rows);
    const place = (column: number, rowCount: number) => ({ sheetId: 0, row: 1, column, rows: rowCount, columns: 6 });
    sheet.grade({ language: 'en', place: place(8, 3) });
    sheet.grade({ language: 'en', place: place(1, 6) });
    const headings = sheet.texts()[0] ?? [];
    const one = summarise(sheet, { place: place(1, 6) });
    const other = summarise(sheet, { place: place(headings.lastIndexOf('Customer') + 1, 3) });
    expect(one.row('Total').slice(0, 3)).toEqual([5, 1, 2_690_000]);
    expect(other.row('Total').slice(0, 3)).toEqual([2, 1, 30]);
    expect([one.sheet.title, other.sheet.title]).toEqual(['Tierbook summary', 'Tierbook summary 2']);
    expect(summarise(sheet, { place: place(1, 6) }).sheet.id).toBe(one.sheet.id);
  });

  test('leave out amounts that are errors, and count on where somebody typed an error as a tier', async () => {
    const sheet = await gradedSheet([HEADINGS, ...CUSTOMERS, ['Hooli', '=1/0', 0.97, 7, 0.002, 0.93]]);
    const summary = summarise(sheet);
    expect(summary.row('Total').slice(0, 3)).toEqual([6, 1, 2_690_000]);
    expectAsCounted(summary, sheet);
    const basis = sheet.call('readSummaryBasis', {}) as SummaryBasis;
    const tiers = ['A', 'B', 'C*', 'D'].map((title) => ({ id: title, titles: { en: title } }));
    typeTier(sheet, 1, 'C*');
    typeTier(sheet, 2, '=1/0');
    sheet.call('writeSummary', planSummary({ ...basis, document: { ...accountValue, tiers } }));
    expect(readSummary(sheet, summary.sheet.title).row('C*').slice(0, 3)).toEqual([1, 1 / 6, 1_200_000]);
  });

  test.each(['de_DE', 'fr_FR', 'zh_TW'])('are right in a spreadsheet of the region %s', async (locale) => {
    const workbook = newWorkbook(locale);
    const sheet = await addOnSheet([HEADINGS, ...CUSTOMERS], { workbook });
    sheet.grade({ language: 'en' });
    const summary = summarise(sheet);
    expect(summary.row('Total')).toEqual([5, 1, 2_690_000, 1]);
    expectAsCounted(summary, sheet);
  });

  test('of amounts that are text are the values of the day, and the sheet says so', async () => {
    const rows = [
      ['客户名称', '销售额(万元)', '回款率'],
      ['甲', '3.2万', '98%'],
      ['乙', 12, '80%'],
      ['丙', '￥1,000', '60%'],
    ];
    const sheet = await addOnSheet(rows);
    sheet.grade({ language: 'zh-CN', scheme: 'spend-level' });
    const summary = summarise(sheet);
    const text = summary.texts().flat();
    expect(text).toContain(
      '“销售额(万元)”中有文本形式的金额，公式无法求和。合计为 2026年3月5日 的数值，重新汇总即可更新。',
    );
    // 3.2万 is 3.2 of the heading's unit, what names no unit is in it
    expect(summary.row('总计')[2]).toBeCloseTo(3.2 + 12 + 1_000);
    expect(summary.row('总计')[0]).toBe(3);
  });

  test('by segment and tier add up to those of the tiers', async () => {
    const rows = [
      ['Customer', 'Assets', 'Credit rating', 'Deposits', 'Credit line', 'Investments', 'Risk appetite'],
      ...Array.from({ length: 12 }, (_, index) => [
        `Bank customer ${index}`,
        1_000_000 * (index + 1),
        ['AAA', 'A', 'BB'][index % 3] ?? '',
        10_000 * index,
        5_000,
        2_000 * index,
        ['high', 'medium', 'low'][index % 3] ?? '',
      ]),
    ];
    const sheet = await addOnSheet(rows);
    sheet.grade({ language: 'en', scheme: 'bank-customer' });
    const summary = summarise(sheet);
    const texts = summary.texts();
    const first = texts.findIndex(([label]) => label === 'Total');
    const total = texts.findIndex(([label], index) => index > first && label === 'Total');
    expect(total).toBeGreaterThan(first);
    const heading = texts.findLastIndex(
      (row, index) => index < total && row.includes('For review') && row[0] !== 'For review',
    );
    const tiers = (texts[heading] ?? []).slice(1, (texts[heading] ?? []).indexOf('Total'));
    for (const [index, tier] of tiers.entries())
      expect([tier, Number(texts[total]?.[index + 1])]).toEqual([tier, Number(summary.row(tier)[0])]);
    const sum = texts[heading]?.indexOf('Sum of Assets') ?? -1;
    expect(Number(texts[total]?.[sum])).toBe(78_000_000);
    const segment = texts[heading]?.[0] ?? '';
    sheet.enter(1, sheet.texts()[0]?.indexOf(segment) ?? 0, [['of my own']]);
    const others = summary.texts().find(([label]) => label === 'Others, typed in') ?? [];
    expect(others.slice(1, tiers.length + 1).map(Number)).toEqual(
      tiers.map((tier) => (tier === sheet.column('Tier')[0] ? 1 : 0)),
    );
    expect([others[tiers.length + 1], others[sum]].map(Number)).toEqual([1, 1_000_000]);
    expect(summary.texts()[total]).toEqual(texts[total]);
  });

  test('of a document of segments only are customers by label', async () => {
    const rows = [
      ['Customer', 'Last purchase'],
      ['Acme', '2026-02-20'],
      ['Globex', '2026-02-25'],
      ['Initech', '2020-01-01'],
    ];
    const sheet = await addOnSheet(rows);
    sheet.grade({ language: 'en', scheme: 'activity' });
    const summary = summarise(sheet);
    expect(summary.row('Total')).toEqual([3, 1]);
    expect(summary.row('active')).toEqual([2, 2 / 3]);
    expect(summary.sheet.charts).toHaveLength(1);
    // a label that somebody types is still a customer
    sheet.enter(1, sheet.texts()[0]?.indexOf('Activity') ?? 0, [['asleep']]);
    expect(summary.row('active')[0]).toBe(1);
    expect(summary.row('Others, typed in')).toEqual([1, 1 / 3]);
    expect(summary.row('Total')).toEqual([3, 1]);
  });
});

describe('moves', () => {
  test('of the last grading are counted from tier to tier, with how many rose and fell', async () => {
    const sheet = await gradedSheet();
    expect(summarise(sheet).texts().flat()).toContain('The table was graded for the first time: nobody has moved yet.');
    sheet.workbook.select({ ...sheet.sheet.all, endRow: 1, endColumn: 1 });
    const before = sheet.column('Tier');
    sheet.enter(4, 1, [[2_000_000, 0.99, 9, 0.001, 0.99]]);
    sheet.grade();
    const after = sheet.column('Tier');
    const summary = summarise(sheet);
    const texts = summary.texts();
    const corner = texts.findIndex(([label]) => label === 'From ↓ to →');
    const cell = (from: string, to: string): number => {
      const column = texts[corner]?.indexOf(to === '' ? 'No tier' : to) ?? -1;
      const row = texts.slice(corner).find(([label]) => label === (from === '' ? 'No tier' : from));
      return Number(row?.[column] ?? 0);
    };
    const pairs = before.map((from, index) => [from, after[index] ?? ''] as const);
    expect(pairs.some(([from, to]) => from !== to)).toBe(true);
    for (const [from, to] of pairs)
      expect([from, to, cell(from, to)]).toEqual([
        from,
        to,
        pairs.filter((pair) => pair[0] === from && pair[1] === to).length,
      ]);
    const rose = pairs.filter(([from, to]) => from !== '' && to !== '' && to < from).length;
    const fell = pairs.filter(([from, to]) => from !== '' && to !== '' && to > from).length;
    expect([summary.row('Upgrades')[0], summary.row('Downgrades')[0]]).toEqual([rose, fell]);
    expect(rose).toBeGreaterThan(0);
  });

  test('of a grading in another language move nobody', async () => {
    const rows = [
      ['Customer', 'Sales'],
      ['Acme', 1_200_000],
      ['Globex', 90_000],
      ['Initech', 800],
    ];
    const sheet = await addOnSheet(rows);
    sheet.grade({ language: 'en', scheme: 'spend-level' });
    sheet.grade({ language: 'zh-CN' });
    const summary = summarise(sheet);
    expect(summary.texts().flat()).not.toContain('High');
    expect(summary.row('高', 2)).toEqual([1, 0, 0, 1]);
  });
});

describe('making it again', () => {
  test('writes the same sheet, moved and renamed as it is, keeps what a person wrote, and changes the chart', async () => {
    const sheet = await gradedSheet();
    const { workbook } = sheet;
    const first = summarise(sheet);
    const [chart] = first.sheet.charts;
    if (chart === undefined) throw new Error('There is no chart.');
    expect(chart.type).toBe('COLUMN');
    workbook.renameSheet(first.sheet.id, 'Für den Chef');
    insertLines(workbook, first.sheet.id, 'row', 0, 2);
    insertLines(workbook, first.sheet.id, 'column', 0, 1);
    const below = first.sheet.used.endRow + 1;
    put(sheet, first, 0, 0, 'above');
    put(sheet, first, below, 1, 'below');
    put(sheet, first, 5, 12, 'beside');
    const own = { ...chart, id: 99, title: 'Mine' };
    first.sheet.charts = [own, { ...chart, position: { ...chart.position, column: 20 } }];
    sheet.enter(6, 0, [['Hooli', 700_000, 0.9, 5, 0.01, 0.9]]);
    workbook.select({ ...sheet.sheet.all, endRow: 1, endColumn: 1 });
    sheet.grade();
    const again = summarise(sheet);
    expect(again.sheet.id).toBe(first.sheet.id);
    expect(workbook.sheets.map(({ title }) => title)).toEqual(['Sheet1', 'Für den Chef', 'Tierbook memory']);
    expect(again.row('Total')[0]).toBe(6);
    expectAsCounted(again, sheet);
    const texts = again.texts();
    expect(texts[0]?.[0]).toBe('above');
    expect(texts.flat().filter((text) => text === 'beside' || text === 'below')).toHaveLength(2);
    expect(again.sheet.charts).toHaveLength(2);
    // moved away by the two columns by which the summary grew
    const { position } = own;
    expect(again.sheet.charts.find(({ id }) => id === 99)).toEqual({
      ...own,
      position: { ...position, column: position.column + 2 },
    });
    const ours = again.sheet.charts.find(({ id }) => id === chart.id);
    expect(ours?.position.column).toBe(22);
    const [range] = ours?.ranges ?? [];
    expect(again.sheet.grid.get('values', range?.startRow ?? 0, range?.startColumn ?? 0)).toBe('Tier');
  });

  test('loses nothing that a person wrote right beside it or below it, however it grows, and says where it stands', async () => {
    const sheet = await gradedSheet();
    const first = summarise(sheet);
    const { endRow, endColumn } = first.sheet.used;
    const said = (): string | undefined =>
      first
        .texts()
        .flat()
        .find((text) => text.includes('rewrites'));
    expect(said()).toContain(`rewrites A1:E${endRow} `);
    put(sheet, first, 0, endColumn, 'beside');
    put(sheet, first, endRow - 1, endColumn, 'beside the last row');
    put(sheet, first, endRow, 0, 'below');
    sheet.workbook.select({ ...sheet.sheet.all, endRow: 1, endColumn: 1 });
    sheet.grade({ scheme: 'medal' });
    const grown = summarise(sheet).texts();
    for (const text of ['beside', 'beside the last row', 'below']) expect(grown.flat()).toContain(text);
    const last = grown.findIndex(([label]) => label === 'Downgrades') + 1;
    expect(last).toBeGreaterThan(endRow);
    expect(said()).toContain(`rewrites A1:F${last} `);
    // a smaller one afterwards gives up no cell
    sheet.workbook.select({ ...sheet.sheet.all, endRow: 1, endColumn: 1 });
    sheet.grade({ scheme: 'activity' });
    const shrunk = summarise(sheet).texts();
    for (const text of ['beside', 'beside the last row', 'below']) expect(shrunk.flat()).toContain(text);
    expect(said()).toContain(`rewrites A1:F${last} `);
  });

  test('leaves the widths of its columns as a person set them; at first they are wide enough to read what stands there', async () => {
    const sheet = await gradedSheet();
    const { sheet: made } = summarise(sheet);
    const width = made.used.endColumn;
    expect(made.columnWidths.slice(0, width)).toEqual(Array.from({ length: width }, () => 160));
    made.columnWidths[1] = 40;
    summarise(sheet);
    expect(made.columnWidths[1]).toBe(40);
  });

  test('from the summary in front sums up its table', async () => {
    const sheet = await gradedSheet();
    const first = summarise(sheet);
    expect(sheet.workbook.selection.sheetId).toBe(first.sheet.id);
    typeTier(sheet, 1, 'D');
    const again = summarise(sheet);
    expect(again.sheet.id).toBe(first.sheet.id);
    expectAsCounted(again, sheet);
  });

  test('mends a summary of which somebody deleted rows, and makes another when all of it is gone', async () => {
    const sheet = await gradedSheet();
    const first = summarise(sheet);
    const whole = first.texts();
    put(sheet, first, whole.length + 2, 0, 'below');
    deleteLines(sheet.workbook, first.sheet.id, 'row', 0, 3);
    expect(summarise(sheet).texts().slice(0, whole.length)).toEqual(whole);
    expect(first.texts().flat()).toContain('below');
    sheet.workbook.deleteSheet(first.sheet.id);
    sheet.workbook.select({ ...sheet.sheet.all, endRow: 1, endColumn: 1 });
    expect(summarise(sheet).texts()).toEqual(whole);
  });

  test('of a copied sheet makes another, and leaves the first to its own', async () => {
    const sheet = await gradedSheet();
    const first = summarise(sheet);
    const copy = duplicateSheet(sheet.workbook, sheet.sheet.id);
    const { metadata } = sheet.workbook;
    for (const { key, value, visibility, place } of metadata.all)
      if (place.on !== 'spreadsheet' && place.sheetId === sheet.sheet.id)
        metadata.add({ key, value, visibility, place: { ...place, sheetId: copy.id } });
    sheet.workbook.select({ ...copy.all, endRow: 1, endColumn: 1 });
    const other = summarise(sheet);
    expect(other.sheet.id).not.toBe(first.sheet.id);
    expect(other.row('Total')).toEqual(first.row('Total'));
    typeTier(sheet, 1, 'D');
    expect(other.row('Total')).toEqual(first.row('Total'));
    expect(other.row('D')[0]).toBe(Number(first.row('D')[0]) - 1);
  });
});

describe('text of the sheet', () => {
  test('is no formula anywhere, and titles that look like wildcards, comparisons or capitals count for themselves alone', async () => {
    const sheet = await gradedSheet();
    sheet.workbook.renameSheet(sheet.sheet.id, `=Ann's "best" + 'rest'`);
    const basis = sheet.call('readSummaryBasis', {}) as SummaryBasis;
    const titles = ['*', 'a', 'A', '<5', '=HYPERLINK("http://x")', '1', '+cmd'];
    const tiers = titles.map((title, index) => ({ id: `tier-${index}`, titles: { en: title } }));
    titles.slice(0, 5).forEach((title, index) => {
      sheet.enter(index + 1, sheet.texts()[0]?.indexOf('Tier') ?? 0, [[`'${title}`]]);
    });
    const plan = planSummary({
      ...basis,
      document: { ...accountValue, titles: { en: '=1+1' }, tiers: tiers as unknown as Scheme['tiers'] },
      amounts: basis.amounts.map((amounts) => ({ ...amounts, heading: '@x' })),
    });
    const outcome = sheet.call('writeSummary', plan) as SummaryOutcome;
    expect(outcome.kind).toBe('done');
    const summary = readSummary(sheet, 'Tierbook summary');
    expect(titles.slice(0, 5).map((title) => [title, summary.row(title)[0]])).toEqual(
      titles.slice(0, 5).map((title) => [title, 1]),
    );
    expect(['1', '+cmd'].map((title) => summary.row(title)[0])).toEqual([0, 0]);
    expect(['*', 'a', 'A', '<5'].map((title) => summary.row(title)[2])).toEqual([1_200_000, 900_000, 500_000, 90_000]);
    const formulas = summary.sheet.grid.read('formulas', summary.sheet.used).flat();
    const functions = formulas.flatMap((formula) => (formula ?? '').match(/[A-Z]+(?=\()/g) ?? []);
    expect(new Set(functions)).toEqual(
      new Set(['COUNTA', 'COUNTIFS', 'EXACT', 'IFERROR', 'SUM', 'SUMIFS', 'SUMPRODUCT']),
    );
  });
});

describe('refusals', () => {
  test('a table that has not been graded', async () => {
    const sheet = await addOnSheet([HEADINGS, ...CUSTOMERS]);
    expect(sheet.call('readSummaryBasis', {})).toEqual({ kind: 'not-graded' });
  });

  test('a table whose column of tiers somebody deleted: it is to be graded first', async () => {
    const sheet = await gradedSheet();
    deleteLines(sheet.workbook, sheet.sheet.id, 'column', sheet.texts()[0]?.indexOf('Tier') ?? 0, 1);
    expect(sheet.call('readSummaryBasis', {})).toEqual({ kind: 'not-graded' });
  });

  test('a summary that is protected is named, and nothing is written', async () => {
    const sheet = await gradedSheet();
    const summary = summarise(sheet);
    summary.sheet.protections.push({
      id: 1,
      sheetId: summary.sheet.id,
      range: null,
      unprotected: [],
      description: 'board',
      editors: [],
      isWarningOnly: false,
    });
    const before = summary.texts();
    typeTier(sheet, 1, 'D');
    const stranger = { user: { email: 'eve@example.com', locale: 'en' } };
    const execution = sheet.execute('readSummaryBasis', {}, stranger);
    expect(execution.kind).toBe('done');
    expect(() => summariseAs(sheet, 'eve@example.com')).toThrow(/board/);
    expect(summary.sheet.used.endRow).toBe(before.length);
  });

  test('a spreadsheet without room for a sheet', async () => {
    const sheet = await gradedSheet();
    sheet.workbook.addSheet({ title: 'Big', rowCount: 9_948_000 / 26, columnCount: 26 });
    const count = sheet.workbook.sheets.length;
    expect(() => summarise(sheet)).toThrow(/no room/);
    expect(sheet.workbook.sheets).toHaveLength(count);
  });
});

function summariseAs(sheet: AddOnSheet, email: string): Summary {
  const user = { email, locale: 'en' };
  return summarise({ ...sheet, call: (name, request) => sheet.call(name, request, { user }) });
}
