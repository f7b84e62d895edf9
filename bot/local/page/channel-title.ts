import type { PageChannel } from '../page-protocol.ts';

/** A channel as one speaks of it: `#sales`, or Tierbook for the direct message with the bot. */
export function channelTitle({ kind, name }: PageChannel): string {
  return kind === 'im' ? 'Tierbook' : `#${name}`;
}
