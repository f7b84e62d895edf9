import { WebAPIPlatformError } from '@slack/web-api';

/** The word with which Slack refused a call (`not_in_channel`); undefined when the error is something else. */
export function slackErrorOf(error: unknown): string | undefined {
  return error instanceof WebAPIPlatformError ? error.data.error : undefined;
}
