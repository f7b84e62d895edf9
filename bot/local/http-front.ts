import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Fault } from './faults.ts';
import { answerDownload, answerSignIn, SIGN_IN_PATH } from './file-downloads.ts';
import { isJsonObject, type JsonObject, parseJson } from './json-object.ts';
import type { LocalSlack } from './local-slack.ts';
import { isOwnAddress } from './own-address.ts';
import { readBody } from './read-body.ts';
import { respondWith } from './response-messages.ts';
import { ApiError } from './web-api/api-method.ts';
import { callMethod, parseArguments } from './web-api/call-method.ts';

/** Answers a request that is not Slack's: the page, health. */
export type OtherRequests = (request: IncomingMessage, response: ServerResponse) => void;

const MAX_BODY_BYTES = 4_000_000;

/**
 * The HTTP side of the stand-in: `/api/METHOD`, response_urls and the Socket Mode upgrade; all else goes to `others`.
 *
 * Refuses any `Host` but its own address and any foreign `Origin`, so that no web page can reach it by a name that
 * resolves here (DNS rebinding).
 */
export function createHttpFront(slack: () => LocalSlack, others: OtherRequests): Server {
  const server = createServer((request, response) => {
    if (!isOwnAddress(request)) {
      send(response, 403, { ok: false, error: 'forbidden_host' });
      return;
    }
    const [pathname = '/'] = (request.url ?? '/').split('?', 1);
    if (pathname.startsWith('/api/'))
      answerCall(slack(), pathname.slice('/api/'.length), request, response).catch(broken(response));
    else if (/^\/(commands|actions)\//.test(pathname))
      answerResponse(slack(), pathname, request, response).catch(broken(response));
    else if (pathname.startsWith('/files-pri/')) handOut(slack(), pathname, request, response);
    else if (pathname === SIGN_IN_PATH) answerSignIn(response);
    else others(request, response);
  });
  server.on('upgrade', (request, socket, head) => {
    if (isOwnAddress(request) && (request.url ?? '').startsWith('/link/'))
      slack().socketMode.upgrade(request, socket, head);
    else socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
  });
  return server;
}

async function answerCall(
  slack: LocalSlack,
  method: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const startedMs = slack.time.networkNowMs();
  const body = await bodyOf(request);
  if (body === undefined) return send(response, 413, { ok: false, error: 'request_too_large' });
  const fault = slack.faults.take(method);
  let args: JsonObject = {};
  const answer = (() => {
    try {
      const query = Object.fromEntries(new URL(request.url ?? '/', 'http://slack').searchParams);
      args = { ...query, ...parseArguments(request.headers['content-type'] ?? '', body) };
      if (fault && fault.applied !== true) return undefined;
      return callMethod(slack, method, request.headers, args);
    } catch (error) {
      if (error instanceof ApiError) return { body: { ok: false, error: error.code, ...error.data }, headers: {} };
      throw error;
    }
  })();
  const { token: _token, ...shown } = args;
  const given = fault ? faultAnswer(fault) : answer?.body;
  const tookMs = slack.time.networkNowMs() - startedMs;
  slack.traffic.add({ kind: 'call', method, arguments: shown, answer: given, tookMs });
  if (fault) fail(fault, response);
  else send(response, 200, answer?.body ?? {}, answer?.headers);
}

async function answerResponse(
  slack: LocalSlack,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const startedMs = slack.time.networkNowMs();
  const body = parseJson((await bodyOf(request)) ?? '');
  const fault = slack.faults.take('response_url');
  const refusal = fault && fault.applied !== true ? undefined : respond(slack, path, body);
  const answer = fault
    ? faultAnswer(fault)
    : { ok: refusal === undefined, ...(refusal ? { error: refusal.error } : {}) };
  const tookMs = slack.time.networkNowMs() - startedMs;
  slack.traffic.add({
    kind: 'call',
    method: 'response_url',
    arguments: isJsonObject(body) ? body : {},
    answer,
    tookMs,
  });
  if (fault) fail(fault, response);
  else if (refusal) send(response, refusal.status, { ok: false, error: refusal.error });
  else response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8' }).end('ok');
}

/** Hands out a file; `failNext('files.download', …)` makes it fail. */
function handOut(slack: LocalSlack, pathname: string, request: IncomingMessage, response: ServerResponse): void {
  const startedMs = slack.time.networkNowMs();
  const fault = slack.faults.take('files.download');
  if (fault) fail(fault, response);
  else answerDownload(slack, request, response);
  slack.traffic.add({
    kind: 'call',
    method: 'files.download',
    arguments: { path: pathname },
    answer: fault ? faultAnswer(fault) : { ok: response.statusCode === 200, status: response.statusCode },
    tookMs: slack.time.networkNowMs() - startedMs,
  });
}

function respond(slack: LocalSlack, path: string, body: unknown): { status: number; error: string } | undefined {
  if (!isJsonObject(body)) return { status: 400, error: 'invalid_payload' };
  const target = slack.responseUrls.use(path);
  if (typeof target === 'string') return { status: 404, error: target };
  try {
    respondWith(slack, target, body);
    return undefined;
  } catch (error) {
    if (error instanceof ApiError) return { status: 400, error: error.code };
    throw error;
  }
}

/** A mistake of the stand-in itself shows as Slack's own would. */
function broken(response: ServerResponse): (error: unknown) => void {
  return (error) => {
    console.error(error);
    if (response.headersSent) response.end();
    else send(response, 500, { ok: false, error: 'fatal_error' });
  };
}

function faultAnswer(fault: Fault): JsonObject | undefined {
  return fault.hang === true || fault.reset === true
    ? undefined
    : { ok: false, error: fault.error ?? `http_${fault.status ?? 500}` };
}

function fail(fault: Fault, response: ServerResponse): void {
  if (fault.hang === true) return;
  if (fault.reset === true) {
    response.socket?.destroy();
    return;
  }
  if (fault.status === undefined) return send(response, 200, { ok: false, error: fault.error ?? 'internal_error' });
  const { retryAfter = 1 } = fault;
  const headers = fault.status === 429 && retryAfter !== null ? { 'retry-after': String(retryAfter) } : {};
  send(
    response,
    fault.status,
    { ok: false, error: fault.error ?? (fault.status === 429 ? 'ratelimited' : 'fatal_error') },
    headers,
  );
}

function send(
  response: ServerResponse,
  status: number,
  body: JsonObject,
  headers: Readonly<Record<string, string>> = {},
): void {
  response
    .writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers })
    .end(JSON.stringify(body));
}

/** The body as text; undefined when it is too large or the sender went away. */
async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  const body = await readBody(request, MAX_BODY_BYTES).catch(() => undefined);
  return body?.toString('utf8');
}
