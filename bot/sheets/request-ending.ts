/** How a request to Google ended. */
export type Ending<T> =
  | { readonly kind: 'done'; readonly value: T }
  /** Google did not take it and may take it later; `afterMs`: not before so long. */
  | { readonly kind: 'later'; readonly isQuota: boolean; readonly afterMs: number; readonly failure: Failure }
  /** It may have been done and may not: the answer did not arrive, or Google failed on the way. */
  | { readonly kind: 'unknown'; readonly failure: Failure }
  /** Asking again would not help. */
  | { readonly kind: 'refused'; readonly failure: Failure };

/** What Google, or the network, said; nothing of the request, which holds tokens and cells. */
export interface Failure {
  /** HTTP; 0: no answer. */
  readonly status: number;
  /** Google's word for the kind of failure, such as `PERMISSION_DENIED`; '' when it has none. */
  readonly word: string;
  /** Of the `ErrorInfo` in its details, such as `SERVICE_DISABLED`; '' when it has none. */
  readonly reason: string;
  /** One line. */
  readonly message: string;
}

/** What a caller of googleapis may catch, as far as it is read here. */
interface Caught {
  readonly code?: unknown;
  readonly message?: unknown;
  readonly cause?: unknown;
  readonly response?: {
    readonly status?: unknown;
    readonly data?: unknown;
    readonly headers?: { get(name: string): string | null };
  };
}

/** Failures in which nothing can have been sent. */
const NEVER_SENT: ReadonlySet<unknown> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
]);

/** The longest part of Google's words that is passed on. */
const MOST_CHARACTERS = 200;

/**
 * What an error of googleapis means.
 *
 * @param now to read a `Retry-After` that is a date
 */
export function endingOf(error: unknown, now: Date): Exclude<Ending<never>, { readonly kind: 'done' }> {
  const caught = (typeof error === 'object' && error !== null ? error : {}) as Caught;
  const { response } = caught;
  if (response === undefined) {
    const failure = { status: 0, word: codeOf(caught), reason: '', message: '' };
    return NEVER_SENT.has(failure.word)
      ? { kind: 'later', isQuota: false, afterMs: 0, failure }
      : { kind: 'unknown', failure };
  }
  const status = typeof response.status === 'number' ? response.status : 0;
  const failure = { status, ...wordsOf(response.data) };
  const isQuota = status === 429 || (status === 403 && failure.reason === 'RATE_LIMIT_EXCEEDED');
  if (isQuota || status === 503) {
    return {
      kind: 'later',
      isQuota,
      afterMs: retryAfterMs(response.headers?.get('retry-after') ?? null, now),
      failure,
    };
  }
  return status === 408 || status >= 500 ? { kind: 'unknown', failure } : { kind: 'refused', failure };
}

/** The system's code of a failed connection, which may stand some causes down. */
function codeOf(error: Caught): string {
  let at: unknown = error;
  for (let depth = 0; depth < 4 && typeof at === 'object' && at !== null; depth += 1) {
    const { code, cause } = at as Caught;
    if (typeof code === 'string') return code;
    at = cause;
  }
  return '';
}

function wordsOf(data: unknown): Omit<Failure, 'status'> {
  const parsed = typeof data === 'string' ? parsedJson(data) : data;
  const error = (parsed as { readonly error?: unknown } | null | undefined)?.error;
  // Google's sign-in says it in one word
  if (typeof error === 'string') return { word: error, reason: '', message: '' };
  if (typeof error !== 'object' || error === null) return { word: '', reason: '', message: '' };
  const { status, message, details } = error as Readonly<Record<string, unknown>>;
  const infos = (Array.isArray(details) ? details : []) as readonly (Readonly<Record<string, unknown>> | null)[];
  const reason = infos.find((info) => typeof info?.['reason'] === 'string')?.['reason'];
  return {
    word: typeof status === 'string' ? status : '',
    reason: typeof reason === 'string' ? reason : '',
    message: typeof message === 'string' ? oneLine(message) : '',
  };
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function oneLine(message: string): string {
  const line = message.replaceAll(/\s+/g, ' ').trim();
  return line.length <= MOST_CHARACTERS ? line : `${line.slice(0, MOST_CHARACTERS - 1)}…`;
}

/** `Retry-After` in seconds or as a date; 0 without one. */
function retryAfterMs(header: string | null, now: Date): number {
  if (header === null) return 0;
  const seconds = Number(header);
  const ms = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header) - now.getTime();
  return Number.isFinite(ms) ? Math.max(0, ms) : 0;
}
