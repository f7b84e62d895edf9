import { languageOf } from '../core/text/language.ts';
import { followUpList } from './blocks/follow-up-list.ts';
import type { Message } from './blocks/rich-text.ts';
import { clocksIn } from './clock.ts';
import type { RepDay } from './use-cases/rep-day.ts';

/** A rep's day as the message that the rep gets each morning, as of `now`, in the rep's language. */
export function dailyListMessage(day: RepDay, now: Date): Message {
  const clocks = clocksIn(day.timeZone);
  const viewer = { language: languageOf(day.locale), now, today: clocks.dayOf(now), ...clocks };
  return followUpList(day, { viewer, isOwn: true, seenAt: now });
}
