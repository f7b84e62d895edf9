import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { SHEETS_SCOPE } from '../../bot/local/sheets-api/accounts/google-accounts.ts';
import { createSheetsApi, type SheetsApi } from '../../bot/local/sheets-api/sheets-api.ts';

/** One request to the Sheets API as it arrived. */
export interface GoogleRequest {
  /** Without its query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly authorization: string | undefined;
  readonly body: string;
}

/**
 * An answer of the Sheets API; `hang`: none, and `cut`: the connection breaks. After only a `part` of an answer has been sent, the
 * same may happen.
 */
export type GoogleAnswer =
  | { readonly status?: number; readonly headers?: Readonly<Record<string, string>>; readonly body: unknown }
  | { readonly part: string; readonly ending: 'hang' | 'cut' }
  | 'hang'
  | 'cut';

/** Google as a test writes it: signing in is the local API's, and the Sheets API answers what it is told, word for word. */
export interface ScriptedGoogle extends Pick<SheetsApi, 'accounts' | 'faults' | 'traffic'> {
  /** With a slash at its end. */
  readonly url: string;
  /** Those of the Sheets API, with and without a token that holds. */
  readonly requests: readonly GoogleRequest[];
  /** Answers the next requests, in this order; the last of them answers all that come after. */
  answer(...answers: readonly GoogleAnswer[]): void;
  /** The refresh token of somebody who has agreed. */
  agree(): string;
  /** Moves the server's clock, by which its tokens age. */
  advance(ms: number): void;
}

export const MIA = 'mia@example.com';

/** Starts one for this test. */
export async function scriptedGoogle(): Promise<ScriptedGoogle> {
  const requests: GoogleRequest[] = [];
  let answers: GoogleAnswer[] = [];
  const errors: unknown[] = [];
  const onError = (error: unknown) => errors.push(error);
  let nowMs = 0;
  const api = createSheetsApi({ workbooks: () => undefined, accounts: [MIA], now: () => nowMs, onError });

  const answerNext = async (request: IncomingMessage, response: ServerResponse) => {
    const { pathname: path, searchParams: query } = new URL(request.url ?? '/', 'http://google');
    const { authorization } = request.headers;
    requests.push({ path, query, authorization, body: await bodyOf(request) });
    const isSignedIn = api.accounts.grantOf(authorization?.replace(/^Bearer /, '') ?? '') !== undefined;
    const answer = isSignedIn ? (answers.length > 1 ? answers.shift() : answers[0]) : SIGNED_OUT;
    if (answer === undefined) throw new Error(`No answer was given for ${request.method} ${request.url}`);
    if (answer === 'hang') return;
    if (answer === 'cut') {
      response.socket?.destroy();
      return;
    }
    if ('part' in answer) {
      response.writeHead(200, { 'content-type': 'application/json; charset=UTF-8' });
      response.write(answer.part, () => {
        if (answer.ending === 'cut') response.socket?.destroy();
      });
      return;
    }
    response.writeHead(answer.status ?? 200, { 'content-type': 'application/json; charset=UTF-8', ...answer.headers });
    response.end(typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body));
  };

  const server = createServer((request, response) => {
    if (request.url?.startsWith('/v4/') === true) answerNext(request, response).catch(onError);
    else api.handle(request, response);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
    if (errors.length > 0) throw new AggregateError(errors, 'Google’s answers were not written well.');
  });
  const { accounts, faults, traffic } = api;
  return {
    accounts,
    faults,
    traffic,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    requests,
    answer: (...next) => {
      answers = [...next];
    },
    advance: (ms) => {
      nowMs += ms;
    },
    agree: () => accounts.giveRefreshToken({ email: MIA, scopes: [SHEETS_SCOPE] }),
  };
}

/** Google's error as the Sheets API answers it. */
export function googleError(code: number, status: string, message: string, details?: readonly object[]): GoogleAnswer {
  return { status: code, body: { error: { code, message, status, ...(details ? { details } : {}) } } };
}

const SIGNED_OUT = googleError(401, 'UNAUTHENTICATED', 'Request had invalid authentication credentials.');

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
