/** Words that days are made of, as parts of regular expressions over lower-case English. */

/** As the group `weekday`, for {@link weekdayIn}. */
export const WEEKDAY = '(?<weekday>mon|tue|wed|thu|fri|sat|sun)(?:day|s(?:day)?|nesday|r(?:s(?:day)?)?|urday)?';
/** As the group `month`, for {@link monthIn}. */
export const MONTH =
  '(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
/** A count, for {@link countIn}. */
export const COUNT = '(?:\\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|a couple of|couple of)';

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const COUNTS = ['a', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** 1 Monday to 7 Sunday; 0 when it is no weekday. */
export function weekdayIn(name: string | undefined): number {
  return WEEKDAYS.indexOf((name ?? '').slice(0, 3)) + 1;
}

/** 1 to 12; 0 when it is no month. */
export function monthIn(name: string | undefined): number {
  return MONTHS.indexOf((name ?? '').slice(0, 3)) + 1;
}

/** How many; one where nothing is said. */
export function countIn(text: string | undefined): number {
  if (text === undefined || text === 'an') return 1;
  if (text.includes('couple')) return 2;
  const index = COUNTS.indexOf(text);
  return index < 0 ? Number(text) : Math.max(1, index);
}
