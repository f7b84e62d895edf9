import { describe, expect, test } from 'vitest';
import type { CalendarDate } from '../../../core/calendar-date.ts';
import { asText, isShown } from '../../../core/sheets/cell-text.ts';
import { dayReader, dayWriter } from '../../../core/sheets/sheet-days.ts';

describe('text of ours in a cell', () => {
  test.each([
    '=HYPERLINK("x")',
    '+1',
    '-a',
    '@x',
    '\tx',
    '1',
    '1.5',
    '007',
    '1/2',
    '2026-03-05',
    '50%',
    'true',
    '€ 5',
    "'x",
  ])('%j stays text', (text) => {
    const written = asText(text);
    expect(written).toBe(`'${text}`);
    expect(isShown(text, written, () => null)).toBe(true);
  });

  test.each(['A', '金牌', '1st', 'Sales amount 5: 3 of 4 points', '', '3 月前'])('%j is written as it is', (text) => {
    expect(asText(text)).toBe(text);
  });

  test('is cut where a cell is full', () => {
    expect(asText('x'.repeat(60_000))).toHaveLength(50_000);
    expect(asText('x'.repeat(60_000)).endsWith('…')).toBe(true);
  });
});

describe('days of a sheet', () => {
  const days = ['1999-12-31', '2024-02-29', '2026-03-29', '2026-10-25', '2018-11-04'] as CalendarDate[];

  test.each(['Asia/Taipei', 'Europe/Berlin', 'America/Sao_Paulo', 'Pacific/Apia', 'Asia/Kathmandu', 'Etc/UTC'])(
    'are written so that they are read as the same days in %s, at their beginning',
    (zone) => {
      const write = dayWriter(zone);
      const read = dayReader(zone);
      for (const day of days) {
        expect(read(write(day))).toBe(day);
        expect(read(new Date(write(day).getTime() - 1))).not.toBe(day);
        expect(read(new Date(write(day).getTime() + 22 * 3_600_000))).toBe(day);
      }
    },
  );
});
