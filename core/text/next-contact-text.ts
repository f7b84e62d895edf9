import type { CalendarDate } from '../calendar-date.ts';
import { FOLLOW_UP_TEXT } from './follow-up-text.ts';
import type { Language } from './language.ts';
import { shortDay } from './short-day.ts';

/** When a customer is due next, as far as it is told after something was done. */
export interface NextContactDay {
  /** Null: not as things stand. */
  readonly nextOn: CalendarDate | null;
  /** The day by which a complaint of its wants an answer; null: none waits. */
  readonly answerBy: CalendarDate | null;
}

/**
 * What comes next, as one sentence: the day with its weekday, or what keeps the customer on the list although something was
 * done just now. Null where nothing comes, and where `said`, what was told already, names the day. `today` is the reader's day.
 */
export function nextContactText(
  { nextOn, answerBy }: NextContactDay,
  said: readonly string[],
  today: CalendarDate,
  language: Language,
): string | null {
  const text = FOLLOW_UP_TEXT[language];
  if (nextOn === null) return null;
  if (answerBy !== null) return text.complaintWaits(shortDay(answerBy, today, language));
  const day = shortDay(nextOn, today, language);
  if (nextOn < today) return text.dueSince(day);
  return said.some((line) => line.includes(day)) ? null : text.next(day);
}
