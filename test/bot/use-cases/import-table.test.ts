import { expect, test } from 'vitest';
import type { Database } from '../../../bot/store/database.ts';
import { findUnplanned } from '../../../bot/store/unplanned-gradings.ts';
import { importTable, importWithin } from '../../../bot/use-cases/import-table.ts';
import { ensureMember } from '../../../bot/use-cases/members.ts';
import { mergeCustomers } from '../../../bot/use-cases/merge-customers.ts';
import { showCustomer } from '../../../bot/use-cases/show-customer.ts';
import { calendarDate } from '../../../core/calendar-date.ts';
import type { TableReading } from '../../../core/table/reading.ts';
import { describeOnBothDatabases } from '../../support/databases.ts';
import { tableOf, tableReading } from '../../support/table-reading.ts';
import { contentsOf, newContext } from '../../support/workspace.ts';

const day = (year: number, month: number, date: number) => calendarDate(year, month, date) ?? '';

const CUSTOMERS = tableReading(
  [
    {
      values: {
        key: 'C-001',
        name: '北京客户科技有限公司',
        owner: 'Ann',
        industry: '软件',
        region: '北京',
        salesAmount: 120_000.5,
        paymentCollection: 0.95,
        lastContact: day(2026, 2, 3),
        phone: '+86 138 0013 8000',
        email: 'li@example.com',
        contactName: '李雷',
        givenTier: 'VIP',
      },
      extra: { Colour: 'red' },
    },
    { values: { name: 'Acme Ltd', salesAmount: 50_000, paymentCollection: 0.8, complaints: 0 } },
    { values: { name: 'Zeta', salesAmount: 10 }, doubts: { paymentCollection: { code: 'unreadable', text: 'soon' } } },
  ],
  'CNY',
);

