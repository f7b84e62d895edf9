import type { JsonObject } from '../json-object.ts';
import { LOCAL_BOT, type LocalChannel } from '../local-members.ts';
import type { LocalSlack } from '../local-slack.ts';
import { fileForApi } from '../stored-files.ts';
import { directMessageId, type StoredMessage } from '../workspace-state.ts';
import { ApiError, type ApiMethod, flagArgument, pageOf, requireScope, textArgument } from './api-method.ts';

/** `conversations.open`, `info`, `list`, `members`, `history` and `replies`. */
export const CONVERSATION_METHODS: Readonly<Record<string, ApiMethod>> = {
  'conversations.open': {
    token: 'bot',
    required: [],
    scopes: ['im:write'],
    run(slack, args) {
      const users = textArgument(args, 'users').split(',').filter(Boolean);
      const given = textArgument(args, 'channel');
      if (users.length === 0 && given === '') throw new ApiError('users_list_not_supplied');
      const [user] = users;
      if (users.length > 1) requireScope(slack, 'mpim:write');
      if (user !== undefined && !slack.state.users.has(user)) throw new ApiError('user_not_found');
      const channel = slack.state.channels.get(user === undefined ? given : directMessageId(user));
      if (!channel) throw new ApiError(user === undefined ? 'channel_not_found' : 'cannot_dm_bot');
      return { no_op: true, already_open: true, channel: { id: channel.id } };
    },
  },
  'conversations.info': {
    token: 'bot',
    required: ['channel'],
    scopes: [],
    run: (slack, args) => ({ channel: channelForApi(readable(slack, args, 'read')) }),
  },
  'conversations.list': {
    token: 'bot',
    required: [],
    scopes: [],
    run(slack, args) {
      const types = (textArgument(args, 'types') || 'public_channel').split(',').map((type) => type.trim());
      for (const type of types) requireScope(slack, `${scopeFamily(type)}:read`);
      const hideArchived = flagArgument(args, 'exclude_archived');
      const listed = [...slack.state.channels.values()].filter(
        (each) => types.includes(typeOf(each)) && canSee(each) && !(hideArchived && each.isArchived),
      );
      const { page, nextCursor } = pageOf(listed, args, { usual: 100, max: 1000 });
      return { channels: page.map(channelForApi), response_metadata: { next_cursor: nextCursor } };
    },
  },
  'conversations.members': {
    token: 'bot',
    required: ['channel'],
    scopes: [],
    run(slack, args) {
      const { page, nextCursor } = pageOf(readable(slack, args, 'read').members, args, { usual: 100, max: 1000 });
      return { members: page, response_metadata: { next_cursor: nextCursor } };
    },
  },
  'conversations.history': {
    token: 'bot',
    required: ['channel'],
    scopes: [],
    run(slack, args) {
      const channel = readable(slack, args, 'history');
      if (!channel.members.includes(LOCAL_BOT.userId)) throw new ApiError('not_in_channel');
      const roots = visibleTo(slack, channel).filter(
        (each) => each.threadTs === undefined || each.threadTs === each.ts,
      );
      return historyPage(slack, roots.toReversed(), args);
    },
  },
  'conversations.replies': {
    token: 'bot',
    required: ['channel', 'ts'],
    scopes: [],
    run(slack, args) {
      const channel = readable(slack, args, 'history');
      if (!channel.members.includes(LOCAL_BOT.userId)) throw new ApiError('not_in_channel');
      const ts = textArgument(args, 'ts');
      const thread = visibleTo(slack, channel).filter((each) => each.ts === ts || each.threadTs === ts);
      if (thread.length === 0) throw new ApiError('thread_not_found');
      return historyPage(slack, thread, args);
    },
  },
};

/** A message as Slack gives it in answers, events and interactions; metadata only when it is asked for. */
export function messageForApi(slack: LocalSlack, message: StoredMessage, withMetadata = true): JsonObject {
  const files = (message.files ?? []).flatMap(({ id }) => slack.state.files.get(id) ?? []);
  const isBot = message.userId === LOCAL_BOT.userId;
  return {
    type: 'message',
    user: message.userId,
    ts: message.ts,
    text: message.text,
    ...(isBot ? { bot_id: LOCAL_BOT.botId, app_id: LOCAL_BOT.appId } : {}),
    ...(message.blocks.length > 0 ? { blocks: message.blocks } : {}),
    ...(files.length > 0 ? { files: files.map((file) => fileForApi(slack, file)) } : {}),
    ...(message.threadTs === undefined ? {} : { thread_ts: message.threadTs }),
    ...(message.editedTs === undefined ? {} : { edited: { user: message.userId, ts: message.editedTs } }),
    ...(withMetadata && message.metadata ? { metadata: message.metadata } : {}),
  };
}

type ScopeFamily = 'channels' | 'groups' | 'im' | 'mpim';

function scopeFamily(type: string): ScopeFamily {
  if (type === 'private_channel') return 'groups';
  return type === 'im' || type === 'mpim' ? type : 'channels';
}

function typeOf(channel: LocalChannel): string {
  return channel.kind === 'im' ? 'im' : `${channel.kind}_channel`;
}

function canSee(channel: LocalChannel): boolean {
  return channel.kind === 'public' || channel.members.includes(LOCAL_BOT.userId);
}

function readable(slack: LocalSlack, args: JsonObject, right: 'read' | 'history'): LocalChannel {
  const channel = slack.state.channels.get(textArgument(args, 'channel'));
  if (!channel || !canSee(channel)) throw new ApiError('channel_not_found');
  requireScope(slack, `${scopeFamily(typeOf(channel))}:${right}`);
  return channel;
}

function visibleTo(slack: LocalSlack, channel: LocalChannel): StoredMessage[] {
  return slack.state.messages.filter((each) => each.channel === channel.id && each.visibleTo === undefined);
}

function historyPage(slack: LocalSlack, messages: readonly StoredMessage[], args: JsonObject): JsonObject {
  const oldest = Number(textArgument(args, 'oldest') || '0');
  const latest = Number(textArgument(args, 'latest') || Number.POSITIVE_INFINITY);
  const inclusive = flagArgument(args, 'inclusive');
  const within = messages.filter(({ ts }) => {
    const at = Number(ts);
    return (at > oldest && at < latest) || (inclusive && (at === oldest || at === latest));
  });
  const { page, nextCursor } = pageOf(within, args, { usual: 100, max: 999 });
  const withMetadata = flagArgument(args, 'include_all_metadata');
  return {
    messages: page.map((each) => messageForApi(slack, each, withMetadata)),
    has_more: nextCursor !== '',
    response_metadata: { next_cursor: nextCursor },
  };
}

function channelForApi(channel: LocalChannel): JsonObject {
  const common = { id: channel.id, is_archived: channel.isArchived, created: 0 };
  if (channel.kind === 'im')
    return { ...common, is_im: true, user: channel.members.find((id) => id !== LOCAL_BOT.userId) };
  return {
    ...common,
    name: channel.name,
    name_normalized: channel.name,
    is_channel: channel.kind === 'public',
    is_group: channel.kind === 'private',
    is_im: false,
    is_private: channel.kind === 'private',
    is_member: channel.members.includes(LOCAL_BOT.userId),
    is_general: channel.name === 'general',
    num_members: channel.members.length,
  };
}
