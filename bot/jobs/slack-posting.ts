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
    logger: slackLogger(log),
    allowAbsoluteUrls: false,
    fetch: (url, init) => fetchInTime(url, init, signal, timeoutMs),
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

/**
 * The whole answer, within `timeoutMs`. The library's own time-out lives on for its full time after each call, which adds up
 * where many are made.
 */
async function fetchInTime(
  url: string | URL | Request,
  init: RequestInit | undefined,
  signal: AbortSignal,
  timeoutMs: number,
): Promise<Response> {
  const call = new AbortController();
  const cutOff = () => call.abort();
  const timer = setTimeout(cutOff, timeoutMs);
  signal.addEventListener('abort', cutOff, { once: true });
  try {
    if (signal.aborted) cutOff();
    const { headers, status, statusText, ...answer } = await withBody(
      await fetch(url, { ...init, signal: call.signal }),
    );
    return new Response(answer.body, { headers: withRetryAfter(status, headers), status, statusText });
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', cutOff);
  }
}

async function withBody(response: Response) {
  const { headers, status, statusText } = response;
  return { headers, status, statusText, body: await response.text() };
}

/** Slack's library takes a 429 without a readable `Retry-After` for any other failure. */
function withRetryAfter(status: number, given: Headers): Headers {
  const headers = new Headers(given);
  // The body is decoded by now.
  headers.delete('content-encoding');
  headers.delete('content-length');
  if (status === 429 && !/^\d+/.test(headers.get('retry-after') ?? '')) {
    headers.set('retry-after', String(RETRY_AFTER_SECONDS));
  }
  return headers;
}
