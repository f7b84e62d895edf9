import { WebClient } from '@slack/web-api';
import type { Message } from '../blocks/rich-text.ts';
import type { SlackConnection } from '../listeners/slack-app.ts';
import { slackLogger } from '../listeners/slack-logger.ts';
import type { Logger } from '../log.ts';

/** What posting needs of Slack: every call is made once, and what comes back is thrown as Slack's library does. */
export interface SlackPosting {
  /** The channel in which a target is written to: its own id, or the direct message with a person. */
  channelOf(target: string): Promise<string>;
  /** Posts a message that can be found again by `key`; returns where it is. */
  post(channel: string, message: Message, key: string): Promise<{ readonly channel: string; readonly ts: string }>;
  /** The message with that key, if it was posted in the channel since `since`; undefined when it certainly was not. */
  find(channel: string, key: string, since: Date): Promise<string | undefined>;
}

const CALL_TIMEOUT_MS = 10_000;
/** For a 429 that does not say how long to wait. */
const RETRY_AFTER_SECONDS = 30;
const EVENT_TYPE = 'tierbook_delivery';
/** More than Slack gives apps outside its Marketplace (15), which then simply takes more pages. */
const PAGE = 200;

/**
 * A client of its own for messages that must arrive once: a rate limit on these does not hold up what a person waits
 * for, and nothing is ever sent twice by the client. A call may take `timeoutMs`, by default 10 s; one that `signal` cuts off
 * fails as if the connection had been lost.
 */
export function slackPosting(
  connection: SlackConnection,
  log: Logger,
  signal: AbortSignal,
  timeoutMs = CALL_TIMEOUT_MS,
): SlackPosting {
  const client = new WebClient(connection.botToken, {
    slackApiUrl: connection.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: timeoutMs,
    logger: slackLogger(log),
    allowAbsoluteUrls: false,
    fetch: async (url, init) => withRetryAfter(await fetch(url, cutOffBy(signal, init))),
  });
  return {
    async channelOf(target) {
      if (!/^[UW]/.test(target)) return target;
      const { channel } = await client.conversations.open({ users: target });
      return channel?.id ?? target;
    },
    async post(channel, message, key) {
      const posted = await client.chat.postMessage({
        channel,
        ...message,
        unfurl_links: false,
        unfurl_media: false,
        metadata: { event_type: EVENT_TYPE, event_payload: { key } },
      });
      if (posted.ts === undefined) throw new Error('Slack did not say which message it posted.');
      return { channel: posted.channel ?? channel, ts: posted.ts };
    },
    async find(channel, key, since) {
      const oldest = String(Math.floor(since.getTime() / 1000));
      let cursor: string | undefined;
      do {
        const page = await client.conversations.history({
          channel,
          oldest,
          inclusive: true,
          include_all_metadata: true,
          limit: PAGE,
          ...(cursor !== undefined && { cursor }),
        });
        const found = page.messages?.find(({ metadata }) => keyOf(metadata) === key);
        if (found?.ts !== undefined) return found.ts;
        cursor = page.response_metadata?.next_cursor || undefined;
      } while (cursor !== undefined);
      return undefined;
    },
  };
}

function keyOf(metadata: { readonly event_type?: string; readonly event_payload?: object } | undefined): unknown {
  if (metadata?.event_type !== EVENT_TYPE || metadata.event_payload === undefined) return undefined;
  return 'key' in metadata.event_payload ? metadata.event_payload.key : undefined;
}

function cutOffBy(signal: AbortSignal, init: RequestInit | undefined): RequestInit {
  return { ...init, signal: init?.signal ? AbortSignal.any([init.signal, signal]) : signal };
}

/** Slack's library takes a 429 without a readable `Retry-After` for any other failure. */
function withRetryAfter(response: Response): Response {
  if (response.status !== 429 || /^\d+/.test(response.headers.get('retry-after') ?? '')) return response;
  const headers = new Headers(response.headers);
  headers.set('retry-after', String(RETRY_AFTER_SECONDS));
  return new Response(response.body, { status: response.status, statusText: response.statusText, headers });
}
