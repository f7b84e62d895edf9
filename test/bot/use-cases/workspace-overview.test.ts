import { expect, test } from 'vitest';
import { takeUnqueued } from '../../../bot/store/deliveries.ts';
import { newId } from '../../../bot/store/new-id.ts';
import { calendarOverview } from '../../../bot/use-cases/calendar-overview.ts';
import { channelLanguage } from '../../../bot/use-cases/channel-language.ts';
import { importTable } from '../../../bot/use-cases/import-table.ts';
import { setOwnDays, setWorkWeek } from '../../../bot/use-cases/work-week.ts';
import {
  setWorkspaceLanguage,
  tryDeliveryAgain,
  workspaceOverview,
} from '../../../bot/use-cases/workspace-overview.ts';
import { describeOnBothDatabases } from '../../support/databases.ts';
import { day } from '../../support/follow-up-rows.ts';
import { addMember, as } from '../../support/members.ts';
import { tableOf } from '../../support/table-reading.ts';
import { newContext, type TestContext } from '../../support/workspace.ts';

async function park(context: TestContext, memberId: string): Promise<string> {
  const { actor, clock, db } = context;
  const id = newId(clock.now());
  await db
    .insertInto('delivery')
    .values({
      workspace_id: actor.workspaceId,
      id,
      kind: 'daily-list',
      target: 'U0ANNA111',
      local_date: '2026-03-05',
      subject: '',
      member_id: memberId,
      due_at: clock.now(),
      state: 'parked',
      key: id,
      channel: null,
      ts: null,
      attempts: 1,
      queued_at: clock.now(),
      not_before: null,
      sending_at: null,
      sent_at: null,
      problem: 'user_disabled',
      created_at: clock.now(),
    })
    .execute();
  return id;
}

describeOnBothDatabases('how a workspace is set up', (open) => {
  test('nothing is known of a new one', async () => {
    const context = await newContext(await open());
    expect(await workspaceOverview(context)).toEqual({
      language: 'en',
      customers: 0,
      samples: 0,
      gradedAt: undefined,
      parked: { count: 0, latest: [] },
      lastImport: null,
      digests: [],
      digestTroubles: [],
    });
  });

  test('the latest import can be undone for as long as Slack offers it', async () => {
    const context = await newContext(await open());
    await importTable(context, tableOf({ key: '1', name: 'One', salesAmount: 1, paymentCollection: 0.9 }));
    const { customers, lastImport } = await workspaceOverview(context);
    expect(customers).toBe(1);
    expect(lastImport).toMatchObject({ added: 1, canBeUndone: true });
    context.clock.set('2026-04-01T08:00:00Z');
    expect((await workspaceOverview(context)).lastImport).toMatchObject({ canBeUndone: false });
  });

  test('what did not get through is tried again when somebody wants it', async () => {
    const context = await newContext(await open());
    const anna = await addMember(context, { slackUserId: 'U0ANNA111', name: 'Anna' });
    const id = await park(context, anna);
    expect((await workspaceOverview(context)).parked).toMatchObject({
      count: 1,
      latest: [{ id, name: 'Anna', target: 'U0ANNA111', problem: 'user_disabled', on: '2026-03-05' }],
    });
    expect(await tryDeliveryAgain(context, id)).toBe(true);
    expect(await tryDeliveryAgain(context, id)).toBe(false);
    expect((await workspaceOverview(context)).parked.count).toBe(0);
    const { actor, clock, db } = context;
    const taken = await db
      .transaction()
      .execute((within) => takeUnqueued(within, actor.workspaceId, ['daily-list'], clock.now(), 10));
    expect(taken.map((delivery) => delivery.id)).toEqual([id]);
  });

  test('the language of channels is one that Tierbook speaks', async () => {
    const context = await newContext(await open());
    expect(await channelLanguage(context)).toBeNull();
    await setWorkspaceLanguage(context, 'zh-TW');
    expect(await channelLanguage(context)).toBe('zh-TW');
    expect((await workspaceOverview(context)).language).toBe('zh-TW');
    await expect(setWorkspaceLanguage(context, 'fr-FR')).rejects.toMatchObject({ code: 'unknown-locale' });
  });

  test('is the admins’ business', async () => {
    const context = await newContext(await open());
    const manager = as(context, await addMember(context, { role: 'manager' }), 'manager');
    for (const refused of [
      workspaceOverview(manager),
      setWorkspaceLanguage(manager, 'en'),
      tryDeliveryAgain(manager, newId(new Date())),
    ])
      await expect(refused).rejects.toMatchObject({ code: 'admins-only' });
  });
});

describeOnBothDatabases('the calendar of a workspace', (open) => {
  test('names the next public holidays and the days of its own', async () => {
    const context = await newContext(await open());
    context.clock.set('2026-03-05T08:00:00Z');
    expect(await calendarOverview(context)).toMatchObject({
      country: null,
      holidays: [],
      dayMinutes: 480,
      weekend: [6, 7],
    });
    await setWorkWeek(context, { country: 'de', dayMinutes: 300 });
    await setOwnDays(context, { from: day('2026-12-28'), to: day('2026-12-31') }, 'off', 'Closed');
    const overview = await calendarOverview(context);
    expect(overview).toMatchObject({ country: 'DE', hasHolidays: true, dayMinutes: 300, ownDayCount: 4 });
    expect(overview.holidays[0]).toEqual({ day: '2026-04-03', title: 'Karfreitag' });
    expect(overview.ownDays[0]).toEqual({ day: '2026-12-28', kind: 'off', title: 'Closed' });
    await expect(setWorkWeek(context, { country: 'US', dayMinutes: 10 })).rejects.toMatchObject({
      code: 'day-minutes',
    });
    expect((await calendarOverview(context)).country).toBe('DE');
    const rep = as(context, await addMember(context));
    await expect(setWorkWeek(rep, { dayMinutes: 300 })).rejects.toMatchObject({ code: 'not-allowed' });
  });
});
