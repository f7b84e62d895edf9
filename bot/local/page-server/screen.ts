import type { JsonObject } from '../json-object.ts';
import { LOCAL_BOT, type LocalUser } from '../local-members.ts';
import type { PageChannel, PageMessage, PagePerson, PageView } from '../page-protocol.ts';
import type { StoredMessage, StoredView, WorkspaceState } from '../workspace-state.ts';
import type { UnreadMarks } from './unread-marks.ts';

/** The role of each member, by Slack user id. */
export type Roles = ReadonlyMap<string, PagePerson['role']>;

/** Everybody of the workspace, with their roles and unread marks. */
export function peopleOnPage({ users }: WorkspaceState, roles: Roles, unread: UnreadMarks): PagePerson[] {
  return [...users.values()]
    .filter((user) => !user.isDeleted)
    .map((user) => ({ ...profileOf(user), role: roleOf(user, roles), unread: unread.count(user.id) }));
}

/** The channels that a person sees, the direct message with the bot last. */
export function channelsOnPage({ channels }: WorkspaceState, userId: string, unread: UnreadMarks): PageChannel[] {
  return [...channels.values()]
    .filter(({ kind, members }) => kind === 'public' || members.includes(userId))
    .map(({ id, isArchived, kind, members, name }) => ({
      id,
      name: kind === 'im' ? LOCAL_BOT.name : name,
      kind,
      isArchived,
      hasBot: members.includes(LOCAL_BOT.userId),
      unread: unread.count(userId, id),
    }));
}

/** Whether a person sees a message at all. */
export function canSee({ channels }: WorkspaceState, userId: string, message: StoredMessage): boolean {
  const channel = channels.get(message.channel);
  const seesChannel = channel !== undefined && (channel.kind === 'public' || channel.members.includes(userId));
  return seesChannel && (message.visibleTo === undefined || message.visibleTo === userId);
}

/** A message in the page's words. */
export function messageOnPage(message: StoredMessage): PageMessage {
  const { blocks, channel, editedTs, files = [], text, threadTs, ts, userId, visibleTo } = message;
  return {
    channel,
    ts,
    userId,
    text,
    blocks,
    files,
    threadTs: threadTs ?? null,
    isEphemeral: visibleTo !== undefined,
    isEdited: editedTs !== undefined,
  };
}

/** A view in the page's words, without what the bot keeps in it for itself. */
export function viewOnPage({ content, hash, id, values }: StoredView): PageView {
  const { private_metadata: _private, ...shown }: JsonObject = content;
  return { id, content: shown, hash, values };
}

function profileOf({ id, isBot, locale, name, realName, timeZone }: LocalUser): Omit<PagePerson, 'role' | 'unread'> {
  return { id, name, realName, locale, timeZone, isBot };
}

function roleOf({ id, isAdmin }: LocalUser, roles: Roles): PagePerson['role'] {
  return roles.get(id) ?? (isAdmin ? 'admin' : 'rep');
}
