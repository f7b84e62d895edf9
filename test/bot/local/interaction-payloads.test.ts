import { describe, expect, test } from 'vitest';
import { jsonObjects } from '../../../bot/local/json-object.ts';
import { NotOffered } from '../../../bot/local/person.ts';
import { MODES, nextMessage, slackAndBot } from '../../support/slack-and-bot.ts';
import { buttonBlock, inputBlock, modal, plain } from '../../support/small-blocks.ts';

const option = (text: string, value = text) => ({ text: plain(text), value });

describe.each(MODES)('over %s', (mode) => {
  test('an external menu shows what the bot suggests, of which only that can be chosen', async () => {
    const menu = { type: 'external_select' as const, action_id: 'pick', min_query_length: 1 };
    const chosen: unknown[] = [];
    const slack = await slackAndBot(mode, (app) => {
      app.options('pick', ({ ack, options }) => ack({ options: [option(`${options.value} GmbH`, 'c1')] }));
      app.action('pick', async ({ ack, action }) => {
        chosen.push('selected_option' in action ? action.selected_option : undefined);
        await ack();
      });
      app.command('/pick', ({ ack }) => ack({ text: 'Which?', blocks: [{ type: 'actions', elements: [menu] }] }));
    });
    const lei = slack.person('lei');
    await lei.command('/pick');
    const [card = expect.fail()] = lei.visibleMessages('D0LEI');
    expect(() => lei.selectOption(card, 'pick', 'c1')).toThrow(NotOffered);
    expect(await lei.suggestions(card, 'pick', 'ACME')).toEqual([option('ACME GmbH', 'c1')]);
    await lei.selectOption(card, 'pick', 'c1');
    expect(chosen).toEqual([option('ACME GmbH', 'c1')]);
  });

  test('an external menu in a modal takes groups, and shows nothing where one option is not as Slack wants it', async () => {
    const menu = { type: 'external_select' as const, action_id: 'pick' };
    const input = { ...inputBlock('pick'), element: menu };
    const many = Array.from({ length: 101 }, (_, number) => option(`Customer ${number}`));
    const slack = await slackAndBot(mode, (app) => {
      app.command('/pick', async ({ ack, body, client }) => {
        const view = { ...modal('Which?'), submit: plain('OK'), blocks: [input] };
        await client.views.open({ trigger_id: body.trigger_id, view });
        await ack();
      });
      app.options('pick', async ({ ack, options: { value } }) => {
        if (value === 'groups') await ack({ option_groups: [{ label: plain('Mine'), options: [option('a')] }] });
        else if (value === 'hundred') await ack({ options: many.slice(1) });
        else if (value === 'more') await ack({ options: many });
        else await ack({ options: [option('fine'), option('x'.repeat(76), 'too long')] });
      });
    });
    const anna = slack.person('anna');
    await anna.command('/pick');
    const shown = async (query: string) => (await anna.suggestions('modal', 'pick', query)).length;
    expect(await anna.suggestions('modal', 'pick', 'groups')).toEqual([option('a')]);
    expect(await shown('hundred')).toBe(100);
    expect(await shown('more')).toBe(0);
    expect(await shown('too long')).toBe(0);
    expect(await shown('ab')).toBe(0);
  });

  test('Home tells the bot of its buttons, and which version of it the person saw', async () => {
    const home = (id: string) => ({ type: 'home' as const, blocks: [buttonBlock(id)] });
    const seen: unknown[] = [];
    const slack = await slackAndBot(mode, (app) => {
      app.event('app_home_opened', async ({ event, client }) => {
        const hash = event.view && 'hash' in event.view ? String(event.view.hash) : undefined;
        seen.push(hash);
        const { view } = await client.views.publish({
          user_id: event.user,
          view: home('next'),
          ...(hash ? { hash } : {}),
        });
        seen.push(view?.hash);
      });
      app.action('next', async ({ ack, body, client }) => {
        if (!('view' in body)) return;
        await client.views.publish({ user_id: body.user.id, view: home('done'), hash: body.view?.hash ?? '' });
        await ack();
      });
    });
    const anna = slack.person('anna');
    for (const _visit of ['first', 'second']) {
      const published = slack.workspace.changes.next((change) => change.kind === 'home-published');
      await anna.openHome();
      await published;
    }
    expect(await anna.clickButton('home', 'next')).toEqual({ kind: 'done' });
    expect(anna.home()?.content['blocks']).toMatchObject([buttonBlock('done')]);
    expect(seen.slice(0, 3)).toEqual([undefined, seen[1], seen[1]]);
    expect(seen[1]).toEqual(expect.any(String));
  });

  test('a button of Home is the same though Home was drawn anew while one pressed it, unless another took its place', async () => {
    const pressed: unknown[] = [];
    const slack = await slackAndBot(mode, (app) => {
      app.event('app_home_opened', async ({ event, client }) => {
        const blocks = [buttonBlock('open', 'k1'), buttonBlock('open', 'k2')];
        await client.views.publish({ user_id: event.user, view: { type: 'home', blocks } });
      });
      app.action('open', async ({ ack, action }) => {
        pressed.push('value' in action ? action.value : undefined);
        await ack();
      });
    });
    const anna = slack.person('anna');
    const blockIds: string[] = [];
    for (const _visit of ['first', 'second']) {
      const published = slack.workspace.changes.next((change) => change.kind === 'home-published');
      await anna.openHome();
      await published;
      blockIds.push(String(jsonObjects(anna.home()?.content['blocks'])[1]?.['block_id']));
    }
    const [blockId = expect.fail(), now] = blockIds;
    expect(now).not.toBe(blockId);
    expect(await anna.clickButton('home', 'open', { blockId, value: 'k2' })).toEqual({ kind: 'done' });
    expect(pressed).toEqual(['k2']);
    expect(() => anna.clickButton('home', 'open', { blockId, value: 'k3' })).toThrow(NotOffered);
    expect(() => anna.clickButton('home', 'open', { blockId })).toThrow(NotOffered);
  });

  test('a shortcut opens a modal; one on a message brings the message and an address for the answer', async () => {
    const slack = await slackAndBot(mode, (app) => {
      app.shortcut('new_call', async ({ ack, shortcut, client }) => {
        await client.views.open({ trigger_id: shortcut.trigger_id, view: modal('New call') });
        await ack();
      });
      app.shortcut({ callback_id: 'about', type: 'message_action' }, async ({ ack, shortcut, respond }) => {
        await ack();
        await respond({ text: `About: ${shortcut.message.text}`, replace_original: false });
      });
    });
    const anna = slack.person('anna');
    expect(await anna.shortcut('new_call')).toEqual({ kind: 'done' });
    expect(anna.currentView()?.content['title']).toMatchObject({ text: 'New call' });

    const said = await anna.say('C0SALES', 'ACME called');
    const answered = nextMessage(slack, 'message-posted');
    expect(await anna.shortcut('about', said)).toEqual({ kind: 'done' });
    expect(await answered).toMatchObject({ channel: 'C0SALES', text: 'About: ACME called', visibleTo: 'U0ANNA' });
  });

  test('a message’s shortcut brings what Slack’s documentation says, in a channel as in the direct message', async () => {
    const payloads: unknown[] = [];
    const slack = await slackAndBot(mode, (app) => {
      app.shortcut('log', async ({ ack, payload }) => {
        payloads.push(payload);
        await ack();
      });
    });
    const anna = slack.person('anna');
    const said = await anna.say('C0SALES', 'ACME called');
    const reply = await anna.say('C0SALES', 'and called again', said.ts);
    const direct = await anna.say('D0ANNA', 'A note');
    for (const message of [said, reply, direct]) await anna.shortcut('log', message);
    const common = {
      type: 'message_action',
      token: expect.any(String),
      callback_id: 'log',
      trigger_id: expect.any(String),
      response_url: expect.stringContaining('/actions/'),
      action_ts: expect.stringMatching(/^\d+\.\d+$/),
      team: { id: expect.any(String), domain: expect.any(String) },
      user: expect.objectContaining({ id: 'U0ANNA', name: 'anna' }),
    };
    expect(payloads).toMatchObject([
      { ...common, message_ts: said.ts, channel: { id: 'C0SALES', name: 'sales' }, message: { text: 'ACME called' } },
      {
        ...common,
        channel: { id: 'C0SALES', name: 'sales' },
        message: { type: 'message', user: 'U0ANNA', ts: reply.ts, text: 'and called again', thread_ts: said.ts },
      },
      { ...common, channel: { id: 'D0ANNA', name: 'directmessage' }, message: { text: 'A note' } },
    ]);
  });

  test('only declared shortcuts are offered, each in its place, and none on what one person alone sees', async () => {
    const taken: string[] = [];
    const slack = await slackAndBot(
      mode,
      (app) => {
        app.command('/card', async ({ ack }) => ack('For you alone'));
        app.shortcut(/^/, async ({ ack, shortcut }) => {
          taken.push(shortcut.callback_id);
          await ack();
        });
      },
      {
        shortcuts: [
          { callbackId: 'log', type: 'message', name: 'Log to customer' },
          { callbackId: 'new', type: 'global', name: 'New customer' },
        ],
      },
    );
    const anna = slack.person('anna');
    const said = await anna.say('C0SALES', 'ACME called');
    await anna.command('/card', '', { channel: 'C0SALES' });
    const [, alone = expect.fail()] = anna.visibleMessages('C0SALES');
    for (const [callbackId, on] of [['log'], ['new', said], ['other', said], ['log', alone]] as const) {
      await expect(anna.shortcut(callbackId, on)).rejects.toThrow(NotOffered);
    }
    await expect(slack.person('lei').shortcut('log', { ...said, ts: '1.000000' })).rejects.toThrow(NotOffered);
    await anna.shortcut('log', said);
    await anna.shortcut('new');
    expect(taken).toEqual(['log', 'new']);
  });

  test('what the acknowledgement of a button or shortcut carries is ignored', async () => {
    const ackWithAnswer = (ack: unknown) =>
      (ack as (answer: object) => Promise<void>)({ text: 'answer', response_action: 'clear' });
    const slack = await slackAndBot(mode, (app) => {
      app.command('/open', async ({ ack, body, client }) => {
        const view = { ...modal('Press'), blocks: [buttonBlock('press')] };
        await client.views.open({ trigger_id: body.trigger_id, view });
        await ack();
      });
      app.action('press', ({ ack }) => ackWithAnswer(ack));
      app.shortcut('any', ({ ack }) => ackWithAnswer(ack));
    });
    const anna = slack.person('anna');
    await anna.command('/open');
    expect(await anna.clickButton('modal', 'press')).toEqual({ kind: 'done' });
    expect(await anna.shortcut('any')).toEqual({ kind: 'done' });
    expect(slack.workspace.messages).toEqual([]);
    expect(anna.currentView()).toBeDefined();
  });
});
