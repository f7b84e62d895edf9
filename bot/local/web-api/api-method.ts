import { isJsonObject, type JsonObject, parseJson } from '../json-object.ts';
import type { LocalSlack } from '../local-slack.ts';

/** One method of the Web API. */
export interface ApiMethod {
  /** The token it takes: `bot` (xoxb), `app` (xapp) or none at all. */
  readonly token: 'bot' | 'app' | 'none';
  /** Arguments without which Slack answers `invalid_arguments`. */
  readonly required: readonly string[];
  /** Scopes of which the token must have one; more may be asked for in `run`, where they depend on the channel. */
  readonly scopes: readonly string[];
  /** What is answered beside `ok: true`. Throws {@link ApiError} where Slack refuses. */
  run(slack: LocalSlack, args: JsonObject): JsonObject;
}

/** A refusal in Slack's words: `code` is the answer's `error`, `data` what stands beside it. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly code: string;
  readonly data: JsonObject;

  constructor(code: string, data: JsonObject = {}) {
    super(code);
    this.code = code;
    this.data = data;
  }
}

/** The refusal for arguments that do not fit, with what is wrong with each as Slack words it. */
export function invalidArguments(...problems: readonly string[]): ApiError {
  return new ApiError('invalid_arguments', {
    response_metadata: { messages: problems.map((problem) => `[ERROR] ${problem}`) },
  });
}

/** Refuses unless the bot token has one of the scopes. */
export function requireScope(slack: LocalSlack, ...needed: readonly string[]): void {
  if (needed.length === 0 || needed.some((scope) => slack.scopes.includes(scope))) return;
  throw new ApiError('missing_scope', { needed: needed.join(','), provided: slack.scopes.join(',') });
}

/** An argument as text; empty when it is missing. */
export function textArgument(args: JsonObject, name: string): string {
  const value = args[name];
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

/** An argument as yes or no: form bodies carry `true` and `1`. */
export function flagArgument(args: JsonObject, name: string, otherwise = false): boolean {
  const value = args[name];
  if (value === undefined) return otherwise;
  return value === true || value === 'true' || value === '1' || value === 1;
}

/** An argument that is JSON: as it is in a JSON body, as text in a form. Throws `ApiError(code)` when it is not JSON. */
export function jsonArgument(args: JsonObject, name: string, code: string): unknown {
  const value = args[name];
  if (typeof value !== 'string') return value;
  if (value === '') return undefined;
  const parsed = parseJson(value);
  if (parsed === undefined) throw new ApiError(code);
  return parsed;
}

/** An argument that is a JSON object. Throws `ApiError(code)` when it is something else. */
export function objectArgument(args: JsonObject, name: string, code: string): JsonObject | undefined {
  const value = jsonArgument(args, name, code);
  if (value === undefined) return undefined;
  if (!isJsonObject(value)) throw new ApiError(code);
  return value;
}

/** One page of a list by `limit` and `cursor`, with the cursor of the next. Throws `invalid_cursor`. */
export function pageOf<T>(
  items: readonly T[],
  args: JsonObject,
  limits: { usual: number; max: number },
): { readonly page: readonly T[]; readonly nextCursor: string } {
  const asked = Number(textArgument(args, 'limit'));
  const limit = Math.min(asked > 0 ? Math.floor(asked) : limits.usual, limits.max);
  const cursor = textArgument(args, 'cursor');
  const from = cursor === '' ? 0 : Number(Buffer.from(cursor, 'base64').toString('latin1').replace('from:', ''));
  if (!Number.isInteger(from) || from < 0 || from > items.length) throw new ApiError('invalid_cursor');
  const page = items.slice(from, from + limit);
  const end = from + page.length;
  return { page, nextCursor: end < items.length ? Buffer.from(`from:${end}`, 'latin1').toString('base64') : '' };
}
