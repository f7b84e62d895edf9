import { WorkbookError } from '../workbook/workbook-error.ts';

/** Google's words for kinds of failures, each with its HTTP status (documented: google.rpc.Code). */
const HTTP_CODES = {
  INVALID_ARGUMENT: 400,
  FAILED_PRECONDITION: 400,
  UNAUTHENTICATED: 401,
  PERMISSION_DENIED: 403,
  NOT_FOUND: 404,
  RESOURCE_EXHAUSTED: 429,
  INTERNAL: 500,
  UNIMPLEMENTED: 501,
  UNAVAILABLE: 503,
} as const;

export type GoogleStatus = keyof typeof HTTP_CODES;

/** A failure as Google's APIs answer it. */
export class GoogleError extends Error {
  override readonly name = 'GoogleError';
  readonly status: GoogleStatus;
  /** Objects with an `@type`; none: left out of the answer. */
  readonly details: readonly object[];

  constructor(status: GoogleStatus, message: string, details: readonly object[] = []) {
    super(message);
    this.status = status;
    this.details = details;
  }

  /** The HTTP status. */
  get code(): number {
    return HTTP_CODES[this.status];
  }

  /** The answer's body. */
  get body(): { readonly error: object } {
    const { code, message, status, details } = this;
    return { error: { code, message, status, ...(details.length === 0 ? {} : { details }) } };
  }
}

/** What is asked for makes no sense. */
export function invalid(message: string, details: readonly object[] = []): GoogleError {
  return new GoogleError('INVALID_ARGUMENT', message, details);
}

/** The JSON or the query does not fit Google's message (observed words). `field` as a path, '' for the message itself. */
export function badField(field: string, description: string): GoogleError {
  const violation = { ...(field === '' ? {} : { field }), description };
  return invalid(description, [{ '@type': 'type.googleapis.com/google.rpc.BadRequest', fieldViolations: [violation] }]);
}

/** Google has it and the local workbook has not; never Google's own answer. */
export function notHeld(what: string): GoogleError {
  return new GoogleError('UNIMPLEMENTED', `The local workbook has no ${what}.`);
}

/** The token is none, too old or revoked (observed words). */
export function unauthenticated(): GoogleError {
  return new GoogleError(
    'UNAUTHENTICATED',
    'Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other valid authentication credential. See https://developers.google.com/identity/sign-in/web/devconsole-project.',
  );
}

/** No such spreadsheet (observed words). */
export function noSuchSpreadsheet(): GoogleError {
  return new GoogleError('NOT_FOUND', 'Requested entity was not found.');
}

/** The file is not shared with the account, or only for reading (observed words). */
export function noPermission(): GoogleError {
  return new GoogleError('PERMISSION_DENIED', 'The caller does not have permission');
}

/** There are so many rows and columns, and the range begins after them (observed words). */
export function beyondGrid(
  range: string,
  { rowCount, columnCount }: { readonly rowCount: number; readonly columnCount: number },
): GoogleError {
  return invalid(`Range (${range}) exceeds grid limits. Max rows: ${rowCount}, max columns: ${columnCount}`);
}

/** `before`: what goes before the words, such as `Invalid requests[0].addSheet: `. Leaves other errors as they are. */
export function prefixed(error: unknown, before: string): unknown {
  if (!(error instanceof GoogleError) || error.status !== 'INVALID_ARGUMENT' || error.details.length > 0) return error;
  return invalid(before + error.message);
}

/**
 * The workbook's refusal in Google's words (observed: protected, the title of a sheet, the last sheet, too long, too many;
 * assumed: the others). Other errors stay what they are.
 */
export function googleErrorOf(error: unknown): unknown {
  return error instanceof WorkbookError ? invalid(wordsOf(error)) : error;
}

function wordsOf({ code, detail }: WorkbookError): string {
  switch (code) {
    case 'no-such-sheet':
      return `No grid with id: ${detail}`;
    case 'out-of-bounds':
      return 'Range exceeds grid limits.';
    case 'wrong-size':
      return `The rows and columns of the values do not fit the range: ${detail}`;
    case 'cell-too-long':
      return 'Your input contains more than the maximum of 50000 characters in a single cell.';
    case 'too-many-cells':
      return 'This action would increase the number of cells in the workbook above the limit of 10000000 cells.';
    case 'metadata-too-long':
      return 'The total size of developer metadata exceeds the limit of 30000 characters.';
    case 'metadata-place':
      return 'The developer metadata has no key, or its location is none.';
    case 'no-such-metadata':
      return `No developer metadata with id: ${detail}`;
    case 'no-such-protection':
      return `No protected range with id: ${detail}`;
    case 'no-such-chart':
      return `No chart with id: ${detail}`;
    case 'protected':
      return 'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.';
    case 'typed-column':
      return `You can't set this on a typed column: ${detail}`;
    case 'sheet-title':
      return detail === ''
        ? 'A sheet must have a name.'
        : `A sheet with the name "${detail}" already exists. Please enter another name.`;
    case 'last-sheet':
      return "You can't remove all the visible sheets in a document.";
    case 'last-row-or-column':
      return "You can't delete all the rows or columns on the sheet.";
    case 'cuts-a-block':
      return 'You must select all cells in a merged range to merge or unmerge them.';
    case 'not-understood':
      return `Invalid value: ${detail}`;
    default:
      return code satisfies never;
  }
}
