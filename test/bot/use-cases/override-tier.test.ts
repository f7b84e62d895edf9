import { expect, test } from 'vitest';
import { gradeCustomers } from '../../../bot/use-cases/grade-customers.ts';
import { importTable } from '../../../bot/use-cases/import-table.ts';
import { listOverrides, setOverride, withdrawOverride } from '../../../bot/use-cases/override-tier.ts';
import { showCustomer } from '../../../bot/use-cases/show-customer.ts';
import type { CalendarDate } from '../../../core/calendar-date.ts';
import { describeOnBothDatabases } from '../../support/databases.ts';
import { tableOf } from '../../support/table-reading.ts';
import { contentsOf, newContext, type TestContext } from '../../support/workspace.ts';

const CUSTOMERS = tableOf(
  ...Array.from({ length: 20 }, (_, index) => ({
    key: String(index),
    name: `Customer ${index}`,
    salesAmount: 100 * (index + 1),
    paymentCollection: 0.9,
  })),
);

/** The context of 2026-03-05, with customers on file, and the least of them. */
async function started(context: TestContext): Promise<string> {
  await importTable(context, CUSTOMERS);
  const { customer } = await contentsOf(context, ['customer']);
  return (customer as { id: string; key: string }[]).find(({ key }) => key === '0')?.id ?? '';
}

async function standing(context: TestContext, id: string) {
  return (await showCustomer(context, id))?.grading?.standing;
}

async function causes(context: TestContext, id: string): Promise<string[]> {
  return ((await showCustomer(context, id))?.changes ?? []).map(({ cause }) => cause);
}

const BY_HAND = { tier: 'a', reason: '  our  reference customer ' };

describeOnBothDatabases('a tier that is set by hand', (open) => {
  test('is the tier at once, survives grading, and the computed one stays beside it', async () => {
    const context = await newContext(await open());
    const id = await started(context);
    const computed = (await standing(context, id))?.tier;
    context.clock.set('2026-03-05T09:00:00Z');
    expect(await setOverride(context, { customerId: id, ...BY_HAND })).toMatchObject({
      tier: 'A',
      expiresOn: '2026-06-03',
    });
    await gradeCustomers(context);
    const card = await showCustomer(context, id);
    expect(card?.grading?.standing).toEqual({ status: 'graded', tier: 'A', held: 'override' });
    expect(card?.grading?.grade.tier).toBe(computed);
    expect(card?.override).toEqual({ reason: 'our reference customer', expiresOn: '2026-06-03', setBy: null });
    expect(await causes(context, id)).toEqual(['override', 'first']);
  });

  test('is set once though the same comes again', async () => {
    const context = await newContext(await open());
    const id = await started(context);
    context.clock.set('2026-03-05T09:00:00Z');
    const first = await setOverride(context, { customerId: id, ...BY_HAND });
    const before = await contentsOf(context, ['tier_override', 'grade_change', 'audit_event']);
    context.clock.set('2026-03-05T09:01:00Z');
    expect((await setOverride(context, { customerId: id, ...BY_HAND })).id).toBe(first.id);
    expect(await contentsOf(context, ['tier_override', 'grade_change', 'audit_event'])).toEqual(before);
    const other = await setOverride(context, { customerId: id, ...BY_HAND, reason: 'opens a second shop' });
    expect(await listOverrides(context)).toMatchObject([{ id: other.id }]);
  });

  test('is withdrawn, and the computed tier holds again', async () => {
    const context = await newContext(await open());
    const id = await started(context);
    const before = await standing(context, id);
    context.clock.set('2026-03-05T09:00:00Z');
    await setOverride(context, { customerId: id, ...BY_HAND });
    context.clock.set('2026-03-05T09:05:00Z');
    await setOverride(context, { customerId: id, tier: 'B', reason: 'second thoughts' });
    expect((await listOverrides(context)).map(({ tier }) => tier)).toEqual(['B']);
    context.clock.set('2026-03-05T09:10:00Z');
    await withdrawOverride(context, id);
    expect(await standing(context, id)).toEqual(before);
    expect(await listOverrides(context)).toEqual([]);
    expect((await causes(context, id))[0]).toBe('override-ended');
    await expect(withdrawOverride(context, id)).rejects.toMatchObject({ code: 'no-override' });
  });

  test('falls away after its last day, at a grading and on the card, and is reported', async () => {
    const context = await newContext(await open());
    const id = await started(context);
    const before = await standing(context, id);
    const until = '2026-03-06' as CalendarDate;
    await setOverride(context, { customerId: id, ...BY_HAND, expiresOn: until });
    context.clock.set('2026-03-06T08:00:00Z');
    expect((await standing(context, id))?.held).toBe('override');
    context.clock.set('2026-03-08T08:00:00Z');
    const [summary] = await gradeCustomers(context);
    expect(summary?.expired).toHaveLength(1);
    expect(summary?.causes).toEqual({ 'override-ended': 1 });
    expect(await standing(context, id)).toEqual(before);
    expect(await listOverrides(context, 30)).toHaveLength(1);
    await setOverride(context, { customerId: id, ...BY_HAND, expiresOn: '2026-03-09' as CalendarDate });
    context.clock.set('2026-03-12T08:00:00Z');
    expect(await standing(context, id)).toEqual(before);
  });

  test.each([
    [{ tier: 'Gold' }, 'no-such-tier', 'A, B, C, D'],
    [{ reason: ' x ' }, 'override-reason', '500'],
    [{ reason: 'x'.repeat(501) }, 'override-reason', '500'],
    [{ expiresOn: '2026-03-03' as CalendarDate }, 'override-expiry', '2027-03-06'],
    [{ expiresOn: '2030-01-01' as CalendarDate }, 'override-expiry', '2027-03-06'],
    [{ customerId: '01890000-0000-7000-8000-000000000001' }, 'no-such-customer', undefined],
  ])('refuses %j', async (wrong, code, detail) => {
    const context = await newContext(await open());
    const id = await started(context);
    const refused = expect(setOverride(context, { customerId: id, ...BY_HAND, ...wrong })).rejects;
    await refused.toMatchObject({ code, ...(detail === undefined ? {} : { detail }) });
    expect(await listOverrides(context)).toEqual([]);
  });

  test('is for the owner and for managers', async () => {
    const context = await newContext(await open());
    const id = await started(context);
    const rep = {
      ...context,
      actor: { ...context.actor, memberId: '01890000-0000-7000-8000-000000000009', role: 'rep' as const },
    };
    await expect(setOverride(rep, { customerId: id, ...BY_HAND })).rejects.toMatchObject({ code: 'not-yours' });
    expect(await standing(context, id)).toMatchObject({ held: null });
  });
});
