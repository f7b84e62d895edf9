import type { LocalChannel } from '../local-members.ts';
import type { StoredMessage, WorkspaceState } from '../workspace-state.ts';

/** Which messages each person has not seen yet. */
export interface UnreadMarks {
  /** Takes note of a new message; true when it is unread for somebody. */
  add(message: StoredMessage): boolean;
  /** Forgets a deleted message; true when it was unread for somebody. */
  remove(message: StoredMessage): boolean;
  /** The person has seen the channel; true when anything there was unread. */
  read(userId: string, channel: string): boolean;
  /** How many messages of one channel, or of all, the person has not seen. */
  count(userId: string, channel?: string): number;
}

/**
 * Marks for everybody, none at first. As in Slack, what only one person sees, one's own messages and replies in threads leave
 * no mark.
 */
export function createUnreadMarks({ users, channels }: Pick<WorkspaceState, 'users' | 'channels'>): UnreadMarks {
  const marks = new Map<string, Map<string, Set<string>>>();
  const ofPerson = (userId: string) => {
    const known = marks.get(userId) ?? new Map<string, Set<string>>();
    marks.set(userId, known);
    return known;
  };
  return {
    add(message) {
      const { channel, threadTs, ts, userId, visibleTo } = message;
      const place = channels.get(channel);
      if (!place || visibleTo !== undefined || (threadTs !== undefined && threadTs !== ts)) return false;
      const readers = [...users.values()].filter((user) => !user.isBot && user.id !== userId && isIn(place, user.id));
      for (const { id } of readers) {
        const ofChannel = ofPerson(id).get(channel) ?? new Set();
        ofPerson(id).set(channel, ofChannel.add(ts));
      }
      return readers.length > 0;
    },
    remove({ channel, ts }) {
      const found = [...marks.values()].map((channelsOf) => channelsOf.get(channel)?.delete(ts) === true);
      return found.includes(true);
    },
    read: (userId, channel) => ofPerson(userId).delete(channel),
    count(userId, channel) {
      const ofChannels = ofPerson(userId);
      if (channel !== undefined) return ofChannels.get(channel)?.size ?? 0;
      return [...ofChannels.values()].reduce((sum, each) => sum + each.size, 0);
    },
  };
}

function isIn(channel: LocalChannel, userId: string): boolean {
  return channel.members.includes(userId);
}