describeOnBothDatabases('importTable', (open) => {
  test('leaves to whoever catches up only grades of customers that it has not touched', async () => {
    const context = await newContext(await open());
    const leftBy = async (...customers: { name: string; salesAmount: number; paymentCollection: number }[]) => {
      const run = (db: Database) => importWithin({ ...context, db }, tableOf(...customers), {});
      const { report } = await context.db.transaction().execute(run);
      const [runId = ''] = report.gradings.map((grading) => grading.runId);
      const { runIds } = await findUnplanned(context.db, context.actor.workspaceId);
      return { isLeft: runIds.includes(runId), moved: report.gradings[0]?.changed };
    };
    const small = { name: 'Small', salesAmount: 100, paymentCollection: 0.9 };
    expect(await leftBy(small, { name: 'Middle', salesAmount: 200, paymentCollection: 0.9 })).toMatchObject({
      isLeft: false,
    });
    const large = Array.from({ length: 10 }, (_, at) => ({
      name: `Large ${at}`,
      salesAmount: 1_000_000,
      paymentCollection: 0.9,
    }));
    expect(await leftBy(...large)).toEqual({ isLeft: true, moved: expect.any(Number) });
  });

  test('adds customers, grades them and shows the card', async () => {
    const context = await newContext(await open());
    const report = await importTable(context, CUSTOMERS);
    expect(report.counts).toEqual({ new: 3, changed: 0, unchanged: 0, rejected: 0 });
    expect(report.gradings).toMatchObject([{ stage: 'customer', schemeId: 'account-value', changed: 0 }]);
    const [first] = report.rows;
    const id = first?.outcome.kind === 'new' ? first.outcome.customerId : '';
    const card = await showCustomer(context, id);
    expect(card).toMatchObject({
      key: 'C-001',
      name: '北京客户科技有限公司',
      industry: '软件',
      region: '北京',
      owner: { text: 'Ann', slackUserId: null },
      lastContactOn: '2026-02-03',
      nextContactOn: null,
      givenTier: 'VIP',
      grading: { grade: { status: 'graded' }, fitted: { currency: 'CNY', population: 3 } },
    });
    expect(card?.grading?.gradedAt).toEqual(context.clock.now());
    const stored = await contentsOf(context, ['grade', 'grade_change']);
    expect(stored['grade']).toContainEqual(
      expect.objectContaining({ customer_id: id, tier: card?.grading?.grade.tier, score: card?.grading?.grade.score }),
    );
    expect(stored['grade_change']).toHaveLength(3);
  });

  test('amounts on file keep their currency when a table in another one names some of the customers, and take it when it names all', async () => {
    const context = await newContext(await open());
    await importTable(context, CUSTOMERS);
    const currencyAfter = async (time: string, ...names: string[]) => {
      context.clock.set(time);
      const euros = tableReading(
        names.map((name) => ({ values: { name, salesAmount: 30 } })),
        'EUR',
      );
      const report = await importTable(context, euros);
      const [first] = report.rows;
      const { grading } =
        first === undefined || first.outcome.kind === 'rejected'
          ? expect.fail()
          : ((await showCustomer(context, first.outcome.customerId)) ?? expect.fail());
      return { clash: report.currencyClash, graded: grading?.fitted.currency };
    };
    const clash = { onFile: 'CNY', table: 'EUR' };
    expect(await currencyAfter('2026-04-01T10:00:00Z', 'Zeta', 'Eta')).toEqual({ clash, graded: 'CNY' });
    expect(await currencyAfter('2026-04-02T10:00:00Z', '北京客户科技有限公司', 'Acme Ltd', 'Zeta', 'Eta')).toEqual({
      clash,
      graded: 'EUR',
    });
  });

  test('takes no day of last contact that has not come yet', async () => {
    const context = await newContext(await open());
    context.clock.set('2026-03-02T10:00:00Z');
    const table = tableOf({ name: 'Small', salesAmount: 1, lastContact: '2026-03-03' });
    const ahead = tableOf({ name: 'Small', salesAmount: 2, lastContact: '2062-02-20' });
    const contactAfter = async (reading: TableReading) => {
      const [row] = (await importTable(context, reading)).rows;
      if (row === undefined || row.outcome.kind === 'rejected') expect.fail();
      return (await showCustomer(context, row.outcome.customerId))?.lastContactOn;
    };
    expect(await contactAfter(ahead)).toBeNull();
    expect(await contactAfter(table)).toBe('2026-03-03');
    expect(await contactAfter(ahead)).toBe('2026-03-03');
  });

  test('changes nothing when the same table comes again', async () => {
    const context = await newContext(await open());
    await importTable(context, CUSTOMERS);
    const before = await contentsOf(context);
    context.clock.set('2026-03-06T08:00:00Z');
    const again = await importTable(context, CUSTOMERS);
    expect(again.counts).toEqual({ new: 0, changed: 0, unchanged: 3, rejected: 0 });
    expect(again.gradings).toEqual([]);
    expect(await contentsOf(context)).toEqual(before);
  });

  test('writes nothing when it is only asked what would happen, and says the same', async () => {
    const context = await newContext(await open());
    const before = await contentsOf(context);
    const dry = await importTable(context, CUSTOMERS, { dryRun: true });
    expect(await contentsOf(context)).toEqual(before);
    const real = await importTable(context, CUSTOMERS);
    expect(dry).toMatchObject({ dryRun: true, counts: real.counts, rejected: real.rejected, gradings: [] });
  });

  test('updates by key, else by name, keeps what a row leaves empty and says what changed', async () => {
    const context = await newContext(await open());
    await importTable(context, CUSTOMERS);
    const report = await importTable(
      context,
      tableOf(
        { key: 'c-001 ', name: '北京客户集团', salesAmount: 130_000 },
        { name: 'ＡＣＭＥ，Inc.', owner: 'Bob' },
        { name: 'Zeta', paymentCollection: 0.5 },
        { name: 'Newcomer' },
      ),
    );
    expect(report.counts).toEqual({ new: 1, changed: 3, unchanged: 0, rejected: 0 });
    expect(report.rows[0]?.outcome).toMatchObject({
      kind: 'changed',
      changes: [
        { field: 'name', from: '北京客户科技有限公司', to: '北京客户集团' },
        { field: 'aliases', from: '', to: '北京客户科技有限公司' },
        { field: 'salesAmount', from: 120_000.5, to: 130_000 },
      ],
    });
    const { customer } = await contentsOf(context);
    expect(customer).toContainEqual(
      expect.objectContaining({ name: '北京客户集团', key: 'C-001', industry: '软件', extra: { Colour: 'red' } }),
    );
    expect(customer).toContainEqual(
      expect.objectContaining({ name: 'Acme Ltd', aliases: ['ＡＣＭＥ，Inc.'], owner_text: 'Bob' }),
    );
    // The doubt about Zeta's payments is gone with the value.
    expect(customer).toContainEqual(
      expect.objectContaining({ name: 'Zeta', facts: { values: { salesAmount: 10, paymentCollection: 0.5 } } }),
    );
  });

  test('finds owners by Slack id, mention, e-mail and a name that only one has, and reports the others', async () => {
    const context = await newContext(await open());
    const { workspaceId } = context.actor;
    const ann = await ensureMember(
      context,
      workspaceId,
      { slackUserId: 'U0ANN12345', displayName: 'ann', realName: 'Ann Lee', email: 'ann@example.com' },
      [],
    );
    for (const slackUserId of ['U0BOB11111', 'U0BOB22222']) {
      await ensureMember(context, workspaceId, { slackUserId, realName: 'Bob' }, []);
    }
    const report = await importTable(
      context,
      tableOf(
        { name: 'a', owner: 'U0ANN12345' },
        { name: 'b', owner: '<@U0ANN12345|ann>' },
        { name: 'c', owner: 'ANN@example.com' },
        { name: 'd', owner: 'ann LEE' },
        { name: 'e', owner: 'Bob' },
        { name: 'f', owner: 'U0NEW12345' },
        { name: 'g', owner: 'Bob' },
      ),
    );
    const { customer, member, grade } = await contentsOf(context);
    expect(customer?.filter((row) => (row as { owner_id: string }).owner_id === ann.memberId)).toHaveLength(4);
    expect(grade?.filter((row) => (row as { owner_id: string }).owner_id === ann.memberId)).toHaveLength(4);
    expect(member).toContainEqual(expect.objectContaining({ slack_user_id: 'U0NEW12345', role: 'rep' }));
    expect(report.unknownOwners).toEqual([{ text: 'Bob', rows: [6, 8] }]);
  });

  test('rejects rows that cannot be taken over and gives them back with their heading', async () => {
    const context = await newContext(await open());
    await importTable(context, tableOf({ key: '1', name: 'Twin' }, { key: '2', name: 'Twin' }));
    const report = await importTable(
      context,
      tableOf(
        { key: '', name: ' ', salesAmount: 5 },
        { key: 'K9', name: '' },
        { name: 'x'.repeat(301) },
        { name: 'Solo', salesAmount: 1 },
        { name: 'SOLO', salesAmount: 2 },
        { name: 'twin' },
        { name: 'ﷺ'.repeat(100) },
      ),
    );
    expect(report.counts).toEqual({ new: 1, changed: 0, unchanged: 0, rejected: 6 });
    expect(report.rejected.headings).toEqual(['key', 'name', 'salesAmount']);
    expect(report.rejected.rows.map(({ row, reason }) => [row, reason])).toEqual([
      [2, { code: 'nameless' }],
      [3, { code: 'unknown-key' }],
      [4, { code: 'too-long' }],
      [6, { code: 'repeated', otherRow: 5 }],
      [7, { code: 'several-match', candidates: ['1', '2'] }],
      [8, { code: 'too-long' }],
    ]);
    expect(report.rejected.rows[0]?.cells).toEqual(['', ' ', 5]);
  });

  test('reports likely duplicates by key, name, telephone and e-mail', async () => {
    const context = await newContext(await open());
    await importTable(
      context,
      tableOf(
        { key: 'C-0012', name: 'Alpha', phone: '010-6655 4433' },
        { key: 'X', name: 'Beta GmbH', email: 'info@beta.example' },
      ),
    );
    const report = await importTable(
      context,
      tableOf(
        { key: 'C-77', name: 'Alpha Trading', phone: '86 10 6655-4433 转 8' },
        { key: 'Y', name: 'Beta AG' },
        { key: 'Z', name: 'Gamma', email: 'INFO@beta.example' },
        { key: 'c77', name: 'Delta' },
      ),
    );
    const found = report.duplicates.map(({ by, customers }) => [by, customers.map(({ name }) => name).toSorted()]);
    expect(found).toEqual([
      ['key', ['Alpha Trading', 'Delta']],
      ['name', ['Beta AG', 'Beta GmbH']],
      ['phone', ['Alpha', 'Alpha Trading']],
      ['email', ['Beta GmbH', 'Gamma']],
    ]);
  });

  test('leads the rows of a merged customer to the one it was merged into', async () => {
    const context = await newContext(await open());
    const table = tableOf(
      { key: '1', name: 'Old Name', salesAmount: 5 },
      { key: '2', name: 'New Name', salesAmount: 9 },
    );
    const { rows } = await importTable(context, table);
    const [goneId = '', keptId = ''] = rows.map(({ outcome }) => ('customerId' in outcome ? outcome.customerId : ''));
    await mergeCustomers(context, { keptId, goneId });
    const before = await contentsOf(context, ['customer']);
    const again = await importTable(context, table);
    expect(again.rows.map(({ outcome }) => outcome)).toEqual([
      { kind: 'unchanged', customerId: keptId, because: 'merged' },
      { kind: 'unchanged', customerId: keptId },
    ]);
    expect(await contentsOf(context, ['customer'])).toEqual(before);
    const alone = await importTable(context, tableOf({ key: '1', salesAmount: 7 }));
    expect(alone.rows[0]?.outcome).toMatchObject({ kind: 'changed', customerId: keptId });
  });

  test('keeps workspaces apart', async () => {
    const db = await open();
    const ours = await newContext(db);
    const theirs = await newContext(db);
    await importTable(ours, CUSTOMERS);
    const before = await contentsOf(ours);
    const report = await importTable(theirs, CUSTOMERS);
    expect(report.counts.new).toBe(3);
    expect(report.duplicates).toEqual([]);
    await importTable(theirs, tableOf({ key: 'C-001', name: 'Changed', owner: 'U0NEW12345' }));
    expect(await contentsOf(ours)).toEqual(before);
    const [row] = report.rows;
    const id = row?.outcome.kind === 'new' ? row.outcome.customerId : '';
    expect(await showCustomer(theirs, id)).toMatchObject({ name: 'Changed' });
    expect(await showCustomer(ours, id)).toBeUndefined();
  });

  test('survives text that PostgreSQL cannot hold', async () => {
    const context = await newContext(await open());
    const table = tableReading([
      {
        values: { name: 'A\0cme \ud800', industry: '\0', note: 'x\0y', salesAmount: -0 },
        doubts: { profit: { code: 'unreadable', text: '\0\udfff' } },
        extra: { 'h\0': '\0v', __proto__x: '1' },
      },
    ]);
    expect((await importTable(context, table)).counts.new).toBe(1);
    expect((await importTable(context, table)).counts.unchanged).toBe(1);
  });

  test('takes no half: an import that fails leaves everything as it was', async () => {
    const context = await newContext(await open());
    await importTable(context, CUSTOMERS);
    const before = await contentsOf(context);
    const failing = importTable(context, tableOf({ name: 'Another' }), {
      onProgress: () => {
        throw new Error('the terminal went away');
      },
    });
    await expect(failing).rejects.toThrow('the terminal went away');
    expect(await contentsOf(context)).toEqual(before);
  });

  test('makes prospects of rows and tables of the pipeline', async () => {
    const context = await newContext(await open());
    await importTable(
      context,
      tableOf({ name: 'Lead', stage: '潜在客户' }, { name: 'Buyer', stage: '成交' }, { name: 'Plain' }),
    );
    await importTable(context, tableOf({ name: 'Pipe', objectiveNeed: true, subjectiveNeed: true }));
    const { customer } = await contentsOf(context, ['customer']);
    expect(
      customer?.map((row) => [(row as { name: string }).name, (row as { stage: string }).stage]).toSorted(),
    ).toEqual([
      ['Buyer', 'customer'],
      ['Lead', 'prospect'],
      ['Pipe', 'prospect'],
      ['Plain', 'customer'],
    ]);
  });
});
