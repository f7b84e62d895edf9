import { WebAPIPlatformError, WebAPIRateLimitedError } from '@slack/web-api';

/** What a failed call to Slack means for a message. */
export type Failure =
  /** Certainly not posted: try again after a while. */
  | { readonly kind: 'later'; readonly afterMs: number; readonly problem: string }
  /** Certainly not posted: the blocks are refused. */
  | { readonly kind: 'blocks'; readonly problem: string }
  /** Certainly not posted, and not until a person does something. */
  | { readonly kind: 'dead'; readonly problem: string }
  /** Posted or not. */
  | { readonly kind: 'unclear'; readonly problem: string };

/** What Slack answers when it broke down itself: "some aspect of the operation may have succeeded". */
const BROKE_DOWN = new Set([
  'fatal_error',
  'internal_error',
  'service_unavailable',
  'request_timeout',
  'team_added_to_org',
]);
/** Limits that come as an answer and not as a status. */
const LIMITED = new Set(['ratelimited', 'rate_limited', 'message_limit_exceeded']);
/** The token or the app's rights are wrong: for every message alike, and mended outside. */
const NO_ACCESS = new Set([
  'accesslimited',
  'access_denied',
  'invalid_auth',
  'not_authed',
  'token_expired',
  'token_revoked',
  'ekm_access_denied',
  'team_access_not_granted',
]);
const REFUSED_BLOCKS = new Set(['invalid_blocks', 'invalid_blocks_format', 'msg_blocks_too_long']);

const LIMITED_MS = 30_000;
const NO_ACCESS_MS = 300_000;

/** Reads a failed call of `chat.postMessage`, `conversations.open` or `conversations.history`. */
export function failureOf(error: unknown): Failure {
  if (error instanceof WebAPIRateLimitedError) {
    return { kind: 'later', afterMs: error.retryAfter * 1000, problem: 'ratelimited' };
  }
  if (!(error instanceof WebAPIPlatformError)) return { kind: 'unclear', problem: 'no-answer' };
  const problem = error.data.error;
  if (BROKE_DOWN.has(problem)) return { kind: 'unclear', problem };
  if (LIMITED.has(problem)) return { kind: 'later', afterMs: LIMITED_MS, problem };
  if (NO_ACCESS.has(problem)) return { kind: 'later', afterMs: NO_ACCESS_MS, problem };
  if (REFUSED_BLOCKS.has(problem)) return { kind: 'blocks', problem };
  return { kind: 'dead', problem };
}
