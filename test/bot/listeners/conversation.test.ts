import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { checkMessage } from '../../../bot/local/block-kit-rules.ts';
import type { StoredMessage } from '../../../bot/local/workspace-state.ts';
import { importTable } from '../../../bot/use-cases/import-table.ts';
import { mentions } from '../../support/cards.ts';
import { type FollowUpApp, startFollowUpApp, wordsOf } from '../../support/follow-up-app.ts';
import { tableOf } from '../../support/table-reading.ts';

describe.each(['socket', 'http'] as const)('a message to the bot over %s', (mode) => {
  let app: FollowUpApp;
  beforeAll(async () => {
    app = await startFollowUpApp(mode);
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    for (const name of ['anna', 'lei', 'sam']) {
      app.harness.seenBy(name, `D0${name.toUpperCase()}`);
      app.harness.seenBy(name, 'C0SALES');
    }
  });
  afterEach(() => app.reset());

  /** What the bot posts in a channel until nothing is under way any more, as Slack takes it. */
  async function answersIn(channel: string, name: string, many = 1): Promise<StoredMessage[]> {
    const answers: StoredMessage[] = [];
    await expect
      .poll(async () => {
        await app.harness.settled();
        answers.push(...app.harness.seenBy(name, channel).filter(({ userId }) => userId === 'U0TIERBOOK'));
        return answers.length;
      })
      .toBeGreaterThanOrEqual(many);
    await app.harness.settled();
    answers.push(...app.harness.seenBy(name, channel).filter(({ userId }) => userId === 'U0TIERBOOK'));
    for (const answer of answers) expect(checkMessage(answer)).toEqual([]);
    return answers;
  }

  /** Writes in the direct message and gives the one answer. */
  async function tell(text: string, { name = 'anna', thread }: { name?: string; thread?: StoredMessage } = {}) {
    const channel = `D0${name.toUpperCase()}`;
    await app.harness.slack.person(name).say(channel, text, thread?.threadTs ?? thread?.ts);
    const answers = await answersIn(channel, name);
    const [answer, ...more] = answers;
    expect(more.map(wordsOf)).toEqual([]);
    if (answer === undefined) return expect.fail('No answer.');
    expect(answer.visibleTo).toBeUndefined();
    return answer;
  }

  /** Mentions the bot in #sales and gives the one answer. */
  async function mention(text: string, { name = 'anna', thread }: { name?: string; thread?: StoredMessage } = {}) {
    const said = await app.harness.slack.person(name).say('C0SALES', `@tierbook ${text}`, thread?.ts);
    const [answer, ...more] = await answersIn('C0SALES', name);
    expect(more.map(wordsOf)).toEqual([]);
    return { said, answer: answer ?? expect.fail('No answer.') };
  }

  const notes = async () => (await app.rows('interaction')).map(({ note }) => note);
  const loggedWith = async () => {
    const names = new Map((await app.rows('customer')).map((row) => [row['id'], row['name']]));
    return (await app.rows('interaction')).map(({ customer_id: id }) => names.get(id));
  };

  test('a name gives the card', async () => {
    const card = await tell('ACME');
    expect(wordsOf(card)).toContain('Tier');
    expect(JSON.stringify(card.blocks)).toContain('customer_card_buttons');
    expect(card.threadTs).toBeUndefined();
    expect(wordsOf(await tell('show me acme please'))).toContain('ACME');
  });

  test('a name that has a question’s words in it gives its card', async () => {
    expect(JSON.stringify((await tell('Log Cabin Homes')).blocks)).toContain('customer_card_buttons');
    expect(wordsOf(await tell('why is Log Cabin Homes B'))).toContain('Log Cabin Homes');
  });

  test('a name of nobody gets the nearest names, or a way to add it', async () => {
    const answer = await tell('Prolgo Ltd');
    expect(wordsOf(answer)).toContain('Prolog Ltd');
    expect(wordsOf(await tell('<!channel> & Sons'))).toContain('<!channel> & Sons');
  });

  test('asks for the day, in the language of the person', async () => {
    expect(wordsOf(await tell('who should I call today'))).toMatch(/today|working day/);
    expect(wordsOf(await tell('今天该联系谁', { name: 'lei' }))).toContain('今天');
    expect(wordsOf(await tell("what's on tomorrow"))).toMatch(/tomorrow|working day/i);
    expect(wordsOf(await tell('who should Lei call today', { name: 'sam' }))).toContain('Follow-ups of lei');
    expect(wordsOf(await tell('who should <@U0LEI> call today'))).toContain('lei');
    expect(wordsOf(await tell("what's on Nobody's list"))).toContain('“Nobody”');
  });

  test('why and what would lift it are answered', async () => {
    expect(wordsOf(await tell('why is ACME B'))).toMatch(/Points lost|In favour|For|Against|Payment/i);
    expect(wordsOf(await tell('ACME 为什么是B', { name: 'lei' }))).toMatch(/等级/);
    expect(wordsOf(await tell('what would lift Prolog Ltd'))).toMatch(/Tier/);
    for (const said of ['ACME why?', 'why ACME', 'ACME 原因', '为什么 ACME'])
      expect(wordsOf(await tell(said))).toMatch(/^ACME: Tier A\n/);
    expect(wordsOf(await tell('why'))).toContain('Which customer');
  });

  test('what somebody says of a contact is logged, and can be undone', async () => {
    const answer = await tell('log called ACME, wants a quote by Friday');
    expect(wordsOf(answer)).toContain('ACME');
    expect(await loggedWith()).toEqual(['ACME']);
    await app.press(answer, 'follow_up_undo');
    expect((await app.rows('interaction')).map((row) => row['undone_at'] !== null)).toEqual([true]);
    await tell('给春晖电子打了电话 周五前要报价', { name: 'anna' });
    expect(await loggedWith()).toContain('春晖电子');
  });

  test('a follow-up is put off as it is said, and can be taken back', async () => {
    const tomorrow = new Date(app.context.clock.now().getTime() + 86_400_000).toISOString().slice(0, 10);
    const snoozed = async () => {
      const names = new Map((await app.rows('customer')).map((row) => [row['id'], row['name']]));
      const waiting = (await app.rows('follow_up')).filter((row) => row['snoozed_until'] !== null);
      return waiting.map((row) => `${String(names.get(row['customer_id']))} ${String(row['snoozed_until'])}`);
    };
    const answer = await tell('snooze ACME until tomorrow');
    expect(wordsOf(answer)).toContain('ACME is snoozed until');
    expect(await snoozed()).toEqual([`ACME ${tomorrow}`]);
    await app.press(answer, 'follow_up_undo');
    expect(await snoozed()).toEqual([]);
    await tell('please put Prolog Ltd off for one day');
    await tell('把春晖电子推迟到明天');
    expect((await snoozed()).toSorted()).toEqual([`Prolog Ltd ${tomorrow}`, `春晖电子 ${tomorrow}`]);
  });

  test('a follow-up is put off in the thread of its customer without a name', async () => {
    const card = await tell('ACME');
    const answer = await tell('snooze until tomorrow', { thread: card });
    expect(wordsOf(answer)).toContain('ACME is snoozed until');
    expect(wordsOf(await tell('snooze it', { thread: card }))).toContain('Until when?');
    expect(wordsOf(await tell('推迟到明天', { thread: card }))).toContain('ACME');
    expect(wordsOf(await tell('snooze until tomorrow'))).toContain('Which customer do you mean?');
  });

  test('nothing is put off without a day, a customer, or the right', async () => {
    expect(wordsOf(await tell('snooze ACME'))).toContain(
      'Until when? Write the day as well: “snooze ACME until Friday”.',
    );
    expect(wordsOf(await tell('snooze ACME until 3 March 2020'))).toContain('Until when?');
    expect(wordsOf(await tell('snooze Nobody Corp until Friday'))).toContain('No customer is called');
    expect(wordsOf(await tell('snooze Log Cabin Homes until tomorrow'))).toMatch(/Lei|owner|manager/);
    expect((await app.rows('follow_up')).every((row) => row['snoozed_until'] === null)).toBe(true);
    // a part of a name is a name
    expect(wordsOf(await tell('snooze mattresses'))).toContain('No customer is called “snooze mattresses”.');
  });

  test('a question whether somebody was called is about the thread’s customer', async () => {
    const card = await tell('ACME');
    for (const said of ['called?', 'has anyone called?', '打过电话了吗'])
      expect(JSON.stringify((await tell(said, { thread: card })).blocks)).toContain('customer_card_buttons');
    expect(await notes()).toEqual([]);
    expect(wordsOf(await tell('called?'))).toContain('Which customer do you mean?');
  });

  test('what somebody has logged is told, a line each', async () => {
    expect(wordsOf(await tell('what did I log today'))).toContain('You have logged nothing today.');
    await tell('log called ACME, wants a quote');
    await tell('called Prolog Ltd, no answer');
    const answer = wordsOf(await tell('what did I log today'));
    expect(answer).toContain('You logged 2 contacts today:');
    expect(answer).toContain('Prolog Ltd\n · Phone call · No answer · called, no answer');
    expect(answer).toContain('ACME\n · Phone call · Agreed on a next step · called, wants a quote');
    expect(wordsOf(await tell('who did I call yesterday'))).toContain('You logged nothing yesterday.');
    expect(wordsOf(await tell('我今天记录了什么', { name: 'lei' }))).toContain('您今天还没有记录联系。');
    expect(wordsOf(await tell('我這週聯絡了誰', { name: 'yijun' }))).toContain('您最近七天沒有記錄聯絡。');
  });

  test.each([
    ['ok', 'All right.'],
    ['👍', 'You are welcome.'],
    [':thumbsup:', 'You are welcome.'],
    ['great, thanks!', 'You are welcome.'],
    ['🤔', 'I did not understand that.'],
    ['you stupid bot', 'Sorry that I was no help.'],
    ['好的', 'All right.'],
    ['垃圾机器人', 'Sorry that I was no help.'],
  ])('“%s” is offered as nobody’s name', async (said, start) => {
    const answer = await tell(said);
    expect(wordsOf(answer)).toContain(start);
    expect(JSON.stringify(answer.blocks)).not.toContain('file_add');
  });

  test('small talk is answered in the language of who writes', async () => {
    expect(wordsOf(await tell('好的', { name: 'lei' }))).toContain('好的。需要时写上客户名称就行');
    expect(wordsOf(await tell('白痴', { name: 'lei' }))).toContain('抱歉没能帮上忙');
    expect(wordsOf(await tell('收到', { name: 'yijun' }))).toContain('好的。需要時寫上客戶名稱就行');
    expect(wordsOf(await tell('把ACME延後', { name: 'yijun' }))).toContain('例如「把ACME延後到週五」');
  });

  test('nothing is logged for one of two customers in a sentence, nor when it is asked', async () => {
    for (const said of ['called ACME and Prolog Ltd, both fine', 'log ACME & Prolog: called, both fine']) {
      const answer = await tell(said);
      expect(await loggedWith()).toEqual([]);
      expect(wordsOf(answer)).toContain('names ACME and Prolog Ltd');
    }
    await tell('I called ACME?');
    expect(await loggedWith()).toEqual([]);
    await tell('called ACME and left a message');
    expect(await loggedWith()).toEqual(['ACME']);
  });

  test('a long story shows the customer that it names', async () => {
    const answer = await tell(
      'Hey so um I just got off the phone with Log Cabin Homes, they would like another quote soon',
    );
    expect(wordsOf(answer)).toContain('It names this customer');
    expect(JSON.stringify(answer.blocks)).toContain('customer_card_buttons');
    expect(wordsOf(await tell('Met Prolog Ltd for a long lunch and they would love to renew'))).toContain(
      'It names this',
    );
    expect(await loggedWith()).toEqual([]);
  });

  test('words to everybody and marks of code are no part of a question', async () => {
    const { answer } = await mention('<!channel> who fell this week');
    expect(wordsOf(answer)).not.toContain('channel');
    expect(wordsOf(await tell('@channel who should I call today'))).toMatch(/today|working day/);
    expect(JSON.stringify((await tell('```ACME```')).blocks)).toContain('customer_card_buttons');
  });

  test('how to take back and how to add are told', async () => {
    expect(wordsOf(await tell('undo that'))).toContain('Press “Undo”');
    expect(wordsOf(await tell('add customer'))).toContain('Who is to be added?');
    expect(JSON.stringify((await tell('new customer Foo Bar GmbH')).blocks)).toContain('"value":"Foo Bar GmbH"');
    expect(JSON.stringify((await tell('新客户 上海测试公司', { name: 'lei' })).blocks)).toContain('"上海测试公司"');
    expect(JSON.stringify((await tell('add Customer First Ltd')).blocks)).toContain('"value":"Customer First Ltd"');
  });

  test('what is open is asked in a window, from a button, with all that was said', async () => {
    const answer = await tell('log ACME: hmm, the usual');
    expect(await loggedWith()).toEqual([]);
    expect(wordsOf(answer)).toContain('Nothing is logged with ACME yet');
    await app.press(answer, 'log_said');
    expect(wordsOf(app.window())).toContain('ACME');
    expect(JSON.stringify(app.window().content)).toContain('the usual');
    expect(await app.submit()).toMatchObject({ kind: 'done' });
    expect(await loggedWith()).toEqual(['ACME']);
  });

  test('a card’s thread is about its customer', async () => {
    const card = await tell('ACME');
    const answer = await tell('log called, wants a quote by Friday', { thread: card });
    expect(answer.threadTs).toBe(card.ts);
    expect(await loggedWith()).toEqual(['ACME']);
    expect(await notes()).toEqual([expect.stringContaining('wants a quote by Friday')]);
    expect(wordsOf(await tell('why', { thread: card }))).toContain('ACME');
    expect(wordsOf(await tell('overdue?', { thread: card }))).toContain('ACME');
    await tell('打了电话，没人接', { thread: card });
    expect(await loggedWith()).toEqual(['ACME', 'ACME']);
    expect(wordsOf(await tell('Prolog Ltd', { thread: card }))).toContain('Prolog Ltd');
    await tell('called Prolog Ltd, no answer', { thread: card });
    expect(await loggedWith()).toEqual(expect.arrayContaining(['ACME', 'Prolog Ltd']));
    expect(await loggedWith()).toHaveLength(3);
    const asks = await tell('called Log Cabin, no answer', { thread: card });
    expect(wordsOf(asks)).toContain('do you mean ACME or Log Cabin Homes?');
    expect(await loggedWith()).toHaveLength(3);
    await app.press(asks, 'log_said');
    expect(JSON.stringify(app.window().content)).toContain('find_customer');
  });

  test('the first question of a thread binds it, and the customer’s later name does not', async () => {
    const list = await tell('who should I call today');
    await tell('why is Prolog Ltd B', { thread: list });
    await tell('ACME', { thread: list });
    await tell('log called, no answer', { thread: list });
    expect(await loggedWith()).toEqual(['Prolog Ltd']);
  });

  test('a thread under the question itself is about the customer of the answer', async () => {
    const said = await app.harness.slack.person('anna').say('D0ANNA', 'ACME');
    await answersIn('D0ANNA', 'anna');
    await tell('log visited, all good', { thread: said });
    expect(await loggedWith()).toEqual(['ACME']);
  });

  test('a thread follows a customer that was merged', async () => {
    const card = await tell('ACME');
    const rows = await app.rows('customer');
    const idOf = (name: string) => rows.find((row) => row['name'] === name)?.['id'] as string;
    const { db } = app.context;
    const merge = (into: string | null) =>
      db.updateTable('customer').set({ merged_into: into }).where('id', '=', idOf('ACME')).execute();
    await merge(idOf('Prolog Ltd'));
    try {
      expect(wordsOf(await tell('why', { thread: card }))).toContain('Prolog Ltd');
    } finally {
      await merge(null);
    }
  });

  test('in a channel the answer is for the asker alone, in the thread where it was asked', async () => {
    const { answer, said } = await mention('ACME');
    expect(answer.visibleTo).toBe('U0ANNA');
    expect(answer.threadTs).toBeUndefined();
    const inThread = await mention('log called, no answer', { thread: said });
    expect(inThread.answer.visibleTo).toBe('U0ANNA');
    expect(inThread.answer.threadTs).toBe(said.ts);
    expect(await loggedWith()).toEqual(['ACME']);
    expect(app.harness.seenBy('lei', 'C0SALES').filter(({ userId }) => userId === 'U0TIERBOOK')).toEqual([]);
  });

  test('a card that was shared with a channel keeps its thread to the customer', async () => {
    const { answer } = await mention('ACME');
    await app.press(answer, 'customer_share');
    const [shared] = await answersIn('C0SALES', 'lei');
    expect(shared).toBeDefined();
    if (shared === undefined) return;
    const { answer: logged } = await mention('打了电话，没人接', { name: 'lei', thread: shared });
    expect(logged.threadTs).toBe(shared.ts);
    expect(await loggedWith()).toEqual(['ACME']);
  });

  test('what is not understood gets three examples that work', async () => {
    const said = 'Could <!channel> & everybody tell me which kind of tea is served at the party next summer?';
    const answer = await tell(said);
    const typed = JSON.stringify(answer.blocks).match(/"text":"([^"]*)","style":\{"code":true\}/g) ?? [];
    expect(typed).toHaveLength(3);
    expect(wordsOf(answer)).not.toContain('tea');
    expect(mentions(answer)).toEqual([]);
    for (const example of typed) {
      const text = /"text":"([^"]*)"/.exec(example)?.[1] ?? '';
      expect(wordsOf(await tell(text))).not.toContain('did not understand');
    }
    expect(wordsOf(await tell('谢谢', { name: 'lei' }))).toContain('不客气');
    expect(wordsOf(await tell('hello'))).toContain('Hello!');
    expect(wordsOf(await tell('help'))).toContain('how are we doing');
  });

  test('what is too long is refused with the limit, and what a button cannot carry is said', async () => {
    const words = wordsOf(await tell(`log called ACME, ${'x'.repeat(3500)}`));
    expect(words).toContain('That is too long: 3,517 characters, and I read at most 3,000. Nothing was logged.');
    const answer = await tell(`log ACME: hmm, the usual. ${'They told a long story. '.repeat(100)}`);
    expect(wordsOf(answer)).toContain('only the first 1,963 characters');
    expect(wordsOf(await tell('log ACME: hmm, the usual'))).not.toContain('only the first');
  });

  test('a sentence that is not understood but names a customer shows it, and one about nobody gets examples', async () => {
    const shown = await tell('ACME is angry about the late delivery');
    expect(wordsOf(shown)).toContain('It names this customer');
    expect(JSON.stringify(shown.blocks)).toContain('customer_card_buttons');
    expect(wordsOf(await tell('who owns Prolog Ltd?'))).toContain('Prolog Ltd');
    expect(wordsOf(await tell('the printer on the second floor is out of paper'))).toContain('did not understand');
    expect(wordsOf(await tell('ACME called, wants a quote'))).toContain('Did you mean to log a contact with ACME?');
  });

  test('what-if and adding work as after the command', async () => {
    expect(wordsOf(await tell('ACME what if payment=50%'))).toContain('ACME');
    expect(JSON.stringify((await tell('add Brand New Ltd')).blocks)).toContain('"action_id":"file_add"');
  });

  test('what-if without a name is about the thread’s customer, and elsewhere asks for the name', async () => {
    const card = await tell('ACME');
    const supposed = wordsOf(await tell('what if payment were 50%', { thread: card }));
    expect(supposed).toContain('What if');
    expect(supposed).toContain('Payment collection 90 % → 50 %');
    const asks = wordsOf(await tell('what if sales were 5m'));
    expect(asks).toMatch(/^Which customer do you mean\? Put the name first: “.+ what if sales were 5m”\.$/m);
    const example = /“(.+)”/.exec(asks)?.[1] ?? '';
    expect(wordsOf(await tell(example))).toContain('→ 5,000,000');
    expect(wordsOf(await tell('如果回款率=95%', { name: 'lei' }))).toContain('请把名称写在前面');
    expect(wordsOf(await tell('假設回款率是95%', { name: 'yijun' }))).toContain('請把名稱寫在前面');
  });

  test('a menu’s choice becomes a card whose thread is about it', async () => {
    await importTable(
      app.context,
      tableOf({ key: 'N-1', name: 'Northwind One' }, { key: 'N-2', name: 'Northwind Two' }),
    );
    const answer = await tell('northwind');
    expect(wordsOf(answer)).toContain('Several customers');
    const id = (await app.rows('customer')).find((row) => row['name'] === 'Northwind Two')?.['id'] as string;
    await app.harness.slack.person('anna').selectOption(answer, 'customer_choose', id);
    await app.harness.settled();
    await tell('log called, no answer', { thread: answer });
    expect(await loggedWith()).toEqual(['Northwind Two']);
  });

  test('is answered once, though Slack tells of it twice', async () => {
    await tell('log called ACME, no answer');
    if (mode === 'socket') {
      const { slack } = app.harness;
      await slack.person('anna').say('C0SALES', '@tierbook ACME');
      expect(await slack.socketMode.repeatLast()).toMatchObject({ kind: 'acked' });
      expect(await answersIn('C0SALES', 'anna')).toHaveLength(1);
    }
    expect(await loggedWith()).toEqual(['ACME']);
  });

  test('the bot answers neither itself, nor changed messages, nor files', async () => {
    const { slack } = app.harness;
    const call = (method: string, body: object) =>
      fetch(`${slack.apiUrl}${method}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${slack.botToken}`, 'content-type': 'application/json; charset=utf-8' },
        body: JSON.stringify(body),
      });
    const card = await tell('ACME');
    await call('chat.update', { channel: 'D0ANNA', ts: card.ts, text: 'who should I call today' });
    await call('chat.postMessage', { channel: 'D0ANNA', text: 'who should I call today' });
    await slack.person('anna').shareFile('D0ANNA', { name: 'x.csv', bytes: Buffer.from('a,b\n') });
    await app.harness.settled();
    app.harness.seenBy('anna', 'D0ANNA');
    expect(wordsOf(await tell('thanks'))).toContain('welcome');
    const own = slack
      .person('anna')
      .visibleMessages('D0ANNA')
      .filter(({ text, userId }) => userId === 'U0TIERBOOK' && text === 'who should I call today');
    expect(own).toHaveLength(2);
  });

  test('when Slack is busy the answer comes late and says so', async () => {
    app.harness.slack.failNext('chat.postMessage', { status: 429, retryAfter: 1 });
    const answer = await tell('log called ACME, no answer');
    expect(wordsOf(answer)).toContain('Slack was busy, so this answer is late.');
    expect(wordsOf(answer)).toContain('ACME');
    expect(await loggedWith()).toEqual(['ACME']);
  });

  test('a failure is told where it was asked, under an id that the log has', async () => {
    app.harness.useCases.findCustomers = () => Promise.reject(new Error('boom'));
    const answer = await tell('ACME');
    const id = /: (\w{8})$/.exec(wordsOf(answer).trim())?.[1];
    expect(app.harness.log).toContainEqual(
      expect.objectContaining({ id, err: expect.objectContaining({ message: 'boom' }) }),
    );
    const { answer: alone } = await mention('ACME');
    expect(alone.visibleTo).toBe('U0ANNA');
  });
});
