import type { App } from '@slack/bolt';
import { afterEach, describe, expect, test } from 'vitest';
import { countingIds } from '../../../bot/local/id-source.ts';
import { type SlackServer, startSlackServer } from '../../../bot/local/slack-server.ts';
import { startHttpApp, startSocketApp } from '../../support/bolt-apps.ts';

const open: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const close of open.splice(0).toReversed()) await close();
});

async function slackAndBot(mode: 'Socket Mode' | 'signed HTTP', listen: (app: App) => void): Promise<SlackServer> {
  const slack = await startSlackServer({ ids: countingIds() });
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

describe.each(['Socket Mode', 'signed HTTP'] as const)('the unmodified Bolt app over %s', (mode) => {
  test('answers a command to the asker only, and replaces its answer when a button is pressed', async () => {
    const slack = await slackAndBot(mode, (app) => {
      app.command('/customer', async ({ ack, respond, command }) => {
        await ack();
        const button = {
          type: 'button' as const,
          action_id: 'why',
          value: 'k1',
          text: { type: 'plain_text' as const, text: 'Why?' },
        };
        await respond({ text: `Card of ${command.text}`, blocks: [{ type: 'actions', elements: [button] }] });
      });
      app.action('why', async ({ ack, respond, action }) => {
        await ack();
        await respond({ text: `Because of ${'value' in action ? action.value : '?'}` });
      });
    });
    const anna = slack.person('anna');
    const posted = slack.workspace.changes.next((change) => change.kind === 'message-posted');
    expect(await anna.command('/customer', 'ACME', { channel: 'C0SALES' })).toEqual({ kind: 'done' });
    await posted;
    const [card] = anna.visibleMessages('C0SALES');
    expect(card).toMatchObject({ text: 'Card of ACME', visibleTo: 'U0ANNA' });
    expect(slack.person('lei').visibleMessages('C0SALES')).toEqual([]);

    const updated = slack.workspace.changes.next((change) => change.kind === 'message-updated');
    if (card) await anna.clickButton(card, 'why');
    await updated;
    expect(anna.visibleMessages('C0SALES').map((each) => each.text)).toEqual(['Because of k1']);
  });
});
