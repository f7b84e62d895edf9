/** What a window about one customer remembers while it is open, in its `private_metadata`. */
export interface CustomerWindow {
  readonly customerId: string;
  /** When what the person pressed was put together: whoever did something since then was quicker. */
  readonly seenAt: Date;
  /** The id of what the window is about, where that is a part of the customer: a complaint. */
  readonly subject?: string | undefined;
  /** Where the card can be put in place of the one that the window was opened from; undefined when it was another message. */
  readonly cardUrl?: string | undefined;
}

/** The `private_metadata` of a window about one customer; far below Slack's 3,000 characters. */
export function customerWindowMetadata({ customerId, seenAt, subject, cardUrl }: CustomerWindow): string {
  // what is undefined is left out
  return JSON.stringify({ customerId, seenAtMs: seenAt.getTime(), subject, cardUrl });
}

/** Reads {@link customerWindowMetadata}; undefined for anything else. */
export function readCustomerWindow(metadata: string): CustomerWindow | undefined {
  if (!metadata.startsWith('{')) return undefined;
  const read: unknown = JSON.parse(metadata);
  if (typeof read !== 'object' || read === null || !('customerId' in read) || !('seenAtMs' in read)) return undefined;
  const { customerId, seenAtMs } = read;
  if (typeof customerId !== 'string' || typeof seenAtMs !== 'number') return undefined;
  const cardUrl = 'cardUrl' in read && typeof read.cardUrl === 'string' ? read.cardUrl : undefined;
  const subject = 'subject' in read && typeof read.subject === 'string' ? read.subject : undefined;
  return { customerId, seenAt: new Date(seenAtMs), subject, cardUrl };
}
