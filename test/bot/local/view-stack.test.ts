import type { ViewResponseAction } from '@slack/bolt';
import { describe, expect, test } from 'vitest';
import { NotOffered } from '../../../bot/local/person.ts';
import { TERMINAL_TEXT } from '../../../core/text/terminal-text.ts';
import { manualTime } from '../../support/manual-time.ts';
import { MODES, refusedWith, slackAndBot } from '../../support/slack-and-bot.ts';
import { buttonBlock, inputBlock, modal, plain } from '../../support/small-blocks.ts';

describe.each(MODES)('a modal over %s', (mode) => {
  test('is opened, updated, submitted with a mistake, covered by another and cleared away', async () => {
    const form = { ...modal('Call'), submit: plain('Save'), blocks: [inputBlock('note')] };
    const slack = await slackAndBot(mode, (app) => {
      app.command('/call', async ({ ack, body, client }) => {
        await ack();
        const { view } = await client.views.open({ trigger_id: body.trigger_id, view: modal('Loading') });
        await client.views.update({ view_id: view?.id ?? '', hash: view?.hash ?? '', view: form });
      });
      app.view('m', async ({ ack, view }) => {
        const note = view.state.values['b_note']?.['note']?.value;
        if (note === 'no') await ack({ response_action: 'errors', errors: { b_note: 'Too short.' } });
        else if (note === 'other') await ack({ response_action: 'update', view: { ...form, title: plain('Other') } });
        else if (note === 'more') await ack({ response_action: 'push', view: { ...form, title: plain('More') } });
        else await ack({ response_action: 'clear' });
      });
    });
    const anna = slack.person('anna');
    const title = () => anna.currentView()?.content['title'];
    const updated = slack.workspace.changes.next((change) => change.kind === 'view-updated');
    await anna.command('/call');
    await updated;
    expect(title()).toMatchObject({ text: 'Call' });
    expect(slack.person('lei').currentView()).toBeUndefined();

    expect(await anna.submitView()).toEqual({ kind: 'invalid', errors: { b_note: TERMINAL_TEXT.en.required } });
    expect(await anna.submitView({ note: 'no' })).toEqual({ kind: 'invalid', errors: { b_note: 'Too short.' } });
    const firstId = anna.currentView()?.id;
    expect(await anna.submitView({ note: 'other' })).toEqual({ kind: 'done' });
    expect(anna.currentView()).toMatchObject({ id: firstId, content: { title: { text: 'Other' } } });
    expect(await anna.submitView({ note: 'more' })).toEqual({ kind: 'done' });
    expect(anna.currentView()).toMatchObject({ previousViewId: firstId, content: { title: { text: 'More' } } });
    expect(await anna.submitView({ note: 'fine' })).toEqual({ kind: 'done' });
    expect(anna.currentView()).toBeUndefined();
    await expect(anna.closeView()).rejects.toThrow(NotOffered);
  });

  test('stays as it is when the answer to its submission is one that Slack does not take', async () => {
    const section = { type: 'section' as const, block_id: 'words', text: plain('x') };
    const form = { ...modal('Call'), submit: plain('Save'), blocks: [section, inputBlock('note')] };
    const answers: Record<string, unknown> = {
      'a sentence under what is no input': { response_action: 'errors', errors: { words: 'x' } },
      'a sentence under what is not there': { response_action: 'errors', errors: { b_gone: 'x' } },
      'no sentence at all': { response_action: 'errors', errors: {} },
      'an action of its own': { response_action: 'reopen' },
      'words instead of an action': { ok: true },
      'a view that is too long': { response_action: 'update', view: { ...form, title: plain('x'.repeat(25)) } },
      'a Home view': { response_action: 'push', view: { type: 'home', blocks: [] } },
      'no view': { response_action: 'update' },
    };
    const slack = await slackAndBot(mode, (app) => {
      app.command('/call', async ({ ack, body, client }) => {
        await client.views.open({ trigger_id: body.trigger_id, view: form });
        await ack();
      });
      app.view('m', ({ ack, view }) => {
        const note = view.state.values['b_note']?.['note']?.value ?? '';
        return ack(answers[note] as ViewResponseAction);
      });
    });
    const anna = slack.person('anna');
    await anna.command('/call');
    const { hash } = anna.currentView() ?? {};
    for (const note of Object.keys(answers)) {
      expect([note, await anna.submitView({ note })]).toEqual([note, { kind: 'failed', error: 'dispatch_failed' }]);
    }
    expect(anna.currentView()).toMatchObject({ hash, content: { title: { text: 'Call' } } });
  });

  test('is closed by a plain acknowledgement, and the one below it comes up', async () => {
    const form = (title: string) => ({ ...modal(title), submit: plain('Save'), blocks: [buttonBlock('next')] });
    const slack = await slackAndBot(mode, (app) => {
      app.command('/open', async ({ ack, body, client }) => {
        await client.views.open({ trigger_id: body.trigger_id, view: form('one') });
        await ack();
      });
      app.action('next', async ({ ack, body, client }) => {
        if ('trigger_id' in body) await client.views.push({ trigger_id: body.trigger_id, view: form('two') });
        await ack();
      });
      app.view('m', ({ ack }) => ack());
    });
    const anna = slack.person('anna');
    await anna.command('/open');
    const first = anna.currentView()?.id;
    await anna.clickButton('modal', 'next');
    expect(anna.currentView()?.previousViewId).toBe(first);
    expect(await anna.submitView()).toEqual({ kind: 'done' });
    expect(anna.currentView()?.id).toBe(first);
    expect(await anna.submitView()).toEqual({ kind: 'done' });
    expect(anna.currentView()).toBeUndefined();
  });

  test('tells the bot that it was closed where it asks for that, and whether the whole stack went', async () => {
    const closed: string[] = [];
    const slack = await slackAndBot(mode, (app) => {
      app.command('/open', async ({ ack, body, client, command }) => {
        const view = { ...modal(command.text), blocks: [buttonBlock('next')] };
        const notify_on_close = command.text === 'loud';
        await client.views.open({ trigger_id: body.trigger_id, view: { ...view, notify_on_close } });
        await ack();
      });
      app.action('next', async ({ ack, body, client }) => {
        const view = { ...modal('last'), notify_on_close: true, clear_on_close: true };
        if ('trigger_id' in body) await client.views.push({ trigger_id: body.trigger_id, view });
        await ack();
      });
      app.view({ callback_id: 'm', type: 'view_closed' }, async ({ ack, view, body }) => {
        closed.push(`${view.title.text} ${'is_cleared' in body && body.is_cleared}`);
        await ack();
      });
    });
    const anna = slack.person('anna');
    for (const title of ['quiet', 'loud']) {
      await anna.command('/open', title);
      expect(await anna.closeView()).toEqual({ kind: 'done' });
    }
    expect(closed.splice(0)).toEqual(['loud false']);

    await anna.command('/open', 'loud');
    await anna.clickButton('modal', 'next');
    await anna.closeView();
    expect(closed).toEqual(['last true', 'loud true']);
    expect(anna.currentView()).toBeUndefined();
  });
});

