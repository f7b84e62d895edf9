import { request } from 'node:http';
import type { App } from '@slack/bolt';
import { afterEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { countingIds } from '../../../bot/local/id-source.ts';
import { NotOffered } from '../../../bot/local/person.ts';
import { type SlackServer, type SlackServerOptions, startSlackServer } from '../../../bot/local/slack-server.ts';
import type { StoredMessage } from '../../../bot/local/workspace-state.ts';
import { TERMINAL_TEXT } from '../../../core/text/terminal-text.ts';
import { startHttpApp, startSocketApp } from '../../support/bolt-apps.ts';
import { manualTime } from '../../support/manual-time.ts';

const open: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const close of open.splice(0).toReversed()) await close();
});

type Mode = 'Socket Mode' | 'signed HTTP';

async function slackAndBot(
  mode: Mode,
  listen: (app: App) => void,
  options: SlackServerOptions = {},
): Promise<SlackServer> {
  const slack = await startSlackServer({ ids: countingIds(), ...options });
  open.push(() => slack.stop());
  if (mode === 'Socket Mode') {
    const app = await startSocketApp(slack, listen);
    open.push(() => app.stop());
  } else {
    const { app, requestUrl } = await startHttpApp(slack, listen);
    open.push(() => app.stop());
    expect(await slack.useRequestUrl(requestUrl)).toBe(true);
  }
  return slack;
}

/** Resolves with the message once `kind` of change has happened. */
async function message(slack: SlackServer, kind: 'message-posted' | 'message-updated'): Promise<StoredMessage> {
  const change = await slack.workspace.changes.next((each) => each.kind === kind);
  if (!('message' in change)) throw new Error('no message');
  return change.message;
}

const plain = (text: string) => ({ type: 'plain_text' as const, text });
const why = { type: 'button' as const, action_id: 'why', value: 'k1', text: plain('Why?') };
const modal = (title: string, blocks: never[] = []) => ({
  type: 'modal' as const,
  callback_id: 'm',
  title: plain(title),
  blocks,
});

