import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { checkMessage, checkView } from '../../../bot/local/block-kit-rules.ts';
import { jsonObjects } from '../../../bot/local/json-object.ts';
import type { StoredMessage, StoredView } from '../../../bot/local/workspace-state.ts';
import type { DigestRequest } from '../../../bot/use-cases/ask-digest.ts';
import type { DigestNumberAsked } from '../../../bot/use-cases/open-digest-number.ts';
import { readAskedDays } from '../../../bot/use-cases/read-asked-days.ts';
import { UseCaseError } from '../../../bot/use-cases/use-case-error.ts';
import { DIGEST_MESSAGE_TEXT } from '../../../core/text/digest-message-text.ts';
import { digestText } from '../../../core/text/digest-text.ts';
import { TIERS_COMMAND_TEXT } from '../../../core/text/tiers-command-text.ts';
import { listOf, overdueEntry } from '../../support/digest-lists.ts';
import { FULL_DIGEST } from '../../support/digests.ts';
import { wordsOf } from '../../support/follow-up-app.ts';
import { IDLE_USE_CASES } from '../../support/idle-use-cases.ts';
import { type SlackAppHarness, startSlackApp } from '../../support/slack-app-harness.ts';

const ANNA = '01890000-0000-7000-8000-00000000000a';
const LEI = '01890000-0000-7000-8000-00000000000b';
const ENTRIES = Array.from({ length: 30 }, (_, index) =>
  overdueEntry(index === 0 ? 'ACME <!here>' : `C${index}`, index),
);

