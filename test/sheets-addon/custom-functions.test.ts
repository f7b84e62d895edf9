import { describe, expect, test } from 'vitest';
import { createCalculator } from '../../bot/local/workbook/calculate.ts';
import { customFunctionsOf } from '../../bot/local/workbook/calculation/custom-functions.ts';
import { runCustomFunction } from '../../bot/local/workbook/run-script.ts';
import { enterValues } from '../../bot/local/workbook/write-cells.ts';
import { medal } from '../../core/schemes/medal.ts';
import type { SchemeSheet } from '../../sheets-addon/protocol.ts';
import { cellsWithScheme, schemesInCells } from '../../sheets-addon/sidebar/scheme-cells.ts';
import { type AddOnSheet, addOnSheet } from '../support/add-on-sheet.ts';
import { ANN } from '../support/script-environments.ts';

const ROWS = [
  ['Customers of 2025'],
  ['No', 'Customer', 'Annual sales', 'Paid %', 'Years', 'Last order'],
  ['K1', 'Acme', 1_200_000, '98%', 8, '2026-02-01'],
  ['K2', '=1+1', '50万', '80%', 3, '2026-01-15'],
  [],
  ['K3', '丙公司', 90_000, '60%', 1, ''],
  ['K4', 'Delta', 'abc', '60%', 1, '2025-03-01'],
  ['', 'Total', 1_790_000, '', '', ''],
];

/** Types a formula beside the table, at the top of column J, and reads what comes to stand below. */
function column(sheet: AddOnSheet, formula: string): string[] {
  const { workbook, environment } = sheet;
  workbook.calculateWith(createCalculator(customFunctionsOf(environment, ANN)));
  sheet.enter(0, OWN, [[formula]]);
  workbook.calculate();
  return sheet.texts().map((row) => row[OWN] ?? '');
}

/** 0-based, to the right of the table and of our columns. */
const OWN = 15;

