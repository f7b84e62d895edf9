import { expect, test } from 'vitest';
import { importTable } from '../../../bot/use-cases/import-table.ts';
import { logContact } from '../../../bot/use-cases/log-contact.ts';
import { recordSurvey, recordSurveyOfContact } from '../../../bot/use-cases/record-survey.ts';
import { showCustomer } from '../../../bot/use-cases/show-customer.ts';
import { snoozeFollowUp } from '../../../bot/use-cases/snooze-follow-up.ts';
import { undoAction } from '../../../bot/use-cases/undo-action.ts';
import type { CalendarDate } from '../../../core/calendar-date.ts';
import { describeOnBothDatabases } from '../../support/databases.ts';
import { addMember, as } from '../../support/members.ts';
import { BUYERS, buyers, everything, followUp, keyed } from '../../support/service-workspace.ts';
import { tableOf } from '../../support/table-reading.ts';
import type { TestContext } from '../../support/workspace.ts';

/** What the account value scheme says of the customer's satisfaction. */
async function satisfaction(context: TestContext, id: string) {
  const grade = (await showCustomer(context, id))?.grading?.grade;
  return grade?.reasons.find(({ criterion }) => criterion === 'satisfaction')?.value;
}

async function score(context: TestContext, id: string): Promise<number> {
  return (await showCustomer(context, id))?.grading?.grade.score ?? Number.NaN;
}

