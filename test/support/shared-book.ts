import { sql } from 'kysely';
import { findCustomersById } from '../../bot/store/customers.ts';
import type { Database } from '../../bot/store/database.ts';
import { logContact } from '../../bot/use-cases/log-contact.ts';
import { pullSheet } from '../../bot/use-cases/pull-sheet.ts';
import { pushSheet } from '../../bot/use-cases/push-sheet.ts';
import { saidOfCustomers } from '../../bot/use-cases/said-of-customers.ts';
import type { RequestLimits } from '../../bot/use-cases/sheet-changes.ts';
import { sheetProblemOf } from '../../bot/use-cases/sheet-problem.ts';
import { SheetsError } from '../../bot/use-cases/spreadsheets.ts';
import { UseCaseError } from '../../bot/use-cases/use-case-error.ts';
import { daySerial } from '../../core/sheets/day-serial.ts';
import { MEMORY_SHEET, memoryEntries } from '../../core/sheets/memory-sheet.ts';
import { OWN_PREFIX, type OwnKey } from '../../core/sheets/own-columns.ts';
import type { SaidOfRow } from '../../core/sheets/plan-push.ts';
import type { SheetValue } from '../../core/sheets/sheet-value.ts';
import { recallTable } from '../../core/sheets/table-memory.ts';
import { sheetProblemText } from '../../core/text/sheet-problem-text.ts';
import { keyed } from './service-workspace.ts';
import { openSharedSheet, type SharedSheet } from './shared-sheet.ts';
import { newContext, type TestContext } from './workspace.ts';

/** A workbook of customers that a workspace has connected, and that somebody else works in. */
export interface SharedBook {
  readonly context: TestContext;
  readonly shared: SharedSheet;
  readonly sheetId: string;
  /** Pulls and pushes; each that fails says with what. */
  sync(): Promise<unknown[]>;
  /** What sheet and database hold, ids and times aside: equal for two books that say the same. */
  state(): Promise<unknown>;
  /** By customer number, in its order: what Tierbook says of tier, score and reasons, by the keys of our columns. */
  grades(): Promise<(readonly [key: string, said: Readonly<Record<string, unknown>>])[]>;
  close(): Promise<void>;
}

/** The table in its first columns: the last is a person's own. */
export const BOOK_HEADINGS = ['Customer no.', 'Customer', 'Sales', 'Payment collection', 'Wishes'] as const;

const BOOK_ROWS: readonly (readonly (string | number)[])[] = [
  ['C-1', 'ACME', 900_000, 0.99, 'red'],
  ['C-2', 'Birch', 90_000, 0.8, 'green'],
  ['C-3', 'Cedar', 9_000, 0.5, ''],
  ['C-4', 'Dune', 900, 0.2, 'blue'],
];

/**
 * Opens one that was never pulled, or (`isKnown`) one that was pulled and pushed and in which everybody has changed something since:
 * figures and a new customer in the sheet, a tier typed over Tierbook's, a contact logged in Tierbook.
 *
 * @param limits of a push's requests, so that few rows take several of them
 */
export async function openSharedBook(
  db: Database,
  { isKnown, limits }: { readonly isKnown: boolean; readonly limits?: RequestLimits },
): Promise<SharedBook> {
  const shared = await openSharedSheet(db);
  typeBook(shared);
  const context = await newContext(db);
  const { id: sheetId } = await shared.connect(context);
  const sync = async (): Promise<unknown[]> => {
    const errors: unknown[] = [];
    context.clock.set(new Date(context.clock.now().getTime() + 60_000).toISOString());
    await pullSheet(context, shared.spreadsheets, sheetId).catch((error: unknown) => errors.push(error));
    await pushSheet(context, shared.spreadsheets, sheetId, limits).catch((error: unknown) => errors.push(error));
    return errors;
  };
  if (isKnown) {
    const errors = await sync();
    if (errors.length > 0) throw new AggregateError(errors);
    await changeBook(context, shared);
  }
  return {
    context,
    shared,
    sheetId,
    sync,
    state: () => bookState(context, shared),
    async grades() {
      const said = [...(await saidByKey(context))].toSorted(([one], [other]) => (one < other ? -1 : 1));
      return said.map(([key, of]) => [
        key,
        Object.fromEntries(
          ['tierbook.tier', 'tierbook.score', 'tierbook.why'].map((what) => [what, of.get(what as OwnKey)]),
        ),
      ]);
    },
    close: () => shared.close(),
  };
}

/** Pulls and pushes such a book once, with nothing that befalls it: what went wrong, how many requests it took, and what it came to. */
export async function undisturbedRun(
  db: Database,
  how: Parameters<typeof openSharedBook>[1],
): Promise<{ readonly errors: readonly unknown[]; readonly requests: number; readonly state: unknown }> {
  const book = await openSharedBook(db, how);
  const { traffic } = book.shared.google.api;
  const before = traffic.count();
  const errors = await book.sync();
  const requests = traffic.count() - before;
  const state = await book.state();
  await book.close();
  return { errors, requests, state };
}

/** Types the book's headings and customers into the first sheet, and so many more customers below. */
export function typeBook(shared: Pick<SharedSheet, 'type'>, more = 0): void {
  const others = Array.from({ length: more }, (_, at) => {
    const number = BOOK_ROWS.length + at + 1;
    return [`C-${number}`, `Customer ${number}`, 1000 + at * 37, ((at * 7) % 100) / 100, ''];
  });
  shared.type(0, 0, [BOOK_HEADINGS, ...BOOK_ROWS, ...others]);
}

