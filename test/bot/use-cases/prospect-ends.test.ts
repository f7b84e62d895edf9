import { expect, test } from 'vitest';
import type { Database } from '../../../bot/store/database.ts';
import { bringBackCustomer } from '../../../bot/use-cases/archive-customer.ts';
import { expectSigning } from '../../../bot/use-cases/expect-signing.ts';
import { findCustomers } from '../../../bot/use-cases/find-customers.ts';
import { gradeCustomers } from '../../../bot/use-cases/grade-customers.ts';
import { importTable } from '../../../bot/use-cases/import-table.ts';
import { setOverride } from '../../../bot/use-cases/override-tier.ts';
import { loseProspect, winProspect } from '../../../bot/use-cases/prospect-ends.ts';
import { showCustomer } from '../../../bot/use-cases/show-customer.ts';
import { undoAction } from '../../../bot/use-cases/undo-action.ts';
import { useScheme } from '../../../bot/use-cases/use-scheme.ts';
import type { CalendarDate } from '../../../core/calendar-date.ts';
import { lifecycle } from '../../../core/schemes/lifecycle.ts';
import { describeOnBothDatabases } from '../../support/databases.ts';
import { addMember, as } from '../../support/members.ts';
import { buyers, everything, followUp, keyed, PROSPECTS, standing } from '../../support/service-workspace.ts';
import { contentsOf, newContext, type TestContext } from '../../support/workspace.ts';

/** A workspace with customers and prospects, at 09:30 UTC of Thursday, 5 March 2026. */
async function withProspects(db: Database): Promise<TestContext> {
  const context = await buyers(db);
  await importTable(context, PROSPECTS);
  context.clock.set('2026-03-05T09:30:00Z');
  return context;
}

const day = (text: string) => text as CalendarDate;

