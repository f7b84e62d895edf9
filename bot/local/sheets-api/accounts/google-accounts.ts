import { createHash, randomBytes } from 'node:crypto';

const SCOPES = 'https://www.googleapis.com/auth/';

/** What an account that signs in allows the client: reading and writing spreadsheets. */
export const SHEETS_SCOPE = `${SCOPES}spreadsheets`;

/** What an access token stands for. */
export interface Grant {
  /** Whose: an e-mail address. */
  readonly email: string;
  readonly scopes: readonly string[];
}

/** A program that may ask people to sign in: what Google's console gives its developer. */
export interface OAuthClient {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** Who may sign in, and which tokens are out. Nothing of it is kept when the process ends. */
export interface GoogleAccounts {
  readonly client: OAuthClient;
  /** Known e-mail addresses. */
  readonly emails: ReadonlySet<string>;
  /** What a person who agreed gets in the address that the browser is sent back to: good once. Throws for an unknown address. */
  giveCode(grant: Grant, sentTo: string, challenge: string | null): string;
  /** The grant of a code for whoever was sent it and knows what its challenge was made from; undefined: none, or used already. */
  takeCode(code: string, sentTo: string, verifier: string | null): Grant | undefined;
  /** A token by which access can be had again and again until it is revoked. */
  giveRefreshToken(grant: Grant): string;
  /** Undefined: unknown or revoked. */
  refreshed(refreshToken: string): Grant | undefined;
  /** A token that is good for {@link ACCESS_SECONDS}; `from`: the refresh token, with which it is revoked. */
  giveAccessToken(grant: Grant, from?: string): string;
  /** Undefined: unknown, revoked, or too old. */
  grantOf(accessToken: string): Grant | undefined;
  /** Revokes a token of either kind, a refresh token with all access that came of it; false: unknown. */
  revoke(token: string): boolean;
  /** Revokes everything of an account, as its owner can on Google's page. */
  revokeAll(email: string): void;
}

/** How long an access token is good (documented: about an hour). */
export const ACCESS_SECONDS = 3599;

interface Access extends Grant {
  readonly untilMs: number;
  readonly from: string | null;
}

/** `now` in milliseconds since 1970. */
export function createGoogleAccounts(emails: readonly string[], now: () => number): GoogleAccounts {
  const known = new Set(emails);
  const codes = new Map<string, { grant: Grant; sentTo: string; challenge: string | null }>();
  const refreshTokens = new Map<string, Grant>();
  const accessTokens = new Map<string, Access>();
  return {
    client: { clientId: `${token(12)}.apps.googleusercontent.com`, clientSecret: `GOCSPX-${token(21)}` },
    emails: known,
    giveCode(grant, sentTo, challenge) {
      if (!known.has(grant.email)) throw new Error(`There is no account ${grant.email}.`);
      const code = `4/${token(32)}`;
      codes.set(code, { grant, sentTo, challenge });
      return code;
    },
    takeCode(code, sentTo, verifier) {
      const given = codes.get(code);
      codes.delete(code);
      if (given === undefined || given.sentTo !== sentTo) return undefined;
      if (given.challenge !== null && given.challenge !== challengeOf(verifier ?? '')) return undefined;
      return given.grant;
    },
    giveRefreshToken(grant) {
      const refreshToken = `1//${token(48)}`;
      refreshTokens.set(refreshToken, grant);
      return refreshToken;
    },
    refreshed: (refreshToken) => refreshTokens.get(refreshToken),
    giveAccessToken({ email, scopes }, from) {
      for (const [old, { untilMs }] of accessTokens) if (untilMs <= now()) accessTokens.delete(old);
      const accessToken = `ya29.${token(64)}`;
      accessTokens.set(accessToken, { email, scopes, untilMs: now() + ACCESS_SECONDS * 1000, from: from ?? null });
      return accessToken;
    },
    grantOf(accessToken) {
      const access = accessTokens.get(accessToken);
      return access !== undefined && access.untilMs > now() ? access : undefined;
    },
    revoke(gone) {
      const isKnown = refreshTokens.has(gone) || accessTokens.has(gone);
      // documented: revoking access revokes what it came of too
      const from = accessTokens.get(gone)?.from ?? gone;
      refreshTokens.delete(from);
      for (const [access, { from: its }] of accessTokens)
        if (access === gone || its === from) accessTokens.delete(access);
      return isKnown;
    },
    revokeAll(email) {
      for (const [one, grant] of refreshTokens) if (grant.email === email) refreshTokens.delete(one);
      for (const [one, grant] of accessTokens) if (grant.email === email) accessTokens.delete(one);
    },
  };
}

/** What a client sends ahead of the secret that it will show later (RFC 7636, S256). */
export function challengeOf(verifier: string): string {
  return createHash('sha256').update(verifier).digest('base64url');
}

function token(bytes: number): string {
  return randomBytes(bytes).toString('base64url');
}
