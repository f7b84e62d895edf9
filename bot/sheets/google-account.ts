import type { GoogleModule } from './load-google.ts';
import { type Ending, endingOf, type Failure } from './request-ending.ts';

/** A client that puts a token on each request: a person's, or a service account's. */
export type GoogleAuthClient = InstanceType<GoogleModule['auth']['OAuth2']>;

/** Who acts at Google. */
export interface GoogleAccount {
  /** An e-mail address; '' when Google has not said. */
  readonly email: string;
  readonly client: GoogleAuthClient;
  /** Sees to it that there is a token. */
  ready(): Promise<Ending<null>>;
  /** Gets another token, since Google does not take the one there is. */
  renew(): Promise<Ending<null>>;
}

/** How long Google may take to give out a token. */
const TOKEN_TIMEOUT_MS = 30_000;

/** With what a client is to be made: nothing in it logs requests and answers, which hold tokens. */
export const AUTH_CLIENT_OPTIONS = {
  useAuthRequestParameters: false,
  transporterOptions: { timeout: TOKEN_TIMEOUT_MS },
} as const;

/**
 * The account for which a client has what it takes to get tokens.
 *
 * @param kept ends when the tokens that were got last are kept
 */
export function googleAccount(
  email: string,
  client: GoogleAuthClient,
  kept: () => Promise<void> = () => Promise.resolve(),
): GoogleAccount {
  // requests for tokens are tried again with the request that they are for, not by themselves
  client.transporter.interceptors.request.add({
    resolved: (request) => Promise.resolve(Object.assign(request, { retry: false, retryConfig: { retry: 0 } })),
  });
  const ready = async (): Promise<Ending<null>> => {
    try {
      await client.getAccessToken();
      await kept();
      return { kind: 'done', value: null };
    } catch (error) {
      return withoutToken(error);
    }
  };
  return {
    email,
    client,
    ready,
    renew: () => {
      const { access_token: _, ...rest } = client.credentials;
      client.setCredentials({ ...rest, expiry_date: 1 });
      return ready();
    },
  };
}

/** Answers after which only signing in again helps (RFC 6749 §5.2, and Google's own). */
const SIGNED_OUT: ReadonlySet<string> = new Set([
  'invalid_grant',
  'invalid_client',
  'unauthorized_client',
  'deleted_client',
  'disabled_client',
  'invalid_scope',
  'access_denied',
  'org_internal',
  'admin_policy_enforced',
]);

/** Without a token nothing is sent, so that it may be tried again. */
function withoutToken(error: unknown): Ending<never> {
  const ending = endingOf(error, new Date());
  const { failure } = ending;
  const isOurs = failure.status === 0 && failure.word === '';
  if (isOurs || SIGNED_OUT.has(failure.word)) return { kind: 'refused', failure: signedOut(failure) };
  return ending.kind === 'unknown' ? { kind: 'later', isQuota: false, afterMs: 0, failure } : ending;
}

function signedOut(failure: Failure): Failure {
  return { ...failure, status: 401 };
}