/** Everybody changes something in a book that was pulled and pushed; `more` as for {@link typeBook}. */
export async function changeBook(context: TestContext, shared: Pick<SharedSheet, 'type'>, more = 0): Promise<void> {
  const number = BOOK_ROWS.length + more + 1;
  shared.type(2, 2, [[2_000_000]]);
  shared.type(number, 0, [[`C-${number}`, 'Elm', 50_000, 0.9, 'oak']]);
  shared.type(3, 5, [['Z']]);
  const customerId = await keyed(context, 'C-1');
  await logContact(context, { customerId, method: 'phone', outcome: 'reached', source: 'cli' });
}

/** What sheet and database hold, ids and times aside: equal for two books that say the same. */
export async function bookState(context: TestContext, shared: SharedSheet): Promise<unknown> {
  const database = await databaseState(context);
  return { sheet: sheetState(shared, await dueOn(context)), ...database };
}

function sheetState(shared: SharedSheet, due: ReadonlyMap<string, number>): unknown {
  const { workbook } = shared;
  const [first] = workbook.sheets;
  if (first === undefined) throw new Error('The workbook has no sheet.');
  const marks = workbook.metadata.all.flatMap(({ key, value, place }) =>
    key.startsWith(OWN_PREFIX) ? [{ key, value, place }] : [],
  );
  const marked = marks.find(({ key }) => key === 'tierbook.nextFollowUp')?.place;
  const nextFollowUp = marked?.on === 'column' ? marked.index : -1;
  const memory = workbook.findSheetByTitle(MEMORY_SHEET);
  const values = memory?.grid.read('values', {
    startRow: 0,
    endRow: memory.rowCount,
    startColumn: 0,
    endColumn: memory.columnCount,
  });
  const entries = memoryEntries((values ?? []).map((row) => row.map((cell) => (cell ?? '') as SheetValue)));
  const tables = new Set(marks.map(({ value }) => value ?? ''));
  return {
    // which day a follow-up falls on goes by a customer's id, among other things
    cells: shared
      .cells()
      .map((row) =>
        row.map((cell, column) =>
          column === nextFollowUp && cell === due.get(String(row[0])) ? 'as in Tierbook' : cell,
        ),
      ),
    marks: marks.map(({ key, place }) => ({ key, place })),
    tabs: workbook.sheets.map(({ title }) => title),
    entries: entries.length,
    remembered: [...tables].map((table) => {
      const found = recallTable(entries, first.id, table);
      return found && { headings: found.headings, rows: found.rows.map(({ identity, tier }) => ({ identity, tier })) };
    }),
  };
}

/** By customer number: what Tierbook says of each customer. */
async function saidByKey(context: TestContext): Promise<ReadonlyMap<string, SaidOfRow>> {
  const { workspaceId } = context.actor;
  const { rows } = await sql<{ id: string }>`select id from customer where workspace_id = ${workspaceId}`.execute(
    context.db,
  );
  const ids = rows.map(({ id }) => id);
  const customers = [...(await findCustomersById(context.db, workspaceId, ids)).values()];
  const said = await saidOfCustomers(context, customers, 'en');
  return new Map(customers.map(({ id, key }) => [key ?? '', said.get(id) ?? new Map()]));
}

/** By customer number: the day of the next follow-up, as a sheet counts days. */
async function dueOn(context: TestContext): Promise<ReadonlyMap<string, number>> {
  return new Map(
    [...(await saidByKey(context))].flatMap(([key, said]): [string, number][] => {
      const day = said.get('tierbook.nextFollowUp');
      return typeof day === 'object' ? [[key, daySerial(day.date)]] : [];
    }),
  );
}

async function databaseState({ db, actor }: TestContext): Promise<Record<string, unknown[]>> {
  const { workspaceId } = actor;
  const customers = await sql`
    select key, name, facts, extra, source, status, last_contact_on, region from customer
    where workspace_id = ${workspaceId} order by key, name`.execute(db);
  const grades = await sql`
    select c.key, g.tier, g.score from grade g
    join customer c on c.workspace_id = g.workspace_id and c.id = g.customer_id
    where g.workspace_id = ${workspaceId} order by c.key`.execute(db);
  const conflicts = await sql`
    select detail - 'sheetId' as detail from audit_event
    where workspace_id = ${workspaceId} and action = 'sheet-conflict' order by 1`.execute(db);
  const rows = await sql`
    select key_normal, name_normal, read from connected_sheet_row
    where workspace_id = ${workspaceId} order by 1, 2`.execute(db);
  return { customers: customers.rows, grades: grades.rows, conflicts: conflicts.rows, rows: rows.rows };
}

/** What people are told of an error, in three languages; throws for one that is not meant for people. */
export function sentencesOf(error: unknown): string[] {
  const problem = sheetProblemOf(error);
  const isCoded = error instanceof SheetsError || error instanceof UseCaseError;
  if (!isCoded || problem === undefined) throw error;
  return (['en', 'zh-CN', 'zh-TW'] as const).map((language) => sheetProblemText(problem, language));
}
