import { expect, test } from 'vitest';
import { guestHost } from '../../../../../bot/local/workbook/apps-script/guest-host.ts';
import { enterValues, setValidations } from '../../../../../bot/local/workbook/write-cells.ts';
import { BO } from '../../../../support/script-environments.ts';
import { americanBook, block, script } from '../../../../support/sheet-scripts.ts';

test('cells come back as they were written, dates as Dates of the script', async () => {
  const lines = `
    const day = new Date(Date.UTC(2026, 0, 2, 5));
    const range = sheet.getRange('A1:D2').setValues([['x', 1, true, day], ['10%', '', null, "'=1"]]);
    const [first, second] = range.getValues();
    return [first.slice(0, 3), first[3] instanceof Date, first[3].getTime() === day.getTime(), second,
      Array.isArray(first) && first instanceof Array, range.getDisplayValues()];`;
  expect(await script(americanBook(), lines)).toEqual([
    ['x', 1, true],
    true,
    true,
    [0.1, '', '', '=1'],
    true,
    [
      ['x', '1', 'TRUE', '1/2/2026'],
      ['10%', '', '', '=1'],
    ],
  ]);
});

test.each([
  ["sheet.getRange('B2')", 'B2', [2, 2, 1, 1]],
  ["sheet.getRange('B2:C4')", 'B2:C4', [2, 2, 3, 2]],
  ["sheet.getRange('A:A')", 'A:A', [1, 1, 1000, 1]],
  ["sheet.getRange('B2:B')", 'B2:B1000', [2, 2, 999, 1]],
  ["sheet.getRange('3:4')", '3:4', [3, 1, 2, 26]],
  ['sheet.getRange(2, 3)', 'C2', [2, 3, 1, 1]],
  ['sheet.getRange(2, 3, 4)', 'C2:C5', [2, 3, 4, 1]],
  ['sheet.getRange(2, 3, 4, 5)', 'C2:G5', [2, 3, 4, 5]],
  ["book.getRange('Sheet1!C1')", 'C1', [1, 3, 1, 1]],
  ["sheet.getRange('Sheet1')", 'A1:Z1000', [1, 1, 1000, 26]],
  ["sheet.getRange('B2').offset(1, 2)", 'D3', [3, 4, 1, 1]],
  ["sheet.getRange('B2').offset(1, 2, 3, 4)", 'D3:G5', [3, 4, 3, 4]],
  ["sheet.getRange('B2:C4').getCell(2, 2)", 'C3', [3, 3, 1, 1]],
  ['sheet.getDataRange()', 'A1', [1, 1, 1, 1]],
])('%s is %s', async (range, a1, place) => {
  const lines = `const range = ${range};
    return [range.getA1Notation(), [range.getRow(), range.getColumn(), range.getNumRows(), range.getNumColumns()]];`;
  expect(await script(americanBook(), lines)).toEqual([a1, place]);
});

const OUTSIDE = 'The coordinates of the range are outside the dimensions of the sheet.';
const PROTECTED =
  'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.';

