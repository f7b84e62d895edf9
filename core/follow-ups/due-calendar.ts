import { type CalendarDate, dateOfDayNumber, dateParts, dayNumber } from '../calendar-date.ts';
import type { WorkCalendar } from './work-calendar.ts';

/** What due days are found from: days as numbers (days since 1970), and which of them are worked. */
export interface DueCalendar {
  number(date: CalendarDate): number;
  isWorking(day: number): boolean;
  /**
   * The working day at `place` (0 to below 1) of those among `length` days from `from` on; without any, the day at that place
   * of all of them.
   */
  dayAt(from: number, length: number, place: number): number;
  /** How many working days of its month lie before a day. */
  workedBefore(day: number): number;
}

/** On which every day is worked. */
export const EVERY_DAY: DueCalendar = {
  number: dayNumber,
  isWorking: () => true,
  dayAt: (from, length, place) => from + Math.floor(place * length),
  workedBefore: (day) => dateParts(dateOfDayNumber(day)).day - 1,
};

/** Reads a person's calendar for a whole book: what is asked again is remembered. */
export function dueCalendar(calendar: WorkCalendar): DueCalendar {
  const numbers = new Map<CalendarDate, number>();
  const working = new Map<number, boolean>();
  const stretches = new Map<string, readonly number[]>();
  const isWorking = (day: number): boolean =>
    remembered(working, day, () => calendar.isWorkingDay(dateOfDayNumber(day)));
  return {
    number: (date) => remembered(numbers, date, () => dayNumber(date)),
    isWorking,
    dayAt(from, length, place) {
      const days = remembered(stretches, `${from} ${length}`, () =>
        Array.from({ length }, (_, index) => from + index).filter(isWorking),
      );
      return days[Math.floor(place * days.length)] ?? EVERY_DAY.dayAt(from, length, place);
    },
    workedBefore(day) {
      const passed = EVERY_DAY.workedBefore(day);
      return Array.from({ length: passed }, (_, index) => day - 1 - index).filter(isWorking).length;
    },
  };
}

function remembered<Key, Value>(known: Map<Key, Value>, key: Key, find: () => Value): Value {
  const before = known.get(key);
  if (before !== undefined) return before;
  const value = find();
  known.set(key, value);
  return value;
}
