import type { FoundElement } from './found-element.ts';
import type { JsonObject } from './json-object.ts';
import { LOCAL_BOT, LOCAL_TEAM, type LocalChannel, type LocalUser } from './local-members.ts';
import type { LocalSlack } from './local-slack.ts';
import { viewForApi } from './view-stack.ts';
import { messageForApi } from './web-api/conversation-methods.ts';
import type { StoredMessage, StoredView } from './workspace-state.ts';

/** Where a person acts: on a message, or in a modal or Home view. */
export type ActedOn =
  | { readonly kind: 'message'; readonly message: StoredMessage; readonly channel: LocalChannel }
  | { readonly kind: 'view'; readonly view: StoredView };

/** What Slack posts for a slash command. */
export function commandPayload(
  slack: LocalSlack,
  user: LocalUser,
  channel: LocalChannel,
  command: string,
  text: string,
): JsonObject {
  const target = { userId: user.id, channel: channel.id, messageTs: undefined, threadTs: undefined };
  return {
    token: 'local',
    team_id: LOCAL_TEAM.id,
    team_domain: LOCAL_TEAM.domain,
    channel_id: channel.id,
    channel_name: nameForApi(channel),
    user_id: user.id,
    user_name: user.name,
    command,
    text,
    api_app_id: LOCAL_BOT.appId,
    is_enterprise_install: 'false',
    response_url: slack.url() + slack.responseUrls.issue(target),
    trigger_id: slack.triggers.issue({ userId: user.id, viewId: undefined }),
  };
}

/** What Slack posts when a button is pressed or something is chosen; `state` is the element's new state, if it has any. */
export function actionPayload(
  slack: LocalSlack,
  user: LocalUser,
  on: ActedOn,
  found: FoundElement,
  state: JsonObject | undefined,
): JsonObject {
  const { element, blockId, actionId } = found;
  const now = String(slack.time.workspaceNowMs() / 1000);
  const { text, value } = element;
  const action = {
    action_id: actionId,
    block_id: blockId,
    type: element['type'],
    ...(element['type'] === 'button' ? { text, ...(value === undefined ? {} : { value }) } : {}),
    ...state,
    action_ts: now,
  };
  const responseUrl =
    on.kind === 'message'
      ? {
          response_url:
            slack.url() +
            slack.responseUrls.issue({
              userId: user.id,
              channel: on.message.channel,
              messageTs: on.message.ts,
              threadTs: on.message.threadTs,
            }),
          state: { values: state ? { [blockId]: { [actionId]: state } } : {} },
        }
      : {};
  return {
    type: 'block_actions',
    ...actor(user),
    ...surface(slack, on),
    trigger_id: slack.triggers.issue({ userId: user.id, viewId: on.kind === 'view' ? on.view.id : undefined }),
    ...responseUrl,
    actions: [action],
  };
}

/** What Slack posts when a person types into an external menu. */
export function suggestionPayload(
  slack: LocalSlack,
  user: LocalUser,
  on: ActedOn,
  found: FoundElement,
  query: string,
): JsonObject {
  const { actionId, blockId } = found;
  return {
    type: 'block_suggestion',
    ...actor(user),
    ...surface(slack, on),
    action_id: actionId,
    block_id: blockId,
    value: query,
  };
}

/** What Slack posts when a modal is submitted. */
export function submissionPayload(slack: LocalSlack, user: LocalUser, view: StoredView): JsonObject {
  const trigger_id = slack.triggers.issue({ userId: user.id, viewId: view.id });
  return { type: 'view_submission', ...actor(user), trigger_id, view: viewForApi(view), response_urls: [] };
}

/** What Slack posts when a modal with `notify_on_close` is closed. */
export function closedPayload(user: LocalUser, view: StoredView, isCleared: boolean): JsonObject {
  return { type: 'view_closed', ...actor(user), view: viewForApi(view), is_cleared: isCleared };
}

/** What Slack posts for a shortcut, global or on a message (Slack: "Shortcuts payloads"). */
export function shortcutPayload(slack: LocalSlack, user: LocalUser, callbackId: string, on?: ActedOn): JsonObject {
  const common = {
    ...actor(user),
    callback_id: callbackId,
    action_ts: String(slack.time.workspaceNowMs() / 1000),
    trigger_id: slack.triggers.issue({ userId: user.id, viewId: undefined }),
  };
  if (on?.kind !== 'message') return { type: 'shortcut', ...common };
  const { message, channel } = on;
  const target = { userId: user.id, channel: channel.id, messageTs: message.ts, threadTs: message.threadTs };
  return {
    type: 'message_action',
    ...common,
    channel: { id: channel.id, name: nameForApi(channel) },
    message_ts: message.ts,
    message: messageForApi(slack, message),
    response_url: slack.url() + slack.responseUrls.issue(target),
  };
}

function actor(user: LocalUser): JsonObject {
  return {
    team: { id: LOCAL_TEAM.id, domain: LOCAL_TEAM.domain },
    user: { id: user.id, username: user.name, name: user.name, team_id: LOCAL_TEAM.id },
    api_app_id: LOCAL_BOT.appId,
    token: 'local',
    enterprise: null,
    is_enterprise_install: false,
  };
}

function surface(slack: LocalSlack, on: ActedOn): JsonObject {
  if (on.kind === 'view') return { container: { type: 'view', view_id: on.view.id }, view: viewForApi(on.view) };
  const { message, channel } = on;
  const isEphemeral = message.visibleTo !== undefined;
  const thread = message.threadTs === undefined ? {} : { thread_ts: message.threadTs };
  return {
    container: {
      type: 'message',
      message_ts: message.ts,
      channel_id: channel.id,
      is_ephemeral: isEphemeral,
      ...thread,
    },
    channel: { id: channel.id, name: nameForApi(channel) },
    ...(isEphemeral ? {} : { message: messageForApi(slack, message) }),
  };
}

/** A channel's name as Slack gives it with what people do there; what is private keeps its own to itself. */
function nameForApi({ kind, name }: LocalChannel): string {
  return kind === 'im' ? 'directmessage' : kind === 'private' ? 'privategroup' : name;
}