describe.each(['Socket Mode', 'signed HTTP'] as const)('the unmodified Bolt app over %s', (mode) => {
  test('answers a command to the asker only, and replaces its answer when a button is pressed', async () => {
    const slack = await slackAndBot(mode, (app) => {
      app.command('/customer', async ({ ack, respond, command }) => {
        await ack();
        await respond({ text: `Card of ${command.text}`, blocks: [{ type: 'actions', elements: [why] }] });
      });
      app.action('why', async ({ ack, respond, action }) => {
        await ack();
        await respond({ text: `Because of ${'value' in action ? action.value : '?'}` });
      });
    });
    const anna = slack.person('anna');
    const posted = message(slack, 'message-posted');
    expect(await anna.command('/customer', 'ACME', { channel: 'C0SALES' })).toEqual({ kind: 'done' });
    const card = await posted;
    expect(card).toMatchObject({ text: 'Card of ACME', visibleTo: 'U0ANNA', channel: 'C0SALES' });
    expect(slack.person('lei').visibleMessages('C0SALES')).toEqual([]);
    expect(() => slack.person('lei').clickButton(card, 'why')).toThrow(NotOffered);
    expect(() => anna.clickButton(card, 'share')).toThrow(NotOffered);

    const updated = message(slack, 'message-updated');
    await anna.clickButton(card, 'why');
    await updated;
    expect(anna.visibleMessages('C0SALES').map((each) => each.text)).toEqual(['Because of k1']);
  });

  test('receives the text of a command as Slack escapes it, and 4,000 characters of it whole', async () => {
    const texts: string[] = [];
    const slack = await slackAndBot(mode, (app) => {
      app.command('/customer', async ({ ack, command }) => {
        texts.push(command.text);
        await ack();
      });
    });
    const long = '客'.repeat(4000);
    for (const text of ['R&D <b> "x" @anna #sales a@anna', long, '  ', 'NUL \0 🎉 ‮RTL']) {
      await slack.person('anna').command('/customer', text);
    }
    expect(texts).toEqual(['R&amp;D &lt;b&gt; "x" <@U0ANNA|anna> <#C0SALES|sales> a@anna', long, '', 'NUL \0 🎉 ‮RTL']);
  });

  test('puts the message of an acknowledgement into the channel', async () => {
    const slack = await slackAndBot(mode, (app) => {
      app.command('/customer', ({ ack, command }) =>
        command.text === 'all' ? ack({ response_type: 'in_channel', text: 'for all' }) : ack('for one'),
      );
    });
    const anna = slack.person('anna');
    await anna.command('/customer', '', { channel: 'C0SALES' });
    await anna.command('/customer', 'all', { channel: 'C0SALES' });
    expect(anna.visibleMessages('C0SALES').map((each) => each.text)).toEqual(['for one', 'for all']);
    expect(
      slack
        .person('lei')
        .visibleMessages('C0SALES')
        .map((each) => each.text),
    ).toEqual(['for all']);
  });

  test('opens a modal, updates it, refuses a field, pushes another and clears the stack', async () => {
    const input = (id: string) => ({
      type: 'input' as const,
      block_id: `b_${id}`,
      label: plain(id),
      element: { type: 'plain_text_input' as const, action_id: id },
    });
    const form = { ...modal('Call'), submit: plain('Save'), blocks: [input('note')] };
    const slack = await slackAndBot(mode, (app) => {
      app.command('/call', async ({ ack, body, client }) => {
        await ack();
        const { view } = await client.views.open({ trigger_id: body.trigger_id, view: modal('Loading') });
        await client.views.update({ view_id: view?.id ?? '', hash: view?.hash ?? '', view: form });
      });
      app.view('m', async ({ ack, view }) => {
        const note = view.state.values['b_note']?.['note']?.value;
        if (note === 'no') await ack({ response_action: 'errors', errors: { b_note: 'Too short.' } });
        else if (note === 'more') await ack({ response_action: 'push', view: { ...form, title: plain('More') } });
        else await ack({ response_action: 'clear' });
      });
    });
    const anna = slack.person('anna');
    const updated = slack.workspace.changes.next((change) => change.kind === 'view-updated');
    await anna.command('/call');
    await updated;
    expect(anna.currentView()?.content['title']).toMatchObject({ text: 'Call' });
    expect(slack.person('lei').currentView()).toBeUndefined();

    expect(await anna.submitView()).toEqual({
      kind: 'invalid',
      errors: { b_note: TERMINAL_TEXT.en.required },
    });
    expect(await anna.submitView({ note: 'no' })).toEqual({ kind: 'invalid', errors: { b_note: 'Too short.' } });
    expect(await anna.submitView({ note: 'more' })).toEqual({ kind: 'done' });
    expect(anna.currentView()?.content['title']).toMatchObject({ text: 'More' });
    expect(await anna.submitView({ note: 'fine' })).toEqual({ kind: 'done' });
    expect(anna.currentView()).toBeUndefined();
    await expect(anna.closeView()).rejects.toThrow(NotOffered);
  });

  test('suggests options in an external menu, of which only those can be chosen', async () => {
    const menu = { type: 'external_select' as const, action_id: 'pick', min_query_length: 1 };
    const chosen: unknown[] = [];
    const slack = await slackAndBot(mode, (app) => {
      app.options('pick', ({ ack, options }) =>
        ack({ options: [{ text: plain(`${options.value} GmbH`), value: 'c1' }] }),
      );
      app.action('pick', async ({ ack, action }) => {
        chosen.push('selected_option' in action ? action.selected_option : undefined);
        await ack();
      });
      app.command('/pick', ({ ack }) => ack({ text: 'Which?', blocks: [{ type: 'actions', elements: [menu] }] }));
    });
    const lei = slack.person('lei');
    const posted = message(slack, 'message-posted');
    await lei.command('/pick');
    const card = await posted;
    expect(() => lei.selectOption(card, 'pick', 'c1')).toThrow(NotOffered);
    expect(await lei.suggestions(card, 'pick', 'ACME')).toEqual([{ text: plain('ACME GmbH'), value: 'c1' }]);
    await lei.selectOption(card, 'pick', 'c1');
    expect(chosen).toEqual([{ text: plain('ACME GmbH'), value: 'c1' }]);
  });

  test('hears of a Home that is opened, of direct messages, mentions and changed people', async () => {
    const heard: string[] = [];
    const slack = await slackAndBot(mode, (app) => {
      app.event('app_home_opened', async ({ event, client }) => {
        heard.push('home');
        await client.views.publish({ user_id: event.user, view: { type: 'home', blocks: [{ type: 'divider' }] } });
      });
      app.message(async ({ message: said }) => void heard.push('text' in said ? (said.text ?? '') : ''));
      app.event('app_mention', async ({ event }) => void heard.push(event.text));
      app.event('user_change', async ({ event }) => void heard.push(event.user.locale ?? ''));
    });
    const anna = slack.person('anna');
    const published = slack.workspace.changes.next((change) => change.kind === 'home-published');
    await anna.openHome();
    await published;
    await anna.say('D0ANNA', 'ACME & Co');
    await anna.say('C0SALES', '@tierbook ACME');
    await anna.say('C0SALES', 'nothing for the bot');
    await slack.changeUser('U0ANNA', { locale: 'zh-TW' });
    expect(heard).toEqual(['home', 'ACME &amp; Co', '<@U0TIERBOOK> ACME', 'zh-TW']);
    expect(anna.home()?.content['type']).toBe('home');
  });

  test('that never acknowledges shows the person operation_timeout', async () => {
    const time = manualTime(Date.now());
    const slack = await slackAndBot(mode, () => {}, { time });
    const anna = slack.person('anna');
    const sent = slack.traffic.feed.next((entry) => entry.kind === 'envelope');
    const outcome = anna.command('/unknown');
    await sent;
    time.advance(3000);
    expect(await outcome).toEqual({ kind: 'failed', error: 'operation_timeout' });
    expect(anna.visibleMessages('D0ANNA').map((each) => each.text)).toEqual([
      '/unknown failed with the error "operation_timeout"',
    ]);
    expect(slack.traffic.entries.at(-1)).toMatchObject({ kind: 'no-ack', reason: 'operation_timeout' });
  });

  test('may open a modal with a trigger once, within three seconds', async () => {
    const time = manualTime(Date.now());
    const triggers: string[] = [];
    const errors: unknown[] = [];
    const slack = await slackAndBot(
      mode,
      (app) => {
        app.command('/open', async ({ ack, body, client }) => {
          triggers.push(body.trigger_id);
          await ack();
          if (triggers.length === 1) await client.views.open({ trigger_id: body.trigger_id, view: modal('One') });
        });
        app.event('app_home_opened', async ({ client }) => {
          for (const trigger_id of [...triggers, 'made-up']) {
            await client.views
              .open({ trigger_id, view: modal('Late') })
              .catch((error) => errors.push(error.data.error));
          }
          await client.chat.postMessage({ channel: 'U0ANNA', text: 'tried' });
        });
      },
      { time },
    );
    const anna = slack.person('anna');
    const opened = slack.workspace.changes.next((change) => change.kind === 'view-opened');
    await anna.command('/open');
    await opened;
    await anna.command('/open');
    time.advance(3001);
    const tried = message(slack, 'message-posted');
    await anna.openHome();
    await tried;
    expect(errors).toEqual(['exchanged_trigger_id', 'expired_trigger_id', 'invalid_arguments']);
  });

  test('may use a response_url five times', async () => {
    const statuses: number[] = [];
    const slack = await slackAndBot(mode, (app) => {
      app.command('/five', async ({ ack, command, client }) => {
        await ack();
        for (const text of ['1', '2', '3', '4', '5', '6']) {
          const body = JSON.stringify({ text });
          statuses.push((await fetch(command.response_url, { method: 'POST', body })).status);
        }
        await client.chat.postMessage({ channel: 'C0GENERAL', text: 'done' });
      });
    });
    const done = slack.workspace.changes.next(
      (change) => 'message' in change && change.message.channel === 'C0GENERAL',
    );
    await slack.person('anna').command('/five');
    await done;
    expect(statuses).toEqual([200, 200, 200, 200, 200, 404]);
  });
});

