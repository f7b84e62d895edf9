import type { InputBlock, ModalView, PlainTextOption } from '@slack/types';
import { CALENDAR_TEXT, weekdayNames } from '../../../core/text/calendar-text.ts';
import { HOME_CALENDAR_TEXT } from '../../../core/text/home-calendar-text.ts';
import type { Language } from '../../../core/text/language.ts';
import { shortDay } from '../../../core/text/short-day.ts';
import type { CalendarOverview } from '../../use-cases/calendar-overview.ts';
import { ACTION } from '../action-ids.ts';
import { plainName } from '../plain-name.ts';
import { type Block, bulletList, header, paragraph, plainText } from '../rich-text.ts';
import type { Viewer } from '../viewer.ts';
import { choiceField, dayField, textField } from '../window-fields.ts';
import { actionButton } from './action-button.ts';

/** The ids by which the windows and their fields come back. */
export const CALENDAR_VIEW = { edit: 'home_calendar_edit', days: 'home_calendar_days' } as const;
export const CALENDAR_FIELD = {
  country: 'country',
  weekend: 'weekend',
  minutes: 'minutes',
  from: 'from',
  to: 'to',
  kind: 'kind',
  reason: 'reason',
} as const;

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];

/** The page about the days that are worked. */
export function calendarBlocks(overview: CalendarOverview, { language, today }: Viewer): Block[] {
  const text = HOME_CALENDAR_TEXT[language];
  const words = CALENDAR_TEXT[language];
  const { country, dayMinutes, hasHolidays, holidays, ownDayCount, ownDays, weekend } = overview;
  const countryLine =
    country === null ? text.eachZone : hasHolidays ? words.holidaysOf(country) : words.unknownCountry(country);
  const dated = (day: (typeof holidays)[number]['day'], what: string) => `${shortDay(day, today, language)} · ${what}`;
  const more = ownDayCount - ownDays.length;
  const own = ownDays.map(({ day, kind, title }) =>
    dated(day, [text[kind], ...(title === null ? [] : [plainName(title, 100)])].join(' · ')),
  );
  return [
    header(text.title),
    paragraph(words.week(weekdayNames(weekend, language)), countryLine, text.dayMinutes(dayMinutes)),
    {
      type: 'actions',
      elements: [
        actionButton({ actionId: ACTION.editCalendar, label: text.edit, accessible: `${text.edit} ${text.title}` }),
        actionButton({ actionId: ACTION.calendarDays, label: text.addDays }),
      ],
    },
    ...(holidays.length === 0
      ? []
      : [
          bulletList(
            text.holidays,
            holidays.map(({ day, title }) => dated(day, plainName(title, 100))),
          ),
        ]),
    ownDays.length === 0
      ? bulletList(text.ownDays, [text.noOwnDays])
      : bulletList(text.ownDays, [...own, ...(more > 0 ? [text.more(more)] : [])]),
  ];
}

/** Whose holidays, which weekend, and how many minutes a day. */
export function editCalendarWindow(overview: CalendarOverview, language: Language): ModalView {
  const text = HOME_CALENDAR_TEXT[language];
  const options = WEEKDAYS.map((weekday): PlainTextOption => {
    const [name = ''] = weekdayNames([weekday], language);
    return { text: plainText(name, 75), value: String(weekday) };
  });
  const chosen = options.filter(({ value }) => overview.weekend.includes(Number(value)));
  const weekend: InputBlock = {
    type: 'input',
    block_id: CALENDAR_FIELD.weekend,
    optional: true,
    label: plainText(text.weekend, 150),
    element: {
      type: 'checkboxes',
      action_id: CALENDAR_FIELD.weekend,
      options,
      ...(chosen.length > 0 && { initial_options: chosen }),
    },
  };
  return windowOf(CALENDAR_VIEW.edit, text.editTitle, language, [
    textField(
      { id: CALENDAR_FIELD.country, label: text.country, hint: text.countryHint, isOptional: true },
      { max: 10, text: overview.country ?? '' },
    ),
    weekend,
    textField({ id: CALENDAR_FIELD.minutes, label: text.minutes }, { max: 4, text: String(overview.dayMinutes) }),
  ]);
}

/** Days that are off or worked whatever weekday and public holidays say, or as usual again. */
export function calendarDaysWindow(language: Language): ModalView {
  const text = HOME_CALENDAR_TEXT[language];
  return windowOf(CALENDAR_VIEW.days, text.addTitle, language, [
    dayField({ id: CALENDAR_FIELD.from, label: text.from }, null),
    dayField({ id: CALENDAR_FIELD.to, label: text.to, hint: text.toHint, isOptional: true }, null),
    choiceField(
      { id: CALENDAR_FIELD.kind, label: text.kind },
      [
        ['off', text.off],
        ['working', text.working],
        ['usual', text.asUsual],
      ],
      'off',
    ),
    textField({ id: CALENDAR_FIELD.reason, label: text.reason, isOptional: true }, { max: 100 }),
  ]);
}

function windowOf(callbackId: string, title: string, language: Language, blocks: Block[]): ModalView {
  const text = HOME_CALENDAR_TEXT[language];
  return {
    type: 'modal',
    callback_id: callbackId,
    title: plainText(title, 24),
    submit: plainText(text.save, 24),
    close: plainText(text.cancel, 24),
    blocks,
  };
}