test.each([
  ['sheet.getRange(1, 27)', OUTSIDE],
  ['sheet.getRange(1000, 1, 2)', OUTSIDE],
  ["sheet.getRange('AB1')", OUTSIDE],
  ['sheet.getRange(0, 1)', 'The starting row of the range is too small.'],
  ['sheet.getRange(1, 0)', 'The starting column of the range is too small.'],
  ['sheet.getRange(1, 1, 0, 1)', 'The number of rows in the range must be at least 1.'],
  ['sheet.getRange(1, 1, 1, 0)', 'The number of columns in the range must be at least 1.'],
  ["sheet.getRange('nothing')", 'Range not found'],
  ["sheet.getRange('Other!A1')", 'Range not found'],
  [
    "sheet.getRange('A1:B2').setValues([['x', 'y']])",
    'The number of rows in the data does not match the number of rows in the range. The data has 1 but the range has 2.',
  ],
  [
    "sheet.getRange('A1:B2').setValues([['x', 'y'], ['z']])",
    'The number of columns in the data does not match the number of columns in the range. The data has 1 but the range has 2.',
  ],
  [
    "sheet.getRange('A1').setValue('x'.repeat(50001))",
    'Your input contains more than the maximum of 50000 characters in a single cell.',
  ],
  [
    'sheet.getRange(1.5, 1)',
    "The parameters (number,number) don't match the method signature for SpreadsheetApp.Sheet.getRange.",
  ],
  ['sheet.getRange()', "The parameters () don't match the method signature for SpreadsheetApp.Sheet.getRange."],
  [
    "sheet.getRange('A1').setValue(undefined)",
    "The parameters ((undefined)) don't match the method signature for SpreadsheetApp.Range.setValue.",
  ],
  [
    "sheet.getRange('A1').setValue({})",
    "The parameters (Object) don't match the method signature for SpreadsheetApp.Range.setValue.",
  ],
  [
    "sheet.getRange('A1').setValue(NaN)",
    "The parameters (number) don't match the method signature for SpreadsheetApp.Range.setValue.",
  ],
  [
    "sheet.getRange('A1').setValues('x')",
    "The parameters (String) don't match the method signature for SpreadsheetApp.Range.setValues.",
  ],
  [
    "sheet.getRange('A1').getValues(1)",
    "The parameters (number) don't match the method signature for SpreadsheetApp.Range.getValues.",
  ],
  ["sheet.getRange('A1').getVallues()", 'SpreadsheetApp.Range has no "getVallues" that this stand-in knows.'],
  ["sheet.getRange('A1').setBorder(true)", 'SpreadsheetApp.Range has no "setBorder" that this stand-in knows.'],
  ['sheet.value', 'SpreadsheetApp.Sheet has no "value" that this stand-in knows.'],
  ['sheet.value = 1', 'SpreadsheetApp.Sheet.value cannot be set.'],
  ['SpreadsheetApp.openById("x")', 'SpreadsheetApp has no "openById" that this stand-in knows.'],
  ['SpreadsheetApp.ProtectionType.CELL', 'SpreadsheetApp.ProtectionType has no "CELL" that this stand-in knows.'],
  ['const { getName } = sheet; getName()', 'SpreadsheetApp.Sheet.getName was called on something else.'],
  ["sheet.getRange('A1').setBackground('reddish')", 'Invalid argument: reddish'],
  [
    "sheet.getRange('A1').setFontWeight('heavy')",
    "The parameters (String) don't match the method signature for SpreadsheetApp.Range.setFontWeight.",
  ],
  ["sheet.getRange('A1').clear({ everything: true })", 'clear has no option everything that this stand-in knows.'],
  ["book.insertSheet('Sheet1')", 'A sheet with the name "Sheet1" already exists. Please enter another name.'],
  ['book.deleteSheet(sheet)', "You can't remove all the visible sheets in a document."],
])('%s throws', async (line, message) => {
  await expect(script(americanBook(), line)).rejects.toThrow(message);
});

test('what another may not edit throws in Google’s words, and nothing of that call is written', async () => {
  const book = americanBook();
  enterValues(
    book,
    block(3, 3),
    Array.from({ length: 3 }, () => ['a', 'b', 'c']),
  );
  const range = { startRow: 2, endRow: 3, startColumn: 1, endColumn: 2 };
  book.sheet(0).protections = [
    { id: 1, sheetId: 0, range, unprotected: [], description: 'Totals', editors: [], isWarningOnly: false },
  ];
  const before = JSON.stringify(book.sheet(0).grid.rows());
  for (const line of [
    "sheet.getRange('A1:C3').setValues([[1, 1, 1], [1, 1, 1], [1, 1, 1]])",
    "sheet.getRange('B3').setNote('x')",
    "sheet.getRange('B3').setBackground('#ff0000')",
    "sheet.getRange('A1:C3').clearContent()",
    "sheet.getRange('A1').copyTo(sheet.getRange('B3'))",
    "sheet.getRange('A1:C3').sort(1)",
    'sheet.deleteColumn(2)',
    "sheet.moveColumns(sheet.getRange('B:B'), 1)",
  ])
    await expect(script(book, line, BO)).rejects.toThrow(PROTECTED);
  expect(JSON.stringify(book.sheet(0).grid.rows())).toBe(before);
  const read = `const [one] = sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE);
    return [one.canEdit(), one.getDescription(), one.getRange().getA1Notation(), sheet.getRange('B3').canEdit(),
      sheet.getProtections(SpreadsheetApp.ProtectionType.SHEET).length, book.getProtections(SpreadsheetApp.ProtectionType.RANGE).length];`;
  expect(await script(book, read, BO)).toEqual([false, 'Totals', 'B3', false, 0, 1]);
  expect(
    await script(
      book,
      `sheet.getRange('A1:B2').setValues([[1, 2], [3, 4]]); sheet.insertColumnsAfter(3, 1); return 'free'`,
      BO,
    ),
  ).toBe('free');
  expect(await script(book, `sheet.getRange('B3').setValue('mine'); return sheet.getRange('B3').canEdit()`)).toBe(true);
});

