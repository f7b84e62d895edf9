import { type CalendarDate, dateParts, dayNumber } from '../calendar-date.ts';
import { shortMonth } from './format.ts';
import type { ByLanguage, Language } from './language.ts';

/**
 * A day as it stands in a list, with its weekday: Fri 27 Nov, 11月27日（周五）. The year comes with it where it is not that of
 * `today`, the reader's day.
 */
export function shortDay(date: CalendarDate, today: CalendarDate, language: Language): string {
  const { year, month, day } = dateParts(date);
  const isOtherYear = year !== dateParts(today).year;
  const weekday = WEEKDAYS[language][(dayNumber(date) + 3) % 7] ?? '';
  return language === 'en'
    ? `${weekday} ${day} ${shortMonth(month)}${isOtherYear ? ` ${year}` : ''}`
    : `${isOtherYear ? `${year}年` : ''}${month}月${day}日（${weekday}）`;
}

/** The same, but for the days around `today`: yesterday, today, tomorrow. */
export function nearDay(date: CalendarDate, today: CalendarDate, language: Language): string {
  return NEAR[language][dayNumber(date) - dayNumber(today) + 1] ?? shortDay(date, today, language);
}

const NEAR: ByLanguage<readonly string[]> = {
  en: ['yesterday', 'today', 'tomorrow'],
  'zh-CN': ['昨天', '今天', '明天'],
  'zh-TW': ['昨天', '今天', '明天'],
};
/** From Monday on: Mon, 周一, 週一. */
const WEEKDAYS: ByLanguage<readonly string[]> = {
  en: weekdayTitles('en-US', 'short'),
  'zh-CN': weekdayTitles('zh-CN', 'short'),
  'zh-TW': weekdayTitles('zh-TW', 'short'),
};

/** The days of the week from Monday on, as a locale calls them; Chinese `short` ones are 周一 and 週一. */
export function weekdayTitles(locale: string, length: 'short' | 'long'): readonly string[] {
  const format = new Intl.DateTimeFormat(locale, { weekday: length, timeZone: 'UTC' });
  // 5 January 1970 was a Monday
  return Array.from({ length: 7 }, (_, day) => format.format((day + 4) * 86_400_000));
}
