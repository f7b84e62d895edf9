import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSpreadsheetAddress } from '../../../bot/use-cases/spreadsheet-address.ts';

const ID = '1aZ_b-9QWErtyuiopASDFghjklZXCVbnm0123456789x';
const BASE = `https://docs.google.com/spreadsheets/d/${ID}`;

const sheet = (tabId: number | null) => ({ kind: 'spreadsheet', spreadsheetId: ID, tabId });

describe('the address of a spreadsheet', () => {
  test.each<[text: string, tabId: number | null]>([
    [ID, null],
    [`  ${ID}\n`, null],
    [BASE, null],
    [`${BASE}/`, null],
    [`${BASE}/edit`, null],
    [`${BASE}/edit#gid=0`, 0],
    [`${BASE}/edit?gid=1874362#gid=1874362`, 1874362],
    [`${BASE}/edit?gid=12`, 12],
    [`${BASE}/edit?usp=sharing`, null],
    [`${BASE}/edit?usp=sharing&ouid=1&gid=5`, 5],
    [`${BASE}/edit#gid=7&range=A1:B2`, 7],
    [`${BASE}/htmlview#gid=3`, 3],
    [`${BASE}/view?gid=3`, 3],
    [`${BASE}/export?format=csv&gid=9`, 9],
    [`https://docs.google.com/spreadsheets/u/0/d/${ID}/edit#gid=4`, 4],
    [`https://docs.google.com/spreadsheets/u/12/d/${ID}/htmlview`, null],
    [`https://docs.google.com/a/firma.de/spreadsheets/d/${ID}/edit#gid=4`, 4],
    [`docs.google.com/spreadsheets/d/${ID}/edit#gid=6`, 6],
    [`http://127.0.0.1:3000/spreadsheets/d/${ID}/edit#gid=8`, 8],
    [`https://drive.google.com/open?id=${ID}`, null],
    [`https://docs.google.com/spreadsheet/ccc?key=${ID}`, null],
    [`<${BASE}/edit#gid=2>`, 2],
    [`<${BASE}/edit?gid=2&amp;usp=sharing|Our customers>`, 2],
    [`<${BASE}/edit#gid=2|docs.google.com/spreadsheets/d/${ID}/edit>`, 2],
    [`Here it is: ${BASE}/edit#gid=2, thanks`, 2],
    [`表格在这里：${BASE}/edit#gid=2，谢谢。`, 2],
    [`${BASE}/edit ${BASE}/edit#gid=11`, 11],
    [`${BASE}/edit#gid=abc`, null],
  ])('is read out of %s', (text, tabId) => {
    expect(readSpreadsheetAddress(text)).toEqual(sheet(tabId));
  });

  test.each([
    ['', 'no-address'],
    ['customers', 'no-address'],
    ['our customer table 2026', 'no-address'],
    ['https://example.com/table', 'no-address'],
    ['https://docs.google.com/spreadsheets/d/short/edit', 'no-address'],
    [`https://docs.google.com/spreadsheets/d/e/2PACX-${ID}/pubhtml?gid=0`, 'published'],
    [`https://docs.google.com/spreadsheets/u/1/d/e/2PACX-${ID}/pub?output=csv`, 'published'],
    [`${BASE}/edit?usp=sharing&ouid=1&rtpof=true&sd=true`, 'excel-file'],
    [`https://drive.google.com/file/d/${ID}/view`, 'excel-file'],
    [`https://docs.google.com/forms/d/${ID}/edit`, 'form'],
    [`https://docs.google.com/forms/d/e/1FAIpQL${ID}/viewform`, 'form'],
    [`https://docs.google.com/document/d/${ID}/edit`, 'other-document'],
    [`https://docs.google.com/presentation/d/${ID}/edit`, 'other-document'],
    [`https://drive.google.com/drive/folders/${ID}`, 'other-document'],
    ['https://docs.google.com/spreadsheets/u/0/', 'other-document'],
    [`${BASE}/edit and https://docs.google.com/spreadsheets/d/${ID}2/edit`, 'several'],
  ])('is not %s (%s)', (text, problem) => {
    expect(readSpreadsheetAddress(text)).toEqual({ kind: 'refused', problem });
  });

  test('is found whatever stands around it', () => {
    const around = fc
      .string({ unit: 'grapheme', maxLength: 30 })
      .map((text) => text.replaceAll(/[\p{L}\p{N}./:_-]/gu, ' '));
    const gid = fc.nat(2_147_483_647);
    fc.assert(
      fc.property(around, around, gid, (before, after, tabId) => {
        expect(readSpreadsheetAddress(`${before} ${BASE}/edit#gid=${tabId} ${after}`)).toEqual(sheet(tabId));
      }),
    );
  });
});

test.each([
  'http://127.0.0.1:3000/sheet',
  'http://localhost:4321/sheet?as=U0ANNA',
  'connect http://127.0.0.1:3000/sheet please',
])('the page Sheet of the local workspace is its workbook: %s', (address) => {
  expect(readSpreadsheetAddress(address)).toEqual({
    kind: 'spreadsheet',
    spreadsheetId: 'tierbook-local-workbook',
    tabId: null,
  });
});

test('a page called sheet elsewhere is no spreadsheet', () => {
  expect(readSpreadsheetAddress('https://example.com/sheet')).toEqual({ kind: 'refused', problem: 'no-address' });
});
