import type { PageMessage } from '../../page-protocol.ts';
import { isoDay, tsMs } from '../zoned-time.ts';

/** Messages by one person within this time stand under one name. */
const TOGETHER_MS = 5 * 60_000;

/** One message in a list, with what stands above it. */
export interface TimelineRow {
  readonly message: PageMessage;
  /** The day, when it is another than that of the message before. */
  readonly day: string | null;
  /** Whether it is the first that the person had not seen. */
  readonly isFirstNew: boolean;
  /** Whether it follows one by the same person closely, so that the name need not stand there again. */
  readonly isContinued: boolean;
}

/**
 * Messages as rows, oldest first.
 *
 * @param newFrom the ts of the first message that had not been seen; null when all had
 */
export function timeline(
  messages: readonly PageMessage[],
  timeZone: string,
  newFrom: string | null,
): readonly TimelineRow[] {
  return messages.map((message, index) => {
    const before = messages[index - 1];
    const day = isoDay(tsMs(message.ts), timeZone);
    const isNewDay = before === undefined || isoDay(tsMs(before.ts), timeZone) !== day;
    const isFirstNew = message.ts === newFrom;
    return {
      message,
      day: isNewDay ? day : null,
      isFirstNew,
      isContinued: !isNewDay && !isFirstNew && follows(before, message),
    };
  });
}

/** The first of the last `unread` messages that others wrote; null when there are none. */
export function firstUnread(messages: readonly PageMessage[], unread: number, meId: string): string | null {
  if (unread <= 0) return null;
  return messages.filter((each) => each.userId !== meId).at(-unread)?.ts ?? messages[0]?.ts ?? null;
}

/** The messages that stand in a channel itself: those in threads are read in their thread. */
export function rootMessages(messages: readonly PageMessage[], channel: string): readonly PageMessage[] {
  return messages.filter((each) => each.channel === channel && (each.threadTs === null || each.threadTs === each.ts));
}

/** A thread's messages, its root first. */
export function threadMessages(messages: readonly PageMessage[], channel: string, ts: string): readonly PageMessage[] {
  return messages.filter((each) => each.channel === channel && (each.ts === ts || each.threadTs === ts));
}

/** How many answers each thread of a channel has, by its root's ts. */
export function replyCounts(messages: readonly PageMessage[], channel: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { channel: own, ts, threadTs } of messages) {
    if (own === channel && threadTs !== null && threadTs !== ts) counts.set(threadTs, (counts.get(threadTs) ?? 0) + 1);
  }
  return counts;
}

function follows(before: PageMessage, message: PageMessage): boolean {
  return (
    before.userId === message.userId &&
    before.isEphemeral === message.isEphemeral &&
    tsMs(message.ts) - tsMs(before.ts) < TOGETHER_MS
  );
}
