import { expect, test } from 'vitest';
import { calendarDate } from '../../../core/calendar-date.ts';
import type { ColumnReading } from '../../../core/table/reading.ts';
import { LANGUAGES } from '../../../core/text/language.ts';
import {
  noPurchaseColumnText,
  type PurchaseRejection,
  purchaseRejectionText,
  purchaseSummary,
} from '../../../core/text/purchase-text.ts';

const COLUMNS: readonly ColumnReading[] = ['Customer', '下单时间', 'Amount'].map((heading, index) => ({
  index,
  letter: 'ABC'.charAt(index),
  heading,
  field: null,
  match: 'none',
  type: null,
  currency: null,
}));

const REASONS: readonly (readonly [reason: PurchaseRejection, named: readonly string[]])[] = [
  [{ code: 'nameless' }, []],
  [{ code: 'too-long' }, ['300']],
  [{ code: 'long-order' }, ['300']],
  [{ code: 'several-match', candidates: ['8', '9'] }, ['8', '9']],
  [{ code: 'unknown-customer', customer: 'ACME' }, ['ACME']],
  [{ code: 'no-date', column: 1 }, ['下单时间']],
  [{ code: 'bad-date', text: 'soon', column: 1 }, ['soon', '下单时间']],
  [{ code: 'date-two-ways', text: '3/4/26', column: 1 }, ['3/4/26', '--date-order']],
  [{ code: 'future-date', date: calendarDate(2027, 1, 2) ?? expect.fail(), column: 1 }, ['2027', '下单时间']],
  [{ code: 'no-amount', column: 2 }, ['Amount']],
  [{ code: 'bad-amount', text: 'much', column: 2 }, ['much', 'Amount']],
  [{ code: 'amount-two-ways', text: '1.234', column: 2 }, ['1.234', '--decimal']],
  [{ code: 'other-currency', currency: 'USD', column: 2 }, ['USD', 'Amount']],
];

test.each(REASONS)('%j is told in every language, with what stands there and where', (reason, named) => {
  const sentences = LANGUAGES.map((language) => purchaseRejectionText(reason, COLUMNS, language));
  expect(new Set(sentences).size).toBe(LANGUAGES.length);
  for (const sentence of sentences) for (const name of named) expect(sentence).toContain(name);
});

test('a missing column is named as people and as the command line call it', () => {
  for (const language of LANGUAGES) {
    expect(noPurchaseColumnText('purchaseDate', language)).toContain('--column C=purchaseDate');
  }
  expect(noPurchaseColumnText('purchaseDate', 'zh-TW')).toContain('「訂單日期」');
});

test('cancelled orders are told only where there are some', () => {
  const counts = { new: 1, known: 2, rejected: 3, cancelled: 0 };
  expect(purchaseSummary(counts, false, 'zh-TW')).toBe('購買紀錄匯入完成：新增 1 筆，已有 2 筆，未收錄 3 列。');
  expect(purchaseSummary({ ...counts, cancelled: 2 }, true, 'en')).toBe(
    'Nothing written yet. This import would bring: 1 new, 2 already there, 3 rejected. 2 cancelled orders were left out.',
  );
});
