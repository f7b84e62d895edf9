import { randomUUID } from 'node:crypto';
import { MultipleListenerError } from '@slack/bolt';
import { BOT_TEXT } from '../../core/text/bot-text.ts';
import { type Message, plainMessage } from '../blocks/rich-text.ts';
import { writerOf } from './conversation/writer-of.ts';
import type { Services } from './services.ts';

/** What went wrong while something of Slack's was being dealt with. */
export interface Failure {
  readonly error: unknown;
  /** The command, action or event that was being answered. */
  readonly body: object;
}

/** Where in Slack a person waits for an answer. */
export interface ReplyPlace {
  readonly channel: string;
  readonly threadTs?: string | undefined;
  readonly onlyTo?: string | undefined;
}

/** The ways to a person who waits for an answer. */
export interface Reply {
  toUrl(responseUrl: string, message: object): Promise<void>;
  /** `onlyTo`: the one who sees it there; undefined: everybody in the channel. */
  toChannel(where: ReplyPlace, message: Message): Promise<void>;
}

/**
 * Where every error of a listener ends: it is logged under a short id, and the person who waits for an answer gets a
 * sentence that shows the id. Never throws.
 */
export function errorHandler(services: Services, reply: Reply) {
  return async ({ error, body }: Failure): Promise<void> => {
    const id = randomUUID().slice(0, 8);
    const errors: unknown[] = error instanceof MultipleListenerError ? error.originals : [error];
    for (const each of errors) services.log.error({ id, err: each }, 'a listener failed');
    const place = placeOf(body);
    if (place === undefined) return;
    try {
      const { language } = await services.people.find(userIdOf(body));
      const text = BOT_TEXT[language];
      const answer = plainMessage(errors.some(isDatabaseAway) ? text.databaseAway : text.failed(id));
      if ('channel' in place) await reply.toChannel(place, answer);
      else await reply.toUrl(place.url, { ...answer, response_type: 'ephemeral', replace_original: false });
    } catch (failure) {
      services.log.error({ id, err: failure }, 'the person could not be told');
    }
  };
}

/** Where the person waits: commands and buttons bring an address for the answer, a posted file and a message their channel. */
function placeOf(body: object): { readonly url: string } | ReplyPlace | undefined {
  if ('response_url' in body && typeof body.response_url === 'string' && body.response_url !== '')
    return { url: body.response_url };
  const written = writerOf(body);
  if (written !== undefined) {
    const { channel, isDirect, threadTs, userId } = written;
    return { channel, threadTs, ...(!isDirect && { onlyTo: userId }) };
  }
  const file = fileSharedIn(body);
  return file && { channel: file.channel };
}

function userIdOf(body: object): string {
  if ('user_id' in body && typeof body.user_id === 'string') return body.user_id;
  if ('user' in body && typeof body.user === 'object' && body.user !== null && 'id' in body.user)
    return String(body.user.id);
  return (writerOf(body) ?? fileSharedIn(body))?.userId ?? '';
}

function fileSharedIn(body: object): { readonly channel: string; readonly userId: string } | undefined {
  if (!('event' in body) || typeof body.event !== 'object' || body.event === null) return undefined;
  const { event } = body;
  if (!('type' in event) || event.type !== 'file_shared') return undefined;
  const channel = 'channel_id' in event ? event.channel_id : undefined;
  const userId = 'user_id' in event ? event.user_id : undefined;
  return typeof channel === 'string' && typeof userId === 'string' ? { channel, userId } : undefined;
}

/** Whether the database could not be reached: Node's codes, and PostgreSQL's classes 08 (connection) and 57P (shutdown). */
function isDatabaseAway(error: unknown): boolean {
  for (let at = error; at instanceof Error; at = 'original' in at ? at.original : at.cause) {
    const code: unknown = 'code' in at ? at.code : undefined;
    if (typeof code === 'string' && /^(ECONNREFUSED|ECONNRESET|ETIMEDOUT|EPIPE|ENOTFOUND|08\d{3}|57P0\d)$/.test(code))
      return true;
  }
  return false;
}
