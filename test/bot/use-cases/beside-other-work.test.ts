import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { saveContacts } from '../../../bot/store/contact-state.ts';
import { saveOwner } from '../../../bot/store/customer-owners.ts';
import type { Database } from '../../../bot/store/database.ts';
import { lockFollowUps } from '../../../bot/store/follow-ups.ts';
import { addCustomer } from '../../../bot/use-cases/add-customer.ts';
import { archiveCustomer } from '../../../bot/use-cases/archive-customer.ts';
import { openComplaint } from '../../../bot/use-cases/complaints.ts';
import { editCustomer } from '../../../bot/use-cases/edit-customer.ts';
import { importTable } from '../../../bot/use-cases/import-table.ts';
import { mergeCustomers } from '../../../bot/use-cases/merge-customers.ts';
import { setOverride } from '../../../bot/use-cases/override-tier.ts';
import { recordSurvey } from '../../../bot/use-cases/record-survey.ts';
import { undoAction } from '../../../bot/use-cases/undo-action.ts';
import { undoImport } from '../../../bot/use-cases/undo-import.ts';
import { openDatabase, type TestDatabase } from '../../support/databases.ts';
import { type FollowUpBook, followUpBook } from '../../support/follow-up-book.ts';
import { day } from '../../support/follow-ups.ts';
import { tableOf } from '../../support/table-reading.ts';
import { contentsOf } from '../../support/workspace.ts';

let opened: TestDatabase;
beforeAll(async () => {
  opened = await openDatabase('postgres');
});
afterAll(async () => opened.close());

/** What a customer's row says of contacts and its owner. */
async function customerRow({ context }: FollowUpBook, id: string) {
  const { customer = [] } = await contentsOf(context, ['customer']);
  return (customer as { id: string }[]).find((each) => each.id === id);
}

/** Until a transaction waits for another's lock. */
async function somebodyWaits(db: Database): Promise<void> {
  const waiting = async () => {
    const { rows } = await sql`
      select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`.execute(db);
    return rows.length;
  };
  await expect.poll(waiting, { interval: 10 }).toBeGreaterThan(0);
}

/**
 * Does something to ACME while somebody has begun to log a contact with it and to give it to Anna, who then goes on: as
 * whoever acts on a follow-up does, first the follow-up's row, then the customer's, then its grade's.
 */
async function whileWorkedOn(book: FollowUpBook, work: () => Promise<unknown>): Promise<void> {
  const { acme, anna, context } = book;
  const { workspaceId } = context.actor;
  let done: Promise<unknown> = Promise.resolve();
  await opened.db.transaction().execute(async (db) => {
    await lockFollowUps(db, workspaceId, [acme]);
    done = work();
    done.catch(() => {});
    await somebodyWaits(opened.db);
    const now = context.clock.now();
    const state = { promise: null, snoozedUntil: null, skippedOn: null, isPaused: false, pausedUntil: null };
    const days = { lastContactOn: day('2026-03-05'), nextContactOn: day('2026-03-19') };
    await saveContacts(db, workspaceId, acme, { ...state, ...days }, now);
    await saveOwner(db, workspaceId, [acme], { ownerId: anna.actor.memberId, ownerText: 'Anna' }, now);
  });
  await done;
}

const TIER = { tier: 'C', reason: 'They told us so' };
const COMPLAINT = { channel: 'phone', cause: 'delivery' };

test.each<[string, (book: FollowUpBook) => Promise<unknown>]>([
  ['archiving', ({ context, acme }) => archiveCustomer(context, { customerId: acme, reason: 'Closed down' })],
  ['an edit', ({ context, acme }) => editCustomer(context, { customerId: acme, edit: { region: 'Lyon' } })],
  ['a complaint', ({ context, acme }) => openComplaint(context, { customerId: acme, ...COMPLAINT })],
  ['a survey', ({ context, acme }) => recordSurvey(context, { customerId: acme, score: 5 })],
  ['a tier by hand', ({ context, acme }) => setOverride(context, { customerId: acme, ...TIER })],
  ['a merge', ({ context, acme, beta }) => mergeCustomers(context, { keptId: acme, goneId: beta })],
  ['an import', ({ context }) => importTable(context, tableOf({ key: 'A', name: 'ACME', salesAmount: 5 }))],
])('%s waits for who works on the customer, and what they did stays', async (_, write) => {
  const book = await followUpBook(opened.db);
  await whileWorkedOn(book, () => write(book));
  expect(await customerRow(book, book.acme)).toMatchObject({
    last_contact_on: '2026-03-05',
    next_contact_on: '2026-03-19',
    owner_id: book.anna.actor.memberId,
  });
});

test('undoing an import waits for who works on a customer of it, and leaves what they did', async () => {
  const book = await followUpBook(opened.db);
  await importTable(book.context, tableOf({ key: 'A', name: 'ACME', salesAmount: 5 }));
  await whileWorkedOn(book, async () => {
    book.context.clock.set('2026-03-05T08:01:00Z');
    await undoImport(book.context);
  });
  expect(await customerRow(book, book.acme)).toMatchObject({ last_contact_on: '2026-03-05' });
});

test('undoing that a customer was added waits for who works on it', async () => {
  const book = await followUpBook(opened.db);
  const added = await addCustomer(book.context, { name: 'New Works', stage: 'customer', isNoDuplicate: true });
  if (added.kind !== 'added') throw new Error('It is no duplicate.');
  book.context.clock.set('2026-03-05T08:01:00Z');
  const undone = whileWorkedOn({ ...book, acme: added.customerId }, () => undoAction(book.context, added.actionId));
  await expect(undone).rejects.toMatchObject({ code: 'changed-since' });
});
