import type { JsonObject } from './json-object.ts';

/** Something Slack tells the bot about. */
export interface Envelope {
  readonly id: string;
  readonly type: 'slash_commands' | 'interactive' | 'events_api';
  readonly payload: JsonObject;
  /** Whether the acknowledgement may carry an answer. */
  readonly acceptsResponsePayload: boolean;
}

/** Which attempt this is, from 0, and why there was another. */
export interface Attempt {
  readonly number: number;
  readonly reason: string;
}

/** How the bot took an envelope. */
export type AckOutcome =
  | { readonly kind: 'acked'; readonly payload: unknown }
  | {
      readonly kind: 'failed';
      readonly error: 'operation_timeout' | 'dispatch_failed';
      readonly detail: string;
      /** Why there is another attempt, if there is one, as {@link Attempt} says it. */
      readonly retryReason: RetryReason;
    };

/** Slack's words for it (Slack: "Events API", Retries); `timeout` is Socket Mode's. */
type RetryReason = 'timeout' | 'http_timeout' | 'http_error' | 'connection_failed' | 'too_many_redirects';

/** One way to the bot: Socket Mode or signed HTTP. */
export interface Sender {
  send(envelope: Envelope, attempt: Attempt): Promise<AckOutcome>;
}

/** The bot has this long to acknowledge (Slack: "Acknowledgement response"). */
export const ACK_WITHIN_MS = 3000;
