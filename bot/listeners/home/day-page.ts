import { dayBlocks } from '../../blocks/home/day-blocks.ts';
import { MOST_CARRIED_OVER } from '../commands/follow-ups.ts';
import type { ShowPage } from './home-pages.ts';

/** The reader's own day. */
export const dayPage: ShowPage<'day'> = async (services, context, viewer) => {
  const { memberId } = context.actor;
  const shown = { viewer, isOwn: true, seenAt: services.clock.now() };
  if (memberId === null) return dayBlocks(null, shown);
  const day = await services.useCases.planRepDay(context, { memberId, mostCarriedOver: MOST_CARRIED_OVER });
  const isEmpty = day.customers === 0 && day.today.length === 0 && day.done.length === 0;
  return dayBlocks(isEmpty ? null : day, shown);
};
