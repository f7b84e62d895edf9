import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { challengeOf, SHEETS_SCOPE } from '../../../../../bot/local/sheets-api/accounts/google-accounts.ts';
import {
  type LocalGoogle,
  READER,
  SPREADSHEET_ID,
  startLocalGoogle,
  WRITER,
} from '../../../../support/local-google.ts';

let google: LocalGoogle;

beforeEach(async () => {
  google = await startLocalGoogle();
});

afterEach(() => google.close());

const PATH = `/v4/spreadsheets/${SPREADSHEET_ID}?fields=spreadsheetId`;
const BACK = 'http://127.0.0.1:3000/oauth2callback';

const post = async (path: string, form: Readonly<Record<string, string>>) => {
  const response = await fetch(google.api.url + path, { method: 'POST', body: new URLSearchParams(form) });
  return { status: response.status, body: (await response.json()) as Readonly<Record<string, string>> };
};

const client = () => {
  const { clientId, clientSecret } = google.api.accounts.client;
  return { client_id: clientId, client_secret: clientSecret };
};

async function consent(query: Readonly<Record<string, string>>) {
  const given = {
    client_id: client().client_id,
    response_type: 'code',
    redirect_uri: BACK,
    scope: SHEETS_SCOPE,
    ...query,
  };
  const address = `${google.api.url}/o/oauth2/v2/auth?${new URLSearchParams(given).toString()}`;
  const response = await fetch(address, { redirect: 'manual' });
  return { status: response.status, back: response.headers.get('location') };
}

const exchange = (code: string, rest: object = {}) =>
  post('/token', { grant_type: 'authorization_code', code, redirect_uri: BACK, ...client(), ...rest });

describe('signing in', () => {
  test('a person agrees, the code is good once, and the token opens the spreadsheet until it is too old', async () => {
    const verifier = 'v'.repeat(43);
    const { status, back } = await consent({
      state: 'abc',
      login_hint: READER,
      code_challenge: challengeOf(verifier),
      code_challenge_method: 'S256',
    });
    expect(status).toBe(302);
    const address = new URL(back ?? '');
    expect(`${address.origin}${address.pathname}`).toBe(BACK);
    expect(address.searchParams.get('state')).toBe('abc');
    const code = address.searchParams.get('code') ?? '';
    const { body } = await exchange(code, { code_verifier: verifier });
    expect(body).toMatchObject({ token_type: 'Bearer', expires_in: 3599, scope: SHEETS_SCOPE });
    expect(await exchange(code, { code_verifier: verifier })).toMatchObject({
      status: 400,
      body: { error: 'invalid_grant' },
    });
    const token = body['access_token'] ?? '';
    expect(await google.ask(PATH, { token })).toMatchObject({ status: 200 });
    google.advance(3_599_000);
    expect(await google.ask(PATH, { token })).toMatchObject({ status: 401 });
    const again = await post('/token', {
      grant_type: 'refresh_token',
      refresh_token: body['refresh_token'] ?? '',
      ...client(),
    });
    expect(await google.ask(PATH, { token: again.body['access_token'] ?? '' })).toMatchObject({ status: 200 });
  });

  test('a code is for whoever asked for it', async () => {
    const codeOf = async (query: Readonly<Record<string, string>> = {}) =>
      new URL((await consent(query)).back ?? '').searchParams.get('code') ?? '';
    const challenge = { code_challenge: challengeOf('right'), code_challenge_method: 'S256' };
    expect(await exchange(await codeOf(challenge), { code_verifier: 'wrong' })).toMatchObject({ status: 400 });
    expect(await exchange(await codeOf(challenge))).toMatchObject({ status: 400 });
    expect(await exchange(await codeOf(), { redirect_uri: 'http://localhost/other' })).toMatchObject({ status: 400 });
    expect(await exchange(await codeOf(), { client_secret: 'guessed' })).toMatchObject({
      status: 401,
      body: { error: 'invalid_client' },
    });
  });

  test.each([
    [{ redirect_uri: 'https://elsewhere.example.com/' }, 400],
    [{ client_id: 'another' }, 401],
    [{ scope: '' }, 400],
    [{ response_type: 'token' }, 400],
    [{ login_hint: 'nobody@example.com' }, 400],
  ])('nobody is sent anywhere with %j', async (query, status) => {
    expect(await consent(query)).toEqual({ status, back: null });
  });

  test('without the scope for spreadsheets nothing is opened, and reading does not allow writing', async () => {
    const { accounts } = google.api;
    const mail = accounts.giveAccessToken({
      email: WRITER,
      scopes: ['https://www.googleapis.com/auth/gmail.readonly'],
    });
    expect(await google.ask(PATH, { token: mail })).toMatchObject({
      status: 403,
      body: { error: { details: [{ reason: 'ACCESS_TOKEN_SCOPE_INSUFFICIENT' }] } },
    });
    const reading = accounts.giveAccessToken({ email: WRITER, scopes: [`${SHEETS_SCOPE}.readonly`] });
    expect(await google.ask(PATH, { token: reading })).toMatchObject({ status: 200 });
    const body = { requests: [{ appendDimension: { dimension: 'ROWS', length: 1 } }] };
    const write = `/v4/spreadsheets/${SPREADSHEET_ID}:batchUpdate`;
    expect(await google.ask(write, { body, token: reading })).toMatchObject({ status: 403 });
  });
});

describe('signing out', () => {
  test.each(['refresh', 'access'] as const)('a revoked %s token takes the other one along', async (which) => {
    const { accounts } = google.api;
    const grant = { email: WRITER, scopes: [SHEETS_SCOPE] };
    const refresh = accounts.giveRefreshToken(grant);
    const access = accounts.giveAccessToken(grant, refresh);
    expect(await post('/revoke', { token: which === 'refresh' ? refresh : access })).toMatchObject({ status: 200 });
    expect(await google.ask(PATH, { token: access })).toMatchObject({ status: 401 });
    expect(await post('/token', { grant_type: 'refresh_token', refresh_token: refresh, ...client() })).toEqual({
      status: 400,
      body: { error: 'invalid_grant', error_description: 'Token has been expired or revoked.' },
    });
    expect(await post('/revoke', { token: refresh })).toMatchObject({ status: 400, body: { error: 'invalid_token' } });
  });
});

test.each([[{}], [{ grant_type: 'password' }], [{ grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer' }]])(
  'no token for %j',
  async (form) => {
    expect(await post('/token', form)).toMatchObject({ status: 400, body: { error: expect.any(String) as string } });
  },
);
