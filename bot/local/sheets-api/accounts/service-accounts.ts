import { createPublicKey, generateKeyPair, type KeyObject, randomBytes, verify } from 'node:crypto';
import { promisify } from 'node:util';
import { isJsonObject, parseJson } from '../../json-object.ts';
import type { Grant } from './google-accounts.ts';

/** The file that Google gives for a service account, as far as clients read it. */
export interface ServiceAccountKey {
  readonly type: 'service_account';
  readonly project_id: string;
  readonly private_key_id: string;
  readonly private_key: string;
  readonly client_email: string;
  readonly client_id: string;
  readonly token_uri: string;
}

/** Accounts of programs, which prove who they are by a signature instead of signing in. */
export interface ServiceAccounts {
  /** Makes a key for an account: its file's content. Takes some tenths of a second, not on this thread. */
  createKey(email: string): Promise<ServiceAccountKey>;
  /** Knows a key that was made before; false when it is none. */
  takeUp(key: unknown): boolean;
  /** Whom an assertion lets in; a sentence when it lets nobody in. `audiences`: the addresses that it may be meant for. */
  grantFor(assertion: string, audiences: readonly string[]): Grant | string;
}

/** Seconds that an assertion may be good at most (documented). */
const LONGEST = 3600;
/** Seconds that clocks may differ (assumed). */
const SLACK = 300;

const generateKeys = promisify(generateKeyPair);

/** No keys yet. `now` in milliseconds since 1970. */
export function createServiceAccounts(now: () => number): ServiceAccounts {
  const keys = new Map<string, KeyObject[]>();
  const know = (email: string, key: KeyObject) => keys.set(email, [...(keys.get(email) ?? []), key]);
  return {
    async createKey(email) {
      const { privateKey, publicKey } = await generateKeys('rsa', { modulusLength: 2048 });
      know(email, publicKey);
      return {
        type: 'service_account',
        project_id: 'tierbook-local',
        private_key_id: randomBytes(20).toString('hex'),
        private_key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
        client_email: email,
        client_id: BigInt(`0x${randomBytes(8).toString('hex')}`).toString(),
        token_uri: 'https://oauth2.googleapis.com/token',
      };
    },
    takeUp(key) {
      if (!isServiceAccountKey(key)) return false;
      know(key.client_email, createPublicKey(key.private_key));
      return true;
    },
    grantFor(assertion, audiences) {
      const [head = '', claims = '', signature = '', ...rest] = assertion.split('.');
      const header = decoded(head);
      const said = decoded(claims);
      if (rest.length > 0 || header === undefined || said === undefined) return 'Invalid JWT: it is none.';
      const { alg } = header;
      const { aud, exp, iat, iss, scope } = said;
      if (alg !== 'RS256') return 'Invalid JWT: it must be signed with RS256.';
      const known = typeof iss === 'string' ? keys.get(iss) : undefined;
      if (typeof iss !== 'string' || known === undefined) return 'Invalid grant: account not found';
      const signed = Buffer.from(`${head}.${claims}`);
      if (!known.some((key) => verify('RSA-SHA256', signed, key, Buffer.from(signature, 'base64url'))))
        return 'Invalid JWT Signature.';
      if (typeof aud !== 'string' || !audiences.includes(aud)) return 'Invalid JWT: Failed audience check.';
      const seconds = now() / 1000;
      if (
        typeof iat !== 'number' ||
        typeof exp !== 'number' ||
        exp - iat > LONGEST ||
        exp < seconds - SLACK ||
        iat > seconds + SLACK
      )
        return 'Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable timeframe. Check your iat and exp values in the JWT claim.';
      if (typeof scope !== 'string' || scope === '') return 'Missing required scopes: [the JWT has none]';
      return { email: iss, scopes: scope.split(' ') };
    },
  };
}

/** Whether something is the content of a key file. */
export function isServiceAccountKey(key: unknown): key is ServiceAccountKey {
  if (!isJsonObject(key)) return false;
  const { client_email: email, private_key: pem, type } = key;
  if (type !== 'service_account' || typeof email !== 'string' || typeof pem !== 'string') return false;
  try {
    return createPublicKey(pem).type === 'public';
  } catch {
    return false;
  }
}

function decoded(part: string): Readonly<Record<string, unknown>> | undefined {
  const value = parseJson(Buffer.from(part, 'base64url').toString('utf8'));
  return isJsonObject(value) ? value : undefined;
}
