import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ACTION } from '../../../../bot/blocks/action-ids.ts';
import { homePageText } from '../../../../bot/blocks/home/home-page.ts';
import { checkView } from '../../../../bot/local/block-kit-rules.ts';
import { findMemberBySlackId } from '../../../../bot/store/members.ts';
import { ensureMember } from '../../../../bot/use-cases/members.ts';
import { setOverride } from '../../../../bot/use-cases/override-tier.ts';
import { type FollowUpApp, startFollowUpApp, wordsOf } from '../../../support/follow-up-app.ts';

describe('the book, the team and digests on the Home tab', () => {
  let app: FollowUpApp;
  beforeAll(async () => {
    app = await startFollowUpApp();
    const boss = { slackUserId: 'U0YIJUN', displayName: 'yijun', timeZone: 'Asia/Taipei' };
    await ensureMember(app.context, app.context.actor.workspaceId, boss, []);
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    await app.reset();
    const { db } = app.context;
    await db
      .updateTable('member')
      .set({ role: 'manager', manager_id: null })
      .where('slack_user_id', '=', 'U0YIJUN')
      .execute();
  });

  async function idOf(slackUserId: string): Promise<string> {
    const { actor, db } = app.context;
    return (await findMemberBySlackId(db, actor.workspaceId, slackUserId))?.id ?? '';
  }

  function home(name: string): string {
    const { content } = app.harness.slack.person(name).home() ?? {};
    if (content === undefined) return '';
    expect(checkView(content)).toEqual([]);
    return wordsOf(content);
  }

  async function open(name: string, tab?: string): Promise<string> {
    await app.harness.slack.person(name).openHome();
    await app.harness.settled();
    if (tab !== undefined) {
      const content = () => JSON.stringify(app.harness.slack.person(name).home()?.content ?? '');
      await expect.poll(content).toContain(`${ACTION.homePage}_${tab}`);
      await press(`${ACTION.homePage}_${tab}`, name);
    }
    return home(name);
  }

  async function press(action: string, name: string): Promise<string> {
    await app.harness.slack.person(name).clickButton('home', action);
    await app.harness.settled();
    return home(name);
  }

  test('a rep sees the book by tier, opens a tier’s customers and, from there, a card', async () => {
    const book = await open('anna', 'book');
    expect(book).toContain('My book');
    expect(book).toContain('3 customers · ');
    expect(book).toContain('Tier');
    await press(`${ACTION.digestList}_1`, 'anna');
    expect(wordsOf(app.window('anna'))).toContain('ACME');
    await app.press('modal', `${ACTION.digestCard}_1`, 'anna');
    expect(wordsOf(app.window('anna'))).toContain('Customer');
  });

  test('any customer is found from every page, and a new one added', async () => {
    await open('lei', 'digest');
    const lei = app.harness.slack.person('lei');
    const [found] = await lei.suggestions('home', ACTION.findCustomer, 'acm');
    expect(JSON.stringify(found)).toContain('ACME');
    await lei.selectOption('home', ACTION.findCustomer, String(found?.['value']));
    await app.harness.settled();
    expect(wordsOf(app.window('lei'))).toContain('ACME');
    await app.harness.slack.person('lei').closeView();
    await press(ACTION.addCustomer, 'lei');
    expect(app.window('lei').content['type']).toBe('modal');
  });

  test('a tier set by hand is withdrawn in the window of the card, which says so', async () => {
    await open('anna', 'book');
    const customer = (await app.rows('customer')).find(({ key }) => key === 'A-1');
    await setOverride(app.context, { customerId: String(customer?.['id']), tier: 'D', reason: 'known well' });
    const anna = app.harness.slack.person('anna');
    const [found] = await anna.suggestions('home', ACTION.findCustomer, 'acm');
    await anna.selectOption('home', ACTION.findCustomer, String(found?.['value']));
    await app.harness.settled();
    expect(wordsOf(app.window())).toContain('known well');
    await app.press('modal', ACTION.withdrawTier);
    const card = wordsOf(app.window());
    expect(card).toContain('ACME');
    expect(card).not.toContain('known well');
  });

  test('tomorrow is a step away from today, and back', async () => {
    const today = await open('anna', 'day');
    expect(today).toContain('Tomorrow');
    const tomorrow = await press(`${ACTION.homePage}_tomorrow`, 'anna');
    expect(tomorrow).toContain('tomorrow');
    app.context.clock.set('2026-03-06T08:00:00Z');
    expect(await open('anna')).toContain('Tomorrow');
    await press(`${ACTION.homePage}_tomorrow`, 'anna');
    expect(await press(`${ACTION.homePage}_today`, 'anna')).toContain('Tomorrow');
  });

  test('a manager opens the team, a rep, and the list behind a number', async () => {
    const team = await open('yijun', 'team');
    expect(team).toMatch(/\d 位客戶經理 · 4 位客戶/);
    expect(team).toMatch(/Anna/i);
    const rep = await press(`${ACTION.homePage}_rep_1`, 'yijun');
    expect(rep).toMatch(/(?:anna|lei)的客戶/);
    expect(rep).toMatch(/(?:anna|lei)的簡報/);
    await press(`${ACTION.digestList}_1`, 'yijun');
    expect(wordsOf(app.window('yijun'))).toMatch(/ACME|Log Cabin Homes/);
    await app.harness.slack.person('yijun').closeView('all');
    expect(await press(`${ACTION.homePage}_digest_of`, 'yijun')).toContain('2026年3月5日');
  });

  test('a day and an edition of the digest are chosen in place', async () => {
    await open('anna', 'digest');
    const anna = app.harness.slack.person('anna');
    await anna.selectOption('home', `${ACTION.homePage}_on`, '2026-03-06');
    await app.harness.settled();
    expect(home('anna')).toContain('Please choose 5 Mar 2026 or a day before.');
    await anna.selectOption(
      'home',
      `${ACTION.homePage}_edition`,
      homePageText({ kind: 'digest', on: '2026-03-06', edition: 'weekly' }),
    );
    await app.harness.settled();
    expect(anna.home()?.content['private_metadata']).toContain('"edition":"weekly"');
  });

  test('a rep gets no other rep’s page, whatever button is pressed', async () => {
    await open('yijun', 'team');
    const { db } = app.context;
    await db.updateTable('member').set({ role: 'rep' }).where('slack_user_id', '=', 'U0YIJUN').execute();
    const words = await press(`${ACTION.homePage}_rep_1`, 'yijun');
    expect(words).not.toMatch(/ACME|Log Cabin|(?:anna|lei)的客戶/);
    expect(app.harness.slack.person('yijun').home()?.content['private_metadata']).toBe('{"kind":"day"}');
  });

  test('a manager gets no page of another team’s rep', async () => {
    const team = await open('yijun', 'team');
    const [first = '', other = ''] = team.indexOf('anna') < team.indexOf('lei') ? ['anna', 'lei'] : ['lei', 'anna'];
    const boss = await idOf('U0YIJUN');
    const { db } = app.context;
    await db.updateTable('member').set({ manager_id: boss }).where('display_name', '=', other).execute();
    expect(await press(`${ACTION.homePage}_rep_1`, 'yijun')).toContain(`${first}不在您的團隊裡。`);
    const own = await open('yijun', 'team');
    expect(own).toContain(other);
    expect(own).not.toContain(first);
  });

  test('balanced books are for managers too', async () => {
    await open('yijun', 'team');
    await press(ACTION.balanceBooks, 'yijun');
    expect(wordsOf(app.window('yijun'))).toContain('沒有人超出負荷。');
  });
});
