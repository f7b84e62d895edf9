import type { JsonObject } from './json-object.ts';
import type { LocalSlack } from './local-slack.ts';
import { postAsBot } from './post-as-bot.ts';
import type { ResponseTarget } from './response-urls.ts';
import { flagArgument, textArgument } from './web-api/api-method.ts';
import { messageContent } from './web-api/message-arguments.ts';
import { findMessage, removeMessage, replaceMessage, withIds } from './workspace-state.ts';

/**
 * Does what a message sent to a response_url, or an acknowledgement's message, asks for: posts to the one person
 * (unless `response_type` is `in_channel`), or replaces or deletes the message whose button was pressed.
 *
 * Throws `ApiError` for content that Slack refuses.
 */
export function respondWith(slack: LocalSlack, target: ResponseTarget, body: JsonObject): void {
  const original =
    target.messageTs === undefined ? undefined : findMessage(slack.state, target.channel, target.messageTs);
  if (original && flagArgument(body, 'delete_original')) {
    removeMessage(slack.state, original.channel, original.ts);
    return;
  }
  const content = messageContent(body);
  if (original && flagArgument(body, 'replace_original', body['response_type'] === undefined)) {
    const blocks = withIds(content.blocks, slack.ids);
    replaceMessage(slack.state, { ...original, ...content, blocks, editedTs: slack.state.nextTs() });
    return;
  }
  const threadTs = textArgument(body, 'thread_ts') || target.threadTs;
  postAsBot(slack, content, {
    channel: target.channel,
    ...(threadTs === undefined ? {} : { threadTs }),
    ...(body['response_type'] === 'in_channel' ? {} : { visibleTo: target.userId }),
  });
}