test('typed columns take values and refuse looks', async () => {
  const book = americanBook();
  const range = { startRow: 0, endRow: 9, startColumn: 0, endColumn: 1 };
  book.sheet(0).tables = [{ name: 'T', range, columns: [{ name: 'a', type: 'number' }] }];
  const refused = 'This operation is not allowed on cells in typed columns.';
  for (const call of ["setBackground('#ff0000')", "setNumberFormat('0')", 'clearFormat()', 'clear()'])
    await expect(script(book, `sheet.getRange('A2').${call}`)).rejects.toThrow(refused);
  await script(book, "sheet.getRange('A2').setValue(1).setNote('n').clearContent()");
});

test('metadata of a column is found where the column has gone', async () => {
  const lines = `
    const { DOCUMENT, PROJECT } = SpreadsheetApp.DeveloperMetadataVisibility;
    sheet.getRange('B:B').addDeveloperMetadata('ours', 'one', DOCUMENT);
    sheet.addDeveloperMetadata('ours', 'two');
    book.addDeveloperMetadata('theirs', PROJECT);
    sheet.insertColumnsBefore(1, 2);
    const find = (finder) => finder.find().map((one) => [one.getKey(), one.getValue(), one.getLocation().getLocationType().toString()]);
    const [column] = sheet.createDeveloperMetadataFinder().withLocationType(SpreadsheetApp.DeveloperMetadataLocationType.COLUMN).find();
    const found = [
      find(book.createDeveloperMetadataFinder()),
      find(sheet.createDeveloperMetadataFinder().withKey('ours').withVisibility(DOCUMENT)),
      find(sheet.createDeveloperMetadataFinder().withValue('two')),
      find(sheet.getRange('D:D').createDeveloperMetadataFinder()),
      find(sheet.getRange('A1:B9').createDeveloperMetadataFinder()),
      column.getLocation().getColumn().getA1Notation(),
      sheet.getDeveloperMetadata().length,
      book.getDeveloperMetadata().map((one) => one.getVisibility() === PROJECT),
      sheet.getRange('D:D').getDeveloperMetadata().length,
    ];
    column.setValue('three').remove();
    let gone = ''; try { column.getKey(); } catch (error) { gone = error.name; }
    return [...found, gone];`;
  expect(await script(americanBook(), lines)).toEqual([
    [
      ['ours', 'one', 'COLUMN'],
      ['ours', 'two', 'SHEET'],
      ['theirs', null, 'SPREADSHEET'],
    ],
    [
      ['ours', 'one', 'COLUMN'],
      ['ours', 'two', 'SHEET'],
    ],
    [['ours', 'two', 'SHEET']],
    [['ours', 'one', 'COLUMN']],
    [],
    'D:D',
    1,
    [true],
    1,
    'Exception',
  ]);
  for (const range of ['A1', 'A1:A1000', 'A:B'])
    await expect(script(americanBook(), `sheet.getRange('${range}').addDeveloperMetadata('k')`)).rejects.toThrow(
      'Adding developer metadata to arbitrary ranges is not currently supported.',
    );
});

