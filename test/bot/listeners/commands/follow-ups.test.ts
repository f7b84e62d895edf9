import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkMessage } from '../../../../bot/local/block-kit-rules.ts';
import { messageAsText } from '../../../../bot/local/block-text.ts';
import type { RepDayAsked } from '../../../../bot/use-cases/plan-rep-day.ts';
import { UseCaseError } from '../../../../bot/use-cases/use-case-error.ts';
import { IDLE_USE_CASES } from '../../../support/idle-use-cases.ts';
import { contactOf, QUIET_DAY } from '../../../support/rep-days.ts';
import { type SlackAppHarness, startSlackApp } from '../../../support/slack-app-harness.ts';

const ANNA = '01890000-0000-7000-8000-00000000000a';
const LEI = '01890000-0000-7000-8000-00000000000b';

describe('/followups', () => {
  let harness: SlackAppHarness;
  const asked: RepDayAsked[] = [];
  beforeAll(async () => {
    harness = await startSlackApp(
      'socket',
      {
        ...IDLE_USE_CASES,
        recogniseMember: async (workspaceId) => ({ workspaceId, memberId: ANNA, role: 'rep' }),
        findRep: async (_, text) => (['U0LEI', '@陈磊'].includes(text) ? { id: LEI } : undefined),
        planRepDay: async ({ actor }, given) => {
          asked.push(given);
          if (given.memberId !== ANNA && actor.role === 'rep') throw new UseCaseError('others-list', '陈磊');
          return { ...QUIET_DAY, memberId: given.memberId, plannedMinutes: 90, today: [contactOf('ACME & <!here>')] };
        },
      },
      { clock: { now: () => new Date('2026-03-05T08:30:00Z') } },
    );
  });
  afterAll(() => harness.stop());

  async function ask(text: string, name = 'anna'): Promise<string> {
    harness.seenBy(name);
    asked.length = 0;
    expect(await harness.slack.person(name).command('/followups', text, { channel: 'C0SALES' })).toEqual({
      kind: 'done',
    });
    await harness.settled();
    const [answer, ...more] = harness.seenBy(name);
    expect(more).toEqual([]);
    if (answer === undefined) throw new Error('No answer.');
    expect(checkMessage(answer)).toEqual([]);
    expect(answer.visibleTo).toBe(harness.slack.person(name).id);
    return messageAsText(answer, { userName: (id) => id, channelName: (id) => id }).text;
  }

  test('shows the asker’s own day, to the asker alone', async () => {
    const answer = await ask('');
    expect(asked).toEqual([{ memberId: ANNA, on: undefined, mostCarriedOver: 10 }]);
    expect(answer).toContain('ACME & <!here>');
    expect(answer).not.toContain('Follow-ups of');
  });

  test('tomorrow is the day after the asker’s', async () => {
    await ask('tomorrow');
    expect(asked).toMatchObject([{ memberId: ANNA, on: '2026-03-06' }]);
    await ask('明天', 'lei');
    expect(asked).toMatchObject([{ on: '2026-03-06' }]);
  });

  test('a colleague’s list is refused to a rep in one sentence, and shown to a manager', async () => {
    expect(await ask('@lei')).toBe('Only managers and admins see the list of 陈磊.');
    const asRep = harness.useCases.recogniseMember;
    harness.useCases.recogniseMember = async (workspaceId) => ({ workspaceId, memberId: ANNA, role: 'manager' });
    try {
      expect(await ask('@lei')).toContain('Follow-ups of Anna');
      expect(await ask('@陈磊')).toContain('ACME');
      expect(asked).toMatchObject([{ memberId: LEI }]);
    } finally {
      harness.useCases.recogniseMember = asRep;
    }
  });

  test('says so when nobody is called that', async () => {
    expect(await ask('@nobody')).toContain('Nobody here who uses Tierbook is called “@nobody”.');
    expect(asked).toEqual([]);
  });

  test('has a help, in the asker’s language', async () => {
    expect(await ask('help')).toContain('/followups tomorrow');
    expect(await ask('帮助', 'lei')).toContain('/followups 明天');
  });
});
