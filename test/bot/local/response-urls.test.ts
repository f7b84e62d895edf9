import type { RespondArguments } from '@slack/bolt';
import { describe, expect, test } from 'vitest';
import { countingIds } from '../../../bot/local/id-source.ts';
import { createResponseUrls } from '../../../bot/local/response-urls.ts';
import { manualTime } from '../../support/manual-time.ts';
import { MODES, nextMessage, slackAndBot, slackServer } from '../../support/slack-and-bot.ts';
import { buttonBlock } from '../../support/small-blocks.ts';

const target = { userId: 'U0ANNA', channel: 'C0SALES', messageTs: undefined, threadTs: undefined };

test('a response_url lives for 30 minutes', () => {
  const time = manualTime();
  const urls = createResponseUrls(time, countingIds());
  const path = urls.issue(target);
  time.advance(30 * 60_000);
  expect(urls.use(path)).toEqual(target);
  time.advance(1);
  expect(urls.use(path)).toBe('expired_url');
});

test('a response_url that was never given out is refused', () => {
  expect(createResponseUrls(manualTime(), countingIds()).use('/commands/T0LOCAL/1/2')).toBe('no_such_url');
});

test('what is posted to a response_url must be a JSON object', async () => {
  const slack = await slackServer();
  for (const body of ['{', '[]', '']) {
    const answer = await fetch(`${slack.url}/commands/T0LOCAL/1/2`, { method: 'POST', body });
    expect([answer.status, await answer.json()]).toEqual([400, { ok: false, error: 'invalid_payload' }]);
  }
});

describe.each(MODES)("Bolt's respond after a request over %s", (mode) => {
  test('works five times; the sixth throws RespondError, and so does content that Slack refuses', async () => {
    const statuses: unknown[] = [];
    const slack = await slackAndBot(mode, (app) => {
      app.command('/six', async ({ ack, respond, client }) => {
        await ack();
        const tooLong = { type: 'header' as const, text: { type: 'plain_text' as const, text: 'x'.repeat(151) } };
        const answers: RespondArguments[] = [{ text: 'x', blocks: [tooLong] }];
        for (const text of ['2', '3', '4', '5', '6']) answers.push({ text });
        for (const answer of answers) {
          const outcome = respond(answer).then(() => 'taken');
          statuses.push(await outcome.catch(({ code, statusCode }) => `${code} ${statusCode}`));
        }
        await client.chat.postMessage({ channel: 'C0GENERAL', text: 'done' });
      });
    });
    const done = slack.workspace.changes.next(
      (change) => 'message' in change && change.message.channel === 'C0GENERAL',
    );
    await slack.person('anna').command('/six');
    await done;
    const refused = 'slack_bolt_respond_error';
    expect(statuses).toEqual([`${refused} 400`, 'taken', 'taken', 'taken', 'taken', `${refused} 404`]);
    expect(slack.person('anna').visibleMessages('D0ANNA')).toHaveLength(4);
  });

  test('adds to, shares and deletes the message whose button was pressed', async () => {
    const slack = await slackAndBot(mode, (app) => {
      app.command('/customer', ({ ack }) =>
        ack({ text: 'card', blocks: ['add', 'share', 'delete'].map((each) => buttonBlock(each)) }),
      );
      app.action('add', async ({ ack, respond }) => {
        await ack();
        await respond({ text: 'added', replace_original: false });
      });
      app.action('share', async ({ ack, respond }) => {
        await ack();
        await respond({ text: 'shared', response_type: 'in_channel', replace_original: false });
      });
      app.action('delete', async ({ ack, respond }) => {
        await ack();
        await respond({ delete_original: true });
      });
    });
    const texts = (name: string) =>
      slack
        .person(name)
        .visibleMessages('C0SALES')
        .map((each) => each.text);
    const anna = slack.person('anna');
    await anna.command('/customer', '', { channel: 'C0SALES' });
    const [card] = anna.visibleMessages('C0SALES');
    for (const [action, change] of [
      ['add', 'message-posted'],
      ['share', 'message-posted'],
      ['delete', 'message-deleted'],
    ] as const) {
      const changed = nextMessage(slack, change);
      await anna.clickButton(card ?? expect.fail(), action);
      await changed;
    }
    expect(texts('anna')).toEqual(['added', 'shared']);
    expect(texts('lei')).toEqual(['shared']);
  });
});
