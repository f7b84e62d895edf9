import { expect, test } from 'vitest';
import type { MetadataPlace } from '../../../../bot/local/workbook/workbook-parts.ts';
import { americanBook } from '../../../support/sheet-scripts.ts';

const BOOK: MetadataPlace = { on: 'spreadsheet' };
const SHEET: MetadataPlace = { on: 'sheet', sheetId: 0 };
const COLUMN: MetadataPlace = { on: 'column', sheetId: 0, index: 1 };

const named = (key: string, place: MetadataPlace, value: string | null = null) =>
  ({ key, value, visibility: 'document', place }) as const;

test('one place may hold many of one key, each with an id of its own', () => {
  const { metadata } = americanBook();
  const ids = [metadata.add(named('k', SHEET)), metadata.add(named('k', SHEET)), metadata.add(named('k', COLUMN))];
  expect(new Set(ids).size).toBe(3);
  metadata.change(ids[0] ?? 0, { value: 'v', place: BOOK });
  metadata.remove(ids[1] ?? 0);
  expect(metadata.all).toEqual([
    { ...named('k', BOOK, 'v'), id: ids[0] },
    { ...named('k', COLUMN), id: ids[2] },
  ]);
});

test('the spreadsheet and each sheet hold 30,000 characters, rows and columns counting for their sheet', () => {
  const { metadata } = americanBook();
  metadata.add(named('k', SHEET, 'x'.repeat(20_000)));
  const tooLong = expect.objectContaining({ code: 'metadata-too-long' });
  expect(() => metadata.add(named('k', COLUMN, 'x'.repeat(10_000)))).toThrow(tooLong);
  metadata.add(named('k', BOOK, 'x'.repeat(29_999)));
  const last = metadata.add(named('k', COLUMN, 'x'.repeat(9_998)));
  expect(() => metadata.change(last, { key: 'kk' })).toThrow(tooLong);
  expect(metadata.all.find(({ id }) => id === last)?.key).toBe('k');
});

test('an empty key and an id that is not there are refused', () => {
  const { metadata } = americanBook();
  expect(() => metadata.add(named('', SHEET))).toThrow(expect.objectContaining({ code: 'metadata-place' }));
  for (const act of [() => metadata.remove(7), () => metadata.change(7, {})])
    expect(act).toThrow(expect.objectContaining({ code: 'no-such-metadata' }));
});
