import { text } from 'node:stream/consumers';
import { inTurns } from '../use-cases/in-turns.ts';
import {
  type PreparedChanges,
  type PrintedCells,
  type SheetCells,
  type SheetChange,
  SheetsError,
  type SpreadsheetDescription,
  type Spreadsheets,
  type TabRange,
} from '../use-cases/spreadsheets.ts';
import { changeMessage, isRepeatable } from './change-message.ts';
import { DESCRIPTION_FIELDS, describeSpreadsheet } from './describe-spreadsheet.ts';
import type { GoogleAccount } from './google-account.ts';
import type { sheets_v4 } from './load-google.ts';
import { protectedRangeIn } from './protected-places.ts';
import { rangeText } from './range-text.ts';
import { cellsOf, type GivenRows, numberColumns, putDays, type ReadCells } from './read-cells.ts';
import { type KnownPrint, knownPrint, samePlaces, writtenPrint } from './read-print.ts';
import { receiveValues } from './receive-values.ts';
import { type Ending, endingOf } from './request-ending.ts';
import { type Patience, type Sending, sendPatiently } from './send-patiently.ts';
import { sheetsFailure } from './sheets-failure.ts';

/** How long Google may take for one request: it gives up after 180 s itself. */
const REQUEST_TIMEOUT_MS = 185_000;

/** How many times cells are read again when the sheet changes between values and days. */
const MOST_READINGS = 4;

/** What the requests of {@link googleSpreadsheets} are sent with. */
export interface SheetsConnection {
  readonly client: sheets_v4.Sheets;
  readonly account: GoogleAccount;
  readonly patience: Patience;
  /** How long one request may take, in ms; for tests. */
  readonly timeoutMs?: number;
}

/** Spreadsheets at Google, or at a stand-in for it, through googleapis. */
export function googleSpreadsheets(connection: SheetsConnection): Spreadsheets {
  const { account } = connection;
  return {
    account: account.email,
    describe: (spreadsheetId) => describe(connection, spreadsheetId),
    read: (spreadsheetId, ranges, { days }) => read(connection, spreadsheetId, ranges, days),
    readChanged: (spreadsheetId, ranges, known) => readChanged(connection, spreadsheetId, ranges, known),
    prepare,
    change: (spreadsheetId, changes) => change(connection, spreadsheetId, changes),
  };
}

async function describe(connection: SheetsConnection, spreadsheetId: string): Promise<SpreadsheetDescription> {
  const { spreadsheets } = connection.client;
  const answer = await ask(connection, spreadsheetId, { kind: 'read', isRepeatable: true }, (options) =>
    spreadsheets.get({ spreadsheetId, fields: DESCRIPTION_FIELDS }, options),
  );
  return describeSpreadsheet(answer);
}

async function read(
  connection: SheetsConnection,
  spreadsheetId: string,
  ranges: readonly TabRange[],
  days: boolean,
): Promise<readonly SheetCells[]> {
  if (ranges.length === 0) return [];
  if (days) return (await readChanged(connection, spreadsheetId, ranges, null))?.cells ?? [];
  const values = await readValues(connection, spreadsheetId, ranges, 'SERIAL_NUMBER', null);
  return (await cellsIn(await values.given(), ranges)).map(({ cells }) => cells);
}

async function readChanged(
  connection: SheetsConnection,
  spreadsheetId: string,
  ranges: readonly TabRange[],
  print: string | null,
): Promise<PrintedCells | undefined> {
  const known = knownPrint(print);
  for (let reading = 1; ; reading += 1) {
    const numbers = await readValues(connection, spreadsheetId, ranges, 'SERIAL_NUMBER', known);
    // where the same numbers stand as before, only whether they are days may have changed
    const places = numbers.print === known?.numbers ? samePlaces(known, ranges) : undefined;
    const looked = places && (await readValues(connection, spreadsheetId, places, 'FORMATTED_STRING', known));
    if (looked !== undefined && looked.print === known?.shown) return undefined;
    const found = await cellsIn(await numbers.given(), ranges);
    const columns = numberColumns(ranges, found);
    const asked = columns.map(({ range }) => range);
    // what is shown as a day comes as text, as it is shown, and all other numbers as numbers
    const shown = looked ?? (await readValues(connection, spreadsheetId, asked, 'FORMATTED_STRING', null));
    if (await inTurns(putDays(found, columns, await shown.given())))
      return { cells: found.map(({ cells }) => cells), print: writtenPrint(numbers.print, columns, shown.print) };
    if (reading === MOST_READINGS) {
      const { email } = connection.account;
      throw new SheetsError('busy', { account: email, spreadsheetId });
    }
  }
}

async function cellsIn(given: readonly GivenRows[], ranges: readonly TabRange[]): Promise<ReadCells[]> {
  const cells: ReadCells[] = [];
  // millions of cells take their time, in which others have their turn
  for (const [at, range] of ranges.entries()) cells.push(await inTurns(cellsOf(range, given[at] ?? [])));
  return cells;
}

