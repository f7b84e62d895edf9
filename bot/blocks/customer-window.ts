/** What a window about one customer remembers while it is open, in its `private_metadata`. */
export interface CustomerWindow {
  readonly customerId: string;
  /** When what the person pressed was put together: whoever did something since then was quicker. */
  readonly seenAt: Date;
  /** Where the card can be put in place of the one that the window was opened from; undefined when it was another message. */
  readonly cardUrl?: string | undefined;
}

/** The `private_metadata` of a window about one customer; far below Slack's 3,000 characters. */
export function customerWindowMetadata({ customerId, seenAt, cardUrl }: CustomerWindow): string {
  return JSON.stringify({ customerId, seenAtMs: seenAt.getTime(), ...(cardUrl !== undefined && { cardUrl }) });
}

/** Reads {@link customerWindowMetadata}; undefined for anything else. */
export function readCustomerWindow(metadata: string): CustomerWindow | undefined {
  if (!metadata.startsWith('{')) return undefined;
  const read: unknown = JSON.parse(metadata);
  if (typeof read !== 'object' || read === null || !('customerId' in read) || !('seenAtMs' in read)) return undefined;
  const { customerId, seenAtMs } = read;
  if (typeof customerId !== 'string' || typeof seenAtMs !== 'number') return undefined;
  const cardUrl = 'cardUrl' in read && typeof read.cardUrl === 'string' ? read.cardUrl : undefined;
  return { customerId, seenAt: new Date(seenAtMs), cardUrl };
}
