import type { HomeView } from '@slack/types';
import { HOME_TEXT } from '../../core/text/home-text.ts';
import type { RepDay } from '../use-cases/rep-day.ts';
import { type DayShown, followUpList } from './follow-up-list.ts';
import { type Block, context } from './rich-text.ts';

/** The Home tab: the reader's day as `/followups` lists it, or one quiet line where there is nothing to do. */
export function homeView(day: RepDay | null, shown: DayShown): HomeView {
  const text = HOME_TEXT[shown.viewer.language];
  return homeOf(
    ...(day === null ? [context(text.noBook)] : followUpList(day, shown).blocks),
    { type: 'divider' },
    context(text.hint),
  );
}

/** The Home tab with one sentence in place of a day. */
export function homeNotice(sentence: string): HomeView {
  return homeOf(context(sentence));
}

function homeOf(...blocks: Block[]): HomeView {
  return { type: 'home', blocks };
}
