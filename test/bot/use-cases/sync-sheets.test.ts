import { afterEach, expect, test } from 'vitest';
import { findConnectedSheet, findConnectedSheets, holdSheet } from '../../../bot/store/connected-sheets.ts';
import type { Database } from '../../../bot/store/database.ts';
import { newId } from '../../../bot/store/new-id.ts';
import { connectSheet } from '../../../bot/use-cases/connect-sheet.ts';
import { pullSheet } from '../../../bot/use-cases/pull-sheet.ts';
import { SheetsError, type Spreadsheets } from '../../../bot/use-cases/spreadsheets.ts';
import { type SyncEnd, syncDueSheets } from '../../../bot/use-cases/sync-sheets.ts';
import { parseIsoDate } from '../../../core/calendar-date.ts';
import { describeOnBothDatabases } from '../../support/databases.ts';
import { SPREADSHEET_ID } from '../../support/local-google.ts';
import { openSharedSheet, type SharedSheet } from '../../support/shared-sheet.ts';
import { newContext, type TestContext } from '../../support/workspace.ts';

const DAY = parseIsoDate('2026-03-05') ?? ('' as never);
const EVERY_MS = 300_000;

const open: SharedSheet[] = [];
afterEach(async () => {
  for (const sheet of open.splice(0)) await sheet.close();
});

describeOnBothDatabases('bringing connected sheets up to date', (database) => {
  async function world() {
    const db: Database = await database();
    const context = await newContext(db);
    const shared = await openSharedSheet(db);
    open.push(shared);
    shared.type(0, 0, [
      ['Customer ID', 'Customer', 'Sales'],
      ['C1', 'Acme Ltd', 1000],
      ['C2', 'Bolt AG', 2000],
    ]);
    const address = `https://docs.google.com/spreadsheets/d/${SPREADSHEET_ID}/edit`;
    const { sheet } = await connectSheet(context, shared.spreadsheets, { address, language: 'en', asOf: DAY });
    return { context, shared, sheetId: sheet.id };
  }

  async function sync(context: TestContext, sheets: Spreadsheets | SheetsError): Promise<SyncEnd[]> {
    const ends: SyncEnd[] = [];
    await syncDueSheets(context, {
      everyMs: EVERY_MS,
      open: () => (sheets instanceof SheetsError ? Promise.reject(sheets) : Promise.resolve(sheets)),
      onSheet: (_sheet, end) => void ends.push(end),
    });
    return ends;
  }

  const later = ({ clock }: TestContext, minutes: number) =>
    clock.set(new Date(clock.now().getTime() + minutes * 60_000).toISOString());

  test('a sheet is pulled and pushed when it is due, and not before', async () => {
    const { context, shared, sheetId } = await world();
    await sync(context, shared.spreadsheets);
    later(context, 4);
    shared.type(1, 2, [[1500]]);
    expect(await sync(context, shared.spreadsheets)).toEqual([]);
    later(context, 1);
    expect(await sync(context, shared.spreadsheets)).toEqual([{ kind: 'done' }]);
    const sheet = await findConnectedSheet(context.db, context.actor.workspaceId, sheetId);
    expect(sheet).toMatchObject({
      pulledAt: context.clock.now(),
      lastPull: { changed: 1 },
      pushedAt: context.clock.now(),
    });
    expect(shared.cells()[0]).toContain('Tier');
    expect(await sync(context, shared.spreadsheets)).toEqual([]);
  });

  test('one that was connected or pulled by hand is pushed at the next look', async () => {
    const { context, shared, sheetId } = await world();
    expect(await sync(context, shared.spreadsheets)).toEqual([{ kind: 'done' }]);
    expect(shared.cells()[0]).toContain('Tier');
    later(context, 1);
    shared.type(1, 2, [[1]]);
    await pullSheet(context, shared.spreadsheets, sheetId, { asOf: DAY });
    expect(await sync(context, shared.spreadsheets)).toEqual([{ kind: 'done' }]);
    later(context, 1);
    expect(await sync(context, shared.spreadsheets)).toEqual([]);
  });

  test('what is pushed is not taken for a change of the sheet', async () => {
    const { context, shared, sheetId } = await world();
    later(context, 5);
    await sync(context, shared.spreadsheets);
    const before = await findConnectedSheet(context.db, context.actor.workspaceId, sheetId);
    later(context, 5);
    await sync(context, shared.spreadsheets);
    const after = await findConnectedSheet(context.db, context.actor.workspaceId, sheetId);
    expect(after?.lastPull).toEqual(before?.lastPull);
    expect(after?.valuesHash).toEqual(before?.valuesHash);
  });

  test('while nothing changes, one look tells both pull and push so', async () => {
    const { context, shared, sheetId } = await world();
    const { traffic } = shared.google.api;
    for (let run = 0; run < 3; run += 1) {
      later(context, 5);
      await sync(context, shared.spreadsheets);
    }
    const before = traffic.count();
    later(context, 5);
    expect(await sync(context, shared.spreadsheets)).toEqual([{ kind: 'done' }]);
    expect(traffic.count() - before).toBe(3);
    const sheet = await findConnectedSheet(context.db, context.actor.workspaceId, sheetId);
    expect(sheet).toMatchObject({ pulledAt: context.clock.now(), pushedAt: context.clock.now(), problem: null });
    // a tier that is typed is no fact, and the push sees it all the same
    const tier = shared.cells()[0]?.indexOf('Tier') ?? -1;
    shared.type(1, tier, [['Z']]);
    later(context, 5);
    await sync(context, shared.spreadsheets);
    expect(shared.cells()[1]?.[tier]).not.toBe('Z');
  });

  test('one that fails is left alone for twice as long each time, says why, and is well again once it works', async () => {
    const { context, shared, sheetId } = await world();
    const gone = new SheetsError('not-shared', { account: 'bot@example.com' });
    later(context, 5);
    const since = context.clock.now();
    const pauses: number[] = [];
    for (let attempt = 0; attempt < 9; attempt += 1) {
      expect(await sync(context, gone)).toMatchObject([{ kind: 'failed', problem: { code: 'not-shared' } }]);
      const [sheet] = await findConnectedSheets(context.db, context.actor.workspaceId);
      expect(sheet).toMatchObject({ problem: { code: 'not-shared', step: 'pull' }, problemSince: since });
      const minutes = ((sheet?.tryAgainAt?.getTime() ?? 0) - context.clock.now().getTime()) / 60_000;
      pauses.push(minutes);
      later(context, minutes - 1);
      expect(await sync(context, gone)).toEqual([]);
      later(context, 1);
    }
    expect(pauses).toEqual([5, 10, 20, 40, 80, 160, 320, 360, 360]);
    expect(await sync(context, shared.spreadsheets)).toEqual([{ kind: 'done' }]);
    const sheet = await findConnectedSheet(context.db, context.actor.workspaceId, sheetId);
    expect(sheet).toMatchObject({ problem: null, failures: 0, tryAgainAt: null, problemSince: null });
  });

  test('a sheet that another process works on is left to it', async () => {
    const { context, shared, sheetId } = await world();
    later(context, 5);
    const now = context.clock.now();
    const hold = { by: newId(now), now, until: new Date(now.getTime() + 60_000) };
    await holdSheet(context.db, context.actor.workspaceId, sheetId, hold);
    expect(await sync(context, shared.spreadsheets)).toEqual([{ kind: 'busy' }]);
    const sheet = await findConnectedSheet(context.db, context.actor.workspaceId, sheetId);
    expect(sheet).toMatchObject({ problem: null, failures: 0 });
  });
});
