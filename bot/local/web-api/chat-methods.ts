import { MAX_MESSAGE_TEXT } from '../block-kit-rules.ts';
import type { JsonObject } from '../json-object.ts';
import { LOCAL_BOT, type LocalChannel } from '../local-members.ts';
import type { LocalSlack } from '../local-slack.ts';
import { postAsBot } from '../post-as-bot.ts';
import {
  directMessageId,
  findMessage,
  removeMessage,
  replaceMessage,
  type StoredMessage,
  withIds,
} from '../workspace-state.ts';
import { ApiError, type ApiMethod, textArgument } from './api-method.ts';
import { messageForApi } from './conversation-methods.ts';
import { messageContent, messageWarning } from './message-arguments.ts';

/** `chat.postMessage`, `postEphemeral`, `update`, `delete` and `getPermalink`. */
export const CHAT_METHODS: Readonly<Record<string, ApiMethod>> = {
  'chat.postMessage': {
    token: 'bot',
    required: ['channel'],
    scopes: ['chat:write'],
    run(slack, args) {
      const channel = writableChannel(slack, args);
      const content = messageContent(args);
      const message = postAsBot(slack, content, { channel: channel.id, ...threadOf(slack, args, channel) });
      return {
        channel: channel.id,
        ts: message.ts,
        message: messageForApi(slack, message),
        ...messageWarning(content),
      };
    },
  },
  'chat.postEphemeral': {
    token: 'bot',
    required: ['channel', 'user'],
    scopes: ['chat:write'],
    run(slack, args) {
      const channel = writableChannel(slack, args);
      const visibleTo = textArgument(args, 'user');
      if (!channel.members.includes(visibleTo)) throw new ApiError('user_not_in_channel');
      refuseLongText(args);
      const content = messageContent(args);
      const where = { channel: channel.id, visibleTo, ...threadOf(slack, args, channel) };
      const message = postAsBot(slack, content, where);
      return { message_ts: message.ts, ...messageWarning(content) };
    },
  },
  'chat.update': {
    token: 'bot',
    required: ['channel', 'ts'],
    scopes: ['chat:write'],
    run(slack, args) {
      const before = ownMessage(slack, args, 'cant_update_message');
      refuseLongText(args);
      const content = messageContent(args);
      const message: StoredMessage = {
        ...before,
        ...content,
        // Slack: blocks that are left out stay as they were; an empty list takes them away.
        blocks: args['blocks'] === undefined ? before.blocks : withIds(content.blocks, slack.ids),
        editedTs: slack.state.nextTs(),
      };
      replaceMessage(slack.state, message);
      const answer = {
        channel: message.channel,
        ts: message.ts,
        text: message.text,
        message: messageForApi(slack, message),
      };
      return { ...answer, ...messageWarning(content) };
    },
  },
  'chat.delete': {
    token: 'bot',
    required: ['channel', 'ts'],
    scopes: ['chat:write'],
    run(slack, args) {
      const { channel, ts } = ownMessage(slack, args, 'cant_delete_message');
      removeMessage(slack.state, channel, ts);
      return { channel, ts };
    },
  },
  'chat.getPermalink': {
    token: 'bot',
    required: ['channel', 'message_ts'],
    scopes: [],
    run(slack, args) {
      const channel = slack.state.channels.get(textArgument(args, 'channel'));
      if (!channel) throw new ApiError('channel_not_found');
      const ts = textArgument(args, 'message_ts');
      if (!findMessage(slack.state, channel.id, ts)) throw new ApiError('message_not_found');
      return { channel: channel.id, permalink: `${slack.url()}/archives/${channel.id}/p${ts.replace('.', '')}` };
    },
  },
};

/** The channel by id, by `#name`, or the direct message with a person, if the bot may write there. */
function writableChannel(slack: LocalSlack, args: JsonObject): LocalChannel {
  const given = textArgument(args, 'channel');
  const { channels } = slack.state;
  const channel =
    channels.get(given) ??
    channels.get(directMessageId(given)) ??
    [...channels.values()].find((each) => each.kind !== 'im' && `#${each.name}` === `#${given.replace(/^#/, '')}`);
  if (!channel) throw new ApiError('channel_not_found');
  if (!channel.members.includes(LOCAL_BOT.userId)) {
    if (channel.kind === 'private') throw new ApiError('channel_not_found');
    if (!slack.scopes.includes('chat:write.public')) throw new ApiError('not_in_channel');
  }
  if (channel.isArchived) throw new ApiError('is_archived');
  return channel;
}

function ownMessage(slack: LocalSlack, args: JsonObject, notOwn: string): StoredMessage {
  const channel = slack.state.channels.get(textArgument(args, 'channel'));
  if (!channel) throw new ApiError('channel_not_found');
  const message = findMessage(slack.state, channel.id, textArgument(args, 'ts'));
  if (!message || message.visibleTo !== undefined) throw new ApiError('message_not_found');
  if (message.userId !== LOCAL_BOT.userId) throw new ApiError(notOwn);
  return message;
}

function threadOf(slack: LocalSlack, args: JsonObject, channel: LocalChannel): { threadTs?: string } {
  const threadTs = textArgument(args, 'thread_ts');
  if (threadTs === '') return {};
  if (!findMessage(slack.state, channel.id, threadTs)) throw new ApiError('thread_not_found');
  return { threadTs };
}

/** `chat.postMessage` cuts a text that is too long; the other two refuse it. */
function refuseLongText(args: JsonObject): void {
  if (textArgument(args, 'text').length > MAX_MESSAGE_TEXT) throw new ApiError('msg_too_long');
}
