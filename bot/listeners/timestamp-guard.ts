import type { RequestListener } from 'node:http';
import type { Clock } from '../clock.ts';

/** As old as Slack lets a signature be; a clock may be wrong by as much the other way. */
const MAX_SKEW_SECONDS = 300;

/**
 * Answers 401 to a request whose `X-Slack-Request-Timestamp` lies more than 5 minutes ahead. Bolt checks the signature and
 * refuses old ones, but would take a request that was signed for next year at any time until then.
 */
export function refusesFutureTimestamps(listener: RequestListener, clock: Clock): RequestListener {
  return (request, response) => {
    const seconds = Number(request.headers['x-slack-request-timestamp']);
    if (seconds * 1000 <= clock.now().getTime() + MAX_SKEW_SECONDS * 1000) return listener(request, response);
    request.resume();
    return response.writeHead(401).end();
  };
}
