import { HOME_TEXT } from '../../../core/text/home-text.ts';
import type { RepDay } from '../../use-cases/rep-day.ts';
import { type DayShown, followUpList } from '../follow-up-list.ts';
import { type Block, context } from '../rich-text.ts';

/** The reader's day as `/followups` lists it, or one quiet line where there is nothing to do. */
export function dayBlocks(day: RepDay | null, shown: DayShown): Block[] {
  const text = HOME_TEXT[shown.viewer.language];
  return [
    ...(day === null ? [context(text.noBook)] : followUpList(day, shown).blocks),
    { type: 'divider' },
    context(text.hint),
  ];
}
