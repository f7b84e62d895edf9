import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ACTION } from '../../../../bot/blocks/action-ids.ts';
import { shareWindow } from '../../../../bot/blocks/share-window.ts';
import { whatIfWindow } from '../../../../bot/blocks/what-if-window.ts';
import { checkView } from '../../../../bot/local/block-kit-rules.ts';
import { refreshFollowUps } from '../../../../bot/use-cases/refresh-follow-ups.ts';
import type { CalendarDate } from '../../../../core/calendar-date.ts';
import { LANGUAGES } from '../../../../core/text/language.ts';
import { type FollowUpApp, startFollowUpApp, wordsOf } from '../../../support/follow-up-app.ts';

describe('a customer’s card that is opened on the Home tab', () => {
  let app: FollowUpApp;
  beforeAll(async () => {
    app = await startFollowUpApp();
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    await app.reset();
    app.harness.seenBy('anna', 'C0SALES');
    // so that it is due today
    await app.context.db.updateTable('customer').set({ next_contact_on: '2026-03-05' }).execute();
    await refreshFollowUps(app.context, 'all');
    await app.harness.slack.person('anna').openHome();
    await app.harness.settled();
  });

  const window = () => wordsOf(app.window());

  /** From the first contact of the day. */
  async function openCard(): Promise<string> {
    await app.harness.slack.person('anna').clickButton('home', `${ACTION.digestCard}_1`);
    await app.harness.settled();
    return window();
  }

  const shared = () => app.harness.seenBy('anna', 'C0SALES').filter(({ userId }) => userId === 'U0TIERBOOK');

  test('stands in a window with all that a card in a message offers', async () => {
    expect(await openCard()).toMatch(/Tier [ABCD]/);
    for (const action of [ACTION.logContact, ACTION.why, ACTION.share, ACTION.setTier, ACTION.more])
      expect(JSON.stringify(app.window().content)).toContain(`"${action}"`);
  });

  test('is shared to a channel that is chosen', async () => {
    await openCard();
    await app.press('modal', ACTION.share);
    expect(window()).toContain('Everybody in the channel sees the tier and the owner, and nothing else.');
    await app.submit({ channel: 'C0SALES' });
    expect(window()).toContain('is shared to the channel.');
    const [message, ...more] = shared();
    expect(more).toEqual([]);
    expect(wordsOf(message ?? {})).toContain('Shared by');
    expect(message?.visibleTo).toBeUndefined();
  });

  test('says beside the channel why it cannot be shared there', async () => {
    await openCard();
    await app.press('modal', ACTION.share);
    expect(JSON.stringify(await app.submit({}))).toMatch(/channel/);
    app.harness.slack.failNext('chat.postMessage', { error: 'not_in_channel' });
    expect(JSON.stringify(await app.submit({ channel: 'C0SALES' }))).toContain('I am not in this channel. Invite me');
    expect(shared()).toEqual([]);
    await app.submit({ channel: 'C0SALES' });
    expect(window()).toContain('is shared to the channel.');
  });

  test('answers what other figures would come to, as often as they are tried, and saves nothing', async () => {
    const before = await app.rows('grade');
    await openCard();
    await app.press('modal', ACTION.more);
    await app.press('modal', ACTION.whatIf);
    expect(window()).toContain('Other figures');
    await app.submit({ what_if: 'payment=10%' });
    expect(window()).toContain('10 %');
    expect(window()).toContain('Only supposed: nothing was changed.');
    await app.submit({ what_if: 'payment=99%' });
    expect(window()).toContain('99 %');
    expect(window()).not.toContain('10 %');
    await app.submit({ what_if: 'the weather' });
    expect(window()).toContain('Other figures');
    expect(await app.rows('grade')).toEqual(before);
  });

  test('a manager sees a rep’s tomorrow as well', async () => {
    const sam = app.harness.slack.person('sam');
    await sam.openHome();
    await app.harness.settled();
    const home = async (action: string) => {
      await sam.clickButton('home', action);
      await app.harness.settled();
      const { content } = sam.home() ?? expect.fail('No Home tab.');
      expect(checkView(content)).toEqual([]);
      return wordsOf(content);
    };
    await home(`${ACTION.homePage}_team`);
    await home(`${ACTION.homePage}_rep_1`);
    expect(await home(`${ACTION.homePage}_tomorrow`)).toMatch(/tomorrow/);
    expect(await home(`${ACTION.homePage}_today`)).toContain('3 contacts today');
  });

  test.each(LANGUAGES)('the windows are as Slack takes them in %s', (language) => {
    const today = '2026-03-05' as CalendarDate;
    const viewer = { language, now: new Date(0), today, dayOf: () => today, timeOf: () => '12:00' };
    const card = { id: 'x', name: '<!here> '.repeat(40) };
    expect(checkView(shareWindow(card, viewer))).toEqual([]);
    expect(checkView(whatIfWindow(card, viewer, { customerId: 'x', seenAt: new Date(0) }))).toEqual([]);
  });
});
