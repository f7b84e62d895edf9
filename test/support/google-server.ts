import { createHash, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** One request as it arrived. */
export interface GoogleRequest {
  readonly method: string;
  /** Without its query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly authorization: string | undefined;
  readonly body: string;
}

/** An answer of the Sheets API; `hang`: none, and `cut`: the connection breaks. */
export type GoogleAnswer =
  | { readonly status?: number; readonly headers?: Readonly<Record<string, string>>; readonly body: unknown }
  | 'hang'
  | 'cut';

/** A server in the place of Google's: signing in as Google does it, and answers of the Sheets API that a test gives. */
export interface GoogleServer {
  /** With a slash at its end. */
  readonly url: string;
  /** Those of the Sheets API, with and without a token that holds. */
  readonly requests: readonly GoogleRequest[];
  /** How many times a token for requests was given out. */
  readonly tokensGiven: () => number;
  /** Answers the next requests, in this order; the last of them answers all that come after. */
  answer(...answers: readonly GoogleAnswer[]): void;
  /** A refresh token of somebody who has agreed. */
  agree(): string;
  /** Takes back all that was given out: refresh tokens too, or only tokens for requests. */
  takeBack(what: 'everything' | 'access-tokens'): void;
  /** The next requests for a token fail so. */
  failSigningIn(status: number, body: unknown): void;
}

/** What a client is known by. */
export const GOOGLE_CLIENT = { clientId: 'tierbook.apps.example.com', clientSecret: 'shh-client-secret' };

/** Starts one for this test. */
export async function googleServer({ scope }: { readonly scope?: string } = {}): Promise<GoogleServer> {
  const requests: GoogleRequest[] = [];
  const refreshTokens = new Set<string>();
  const accessTokens = new Set<string>();
  const codes = new Map<string, { readonly challenge: string; readonly redirectUri: string; readonly scope: string }>();
  let answers: GoogleAnswer[] = [];
  let given = 0;
  let failure: { readonly status: number; readonly body: unknown } | undefined;

  const newToken = (set: Set<string>, prefix: string) => {
    const token = `${prefix}${randomBytes(12).toString('hex')}`;
    set.add(token);
    return token;
  };

  const giveToken = (body: string, response: ServerResponse) => {
    if (failure !== undefined) {
      const { status, body: words } = failure;
      return send(response, status, words);
    }
    const asked = new URLSearchParams(body);
    const refuse = (error: string) => send(response, 400, { error, error_description: 'Bad Request' });
    const grant = asked.get('grant_type');
    let agreed: string | undefined;
    let more = {};
    if (grant === 'urn:ietf:params:oauth:grant-type:jwt-bearer') {
      if ((asked.get('assertion') ?? '').split('.').length !== 3) return refuse('invalid_grant');
    } else {
      if (asked.get('client_id') !== GOOGLE_CLIENT.clientId) return refuse('invalid_client');
      if (asked.get('client_secret') !== GOOGLE_CLIENT.clientSecret) return refuse('invalid_client');
      if (grant === 'refresh_token') {
        if (!refreshTokens.has(asked.get('refresh_token') ?? '')) return refuse('invalid_grant');
      } else if (grant === 'authorization_code') {
        const code = codes.get(asked.get('code') ?? '');
        const challenge = createHash('sha256')
          .update(asked.get('code_verifier') ?? '')
          .digest('base64url');
        if (code === undefined || code.challenge !== challenge) return refuse('invalid_grant');
        if (code.redirectUri !== asked.get('redirect_uri')) return refuse('redirect_uri_mismatch');
        codes.delete(asked.get('code') ?? '');
        agreed = scope ?? code.scope;
        const claims = Buffer.from(JSON.stringify({ email: 'mia@example.com' })).toString('base64url');
        more = { refresh_token: newToken(refreshTokens, '1//'), id_token: `e30.${claims}.c2ln`, scope: agreed };
      } else return refuse('unsupported_grant_type');
    }
    given += 1;
    const access_token = newToken(accessTokens, 'ya29.');
    return send(response, 200, { access_token, expires_in: 3599, token_type: 'Bearer', ...more });
  };

  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const { pathname: path, searchParams: query } = new URL(request.url ?? '/', 'http://google');
      if (path === '/token' && request.method === 'POST') return giveToken(body, response);
      if (path === '/revoke' && request.method === 'POST') {
        const isKnown = refreshTokens.delete(new URLSearchParams(body).get('token') ?? '');
        return send(response, isKnown ? 200 : 400, isKnown ? {} : { error: 'invalid_token' });
      }
      if (path === '/o/oauth2/v2/auth') {
        const [challenge, redirectUri] = [query.get('code_challenge'), query.get('redirect_uri')];
        const isAsked =
          query.get('client_id') === GOOGLE_CLIENT.clientId &&
          query.get('response_type') === 'code' &&
          query.get('code_challenge_method') === 'S256' &&
          /^http:\/\/127\.0\.0\.1:\d+\//.test(redirectUri ?? '');
        if (!isAsked || challenge === null || redirectUri === null)
          return send(response, 400, { error: 'invalid_request' });
        const code = randomBytes(8).toString('hex');
        codes.set(code, { challenge, redirectUri, scope: query.get('scope') ?? '' });
        const back = new URL(redirectUri);
        back.search = new URLSearchParams({ code, state: query.get('state') ?? '' }).toString();
        response.writeHead(302, { location: back.href }).end();
        return undefined;
      }
      const { authorization } = request.headers;
      requests.push({ method: request.method ?? '', path, query, authorization, body });
      if (!accessTokens.has(authorization?.replace(/^Bearer /, '') ?? '')) {
        const message = 'Request had invalid authentication credentials.';
        return send(response, 401, { error: { code: 401, message, status: 'UNAUTHENTICATED' } });
      }
      const answer = answers.length > 1 ? answers.shift() : answers[0];
      if (answer === undefined) throw new Error(`No answer was given for ${request.method} ${request.url}`);
      if (answer === 'hang') return undefined;
      if (answer === 'cut') {
        response.socket?.destroy();
        return undefined;
      }
      return send(response, answer.status ?? 200, answer.body, answer.headers);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    requests,
    tokensGiven: () => given,
    answer: (...next) => {
      answers = [...next];
    },
    agree: () => newToken(refreshTokens, '1//'),
    takeBack: (what) => {
      accessTokens.clear();
      if (what === 'everything') refreshTokens.clear();
    },
    failSigningIn: (status, body) => {
      failure = { status, body };
    },
  };
}

function send(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=UTF-8', ...headers });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

/** Google's error as the Sheets API answers it. */
export function googleError(code: number, status: string, message: string, details?: readonly object[]): GoogleAnswer {
  return { status: code, body: { error: { code, message, status, ...(details ? { details } : {}) } } };
}
