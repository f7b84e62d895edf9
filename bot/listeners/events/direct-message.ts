import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';
import { converse } from '../conversation/converse.ts';
import { saidText } from '../conversation/said.ts';
import type { Services } from '../services.ts';

/**
 * `message.im`: what a person writes in the direct message with the bot is answered there. Nothing else is: not what bots or
 * the app itself write, nor changed and deleted messages, nor files, which have a listener of their own.
 */
export function directMessage(services: Services) {
  return async ({
    body,
    client,
    context,
    event,
  }: SlackEventMiddlewareArgs<'message'> & AllMiddlewareArgs): Promise<void> => {
    if (event.channel_type !== 'im' || (event.subtype !== undefined && event.subtype !== 'thread_broadcast')) return;
    if (stringIn(event, 'bot_id') !== undefined || event.user === undefined || event.user === context.botUserId) return;
    if (event.user === SLACKBOT || 'hidden' in event || ('files' in event && event.files !== undefined)) return;
    const text = saidText(event.text ?? '', context.botUserId);
    if (text === '') return;
    const { channel, thread_ts: threadTs = null, ts, user: userId } = event;
    // Within one company everybody belongs here; only in a shared conversation the person's own workspace counts.
    const isShared = body.is_ext_shared_channel === true;
    const teamId = isShared ? (stringIn(event, 'user_team') ?? stringIn(event, 'team') ?? '') : services.workspace.id;
    await converse(
      { text, userId, teamId, enterpriseId: null, channel, ts, threadTs, isDirect: true },
      client,
      services,
    );
  };
}

/** Slack's own voice. */
const SLACKBOT = 'USLACKBOT';

/** A field of an event that Slack's types leave out; undefined when it is not there. */
export function stringIn(event: object, name: string): string | undefined {
  const value: unknown = Object.entries(event).find(([key]) => key === name)?.[1];
  return typeof value === 'string' ? value : undefined;
}
