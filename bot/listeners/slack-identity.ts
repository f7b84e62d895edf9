import { WebAPIPlatformError, type WebClient } from '@slack/web-api';
import { keepTrying } from '../keep-trying.ts';
import { StartError } from '../start-error.ts';
import type { Workspace } from './services.ts';
import { slackErrorOf } from './slack-error.ts';

/** Who the bot token belongs to. */
export interface SlackIdentity {
  readonly workspace: Workspace;
  readonly botId: string;
  readonly botUserId: string;
}

/**
 * Asks `auth.test`, waiting for as long as Slack does not answer. Throws a {@link StartError} that names the variable when
 * Slack refuses the token.
 */
export async function slackIdentity(
  client: WebClient,
  say: (sentence: string) => void,
  signal: AbortSignal,
): Promise<SlackIdentity> {
  try {
    const found = await keepTrying(() => client.auth.test(), {
      worthwhile: (error) => !(error instanceof WebAPIPlatformError),
      onFailure: (_, seconds) => say(`Slack does not answer at ${client.slackApiUrl}. Trying again in ${seconds} s.`),
      signal,
    });
    return {
      workspace: { id: found.team_id ?? '', enterpriseId: found.enterprise_id ?? null },
      botId: found.bot_id ?? '',
      botUserId: found.user_id ?? '',
    };
  } catch (error) {
    const refused = slackErrorOf(error);
    if (refused === undefined) throw error;
    throw new StartError(`SLACK_BOT_TOKEN is refused by Slack (${refused}): copy it anew from OAuth & Permissions.`, {
      cause: error,
    });
  }
}
