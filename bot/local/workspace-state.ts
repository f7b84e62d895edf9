import { type ChangeFeed, createChangeFeed } from './change-feed.ts';
import type { IdSource } from './id-source.ts';
import type { JsonObject } from './json-object.ts';
import { LOCAL_BOT, LOCAL_CHANNELS, LOCAL_USERS, type LocalChannel, type LocalUser } from './local-members.ts';
import type { LocalTime } from './local-time.ts';
import type { StoredFile } from './stored-files.ts';

/** A message as the workspace keeps it. */
export interface StoredMessage {
  readonly channel: string;
  /** Slack's timestamp, which is also the message's id within its channel: `1700000000.000100`. */
  readonly ts: string;
  /** Who wrote it: a person's id or the bot's. */
  readonly userId: string;
  /** As sent: mrkdwn, escaped. */
  readonly text: string;
  /** With a block_id in each and an action_id in each interactive element, as Slack adds them. */
  readonly blocks: readonly JsonObject[];
  readonly metadata?: JsonObject;
  readonly threadTs?: string;
  /** The one person who sees it, when it is ephemeral. */
  readonly visibleTo?: string;
  readonly editedTs?: string;
  /** What was shared with it. */
  readonly files?: readonly MessageFile[];
}

/** A file as a message shows it. */
interface MessageFile {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
}

/** A modal or Home view as the workspace keeps it. */
export interface StoredView {
  readonly id: string;
  readonly userId: string;
  /** As the bot gave it, with ids added. */
  readonly content: JsonObject;
  /** Changes with every update. */
  readonly hash: string;
  readonly rootViewId: string;
  readonly previousViewId: string | undefined;
  /** What the person has filled in so far: block_id → action_id → Slack's state value. */
  readonly values: Readonly<Record<string, Readonly<Record<string, JsonObject>>>>;
}

/** Everything that can change in the workspace, for a page or a terminal to draw. */
export type WorkspaceChange =
  | { readonly kind: 'message-posted' | 'message-updated' | 'message-deleted'; readonly message: StoredMessage }
  | { readonly kind: 'view-opened' | 'view-updated' | 'view-closed' | 'home-published'; readonly view: StoredView };

/** The workspace's people, channels, messages and views, kept in memory. */
export interface WorkspaceState {
  readonly users: Map<string, LocalUser>;
  readonly channels: Map<string, LocalChannel>;
  /** In the order in which they were posted. */
  readonly messages: StoredMessage[];
  /** By id; deleted ones stay as tombstones. */
  readonly files: Map<string, StoredFile>;
  /** The open modals of each person, the top one last. */
  readonly modals: Map<string, StoredView[]>;
  /** The Home view of each person. */
  readonly homes: Map<string, StoredView>;
  readonly changes: ChangeFeed<WorkspaceChange>;
  /** A timestamp that no message has yet. */
  nextTs(): string;
}

/** A workspace with the given people and channels and nothing said yet; each person has a direct message with the bot. */
export function createWorkspaceState(
  time: LocalTime,
  users: readonly LocalUser[] = LOCAL_USERS,
  channels: readonly LocalChannel[] = LOCAL_CHANNELS,
): WorkspaceState {
  const bot: LocalUser = {
    id: LOCAL_BOT.userId,
    name: LOCAL_BOT.name,
    realName: 'Tierbook',
    email: '',
    locale: 'en-US',
    timeZone: 'UTC',
    isAdmin: false,
    isBot: true,
    isDeleted: false,
  };
  const directMessages = users.map(
    (user): LocalChannel => ({
      id: directMessageId(user.id),
      name: user.name,
      kind: 'im',
      isArchived: false,
      members: [user.id, bot.id],
    }),
  );
  const usedStamps = new Set<number>();
  return {
    users: new Map([...users, bot].map((user) => [user.id, user])),
    channels: new Map([...channels, ...directMessages].map((channel) => [channel.id, channel])),
    messages: [],
    files: new Map(),
    modals: new Map(),
    homes: new Map(),
    changes: createChangeFeed(),
    nextTs() {
      let micros = Math.round(time.workspaceNowMs()) * 1000;
      while (usedStamps.has(micros)) micros += 1;
      usedStamps.add(micros);
      return `${Math.floor(micros / 1e6)}.${String(micros % 1e6).padStart(6, '0')}`;
    },
  };
}

/** The id of the direct message between the bot and a person. */
export function directMessageId(userId: string): string {
  return userId.replace(/^U/, 'D');
}

/** Adds a message and tells the readers. */
export function postMessage(state: WorkspaceState, message: StoredMessage): StoredMessage {
  state.messages.push(message);
  state.changes.publish({ kind: 'message-posted', message });
  return message;
}

/** Puts `next` in the place of the message with its channel and ts; false when there is none. */
export function replaceMessage(state: WorkspaceState, next: StoredMessage): boolean {
  const place = state.messages.findIndex((each) => each.channel === next.channel && each.ts === next.ts);
  if (place < 0) return false;
  state.messages[place] = next;
  state.changes.publish({ kind: 'message-updated', message: next });
  return true;
}

/** Takes a message away; false when there is none. */
export function removeMessage(state: WorkspaceState, channel: string, ts: string): boolean {
  const place = state.messages.findIndex((each) => each.channel === channel && each.ts === ts);
  const [message] = place < 0 ? [] : state.messages.splice(place, 1);
  if (message) state.changes.publish({ kind: 'message-deleted', message });
  return message !== undefined;
}

/** The message with this channel and ts; undefined when there is none. */
export function findMessage(state: WorkspaceState, channel: string, ts: string): StoredMessage | undefined {
  return state.messages.find((each) => each.channel === channel && each.ts === ts);
}

/** Blocks as Slack stores them: each with a block_id, each interactive element with an action_id. */
export function withIds(blocks: readonly JsonObject[], ids: IdSource): JsonObject[] {
  return blocks.map((block) => {
    const given = typeof block['block_id'] === 'string' && block['block_id'] !== '';
    const filled: Record<string, unknown> = { ...block, block_id: given ? block['block_id'] : ids(5) };
    for (const name of ['elements', 'actions', 'accessory', 'element', 'child_blocks'] as const) {
      if (filled[name] !== undefined && block['type'] !== 'rich_text')
        filled[name] = withActionIds(filled[name], name, ids);
    }
    return filled;
  });
}

function withActionIds(value: unknown, place: string, ids: IdSource): unknown {
  if (place === 'child_blocks') return Array.isArray(value) ? withIds(value, ids) : value;
  if (Array.isArray(value)) return value.map((each) => withActionIds(each, place, ids));
  if (typeof value !== 'object' || value === null) return value;
  const element: JsonObject = { ...value };
  const type = element['type'];
  if (type === 'card') return withIds([element], ids)[0];
  if (type === 'image' || type === 'plain_text' || type === 'mrkdwn') return element;
  return typeof element['action_id'] === 'string' ? element : { ...element, action_id: ids(5) };
}
