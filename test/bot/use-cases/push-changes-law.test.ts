import fc from 'fast-check';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { BASIS_TABLES, SIGNED_TABLES } from '../../../bot/store/book-sign.ts';
import { CUSTOMERS_TABLES } from '../../../bot/store/said-in-sheets.ts';
import { wholeCustomers } from '../../../bot/use-cases/customer-book.ts';
import { dayOfGrading } from '../../../bot/use-cases/grade-customers.ts';
import { importTable } from '../../../bot/use-cases/import-table.ts';
import { matchSheetRows } from '../../../bot/use-cases/match-sheet-rows.ts';
import { pushTab } from '../../../bot/use-cases/push-tab.ts';
import { reassignCustomer } from '../../../bot/use-cases/reassign-customer.ts';
import { saidOfCustomers } from '../../../bot/use-cases/said-of-customers.ts';
import { schemeInUse } from '../../../bot/use-cases/schemes-in-use.ts';
import { settledWay } from '../../../bot/use-cases/settled-way.ts';
import { describeOnBothDatabases } from '../../support/databases.ts';
import { ALL, anyHappening, happen, KEYS, rowOf } from '../../support/happen-to-book.ts';
import { unlessRefused } from '../../support/happen-to-customer.ts';
import { addMember, as } from '../../support/members.ts';
import { keyed } from '../../support/service-workspace.ts';
import { openSharedBook } from '../../support/shared-book.ts';
import { tableOf } from '../../support/table-reading.ts';
import { newContext, type TestContext } from '../../support/workspace.ts';

describeOnBothDatabases('the law of pushing changes only', (open) => {
  test('whatever changes what a push would write is another state of the book', async () => {
    const db = await open();
    let kept = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(anyHappening, { minLength: 10, maxLength: 20, size: 'max' }), async (happenings) => {
        const context = await newContext(db);
        const members = [await addMember(context, { name: 'Lei' }), await addMember(context, { name: 'Mia' })];
        const boss = as(context, await addMember(context, { name: 'Bo', role: 'manager' }), 'admin');
        await importTable(context, tableOf(...KEYS.map((one) => rowOf(one, { salesAmount: 100 }))));
        const saidThen = new Map<string, unknown>();
        for (const what of [{ do: 'nothing' as const }, ...happenings]) {
          context.clock.set(new Date(context.clock.now().getTime() + 60_000).toISOString());
          await unlessRefused(happen(boss, what, members));
          const sign = await signOf(context);
          const said = await saidIn(context);
          if (saidThen.has(sign)) {
            kept += 1;
            expect(said).toEqual(saidThen.get(sign));
          }
          saidThen.set(sign, said);
        }
      }),
      { seed: 20261126, numRuns: 6, examples: [[[...ALL]]] },
    );
    // a name that never stays the same would pass as well
    expect(kept).toBeGreaterThan(0);
  }, 240_000);

  test('nothing is asked for a push that the state of the book leaves out', async () => {
    const db = await open();
    const book = await openSharedBook(db, { isKnown: true });
    const owner = await addMember(book.context, { name: 'Lei' });
    const customerId = await keyed(book.context, 'C-1');
    await reassignCustomer(book.context, { customerId, toMemberId: owner });
    const asked = new Set<string>();
    const watched = db.withPlugin({
      transformQuery({ node, queryId }) {
        const { sql: text } = db.getExecutor().compileQuery(node, queryId);
        for (const [, table = ''] of text.matchAll(/\b(?:from|join)\s+"?(\w+)"?/gi)) asked.add(table);
        return node;
      },
      transformResult: ({ result }) => Promise.resolve(result),
    });
    const context = { ...book.context, db: watched };
    const sheet = await watched
      .selectFrom('connected_sheet')
      .selectAll()
      .where('id', '=', book.sheetId)
      .executeTakeFirstOrThrow();
    asked.clear();
    const { spreadsheet_id: spreadsheetId, tab_id: tabId, tab_title: tabTitle } = sheet;
    const pushed = { id: book.sheetId, spreadsheetId, tabId, tabTitle, language: 'en', hints: {} } as const;
    await pushTab(context, book.shared.spreadsheets, pushed, () => Promise.resolve(), {});
    const { rows } = await sql<{ name: string }>`select table_name as name from information_schema.tables
      where table_schema = 'public'`.execute(db);
    const tables = new Set(rows.map(({ name }) => name));
    const used = [...asked].filter((name) => tables.has(name));
    expect(used).toEqual(expect.arrayContaining(['customer', 'grade', 'follow_up', 'absence']));
    // what was put down of what was said is made of the others, and it is put down of a sheet that is still connected
    const unsigned = used.filter((name) => !(name in SIGNED_TABLES));
    expect(unsigned.toSorted()).toEqual(['connected_sheet', 'connected_sheet_said']);
    // and of all that words are made of, each customer's sign has its own, and everybody's the rest; a run never changes
    const signed = new Set<string>([...CUSTOMERS_TABLES, ...Object.keys(BASIS_TABLES), 'grading_run']);
    const words = used.filter((name) => !name.startsWith('connected_sheet'));
    expect(words.filter((name) => !signed.has(name))).toEqual([]);
    await book.close();
  }, 60_000);
});

async function signOf(context: TestContext): Promise<string> {
  const way = await settledWay(context, { id: 'sheet', language: 'en', hints: {} }, dayOfGrading(context));
  return way([]);
}

/** What a push would write beside rows that name customers by number, by their first name and by another. */
async function saidIn(context: TestContext): Promise<unknown> {
  const scheme = await schemeInUse(context.db, context.actor.workspaceId, 'customer');
  const said: unknown[] = [scheme?.id];
  for (const named of [
    (one: string) => ({ key: one, name: `Customer ${one}` }),
    (one: string) => ({ name: `Customer ${one}` }),
    (one: string) => ({ name: `Renamed ${one}` }),
  ])
    said.push(await saidBeside(context, KEYS.map(named)));
  return said;
}

async function saidBeside(context: TestContext, rows: readonly Readonly<Record<string, string>>[]): Promise<unknown> {
  const { records } = tableOf(...rows);
  const { matched, open, repeated } = await matchSheetRows(
    wholeCustomers(context.db, context.actor.workspaceId),
    records,
    [],
    [],
  );
  const customers = matched.map(({ customer }) => customer);
  const said = await saidOfCustomers(context, customers, 'en');
  return {
    open: open.map(({ row: place }) => place),
    repeated: repeated.map((group) => group.map(({ row: place }) => place)),
    said: matched.map(({ record, customer }) => [record.row, customer.id, [...(said.get(customer.id) ?? [])]]),
  };
}
