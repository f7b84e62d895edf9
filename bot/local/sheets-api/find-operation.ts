import { GoogleError, notHeld } from './google-error.ts';
import type { OperationName } from './operations.ts';

/** What a request's method and path ask for. */
export interface FoundOperation {
  readonly name: OperationName;
  readonly spreadsheetId: string;
  /** The range in the path; '' where there is none. */
  readonly rest: string;
}

/**
 * The operation of a method and a path that begins with `/v4/`, still encoded. Throws NOT_FOUND where Google has none either, and
 * UNIMPLEMENTED where it has one that is not known here.
 */
export function findOperation(method: string, path: string): FoundOperation {
  const parts = /^\/v4\/spreadsheets(?:\/([^/:]+))?(?::(\w+))?(?:\/(\w+)(?::(\w+))?(?:\/(.+))?)?$/.exec(path);
  if (parts === null) throw nowhere();
  const [, id, verb, collection, collectionVerb, last] = parts;
  if (id === undefined)
    throw method === 'POST' && verb === undefined ? notHeld('way to create spreadsheets') : nowhere();
  const spreadsheetId = decoded(id);
  const known = (name: OperationName, rest = ''): FoundOperation => ({ name, spreadsheetId, rest });
  const asked = `${method} ${verb ?? ''}/${collection ?? ''}:${collectionVerb ?? ''}`;
  if (last === undefined)
    switch (asked) {
      case 'GET /:':
        return known('spreadsheets.get');
      case 'POST batchUpdate/:':
        return known('spreadsheets.batchUpdate');
      case 'GET /values:batchGet':
        return known('values.batchGet');
      case 'POST /values:batchUpdate':
        return known('values.batchUpdate');
      case 'POST /values:batchClear':
        return known('values.batchClear');
      case 'POST /developerMetadata:search':
        return known('developerMetadata.search');
      case 'POST getByDataFilter/:':
      case 'POST /values:batchGetByDataFilter':
      case 'POST /values:batchUpdateByDataFilter':
      case 'POST /values:batchClearByDataFilter':
        throw notHeld('ranges told by data filters');
      default:
        throw nowhere();
    }
  if (asked === 'GET /developerMetadata:' || asked === 'POST /sheets:') throw notHeld(`operation at ${collection}`);
  if (collection !== 'values' || verb !== undefined || collectionVerb !== undefined) throw nowhere();
  const own = /^(.+):(clear|append)$/.exec(last);
  if (method === 'POST' && own?.[2] === 'clear') return known('values.clear', decoded(own[1] ?? ''));
  if (method === 'POST' && own?.[2] === 'append') throw notHeld('way to append values');
  if (method === 'GET') return known('values.get', decoded(last));
  if (method === 'PUT') return known('values.update', decoded(last));
  throw nowhere();
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw nowhere();
  }
}

/** Google answers a page of HTML there; the local server keeps to one form. */
function nowhere(): GoogleError {
  return new GoogleError('NOT_FOUND', 'The requested URL was not found on this server.');
}
