import { parseIsoDate } from '../../../core/calendar-date.ts';
import { HOME_CALENDAR_TEXT } from '../../../core/text/home-calendar-text.ts';
import type { Language } from '../../../core/text/language.ts';
import {
  CALENDAR_FIELD,
  calendarBlocks,
  calendarDaysWindow,
  editCalendarWindow,
} from '../../blocks/home/calendar-blocks.ts';
import type { Services } from '../services.ts';
import type { ShowPage } from './home-pages.ts';
import { type HomeWindowWords, homeWindowAction, homeWindowSubmitted } from './home-window.ts';

/** Which days are worked. */
export const calendarPage: ShowPage<'calendar'> = async (services, context, viewer) =>
  calendarBlocks(await services.useCases.calendarOverview(context), viewer);

/** *Edit…*: whose holidays, which weekend, and how many minutes a day. */
export function editCalendarAction(services: Services) {
  return homeWindowAction(services, calendarWords, async ({ context, viewer }) =>
    editCalendarWindow(await services.useCases.calendarOverview(context), viewer.language),
  );
}

/** The calendar was sent; only what is another than before is written. */
export function calendarEdited(services: Services) {
  const refused = {
    'unknown-country': CALENDAR_FIELD.country,
    weekend: CALENDAR_FIELD.weekend,
    'day-minutes': CALENDAR_FIELD.minutes,
  };
  return homeWindowSubmitted(services, calendarWords, refused, async ({ context, fields, viewer }) => {
    const { useCases } = services;
    const text = HOME_CALENDAR_TEXT[viewer.language];
    const before = await useCases.calendarOverview(context);
    const chosen = (fields.get(CALENDAR_FIELD.weekend) ?? '').split(' ').filter((day) => day !== '');
    const weekend = chosen.map(Number);
    if (weekend.length > 6) return { errors: { [CALENDAR_FIELD.weekend]: text.weekendWrong } };
    const minutes = Number(fields.get(CALENDAR_FIELD.minutes) ?? '');
    const country = (fields.get(CALENDAR_FIELD.country) ?? '').trim() || null;
    await useCases.setWorkWeek(context, {
      ...(minutes !== before.dayMinutes && { dayMinutes: minutes }),
      ...(country !== before.country && { country }),
      ...(weekend.join(' ') !== before.weekend.join(' ') && { weekend }),
    });
    return text.saved;
  });
}

/** *Days off or worked…* */
export function calendarDaysAction(services: Services) {
  return homeWindowAction(services, calendarWords, async ({ viewer }) => calendarDaysWindow(viewer.language));
}

/** Days were sent that are off, worked, or as usual again. */
export function calendarDaysSent(services: Services) {
  const refused = { 'day-order': CALENDAR_FIELD.to, 'too-many-days': CALENDAR_FIELD.to };
  return homeWindowSubmitted(services, calendarWords, refused, async ({ context, fields, viewer }) => {
    const { useCases } = services;
    const text = HOME_CALENDAR_TEXT[viewer.language];
    const from = parseIsoDate(fields.get(CALENDAR_FIELD.from) ?? '');
    if (from === undefined) return { errors: { [CALENDAR_FIELD.from]: text.noDay } };
    const days = { from, to: parseIsoDate(fields.get(CALENDAR_FIELD.to) ?? '') ?? from };
    const kind = fields.get(CALENDAR_FIELD.kind);
    if (kind === 'off' || kind === 'working') {
      await useCases.setOwnDays(context, days, kind, fields.get(CALENDAR_FIELD.reason) ?? null);
    } else await useCases.clearOwnDays(context, days);
    return text.saved;
  });
}

function calendarWords(language: Language): HomeWindowWords {
  const { adminsOnly, editTitle, failed } = HOME_CALENDAR_TEXT[language];
  return { title: editTitle, failed, adminsOnly };
}
