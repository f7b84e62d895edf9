import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRequestError } from '@slack/web-api';

/** The word with which Slack refused a call (`not_in_channel`); undefined when the error is something else. */
export function slackErrorOf(error: unknown): string | undefined {
  return error instanceof WebAPIPlatformError ? error.data.error : undefined;
}

/**
 * Whether an unhandled rejection comes from Slack's Socket Mode library and leaves the process sound: it raises one when
 * reconnecting is refused or fails, and one for an envelope without an inner event (`app_rate_limited`).
 */
export function isSocketFault(error: unknown): boolean {
  if (error instanceof WebAPIPlatformError || error instanceof WebAPIRequestError || error instanceof WebAPIHTTPError)
    return true;
  const origin = error instanceof TypeError ? error.stack?.split('\n')[1] : undefined;
  return origin !== undefined && /@slack[\\/]socket-mode[\\/]/.test(origin);
}
