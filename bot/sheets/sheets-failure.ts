import type { SheetsErrorCode, SheetsErrorParts } from '../../core/text/sheets-error-text.ts';
import type { SheetsRequestKind } from '../store/sheets-quota.ts';
import { SheetsError } from '../use-cases/spreadsheets.ts';
import type { Failure } from './request-ending.ts';
import type { GaveUp } from './send-patiently.ts';

/** What kind of request it was, and of what. */
export interface Asked {
  readonly kind: SheetsRequestKind;
  readonly account: string;
  readonly spreadsheetId: string;
}

/** The error for a request that came to nothing; where a tab is concerned, Google's words for it are in `tab`. */
export function sheetsFailure({ kind, failure }: GaveUp, asked: Asked): SheetsError {
  const code = kind === 'refused' ? refusalOf(failure, asked.kind) : kind;
  const parts: Partial<SheetsErrorParts> = { account: asked.account, spreadsheetId: asked.spreadsheetId };
  if (code === 'no-such-tab') return new SheetsError(code, { ...parts, tab: tabIn(failure.message) });
  return new SheetsError(code, { ...parts, detail: failure.message });
}

function refusalOf({ status, word, reason, message }: Failure, kind: SheetsRequestKind): SheetsErrorCode {
  switch (status) {
    case 401:
      return 'signed-out';
    case 403:
      if (reason === 'ACCESS_TOKEN_SCOPE_INSUFFICIENT') return 'signed-out';
      if (reason === 'SERVICE_DISABLED') return 'api-off';
      return kind === 'read' ? 'not-shared' : 'read-only';
    case 404:
      return 'no-such-spreadsheet';
    case 413:
      return 'too-large';
    case 400:
      return word === 'FAILED_PRECONDITION' && /not supported for this document/.test(message)
        ? 'not-a-sheet'
        : (WORDS.find(([words]) => words.test(message))?.[1] ?? 'refused');
    default:
      return 'refused';
  }
}

/** Google calls all of these `INVALID_ARGUMENT`; only its words tell them apart (observed). */
const WORDS: readonly (readonly [words: RegExp, code: SheetsErrorCode])[] = [
  [/protected cell or object/, 'protected'],
  [/Unable to parse range|No grid with id|No sheet with id/, 'no-such-tab'],
  [/exceeds grid limits|is after last (?:row|column) in grid/, 'busy'],
  [/more than the maximum of \d+ characters|above the limit of \d+ cells|exceeds? the (?:maximum|limit)/, 'too-large'],
];

/** `Unable to parse range: 'It''s'!A1:F`; '' for an id, which means nothing to a person. */
function tabIn(message: string): string {
  return /Unable to parse range: '((?:[^']|'')+)'/.exec(message)?.[1]?.replaceAll("''", "'") ?? '';
}
