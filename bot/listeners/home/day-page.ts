import { parseIsoDate } from '../../../core/calendar-date.ts';
import { dayBlocks } from '../../blocks/home/day-blocks.ts';
import { MOST_CARRIED_OVER } from '../commands/follow-ups.ts';
import type { ShowPage } from './home-pages.ts';

/** The reader's own day: today's, or one that is to come. */
export const dayPage: ShowPage<'day'> = async (services, context, viewer, page) => {
  const { memberId } = context.actor;
  const shown = { viewer, isOwn: true, hasCards: true, seenAt: services.clock.now() };
  if (memberId === null) return dayBlocks(null, shown);
  const on = parseIsoDate(page.on ?? '');
  const day = await services.useCases.planRepDay(context, {
    memberId,
    // a day that was to come when the page was left has passed by now
    on: on !== undefined && on > viewer.today ? on : undefined,
    mostCarriedOver: page.carried === true ? MOST_CARRIED_OVER : 0,
  });
  const isEmpty = day.customers === 0 && day.today.length === 0 && day.done.length === 0;
  return dayBlocks(isEmpty ? null : day, shown);
};
