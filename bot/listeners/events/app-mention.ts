import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';
import { converse } from '../conversation/converse.ts';
import { saidText } from '../conversation/said.ts';
import type { Services } from '../services.ts';
import { stringIn } from './direct-message.ts';

/**
 * `app_mention`: who mentions the bot in a channel is answered there, and nobody else sees it; "@Tierbook" alone asks for
 * help. Bots and edited messages are not answered.
 */
export function appMention(services: Services) {
  return async ({
    body,
    client,
    context,
    event,
  }: SlackEventMiddlewareArgs<'app_mention'> & AllMiddlewareArgs): Promise<void> => {
    const { bot_id: botId, channel, text, thread_ts: threadTs = null, ts, user: userId } = event;
    if (botId !== undefined || userId === undefined || userId === context.botUserId) return;
    if ('edited' in event || event.subtype !== undefined) return;
    const isShared = body.is_ext_shared_channel === true;
    const teamId = isShared ? (stringIn(event, 'user_team') ?? stringIn(event, 'team') ?? '') : services.workspace.id;
    await converse(
      {
        text: saidText(text, context.botUserId),
        userId,
        teamId,
        enterpriseId: null,
        channel,
        ts,
        threadTs,
        isDirect: false,
      },
      client,
      services,
    );
  };
}
