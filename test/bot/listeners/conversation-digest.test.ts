import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { checkMessage } from '../../../bot/local/block-kit-rules.ts';
import type { StoredMessage } from '../../../bot/local/workspace-state.ts';
import type { DigestRequest } from '../../../bot/use-cases/ask-digest.ts';
import type { DigestNumberAsked } from '../../../bot/use-cases/open-digest-number.ts';
import { UseCaseError } from '../../../bot/use-cases/use-case-error.ts';
import { type FollowUpApp, startFollowUpApp, wordsOf } from '../../support/follow-up-app.ts';

/** Questions about many customers, and what of a digest answers them. */
const QUESTIONS: readonly (readonly [said: string, asked: object, number: object | undefined])[] = [
  ['which A customers are overdue', { edition: 'daily', parts: ['overdue'] }, { part: 'overdue', tier: 'A' }],
  ['A客户哪些逾期了', { edition: 'daily', parts: ['overdue'] }, { part: 'overdue', tier: 'A' }],
  ['哪些a级客戶逾期了', { edition: 'daily', parts: ['overdue'] }, { part: 'overdue', tier: 'A' }],
  ['overdue customers', { edition: 'daily', parts: ['overdue'] }, { part: 'overdue' }],
  ['who fell this week', { edition: 'weekly', parts: ['moves'] }, { part: 'moves', direction: 'down' }],
  ['谁掉级了', { edition: 'weekly', parts: ['moves'] }, { part: 'moves', direction: 'down' }],
  ['who was upgraded this month', { edition: 'monthly', parts: ['moves'] }, { part: 'moves', direction: 'up' }],
  [
    'who fell out of A this month',
    { edition: 'monthly', parts: ['moves'] },
    { part: 'tier-moves', direction: 'down', from: 'A' },
  ],
  ['本周谁升到a了', { edition: 'weekly', parts: ['moves'] }, { part: 'tier-moves', direction: 'up', to: 'A' }],
  [
    'which B customers fell',
    { edition: 'weekly', parts: ['moves'] },
    { part: 'tier-moves', direction: 'down', either: 'B' },
  ],
  ['who moved out of B', { edition: 'weekly', parts: ['moves'] }, { part: 'tier-moves', from: 'B' }],
  ['who moved since yesterday', { edition: 'daily', parts: ['moves'] }, undefined],
  ['open complaints', { edition: 'daily', parts: ['complaints'] }, { part: 'complaints' }],
  ['what will be signed this month', { edition: 'daily', parts: ['signings'] }, undefined],
  ['whose book is too full', { edition: 'daily', parts: ['capacity'] }, undefined],
  ['how are we doing', { edition: 'daily' }, undefined],
  ['weekly report', { edition: 'weekly' }, undefined],
  ['昨天的日报', { edition: 'daily', date: '2026-03-04' }, undefined],
];

describe('a question about many customers', () => {
  let app: FollowUpApp;
  const asked: DigestRequest[] = [];
  const opened: DigestNumberAsked[] = [];
  beforeAll(async () => {
    app = await startFollowUpApp();
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    await app.reset();
    const { askDigest, openDigestNumber } = app.harness.useCases;
    app.harness.useCases.askDigest = async (context, request) => {
      asked.push(request);
      return askDigest(context, request);
    };
    app.harness.useCases.openDigestNumber = async (context, request) => {
      opened.push(request);
      return openDigestNumber(context, request);
    };
    asked.length = 0;
    opened.length = 0;
  });

  async function tell(text: string, name = 'anna'): Promise<StoredMessage> {
    const channel = `D0${name.toUpperCase()}`;
    app.harness.seenBy(name, channel);
    await app.harness.slack.person(name).say(channel, text);
    const answers: StoredMessage[] = [];
    await expect
      .poll(async () => {
        await app.harness.settled();
        answers.push(...app.harness.seenBy(name, channel).filter(({ userId }) => userId === 'U0TIERBOOK'));
        return answers.length;
      })
      .toBe(1);
    const [answer] = answers;
    if (answer === undefined) return expect.fail();
    expect(checkMessage(answer)).toEqual([]);
    return answer;
  }

  test.each(QUESTIONS)('“%s” is answered from the digest', async (said, request, number) => {
    const answer = await tell(said);
    expect(wordsOf(answer)).not.toContain('went wrong');
    expect(asked).toMatchObject([request]);
    expect(opened.map((each) => each.number)).toEqual(number === undefined ? [] : [number]);
  });

  test('of a colleague is for who may see it', async () => {
    await tell("Lei's overdue customers", 'sam');
    const [request] = asked;
    expect(request?.repIds).toEqual([request?.memberId]);
    app.harness.useCases.askDigest = () => Promise.reject(new UseCaseError('others-digest', 'Lei'));
    expect(wordsOf(await tell("Lei's overdue customers"))).toContain('Lei');
  });

  test('with a customer’s name in a colleague’s place shows the customer', async () => {
    expect(JSON.stringify((await tell('complaints of ACME')).blocks)).toContain('customer_card_buttons');
    expect(asked).toEqual([]);
  });

  test('in classic blocks where Slack does not know the newest', async () => {
    app.harness.slack.failNext('chat.postMessage', { error: 'invalid_blocks' });
    const answer = await tell('how are we doing');
    expect(JSON.stringify(answer.blocks)).not.toContain('data_visualization');
  });
});
