import type { SheetsAddressProblem } from '../../core/text/sheets-address-text.ts';
import { LOCAL_SPREADSHEET_ID } from './local-spreadsheet-id.ts';

/** What a person pasted: which spreadsheet, or why it is none. */
export type SpreadsheetAddress =
  | {
      readonly kind: 'spreadsheet';
      readonly spreadsheetId: string;
      /** The tab that the address names (`gid`); null: none. */
      readonly tabId: number | null;
    }
  | { readonly kind: 'refused'; readonly problem: SheetsAddressProblem };

/**
 * Reads the address of a spreadsheet as people paste it: out of the browser (whichever account, view or tab it shows), with words
 * around it, as Slack sends it (`<…|…>`), or its id alone.
 */
export function readSpreadsheetAddress(text: string): SpreadsheetAddress {
  const plain = text.replaceAll('&amp;', '&');
  const found = [...plain.matchAll(ADDRESS)].map(([address]) => readAddress(address.replace(/[.,;:!?)\]]+$/, '')));
  const [first] = found;
  if (first === undefined) return readId(plain.trim());
  if (first.kind === 'refused') return first;
  const isOther = found.some((one) => one.kind === 'spreadsheet' && one.spreadsheetId !== first.spreadsheetId);
  if (isOther) return refused('several');
  // Slack and mails repeat an address as its own caption, sometimes cut short
  return found.find((one) => one.kind === 'spreadsheet' && one.tabId !== null) ?? first;
}

/** An address of Google's, or of any other server that has spreadsheets, up to what ends one in a text. */
const ADDRESS =
  /(?:https?:\/\/[^\s<>|"'，。；、）」]+|\b(?:docs|drive|sheets)\.google\.com\/[^\s<>|"'，。；、）」]+)/gi;

/** The page *Sheet* of the local workspace, as it stands in the browser. */
const LOCAL_PAGE = /^https?:\/\/(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?\/sheet\/?(?:[?#].*)?$/i;

const ID = /^[\w-]{15,120}$/;

function readAddress(address: string): SpreadsheetAddress {
  const [, path = '', query = '', fragment = ''] =
    /^(?:https?:\/\/)?[^/?#]+([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/i.exec(address) ?? [];
  if (LOCAL_PAGE.test(address)) return { kind: 'spreadsheet', spreadsheetId: LOCAL_SPREADSHEET_ID, tabId: null };
  const inQuery = new URLSearchParams(query);
  if (/\/spreadsheets\/(?:u\/\d+\/)?d\/e\//.test(path)) return refused('published');
  const id =
    /\/spreadsheets\/(?:u\/\d+\/)?d\/([^/]+)/.exec(path)?.[1] ??
    (/\/(?:spreadsheets?\/(?:u\/\d+\/)?(?:ccc|edit)?|open)$/.test(path)
      ? (inQuery.get('key') ?? inQuery.get('id'))
      : null);
  if (id === null) return refused(otherFile(path, address));
  if (!ID.test(id)) return refused('no-address');
  if (inQuery.get('rtpof') === 'true') return refused('excel-file');
  const gid = new URLSearchParams(fragment).get('gid') ?? inQuery.get('gid');
  return { kind: 'spreadsheet', spreadsheetId: id, tabId: gid !== null && /^\d{1,10}$/.test(gid) ? Number(gid) : null };
}

function otherFile(path: string, address: string): SheetsAddressProblem {
  if (/\/forms\//.test(path)) return 'form';
  if (/\/file\/d\//.test(path)) return 'excel-file';
  return /\/\/(?:docs|drive)\.google\.com\//i.test(address) ? 'other-document' : 'no-address';
}

function readId(text: string): SpreadsheetAddress {
  return ID.test(text) ? { kind: 'spreadsheet', spreadsheetId: text, tabId: null } : refused('no-address');
}

function refused(problem: SheetsAddressProblem): SpreadsheetAddress {
  return { kind: 'refused', problem };
}