test('rules for colours are added beside those of others, which stay as they are', async () => {
  const book = americanBook();
  const theirs = {
    ranges: [{ startRow: 0, endRow: 2, startColumn: 0, endColumn: 1 }],
    condition: { type: 'other', name: 'GRADIENT', values: ['#fff', '#000'] },
    format: {},
  } as const;
  book.sheet(0).conditionalRules = [theirs];
  const lines = `
    const ours = SpreadsheetApp.newConditionalFormatRule().whenFormulaSatisfied('=$A1="A"').setBackground('#FF0000')
      .setFontColor('#000').setBold(true).setRanges([sheet.getRange('B1:B9')]).build();
    sheet.setConditionalFormatRules([...sheet.getConditionalFormatRules(), ours]);
    return sheet.getConditionalFormatRules().map((rule) => {
      const condition = rule.getBooleanCondition();
      return condition && [condition.getCriteriaType() === SpreadsheetApp.BooleanCriteria.CUSTOM_FORMULA, condition.getCriteriaValues(),
        condition.getBackground(), condition.getFontColor(), rule.getRanges().map((range) => range.getA1Notation())];
    });`;
  expect(await script(book, lines)).toEqual([null, [true, ['=$A1="A"'], '#ff0000', '#000000', ['B1:B9']]]);
  expect(book.sheet(0).conditionalRules[0]).toEqual(theirs);
  const elsewhere = "SpreadsheetApp.newConditionalFormatRule().whenFormulaSatisfied('=Other!A1')";
  await expect(script(book, elsewhere)).rejects.toThrow('cannot reference a different sheet');
  await expect(script(book, 'SpreadsheetApp.newConditionalFormatRule().build()')).rejects.toThrow(
    'must have a condition',
  );
});

test('a chart is inserted, found, changed and removed', async () => {
  const book = americanBook();
  const lines = `
    sheet.insertChart(sheet.newChart().setChartType(Charts.ChartType.COLUMN).addRange(sheet.getRange('A1:B4')).setNumHeaders(1)
      .setPosition(2, 4, 10, 0).setOption('title', 'Tiers').setOption('legend', { position: 'none' }).build());
    const [chart] = sheet.getCharts();
    sheet.updateChart(chart.modify().asPieChart().setTitle('Shares').build());
    const [changed] = sheet.getCharts();
    return [chart.getChartId() === changed.getChartId(), changed.getOptions().get('title'), changed.getRanges()[0].getA1Notation(),
      changed.getContainerInfo().getAnchorColumn(), sheet.getCharts().length];`;
  expect(await script(book, lines)).toEqual([true, 'Shares', 'A1:B4', 4, 1]);
  expect(book.sheet(0).charts).toMatchObject([
    {
      type: 'PIE',
      title: 'Shares',
      headers: 1,
      position: { row: 1, column: 3, offsetX: 10 },
      options: { legend: { position: 'none' } },
    },
  ]);
  await script(book, 'sheet.removeChart(sheet.getCharts()[0])');
  expect(book.sheet(0).charts).toEqual([]);
});

test('sheets, rows and columns do what a good add-on needs of them', async () => {
  const lines = `
    const front = book.getActiveSheet().getName();
    const other = book.insertSheet('Memory', book.getNumSheets());
    const moved = book.getActiveSheet().getName();
    other.hideSheet();
    book.setActiveSheet(sheet);
    sheet.setFrozenRows(1);
    sheet.appendRow(['Name', 'Sales']);
    sheet.appendRow(['Acme', 5]);
    sheet.setColumnWidth(1, 250).setColumnWidths(2, 2, 80);
    sheet.hideColumns(3);
    sheet.hideRows(2, 2);
    sheet.getRange('A2').activate();
    return [front, moved, book.getActiveSheet().getName(), other.isSheetHidden(), other.getIndex(), sheet.getFrozenRows(),
      sheet.getDataRange().getA1Notation(), sheet.getLastRow(), sheet.getColumnWidth(1), sheet.getColumnWidth(3), sheet.getColumnWidth(4),
      sheet.isColumnHiddenByUser(3), sheet.isRowHiddenByUser(3), sheet.isRowHiddenByUser(4), sheet.getActiveRange().getA1Notation(),
      book.getSheetById(other.getSheetId()).getName(), book.getSheetById(12345), book.getSheetByName('none'),
      SpreadsheetApp.getSelection().getActiveRange().getA1Notation(), book.getSpreadsheetTimeZone(), book.getSpreadsheetLocale()];`;
  expect(await script(americanBook(), lines)).toEqual([
    'Sheet1',
    'Memory',
    'Sheet1',
    true,
    2,
    1,
    'A1:B2',
    2,
    250,
    80,
    100,
    true,
    true,
    false,
    'A2',
    'Memory',
    null,
    null,
    'A2',
    'America/New_York',
    'en_US',
  ]);
});

