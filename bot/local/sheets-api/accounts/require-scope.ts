import { GoogleError } from '../google-error.ts';
import { type Grant, SHEETS_SCOPE } from './google-accounts.ts';

const DRIVE = 'https://www.googleapis.com/auth/drive';

/** The scopes of which one must have been granted (documented, but for `drive.file`, which only goes for files of one's own). */
const ALLOWING = {
  read: [SHEETS_SCOPE, `${SHEETS_SCOPE}.readonly`, DRIVE, `${DRIVE}.readonly`],
  write: [SHEETS_SCOPE, DRIVE],
};

/** The grant, if it reaches as far as that. Throws PERMISSION_DENIED (observed words). */
export function requireScope(grant: Grant, kind: 'read' | 'write'): Grant {
  if (grant.scopes.some((scope) => ALLOWING[kind].includes(scope))) return grant;
  throw new GoogleError('PERMISSION_DENIED', 'Request had insufficient authentication scopes.', [
    {
      '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
      reason: 'ACCESS_TOKEN_SCOPE_INSUFFICIENT',
      domain: 'googleapis.com',
      metadata: { service: 'sheets.googleapis.com' },
    },
  ]);
}
