import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import ExcelJS from 'exceljs';
import { afterAll, describe, expect, test } from 'vitest';
import { readTableFile } from '../../../bot/table-files/read-table-file.ts';
import { readWorkbook } from '../../../bot/table-files/read-workbook.ts';
import { TableFileError } from '../../../bot/table-files/table-file-error.ts';
import { packedBytes, zipEntries } from '../../../bot/table-files/zip-entries.ts';
import { LANGUAGES } from '../../../core/text/language.ts';
import { tableFileProblemText } from '../../../core/text/table-file-text.ts';

const folder = mkdtempSync(join(tmpdir(), 'tierbook-files-'));
afterAll(() => rmSync(folder, { recursive: true }));

const LINES = ['客户名称,销售额,地区', '华为技术有限公司,"1,200",深圳', '阿里巴巴,300,杭州'];
const GRID = [
  ['客户名称', '销售额', '地区'],
  ['华为技术有限公司', '1,200', '深圳'],
  ['阿里巴巴', '300', '杭州'],
];

describe('text files', () => {
  test('from a path, from bytes and from a stream', async () => {
    const path = join(folder, 'a.csv');
    writeFileSync(path, LINES.join('\n'));
    expect((await readTableFile(path, 'a.csv')).grid).toEqual(GRID);
    expect((await readTableFile(Buffer.from(LINES.join('\r\n')), 'a.csv')).grid).toEqual(GRID);
    const stream = Readable.from([
      Buffer.from(LINES.join('\r')).subarray(0, 7),
      Buffer.from(LINES.join('\r')).subarray(7),
    ]);
    expect((await readTableFile(stream, '-')).grid).toEqual(GRID);
  });

  // Bytes of 客户名称,销售额,地区 / 华为技术有限公司,"1,200",深圳 / 阿里巴巴,300,杭州 in GBK, and the traditional line in Big5.
  const gbk = Buffer.from(
    'bfcdbba7c3fbb3c62ccffacadbb6ee2cb5d8c7f80abbaaceaabcbccaf5d3d0cfdeb9abcbbe2c22312c323030222cc9eedbda0ab0a2c0efb0cdb0cd2c3330302cbabcd6dd',
    'hex',
  );
  const big5 = Buffer.from('abc8a4e1a657bad92cbe50b0e2c3422ca661b0cf0aa578bf6eb9712c3130302cb773a6cb', 'hex');
  test.each<[string, Buffer, string]>([
    ['UTF-8', Buffer.from(LINES.join('\n')), 'utf-8'],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${LINES.join('\n')}`), 'utf-8'],
    ['UTF-16 LE with a mark', Buffer.from(`\ufeff${LINES.join('\n')}`, 'utf16le'), 'utf-16le'],
    ['UTF-16 LE', Buffer.from(LINES.join('\n'), 'utf16le'), 'utf-16le'],
    ['UTF-16 BE with a mark', Buffer.from(`\ufeff${LINES.join('\n')}`, 'utf16le').swap16(), 'utf-16be'],
    ['UTF-16 BE', Buffer.from(LINES.join('\n'), 'utf16le').swap16(), 'utf-16be'],
    ['GBK', gbk, 'gb18030'],
  ])('%s', async (_, bytes, encoding) => {
    const file = await readTableFile(bytes, 'a.csv');
    expect(file).toMatchObject({ grid: GRID, encoding, delimiter: ',' });
  });

  test('UTF-16 is told by its zeros although 一 has one on the other side', async () => {
    const file = await readTableFile(Buffer.from('客户名称,销售额\n上海一,12\n', 'utf16le'), 'a.csv');
    expect(file).toMatchObject({
      encoding: 'utf-16le',
      grid: [
        ['客户名称', '销售额'],
        ['上海一', '12'],
      ],
    });
  });

  test('a stray zero byte in a short text does not make it UTF-16', async () => {
    const file = await readTableFile(Buffer.from('Customer,Sales\nA\u0000mes,100\n'), 'a.csv');
    expect(file).toMatchObject({ encoding: 'utf-8' });
  });

  test('a stray zero byte does not make a file something else', async () => {
    const file = await readTableFile(Buffer.from(`${LINES.join('\n')}\n\u0000甲,${'5'.repeat(60)},乙`), 'a.csv');
    expect(file).toMatchObject({ encoding: 'utf-8' });
    expect(file.grid.slice(0, 3)).toEqual(GRID);
  });

  test('Big5', async () => {
    const file = await readTableFile(big5, 'a.csv');
    expect(file).toMatchObject({
      encoding: 'big5',
      grid: [
        ['客戶名稱', '銷售額', '地區'],
        ['台積電', '100', '新竹'],
      ],
    });
  });

  test('a German file in Windows-1252 with semicolons and decimal commas', async () => {
    const file = await readTableFile(
      Buffer.from('Kunde;Umsatz;Ort\nMüller & Söhne;1,5;Köln\nGrün;2,5;Düren\nWeiß;3,5;Fürth', 'latin1'),
      'a.csv',
    );
    expect(file).toMatchObject({ encoding: 'windows-1252', delimiter: ';' });
    expect(file.grid[1]).toEqual(['Müller & Söhne', '1,5', 'Köln']);
  });

  test.each<[string, string, string[][]]>([
    [
      'tabs',
      'Customer\tSales\nA\t1,200',
      [
        ['Customer', 'Sales'],
        ['A', '1,200'],
      ],
    ],
    [
      'bars',
      'Customer|Sales\nA|5',
      [
        ['Customer', 'Sales'],
        ['A', '5'],
      ],
    ],
    [
      'a line that names the separator',
      'sep=;\nCustomer;Sales, net\nA;5',
      [
        ['Customer', 'Sales, net'],
        ['A', '5'],
      ],
    ],
    ['a single column', 'Customer\nA\nB', [['Customer'], ['A'], ['B']]],
    [
      'blank lines, kept so that rows count as in the file',
      'Customer,Sales\n\nA,5',
      [['Customer', 'Sales'], [''], ['A', '5']],
    ],
    [
      'a line break inside quotes',
      'Customer,Notes\nA,"one\ntwo"',
      [
        ['Customer', 'Notes'],
        ['A', 'one\ntwo'],
      ],
    ],
    [
      'a quote inside a word',
      'Customer,Size\nA,5" pipe\nB,6',
      [
        ['Customer', 'Size'],
        ['A', '5" pipe'],
        ['B', '6'],
      ],
    ],
    [
      'a quote that is never closed',
      'Customer,Sales\n"A,5\nB,6\nC,7',
      [
        ['Customer', 'Sales'],
        ['"A', '5'],
        ['B', '6'],
        ['C', '7'],
      ],
    ],
    [
      'a stray quote that another one closes',
      'Customer,Sales,Region\n"A,5,x\nB,6,y\nC,7,y\nD",8,z\n"E",9,z',
      [
        ['Customer', 'Sales', 'Region'],
        ['"A', '5', 'x'],
        ['B', '6', 'y'],
        ['C', '7', 'y'],
        ['D"', '8', 'z'],
        ['E', '9', 'z'],
      ],
    ],
  ])('%s', async (_, text, grid) => {
    expect((await readTableFile(Buffer.from(text), 'a.csv')).grid).toEqual(grid);
  });
});

describe('workbooks', () => {
  test('cells of every kind, under any name', async () => {
    const bytes = await workbook((book) => {
      const sheet = book.addWorksheet('客户');
      sheet.addRow(['Customer', 'Sales', 'Since', 'Rate', 'Text', 'Link', 'Error', 'Sum', 'Yes', 'Never calculated']);
      const row = sheet.addRow(['Acme', 12.5, new Date(Date.UTC(2026, 2, 5)), 0.85]);
      row.getCell(4).numFmt = '0%';
      row.getCell(5).value = { richText: [{ text: 'bold ' }, { text: 'plain' }] };
      row.getCell(6).value = { text: 'site', hyperlink: 'https://example.com' };
      row.getCell(7).value = { error: '#N/A' };
      row.getCell(8).value = { formula: 'B2*2', result: 25 };
      row.getCell(9).value = true;
      row.getCell(10).value = { formula: 'B2*3' };
      sheet.addRow([]);
      sheet.addRow(['Beta']);
    });
    const file = await readTableFile(bytes, 'renamed.csv');
    expect(file).toMatchObject({ format: 'xlsx', sheet: '客户', sheets: ['客户'], encoding: null });
    expect(file.grid.slice(1)).toEqual([
      ['Acme', 12.5, { date: '2026-03-05' }, 0.85, 'bold plain', 'site', '#N/A', 25, true, '=B2*3'],
      [],
      ['Beta'],
    ]);
  });

  test('text under the name of a workbook is read as text', async () => {
    expect(await readTableFile(Buffer.from(LINES.join('\n')), 'a.xlsx')).toMatchObject({
      grid: GRID,
      format: 'delimited',
    });
  });

  test('the first visible sheet with headings that we know is read', async () => {
    const bytes = await workbook((book) => {
      book.addWorksheet('Hidden', { state: 'hidden' }).addRows([['Customer'], ['X']]);
      book.addWorksheet('Cover').addRows([['Report 2025'], ['made by us']]);
      book.addWorksheet('Data').addRows([
        ['Customer', 'Sales'],
        ['A', 1],
      ]);
    });
    expect(await readTableFile(bytes, 'a.xlsx')).toMatchObject({ sheet: 'Data', sheets: ['Cover', 'Data'] });
  });

  test('merged cells: words are repeated downwards, numbers and headings are not repeated', async () => {
    const bytes = await workbook((book) => {
      const sheet = book.addWorksheet('S');
      sheet.addRows([
        ['Group', '', 'Customer', 'Sales'],
        ['East', '', 'A', 10],
        ['', '', 'B', ''],
        ['West', '', 'C', 5],
      ]);
      sheet.mergeCells('A1:B1');
      sheet.mergeCells('A2:A3');
      sheet.mergeCells('D2:D3');
    });
    expect((await readTableFile(bytes, 'a.xlsx')).grid).toEqual([
      ['Group', null, 'Customer', 'Sales'],
      ['East', null, 'A', 10],
      ['East', null, 'B'],
      ['West', null, 'C', 5],
    ]);
  });

  test('number formats of two currencies in one column stay apart; of one they are plain numbers', async () => {
    const bytes = await workbook((book) => {
      const sheet = book.addWorksheet('S');
      sheet.addRows([
        ['Customer', 'Sales', 'Profit'],
        ['A', 10, 1],
        ['B', 1.234, 2],
      ]);
      sheet.getCell('B2').numFmt = '[$€-407] #,##0.00';
      sheet.getCell('B3').numFmt = '"$"#,##0.00';
      sheet.getCell('C2').numFmt = '"¥"#,##0';
    });
    expect((await readTableFile(bytes, 'a.xlsx')).grid.slice(1)).toEqual([
      ['A', '€ 10.0000', 1],
      ['B', '$ 1.2340', 2],
    ]);
  });

  test('the other sheets that are not empty are named, those with tables apart; one of them is read by its name', async () => {
    const bytes = await workbook((book) => {
      book.addWorksheet('Cover').addRows([['Report 2025'], ['made by us']]);
      for (const [title, name] of [
        ['2025', 'A'],
        ['２０２６ North', 'B'],
      ] as const)
        book.addWorksheet(title).addRows([
          ['Customer', 'Sales'],
          [name, 1],
        ]);
      book.addWorksheet('Empty');
      book.addWorksheet('Old', { state: 'hidden' }).addRows([
        ['Customer', 'Sales'],
        ['C', 1],
      ]);
    });
    const others = { otherTables: ['２０２６ North'], otherSheets: ['Cover'] };
    expect(await readTableFile(bytes, 'a.xlsx')).toMatchObject({ sheet: '2025', ...others });
    expect((await readTableFile(bytes, 'a.xlsx', '2026 north')).grid[1]).toEqual(['B', 1]);
    await expectProblem(readTableFile(bytes, 'a.xlsx', 'Old'), 'no-such-sheet');
    await expectProblem(readTableFile(Buffer.from(LINES.join('\n')), 'a.csv', '2025'), 'text-has-no-sheets');
  });

  test('a hidden sheet of a workbook too large to hold at once is left out', async () => {
    const rows = [['Customer', 'Sales'], ...Array.from({ length: 400 }, (_, row) => [`Customer ${row}`, row])];
    const bytes = await workbook((book) => {
      book.addWorksheet('Old', { state: 'hidden' }).addRows(rows);
      book.addWorksheet('Data').addRows(rows);
    });
    expect(await readWorkbook(bytes, 'big.xlsx', { mostBytesAtOnce: 1000 })).toMatchObject({
      sheet: 'Data',
      sheets: ['Data'],
      otherTables: [],
    });
  });

  test.each([
    ['names', ['xl/_rels/workbook.xml.rels', 'xl/sharedStrings.xml', 'xl/styles.xml', 'xl/worksheets/', '']],
    ['dates', ['xl/workbook.xml', 'xl/_rels/workbook.xml.rels', 'xl/sharedStrings.xml', 'xl/worksheets/', '']],
    ['texts', ['xl/worksheets/', '']],
  ])('a workbook too large to hold at once may have its sheets before their %s', async (_, order) => {
    const day = new Date(Date.UTC(2026, 0, 5));
    const rows = Array.from({ length: 400 }, (_row, row) => [`Customer ${row}`, day]);
    const bytes = await workbook((book) => {
      book.addWorksheet('North').addRows([['Customer', 'Last order'], ...rows]);
      book.addWorksheet('South').addRows([['Customer', 'Last order'], ...rows.slice(0, 90)]);
    });
    const read = await readWorkbook(inOrder(bytes, order), 'big.xlsx', { mostBytesAtOnce: 1000 });
    expect(read).toMatchObject({ sheet: 'North', sheets: ['North', 'South'], otherTables: ['South'] });
    expect(read.grid).toHaveLength(401);
    expect(read.grid[400]).toEqual(['Customer 399', { date: '2026-01-05' }]);
  });

  test('a workbook too large to hold at once is read row by row, to the same cells', async () => {
    const bytes = await workbook((book) => {
      const sheet = book.addWorksheet('Big');
      sheet.addRow(['Customer', 'Sales', 'Last order', 'Region']);
      for (let row = 0; row < 400; row++)
        sheet.addRow([
          `Customer ${row}`,
          row * 1.5,
          new Date(Date.UTC(2026, 0, 1 + (row % 300))),
          null,
          '',
          `Notes of some length for row ${row}`,
        ]);
    });
    const file = await readWorkbook(bytes, 'big.xlsx', { mostBytesAtOnce: 1000 });
    expect(file.sheet).toBe('Big');
    expect(file.grid).toHaveLength(401);
    expect(file).toEqual(await readWorkbook(bytes, 'big.xlsx'));
    expect(file.grid[2]).toEqual([
      'Customer 1',
      1.5,
      { date: '2026-01-02' },
      null,
      null,
      'Notes of some length for row 1',
    ]);
  });
});

describe('files that are no table', () => {
  test.each<[string, () => Buffer, string]>([
    ['nothing', () => Buffer.alloc(0), 'empty-file'],
    ['only white space', () => Buffer.from(' \n\n '), 'empty-file'],
    ['old Excel', () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]), 'old-excel'],
    [
      'a protected workbook',
      () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
      'protected',
    ],
    ['PDF', () => Buffer.from('%PDF-1.7\n…'), 'other-format'],
    ['PNG', () => Buffer.from('89504e470d0a1a0a', 'hex'), 'other-format'],
    ['a web page', () => Buffer.from('<!DOCTYPE html><table>'), 'other-format'],
    ['Numbers', () => zip([['Index/Document.iwa', 'x']]), 'other-format'],
    [
      'OpenDocument',
      () =>
        zip([
          ['mimetype', 'x'],
          ['content.xml', 'x'],
        ]),
      'other-format',
    ],
    ['Word', () => zip([['word/document.xml', 'x']]), 'other-format'],
    ['an archive cut off', () => zip([['xl/workbook.xml', 'x']]).subarray(0, 40), 'damaged-workbook'],
    ['a workbook of rubbish', () => zip([['xl/workbook.xml', 'rubbish']]), 'damaged-workbook'],
    [
      'a bomb that says so',
      () => archive([['xl/workbook.xml', Buffer.from('x'), 400 * 1024 * 1024]]),
      'too-many-cells',
    ],
    ['a bomb that lies', () => archive([['xl/workbook.xml', Buffer.alloc(5_000_000), 10]]), 'damaged-workbook'],
    [
      'random bytes',
      () => Buffer.from(Array.from({ length: 5000 }, (_, index) => (index * index * 31 + index * 7) % 256)),
      'binary',
    ],
    ['control characters', () => Buffer.from('\u0001\u0002\u0003\u0004,\u0005'), 'binary'],
    ['quotes that leave uneven columns', () => Buffer.from('a,b,c\n"x,1\ny,2,3,4\nz'), 'open-quote'],
    ['more than 50 MB', () => Buffer.alloc(50 * 1024 * 1024 + 1, 'a,b\n'), 'too-large'],
  ])('%s', async (_, bytes, code) => {
    await expectProblem(readTableFile(bytes(), 'table.csv'), code);
  });

  test('a path that leads nowhere, to a folder, or to a file of 200 MB', async () => {
    await expectProblem(readTableFile(join(folder, 'none.csv'), 'none.csv'), 'not-found');
    await expectProblem(readTableFile(folder, 'folder'), 'not-readable');
    const huge = join(folder, 'huge.csv');
    writeFileSync(huge, '');
    truncateSync(huge, 200 * 1024 * 1024);
    await expectProblem(readTableFile(huge, 'huge.csv'), 'too-large');
  });

  test('a stream of more than 50 MB is left before its end', async () => {
    let chunks = 0;
    const endless = Readable.from(
      (function* () {
        for (;;) {
          chunks++;
          yield Buffer.alloc(1024 * 1024, 'a,b\n');
        }
      })(),
    );
    await expectProblem(readTableFile(endless, '-'), 'too-large');
    expect(chunks).toBeLessThan(60);
  });
});

async function workbook(fill: (book: ExcelJS.Workbook) => void): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  fill(book);
  return Buffer.from(await book.xlsx.writeBuffer());
}

async function expectProblem(reading: Promise<unknown>, code: string): Promise<void> {
  const error = await reading.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof TableFileError)) throw new Error(`Expected a TableFileError, got ${String(error)}`);
  expect(error.problem.code).toBe(code);
  for (const language of LANGUAGES)
    expect(tableFileProblemText(error.problem, language)).not.toMatch(/\{\w+\}|undefined|\n/);
}

function zip(entries: readonly (readonly [string, string])[]): Buffer {
  return archive(entries.map(([name, text]) => [name, Buffer.from(text), text.length]));
}

/** The same archive with its entries in the order of the names, or beginnings of names, that are given. */
function inOrder(bytes: Buffer, order: readonly string[]): Buffer {
  const entries = (zipEntries(bytes) ?? []).filter(({ size }) => size > 0);
  const placeOf = (name: string): number => order.findIndex((start) => name.startsWith(start));
  return archive(
    entries
      .toSorted((a, b) => placeOf(a.name) - placeOf(b.name))
      .map((entry) => [entry.name, inflateRawSync(packedBytes(bytes, entry) ?? Buffer.alloc(0)), entry.size]),
  );
}

/** A ZIP archive with the given names, contents and declared sizes. */
function archive(entries: readonly (readonly [string, Buffer, number])[]): Buffer {
  const parts: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [name, content, size] of entries) {
    const packed = deflateRawSync(content);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(size, 22);
    local.writeUInt16LE(name.length, 26);
    const head = Buffer.alloc(46);
    head.writeUInt32LE(0x02014b50, 0);
    head.writeUInt16LE(8, 10);
    head.writeUInt32LE(packed.length, 20);
    head.writeUInt32LE(size, 24);
    head.writeUInt16LE(name.length, 28);
    head.writeUInt32LE(offset, 42);
    parts.push(local, Buffer.from(name), packed);
    central.push(head, Buffer.from(name));
    offset += 30 + name.length + packed.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, directory, end]);
}
