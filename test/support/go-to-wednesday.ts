import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { localDay } from '../../bot/clock.ts';
import { publicHolidays } from '../../bot/use-cases/public-holidays.ts';
import type { CalendarDate } from '../../core/calendar-date.ts';
import { weekdayInWeek } from '../../core/follow-ups/day-mention.ts';
import type { Language } from '../../core/text/language.ts';
import { composer } from './workspace-page.ts';

/** Moves the workspace's time to nine in the morning of a Wednesday to come on which the person works; gives that day. */
export async function goToWednesday(
  page: Page,
  as: keyof typeof COUNTRIES,
  language: Language = 'en',
): Promise<CalendarDate> {
  await composer(page, language).waitFor();
  const holidays = await publicHolidays(COUNTRIES[as]);
  const today = localDay(new Date(), 'UTC');
  const wednesdays = [1, 2, 3, 4].map((weeks) => weekdayInWeek(3, weeks, today));
  const day = wednesdays.find((each) => holidays?.titleOn(each) === undefined) ?? expect.fail();
  const act = JSON.stringify({ kind: 'set', day, time: '09:00' });
  const asked = `fetch('/local/clock?as=${as}', { method: 'POST', body: '${act}' }).then(({ status }) => status)`;
  expect(await page.evaluate(asked)).toBe(200);
  return day;
}

/** Where they live, whose holidays they have. */
const COUNTRIES = { U0ANNA: 'DE', U0LEI: 'CN', U0YIJUN: 'TW' } as const;
