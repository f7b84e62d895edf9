import type { ServerResponse } from 'node:http';
import type { PageEvent } from '../page-protocol.ts';

/** One open page, to which events go. */
export interface EventStream {
  send(event: PageEvent): void;
  end(): void;
}

/** How soon a page that lost its stream comes back. */
const RETRY_MS = 1000;
/** A page that reads nothing while this much waits is cut off; it comes back with a fresh screen. */
const MOST_WAITING_BYTES = 16_000_000;

/** Begins server-sent events (WHATWG HTML, "Server-sent events") on a response. */
export function startEventStream(response: ServerResponse): EventStream {
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store' });
  response.write(`retry: ${RETRY_MS}\n\n`);
  return {
    send(event) {
      if (response.writableLength > MOST_WAITING_BYTES) response.destroy();
      else response.write(`data: ${JSON.stringify(event)}\n\n`);
    },
    end: () => response.end(),
  };
}
