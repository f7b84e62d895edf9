import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ACTION } from '../../../bot/blocks/action-ids.ts';
import { SHARE_FIELD, SHARE_VIEW } from '../../../bot/blocks/share-window.ts';
import { productUseCases } from '../../../bot/product-use-cases.ts';
import { type FollowUpApp, startFollowUpApp } from '../../support/follow-up-app.ts';
import { IDLE_USE_CASES } from '../../support/idle-use-cases.ts';
import { type SlackAppHarness, startSlackApp } from '../../support/slack-app-harness.ts';

describe('what Slack delivers again to another process', () => {
  let app: FollowUpApp;
  let other: SlackAppHarness;
  /** What either process was told when it asked whether an answer is its own to post. */
  let claims: boolean[];
  beforeAll(async () => {
    app = await startFollowUpApp('socket');
    const { clock, db } = app.context;
    const product = productUseCases(db, clock, []);
    const claimAnswer: typeof product.claimAnswer = async (...answer) => {
      const claimed = await product.claimAnswer(...answer);
      claims.push(claimed);
      return claimed;
    };
    Object.assign(app.harness.useCases, { claimAnswer });
    other = await startSlackApp(
      'socket',
      { ...IDLE_USE_CASES, ...product, claimAnswer },
      { db, clock, slack: app.harness.slack },
    );
  });
  afterAll(async () => {
    await other.stop();
    await app.stop();
  });
  beforeEach(() => {
    claims = [];
  });

  const anna = () => app.harness.slack.person('anna');
  const answers = (channel: string) =>
    anna()
      .visibleMessages(channel)
      .filter(({ userId }) => userId === 'U0TIERBOOK');

  /** Waits for so many new answers. */
  async function next(channel: string, act: () => Promise<unknown>, many = 1) {
    const before = answers(channel).length;
    await act();
    await expect.poll(() => answers(channel).length).toBe(before + many);
    return answers(channel).slice(before);
  }

  /** Sends the last envelope again, which the other connection gets; how many answers there are more once both have asked. */
  async function again(channel: string): Promise<number> {
    const before = answers(channel).length;
    expect(await app.harness.slack.socketMode.repeatLast()).toMatchObject({ kind: 'acked' });
    await expect.poll(() => claims.length).toBe(2);
    await app.harness.settled();
    await other.settled();
    return answers(channel).length - before;
  }

  test('a mention is answered once', async () => {
    await next('C0SALES', () => anna().say('C0SALES', '@tierbook ACME'));
    expect(await again('C0SALES')).toBe(0);
    expect(claims).toEqual([true, false]);
  });

  test('a contact that is noted is logged and answered once', async () => {
    await next('C0SALES', () => anna().say('C0SALES', '@tierbook called ACME, all fine'));
    expect(await again('C0SALES')).toBe(0);
    expect(await app.rows('interaction')).toHaveLength(1);
  });

  test('a card is shared with a channel once', async () => {
    const [card] = await next('C0SALES', () => anna().command('/customer', 'ACME', { channel: 'C0SALES' }));
    if (card === undefined) throw new Error('No card.');
    await next('C0SALES', () => anna().clickButton(card, ACTION.share));
    expect(await again('C0SALES')).toBe(0);
    expect(claims).toEqual([true, false]);
  });

  test('a card is shared from its window with the chosen channel once', async () => {
    await anna().openHome();
    await expect.poll(() => anna().home()).toBeDefined();
    const [found] = await anna().suggestions('home', ACTION.findCustomer, 'ACM');
    await anna().selectOption('home', ACTION.findCustomer, String(found?.['value']));
    await expect.poll(() => JSON.stringify(anna().currentView()?.content ?? '')).toContain(ACTION.share);
    await anna().clickButton('modal', ACTION.share);
    await expect.poll(() => anna().currentView()?.content['callback_id']).toBe(SHARE_VIEW);
    await next('C0SALES', () => anna().submitView({ [SHARE_FIELD]: 'C0SALES' }));
    expect(await again('C0SALES')).toBe(0);
    expect(claims).toEqual([true, false]);
  });
});