test('modals lie three deep at most, and an external_id is in use once', async () => {
  const errors: unknown[] = [];
  const next = { type: 'actions' as const, elements: [{ ...why, action_id: 'next' }] };
  const level = (title: string) => ({ ...modal(title), blocks: [next], external_id: title });
  const slack = await slackAndBot('Socket Mode', (app) => {
    app.command('/open', async ({ ack, body, client }) => {
      await client.views.open({ trigger_id: body.trigger_id, view: level('1') });
      await ack();
    });
    app.action('next', async ({ ack, body, client }) => {
      if (!('trigger_id' in body)) return;
      const depth = slack.person('anna').currentView()?.content['external_id'] === '1' ? '2' : '3';
      const again = client.views.push({ trigger_id: body.trigger_id, view: level(depth) });
      await again.catch((error) => errors.push(error.data.error));
      await ack();
    });
  });
  const anna = slack.person('anna');
  await anna.command('/open');
  const root = anna.currentView();
  await anna.clickButton('modal', 'next');
  const second = anna.currentView();
  expect(second).toMatchObject({ rootViewId: root?.id, previousViewId: root?.id, content: { external_id: '2' } });
  await anna.clickButton('modal', 'next');
  await anna.clickButton('modal', 'next');
  expect(errors).toEqual(['push_limit_reached']);
  await anna.closeView();
  expect(anna.currentView()?.id).toBe(second?.id);
  await anna.closeView('all');
  expect(anna.currentView()).toBeUndefined();

  await anna.command('/open');
  const lei = slack.person('lei');
  expect(await lei.command('/open')).toMatchObject({ kind: 'failed' });
  expect(lei.currentView()).toBeUndefined();
});

