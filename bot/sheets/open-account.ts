import { createPrivateKey } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { ConfigError, type GoogleConfig } from '../config.ts';
import { SheetsError } from '../use-cases/spreadsheets.ts';
import { AUTH_CLIENT_OPTIONS, type GoogleAccount, type GoogleAuthClient, googleAccount } from './google-account.ts';
import type { GoogleModule } from './load-google.ts';
import { oauthEndpoints } from './oauth-endpoints.ts';
import { readSignIn, type SignIn, saveSignIn } from './token-file.ts';

/** What may be done with the account's spreadsheets: read and write those that it may itself. */
export const SHEETS_SCOPE = 'https://www.googleapis.com/auth/spreadsheets';

/**
 * The account that acts at Google: the service account of `GOOGLE_APPLICATION_CREDENTIALS`, else the person who signed in. Asks Google
 * nothing yet. Throws {@link SheetsError} `signed-out` when there is neither, and {@link ConfigError} for a key file that is none.
 */
export async function openAccount(
  google: GoogleModule,
  { keyFile, oauthUrl }: GoogleConfig,
  dataDir: string,
): Promise<GoogleAccount> {
  if (keyFile !== null) return serviceAccount(google, await readKey(keyFile), oauthUrl);
  const signIn = await readSignIn(dataDir);
  if (signIn === undefined) throw new SheetsError('signed-out');
  return signedInAccount(google, signIn, oauthUrl, dataDir);
}

/** The client of a person who signs in. */
export function personClient(
  google: GoogleModule,
  { clientId, clientSecret }: Pick<SignIn, 'clientId' | 'clientSecret'>,
  oauthUrl: string | null,
): GoogleAuthClient {
  const endpoints = oauthEndpoints(oauthUrl);
  return new google.auth.OAuth2({ clientId, clientSecret, endpoints, ...AUTH_CLIENT_OPTIONS });
}

function signedInAccount(
  google: GoogleModule,
  signIn: SignIn,
  oauthUrl: string | null,
  dataDir: string,
): GoogleAccount {
  const client = personClient(google, signIn, oauthUrl);
  client.setCredentials({
    refresh_token: signIn.refreshToken,
    access_token: signIn.accessToken,
    expiry_date: signIn.expiresAtMs ?? 1,
  });
  let kept = Promise.resolve();
  client.on('tokens', ({ access_token, expiry_date }) => {
    // the next process need not ask again; where it cannot be kept, that is all that is lost
    const fresh = { ...signIn, accessToken: access_token ?? null, expiresAtMs: expiry_date ?? null };
    kept = saveRefreshed(dataDir, fresh).catch(() => undefined);
  });
  return googleAccount(signIn.account, client, () => kept);
}

/** Keeps a token for requests, unless somebody has signed out or in again meanwhile. */
async function saveRefreshed(dataDir: string, fresh: SignIn): Promise<void> {
  const kept = await readSignIn(dataDir);
  if (kept?.refreshToken === fresh.refreshToken) await saveSignIn(dataDir, fresh);
}

const keySchema = z.object({ type: z.literal('service_account'), client_email: z.string(), private_key: z.string() });

type ServiceKey = z.infer<typeof keySchema>;

async function readKey(file: string): Promise<ServiceKey> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) {
    throw new ConfigError(KEY_FILE, 'names a file that cannot be read: set it to the key file of a service account.');
  }
  const key = keySchema.safeParse(parsedJson(text)).data;
  if (key === undefined || !isPrivateKey(key.private_key)) {
    throw new ConfigError(
      KEY_FILE,
      'names no key file of a service account: make one in the Google Cloud console, under Service accounts, Keys, Add key, JSON.',
    );
  }
  return key;
}

const KEY_FILE = 'GOOGLE_APPLICATION_CREDENTIALS';

function serviceAccount(
  google: GoogleModule,
  { client_email: email, private_key: key }: ServiceKey,
  oauthUrl: string | null,
): GoogleAccount {
  const client = new google.auth.JWT({ email, key, scopes: [SHEETS_SCOPE], ...AUTH_CLIENT_OPTIONS });
  if (oauthUrl !== null) {
    // this client knows Google's own address only
    const { oauth2TokenUrl } = oauthEndpoints(null);
    client.transporter.interceptors.request.add({
      resolved: async (request) => {
        if (request.url.href === oauth2TokenUrl) request.url = new URL(oauthEndpoints(oauthUrl).oauth2TokenUrl);
        return request;
      },
    });
  }
  return googleAccount(email, client);
}

function isPrivateKey(key: string): boolean {
  try {
    return createPrivateKey(key).type === 'private';
  } catch {
    return false;
  }
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
