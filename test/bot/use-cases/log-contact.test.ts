import { expect, test } from 'vitest';
import { findInteractions } from '../../../bot/store/interactions.ts';
import { type ContactRequest, logContact } from '../../../bot/use-cases/log-contact.ts';
import { snoozeFollowUp } from '../../../bot/use-cases/snooze-follow-up.ts';
import type { CalendarDate } from '../../../core/calendar-date.ts';
import { describeOnBothDatabases } from '../../support/databases.ts';
import { followUpBook } from '../../support/follow-up-book.ts';
import { contentsOf, type TestContext } from '../../support/workspace.ts';

const CALL = { method: 'phone', outcome: 'reached', source: 'slack' } as const;
const day = (text: string) => text as CalendarDate;

async function followUpOf(context: TestContext, customerId: string) {
  const { follow_up: rows = [] } = await contentsOf(context, ['follow_up']);
  return (rows as Record<string, unknown>[]).find((row) => row['customer_id'] === customerId);
}

describeOnBothDatabases('logging a contact', (open) => {
  test('starts the cadence again, whoever made it, and clears the promise and the snooze', async () => {
    const { acme, anna, context, lei } = await followUpBook(await open());
    await logContact(lei, { customerId: acme, ...CALL, nextOn: day('2026-03-06'), note: 'wants a quote\nby Friday' });
    expect(await followUpOf(context, acme)).toMatchObject({
      last_contact_on: '2026-03-05',
      promised_on: '2026-03-06',
      promise: 'wants a quote',
      last_methods: ['phone'],
    });
    context.clock.set('2026-03-09T08:00:00Z');
    await snoozeFollowUp(lei, { customerId: acme, until: day('2026-03-20') });
    context.clock.set('2026-03-10T08:00:00Z');
    const done = await logContact(anna, { customerId: acme, ...CALL, method: 'email' });
    expect(done).toMatchObject({ isRepeat: false, customerId: acme, customerName: 'ACME' });
    const row = await followUpOf(context, acme);
    expect(row).toMatchObject({
      last_contact_on: '2026-03-10',
      promised_on: null,
      promise: null,
      snoozed_until: null,
      last_methods: ['email', 'phone'],
    });
    expect(done.nextOn).toBe(row?.['due_on']);
    expect(
      (await findInteractions(context.db, context.actor.workspaceId, acme, 5)).map(({ method }) => method),
    ).toEqual(['email', 'phone']);
  });

  test('leaves a promise that lies ahead, unless there is a new day or none any more', async () => {
    const { acme, context, lei } = await followUpBook(await open());
    await logContact(lei, { customerId: acme, ...CALL, nextOn: day('2026-03-20'), note: 'the quote' });
    context.clock.set('2026-03-10T08:00:00Z');
    await logContact(lei, { customerId: acme, ...CALL, note: 'a question about the invoice' });
    const ahead = { last_contact_on: '2026-03-10', promised_on: '2026-03-20', promise: 'the quote' };
    expect(await followUpOf(context, acme)).toMatchObject(ahead);
    await logContact(lei, { customerId: acme, ...CALL, nextOn: null });
    expect(await followUpOf(context, acme)).toMatchObject({ promised_on: null, promise: null });
    await logContact(lei, { customerId: acme, ...CALL, nextOn: day('2026-03-12') });
    context.clock.set('2026-03-12T08:00:00Z');
    await logContact(lei, { customerId: acme, ...CALL });
    expect(await followUpOf(context, acme)).toMatchObject({ last_contact_on: '2026-03-12', promised_on: null });
  });

  test('is an attempt alone when nobody was there: the customer comes again on the next working day', async () => {
    const { acme, context, lei } = await followUpBook(await open());
    const before = await followUpOf(context, acme);
    // a Friday
    context.clock.set('2026-03-06T08:00:00Z');
    await logContact(lei, { customerId: acme, ...CALL, outcome: 'no-answer' });
    expect(await followUpOf(context, acme)).toMatchObject({
      last_contact_on: before?.['last_contact_on'],
      last_methods: [],
      snoozed_until: '2026-03-09',
    });
    await logContact(lei, { customerId: acme, ...CALL, outcome: 'no-answer', nextOn: day('2026-03-11') });
    expect(await followUpOf(context, acme)).toMatchObject({ promised_on: null, snoozed_until: '2026-03-11' });
  });

  test('brings the customer forward when nobody was there and a day is said, and keeps the words of a later promise', async () => {
    const { acme, context, lei } = await followUpBook(await open());
    const reached = await logContact(lei, { customerId: acme, ...CALL });
    const tried = { customerId: acme, ...CALL, outcome: 'no-answer' } as const;
    expect((reached.nextOn ?? '') > '2026-03-06').toBe(true);
    const again = await logContact(lei, { ...tried, nextOn: day('2026-03-06'), note: 'again tomorrow\nat ten' });
    expect(again.nextOn).toBe('2026-03-06');
    expect(await followUpOf(context, acme)).toMatchObject({
      last_contact_on: '2026-03-05',
      promised_on: '2026-03-06',
      promise: 'again tomorrow',
    });
    await logContact(lei, { customerId: acme, ...CALL, nextOn: day('2026-03-20'), note: 'the quote' });
    const sooner = await logContact(lei, { ...tried, nextOn: day('2026-03-06'), note: 'again tomorrow' });
    expect(sooner.nextOn).toBe('2026-03-06');
    expect(await followUpOf(context, acme)).toMatchObject({ promise: 'again tomorrow; the quote' });
  });

  test('brings a customer that was never reached forward in the same way', async () => {
    const { beta, context, lei } = await followUpBook(await open());
    const done = await logContact(lei, {
      customerId: beta,
      ...CALL,
      outcome: 'no-answer',
      nextOn: day('2026-03-06'),
      note: '明天再打',
    });
    expect(done.nextOn).toBe('2026-03-06');
    expect(await followUpOf(context, beta)).toMatchObject({ last_contact_on: null });
  });

  test('takes one that is told late, which changes nothing after it', async () => {
    const { acme, context, lei } = await followUpBook(await open());
    await logContact(lei, { customerId: acme, ...CALL, nextOn: day('2026-03-12') });
    await logContact(lei, { customerId: acme, ...CALL, method: 'visit', happenedOn: day('2026-03-02') });
    expect(await followUpOf(context, acme)).toMatchObject({
      last_contact_on: '2026-03-05',
      promised_on: '2026-03-12',
      last_methods: ['phone', 'visit'],
    });
  });

  test('counts days where the member is', async () => {
    const { acme, context, lei } = await followUpBook(await open());
    await context.db
      .updateTable('member')
      .set({ time_zone: 'Asia/Shanghai' })
      .where('workspace_id', '=', context.actor.workspaceId)
      .where('id', '=', lei.actor.memberId)
      .execute();
    context.clock.set('2026-03-05T17:00:00Z');
    await logContact(lei, { customerId: acme, ...CALL });
    expect(await followUpOf(context, acme)).toMatchObject({ last_contact_on: '2026-03-06' });
  });

  test('refuses days that cannot be, and a note that is too long', async () => {
    const { acme, lei } = await followUpBook(await open());
    const refused = async (request: Partial<ContactRequest>) =>
      logContact(lei, { customerId: acme, ...CALL, ...request }).catch((error: unknown) => error);
    expect(await refused({ happenedOn: day('2026-03-06') })).toMatchObject({
      code: 'contact-day',
      detail: '2025-03-04',
    });
    expect(await refused({ happenedOn: day('2025-03-03') })).toMatchObject({ code: 'contact-day' });
    expect(await refused({ nextOn: day('2026-03-04') })).toMatchObject({ code: 'next-day', detail: '2028-03-05' });
    expect(await refused({ nextOn: day('2028-03-06') })).toMatchObject({ code: 'next-day' });
    expect(await refused({ note: 'x'.repeat(3001) })).toMatchObject({ code: 'note-length', detail: '3000' });
    expect(await refused({ customerId: 'nobody' })).toMatchObject({ code: 'no-such-customer' });
    expect(await refused({ note: `${'春'.repeat(2998)}\0 ` })).toMatchObject({ isRepeat: false });
  });

  test('keeps what was promised for later the same day', async () => {
    const { acme, context, lei } = await followUpBook(await open());
    const done = await logContact(lei, { customerId: acme, ...CALL, nextOn: day('2026-03-05'), note: 'back at five' });
    expect(done.nextOn).toBe('2026-03-05');
    expect(await followUpOf(context, acme)).toMatchObject({ promised_on: '2026-03-05', promise: 'back at five' });
  });

  test('goes to the customer that another one was merged into', async () => {
    const { acme, beta, context, lei } = await followUpBook(await open());
    await context.db.updateTable('customer').set({ merged_into: acme }).where('id', '=', beta).execute();
    expect(await logContact(lei, { customerId: beta, ...CALL })).toMatchObject({ customerId: acme });
  });
});
