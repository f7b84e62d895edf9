import { LOCAL_BOT } from './local-members.ts';
import type { LocalSlack } from './local-slack.ts';
import type { MessageContent } from './web-api/message-arguments.ts';
import { postMessage, type StoredMessage, withIds } from './workspace-state.ts';

/** Posts what the bot says, with the ids that Slack adds; `where` may set it in a thread or show it to one person only. */
export function postAsBot(
  slack: LocalSlack,
  content: MessageContent,
  where: Pick<StoredMessage, 'channel' | 'threadTs' | 'visibleTo'>,
): StoredMessage {
  const { ids, state } = slack;
  const blocks = withIds(content.blocks, ids);
  return postMessage(state, { ts: state.nextTs(), userId: LOCAL_BOT.userId, ...content, blocks, ...where });
}
