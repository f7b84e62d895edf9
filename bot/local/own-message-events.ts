import type { JsonObject } from './json-object.ts';
import { LOCAL_BOT } from './local-members.ts';
import type { LocalSlack } from './local-slack.ts';
import { messageForApi } from './web-api/conversation-methods.ts';
import type { StoredMessage, WorkspaceChange } from './workspace-state.ts';

/**
 * Tells the bot of its own messages in direct messages, as `message.im` does (with `im:history`): posted, changed and
 * deleted ones. Bolt keeps the posted ones from its listeners, but not the other two, which may make a bot answer itself.
 */
export function tellOwnMessages(slack: LocalSlack): void {
  const before = new Map<string, StoredMessage>();
  slack.state.changes.listen((change) => {
    if (!('message' in change) || !isToldOf(slack, change.message)) return;
    const { message } = change;
    const id = `${message.channel} ${message.ts}`;
    const event = eventFor(slack, change.kind, message, before.get(id));
    if (change.kind === 'message-deleted') before.delete(id);
    else before.set(id, message);
    // A posted message is its own event; a change of one is another.
    const eventTs = change.kind === 'message-posted' ? message.ts : slack.state.nextTs();
    void slack.delivery.tell({
      ts: eventTs,
      ...event,
      channel: message.channel,
      channel_type: 'im',
      event_ts: eventTs,
    });
  });
}

function isToldOf(slack: LocalSlack, { channel, userId, visibleTo }: StoredMessage): boolean {
  const isOwn = userId === LOCAL_BOT.userId && visibleTo === undefined;
  return isOwn && slack.state.channels.get(channel)?.kind === 'im' && slack.scopes.includes('im:history');
}

type MessageChange = Extract<WorkspaceChange, { readonly message: StoredMessage }>['kind'];

function eventFor(
  slack: LocalSlack,
  kind: MessageChange,
  message: StoredMessage,
  previous: StoredMessage | undefined,
): JsonObject {
  const changed = { type: 'message', hidden: true, previous_message: messageForApi(slack, previous ?? message) };
  switch (kind) {
    case 'message-posted':
      return messageForApi(slack, message);
    case 'message-updated':
      return { ...changed, subtype: 'message_changed', message: messageForApi(slack, message) };
    case 'message-deleted':
      return { ...changed, subtype: 'message_deleted', deleted_ts: message.ts };
    default:
      return kind satisfies never;
  }
}
