import { addDays, type CalendarDate } from '../../core/calendar-date.ts';
import { factDate } from '../../core/customer.ts';
import type { TableReading, TableRecord } from '../../core/table/reading.ts';

/** A table without the days of last contact that have not come yet. */
export interface ReadByNow {
  readonly reading: TableReading;
  /** The rows whose day was left out. */
  readonly ahead: readonly DayAhead[];
  /** The first day on which one of them is no longer ahead, so that the table is to be read again; null: none is. */
  readonly readAgainOn: CalendarDate | null;
}

/** A day of last contact that has not come yet: a planned visit, or a slip. */
export interface DayAhead {
  /** As it was read, the day among it. */
  readonly record: TableRecord;
  readonly day: CalendarDate;
}

/**
 * Leaves out days of last contact that lie more than a day ahead, since nobody was contacted then: taken as they stand they would keep a
 * customer from falling due. A day is granted to where it is tomorrow already.
 */
export function readByNow(reading: TableReading, asOf: CalendarDate): ReadByNow {
  const lastDay = addDays(asOf, 1);
  const ahead: DayAhead[] = [];
  const records = reading.records.map((record): TableRecord => {
    const day = factDate(record.facts.values['lastContact']);
    if (day === undefined || day <= lastDay) return record;
    ahead.push({ record, day });
    const { lastContact: _, ...values } = record.facts.values;
    return { ...record, facts: { ...record.facts, values } };
  });
  if (ahead.length === 0) return { reading, ahead, readAgainOn: null };
  const first = ahead.reduce((least, { day }) => (day < least ? day : least), ahead[0]?.day ?? lastDay);
  return { reading: { ...reading, records }, ahead, readAgainOn: addDays(first, -1) };
}
