import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { savePostedCards } from '../../../bot/store/posted-cards.ts';
import { cardCustomer } from '../../../bot/use-cases/conversation.ts';
import { gradeCustomers } from '../../../bot/use-cases/grade-customers.ts';
import { importTable } from '../../../bot/use-cases/import-table.ts';
import { listOverrides, setOverride } from '../../../bot/use-cases/override-tier.ts';
import type { CalendarDate } from '../../../core/calendar-date.ts';
import { describeOnBothDatabases } from '../../support/databases.ts';
import {
  doNow,
  dueNow,
  NIGHT,
  regradedDays,
  regrades,
  type SentJob,
  TWENTY_CUSTOMERS,
  twentyCustomers,
} from '../../support/night.ts';
import { tableOf } from '../../support/table-reading.ts';
import { contentsOf, type TestContext } from '../../support/workspace.ts';

beforeAll(() => void vi.stubEnv('TZ', NIGHT.timeZone));
afterAll(() => void vi.unstubAllEnvs());

/** Looks at a moment, and does what is due. */
async function lookAt(context: TestContext, now: string, time?: typeof NIGHT | { time: string; timeZone: string }) {
  context.clock.set(now);
  const due = await dueNow(context, time);
  for (const { data } of due) await doNow(context, data);
  return due;
}

/** The job of the night to 6 March. */
function jobOf({ actor }: TestContext): SentJob['data'] {
  const on = '2026-03-06' as CalendarDate;
  return { workspaceId: actor.workspaceId, dueAt: new Date('2026-03-06T02:00:00Z'), dueOn: on };
}

