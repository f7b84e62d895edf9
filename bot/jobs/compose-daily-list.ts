import { dailyListMessage } from '../daily-list-message.ts';
import type { Delivery } from '../store/deliveries.ts';
import type { UseCaseContext } from '../use-cases/context.ts';
import { planRepDay } from '../use-cases/plan-rep-day.ts';
import type { Composed } from './delivery-kind.ts';

/** As many as a list names. */
const MOST_CARRIED_OVER = 10;

/** A member's list of the delivery's day; nothing on a day on which there is nothing to do, or that the member does not work. */
export async function composeDailyList(context: UseCaseContext, delivery: Delivery): Promise<Composed> {
  const { localDate, memberId } = delivery;
  if (memberId === null) return { skip: 'nobody' };
  const now = context.clock.now();
  const day = await planRepDay(context, { memberId, on: localDate, mostCarriedOver: MOST_CARRIED_OVER });
  if (day.isAway) return { skip: 'away' };
  if (!day.isWorkingDay) return { skip: 'day-off' };
  if (day.today.length === 0) return { skip: 'nothing-to-do' };
  return { message: dailyListMessage(day, now) };
}