/** Reads values; an answer that is known was whole then, and is not looked into before that is wanted. Of no ranges nothing is asked. */
async function readValues(
  connection: SheetsConnection,
  spreadsheetId: string,
  ranges: readonly TabRange[],
  dateTimeRenderOption: 'SERIAL_NUMBER' | 'FORMATTED_STRING',
  known: KnownPrint | null,
): Promise<{ readonly print: string; given(): Promise<readonly GivenRows[]> }> {
  if (ranges.length === 0) return { print: '', given: () => Promise.resolve([]) };
  const { values } = connection.client.spreadsheets;
  const parameters = {
    spreadsheetId,
    ranges: ranges.map(rangeText),
    valueRenderOption: 'UNFORMATTED_VALUE',
    dateTimeRenderOption,
    fields: 'valueRanges(values)',
    // line breaks and blanks would be as much again
    prettyPrint: false,
  };
  return ask(connection, spreadsheetId, { kind: 'read', isRepeatable: true }, async (options) => {
    const { data, headers, status } = await values.batchGet(parameters, {
      ...options,
      responseType: 'stream',
      // of a refused stream the client keeps no words
      validateStatus: () => true,
    });
    if (status !== 200)
      throw Object.assign(new Error('refused'), { response: { status, headers, data: await text(data) } });
    const received = await receiveValues(data, known === null ? [] : [known.numbers, known.shown]);
    const isKnown = received.print === known?.numbers || received.print === known?.shown;
    if (isKnown) return { data: { print: received.print, given: async () => (await received.given()) ?? [] } };
    const given = await received.given();
    return { data: given === null ? undefined : { print: received.print, given: () => Promise.resolve(given) } };
  });
}

async function prepare(changes: readonly SheetChange[]): Promise<PreparedChanges> {
  return { changes, message: await inTurns(changeMessage(changes)) };
}

async function change(
  connection: SheetsConnection,
  spreadsheetId: string,
  given: readonly SheetChange[] | PreparedChanges,
): Promise<void> {
  const { changes, message } = 'message' in given ? given : await prepare(given);
  if (message === null) return;
  const { spreadsheets } = connection.client;
  const sending = { kind: 'write', isRepeatable: isRepeatable(changes) } as const;
  try {
    // as text, since the client copies objects again and again, which takes longer than writing them
    const requestBody = message as unknown as sheets_v4.Schema$BatchUpdateSpreadsheetRequest;
    const headers = { 'content-type': 'application/json' };
    await ask(connection, spreadsheetId, sending, (options) =>
      spreadsheets.batchUpdate({ spreadsheetId, requestBody, fields: 'spreadsheetId' }, { ...options, headers }),
    );
  } catch (error) {
    throw error instanceof SheetsError ? await said(connection, error, changes) : error;
  }
}

/** The error with the names that Google leaves out: which protected range, which tab. */
async function said(
  connection: SheetsConnection,
  error: SheetsError,
  changes: readonly SheetChange[],
): Promise<SheetsError> {
  if (error.code !== 'protected') return error;
  const description = await describe(connection, error.parts.spreadsheetId).catch(() => undefined);
  const found = description && protectedRangeIn(description, changes);
  if (found === undefined) return error;
  const { tab, range } = found;
  const named = { tab: tab.title, range: range.a1, description: range.description };
  return new SheetsError('protected', { ...error.parts, ...named });
}

/** How each request is sent: googleapis itself tries nothing again. */
interface RequestOptions {
  readonly retry: false;
  readonly timeout: number;
  readonly signal: AbortSignal;
}

async function ask<T>(
  { account, patience, timeoutMs = REQUEST_TIMEOUT_MS }: SheetsConnection,
  spreadsheetId: string,
  sending: Omit<Sending<T>, 'send'>,
  request: (options: RequestOptions) => Promise<{ readonly data: T | undefined }>,
): Promise<T> {
  const { clock, signal } = patience;
  const sendOnce = async (): Promise<Ending<T>> => {
    try {
      const { data } = await request({ retry: false, timeout: timeoutMs, signal });
      // what is no JSON was cut on the way
      return typeof data === 'object' ? { kind: 'done', value: data } : endingOf({}, clock.now());
    } catch (error) {
      return endingOf(error, clock.now());
    }
  };
  const send = async (): Promise<Ending<T>> => {
    const signedIn = await account.ready();
    if (signedIn.kind !== 'done') return signedIn;
    const ending = await sendOnce();
    if (ending.kind !== 'refused' || ending.failure.status !== 401) return ending;
    // a token may be taken back before it has run out
    const renewed = await account.renew();
    return renewed.kind === 'done' ? sendOnce() : renewed;
  };
  const ended = await sendPatiently({ ...sending, send }, patience);
  if (ended.kind === 'done') return ended.value;
  throw sheetsFailure(ended, { kind: sending.kind, account: account.email, spreadsheetId });
}
