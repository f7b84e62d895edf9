import { ACCESS_SECONDS, type GoogleAccounts, type Grant } from './google-accounts.ts';
import type { ServiceAccounts } from './service-accounts.ts';

/** An answer of Google's OAuth, which is not that of its APIs. */
export interface OAuthAnswer {
  readonly status: number;
  readonly body?: object;
  /** Where the browser goes on. */
  readonly location?: string;
}

const BEARER = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

/** Where assertions are meant for, besides the local server itself: clients have Google's address built in. */
const GOOGLE_AUDIENCES = ['https://oauth2.googleapis.com/token', 'https://www.googleapis.com/oauth2/v4/token'];

/**
 * `POST /token`: access for a code, a refresh token or an assertion (documented: RFC 6749, 7523). Errors in the words of RFC 6749:
 * `invalid_grant` for what is unknown, used or revoked, `invalid_client`, `unsupported_grant_type`, `invalid_request`.
 */
export function answerToken(
  accounts: GoogleAccounts,
  services: ServiceAccounts,
  form: URLSearchParams,
  ownUrl: string,
): OAuthAnswer {
  switch (form.get('grant_type')) {
    case 'authorization_code': {
      if (!isClient(accounts, form)) return refused(401, 'invalid_client', 'Unauthorized');
      const verifier = form.get('code_verifier');
      const grant = accounts.takeCode(form.get('code') ?? '', form.get('redirect_uri') ?? '', verifier);
      if (grant === undefined) return refused(400, 'invalid_grant', 'Bad Request');
      const refreshToken = accounts.giveRefreshToken(grant);
      return { status: 200, body: { ...access(accounts, grant, refreshToken), refresh_token: refreshToken } };
    }
    case 'refresh_token': {
      if (!isClient(accounts, form)) return refused(401, 'invalid_client', 'The OAuth client was not found.');
      const refreshToken = form.get('refresh_token') ?? '';
      const grant = accounts.refreshed(refreshToken);
      if (grant === undefined) return refused(400, 'invalid_grant', 'Token has been expired or revoked.');
      return { status: 200, body: access(accounts, grant, refreshToken) };
    }
    case BEARER: {
      const grant = services.grantFor(form.get('assertion') ?? '', [`${ownUrl}/token`, ...GOOGLE_AUDIENCES]);
      return typeof grant === 'string'
        ? refused(400, 'invalid_grant', grant)
        : { status: 200, body: access(accounts, grant) };
    }
    case null:
      return refused(400, 'invalid_request', 'Required parameter is missing: grant_type');
    default:
      return refused(400, 'unsupported_grant_type', 'Invalid grant_type: it is not known.');
  }
}

/** `POST /revoke?token=…`: 400 `invalid_token` for one that is unknown (documented). */
export function answerRevoke(accounts: GoogleAccounts, token: string): OAuthAnswer {
  return accounts.revoke(token) ? { status: 200, body: {} } : refused(400, 'invalid_token', 'Token expired or revoked');
}

/**
 * `GET /o/oauth2/v2/auth`: the page on which a person agrees. Here nobody is asked: the account that `login_hint` names, else the first,
 * agrees at once, and the browser goes back to this machine.
 */
export function answerConsent(accounts: GoogleAccounts, query: URLSearchParams): OAuthAnswer {
  const redirect = query.get('redirect_uri') ?? '';
  if (query.get('client_id') !== accounts.client.clientId)
    return refused(401, 'invalid_client', 'The OAuth client was not found.');
  if (query.get('response_type') !== 'code') return refused(400, 'unsupported_response_type', 'Only code is known.');
  if (!isThisMachine(redirect)) return refused(400, 'redirect_uri_mismatch', 'Only this machine is gone back to.');
  const scopes = (query.get('scope') ?? '').split(' ').filter(Boolean);
  if (scopes.length === 0) return refused(400, 'invalid_request', 'Missing required parameter: scope');
  const email = query.get('login_hint') ?? [...accounts.emails][0] ?? '';
  if (!accounts.emails.has(email)) return refused(400, 'access_denied', 'There is no such account.');
  const back = new URL(redirect);
  const challenge = query.get('code_challenge');
  if (challenge !== null && query.get('code_challenge_method') !== 'S256')
    return refused(400, 'invalid_request', 'Only S256 is known.');
  back.searchParams.set('code', accounts.giveCode({ email, scopes }, redirect, challenge));
  back.searchParams.set('scope', scopes.join(' '));
  const state = query.get('state');
  if (state !== null) back.searchParams.set('state', state);
  return { status: 302, location: back.href };
}

function access(accounts: GoogleAccounts, grant: Grant, refreshToken?: string): object {
  return {
    access_token: accounts.giveAccessToken(grant, refreshToken),
    expires_in: ACCESS_SECONDS,
    scope: grant.scopes.join(' '),
    token_type: 'Bearer',
    ...(grant.scopes.includes('openid') ? { id_token: idToken(grant) } : {}),
  };
}

/** Says who signed in (OpenID Connect), as far as the scopes allow. Nobody checks its signature: it comes from here. */
function idToken({ email, scopes }: Grant): string {
  const claims = scopes.includes('email') ? { email, email_verified: true } : {};
  return ['{"alg":"RS256"}', JSON.stringify(claims), 'none']
    .map((part) => Buffer.from(part).toString('base64url'))
    .join('.');
}

function refused(status: number, error: string, description: string): OAuthAnswer {
  return { status, body: { error, error_description: description } };
}

function isClient({ client }: GoogleAccounts, form: URLSearchParams): boolean {
  return form.get('client_id') === client.clientId && form.get('client_secret') === client.clientSecret;
}

function isThisMachine(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { hostname, protocol } = new URL(address);
  return protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}