test('modals lie three deep at most, and an external_id is in use once', async () => {
  const errors: unknown[] = [];
  const note = (error: unknown) => void errors.push(refusedWith(error));
  const level = (title: string) => ({ ...modal(title), blocks: [buttonBlock('next')], external_id: title });
  const slack = await slackAndBot('Socket Mode', (app) => {
    app.command('/open', async ({ ack, body, client }) => {
      await client.views.open({ trigger_id: body.trigger_id, view: level('1') }).catch(note);
      await ack();
    });
    app.action('next', async ({ ack, body, client }) => {
      if (!('trigger_id' in body)) return;
      const depth = slack.person('anna').currentView()?.content['external_id'] === '1' ? '2' : '3';
      await client.views.push({ trigger_id: body.trigger_id, view: level(depth) }).catch(note);
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
  expect(errors.splice(0)).toEqual(['push_limit_reached']);
  await anna.closeView();
  expect(anna.currentView()?.id).toBe(second?.id);
  await anna.closeView('all');
  expect(anna.currentView()).toBeUndefined();

  await anna.command('/open');
  await slack.person('lei').command('/open');
  expect(errors).toEqual(['duplicate_external_id']);
  expect(slack.person('lei').currentView()).toBeUndefined();
});

test('a modal that was changed meanwhile, or is closed, takes no update', async () => {
  const time = manualTime();
  const { promise: tried, resolve: end } = Promise.withResolvers<unknown[]>();
  const slack = await slackAndBot(
    'Socket Mode',
    (app) => {
      app.command('/open', async ({ ack, body, client }) => {
        const { view } = await client.views.open({ trigger_id: body.trigger_id, view: modal('first') });
        const id = { view_id: view?.id ?? '', hash: view?.hash ?? '' };
        await ack();
        await client.views.update({ ...id, view: modal('second') });
        const errors = [await client.views.update({ ...id, view: modal('third') }).catch(refusedWith)];
        await slack.person('anna').closeView();
        errors.push(await client.views.update({ view_id: id.view_id, view: modal('fourth') }).catch(refusedWith));
        end(errors);
      });
    },
    { time },
  );
  await slack.person('anna').command('/open');
  expect(await tried).toEqual(['hash_conflict', 'not_found']);
});