test('a filter hides the rows that show what is to be hidden', async () => {
  const book = americanBook();
  enterValues(book, block(4, 1), [['Tier'], ['A'], ['B'], ['A']]);
  book.sheet(0).filter = {
    range: { startRow: 0, endRow: 4, startColumn: 0, endColumn: 1 },
    hidden: [{ column: 0, values: ['A'] }],
  };
  const lines = `return [[1, 2, 3, 4, 5].map((row) => sheet.isRowHiddenByFilter(row)), sheet.getFilter().getRange().getA1Notation()]`;
  expect(await script(book, lines)).toEqual([[false, true, false, true, false], 'A1:A4']);
});

test('notes, looks and merges are told and changed', async () => {
  const lines = `
    const range = sheet.getRange('A1:B1');
    range.setNotes([['a', null]]).setBackgrounds([['#FF0000', null]]).setFontWeight('bold').setHorizontalAlignment('center')
      .setNumberFormats([['0.00', '@']]).setWrapStrategy(SpreadsheetApp.WrapStrategy.WRAP).setVerticalAlignment('top');
    sheet.getRange('A2:B2').merge();
    return [range.getNotes(), range.getBackgrounds(), range.getFontWeights(), range.getNumberFormats(), range.getHorizontalAlignments(),
      range.getWrapStrategy() === SpreadsheetApp.WrapStrategy.WRAP, range.getVerticalAlignment(),
      sheet.getRange('A1:Z9').getMergedRanges().map((one) => one.getA1Notation()), sheet.getRange('C1').getBackground(), sheet.getRange('C1').getNumberFormat()];`;
  expect(await script(americanBook(), lines)).toEqual([
    [['a', '']],
    [['#ff0000', '#ffffff']],
    [['bold', 'bold']],
    [['0.00', '@']],
    [['center', 'center']],
    true,
    'top',
    ['A2:B2'],
    '#ffffff',
    'General',
  ]);
});

test('a rule for what may be entered goes from one range to another', async () => {
  const book = americanBook();
  setValidations(book, block(1, 2), [[{ list: ['a', 'b'] }, null]]);
  const lines = `
    const rules = sheet.getRange('A1:B1').getDataValidations();
    sheet.getRange('A2:B2').setDataValidations(rules);
    sheet.getRange('A1').setDataValidation(null);
    return [rules[0].map((rule) => rule === null), sheet.getRange('A1').getDataValidation(), sheet.getRange('A:B').getDeveloperMetadata()];`;
  expect(await script(book, lines)).toEqual([[false, true], null, []]);
  expect(book.sheet(0).grid.read('validations', block(2, 2))).toEqual([
    [null, null],
    [{ list: ['a', 'b'] }, null],
  ]);
});

test('objects of the outside never reach a script: answers are made anew, and errors too', () => {
  const foreign = { list: [{ dateMs: 5 }], deep: { of: [1, 'x', null] } };
  const ask = guestHost({
    values: () => foreign,
    rename: () => {
      throw Object.assign(new TypeError('no'), { code: 1, cause: foreign });
    },
  } as never);
  const answer = (ask.values as unknown as () => typeof foreign)();
  expect(answer).toEqual({ list: [new Date(5)], deep: { of: [1, 'x', null] } });
  expect(answer.list).not.toBe(foreign.list);
  expect(answer.deep.of).not.toBe(foreign.deep.of);
  try {
    ask.rename('x');
    expect.unreachable();
  } catch (error) {
    expect(error).toMatchObject({ name: 'Exception', message: 'no' });
    expect(Object.keys(error as object)).toEqual(['name']);
    expect((error as Error).cause).toBeUndefined();
  }
});