describeOnBothDatabases('a survey', (open) => {
  test('is the customer’s satisfaction from now on, and grades it at once', async () => {
    const context = await buyers(await open());
    const id = await keyed(context, '7');
    const before = await score(context, id);
    const recorded = await recordSurvey(context, { customerId: id, score: 5, comment: 'Quick help' });
    expect(recorded).toMatchObject({ name: 'Buyer 7', isRepeat: false, followUpOn: null });
    expect(await satisfaction(context, id)).toBe(1);
    expect(await score(context, id)).toBeGreaterThan(before);
    context.clock.set('2026-03-05T09:01:00Z');
    const worse = await recordSurvey(context, { customerId: id, score: 1 });
    expect(worse.grade?.from).not.toBe(worse.grade?.to);
    expect(await satisfaction(context, id)).toBe(0.2);
    expect((await showCustomer(context, id))?.service.survey).toEqual({ score: 1, on: '2026-03-05' });
  });

  test('goes before what the customer’s table stated then, and behind what it states later', async () => {
    const context = await buyers(await open());
    const id = await keyed(context, '7');
    await recordSurvey(context, { customerId: id, score: 3 });
    await importTable(context, BUYERS);
    expect(await satisfaction(context, id)).toBe(0.6);
    await importTable(context, tableOf({ key: '7', name: 'Buyer 7', satisfaction: 0.7 }));
    expect(await satisfaction(context, id)).toBe(0.7);
    context.clock.set('2026-03-05T09:01:00Z');
    await recordSurvey(context, { customerId: id, score: 4 });
    expect(await satisfaction(context, id)).toBe(0.8);
  });

  test.each([
    [1, 'zh-CN', '满意度低：太慢'],
    [2, undefined, 'low satisfaction: 太慢'],
  ] as const)('of %i opens a follow-up for the next working day', async (low, language, promise) => {
    const context = await buyers(await open());
    const id = await keyed(context, '7');
    // Friday
    context.clock.set('2026-03-06T09:00:00Z');
    await snoozeFollowUp(context, { customerId: id, until: '2026-03-20' as CalendarDate });
    const recorded = await recordSurvey(context, { customerId: id, score: low, comment: ' 太慢 ', language });
    expect(recorded.followUpOn).toBe('2026-03-09');
    expect(await followUp(context, id)).toMatchObject({
      promisedOn: '2026-03-09',
      promise,
      snoozedUntil: null,
      surveyedOn: '2026-03-06',
    });
  });

  test('of 3 opens none', async () => {
    const context = await buyers(await open());
    const id = await keyed(context, '7');
    expect((await recordSurvey(context, { customerId: id, score: 3 })).followUpOn).toBeNull();
    expect(await followUp(context, id)).toMatchObject({ promisedOn: null, promise: null });
  });

  test('that is low joins what was promised for the next working day or before, and comes before what was for later', async () => {
    const context = await buyers(await open());
    const [soon, later] = [await keyed(context, '7'), await keyed(context, '8')];
    const contact = { method: 'phone', outcome: 'reached', note: 'send the quote', source: 'cli' } as const;
    await logContact(context, { customerId: soon, ...contact, nextOn: '2026-03-06' as CalendarDate });
    await logContact(context, { customerId: later, ...contact, nextOn: '2026-03-30' as CalendarDate });
    for (const id of [soon, later]) await recordSurvey(context, { customerId: id, score: 2 });
    const joined = { promisedOn: '2026-03-06', promise: 'low satisfaction; send the quote' };
    expect(await followUp(context, soon)).toMatchObject(joined);
    expect(await followUp(context, later)).toMatchObject(joined);
  });

  test('is taken back with the follow-up that it opened, and all is as it was', async () => {
    const context = await buyers(await open());
    const id = await keyed(context, '7');
    await snoozeFollowUp(context, { customerId: id, until: '2026-03-20' as CalendarDate });
    context.clock.set('2026-03-05T09:01:00Z');
    const before = await everything(context);
    const request = { customerId: id, score: 1, comment: 'never again', requestId: 'window' };
    const recorded = await recordSurvey(context, request);
    expect(await recordSurvey(context, request)).toMatchObject({ actionId: recorded.actionId, isRepeat: true });
    expect(await everything(context)).not.toEqual(before);
    await undoAction(context, recorded.actionId);
    expect(await everything(context)).toEqual(before);
  });

  test('made at a contact is taken back with the contact, and leaves the day that was agreed', async () => {
    const context = await buyers(await open());
    const id = await keyed(context, '7');
    const before = await everything(context);
    const contact = { customerId: id, method: 'phone', outcome: 'reached', source: 'cli' } as const;
    const { actionId } = await logContact(context, { ...contact, nextOn: '2026-03-30' as CalendarDate });
    const anna = as(context, await addMember(context));
    const recorded = await recordSurveyOfContact(anna, actionId, { score: 2 });
    expect(recorded?.followUpOn).toBe('2026-03-30');
    expect(await recordSurveyOfContact(anna, actionId, { score: 2 })).toBeNull();
    expect(await satisfaction(context, id)).toBe(0.4);
    expect(await followUp(context, id)).toMatchObject({ promisedOn: '2026-03-30', promise: 'low satisfaction' });
    await undoAction(context, actionId);
    expect(await everything(context)).toEqual(before);
    expect(await recordSurveyOfContact(anna, actionId, { score: 2 })).toBeNull();
  });

  test.each([
    [{ score: 0 }, 'survey-score'],
    [{ score: 6 }, 'survey-score'],
    [{ score: 2.5 }, 'survey-score'],
    [{ score: 3, surveyedOn: '2026-03-06' as CalendarDate }, 'survey-day'],
    [{ score: 3, surveyedOn: '2024-03-06' as CalendarDate }, 'survey-day'],
    [{ score: 3, comment: 'x'.repeat(1001) }, 'text-too-long'],
  ])('with %j is refused', async (part, code) => {
    const context = await buyers(await open());
    const id = await keyed(context, '7');
    await expect(recordSurvey(context, { customerId: id, ...part })).rejects.toMatchObject({ code });
  });

  test('is due on the card after the days of the tier, for the first time within as many days of its import', async () => {
    const context = await buyers(await open());
    const id = await keyed(context, '0');
    const asks = async () => (await showCustomer(context, id))?.service.asksSatisfaction;
    expect(await asks()).toBe(false);
    await logContact(context, { customerId: id, method: 'phone', outcome: 'reached', source: 'cli' });
    const today = context.clock.now();
    context.clock.set('2026-06-03T09:00:00Z');
    expect(await asks()).toBe(true);
    context.clock.set(today.toISOString());
    await recordSurvey(context, { customerId: id, score: 5 });
    expect(await asks()).toBe(false);
    // tier A: every 90 days
    context.clock.set('2026-06-02T09:00:00Z');
    expect(await asks()).toBe(false);
    context.clock.set('2026-06-03T09:00:00Z');
    expect(await asks()).toBe(true);
  });
});
