import { expect, test } from 'vitest';
import { protectionAgainst, requireInsertable } from '../../../../bot/local/workbook/protected-cells.ts';
import type { Protection } from '../../../../bot/local/workbook/workbook-parts.ts';
import { ANN, BO } from '../../../support/script-environments.ts';
import { americanBook, block } from '../../../support/sheet-scripts.ts';

const PROTECTION: Protection = {
  id: 1,
  sheetId: 0,
  range: { startRow: 2, endRow: 5, startColumn: 1, endColumn: 3 },
  unprotected: [],
  description: 'Totals',
  editors: [],
  isWarningOnly: false,
};

function isFree(protection: Partial<Protection>, user: string, range = block(3, 3, 4, 2)): boolean {
  const book = americanBook();
  const sheet = book.sheet(0);
  sheet.protections = [{ ...PROTECTION, ...protection }];
  return protectionAgainst(book, user, sheet, range) === undefined;
}

test.each<[string, boolean, Partial<Protection>, string]>([
  ['a range stops whoever is not among its editors', false, {}, BO.email],
  ['the owner may edit everything', true, {}, ANN.email],
  ['an editor of it may edit it', true, { editors: [BO.email] }, BO.email],
  ['a warning stops nobody', true, { isWarningOnly: true }, BO.email],
  ['a protected sheet stops everywhere', false, { range: null }, BO.email],
  ['a protected sheet is open where it says', true, { range: null, unprotected: [block(9, 9)] }, BO.email],
  ['a block half open is not open', false, { range: null, unprotected: [block(5, 9)] }, BO.email],
])('%s', (_, free, protection, user) => {
  expect(isFree(protection, user)).toBe(free);
});

test('cells beside a protected range are free', () => {
  expect(isFree({}, BO.email, block(2, 9))).toBe(true);
  expect(isFree({}, BO.email, block(9, 9, 5))).toBe(true);
  expect(isFree({}, BO.email, block(9, 1, 0, 3))).toBe(true);
});

test('columns go in beside a protected range and not into it, and nowhere on a protected sheet', () => {
  const book = americanBook();
  const sheet = book.sheet(0);
  sheet.protections = [PROTECTION];
  const refused = expect.objectContaining({ code: 'protected', detail: 'Totals' });
  for (const at of [0, 1, 3, 9]) requireInsertable(book, BO.email, sheet, 'column', at);
  expect(() => requireInsertable(book, BO.email, sheet, 'column', 2)).toThrow(refused);
  expect(() => requireInsertable(book, BO.email, sheet, 'row', 3)).toThrow(refused);
  requireInsertable(book, ANN.email, sheet, 'row', 3);
  sheet.protections = [{ ...PROTECTION, range: null }];
  expect(() => requireInsertable(book, BO.email, sheet, 'column', 9)).toThrow(refused);
});
