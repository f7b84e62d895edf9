/** Where signing in takes place. */
export interface OAuthEndpoints {
  readonly oauth2AuthBaseUrl: string;
  readonly oauth2TokenUrl: string;
  readonly oauth2RevokeUrl: string;
}

/** Google's own addresses, or the same paths on another server (`GOOGLE_OAUTH_URL`, with a slash at its end). */
export function oauthEndpoints(oauthUrl: string | null): OAuthEndpoints {
  return {
    oauth2AuthBaseUrl: `${oauthUrl ?? 'https://accounts.google.com/'}o/oauth2/v2/auth`,
    oauth2TokenUrl: `${oauthUrl ?? 'https://oauth2.googleapis.com/'}token`,
    oauth2RevokeUrl: `${oauthUrl ?? 'https://oauth2.googleapis.com/'}revoke`,
  };
}
