import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { putDownRemoved } from '../../../bot/store/connected-sheet-removed.ts';
import { lockWorkspace } from '../../../bot/store/workspaces.ts';
import { connectSheet } from '../../../bot/use-cases/connect-sheet.ts';
import { pullSheet } from '../../../bot/use-cases/pull-sheet.ts';
import { openDatabase, type TestDatabase } from '../../support/databases.ts';
import { day } from '../../support/follow-ups.ts';
import { SPREADSHEET_ID } from '../../support/local-google.ts';
import { keyed } from '../../support/service-workspace.ts';
import { openSharedSheet } from '../../support/shared-sheet.ts';
import { newContext } from '../../support/workspace.ts';

let opened: TestDatabase;
beforeAll(async () => {
  opened = await openDatabase('postgres');
});
afterAll(async () => opened.close());

test('a pull waits for whoever removes customers meanwhile, neither of them for the other', async () => {
  const context = await newContext(opened.db);
  const shared = await openSharedSheet(opened.db);
  const rows = [
    ['Customer no.', 'Customer', 'Sales'],
    ['C-1', 'ACME', 900_000],
    ['C-2', 'Birch', 90_000],
  ] as const;
  shared.type(0, 0, rows);
  const address = `https://docs.google.com/spreadsheets/d/${SPREADSHEET_ID}/edit#gid=${shared.workbook.sheets[0]?.id}`;
  const asOf = day('2026-03-05');
  const { sheet } = await connectSheet(context, shared.spreadsheets, { address, language: 'en', asOf });
  const { workspaceId } = context.actor;
  const birch = await keyed(context, 'C-2');
  shared.type(1, 2, [[950_000]]);
  let pulled: ReturnType<typeof pullSheet> | undefined;
  await opened.db.transaction().execute(async (db) => {
    await lockWorkspace(db, workspaceId);
    pulled = pullSheet(context, shared.spreadsheets, sheet.id, { asOf });
    pulled.catch(() => {});
    const waiting = async () => {
      const { rows: found } = await sql`
        select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`.execute(
        opened.db,
      );
      return found.length;
    };
    await expect.poll(waiting, { interval: 10, timeout: 10_000 }).toBeGreaterThan(0);
    await putDownRemoved(db, workspaceId, [birch], context.clock.now());
    await sql`delete from customer where workspace_id = ${workspaceId} and id = ${birch}::uuid`.execute(db);
  });
  const pull = await pulled;
  expect(pull?.kind === 'pulled' && pull.report.removed.map(({ name }) => name)).toEqual(['Birch']);
  await shared.close();
}, 30_000);
