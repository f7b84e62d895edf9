/** Where people agree to what a program may do for them. */
export const CONSENT_PATH = '/o/oauth2/v2/auth';

/** Whether a path is the API's or that of signing in. */
export function isSheetsApiPath(pathname: string): boolean {
  return pathname.startsWith('/v4/') || pathname === '/token' || pathname === '/revoke' || pathname === CONSENT_PATH;
}
