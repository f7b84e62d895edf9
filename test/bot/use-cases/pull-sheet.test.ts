import { sql } from 'kysely';
import { expect, test, vi } from 'vitest';
import { findSheetRows } from '../../../bot/store/connected-sheet-rows.ts';
import { findConnectedSheet, holdSheet, MOST_DETAILS } from '../../../bot/store/connected-sheets.ts';
import { saveOwner } from '../../../bot/store/customer-owners.ts';
import { deleteCustomer, findCustomersById, findCustomersLike } from '../../../bot/store/customers.ts';
import type { Database } from '../../../bot/store/database.ts';
import { newId } from '../../../bot/store/new-id.ts';
import { addCustomer } from '../../../bot/use-cases/add-customer.ts';
import { connectSheet } from '../../../bot/use-cases/connect-sheet.ts';
import { editCustomer } from '../../../bot/use-cases/edit-customer.ts';
import { mergeCustomers } from '../../../bot/use-cases/merge-customers.ts';
import { pullSheet } from '../../../bot/use-cases/pull-sheet.ts';
import type { SheetCell } from '../../../bot/use-cases/spreadsheets.ts';
import { parseIsoDate } from '../../../core/calendar-date.ts';
import { describeOnBothDatabases } from '../../support/databases.ts';
import { addMember } from '../../support/members.ts';
import { PlainSpreadsheet } from '../../support/plain-spreadsheet.ts';
import { newContext, type TestContext } from '../../support/workspace.ts';

const DAY = parseIsoDate('2026-03-05') ?? ('' as never);
const HEADINGS = ['Customer ID', 'Customer', 'Sales', 'Region', 'Paint', 'Last contact'];

const NOBODY = { ownerId: null, ownerText: null };
const DAY_BEFORE = new Date('2026-03-04T08:00:00Z');

function table(): SheetCell[][] {
  return [
    [...HEADINGS],
    ['C1', 'Acme Ltd', 1000, 'North', 'blue', { date: parseIsoDate('2026-02-01') ?? DAY }],
    ['C2', 'Bolt AG', 2000, 'South', '', ''],
    ['C3', 'Cargo Inc', 3000, 'East', 'red', ''],
  ];
}

async function connected(db: Database, rows: SheetCell[][] = table()) {
  const context = await newContext(db);
  const sheet = new PlainSpreadsheet(rows);
  const made = await connectSheet(context, sheet, { address: sheet.address, language: 'en', asOf: DAY });
  const pull = async () => {
    const pulled = await pullSheet(context, sheet, made.sheet.id, { asOf: DAY });
    if (pulled.kind !== 'pulled') throw new Error('Nothing had changed.');
    return pulled.report;
  };
  return { context, sheet, sheetId: made.sheet.id, first: made.pull, pull };
}

async function customerOf({ db, actor }: TestContext, key: string) {
  const [customer] = await findCustomersLike(db, actor.workspaceId, { keys: [key.toLowerCase()], shortNames: [] });
  if (customer === undefined) throw new Error(`There is no customer ${key}.`);
  return customer;
}

/** What a rep does in Slack: sets a figure, whichever way. */
async function setInTierbook({ db, actor }: TestContext, key: string, sales: number) {
  await sql`
    update customer set facts = jsonb_set(facts, '{values,salesAmount}', ${String(sales)}::jsonb)
    where workspace_id = ${actor.workspaceId} and key = ${key}`.execute(db);
}

async function salesOf(context: TestContext, key: string) {
  return (await customerOf(context, key)).facts.values['salesAmount'];
}

