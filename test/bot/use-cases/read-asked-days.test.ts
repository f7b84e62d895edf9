import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAskedDays } from '../../../bot/use-cases/read-asked-days.ts';
import { calendarDate } from '../../../core/calendar-date.ts';

/** A Thursday. */
const TODAY = calendarDate(2026, 11, 26) ?? expect.fail();

const ASKED: readonly [text: string, on: string | undefined, edition: string, rest: string][] = [
  ['', undefined, 'daily', ''],
  ['today', undefined, 'daily', ''],
  ['今天', undefined, 'daily', ''],
  ['yesterday', '2026-11-25', 'daily', ''],
  ['last Friday', '2026-11-20', 'daily', ''],
  ['Friday', '2026-11-20', 'daily', ''],
  ['2026-11-20', '2026-11-20', 'daily', ''],
  ['20 Nov', '2026-11-20', 'daily', ''],
  ['two days ago', '2026-11-24', 'daily', ''],
  ['a week ago', '2026-11-19', 'daily', ''],
  ['昨天', '2026-11-25', 'daily', ''],
  ['前天 周报', '2026-11-24', 'weekly', ''],
  ['上周五', '2026-11-20', 'daily', ''],
  ['上週五', '2026-11-20', 'daily', ''],
  ['11月20日', '2026-11-20', 'daily', ''],
  ['11月20號 月報', '2026-11-20', 'monthly', ''],
  ['week', undefined, 'weekly', ''],
  ['this week', undefined, 'weekly', ''],
  ['weekly', undefined, 'weekly', ''],
  ['本周', undefined, 'weekly', ''],
  ['month', undefined, 'monthly', ''],
  ['本月', undefined, 'monthly', ''],
  ['last week', '2026-11-23', 'weekly', ''],
  ['上周', '2026-11-23', 'weekly', ''],
  ['last month', '2026-11-01', 'monthly', ''],
  ['上个月', '2026-11-01', 'monthly', ''],
  ['2026-11-20 week Anna Berg', '2026-11-20', 'weekly', 'Anna Berg'],
  ['昨天 陳磊', '2026-11-25', 'daily', '陳磊'],
  ['Anna yesterday', '2026-11-25', 'daily', 'Anna'],
];

describe('what somebody asks a digest of', () => {
  test.each(ASKED)('“%s” is %s, %s', async (text, on, edition, rest) => {
    expect(await readAskedDays(text, TODAY)).toEqual({ kind: 'asked', on, edition, rest });
  });

  test('a day to come, two days, and a time without a day are told apart', async () => {
    expect(await readAskedDays('tomorrow', TODAY)).toEqual({ kind: 'future', day: '2026-11-27' });
    expect(await readAskedDays('2027-01-01', TODAY)).toEqual({ kind: 'future', day: '2027-01-01' });
    const days = ['2026-11-20', '2026-11-24'];
    expect(await readAskedDays('2026-11-20 2026-11-24', TODAY)).toEqual({ kind: 'several-days', days });
    expect(await readAskedDays('last year', TODAY)).toEqual({ kind: 'unread', words: 'last year' });
  });

  test('whatever is typed, something comes of it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 400 }), async (text) => {
        const { kind } = await readAskedDays(text, TODAY);
        expect(['asked', 'future', 'several-days', 'unread']).toContain(kind);
      }),
      { numRuns: 50 },
    );
  });
});
