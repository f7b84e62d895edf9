import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkView } from '../../../bot/local/block-kit-rules.ts';
import type { RepDay } from '../../../bot/use-cases/rep-day.ts';
import { IDLE_USE_CASES } from '../../support/idle-use-cases.ts';
import { contactOf, QUIET_DAY } from '../../support/rep-days.ts';
import { type SlackAppHarness, startSlackApp } from '../../support/slack-app-harness.ts';

const ANNA = '01890000-0000-7000-8000-00000000000a';

describe('the Home tab', () => {
  let harness: SlackAppHarness;
  let day: RepDay = QUIET_DAY;
  beforeAll(async () => {
    harness = await startSlackApp(
      'socket',
      {
        ...IDLE_USE_CASES,
        recogniseMember: async (workspaceId) => ({ workspaceId, memberId: ANNA, role: 'rep' }),
        planRepDay: async () => day,
      },
      { clock: { now: () => new Date('2026-03-05T08:30:00Z') } },
    );
  });
  afterAll(() => harness.stop());

  async function homeOf(name: string): Promise<string> {
    await harness.settled();
    const { content } = harness.slack.person(name).home() ?? {};
    if (content === undefined) return '';
    expect(checkView(content)).toEqual([]);
    return JSON.stringify(content['blocks']);
  }

  test('has the day of who opens it, and one quiet line when nothing is to be done', async () => {
    day = { ...QUIET_DAY, customers: 3, today: [contactOf('ACME & <!here>')] };
    await harness.slack.person('anna').openHome();
    expect(await homeOf('anna')).toContain('ACME & <!here>');
    day = { ...QUIET_DAY, customers: 3 };
    await harness.slack.person('anna').openHome();
    expect(await homeOf('anna')).toContain('Nothing is due today.');
  });

  test('says to somebody without a book that there is nobody to contact, in the reader’s language', async () => {
    day = { ...QUIET_DAY, customers: 0, today: [], done: [] };
    await harness.slack.person('lei').openHome();
    expect(await homeOf('lei')).toContain('您名下没有客户');
  });

  test('follows what its reader does, and leaves who has not opened it alone', async () => {
    day = { ...QUIET_DAY, customers: 3, today: [contactOf('Before')] };
    await harness.slack.person('anna').openHome();
    day = { ...QUIET_DAY, customers: 3, today: [contactOf('After')] };
    await harness.slack.person('anna').command('/followups', '', { channel: 'C0SALES' });
    expect(await homeOf('anna')).toContain('After');
    await harness.slack.person('yijun').command('/followups', '', { channel: 'C0SALES' });
    expect(await homeOf('yijun')).toBe('');
  });

  test('says so when the day cannot be found out, and shows it the next time', async () => {
    harness.useCases.planRepDay = async () => {
      throw new Error('no database');
    };
    await harness.slack.person('anna').openHome();
    expect(await homeOf('anna')).toContain('Open this tab again in a moment.');
    harness.useCases.planRepDay = async () => ({ ...QUIET_DAY, customers: 1, today: [contactOf('Again')] });
    await harness.slack.person('anna').openHome();
    expect(await homeOf('anna')).toContain('Again');
  });
});
