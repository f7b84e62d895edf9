import { type CalendarDate, dateParts, dayNumber } from '../calendar-date.ts';
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
    ? `${weekday} ${day} ${MONTHS[month - 1] ?? ''}${isOtherYear ? ` ${year}` : ''}`
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
/** From Monday on. */
const WEEKDAYS: ByLanguage<readonly string[]> = {
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  'zh-CN': ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  'zh-TW': ['週一', '週二', '週三', '週四', '週五', '週六', '週日'],
};
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
