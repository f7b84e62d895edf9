import type { SlackCommandMiddlewareArgs } from '@slack/bolt';
import { addDays } from '../../../core/calendar-date.ts';
import { BOT_TEXT } from '../../../core/text/bot-text.ts';
import { FOLLOW_UP_LIST_TEXT } from '../../../core/text/follow-up-list-text.ts';
import { commandUsage } from '../../blocks/command-usage.ts';
import { followUpList } from '../../blocks/follow-up-list.ts';
import { plainName } from '../../blocks/plain-name.ts';
import { type Message, plainMessage } from '../../blocks/rich-text.ts';
import type { Viewer } from '../../blocks/viewer.ts';
import type { UseCaseContext } from '../../use-cases/context.ts';
import { UseCaseError } from '../../use-cases/use-case-error.ts';
import { answerOnlyTo } from '../answer.ts';
import { belongsHere, commandAsker, contextOf, viewerOf } from '../asker.ts';
import type { Services } from '../services.ts';
import { type FollowUpsQuery, parseFollowUpsQuery } from './follow-ups-query.ts';

/** Carried-over contacts that are asked for: as many as a list names. */
export const MOST_CARRIED_OVER = 10;

/** `/followups`, `/followups tomorrow`, `/followups @rep`: a rep's day, to the asker alone. */
export function followUpsCommand(services: Services) {
  return async ({ ack, command, respond }: SlackCommandMiddlewareArgs): Promise<void> => {
    await ack();
    await answerOnlyTo(respond, await followUpsAnswer(command, services));
  };
}

async function followUpsAnswer(command: SlackCommandMiddlewareArgs['command'], services: Services): Promise<Message> {
  const asker = commandAsker(command);
  const viewer = await viewerOf(asker, services);
  const text = FOLLOW_UP_LIST_TEXT[viewer.language];
  if (!belongsHere(asker, services.workspace)) return plainMessage(BOT_TEXT[viewer.language].otherWorkspace);
  const query = parseFollowUpsQuery(command.text);
  if (query.kind === 'help') return commandUsage(FOLLOW_UP_LIST_TEXT[viewer.language]);
  const context = await contextOf(asker, services);
  const answer = await dayAnswer(query, context, viewer, services);
  return answer === 'nobody' ? plainMessage(text.nobodyCalled(plainName(query.rep ?? '', 60))) : answer;
}

/** A rep's day as a message, or why it is not shown; `nobody` where nobody has that name. */
export async function dayAnswer(
  { isTomorrow, rep: asked }: Omit<FollowUpsQuery & { kind: 'list' }, 'kind'>,
  context: UseCaseContext,
  viewer: Viewer,
  services: Services,
): Promise<Message | 'nobody'> {
  const text = FOLLOW_UP_LIST_TEXT[viewer.language];
  const { memberId } = context.actor;
  const rep = asked === undefined ? undefined : await services.useCases.findRep(context, asked);
  if (asked !== undefined && rep === undefined) return 'nobody';
  const repId = rep?.id ?? memberId;
  if (repId === null) return plainMessage(text.notAMember);
  const seenAt = services.clock.now();
  try {
    const day = await services.useCases.planRepDay(context, {
      memberId: repId,
      on: isTomorrow ? addDays(viewer.today, 1) : undefined,
      mostCarriedOver: MOST_CARRIED_OVER,
    });
    return followUpList(day, { viewer, isOwn: repId === memberId, seenAt, isAsked: true });
  } catch (error) {
    if (!(error instanceof UseCaseError) || error.code !== 'others-list') throw error;
    return plainMessage(text.othersList(plainName(error.detail, 60)));
  }
}
