import { LOCAL_BOT, LOCAL_TEAM, type LocalChannel } from './local-members.ts';
import type { LocalSlack } from './local-slack.ts';
import { messageForApi } from './web-api/conversation-methods.ts';
import { findMessage, type StoredMessage } from './workspace-state.ts';

/**
 * Tells the bot what a person wrote, as Slack does: as `message.im` in the direct message with it (`im:history`), as
 * `app_mention` where it is a member and was mentioned (`app_mentions:read`), and not at all elsewhere. A reply names the
 * thread's first message and who wrote that.
 */
export async function tellSaid(slack: LocalSlack, message: StoredMessage, channel: LocalChannel): Promise<void> {
  const { threadTs } = message;
  const parent = threadTs === undefined ? undefined : findMessage(slack.state, channel.id, threadTs);
  const event = {
    ...messageForApi(slack, message),
    client_msg_id: [8, 4, 4, 4, 12]
      .map((length) => slack.ids(length))
      .join('-')
      .toLowerCase(),
    team: LOCAL_TEAM.id,
    ...(parent !== undefined && { parent_user_id: parent.userId }),
    channel: channel.id,
    event_ts: message.ts,
  };
  if (channel.kind === 'im') {
    if (slack.scopes.includes('im:history')) await slack.delivery.tell({ ...event, channel_type: 'im' });
    return;
  }
  if (isMention(message, channel) && slack.scopes.includes('app_mentions:read'))
    await slack.delivery.tell({ ...event, type: 'app_mention' });
}

/** Slack tells of mentions only where the bot is a member. */
function isMention({ text }: StoredMessage, { members }: LocalChannel): boolean {
  return members.includes(LOCAL_BOT.userId) && text.includes(`<@${LOCAL_BOT.userId}>`);
}
