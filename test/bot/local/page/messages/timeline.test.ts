import { describe, expect, test } from 'vitest';
import {
  firstUnread,
  replyCounts,
  rootMessages,
  threadMessages,
  timeline,
} from '../../../../../bot/local/page/messages/timeline.ts';
import { pageMessage } from '../../../../support/page-parts.ts';

const minutes = (count: number) => String(Date.parse('2026-11-22T22:00:00Z') / 1000 + count * 60);
const rows = (messages: ReturnType<typeof pageMessage>[], newFrom: string | null = null) =>
  timeline(messages, 'Europe/Berlin', newFrom);

describe('messages as rows', () => {
  test('the first of each day in the person’s time zone has the day above it', () => {
    const messages = [0, 30, 61, 62].map((at) => pageMessage({ ts: minutes(at) }));
    expect(rows(messages).map((each) => each.day)).toEqual(['2026-11-22', null, '2026-11-23', null]);
  });

  test('messages by one person within five minutes stand together', () => {
    const messages = [0, 4, 10].map((at) => pageMessage({ ts: minutes(at) }));
    expect(rows(messages).map((each) => each.isContinued)).toEqual([false, true, false]);
  });

  test('another person, and what only one person sees, begin anew', () => {
    const messages = [
      pageMessage({ ts: minutes(0) }),
      pageMessage({ ts: minutes(1), isEphemeral: true }),
      pageMessage({ ts: minutes(2), isEphemeral: true, userId: 'U0ANNA' }),
    ];
    expect(rows(messages).map((each) => each.isContinued)).toEqual([false, false, false]);
  });

  test('the first unseen message is marked and begins anew', () => {
    const messages = [pageMessage({ ts: minutes(0) }), pageMessage({ ts: minutes(1) })];
    expect(rows(messages, minutes(1)).map(({ isFirstNew, isContinued }) => [isFirstNew, isContinued])).toEqual([
      [false, false],
      [true, false],
    ]);
  });
});

describe('the first unseen message', () => {
  const messages = ['1', '2', '3'].map((ts) => pageMessage({ ts, userId: ts === '2' ? 'U0ANNA' : 'U0TIERBOOK' }));

  test('one’s own messages are never unseen', () => {
    expect(firstUnread(messages, 1, 'U0ANNA')).toBe('3');
    expect(firstUnread(messages, 2, 'U0ANNA')).toBe('1');
  });

  test('is none when all was seen or nothing is there, and the first when more is unseen than is there', () => {
    expect(firstUnread(messages, 0, 'U0ANNA')).toBeNull();
    expect(firstUnread([], 3, 'U0ANNA')).toBeNull();
    expect(firstUnread(messages, 9, 'U0ANNA')).toBe('1');
  });
});

describe('threads', () => {
  const root = pageMessage({ ts: '1', threadTs: '1' });
  const reply = pageMessage({ ts: '2', threadTs: '1' });
  const other = pageMessage({ ts: '3' });
  const elsewhere = pageMessage({ ts: '4', threadTs: '1', channel: 'C0GENERAL' });
  const all = [root, reply, other, elsewhere];

  test('replies stand in their thread and not in the channel', () => {
    expect(rootMessages(all, 'C0SALES')).toEqual([root, other]);
    expect(threadMessages(all, 'C0SALES', '1')).toEqual([root, reply]);
  });

  test('replies are counted by their root, within the channel', () => {
    expect([...replyCounts(all, 'C0SALES')]).toEqual([['1', 1]]);
  });
});
