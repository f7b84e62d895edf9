import ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import { readUpload } from '../../bot/read-upload.ts';
import { importUpload, previewUpload, tableSource } from '../../bot/table-upload.ts';
import type { TableFileOptions } from '../../bot/use-cases/read-source.ts';
import { type CalendarDate, calendarDate } from '../../core/calendar-date.ts';
import type { ReadCustomersOptions } from '../../core/grading/read-customers.ts';
import { accountValue } from '../../core/schemes/account-value.ts';
import { customerTableCsv } from '../support/customer-table-csv.ts';
import { describeOnBothDatabases } from '../support/databases.ts';
import { contentsOf, newContext } from '../support/workspace.ts';

const asOf = calendarDate(2026, 3, 5) as CalendarDate;
const OPTIONS: TableFileOptions = { asOf, language: 'en', hints: {}, removeSamples: false };
const READ_OPTIONS: ReadCustomersOptions = { asOf, schemes: { customer: accountValue }, hints: {} };
const ROOMY = { timeMs: 120_000, heapMegabytes: 512 };

const upload = (name: string, content: string) => ({ name, bytes: Buffer.from(content) });
const LONG = upload('long.csv', customerTableCsv(5000, 7));

function workbook(rows: readonly (readonly unknown[])[]): Promise<Buffer> {
  return workbookOf({ 'Book of business': rows });
}

async function workbookOf(sheets: Readonly<Record<string, readonly (readonly unknown[])[]>>): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  for (const [title, rows] of Object.entries(sheets)) book.addWorksheet(title).addRows(rows.map((row) => [...row]));
  return Buffer.from(await book.xlsx.writeBuffer());
}

test('a long file, read in a thread of its own, reads like a short one', async () => {
  expect(LONG.bytes.length).toBeGreaterThan(256 * 1024);
  expect(await tableSource(LONG, ROOMY).read(READ_OPTIONS)).toEqual(await readUpload(LONG, READ_OPTIONS));
});

test('a workbook is read in the thread, and names its sheet', async () => {
  const bytes = await workbook([
    ['Customer', 'Sales', 'Last contact'],
    ['Ames', 12, new Date(Date.UTC(2026, 1, 3))],
  ]);
  const { sheet, reading } = await tableSource({ name: 'book.xlsx', bytes }, ROOMY).read(READ_OPTIONS);
  expect(sheet).toBe('Book of business');
  expect(reading.records[0]?.facts.values).toEqual({ name: 'Ames', salesAmount: 12, lastContact: '2026-02-03' });
});

test.each([
  ['more memory', 'too-heavy', { ...ROOMY, heapMegabytes: 8 }],
  ['more time', 'too-heavy', { ...ROOMY, timeMs: 0 }],
])('a file that needs %s than it may have is refused, and the process lives on', async (_what, code, limits) => {
  const read = tableSource(LONG, limits).read(READ_OPTIONS);
  await expect(read).rejects.toMatchObject({ problem: { code, file: 'long.csv' } });
});

test('a file on which the reader itself fails is refused with a sentence', async () => {
  const broken = { ...READ_OPTIONS, asOf: 'never' as CalendarDate, hints: { columns: [null] } };
  const read = tableSource(LONG, ROOMY).read(broken as unknown as ReadCustomersOptions);
  await expect(read).rejects.toMatchObject({ problem: { code: 'reading-failed', file: 'long.csv' } });
});

describeOnBothDatabases('an uploaded file', (open) => {
  test('of 5,000 rows is foretold and imported alike', async () => {
    const context = await newContext(await open());
    const preview = await previewUpload(context, LONG, OPTIONS);
    expect(preview).toMatchObject({ fileName: 'long.csv', sheet: null, stopped: null });
    expect(preview.changes?.counts).toEqual({ new: 5000, changed: 0, unchanged: 0, rejected: 0 });
    const { changes } = await importUpload(context, LONG, OPTIONS);
    expect(changes.counts).toEqual(preview.changes?.counts);
    expect(changes.tiers).toEqual(preview.changes?.tiers);
    const again = await previewUpload(context, LONG, OPTIONS);
    expect(again.changes?.counts).toEqual({ new: 0, changed: 0, unchanged: 5000, rejected: 0 });
    expect(again.changes?.tiers).toEqual(changes.tiers);
  });

  test('of several sheets says which were left out', async () => {
    const context = await newContext(await open());
    const table = [
      ['Customer', 'Sales'],
      ['Ames', 12],
    ];
    const told = async (sheets: Parameters<typeof workbookOf>[0]) => {
      const bytes = await workbookOf(sheets);
      return previewUpload(context, { name: 'book.xlsx', bytes }, OPTIONS);
    };
    const north = await told({ Cover: [['Sales of 2026']], North: table, South: table });
    expect(north.remarks[0]).toEqual({
      severity: 'problem',
      text: 'Only the sheet “North” was read. Left out, though there are tables too: “South”. To read one of them, make it the first sheet.',
    });
    const alone = await told({ Cover: [['Sales of 2026']], North: table });
    expect(alone.remarks[0]).toEqual({ severity: 'note', text: 'The sheet “North” was read. Left out: “Cover”.' });
    const none = await told({ Cover: [['Sales of 2026']], Notes: [['Call them']] });
    expect(none.stopped).toMatch(/\nThe sheet “Cover” was read\. Left out: “Notes”\.$/);
    expect((await told({ North: table })).remarks.map(({ text }) => text).join()).not.toContain('Left out');
  });

  test.each([
    ['empty', upload('no.csv', ''), /^no\.csv is empty/],
    ['of another type', upload('no.csv', '%PDF-1.7 and so on'), /^no\.csv is a PDF file, not a table/],
    ['a damaged workbook', { name: 'no.xlsx', bytes: Buffer.from('PK\u0003\u0004 but no more') }, /^no\.xlsx is a/],
    ['without headings', upload('no.csv', 'nothing,to\nsee,here\n'), /^No row of headings was found/],
  ])('that is %s is told as such and not imported', async (_what, file, sentence) => {
    const context = await newContext(await open());
    const preview = await previewUpload(context, file, OPTIONS);
    expect(preview.stopped).toMatch(sentence);
    expect(preview.changes).toBeNull();
    await expect(importUpload(context, file, OPTIONS)).rejects.toThrow(sentence);
    expect((await contentsOf(context, ['customer']))['customer']).toEqual([]);
  });
});
