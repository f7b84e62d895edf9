import type { CalendarDate } from '../../core/calendar-date.ts';
import { pushedColumns } from '../../core/text/sheets-push-text.ts';
import ownPackage from '../../package.json' with { type: 'json' };
import { localDay } from '../clock.ts';
import { signBook } from '../store/book-sign.ts';
import type { ConnectedSheet } from '../store/connected-sheets.ts';
import type { UseCaseContext } from './context.ts';
import { digest } from './look-at-tab.ts';

/**
 * Names all that a push goes by beside the cells of the sheet: what is on file now, the day that it is for everybody concerned, and how it
 * is said. While that and the cells are the same, a push that found nothing to write would find nothing again.
 *
 * @returns the name, given what the spreadsheet is like beside its cells
 */
export async function settledWay(
  { db, actor, clock }: UseCaseContext,
  { id, language, hints }: Pick<ConnectedSheet, 'id' | 'language' | 'hints'>,
  asOf: CalendarDate,
): Promise<(spreadsheet: readonly unknown[]) => string> {
  const now = clock.now();
  const { rows, timeZones } = await signBook(db, actor.workspaceId);
  // another release may say the same in other words
  const book = [ownPackage.version, rows, daysNow(timeZones, now), asOf, id, language, pushedColumns(language), hints];
  return (spreadsheet) => digest([JSON.stringify([book, spreadsheet])]);
}

/** The day that it is in UTC and in each of these time zones: when one begins, other things may be said. */
export function daysNow(timeZones: readonly string[], now: Date): CalendarDate[] {
  return ['UTC', ...timeZones].map((timeZone) => localDay(now, timeZone));
}
