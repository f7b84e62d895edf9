import type { IncomingHttpHeaders } from 'node:http';
import { isJsonObject, type JsonObject, parseJson } from '../json-object.ts';
import type { LocalSlack } from '../local-slack.ts';
import { ApiError, type ApiMethod, invalidArguments, requireScope } from './api-method.ts';
import { BASIC_METHODS } from './basic-methods.ts';
import { CHAT_METHODS } from './chat-methods.ts';
import { CONVERSATION_METHODS } from './conversation-methods.ts';
import { FILE_METHODS } from './file-methods.ts';
import { USER_METHODS } from './user-methods.ts';
import { VIEW_METHODS } from './view-methods.ts';

/** What the Web API answers: always HTTP 200, the error in the body, as with Slack. */
export interface ApiAnswer {
  readonly body: JsonObject;
  readonly headers: Readonly<Record<string, string>>;
}

/** The methods this Slack knows; any other is an `unknown_method`. */
const API_METHODS: Readonly<Record<string, ApiMethod>> = {
  ...BASIC_METHODS,
  ...CHAT_METHODS,
  ...CONVERSATION_METHODS,
  ...FILE_METHODS,
  ...USER_METHODS,
  ...VIEW_METHODS,
};

/** Answers one call of the Web API: token, scopes and arguments are checked before the method runs. */
export function callMethod(slack: LocalSlack, name: string, headers: IncomingHttpHeaders, args: JsonObject): ApiAnswer {
  const method = Object.hasOwn(API_METHODS, name) ? API_METHODS[name] : undefined;
  const answerHeaders = method && method.token === 'bot' ? scopeHeaders(slack, method) : {};
  try {
    if (!method) throw new ApiError('unknown_method', { req_method: name });
    checkToken(slack, method, headers, args);
    requireScope(slack, ...method.scopes);
    const missing = method.required.filter((each) => args[each] === undefined || args[each] === '');
    if (missing.length > 0) throw invalidArguments(...missing.map((each) => `missing required field: ${each}`));
    return { body: { ok: true, ...withWarnings(method.run(slack, args), headers) }, headers: answerHeaders };
  } catch (error) {
    if (error instanceof ApiError)
      return { body: { ok: false, error: error.code, ...error.data }, headers: answerHeaders };
    throw error;
  }
}

/** A request's arguments, from a form or a JSON body. Throws `invalid_form_data`, `invalid_json`, `invalid_post_type`. */
export function parseArguments(contentType: string, body: string): JsonObject {
  if (contentType.startsWith('application/json')) {
    const value = parseJson(body === '' ? '{}' : body);
    if (value === undefined) throw new ApiError('invalid_json');
    if (!isJsonObject(value)) throw new ApiError('json_not_object');
    return value;
  }
  if (contentType.startsWith('application/x-www-form-urlencoded') || body === '') {
    return Object.fromEntries(new URLSearchParams(body));
  }
  throw new ApiError('invalid_post_type');
}

function checkToken(slack: LocalSlack, method: ApiMethod, headers: IncomingHttpHeaders, args: JsonObject): void {
  if (method.token === 'none') return;
  const { botToken, appToken } = slack.credentials;
  const bearer = /^Bearer\s+(\S+)$/i.exec(headers.authorization ?? '')?.[1];
  const token = bearer ?? args['token'];
  if (token === undefined || token === '') throw new ApiError('not_authed');
  if (token !== botToken && token !== appToken) throw new ApiError('invalid_auth');
  if (token !== (method.token === 'bot' ? botToken : appToken)) throw new ApiError('not_allowed_token_type');
}

function scopeHeaders(slack: LocalSlack, method: ApiMethod): Record<string, string> {
  return { 'x-oauth-scopes': slack.scopes.join(','), 'x-accepted-oauth-scopes': method.scopes.join(',') };
}

function withWarnings(answer: JsonObject, headers: IncomingHttpHeaders): JsonObject {
  const type = headers['content-type'] ?? '';
  if (!type.startsWith('application/json') || type.includes('charset') || answer['warning'] !== undefined)
    return answer;
  const metadata = isJsonObject(answer['response_metadata']) ? answer['response_metadata'] : {};
  return { ...answer, warning: 'missing_charset', response_metadata: { ...metadata, warnings: ['missing_charset'] } };
}
