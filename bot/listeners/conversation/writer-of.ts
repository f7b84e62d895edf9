/** A person's message to the bot, as Slack tells of it: who wrote it, and where the answer goes. */
export interface Written {
  readonly userId: string;
  readonly channel: string;
  readonly threadTs: string | undefined;
  readonly isDirect: boolean;
}

/** Reads an event's body; undefined for everything but a message that somebody wrote to the bot. */
export function writerOf(body: object): Written | undefined {
  if (!('event' in body) || typeof body.event !== 'object' || body.event === null) return undefined;
  const event: Readonly<Record<string, unknown>> = { ...body.event };
  const { bot_id: botId, channel, subtype, thread_ts: threadTs, type, user: userId } = event;
  const isMention = type === 'app_mention';
  if (!isMention && (type !== 'message' || event['channel_type'] !== 'im')) return undefined;
  const isSaid = botId === undefined && (subtype === undefined || subtype === 'thread_broadcast');
  if (!isSaid || typeof userId !== 'string' || typeof channel !== 'string') return undefined;
  return { userId, channel, threadTs: typeof threadTs === 'string' ? threadTs : undefined, isDirect: !isMention };
}