describe('the custom functions', () => {
  test.each([
    ['TIER', 'Tier'],
    ['TIER_SCORE', 'Score'],
    ['TIER_WHY', 'Why'],
  ])('%s gives cell by cell what the menu writes', async (name, heading) => {
    const sheet = await addOnSheet(ROWS);
    sheet.grade();
    const given = column(sheet, `=${name}(A1:F8)`);
    expect(given.slice(0, 2)).toEqual(['', heading]);
    expect(given.slice(2)).toEqual(sheet.column(heading));
    expect(given.slice(2).filter((cell) => cell !== '').length).toBeGreaterThan(2);
  });

  test('a range without end gives no more than the sheet has', async () => {
    const sheet = await addOnSheet(ROWS);
    expect(column(sheet, '=TIER(A2:F)').filter((cell) => cell !== '')).toEqual(['Tier', 'A', 'B', 'D', 'D']);
  });

  test('a scheme is named by its id or its title, whatever the case', async () => {
    const sheet = await addOnSheet(ROWS);
    const medals = column(sheet, '=TIER(A1:F8, "medal")');
    expect(medals).toContain('Gold');
    expect(column(sheet, '=TIER(A1:F8, " Medal ")')).toEqual(medals);
    expect(column(sheet, `=TIER(A1:F8, "${medal.titles['zh-CN']}")`)).toEqual(medals);
  });

  test('segments stand for the tier where a scheme has nothing else, and have no score', async () => {
    const sheet = await addOnSheet(ROWS);
    expect(column(sheet, '=TIER(A1:F8, "lifecycle")').filter((label) => label !== '').length).toBeGreaterThan(1);
    expect(column(sheet, '=TIER_SCORE(A1:F8, "lifecycle")').filter((score) => score !== '')).toEqual(['Score']);
  });

  test('a call reads what the add-on remembers, once, and writes nothing', async () => {
    const { environment } = await addOnSheet(ROWS);
    const range = [
      ['Customer', 'Sales'],
      ['Acme', 5],
      ['Delta', 7],
    ];
    const { counts } = runCustomFunction(environment, 'TIER', [range], { user: ANN });
    expect(counts.writes).toEqual({ values: 0, formats: 0, notes: 0, metadata: 0, other: 0 });
    expect(counts.reads.values).toBeLessThanOrEqual(1);
  });

  test('it speaks the language in which the table was graded', async () => {
    const sheet = await addOnSheet(ROWS);
    sheet.grade({ language: 'zh-TW' });
    expect(column(sheet, '=TIER_WHY(A1:F8)').slice(1)).toEqual(['原因', ...sheet.column('原因')]);
  });

  test('of several tables each speaks its own language, and one that was not graded that of the spreadsheet', async () => {
    const sheet = await addOnSheet(ROWS);
    sheet.enter(20, 0, [
      ['Customer', 'Annual sales', 'Paid %'],
      ['Omega', 400_000, '90%'],
      ['Sigma', 30_000, '70%'],
    ]);
    sheet.enter(30, 0, [
      ['Customer', 'Annual sales', 'Paid %'],
      ['Acme', 400_000, '90%'],
      ['Theta', 30_000, '70%'],
      ['Kappa', 20_000, '60%'],
    ]);
    sheet.select(2, 0);
    sheet.grade({ language: 'zh-TW' });
    sheet.select(21, 0);
    sheet.grade({ language: 'zh-CN' });
    expect(column(sheet, '=TIER(A1:F8)')).toContain('等級');
    expect(column(sheet, '=TIER(A21:C23)')).toContain('等级');
    expect(column(sheet, '=TIER(A31:C34)')).toContain('Tier');
    expect(column(sheet, '=TIER(A1:F8, "nope")')[0]).toMatch(/^沒有名為「nope」/);
    expect(column(sheet, '=TIER(A21:C23, "nope")')[0]).toMatch(/^没有名为“nope”/);
  });

  test('one row below the headings is graded by a scheme that does not compare customers', async () => {
    const sheet = await addOnSheet([
      [
        'Customer',
        'Objective need',
        'Subjective need',
        'Resolve',
        'Feasibility study',
        'Vendor selection',
        'Has system',
      ],
      ['Acme', 'yes', 'yes', 'high', 'yes', 'yes', 'no'],
    ]);
    expect(column(sheet, '=TIER(A1:G2, "sales-pipeline")')).toEqual(['Tier', 'A']);
  });

  test.each([
    ['one cell', [['Acme']], 'Give the whole table with its headings, for example =TIER(A1:F).'],
    [
      'cells without headings',
      [
        ['x', 1],
        ['y', 2],
      ],
      'No row of headings was recognised.',
    ],
    ['headings alone', [['Customer', 'Sales']], 'There are headings, but no customer stands below them.'],
    [
      'nothing that names the customer',
      [
        ['Sales', 'Profit'],
        [1, 2],
      ],
      'No column says who the customer is.',
    ],
    [
      'one row that is to be compared',
      [
        ['Customer', 'Sales'],
        ['Acme', 5],
      ],
      'compares customers with each other',
    ],
  ])('%s: a sentence says what to do', async (_what, rows, sentence) => {
    const sheet = await addOnSheet(rows);
    const corner = `${'AB'.charAt((rows[0]?.length ?? 1) - 1)}${rows.length}`;
    const [cell, ...others] = column(sheet, `=TIER(A1:${corner})`);
    expect(cell).toContain(sentence);
    expect(others.filter((other) => other !== '')).toEqual([]);
  });

  test('a scheme that there is not: the sentence names those that there are', async () => {
    const sheet = await addOnSheet(ROWS);
    expect(column(sheet, '=TIER(A1:F8, "medals")')[0]).toMatch(
      /^There is no scheme “medals”\. There are: account-value, .*lifecycle/,
    );
  });

  test('a scheme that is no text is none either, in place of one that nobody asked for', async () => {
    const sheet = await addOnSheet(ROWS);
    expect(column(sheet, '=TIER(A1:F8, TRUE)')[0]).toMatch(/^There is no scheme “true”\./);
    expect(column(sheet, '=TIER(A1:F8, B3:B4)')[0]).toMatch(/^There is no scheme “Acme,2”\./);
    // an empty cell asks for none
    expect(column(sheet, '=TIER(A1:F8, H20)')).toEqual(column(sheet, '=TIER(A1:F8)'));
  });
});