describeOnBothDatabases('the night’s grading of everybody', (open) => {
  test('is due once between one night and the next, and not in the workspace’s first hours', async () => {
    const context = await twentyCustomers(await open());
    expect(await lookAt(context, '2026-03-05T23:00:00Z')).toEqual([]);
    expect(await lookAt(context, '2026-03-06T01:59:00Z')).toEqual([]);
    expect(await lookAt(context, '2026-03-06T02:00:00Z')).toMatchObject([{ data: { dueOn: '2026-03-06' } }]);
    expect(await lookAt(context, '2026-03-06T02:01:00Z')).toEqual([]);
    expect(await lookAt(context, '2026-03-07T01:59:00Z')).toEqual([]);
    expect(await lookAt(context, '2026-03-07T02:00:00Z')).toHaveLength(1);
  });

  test('is made up for at once after a stop of any length, for the latest night only', async () => {
    const context = await twentyCustomers(await open());
    expect(await lookAt(context, '2026-03-06T20:00:00Z')).toMatchObject([{ data: { dueOn: '2026-03-06' } }]);
    expect(await lookAt(context, '2026-04-20T12:00:00Z')).toMatchObject([{ data: { dueOn: '2026-04-20' } }]);
    expect(await regradedDays(context)).toEqual(['2026-03-06', '2026-04-20']);
  });

  test('forgets what threads were about for longer than ninety days', async () => {
    const context = await twentyCustomers(await open());
    const { actor, db } = context;
    const { customer = [] } = await contentsOf(context, ['customer']);
    const customerId = (customer[0] as { id: string }).id;
    const remember = (ts: string, on: string) =>
      savePostedCards(db, actor.workspaceId, [{ channel: 'D1', ts, customerId }], new Date(`${on}T12:00:00Z`));
    await remember('1.1', '2025-12-05');
    await remember('1.2', '2025-12-07');
    await lookAt(context, '2026-03-06T02:00:00Z');
    const known = async (ts: string) => (await cardCustomer(context, { channel: 'D1', ts }))?.id;
    expect([await known('1.1'), await known('1.2')]).toEqual([undefined, customerId]);
  });

  test('has the same job however often and wherever it is looked for', async () => {
    const context = await twentyCustomers(await open());
    context.clock.set('2026-03-06T12:00:00Z');
    const [first] = await dueNow(context);
    context.clock.set('2026-03-06T12:01:00Z');
    expect(await dueNow(context)).toEqual([first]);
    context.clock.set('2026-03-07T12:00:00Z');
    expect((await dueNow(context))[0]?.id).not.toBe(first?.id);
  });

  test.each([
    ['2026-03-28T00:00:00Z', 'go forward'],
    ['2026-10-24T00:00:00Z', 'go back'],
  ])('is neither lost nor doubled in a night in which clocks change (from %s on, when they %s)', async (from) => {
    const context = await twentyCustomers(await open());
    const jobs = new Map<string, unknown>();
    for (let minutes = 0; minutes < 3 * 1440; minutes += 30) {
      const now = new Date(Date.parse(from) + minutes * 60_000).toISOString();
      for (const { id, data } of await lookAt(context, now, { time: '02:30', timeZone: NIGHT.timeZone })) {
        expect(jobs.get(id)).toBeUndefined();
        jobs.set(id, data);
      }
    }
    // that of the day before, which was missed, and three more
    expect(jobs.size).toBe(4);
    expect(await regradedDays(context)).toHaveLength(4);
  });

  test('is spared by a command that graded everybody since; not by an import, nor by ages of another day', async () => {
    const context = await twentyCustomers(await open());
    context.clock.set('2026-03-06T12:00:00Z');
    await importTable(context, tableOf({ key: '0', salesAmount: 5 }));
    await gradeCustomers(context, { asOf: '2026-03-05' as CalendarDate });
    expect(await dueNow(context)).toHaveLength(1);
    await gradeCustomers(context);
    expect(await dueNow(context)).toEqual([]);
    expect((await regrades(context)).map(({ detail }) => detail.startedBy)).toEqual(['command', 'command']);
  });

  test('lets overrides end after their last day, lists and counts them, and keeps what they said to itself', async () => {
    const context = await twentyCustomers(await open());
    const { customer } = await contentsOf(context, ['customer']);
    const { id: customerId } = (customer as { id: string; key: string }[]).find(({ key }) => key === '0') ?? { id: '' };
    const expiresOn = '2026-03-07' as CalendarDate;
    await setOverride(context, { customerId, tier: 'A', reason: 'reference customer', expiresOn });
    await lookAt(context, '2026-03-07T02:00:00Z');
    expect(await listOverrides(context)).toHaveLength(1);
    await lookAt(context, '2026-03-08T02:00:00Z');
    expect(await listOverrides(context)).toEqual([]);
    expect(await listOverrides(context, 30)).toMatchObject([{ customerId, endReason: 'expired' }]);
    const [, night] = await regrades(context);
    expect(night).toMatchObject({
      member_id: null,
      detail: { startedBy: 'night', stages: [{ expired: 1, changed: 1, causes: { 'override-ended': 1 } }] },
    });
    expect(JSON.stringify(night)).not.toContain('reference');
  });

  test('happens once when two jobs of one night run at the same moment', async () => {
    const context = await twentyCustomers(await open());
    context.clock.set('2026-03-06T12:00:00Z');
    const outcomes = await Promise.all([doNow(context, jobOf(context)), doNow(context, jobOf(context))]);
    expect(outcomes.toSorted()).toEqual(['done', 'not-needed']);
    expect(await regradedDays(context)).toEqual(['2026-03-06']);
  });

  test('waits for an import at the same moment, or is waited for', async () => {
    const context = await twentyCustomers(await open());
    context.clock.set('2026-03-06T12:00:00Z');
    const more = tableOf(...Array.from({ length: 10 }, (_, index) => ({ name: `New ${index}`, salesAmount: index })));
    await Promise.all([
      importTable(context, more),
      doNow(context, jobOf(context)),
      importTable(context, TWENTY_CUSTOMERS),
    ]);
    const { grade = [], grading_run: runs = [] } = await contentsOf(context, ['grade', 'grading_run']);
    expect(grade).toHaveLength(30);
    const graded = (runs as { counts: { statuses: { graded: number } } }[]).map(({ counts }) => counts.statuses.graded);
    expect(Math.max(...graded)).toBe(30);
    expect(await regradedDays(context)).toEqual(['2026-03-06']);
  });

  test('that is cut off leaves nothing, and starts again from the beginning', async () => {
    const context = await twentyCustomers(await open());
    context.clock.set('2026-03-06T12:00:00Z');
    const before = await contentsOf(context);
    const stopping = new AbortController();
    let asked = 0;
    // The grading asks what time it is when it has begun.
    const now = () => {
      asked += 1;
      if (asked === 3) stopping.abort(new Error('stopping'));
      return context.clock.now();
    };
    const watched = { ...context, clock: { now } };
    await expect(doNow(watched, jobOf(context), stopping.signal)).rejects.toThrow('stopping');
    expect(await contentsOf(context)).toEqual(before);
    expect(await regrades(context)).toEqual([]);
    expect(await doNow(context, jobOf(context))).toBe('done');
  });
});
