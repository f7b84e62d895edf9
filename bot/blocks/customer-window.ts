import { type CalendarDate, parseIsoDate } from '../../core/calendar-date.ts';

/** What a window about one customer remembers while it is open, in its `private_metadata`. */
export interface CustomerWindow {
  readonly customerId: string;
  /** When what the person pressed was put together: whoever did something since then was quicker. */
  readonly seenAt: Date;
  /** The id of what the window is about, where that is a part of the customer: a complaint. */
  readonly subject?: string | undefined;
  /** Where the card, or the `list`, can be put in place of the one that the window was opened from; undefined when it was another message. */
  readonly cardUrl?: string | undefined;
  /** Whose day the list shows that the window was opened from; undefined when it was opened from no list. */
  readonly list?: AskedList | undefined;
}

/** The day of a rep that somebody asked for. */
export interface AskedList {
  readonly memberId: string;
  readonly on: CalendarDate;
}

/** The `private_metadata` of a window about one customer; far below Slack's 3,000 characters. */
export function customerWindowMetadata({ customerId, seenAt, subject, cardUrl, list }: CustomerWindow): string {
  // what is undefined is left out
  return JSON.stringify({ customerId, seenAtMs: seenAt.getTime(), subject, cardUrl, list: list && listKey(list) });
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
  const list = 'list' in read && typeof read.list === 'string' ? readListKey(read.list) : undefined;
  return { customerId, seenAt: new Date(seenAtMs), subject, cardUrl, ...(list !== undefined && { list }) };
}

/** A list in one word, as the ids of its blocks begin. */
export function listKey({ memberId, on }: AskedList): string {
  return `list|${memberId}|${on}`;
}

/** Reads what begins with a {@link listKey}; undefined for anything else. */
export function readListKey(key: string): AskedList | undefined {
  const [, memberId, day] = /^list\|([0-9a-f-]{36})\|(\d{4}-\d{2}-\d{2})(?:\||$)/.exec(key) ?? [];
  const on = parseIsoDate(day ?? '');
  return memberId === undefined || on === undefined ? undefined : { memberId, on };
}
