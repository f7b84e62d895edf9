import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { OAuthClientKeys } from './client-file.ts';
import type { GoogleAuthClient } from './google-account.ts';
import { loadGoogle } from './load-google.ts';
import { personClient, SHEETS_SCOPE } from './open-account.ts';
import { endingOf } from './request-ending.ts';
import type { SignIn } from './token-file.ts';

/** How a person is asked to sign in. */
export interface SignInQuestion {
  readonly client: OAuthClientKeys;
  /** Where; null: at Google. */
  readonly oauthUrl: string | null;
  /** Takes the address that the person must open in a browser on this machine. */
  readonly onAddress: (address: string) => void;
  /** What the browser shows at the end: a sentence each, and the language that they are in. */
  readonly page: { readonly language: string; readonly done: string; readonly failed: string };
  /** Ends the waiting. */
  readonly signal: AbortSignal;
}

/** What came of it. */
export type SignInAnswer =
  | { readonly kind: 'signed-in'; readonly signIn: SignIn }
  /** The person declined, or did not tick the box for spreadsheets. */
  | { readonly kind: 'declined' }
  /** Nobody answered before `signal` was aborted. */
  | { readonly kind: 'no-answer' }
  /** Google does not know the client, or not any more; `detail`: in its words. */
  | { readonly kind: 'refused'; readonly detail: string }
  | { readonly kind: 'unreachable' };

/** The page on this machine that Google sends the browser back to. */
const CALLBACK = '/signed-in';

/** `email` says which account it is, so that sentences can name it to those who must share a sheet with it. */
const SCOPES = [SHEETS_SCOPE, 'openid', 'email'];

/**
 * Lets a person sign in with a browser on this machine (RFC 8252): Google sends the browser back to a server that listens on the loopback
 * address alone, for this one answer. `state` keeps answers out that nobody asked for, and PKCE keeps a code that somebody else has seen
 * from being used.
 */
export async function signIn({
  client: keys,
  oauthUrl,
  onAddress,
  page,
  signal,
}: SignInQuestion): Promise<SignInAnswer> {
  const client = personClient(await loadGoogle(), keys, oauthUrl);
  const state = randomBytes(32).toString('base64url');
  const server = createServer();
  const port = await listen(server);
  try {
    const redirectUri = `http://127.0.0.1:${port}${CALLBACK}`;
    const { codeVerifier, codeChallenge } = await client.generateCodeVerifierAsync();
    const answer = waitForAnswer(server, state, page, signal, (code) =>
      exchange(client, keys, { code, codeVerifier, redirect_uri: redirectUri }),
    );
    onAddress(
      client.generateAuthUrl({
        redirect_uri: redirectUri,
        scope: SCOPES,
        state,
        // else Google gives no refresh token to those who have agreed before
        access_type: 'offline',
        prompt: 'consent',
        code_challenge: codeChallenge ?? '',
        code_challenge_method: 'S256' as NonNullable<AuthUrlOptions['code_challenge_method']>,
      }),
    );
    return await answer;
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

type AuthUrlOptions = NonNullable<Parameters<GoogleAuthClient['generateAuthUrl']>[0]>;
type Code = { readonly code: string; readonly codeVerifier: string; readonly redirect_uri: string };

function waitForAnswer(
  server: Server,
  state: string,
  page: SignInQuestion['page'],
  signal: AbortSignal,
  take: (code: string) => Promise<SignInAnswer>,
): Promise<SignInAnswer> {
  return new Promise((resolve) => {
    let isTaken = false;
    signal.addEventListener('abort', () => resolve({ kind: 'no-answer' }), { once: true });
    server.on('request', (request, response) => {
      const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
      // whoever else may call here neither ends the waiting nor gets anything
      if (isTaken || request.method !== 'GET' || pathname !== CALLBACK || searchParams.get('state') !== state) {
        response.writeHead(404).end();
        return;
      }
      isTaken = true;
      const code = searchParams.get('code');
      void (async () => {
        const answer: SignInAnswer = code === null ? { kind: 'declined' } : await take(code);
        const sentence = answer.kind === 'signed-in' ? page.done : page.failed;
        response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
        response.end(
          `<!doctype html><html lang="${page.language}"><meta charset="utf-8"><title>Tierbook</title><p>${sentence}</p></html>\n`,
        );
        // however much of the page the browser still takes
        response.once('close', () => resolve(answer));
      })();
    });
  });
}

/** Tokens for the code. */
async function exchange(client: GoogleAuthClient, keys: OAuthClientKeys, code: Code): Promise<SignInAnswer> {
  try {
    const { tokens } = await client.getToken(code);
    const { access_token, expiry_date, id_token, refresh_token, scope } = tokens;
    // each box can be left unticked
    if (!(scope ?? '').split(' ').includes(SHEETS_SCOPE)) return { kind: 'declined' };
    if (typeof refresh_token !== 'string') return { kind: 'refused', detail: 'refresh_token' };
    return {
      kind: 'signed-in',
      signIn: {
        account: emailIn(id_token),
        ...keys,
        refreshToken: refresh_token,
        accessToken: access_token ?? null,
        expiresAtMs: expiry_date ?? null,
      },
    };
  } catch (error) {
    const { failure } = endingOf(error, new Date());
    return failure.status === 0 || failure.status >= 500
      ? { kind: 'unreachable' }
      : { kind: 'refused', detail: failure.word };
  }
}

/** The account that an ID token names, which came from Google itself over TLS and so needs no check of its signature; '' when it names none. */
function emailIn(idToken: string | null | undefined): string {
  const claims = idToken?.split('.')[1];
  if (claims === undefined) return '';
  try {
    const { email } = JSON.parse(Buffer.from(claims, 'base64url').toString('utf8')) as { readonly email?: unknown };
    return typeof email === 'string' ? email : '';
  } catch {
    return '';
  }
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}
