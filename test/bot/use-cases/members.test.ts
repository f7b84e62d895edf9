import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { findMemberRecords, saveSettings } from '../../../bot/store/members.ts';
import { ensureMember, type SlackProfile } from '../../../bot/use-cases/members.ts';
import { setMember } from '../../../bot/use-cases/set-member.ts';
import { describeOnBothDatabases } from '../../support/databases.ts';
import { newContext, type TestContext } from '../../support/workspace.ts';

const ANNA: SlackProfile = {
  slackUserId: 'U0ANNABERG',
  displayName: 'Anna',
  realName: 'Anna Berg',
  email: 'anna@example.com',
  timeZone: 'Europe/Berlin',
  locale: 'en-GB',
};

async function ensured(context: TestContext, profile: SlackProfile, admins: readonly string[] = []) {
  const { role } = await ensureMember(context, context.actor.workspaceId, profile, admins);
  const { rows } = await sql<{ at: Date }>`
    select updated_at as at from member
    where workspace_id = ${context.actor.workspaceId} and slack_user_id = ${profile.slackUserId}`.execute(context.db);
  const members = await findMemberRecords(context.db, context.actor.workspaceId);
  return { role, updatedAt: rows[0]?.at, member: members.find((each) => each.slackUserId === profile.slackUserId) };
}

describeOnBothDatabases('the member behind a Slack user', (open) => {
  test('is written once, and again only when the profile or the role changes', async () => {
    const context = await newContext(await open());
    const first = await ensured(context, ANNA);
    expect(first).toMatchObject({ role: 'rep', member: { displayName: 'Anna', timeZone: 'Europe/Berlin' } });
    context.clock.set('2026-03-06T08:00:00Z');
    expect(await ensured(context, ANNA)).toEqual(first);
    // what Slack does not tell stays
    expect(await ensured(context, { slackUserId: ANNA.slackUserId })).toEqual(first);
    const changes: [keyof SlackProfile, string][] = [
      ['displayName', 'Anna B.'],
      ['realName', 'Anna Maria Berg'],
      ['email', 'berg@example.com'],
      ['timeZone', 'Europe/Vienna'],
      ['locale', 'zh-TW'],
    ];
    for (const [field, value] of changes) {
      expect((await ensured(context, { ...ANNA, [field]: value })).member).toMatchObject({ [field]: value });
    }
    expect(await ensured(context, ANNA, [ANNA.slackUserId])).toMatchObject({ role: 'admin' });
    expect(await ensured(context, { ...ANNA, isSlackAdmin: true })).toMatchObject({ role: 'admin' });
    expect(await ensured(context, ANNA)).toMatchObject({ role: 'admin' });
  });

  test('keeps a time zone and a locale that were set by hand, and acts as a rep after leaving', async () => {
    const context = await newContext(await open());
    const { actor, clock, db } = context;
    const { member } = await ensured(context, ANNA);
    const set = { timeZone: 'Asia/Taipei', locale: 'zh-TW', role: 'manager', deactivatedAt: clock.now() } as const;
    await saveSettings(db, actor.workspaceId, member?.id ?? '', set, clock.now());
    for (const displayName of ['Anna', 'Anna B.']) {
      expect(await ensured(context, { ...ANNA, displayName })).toMatchObject({
        role: 'rep',
        member: { displayName, timeZone: 'Asia/Taipei', locale: 'zh-TW', role: 'manager' },
      });
    }
  });

  test('begins as Slack or the settings say, and keeps the role that a person gave', async () => {
    const context = await newContext(await open());
    const { db, actor, clock } = context;
    const asAdmin = { ...context, actor: { ...actor, role: 'admin' as const } };
    const slackAdmin = { ...ANNA, isSlackAdmin: true };
    await ensured(context, { slackUserId: 'U0OTHER', isSlackAdmin: true });
    // a rep on whom nobody has decided yet, as an owner of an import is one, begins as an admin
    expect(await ensured(context, ANNA)).toMatchObject({ role: 'rep' });
    const { member, role } = await ensured(context, slackAdmin);
    expect(role).toBe('admin');
    const id = member?.id ?? '';
    await setMember(asAdmin, id, { listAt: '09:00' });
    for (const given of ['rep', 'manager'] as const) {
      await setMember(asAdmin, id, { role: given });
      const set = await ensured(context, slackAdmin, [ANNA.slackUserId]);
      expect(set).toMatchObject({ role: given, member: { role: given } });
      // a profile that changes brings the role back no more than one that does not, and nothing is written for it
      expect((await ensured(context, { ...slackAdmin, displayName: `Anna ${given}` })).role).toBe(given);
      clock.set('2026-03-07T08:00:00Z');
      const before = await ensured(context, slackAdmin);
      clock.set('2026-03-08T08:00:00Z');
      expect(await ensured(context, slackAdmin)).toEqual(before);
    }
    await setMember(asAdmin, id, { role: 'admin' });
    expect((await ensured(context, ANNA)).role).toBe('admin');
    // what is decided of one says nothing of another, nor of another workspace
    expect((await ensured(context, { slackUserId: 'U0THIRD', isSlackAdmin: true })).role).toBe('admin');
    const elsewhere = await newContext(db);
    expect((await ensured(elsewhere, slackAdmin)).role).toBe('admin');
  });
});
