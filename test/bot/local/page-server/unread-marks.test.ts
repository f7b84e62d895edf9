import { expect, test } from 'vitest';
import { createUnreadMarks } from '../../../../bot/local/page-server/unread-marks.ts';
import { createWorkspaceState, type StoredMessage } from '../../../../bot/local/workspace-state.ts';
import { manualTime } from '../../../support/manual-time.ts';

const workspace = createWorkspaceState(manualTime());

function message(of: Partial<StoredMessage> = {}): StoredMessage {
  return { channel: 'C0SALES', ts: workspace.nextTs(), userId: 'U0ANNA', text: 'Hi', blocks: [], ...of };
}

test('a message is unread for everybody in the channel but its author, until they look', () => {
  const unread = createUnreadMarks(workspace);
  unread.add(message());
  unread.add(message());
  expect([unread.count('U0ANNA'), unread.count('U0LEI'), unread.count('U0SAM', 'C0SALES')]).toEqual([0, 2, 2]);
  expect(unread.read('U0LEI', 'C0SALES')).toBe(true);
  expect(unread.read('U0LEI', 'C0SALES')).toBe(false);
  expect([unread.count('U0LEI'), unread.count('U0SAM')]).toEqual([0, 2]);
});

test('a direct message is unread for its one reader', () => {
  const unread = createUnreadMarks(workspace);
  unread.add(message({ channel: 'D0LEI', userId: 'U0TIERBOOK' }));
  expect([unread.count('U0LEI', 'D0LEI'), unread.count('U0ANNA')]).toEqual([1, 0]);
});

test('answers that one person sees and replies in threads leave no mark', () => {
  const unread = createUnreadMarks(workspace);
  expect(unread.add(message({ visibleTo: 'U0LEI' }))).toBe(false);
  expect(unread.add(message({ threadTs: '1700000000.000100' }))).toBe(false);
  expect(unread.count('U0LEI')).toBe(0);
});

test('a deleted message is not unread any more', () => {
  const unread = createUnreadMarks(workspace);
  const deleted = message();
  unread.add(deleted);
  expect(unread.remove(deleted)).toBe(true);
  expect(unread.remove(deleted)).toBe(false);
  expect(unread.count('U0LEI')).toBe(0);
});
