import { addDays } from '../../../core/calendar-date.ts';
import { effortText } from '../../../core/text/day-plan-text.ts';
import { HOME_BOOK_TEXT } from '../../../core/text/home-book-text.ts';
import { HOME_TEXT } from '../../../core/text/home-text.ts';
import type { RepDay } from '../../use-cases/rep-day.ts';
import { type DayShown, followUpList } from '../follow-up-list.ts';
import { type Block, context, header } from '../rich-text.ts';
import type { Viewer } from '../viewer.ts';
import { pageButton } from './page-button.ts';

/** Contacts of another rep's day that have buttons; the others are named. */
const MOST_OF_OTHERS = 8;

/**
 * The reader's day as `/followups` lists it, with how far it is done, or one quiet line where there is nothing to do; and the
 * way to tomorrow's or back.
 */
export function dayBlocks(day: RepDay | null, shown: DayShown): Block[] {
  const { language } = shown.viewer;
  const text = HOME_TEXT[language];
  if (day === null) return [context(text.noBook), { type: 'divider' }, context(text.hint)];
  return [
    ...progressBlocks(day, shown.viewer),
    ...followUpList(day, shown).blocks,
    { type: 'divider' },
    { type: 'actions', elements: [...carriedButton(day, shown.viewer), otherDay(day, shown.viewer)] },
    context(text.hint),
  ];
}

/** Another rep's day, with what a manager may do about it: log a contact, and give the customer to somebody else. */
export function repDayBlocks(day: RepDay, viewer: Viewer, seenAt: Date): Block[] {
  const { blocks } = followUpList(day, {
    viewer,
    isOwn: false,
    seenAt,
    offers: 'reassign',
    hasCards: true,
    mostWithButtons: MOST_OF_OTHERS,
  });
  return [...progressBlocks(day, viewer), ...blocks];
}

/**
 * How much of today's work is done, once something is and something is left: as many as the lists below name, though a customer
 * who was contacted and has a promise or a complaint for today stands in both.
 */
function progressBlocks({ date, done, plannedMinutes, today }: RepDay, viewer: Viewer): Block[] {
  if (date !== viewer.today || done.length === 0 || today.length === 0) return [];
  const text = HOME_BOOK_TEXT[viewer.language];
  const left = effortText(plannedMinutes, viewer.language);
  return [header(text.progress(done.length, done.length + today.length, left))];
}

/** The way to those that are carried over, where they are only counted. */
function carriedButton({ carriedOver, carriedOverCount, date }: RepDay, { language, today }: Viewer) {
  if (carriedOverCount === 0 || carriedOver.length > 0) return [];
  const text = HOME_BOOK_TEXT[language];
  const on = date === today ? undefined : date;
  return [pageButton(text.carried, { kind: 'day', ...(on !== undefined && { on }), carried: true }, { id: 'carried' })];
}

function otherDay({ date }: RepDay, { language, today }: Viewer) {
  const text = HOME_BOOK_TEXT[language];
  return date === today
    ? pageButton(text.tomorrow, { kind: 'day', on: addDays(today, 1) }, { id: 'tomorrow' })
    : pageButton(text.today, { kind: 'day' }, { id: 'today' });
}
