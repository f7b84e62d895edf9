import { parseIsoDate } from '../../../core/calendar-date.ts';
import { TIERS_COMMAND_TEXT } from '../../../core/text/tiers-command-text.ts';
import { digestBlocks } from '../../blocks/home/digest-blocks.ts';
import { context as contextBlock } from '../../blocks/rich-text.ts';
import { refusalOf } from '../refusal.ts';
import type { ShowPage } from './home-pages.ts';

/** A digest of a day: the reader's, or a rep's whose digest the reader may see. */
export const digestPage: ShowPage<'digest'> = async (services, context, viewer, page) => {
  const { language } = viewer;
  const memberId = page.id ?? context.actor.memberId;
  if (memberId === null) return [contextBlock(TIERS_COMMAND_TEXT[language].notAMember)];
  const date = parseIsoDate(page.on ?? '');
  const chosen = { page, viewer, on: date ?? viewer.today };
  try {
    const digest = await services.useCases.askDigest(context, { memberId, date, edition: page.edition ?? 'daily' });
    return digestBlocks(digest, memberId, chosen);
  } catch (error) {
    const refusal = refusalOf(error, language);
    if (refusal === undefined) throw error;
    return digestBlocks(refusal.sentence, memberId, chosen);
  }
};
