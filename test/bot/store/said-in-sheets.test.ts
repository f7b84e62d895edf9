import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { type BASIS_TABLES, signBasis } from '../../../bot/store/book-sign.ts';
import type { Database } from '../../../bot/store/database.ts';
import { newId } from '../../../bot/store/new-id.ts';
import { CUSTOMERS_TABLES, findSaidSigns, saveSaidSigns } from '../../../bot/store/said-in-sheets.ts';
import { saveOwnDay } from '../../../bot/store/work-days.ts';
import { importTable } from '../../../bot/use-cases/import-table.ts';
import { setOverride } from '../../../bot/use-cases/override-tier.ts';
import { describeOnBothDatabases } from '../../support/databases.ts';
import { day } from '../../support/follow-up-rows.ts';
import { addMember } from '../../support/members.ts';
import { keyed } from '../../support/service-workspace.ts';
import { tableOf } from '../../support/table-reading.ts';
import { newContext, type TestContext } from '../../support/workspace.ts';

describeOnBothDatabases('what was said in a sheet', (open, kind) => {
  let context: TestContext;
  let db: Database;
  let workspaceId: string;
  let sheetId: string;
  let ids: string[];

  beforeEach(async () => {
    context = await newContext(await open());
    ({ db } = context);
    ({ workspaceId } = context.actor);
    const figures = { salesAmount: 900, paymentCollection: 0.9 };
    await importTable(
      context,
      tableOf({ key: '1', name: 'ACME', ...figures }, { key: '2', name: 'Birch', ...figures }),
    );
    ids = [await keyed(context, '1'), await keyed(context, '2')];
    for (const customerId of ids) await setOverride(context, { customerId, tier: 'A', reason: 'as agreed' });
    for (const table of ['purchase_measure', 'service_measure'])
      await sql`
        insert into ${sql.table(table)} (workspace_id, customer_id, measures)
        select workspace_id, id, '{}' from customer where workspace_id = ${workspaceId}`.execute(db);
    sheetId = newId(context.clock.now());
    await sql`
      insert into connected_sheet (workspace_id, id, spreadsheet_id, tab_id, spreadsheet_title, tab_title, language, hints,
        connected_at)
      values (${workspaceId}, ${sheetId}::uuid, ${sheetId}, 0, 'Book', 'Customers', 'en', '{}', now())`.execute(db);
  });

  const signs = async (basis = 'as ever') => {
    const found = await findSaidSigns(db, workspaceId, sheetId, ids, basis);
    return ids.map((id) => found.get(id));
  };
  const said = (all: Awaited<ReturnType<typeof signs>>) =>
    all.map((one, at) => ({ customerId: ids[at] ?? '', sign: one?.sign ?? '', cells: 'abcdefghij' }));

  test.each(CUSTOMERS_TABLES)(
    'is not known any more of a customer whose row of %s was written, and is of others',
    async (table) => {
      await saveSaidSigns(db, workspaceId, sheetId, said(await signs()));
      expect((await signs()).map((one) => one?.cells)).toEqual(['abcdefghij', 'abcdefghij']);
      const whose = sql.ref(table === 'customer' ? 'id' : 'customer_id');
      const { numAffectedRows } = await sql`
      update ${sql.table(table)} set workspace_id = workspace_id
      where workspace_id = ${workspaceId} and ${whose} = ${ids[0]}::uuid`.execute(db);
      expect(numAffectedRows).toBe(1n);
      expect((await signs()).map((one) => one?.cells)).toEqual([null, 'abcdefghij']);
    },
  );

  test('is not known any more when what everybody is described by is another', async () => {
    await saveSaidSigns(db, workspaceId, sheetId, said(await signs()));
    expect((await signs('otherwise')).map((one) => one?.cells)).toEqual([null, null]);
  });

  test('is forgotten with the customer, and nothing is put down of one who is gone', async () => {
    const before = said(await signs());
    await db
      .deleteFrom('customer')
      .where('workspace_id', '=', workspaceId)
      .where('id', '=', ids[0] ?? '')
      .execute();
    await saveSaidSigns(db, workspaceId, sheetId, before);
    expect((await signs()).map((one) => one?.cells)).toEqual([undefined, 'abcdefghij']);
  });

  test('nothing is put down of a sheet that has been disconnected', async () => {
    const before = said(await signs());
    await db.deleteFrom('connected_sheet').where('workspace_id', '=', workspaceId).execute();
    await saveSaidSigns(db, workspaceId, sheetId, before);
    expect((await signs()).map((one) => one?.cells)).toEqual([null, null]);
  });

  test.runIf(kind === 'postgres')('waits for nobody who is taking a customer away', async () => {
    const before = said(await signs());
    await db.transaction().execute(async (trx) => {
      await trx
        .deleteFrom('customer')
        .where('workspace_id', '=', workspaceId)
        .where('id', '=', ids[0] ?? '')
        .execute();
      await saveSaidSigns(db, workspaceId, sheetId, before);
    });
    expect((await signs()).map((one) => one?.cells)).toEqual([undefined, 'abcdefghij']);
  });

  test('everybody is described by another name once any row that says something of all has changed', async () => {
    const memberId = await addMember(context, { name: 'Lei' });
    await saveOwnDay(db, workspaceId, { day: day('2026-03-09'), kind: 'off', title: null });
    await sql`
      insert into absence (workspace_id, id, member_id, from_on, to_on, created_at)
      values (${workspaceId}, ${newId(context.clock.now())}::uuid, ${memberId}::uuid, '2026-03-09', '2026-03-10', now())`.execute(
      db,
    );
    const basis = async () => (await signBasis(db, workspaceId)).rows;
    const changes: Record<keyof typeof BASIS_TABLES, string> = {
      workspace: "weekend = '{1}'",
      member: "time_zone = 'Asia/Tokyo'",
      scheme: "id = 'another'",
      calendar_day: "kind = 'working'",
      absence: "to_on = '2026-03-11'",
    };
    for (const [table, change] of Object.entries(changes)) {
      const before = await basis();
      expect(await basis()).toBe(before);
      const own = sql.ref(table === 'workspace' ? 'id' : 'workspace_id');
      await sql`update ${sql.table(table)} set ${sql.raw(change)} where ${own} = ${workspaceId}`.execute(db);
      expect({ table, isSame: (await basis()) === before }).toEqual({ table, isSame: false });
    }
  });
});