describeOnBothDatabases('a prospect that is won', (open) => {
  test('is a customer with a purchase of that amount, graded by the customers’ scheme, and followed up', async () => {
    const context = await withProspects(await open());
    const id = await keyed(context, 'North');
    expect(await standing(context, id)).toEqual({ tier: 'C', held: null });
    const won = await winProspect(context, {
      customerId: id,
      amount: '1,950.50',
      currency: 'eur',
      wonOn: day('2026-03-04'),
    });
    expect(won).toMatchObject({ name: 'North Works', amount: 1950.5, currency: 'EUR', isRepeat: false });
    const card = await showCustomer(context, id);
    expect(card?.grading?.fitted.scheme.id).toBe('account-value');
    expect(card?.grading?.grade.reasons.find(({ criterion }) => criterion === 'salesAmount')?.value).toBe(1950.5);
    expect(card?.grading?.standing.held).toBeNull();
    expect(card?.service.signing).toBeNull();
    expect(card?.changes[0]).toMatchObject({ cause: 'stage' });
    expect(await followUp(context, id)).toMatchObject({ stage: 'customer', tier: card?.grading?.standing.tier });
    const { purchase = [], prospect_end = [] } = await contentsOf(context, ['purchase', 'prospect_end']);
    expect(purchase).toMatchObject([{ customer_id: id, amount: 1950.5, currency: 'EUR', bought_on: '2026-03-04' }]);
    expect(prospect_end).toMatchObject([{ customer_id: id, outcome: 'won', amount: 1950.5, ended_on: '2026-03-04' }]);
    const before = await standing(context, id);
    context.clock.set('2026-03-06T03:00:00Z');
    await gradeCustomers(context);
    expect(await standing(context, id)).toEqual(before);
  });

  test('today counts today, though everybody was graded yesterday', async () => {
    const context = await withProspects(await open());
    const id = await keyed(context, 'North');
    context.clock.set('2026-03-06T09:30:00Z');
    await winProspect(context, { customerId: id, amount: '1.2M' });
    const grade = (await showCustomer(context, id))?.grading?.grade;
    expect(grade?.reasons.find(({ criterion }) => criterion === 'salesAmount')?.value).toBe(1_200_000);
  });

  test('does not keep the tier of a prospect, by hand or not', async () => {
    const context = await withProspects(await open());
    const id = await keyed(context, 'North');
    await setOverride(context, { customerId: id, tier: 'A', reason: 'signs next week' });
    context.clock.set('2026-03-05T09:31:00Z');
    const { actionId } = await winProspect(context, { customerId: id, amount: '10' });
    expect((await standing(context, id)).held).toBeNull();
    expect((await showCustomer(context, id))?.override).toBeNull();
    await undoAction(context, actionId);
    expect(await standing(context, id)).toEqual({ tier: 'A', held: 'override' });
    expect((await showCustomer(context, id))?.override?.reason).toBe('signs next week');
  });

  test('in a workspace without any customer is the first one, and graded', async () => {
    const context = await newContext(await open());
    await importTable(context, PROSPECTS);
    context.clock.set('2026-03-05T09:30:00Z');
    const id = await keyed(context, 'North');
    const before = await everything(context);
    const won = await winProspect(context, { customerId: id, amount: '10' });
    expect(won.grade?.to).toBe((await standing(context, id)).tier);
    expect((await showCustomer(context, id))?.grading?.fitted.scheme.id).toBe('account-value');
    await undoAction(context, won.actionId);
    expect(await everything(context)).toEqual(before);
  });

  test('is in the lifecycle of customers at once, and a prospect’s again once that is taken back', async () => {
    const context = await withProspects(await open());
    await useScheme(context, lifecycle, 'segments');
    const id = await keyed(context, 'North');
    const stages = async () => (await showCustomer(context, id))?.segments.map(({ label }) => label.en);
    expect(await stages()).toEqual(['Prospect']);
    const { actionId } = await winProspect(context, { customerId: id, amount: '1,000' });
    const won = await stages();
    expect(won).toContain('New');
    expect(won).not.toContain('Prospect');
    context.clock.set('2026-03-05T09:31:00Z');
    await undoAction(context, actionId);
    expect(await stages()).toEqual(['Prospect']);
    await winProspect(context, { customerId: id, amount: '1,000' });
    context.clock.set('2026-03-06T03:00:00Z');
    await gradeCustomers(context);
    expect((await stages())?.[0]).toBe('New');
  });

  test('is a prospect again once that is taken back, and all is as it was', async () => {
    const context = await withProspects(await open());
    const id = await keyed(context, 'North');
    const before = await everything(context);
    const request = { customerId: id, amount: '300,000', requestId: 'window' };
    const won = await winProspect(context, request);
    expect(await winProspect(context, request)).toMatchObject({ actionId: won.actionId, isRepeat: true });
    expect((await contentsOf(context, ['purchase']))['purchase']).toHaveLength(1);
    await undoAction(context, won.actionId);
    expect(await everything(context)).toEqual(before);
    expect((await contentsOf(context, ['prospect_end']))['prospect_end']).toMatchObject([
      { undone_at: expect.any(String) },
    ]);
  });

  test.each([
    [{ amount: '0' }, 'end-amount'],
    [{ amount: '-5' }, 'end-amount'],
    [{ amount: 'a lot' }, 'end-amount'],
    [{ amount: '' }, 'end-amount'],
    [{ amount: '€5', currency: 'USD' }, 'end-amount'],
    [{ amount: '5', currency: 'euro' }, 'end-currency'],
    [{ amount: '5', wonOn: day('2026-03-06') }, 'end-day'],
    [{ amount: '5', wonOn: day('2024-03-06') }, 'end-day'],
  ])('with %j is refused', async (part, code) => {
    const context = await withProspects(await open());
    const id = await keyed(context, 'North');
    await expect(winProspect(context, { customerId: id, ...part })).rejects.toMatchObject({ code });
  });

  test('is none of a rep who does not look after it, and no customer can be won', async () => {
    const context = await withProspects(await open());
    const id = await keyed(context, 'North');
    const anna = as(context, await addMember(context));
    await expect(winProspect(anna, { customerId: id, amount: '5' })).rejects.toMatchObject({ code: 'not-yours' });
    await expect(loseProspect(anna, { customerId: id, reason: 'no budget' })).rejects.toMatchObject({
      code: 'not-yours',
    });
    await expect(expectSigning(anna, { customerId: id, amount: '5' })).rejects.toMatchObject({ code: 'not-yours' });
    const buyer = await keyed(context, '7');
    await expect(winProspect(context, { customerId: buyer, amount: '5' })).rejects.toMatchObject({
      code: 'not-a-prospect',
    });
    const lost = loseProspect(context, { customerId: buyer, reason: 'no budget' });
    await expect(lost).rejects.toMatchObject({ code: 'not-a-prospect' });
  });
});