describe('the workbook’s own schemes', () => {
  const own = { ...medal, id: 'our-medals', titles: { en: 'Our medals' } };

  /** As the sidebar does: the sheet is written, read, checked, and what is sound is saved. */
  function saved(sheet: AddOnSheet): SchemeSheet {
    const written = sheet.call('writeSchemeSheet', { cells: cellsWithScheme(null, own, 'en') }) as SchemeSheet;
    const { schemes, problems } = schemesInCells(written.cells ?? [], 'en');
    expect(problems).toEqual([]);
    sheet.call('saveCheckedSchemes', schemes);
    // the sheet of schemes was brought to the front
    sheet.select(0, 0);
    return sheet.call('readSchemeSheet') as SchemeSheet;
  }

  test('a scheme that was put into the sheet and checked grades as its document does, in the menu and in cells', async () => {
    const sheet = await addOnSheet(ROWS);
    const builtIn = column(sheet, '=TIER(A1:F8, "medal")');
    expect(saved(sheet).checked).toEqual(['our-medals']);
    expect(column(sheet, '=TIER(A1:F8, "our-medals")')).toEqual(builtIn);
    expect(sheet.grade({ scheme: 'our-medals' }).customers).toBe(4);
    expect(sheet.column('Tier')).toEqual(builtIn.slice(2));
  });

  test('once its cells are edited it must be checked again: neither the menu nor a cell grades by what it was', async () => {
    const sheet = await addOnSheet(ROWS);
    const { sheetId } = saved(sheet);
    const schemes = sheet.workbook.findSheet(sheetId ?? -1);
    if (schemes === undefined) throw new Error('The sheet of schemes is missing.');
    enterValues(sheet.workbook, { sheetId: schemes.id, startRow: 1, endRow: 2, startColumn: 1, endColumn: 2 }, [
      ['Other medals'],
    ]);
    expect((sheet.call('readSchemeSheet') as SchemeSheet).checked).toEqual([]);
    expect(sheet.call('gradeTable', { scheme: 'our-medals' })).toMatchObject({
      kind: 'refused',
      code: 'scheme-changed',
    });
    expect(column(sheet, '=TIER(A1:F8, "our-medals")')[0]).toContain('has been edited since it was checked');
  });

  test('writing a shorter sheet leaves nothing of the longer one', async () => {
    const sheet = await addOnSheet(ROWS);
    saved(sheet);
    const { cells } = sheet.call('writeSchemeSheet', { cells: [['Scheme', 'x']] }) as SchemeSheet;
    expect(cells?.flat().filter((cell) => cell !== '')).toEqual(['Scheme', 'x']);
  });

  test('texts that a sheet would make something else of come back as they were', async () => {
    const sheet = await addOnSheet([]);
    const cells = [
      ['Scheme', 'x'],
      ['Title', '=1+1'],
      ['Version', 3],
      ['More', '1-2'],
      ['', '5%'],
      ['', 'TRUE'],
    ];
    const written = sheet.call('writeSchemeSheet', { cells }) as SchemeSheet;
    expect(written.cells?.map(([, cell]) => cell)).toEqual(['x', '=1+1', 3, '1-2', 0.05, 'TRUE']);
  });

  test('a workbook without any says so', async () => {
    const sheet = await addOnSheet(ROWS);
    expect(sheet.call('readSchemeSheet')).toEqual({ sheetId: null, cells: null, checked: [] });
  });
});