describeOnBothDatabases('pulling a connected sheet', (open) => {
  test('the first pull takes the customers over and grades them', async () => {
    const { context, first } = await connected(await open());
    expect(first).toMatchObject({ kind: 'pulled', report: { import: { counts: { new: 3, rejected: 0 } } } });
    expect(await customerOf(context, 'C1')).toMatchObject({
      name: 'Acme Ltd',
      region: 'North',
      source: 'sheet',
      lastContactOn: '2026-02-01',
      facts: { values: { salesAmount: 1000 } },
      extra: { Paint: 'blue' },
    });
    const { rows } = await sql`select tier from grade where workspace_id = ${context.actor.workspaceId}`.execute(
      context.db,
    );
    expect(rows).toHaveLength(3);
  });

  test('a remark far below the table is no customer; a company there is', async () => {
    const { context, sheet, first, pull } = await connected(await open(), [
      ...table(),
      ['', '', '', '', '', ''],
      ['', '* as of March', '', '', '', ''],
    ]);
    expect(first).toMatchObject({ report: { import: { counts: { new: 3, rejected: 0 } } } });
    sheet.rows[5] = ['', 'Source Ltd', '', '', '', ''];
    expect((await pull()).import.counts).toEqual({ new: 1, changed: 0, unchanged: 3, rejected: 0 });
    const { rows } = await sql`
      select name from customer where workspace_id = ${context.actor.workspaceId} order by name`.execute(context.db);
    expect(rows.map((row) => (row as { name: string }).name)).toEqual([
      'Acme Ltd',
      'Bolt AG',
      'Cargo Inc',
      'Source Ltd',
    ]);
  });

  test('nothing is done while no value has changed, and two requests say so', async () => {
    const { context, sheet, sheetId } = await connected(await open());
    await setInTierbook(context, 'C1', 5);
    sheet.reads = 0;
    expect(await pullSheet(context, sheet, sheetId, { asOf: DAY })).toMatchObject({ kind: 'unchanged' });
    expect(sheet.reads).toBe(2);
    expect(await salesOf(context, 'C1')).toBe(5);
  });

  test('what was changed in Tierbook stays while the cell is as it was; the difference is listed', async () => {
    const { context, sheet, pull } = await connected(await open());
    await setInTierbook(context, 'C1', 5);
    sheet.rows[2]?.splice(2, 1, 2500);
    const report = await pull();
    expect(await salesOf(context, 'C1')).toBe(5);
    expect(await salesOf(context, 'C2')).toBe(2500);
    expect(report.conflicts).toEqual([]);
    expect(report.kept).toEqual([expect.objectContaining({ cell: 'C2', heading: 'Sales', sheet: 1000, tierbook: 5 })]);
    expect(report.import.counts).toEqual({ new: 0, changed: 1, unchanged: 2, rejected: 0 });
  });

  test('both have changed: the sheet wins, and the value that it replaced is listed and put down for good', async () => {
    const { context, sheet, sheetId, pull } = await connected(await open());
    await setInTierbook(context, 'C1', 5);
    sheet.rows[1]?.splice(2, 1, 1200);
    const report = await pull();
    expect(await salesOf(context, 'C1')).toBe(1200);
    const { id } = await customerOf(context, 'C1');
    expect(report.conflicts).toEqual([
      { customerId: id, name: 'Acme Ltd', cell: 'C2', heading: 'Sales', type: 'money', sheet: 1200, tierbook: 5 },
    ]);
    const { rows } = await sql`
      select subject_id, detail from audit_event
      where workspace_id = ${context.actor.workspaceId} and action = 'sheet-conflict'`.execute(context.db);
    expect(rows).toEqual([
      { subject_id: id, detail: { sheetId, cell: 'C2', heading: 'Sales', sheet: 1200, tierbook: 5 } },
    ]);
    const saved = await findConnectedSheet(context.db, context.actor.workspaceId, sheetId);
    expect(saved?.lastPull).toMatchObject({ conflicts: 1, changed: 1, details: { conflicts: report.conflicts } });
    expect(MOST_DETAILS).toBeGreaterThan(1);
  });

  test('a cell that was emptied empties the fact; so does one beside no field', async () => {
    const { context, sheet, pull } = await connected(await open());
    sheet.rows[1]?.splice(2, 3, '', '', '');
    await pull();
    const customer = await customerOf(context, 'C1');
    expect(customer.facts.values).not.toHaveProperty('salesAmount');
    expect(customer).toMatchObject({ region: null, lastContactOn: '2026-02-01' });
    expect(customer.extra).toEqual({});
  });

  test('a column that was deleted takes no fact away', async () => {
    const { context, sheet, pull } = await connected(await open());
    sheet.rows = sheet.rows.map((row) => row.toSpliced(2, 1));
    await pull();
    expect(await salesOf(context, 'C1')).toBe(1000);
  });

  test('rows may be sorted and columns moved: nothing changes', async () => {
    const { context, sheet, pull } = await connected(await open());
    const [head, ...rows] = sheet.rows;
    await setInTierbook(context, 'C3', 7);
    sheet.rows = [head ?? [], ...rows.toReversed()].map(([key, name, sales, ...others]) => [
      sales ?? '',
      ...others,
      name ?? '',
      key ?? '',
    ]);
    const report = await pull();
    expect(report.import.counts).toEqual({ new: 0, changed: 0, unchanged: 3, rejected: 0 });
    expect(report.kept).toEqual([expect.objectContaining({ cell: 'A2', tierbook: 7 })]);
  });

  test('a row that vanished takes no customer away, is listed, and is the same customer when it comes back', async () => {
    const { context, sheet, sheetId, pull } = await connected(await open());
    const [gone] = sheet.rows.splice(2, 1);
    const { id } = await customerOf(context, 'C2');
    expect((await pull()).vanished).toEqual([{ customerId: id, name: 'Bolt AG', isNew: true }]);
    expect(await salesOf(context, 'C2')).toBe(2000);
    await setInTierbook(context, 'C2', 9);
    sheet.rows.push(gone ?? []);
    const report = await pull();
    expect(report).toMatchObject({ vanished: [], conflicts: [], kept: [{ tierbook: 9 }] });
    expect(await findSheetRows(context.db, context.actor.workspaceId, sheetId)).toHaveLength(3);
  });

  test('a customer who was renamed in Tierbook is still the row’s, also without a number', async () => {
    const rows = table().map((row) => row.slice(1));
    const { context, sheet, pull } = await connected(await open(), rows);
    await sql`
      update customer set name = 'Bolt International', name_normal = 'bolt international', name_short = 'bolt international'
      where workspace_id = ${context.actor.workspaceId} and name = 'Bolt AG'`.execute(context.db);
    sheet.rows[2]?.splice(1, 1, 2100);
    const report = await pull();
    expect(report.import.counts).toEqual({ new: 0, changed: 1, unchanged: 2, rejected: 0 });
    const { rows: named } = await sql`
      select name, facts #>> '{values,salesAmount}' as sales from customer
      where workspace_id = ${context.actor.workspaceId} and name like 'Bolt%'`.execute(context.db);
    expect(named).toEqual([{ name: 'Bolt International', sales: '2100' }]);
  });

  test('a name that was changed in the sheet arrives where the number says who it is', async () => {
    const { context, sheet, pull } = await connected(await open());
    sheet.rows[2]?.splice(1, 1, 'Bolt Holding');
    await pull();
    expect(await customerOf(context, 'C2')).toMatchObject({ name: 'Bolt Holding', aliases: ['Bolt AG'] });
  });

  test('of two rows of one customer that differ none is read, and both are listed', async () => {
    const { context, sheet, pull } = await connected(await open());
    sheet.rows[1]?.splice(2, 1, 1);
    sheet.rows.push(
      ['C1', 'Acme Ltd', 2, 'North', '', ''],
      ['', 'Newcomer', 1, '', '', ''],
      ['', 'Newcomer', 2, '', '', ''],
    );
    const report = await pull();
    expect(await salesOf(context, 'C1')).toBe(1000);
    expect(report.repeated).toEqual([
      { rows: [2, 5], name: 'Acme Ltd' },
      { rows: [6, 7], name: 'Newcomer' },
    ]);
    expect(report.import.counts).toEqual({ new: 0, changed: 0, unchanged: 2, rejected: 4 });
    expect(report.vanished).toEqual([]);
  });

  test('rows without number and name, and cells that cannot be read, are listed with their place', async () => {
    const { sheet, pull } = await connected(await open());
    sheet.rows.push(['', '', 5, 'West', '', ''], ['C4', 'Delta', 'a lot', 'West', '', '']);
    const { problems } = await pull();
    expect(problems).toEqual([
      'Row 5: The row has neither a customer name nor a key: fill in one of them.',
      'Row 6, column C (“Sales”): “a lot” cannot be read as an amount. Correct the cell or empty it.',
    ]);
  });

  test('a day of contact before the last one that was logged does not come back', async () => {
    const { context, sheet, pull } = await connected(await open());
    const { id } = await customerOf(context, 'C1');
    await sql`
      insert into interaction (workspace_id, id, customer_id, method, happened_on, outcome, logged_at, source)
      values (${context.actor.workspaceId}, ${newId(context.clock.now())}, ${id}, 'phone', '2026-03-01', 'reached',
        ${context.clock.now()}, 'slack')`.execute(context.db);
    await sql`
      update customer set last_contact_on = '2026-03-01' where workspace_id = ${context.actor.workspaceId} and id = ${id}`.execute(
      context.db,
    );
    sheet.rows[1]?.splice(5, 1, { date: parseIsoDate('2026-02-15') ?? DAY });
    const report = await pull();
    expect(await customerOf(context, 'C1')).toMatchObject({ lastContactOn: '2026-03-01' });
    expect(report).toMatchObject({
      conflicts: [],
      kept: [{ cell: 'F2', sheet: '2026-02-15', tierbook: '2026-03-01' }],
    });
  });

  test('a last contact that has not come yet is left out and said, and taken when its day has come, without an edit', async () => {
    const { context, sheet, sheetId, first } = await connected(await open(), [
      [...HEADINGS],
      ['C1', 'Acme Ltd', 1000, 'North', 'blue', { date: parseIsoDate('2026-02-01') ?? DAY }],
      ['C2', 'Bolt AG', 2000, 'South', '', { date: parseIsoDate('2026-03-09') ?? DAY }],
      ['C3', 'Cargo Inc', 3000, 'East', 'red', { date: parseIsoDate('2026-03-06') ?? DAY }],
    ]);
    const on = async (day: string) => {
      context.clock.set(`${day}T12:00:00Z`);
      return pullSheet(context, sheet, sheetId);
    };
    const contacts = async () => {
      const days: (string | null)[] = [];
      for (const key of ['C1', 'C2', 'C3']) days.push((await customerOf(context, key)).lastContactOn);
      return days;
    };
    const said =
      'Row 3, Bolt AG: the last contact on 9 Mar 2026 has not come yet and counts only once it has. If it is a slip, correct the cell.';
    expect(first).toMatchObject({ report: { problems: [said] } });
    // a day is granted to where it is tomorrow already
    expect(await contacts()).toEqual(['2026-02-01', null, '2026-03-06']);

    sheet.rows[1]?.splice(5, 1, { date: parseIsoDate('2026-03-20') ?? DAY });
    expect(await on('2026-03-06')).toMatchObject({
      kind: 'pulled',
      report: { conflicts: [], kept: [], problems: [expect.stringContaining('Acme Ltd'), said] },
    });
    expect(await contacts()).toEqual(['2026-02-01', null, '2026-03-06']);

    expect(await on('2026-03-07')).toMatchObject({ kind: 'unchanged' });
    expect(await on('2026-03-09')).toMatchObject({
      kind: 'pulled',
      report: { import: { counts: { new: 0, changed: 1, unchanged: 2, rejected: 0 } }, conflicts: [] },
    });
    expect(await contacts()).toEqual(['2026-02-01', '2026-03-09', '2026-03-06']);

    expect(await on('2026-03-10')).toMatchObject({ kind: 'unchanged' });
    expect(await on('2026-03-19')).toMatchObject({ kind: 'pulled', report: { conflicts: [], problems: [] } });
    expect(await contacts()).toEqual(['2026-03-20', '2026-03-09', '2026-03-06']);
    expect(await on('2026-03-21')).toMatchObject({ kind: 'unchanged' });
  });

  test('a contact that a rep logs while the day of the sheet is ahead stands until then', async () => {
    const { context, sheet, sheetId, pull } = await connected(await open());
    const { id } = await customerOf(context, 'C1');
    sheet.rows[1]?.splice(5, 1, { date: parseIsoDate('2026-04-01') ?? DAY });
    await pull();
    await sql`
      insert into interaction (workspace_id, id, customer_id, method, happened_on, outcome, logged_at, source)
      values (${context.actor.workspaceId}, ${newId(context.clock.now())}, ${id}, 'phone', '2026-03-05', 'reached',
        ${context.clock.now()}, 'slack')`.execute(context.db);
    await sql`
      update customer set last_contact_on = '2026-03-05' where workspace_id = ${context.actor.workspaceId} and id = ${id}`.execute(
      context.db,
    );
    sheet.rows[2]?.splice(2, 1, 2500);
    expect(await pull()).toMatchObject({ conflicts: [], kept: [] });
    expect(await customerOf(context, 'C1')).toMatchObject({ lastContactOn: '2026-03-05' });
    context.clock.set('2026-04-01T12:00:00Z');
    expect(await pullSheet(context, sheet, sheetId)).toMatchObject({ kind: 'pulled' });
    expect(await customerOf(context, 'C1')).toMatchObject({ lastContactOn: '2026-04-01' });
  });

  test('customers that were merged or deleted break nothing', async () => {
    const { context, sheet, pull } = await connected(await open());
    const [one, two, three] = [
      await customerOf(context, 'C1'),
      await customerOf(context, 'C2'),
      await customerOf(context, 'C3'),
    ];
    await mergeCustomers(context, { keptId: one.id, goneId: two.id });
    await deleteCustomer(context.db, context.actor.workspaceId, three.id, context.clock.now());
    sheet.rows[1]?.splice(2, 1, 1500);
    sheet.rows[2]?.splice(2, 1, 99);
    const report = await pull();
    expect(report.repeated).toEqual([]);
    expect(await salesOf(context, 'C1')).toBe(1500);
    expect(report.import.counts).toMatchObject({ new: 0, changed: 1, rejected: 1 });
    expect(report.removed).toMatchObject([{ row: 4, name: 'Cargo Inc' }]);
  });

  test('an owner who meant nobody is found when a member of that name joins, or gets it, though no cell has changed', async () => {
    const rows = table().map((row, at) => [...row, ['Owner', 'Lisa Wong', 'Mo', 'Lisa Wong'][at] ?? '']);
    const { context, sheet, sheetId, pull } = await connected(await open(), rows);
    expect(await customerOf(context, 'C1')).toMatchObject({ ownerId: null, ownerText: 'Lisa Wong' });
    // who has been given to nobody in Tierbook stays nobody's
    await saveOwner(context.db, context.actor.workspaceId, [(await customerOf(context, 'C3')).id], NOBODY, DAY_BEFORE);
    const lisa = await addMember(context, { name: 'Lisa Wong' });
    const mo = await addMember(context, { name: 'Maurice' });
    const report = await pull();
    expect(report.import.counts).toEqual({ new: 0, changed: 1, unchanged: 2, rejected: 0 });
    expect(report.conflicts).toEqual([]);
    expect(await customerOf(context, 'C1')).toMatchObject({ ownerId: lisa, ownerText: 'Lisa Wong' });
    expect(await customerOf(context, 'C3')).toMatchObject({ ownerId: null, ownerText: null });
    await context.db.updateTable('member').set({ display_name: 'Mo' }).where('id', '=', mo).execute();
    await pull();
    expect(await customerOf(context, 'C2')).toMatchObject({ ownerId: mo });
    expect(await pullSheet(context, sheet, sheetId, { asOf: DAY })).toMatchObject({ kind: 'unchanged' });
  });

  test('an owner who had left is found when they are back, though no cell has changed', async () => {
    const db = await open();
    const context = await newContext(db);
    const lisa = await addMember(context, { name: 'Lisa Wong' });
    const leave = (at: Date | null) =>
      db.updateTable('member').set({ deactivated_at: at }).where('id', '=', lisa).execute();
    await leave(DAY_BEFORE);
    const sheet = new PlainSpreadsheet(table().map((row, at) => [...row, ['Owner', 'Lisa Wong'][at] ?? '']));
    const { sheet: made } = await connectSheet(context, sheet, { address: sheet.address, language: 'en', asOf: DAY });
    expect(await customerOf(context, 'C1')).toMatchObject({ ownerId: null, ownerText: 'Lisa Wong' });
    await leave(null);
    await pullSheet(context, sheet, made.id, { asOf: DAY });
    expect(await customerOf(context, 'C1')).toMatchObject({ ownerId: lisa });
  });

  test('a new release of the program reads once more what has not changed', async () => {
    const { context, sheet, sheetId } = await connected(await open());
    expect(await pullSheet(context, sheet, sheetId, { asOf: DAY })).toMatchObject({ kind: 'unchanged' });
    vi.doMock('../../../package.json', () => ({ default: { version: '999.0.0' } }));
    vi.resetModules();
    const next = await import('../../../bot/use-cases/pull-sheet.ts');
    vi.doUnmock('../../../package.json');
    vi.resetModules();
    expect(await next.pullSheet(context, sheet, sheetId, { asOf: DAY })).toMatchObject({ kind: 'pulled' });
    expect(await next.pullSheet(context, sheet, sheetId, { asOf: DAY })).toMatchObject({ kind: 'unchanged' });
  });

  test.each([
    {
      by: 'number',
      row: ['C3', 'Cedar KG', 7, '', '', ''],
      now: { key: 'C33', name: 'Cargo Inc' },
      has: { key: 'C3' },
    },
    { by: 'name', row: ['', 'Cargo Inc', 7, '', '', ''], now: { key: null, name: 'Cargo Old' }, has: { key: null } },
  ])('a new row is that of whoever has its $by on file now, not of one who had it when its row went', async (given) => {
    const rows = table();
    if (given.by === 'name') rows[3]?.splice(0, 1, '');
    const { context, sheet, pull } = await connected(await open(), rows);
    sheet.rows.splice(3, 1);
    expect((await pull()).vanished).toMatchObject([{ name: 'Cargo Inc' }]);
    const { db, actor } = context;
    const [cargo] = await findCustomersLike(db, actor.workspaceId, { keys: [], shortNames: ['cargo'] });
    const customerId = cargo?.id ?? '';
    await editCustomer(context, { customerId, edit: given.now });
    const name = String(given.row[1]);
    await addCustomer(context, { name, stage: 'customer', ...(given.has.key !== null && { key: given.has.key }) });
    sheet.rows.push([...given.row]);
    const report = await pull();
    expect(report.import.counts).toMatchObject({ new: 0, changed: 1 });
    const found = await findCustomersLike(db, actor.workspaceId, {
      keys: [],
      shortNames: ['cargo', 'cargo old', 'cedar'],
    });
    expect(found.find(({ id }) => id === customerId)).toMatchObject({ name: given.now.name });
    const taken = found.find(({ facts }) => facts.values['salesAmount'] === 7);
    expect(taken).toMatchObject({ name });
    // and stays so, whatever it is called in Tierbook
    await editCustomer(context, { customerId: taken?.id ?? '', edit: { key: null, name: 'Zinc' } });
    sheet.rows[3]?.splice(2, 1, 8);
    expect((await pull()).import.counts).toMatchObject({ new: 0, changed: 1 });
    expect((await findCustomersById(db, actor.workspaceId, [taken?.id ?? ''])).get(taken?.id ?? '')).toMatchObject({
      facts: { values: { salesAmount: 8 } },
    });
  });

  test('our own columns are no facts, wherever they stand', async () => {
    const { context, sheet, pull } = await connected(await open());
    sheet.rows = sheet.rows.map(([key, ...others], row) => [key ?? '', row === 0 ? 'Tier' : 'D', ...others]);
    sheet.marks = [{ id: 1, key: 'tierbook.tier', value: 'table-1', tabId: 0, column: 1 }];
    sheet.rows[1]?.splice(3, 1, 1100);
    const report = await pull();
    expect(report.import.counts).toEqual({ new: 0, changed: 1, unchanged: 2, rejected: 0 });
    expect(await customerOf(context, 'C1')).toMatchObject({
      givenTier: null,
      facts: { values: { salesAmount: 1100 } },
    });
  });

  test('columns that are put in while the sheet is read are not taken for others', async () => {
    const { context, sheet, pull } = await connected(await open());
    sheet.rows = sheet.rows.map((row, at) => [...row, at === 0 ? 'Next follow-up' : { date: DAY }]);
    sheet.marks = [{ id: 1, key: 'tierbook.nextFollowUp', value: 'table-1', tabId: 0, column: 6 }];
    sheet.rows[1]?.splice(2, 1, 1001);
    let looks = 0;
    sheet.beforeRead = () => {
      looks += 1;
      if (looks > 1) return;
      sheet.rows = sheet.rows.map((row) => ['', ...row]);
      sheet.marks = sheet.marks.map((mark) => ({ ...mark, column: 7 }));
    };
    await pull();
    expect(await customerOf(context, 'C1')).toMatchObject({
      nextContactOn: null,
      facts: { values: { salesAmount: 1001 } },
    });
  });

  test('what changes right after it was read is read the next time, and what changes back as well', async () => {
    const { context, sheet, sheetId, pull } = await connected(await open());
    sheet.rows[1]?.splice(2, 1, 1001);
    await pull();
    sheet.rows[1]?.splice(2, 1, 1002);
    await pullSheet(context, sheet, sheetId, { asOf: DAY });
    expect(await salesOf(context, 'C1')).toBe(1002);
    sheet.rows[1]?.splice(2, 1, 1001);
    await pullSheet(context, sheet, sheetId, { asOf: DAY });
    expect(await salesOf(context, 'C1')).toBe(1001);
  });

  test('one worker at a time, until it has died', async () => {
    const { context, sheet, sheetId } = await connected(await open());
    const { db, actor, clock } = context;
    const now = clock.now();
    const until = new Date(now.getTime() + 60_000);
    expect(await holdSheet(db, actor.workspaceId, sheetId, { by: newId(now), now, until })).toBe(true);
    await expect(pullSheet(context, sheet, sheetId, { asOf: DAY })).rejects.toMatchObject({ code: 'sheet-busy' });
    clock.set('2026-03-05T08:02:00Z');
    expect(await pullSheet(context, sheet, sheetId, { asOf: DAY })).toMatchObject({ kind: 'unchanged' });
  });

  test('a dry run writes nothing', async () => {
    const { context, sheet, sheetId } = await connected(await open());
    sheet.rows[1]?.splice(2, 1, 1001);
    const tried = await pullSheet(context, sheet, sheetId, { asOf: DAY, dryRun: true });
    expect(tried).toMatchObject({ kind: 'pulled', report: { import: { counts: { changed: 1 } } } });
    expect(await salesOf(context, 'C1')).toBe(1000);
    expect(await pullSheet(context, sheet, sheetId, { asOf: DAY })).toMatchObject({ kind: 'pulled' });
  });
});
