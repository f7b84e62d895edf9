import type { IncomingMessage, ServerResponse } from 'node:http';
import type { LocalUser } from '../local-members.ts';
import type { SheetAccess } from '../sheet/sheet-access.ts';
import { jsonBody, RequestError, send } from './request-answer.ts';
import { scriptRun, sheetEdit } from './sheet-edit.ts';

/** Answers one request of the page *Sheet* (sheet-protocol.ts). Rejects with a RequestError when it is refused. */
type SheetRequests = (
  path: string,
  query: URLSearchParams,
  user: LocalUser,
  request: IncomingMessage,
  response: ServerResponse,
) => Promise<void>;

/** Rows that are shown at once at most; more are asked for in pieces. */
const MOST_ROWS = 60_000;
const MOST_EDIT_BYTES = 32_000_000;

/** Answers everything under `/local/sheet/`. */
export function createSheetRequests(sheet: SheetAccess): SheetRequests {
  return async (path, query, user, request, response) => {
    const isPost = request.method === 'POST';
    if (isPost ? request.headers.origin === undefined : request.method !== 'GET')
      throw new RequestError(403, 'bad-request');
    const desk = await sheet.open(user);
    switch (`${request.method} ${path}`) {
      case 'GET /local/sheet/view': {
        const [from, to] = [wholeNumber(query, 'from'), wholeNumber(query, 'to')];
        const sheetId = query.has('sheet') ? wholeNumber(query, 'sheet') : null;
        if (to - from > MOST_ROWS) throw new RequestError(400, 'bad-request');
        return send(response, 200, desk.view(user, sheetId, { from, to }));
      }
      case 'POST /local/sheet/edit':
        return send(response, 200, desk.edit(user, await jsonBody(request, sheetEdit, MOST_EDIT_BYTES)));
      case 'GET /local/sheet/menu':
        return send(response, 200, (await sheet.openAddon(user)).menu(user));
      case 'POST /local/sheet/run': {
        const run = await jsonBody(request, scriptRun, MOST_EDIT_BYTES);
        return send(response, 200, await (await sheet.openAddon(user)).run(user, run));
      }
      default: {
        const [, id] = /^\/local\/sheet\/dialog\/([\w-]+)$/.exec(path) ?? [];
        const page = id === undefined || isPost ? undefined : (await sheet.openAddon(user)).page(id);
        if (page === undefined) throw new RequestError(404, 'bad-request');
        response.setHeader('content-security-policy', DIALOG_POLICY);
        response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }).end(page);
        return undefined;
      }
    }
  };
}

/** A page of the add-on has its own scripts and styles, no network, and no way to our page but messages. */
const DIALOG_POLICY = [
  "default-src 'none'",
  "script-src 'unsafe-inline'",
  "style-src 'unsafe-inline'",
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
  'sandbox allow-scripts allow-forms allow-downloads',
].join('; ');

function wholeNumber(query: URLSearchParams, name: string): number {
  const text = query.get(name) ?? '';
  if (!/^\d{1,15}$/.test(text)) throw new RequestError(400, 'bad-request');
  return Number(text);
}
