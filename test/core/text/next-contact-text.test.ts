import { describe, expect, test } from 'vitest';
import type { CalendarDate } from '../../../core/calendar-date.ts';
import { nextContactText } from '../../../core/text/next-contact-text.ts';

const TODAY = '2026-12-02' as CalendarDate;
const day = (text: string) => text as CalendarDate;

describe('what comes next after something was done', () => {
  test.each([
    ['2026-12-04', 'Next contact: Fri 4 Dec.', '下次联系：12月4日（周五）。', '下次聯絡：12月4日（週五）。'],
    [
      '2027-01-04',
      'Next contact: Mon 4 Jan 2027.',
      '下次联系：2027年1月4日（周一）。',
      '下次聯絡：2027年1月4日（週一）。',
    ],
    [
      '2026-11-26',
      'The next contact has been due since Thu 26 Nov.',
      '原定 11月26日（周四） 联系，现已逾期。',
      '原定 11月26日（週四） 聯絡，現已逾期。',
    ],
  ])('%s', (nextOn, ...told) => {
    const next = { nextOn: day(nextOn), answerBy: null };
    expect(nextContactText(next, [], TODAY, 'en')).toBe(told[0]);
    expect(nextContactText(next, [], TODAY, 'zh-CN')).toBe(told[1]);
    expect(nextContactText(next, [], TODAY, 'zh-TW')).toBe(told[2]);
  });

  test('a complaint that waits is told instead of a day, however late its answer is', () => {
    const next = { nextOn: day('2026-11-26'), answerBy: day('2026-11-26') };
    const waits = 'It stays on the list: a complaint waits for an answer, due by Thu 26 Nov.';
    expect(nextContactText(next, ['Snoozed until Thu 3 Dec.'], TODAY, 'en')).toBe(waits);
    expect(nextContactText({ ...next, nextOn: TODAY }, [], TODAY, 'en')).toBe(waits);
  });

  test('nothing is told where nothing comes, or of a day that was told already', () => {
    expect(nextContactText({ nextOn: null, answerBy: null }, [], TODAY, 'en')).toBeNull();
    const next = { nextOn: day('2026-12-03'), answerBy: null };
    expect(nextContactText(next, ['ACME is snoozed until Thu 3 Dec.'], TODAY, 'en')).toBeNull();
  });
});
