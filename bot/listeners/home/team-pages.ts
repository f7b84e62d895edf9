import { addDays, parseIsoDate } from '../../../core/calendar-date.ts';
import { HOME_BOOK_TEXT } from '../../../core/text/home-book-text.ts';
import { HOME_TEAM_TEXT } from '../../../core/text/home-team-text.ts';
import { HOME_TEXT } from '../../../core/text/home-text.ts';
import { bookBlocks } from '../../blocks/home/book-blocks.ts';
import { repDayBlocks } from '../../blocks/home/day-blocks.ts';
import { pageButton } from '../../blocks/home/page-button.ts';
import { balanceButton, overridesBlocks, teamBlocks } from '../../blocks/home/team-blocks.ts';
import { plainName } from '../../blocks/plain-name.ts';
import { context as contextBlock } from '../../blocks/rich-text.ts';
import { MOST_CARRIED_OVER } from '../commands/follow-ups.ts';
import type { ShowPage } from './home-pages.ts';
import { orRefusal } from './or-refusal.ts';

/** The reader's team. */
export const teamPage: ShowPage<'team'> = async (services, context, viewer, { page }) =>
  orRefusal(viewer, async () => teamBlocks(await services.useCases.teamBoard(context), page ?? 1, viewer));

/** The tiers set by hand in the reader's team that end soon or have ended. */
export const overridesPage: ShowPage<'overrides'> = async (services, context, viewer, { page }) =>
  orRefusal(viewer, async () => overridesBlocks(await services.useCases.teamBoard(context), page ?? 1, viewer));

/** One rep of the team: the day, the book, and what leads on. */
export const repPage: ShowPage<'rep'> = async (services, context, viewer, { id, on: asked }) => {
  const readerId = context.actor.memberId;
  const { language } = viewer;
  if (readerId === null) return [contextBlock(HOME_TEXT[language].noBook)];
  const seenAt = services.clock.now();
  return orRefusal(viewer, async () => {
    // the book first: it is refused to who may not see it
    const book = await services.useCases.repBook(context, id);
    const on = parseIsoDate(asked ?? '');
    const isAhead = on !== undefined && on > viewer.today;
    const day = await services.useCases.planRepDay(context, {
      memberId: id,
      on: isAhead ? on : undefined,
      mostCarriedOver: MOST_CARRIED_OVER,
    });
    const text = HOME_BOOK_TEXT[language];
    const name = plainName(book.name, 60);
    return [
      {
        type: 'actions',
        elements: [
          pageButton(HOME_TEXT[language].back, { kind: 'team' }, { id: 'back' }),
          isAhead
            ? pageButton(text.today, { kind: 'rep', id }, { id: 'today' })
            : pageButton(text.tomorrow, { kind: 'rep', id, on: addDays(viewer.today, 1) }, { id: 'tomorrow' }),
          pageButton(HOME_TEAM_TEXT[language].digestOf(name), { kind: 'digest', id }, { id: 'digest_of' }),
          balanceButton(viewer),
        ],
      },
      ...repDayBlocks(day, viewer, seenAt),
      ...bookBlocks(book, { viewer, readerId }),
    ];
  });
};
