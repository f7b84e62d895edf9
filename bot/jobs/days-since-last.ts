import { addDays, type CalendarDate } from '../../core/calendar-date.ts';

/** Days before the latest that are told as missed after a stop. */
const LOOK_BACK_DAYS = 7;

/** Of what comes on working days: the latest day and those since the one of the last, oldest first; the latest alone where there was none. */
export function daysSinceLast({
  lastOn,
  on,
}: {
  readonly lastOn: CalendarDate | null;
  readonly on: CalendarDate;
}): CalendarDate[] {
  const days = [on];
  if (lastOn === null) return days;
  for (let day = addDays(on, -1); day > lastOn && days.length <= LOOK_BACK_DAYS; day = addDays(day, -1)) {
    days.unshift(day);
  }
  return days;
}
