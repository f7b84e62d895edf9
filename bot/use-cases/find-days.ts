import { Converter } from 'opencc-js/t2cn';
import type { CalendarDate } from '../../core/calendar-date.ts';
import type { DayMention } from '../../core/follow-ups/day-mention.ts';
import { findChineseDays } from '../../core/follow-ups/find-chinese-days.ts';
import { masked } from '../../core/follow-ups/log-clauses.ts';
import { findEnglishDays } from './find-english-days.ts';

/**
 * The days that a text speaks of in English, and where `isChinese` in Chinese too, in its order. The text is as
 * {@link foldedText} gives it.
 */
export async function findDaysIn(folded: string, today: CalendarDate, isChinese: boolean): Promise<DayMention[]> {
  const chinese = isChinese ? findChineseDays(folded, today) : [];
  const english = await findEnglishDays(masked(folded, chinese), today);
  return [...chinese, ...english].toSorted((a, b) => a.at - b.at);
}

const toSimplified = Converter({ from: 'tw', to: 'cn' });

/** A text as days are found in it: narrow, lower case, simplified, with single spaces; only line breaks stay. */
export function foldedText(text: string): string {
  const narrow = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’‘`´]/g, "'");
  return toSimplified(narrow)
    .replace(/\s*[\n\r\u2028\u2029]\s*/g, '\n')
    .replace(/[^\S\n]+/g, ' ')
    .trim();
}