test('a view that is closed is told of where it asked to be', async () => {
  const closed: string[] = [];
  const slack = await slackAndBot('Socket Mode', (app) => {
    app.command('/open', async ({ ack, body, client, command }) => {
      const view = { ...modal(command.text), notify_on_close: command.text === 'loud' };
      await client.views.open({ trigger_id: body.trigger_id, view });
      await ack();
    });
    app.view({ callback_id: 'm', type: 'view_closed' }, async ({ ack, view }) => {
      closed.push(view.title.text);
      await ack();
    });
  });
  const anna = slack.person('anna');
  for (const title of ['quiet', 'loud']) {
    await anna.command('/open', title);
    expect(await anna.closeView()).toEqual({ kind: 'done' });
  }
  expect(closed).toEqual(['loud']);
});

test('a workspace that knows its commands offers no other', async () => {
  const slack = await startSlackServer({ commands: [{ command: '/customer', shouldEscape: false }] });
  open.push(() => slack.stop());
  await expect(slack.person('anna').command('/custmer')).rejects.toThrow(NotOffered);
  await expect(slack.person('anna').command('/customer', '', { channel: 'C0OLD' })).rejects.toThrow(NotOffered);
  expect(() => slack.person('nobody')).toThrow(NotOffered);
  expect(() => slack.person('tierbook')).toThrow(NotOffered);
});

test('a command finds no bot that is not connected', async () => {
  const slack = await startSlackServer();
  open.push(() => slack.stop());
  expect(await slack.person('anna').command('/customer', 'ACME')).toEqual({ kind: 'failed', error: 'dispatch_failed' });
});

test('only requests meant for this address are answered', async () => {
  const slack = await startSlackServer({ otherRequests: (_request, response) => response.end('page') });
  open.push(() => slack.stop());
  const port = new URL(slack.url).port;
  const status = (headers: Record<string, string>, path = '/') =>
    new Promise((resolve, reject) => {
      request({ port, host: '127.0.0.1', path, headers }, (response) => resolve(response.resume().statusCode))
        .on('error', reject)
        .end();
    });
  expect(await status({ host: `127.0.0.1:${port}` })).toBe(200);
  expect(await status({ host: `localhost:${port}`, origin: `http://localhost:${port}` })).toBe(200);
  expect(await status({ host: 'evil.example' })).toBe(403);
  expect(await status({ host: `evil.example:${port}` })).toBe(403);
  expect(await status({ host: `127.0.0.1:${port}`, origin: 'https://evil.example' })).toBe(403);
  expect(await status({ host: `127.0.0.1:${port}` }, '//')).toBe(200);

  const opens = (headers: Record<string, string>) =>
    new Promise((resolve) => {
      const socket = new WebSocket(slack.url.replace('http', 'ws') + slack.socketMode.issueTicket(), { headers });
      socket.once('open', () => resolve(true));
      socket.once('error', () => resolve(false));
    });
  expect(await opens({})).toBe(true);
  expect(await opens({ host: 'evil.example' })).toBe(false);
  expect(await opens({ origin: 'https://evil.example' })).toBe(false);
});

test('a port that is taken is refused', async () => {
  const slack = await startSlackServer();
  open.push(() => slack.stop());
  await expect(startSlackServer({ port: Number(new URL(slack.url).port) })).rejects.toMatchObject({
    code: 'EADDRINUSE',
  });
});
