import type { JsonObject } from './json-object.ts';
import { LOCAL_BOT, type LocalChannel, type LocalUser } from './local-members.ts';
import type { LocalSlack } from './local-slack.ts';
import type { StoredFile } from './stored-files.ts';
import { messageForApi } from './web-api/conversation-methods.ts';
import { postMessage, type StoredMessage } from './workspace-state.ts';

/** A file as a person drops it into a channel. */
export interface DroppedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What Slack says otherwise of an unusual file; default nothing. */
  readonly details?: JsonObject;
}

/** Posts a file in a channel, and tells the bot of it where it is a member and has the scopes. */
export async function shareFile(
  slack: LocalSlack,
  user: LocalUser,
  channel: LocalChannel,
  { name, bytes, details = {} }: DroppedFile,
): Promise<StoredMessage> {
  const { delivery, scopes, state } = slack;
  const file: StoredFile = {
    id: `F${slack.ids(10)}`,
    name,
    content: Uint8Array.from(bytes),
    userId: user.id,
    channel: channel.id,
    createdMs: slack.time.workspaceNowMs(),
    isDeleted: false,
    details,
  };
  state.files.set(file.id, file);
  const message = postMessage(state, {
    channel: channel.id,
    ts: state.nextTs(),
    userId: user.id,
    text: '',
    blocks: [],
    files: [{ id: file.id, name, bytes: bytes.length }],
  });
  if (!channel.members.includes(LOCAL_BOT.userId)) return message;
  if (scopes.includes('files:read')) {
    await delivery.tell({
      type: 'file_shared',
      file_id: file.id,
      user_id: user.id,
      file: { id: file.id },
      channel_id: channel.id,
      event_ts: message.ts,
    });
  }
  if (channel.kind === 'im' && scopes.includes('im:history')) {
    const event = { ...messageForApi(slack, message), subtype: 'file_share', upload: false, channel: channel.id };
    await delivery.tell({ ...event, channel_type: 'im', event_ts: message.ts });
  }
  return message;
}