describe('digests in Slack', () => {
  let harness: SlackAppHarness;
  const asked: DigestRequest[] = [];
  const opened: DigestNumberAsked[] = [];
  const useCases = {
    ...IDLE_USE_CASES,
    readAskedDays,
    recogniseMember: async (workspaceId: string) => ({ workspaceId, memberId: ANNA, role: 'rep' as const }),
    findRep: async (_: unknown, text: string) => (['U0LEI', '陈磊'].includes(text) ? { id: LEI } : undefined),
    askDigest: async (_: unknown, request: DigestRequest) => {
      asked.push(request);
      if (request.memberId !== ANNA) throw new UseCaseError('others-digest', '陈磊');
      return FULL_DIGEST;
    },
    openDigestNumber: async (_: unknown, request: DigestNumberAsked) => {
      opened.push(request);
      const { limit, number, skip } = request;
      return listOf(number, ENTRIES.slice(skip, skip + limit), ENTRIES.length);
    },
  };
  beforeAll(async () => {
    const clock = { now: () => new Date('2026-11-26T08:30:00Z') };
    harness = await startSlackApp('socket', useCases, { clock });
  });
  beforeEach(async () => {
    Object.assign(harness.useCases, useCases);
    for (const name of ['anna', 'lei']) {
      const person = harness.slack.person(name);
      if (person.currentView() !== undefined) await person.closeView('all');
    }
    asked.length = 0;
    opened.length = 0;
  });
  afterAll(() => harness.stop());

  async function ask(text: string, name = 'anna'): Promise<StoredMessage> {
    harness.seenBy(name);
    await harness.slack.person(name).command('/tiers', text, { channel: 'C0SALES' });
    await harness.settled();
    const [answer, ...more] = harness.seenBy(name);
    if (answer === undefined || more.length > 0) throw new Error(`${more.length + (answer ? 1 : 0)} answers.`);
    expect(checkMessage(answer)).toEqual([]);
    expect(answer.visibleTo).toBe(harness.slack.person(name).id);
    return answer;
  }

  async function press(
    place: StoredMessage | 'modal',
    action: string,
    within: { readonly blockId?: string } = {},
    name = 'anna',
  ): Promise<StoredView> {
    await harness.slack.person(name).clickButton(place, action, within);
    await harness.settled();
    const view = harness.slack.person(name).currentView();
    if (view === undefined) throw new Error('No window is open.');
    expect(checkView(view.content)).toEqual([]);
    return view;
  }

  test('/tiers gives the asker’s digest as of now, with charts, to the asker alone', async () => {
    const answer = await ask('');
    expect(asked).toEqual([{ memberId: ANNA, date: undefined, edition: 'daily' }]);
    expect(jsonObjects(answer.blocks).filter(({ type }) => type === 'data_visualization').length).toBe(2);
    expect(wordsOf(answer)).toContain(digestText(FULL_DIGEST, 'en').headline);
  });

  test.each([
    ['yesterday', { date: '2026-11-25', edition: 'daily' }],
    ['last Friday week', { date: '2026-11-20', edition: 'weekly' }],
    ['2026-11-20', { date: '2026-11-20', edition: 'daily' }],
    ['month', { date: undefined, edition: 'monthly' }],
    ['昨天 周报', { date: '2026-11-25', edition: 'weekly' }],
  ])('/tiers %s asks for that', async (text, wanted) => {
    await ask(text);
    expect(asked).toEqual([{ memberId: ANNA, ...wanted }]);
  });

  test('a colleague’s digest is asked for by mention or name, and refused in a sentence where it may not be seen', async () => {
    for (const text of ['@lei', 'yesterday 陈磊']) {
      const answer = await ask(text);
      expect(asked.at(-1)).toMatchObject({ memberId: LEI });
      expect(wordsOf(answer)).toMatch(/^Only 陈磊, .* can see this digest\.$/m);
    }
  });

  test('what is wrong is said in one sentence, in the reader’s language', async () => {
    const [en, zh] = [TIERS_COMMAND_TEXT.en, TIERS_COMMAND_TEXT['zh-CN']];
    expect((await ask('tomorrow')).text).toBe(en.future('27 Nov 2026'));
    expect((await ask('last year')).text).toBe(en.unread('last year'));
    expect((await ask('2026-11-20 2026-11-23')).text).toBe(en.severalDays(['20 Nov 2026', '23 Nov 2026']));
    expect((await ask('Nobody <Inc>')).text).toBe(en.nobodyCalled('Nobody &lt;Inc&gt;'));
    expect((await ask('明天', 'lei')).text).toBe(zh.future('2026年11月27日'));
    expect((await ask('help')).text).toContain(en.usageTitle);
    expect((await ask('帮助', 'lei')).text).toContain(zh.usageTitle);
    expect(asked).toEqual([]);
  });

  test('where Slack refuses the newest blocks, the same comes in classic ones', async () => {
    harness.slack.failNext('response_url', { status: 400 });
    const answer = await ask('');
    const types = jsonObjects(answer.blocks).map(({ type }) => type);
    expect(types).not.toContain('data_visualization');
    expect(JSON.stringify(answer.blocks)).toContain('█');
  });

  test('a number opens its list as of the digest’s moment, page by page, and a customer’s card upon it', async () => {
    const digest = await ask('');
    const first = await press(digest, 'digest_list_1', listBlock(digest, 'overdue'));
    expect(opened).toMatchObject([
      { whose: { memberId: ANNA }, asOf: new Date(FULL_DIGEST.asOf), number: { part: 'overdue' }, skip: 0, limit: 12 },
    ]);
    expect(wordsOf(first)).toContain('ACME <!here>');
    const second = await press('modal', 'digest_page_1');
    expect(second.id).toBe(first.id);
    expect(opened.at(-1)).toMatchObject({ skip: 12, number: { part: 'overdue' } });
    expect(wordsOf(second)).toContain('C12');
    await press('modal', 'digest_page_2');
    expect(opened.at(-1)).toMatchObject({ skip: 24 });

    const card = await press('modal', 'digest_card_1');
    expect(card.previousViewId).toBe(first.id);
    expect(wordsOf(card)).toContain('no longer on file');
  });

  test('who may not see the digest is told so when the button is pressed', async () => {
    const digest = await ask('');
    harness.useCases.openDigestNumber = async () => {
      throw new UseCaseError('others-digest', 'Anna');
    };
    const view = await press(digest, 'digest_list_1', listBlock(digest, 'overdue'));
    expect(wordsOf(view)).toMatch(/Only Anna/);
  });

  test('a list that takes its time is announced and then filled; one that fails says so', async () => {
    const slow = await startSlackApp('socket', useCases, { loadingAfterMs: 0 });
    try {
      await slow.slack.person('anna').command('/tiers', '', { channel: 'C0SALES' });
      await slow.settled();
      const [digest] = slow.seenBy('anna');
      if (digest === undefined) throw new Error('No answer.');
      await slow.slack.person('anna').clickButton(digest, 'digest_list_1', listBlock(digest, 'overdue'));
      await slow.settled();
      expect(wordsOf(slow.slack.person('anna').currentView() ?? {})).toContain('C1');
      await slow.slack.person('anna').closeView();
      slow.useCases.openDigestNumber = async () => {
        throw new Error('The database is away.');
      };
      await slow.slack.person('anna').clickButton(digest, 'digest_list_1', listBlock(digest, 'overdue'));
      await slow.settled();
      expect(wordsOf(slow.slack.person('anna').currentView() ?? {})).toContain(DIGEST_MESSAGE_TEXT.en.listFailed);
    } finally {
      await slow.stop();
    }
  });
});

/** The block of the buttons below a part. */
function listBlock({ blocks }: StoredMessage, part: string): { blockId: string } {
  const block = jsonObjects(blocks).find(
    (each) => each['type'] === 'actions' && JSON.stringify(each).includes(`\\"part\\":\\"${part}\\"`),
  );
  return { blockId: String(block?.['block_id']) };
}
