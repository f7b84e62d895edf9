import { type CalendarDate, dateParts } from '../calendar-date.ts';
import { counted } from './counted.ts';
import { formatDate, formatMonth } from './format.ts';
import type { ByLanguage, Language } from './language.ts';
import { weekdayTitles } from './short-day.ts';

/** What `calendar` says. */
export const CALENDAR_TEXT: ByLanguage<{
  /** @param weekend the days' names; empty: none */
  week(weekend: readonly string[]): string;
  holidaysOf(country: string): string;
  /** No country is set and the time zone tells none. */
  readonly noCountry: string;
  /** Nothing is known of the country's holidays. */
  unknownCountry(country: string): string;
  /** For the workspace as a whole, which has no country. */
  readonly eachZone: string;
  workingDays(days: number, month: string): string;
  holiday(title: string): string;
  off(title: string | null): string;
  extra(title: string | null): string;
  /** @param cover who looks after the book */
  away(cover: string | null): string;
  countrySet(country: string): string;
  readonly countryCleared: string;
  /** China moves working days by decree. */
  readonly madeUpDays: string;
  weekendSet(weekend: readonly string[]): string;
  marked(kind: 'off' | 'working', days: string, count: number): string;
  cleared(days: string, count: number): string;
}> = {
  en: {
    week: (weekend) => (weekend.length === 0 ? 'Weekend: none.' : `Weekend: ${weekend.join(', ')}.`),
    holidaysOf: (country) => `Public holidays: ${country}.`,
    noCountry: 'No country is known, so that only weekends are off. Set one with “calendar country CODE”.',
    unknownCountry: (country) => `Nothing is known of public holidays of ${country}, so that only weekends are off.`,
    eachZone:
      'No country is set: everybody keeps the public holidays of their own time zone. Set one with “calendar country CODE”.',
    workingDays: (days, month) => `${month}: ${counted(days, 'working day', 'working days')}.`,
    holiday: (title) => `public holiday: ${title}`,
    off: (title) => (title === null ? 'day off' : `day off: ${title}`),
    extra: (title) => (title === null ? 'extra working day' : `extra working day: ${title}`),
    away: (cover) => (cover === null ? 'away, nobody covers' : `away, covered by ${cover}`),
    countrySet: (country) => `The public holidays of ${country} are days off.`,
    countryCleared: 'Everybody keeps the public holidays of their own time zone.',
    madeUpDays:
      'Days off in lieu and make-up working days in China are decreed each year: put them down with “calendar off” and “calendar working”.',
    weekendSet: (weekend) => (weekend.length === 0 ? 'There is no weekend.' : `Nobody works on ${weekend.join(', ')}.`),
    marked: (kind, days, count) =>
      `${days}${count === 1 ? '' : ` (${count} days)`}: ${kind === 'off' ? 'off' : 'worked'}.`,
    cleared: (days, count) =>
      count === 0
        ? `${days}: nothing was set there.`
        : `${days}: weekday and public holidays decide again (${counted(count, 'day', 'days')}).`,
  },
  'zh-CN': {
    week: (weekend) => (weekend.length === 0 ? '周末：无。' : `周末：${weekend.join('、')}。`),
    holidaysOf: (country) => `公共假日：${country}。`,
    noCountry: '不知道所在国家或地区，因此只有周末休息。可用 calendar country 代码 设定。',
    unknownCountry: (country) => `没有 ${country} 的公共假日资料，因此只有周末休息。`,
    eachZone: '尚未设定国家或地区：每位成员按各自时区的公共假日休息。可用 calendar country 代码 设定。',
    workingDays: (days, month) => `${month}：${days} 个工作日。`,
    holiday: (title) => `公共假日：${title}`,
    off: (title) => (title === null ? '休息日' : `休息日：${title}`),
    extra: (title) => (title === null ? '调休上班日' : `上班：${title}`),
    away: (cover) => (cover === null ? '休假，无人代理' : `休假，由${cover}代理`),
    countrySet: (country) => `${country} 的公共假日为休息日。`,
    countryCleared: '每位成员按各自时区的公共假日休息。',
    madeUpDays: '中国大陆的调休每年另行公布，请用 calendar off（放假）和 calendar working（上班）补充。',
    weekendSet: (weekend) => (weekend.length === 0 ? '没有周末。' : `${weekend.join('、')}不上班。`),
    marked: (kind, days, count) =>
      `${days}${count === 1 ? '' : `（${count} 天）`}：${kind === 'off' ? '放假' : '上班'}。`,
    cleared: (days, count) =>
      count === 0 ? `${days}：没有设定过。` : `${days}：恢复按星期和公共假日计算（${count} 天）。`,
  },
  'zh-TW': {
    week: (weekend) => (weekend.length === 0 ? '週末：無。' : `週末：${weekend.join('、')}。`),
    holidaysOf: (country) => `國定假日：${country}。`,
    noCountry: '不知道所在國家或地區，因此只有週末休息。可用 calendar country 代碼 設定。',
    unknownCountry: (country) => `沒有 ${country} 的國定假日資料，因此只有週末休息。`,
    eachZone: '尚未設定國家或地區：每位成員依各自時區的國定假日休息。可用 calendar country 代碼 設定。',
    workingDays: (days, month) => `${month}：${days} 個工作日。`,
    holiday: (title) => `國定假日：${title}`,
    off: (title) => (title === null ? '休息日' : `休息日：${title}`),
    extra: (title) => (title === null ? '補班日' : `上班：${title}`),
    away: (cover) => (cover === null ? '休假，無人代理' : `休假，由${cover}代理`),
    countrySet: (country) => `${country} 的國定假日為休息日。`,
    countryCleared: '每位成員依各自時區的國定假日休息。',
    madeUpDays: '中國大陸的調休每年另行公布，請用 calendar off（放假）和 calendar working（上班）補上。',
    weekendSet: (weekend) => (weekend.length === 0 ? '沒有週末。' : `${weekend.join('、')}不上班。`),
    marked: (kind, days, count) =>
      `${days}${count === 1 ? '' : `（${count} 天）`}：${kind === 'off' ? '放假' : '上班'}。`,
    cleared: (days, count) =>
      count === 0 ? `${days}：沒有設定過。` : `${days}：恢復依星期與國定假日計算（${count} 天）。`,
  },
};

const WEEKDAYS: ByLanguage<readonly string[]> = {
  en: weekdayTitles('en-US', 'long'),
  'zh-CN': weekdayTitles('zh-CN', 'short'),
  'zh-TW': weekdayTitles('zh-TW', 'short'),
};

/** Names of days of the week, Monday 1 to Sunday 7. */
export function weekdayNames(weekdays: readonly number[], language: Language): string[] {
  return weekdays.map((weekday) => WEEKDAYS[language][weekday - 1] ?? String(weekday));
}

/** A month: November 2026, 2026年11月. */
export function monthText(day: CalendarDate, language: Language): string {
  const { year, month } = dateParts(day);
  return language === 'en' ? ENGLISH_MONTH.format(Date.UTC(year, month - 1)) : formatMonth(year, month, language);
}

const ENGLISH_MONTH = new Intl.DateTimeFormat('en-US', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** Days from one to another: 5 Mar 2026 – 9 Mar 2026; one day alone where they are the same. */
export function daysText(from: CalendarDate, to: CalendarDate, language: Language): string {
  const [first, last] = [formatDate(from, language), formatDate(to, language)];
  if (from === to) return first;
  return language === 'en' ? `${first} – ${last}` : `${first}至${last}`;
}
