import { type CalendarDate, dateParts } from '../../core/calendar-date.ts';
import type { Language } from '../../core/text/language.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A day as people write it: "3 Mar 2026", 2026年3月3日. */
export function dayInWords(date: CalendarDate, language: Language): string {
  const { year, month, day } = dateParts(date);
  return language === 'en' ? `${day} ${MONTHS[month - 1] ?? month} ${year}` : `${year}年${month}月${day}日`;
}
