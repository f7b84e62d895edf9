import { WebAPIHTTPError, WebAPIRateLimitedError, WebAPIRequestError } from '@slack/web-api';
import { BOT_TEXT, type BotText } from '../../../core/text/bot-text.ts';
import { plainMessage } from '../../blocks/rich-text.ts';
import { shareWindow } from '../../blocks/share-window.ts';
import { sharedCard } from '../../blocks/shared-card.ts';
import { answerOnlyTo } from '../answer.ts';
import { actionAsker, belongsHere, contextOf, viewerOf } from '../asker.ts';
import type { Services } from '../services.ts';
import { slackErrorOf } from '../slack-error.ts';
import { type BlockActionArgs, customerIdOf } from './action-args.ts';
import { cardAnswer } from './card-answer.ts';

/**
 * *Share to channel*: posts tier and owner where the card was asked for, as they are now; in the language of channels where
 * one is chosen. A card in a window stands in no channel: there a window asks for one.
 */
export function shareAction(services: Services) {
  return async ({ ack, action, body, client, respond, say }: BlockActionArgs): Promise<void> => {
    await ack();
    const asker = actionAsker(body);
    const viewer = await viewerOf(asker, services);
    const { language } = viewer;
    if (body.view?.type === 'modal') {
      const answer = cardAnswer({ body, client, respond }, viewer);
      if (!belongsHere(asker, services.workspace)) return answer.sentence(BOT_TEXT[language].otherWorkspace);
      const card = await services.useCases.showCustomer(await contextOf(asker, services), customerIdOf(action));
      if (card === undefined) return answer.sentence(BOT_TEXT[language].customerGone);
      await client.views.push({ trigger_id: body.trigger_id, view: shareWindow(card, viewer) });
      return undefined;
    }
    const text = BOT_TEXT[language];
    if (!belongsHere(asker, services.workspace)) return answerOnlyTo(respond, plainMessage(text.otherWorkspace));
    const context = await contextOf(asker, services);
    const card = await services.useCases.showCustomer(context, customerIdOf(action));
    if (card === undefined) return answerOnlyTo(respond, plainMessage(text.customerGone));
    try {
      const isDirect = body.channel?.id.startsWith('D') === true;
      const shown = (isDirect ? null : await services.useCases.channelLanguage(context)) ?? language;
      const requestId = `share:${body.trigger_id}`;
      const claim = { channel: body.channel?.id ?? '', requestId };
      if (!(await services.useCases.claimAnswer(services.workspace.id, claim))) return undefined;
      const { channel, ts } = await say(sharedCard(card, asker.userId, shown));
      if (channel !== undefined && ts !== undefined)
        await services.useCases.rememberCards(context, [{ channel, ts, customerId: card.id }]);
    } catch (error) {
      const sentence = shareRefusal(error, text);
      if (sentence === undefined) throw error;
      services.log.info({ err: error }, 'sharing to a channel was refused');
      await answerOnlyTo(respond, plainMessage(sentence));
    }
    return undefined;
  };
}

/** Why Slack did not post, as what the person can do about it; undefined for what is our own fault. */
export function shareRefusal(error: unknown, text: BotText): string | undefined {
  if (error instanceof WebAPIRateLimitedError) return text.slackBusy;
  if (error instanceof WebAPIRequestError || error instanceof WebAPIHTTPError) return text.shareUnclear;
  const word = REFUSALS[slackErrorOf(error) ?? ''];
  return word === undefined ? undefined : text[word];
}

/** Slack's words for a refused post, by the sentence that answers them. */
const REFUSALS: Readonly<
  Record<string, 'shareNotInChannel' | 'shareArchived' | 'shareRestricted' | 'slackBusy' | undefined>
> = {
  not_in_channel: 'shareNotInChannel',
  channel_not_found: 'shareNotInChannel',
  is_archived: 'shareArchived',
  restricted_action: 'shareRestricted',
  restricted_action_read_only_channel: 'shareRestricted',
  restricted_action_thread_only_channel: 'shareRestricted',
  ekm_access_denied: 'shareRestricted',
  ratelimited: 'slackBusy',
  rate_limited: 'slackBusy',
  service_unavailable: 'slackBusy',
};