describeOnBothDatabases('a prospect that is lost', (open) => {
  test('is not graded or followed up any more, is found all the same, and comes back when it is brought back', async () => {
    const context = await withProspects(await open());
    const id = await keyed(context, 'North');
    const before = await standing(context, id);
    const lost = await loseProspect(context, { customerId: id, reason: ' chose another\nvendor ' });
    expect(lost.grade).toEqual({ from: 'C', to: null });
    expect(await followUp(context, id)).toBeUndefined();
    expect(await showCustomer(context, id)).toMatchObject({
      grading: null,
      closed: { status: 'lost', reason: 'chose another vendor' },
    });
    expect((await findCustomers(context, 'North Works')).exact).toMatchObject([{ id, status: 'lost' }]);
    const { prospect_end = [] } = await contentsOf(context, ['prospect_end']);
    expect(prospect_end).toMatchObject([{ outcome: 'lost', reason: 'chose another vendor', ended_on: '2026-03-05' }]);
    const again = loseProspect(context, { customerId: id, reason: 'no budget' });
    await expect(again).rejects.toMatchObject({ code: 'archived' });
    context.clock.set('2026-03-20T09:30:00Z');
    await bringBackCustomer(context, { customerId: id });
    expect(await standing(context, id)).toEqual(before);
    expect(await followUp(context, id)).toBeDefined();
  });

  test('is as it was once that is taken back', async () => {
    const context = await withProspects(await open());
    const id = await keyed(context, 'North');
    const before = await everything(context);
    const { actionId } = await loseProspect(context, { customerId: id, reason: 'no budget' });
    await undoAction(context, actionId);
    expect(await everything(context)).toEqual(before);
  });

  test.each([
    [{ reason: ' a ' }, 'lost-reason'],
    [{ reason: 'x'.repeat(501) }, 'lost-reason'],
    [{ reason: 'no budget', lostOn: day('2026-03-06') }, 'end-day'],
  ])('with %j is refused', async (part, code) => {
    const context = await withProspects(await open());
    const id = await keyed(context, 'North');
    await expect(loseProspect(context, { customerId: id, ...part })).rejects.toMatchObject({ code });
  });
});

describeOnBothDatabases('an expected signing', (open) => {
  test('is on the card, in the follow-up, and grades the prospect again at once', async () => {
    const context = await withProspects(await open());
    const id = await keyed(context, 'North');
    expect((await showCustomer(context, id))?.service.signing).toEqual({
      amount: null,
      currency: null,
      on: null,
      isAsked: false,
    });
    const expected = { customerId: id, amount: '30万', expectedOn: day('2026-06-12') };
    expect((await expectSigning(context, expected)).grade).toEqual({ from: 'C', to: 'C' });
    expect((await showCustomer(context, id))?.service.signing).toMatchObject({ amount: 300_000, on: '2026-06-12' });
    expect((await followUp(context, id))?.expectedOn).toBe('2026-06-12');
  });

  test('decides the tier where the answers fit two rows, and is taken back', async () => {
    const context = await newContext(await open());
    const undecided = PROSPECTS.records.map(({ facts, ...record }) => {
      const { monthsToClose: _, ...values } = facts.values;
      return { ...record, facts: { values } };
    });
    await importTable(context, { ...PROSPECTS, records: undecided });
    context.clock.set('2026-03-05T09:30:00Z');
    const id = await keyed(context, 'North');
    expect((await standing(context, id)).tier).toBe('B');
    const before = await everything(context);
    const late = await expectSigning(context, { customerId: id, expectedOn: day('2026-12-12') });
    expect(late.grade).toEqual({ from: 'B', to: 'C' });
    await undoAction(context, late.actionId);
    expect(await everything(context)).toEqual(before);
  });

  test('leaves what is not said as it is, and takes away what is said to be nothing', async () => {
    const context = await withProspects(await open());
    const id = await keyed(context, 'North');
    const signing = async () => (await showCustomer(context, id))?.service.signing;
    await expectSigning(context, { customerId: id, amount: '5,000' });
    await expectSigning(context, { customerId: id, expectedOn: day('2026-03-05') });
    expect(await signing()).toMatchObject({ amount: 5000, on: '2026-03-05' });
    await expectSigning(context, { customerId: id, amount: ' ' });
    expect(await signing()).toMatchObject({ amount: null, on: '2026-03-05' });
    await expectSigning(context, { customerId: id, expectedOn: null });
    expect(await signing()).toMatchObject({ amount: null, on: null });
  });

  test.each([
    [{ amount: 'soon' }, 'end-amount'],
    [{ amount: '-1' }, 'end-amount'],
    [{ expectedOn: day('2026-03-04') }, 'expected-day'],
    [{ expectedOn: day('2037-03-04') }, 'expected-day'],
  ])('with %j is refused', async (part, code) => {
    const context = await withProspects(await open());
    const id = await keyed(context, 'North');
    await expect(expectSigning(context, { customerId: id, ...part })).rejects.toMatchObject({ code });
  });

  test('of a customer is refused', async () => {
    const context = await withProspects(await open());
    const asked = expectSigning(context, { customerId: await keyed(context, '7'), amount: '5' });
    await expect(asked).rejects.toMatchObject({ code: 'not-a-prospect' });
  });
});
