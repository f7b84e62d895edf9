import { expect, test } from 'vitest';
import { manualTime } from '../../support/manual-time.ts';
import { MODES, nextMessage, refusedWith, slackAndBot } from '../../support/slack-and-bot.ts';
import { modal } from '../../support/small-blocks.ts';

test.each(MODES)('a trigger that came over %s opens a modal once, within three seconds', async (mode) => {
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
            .catch((error) => errors.push(refusedWith(error)));
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
  const tried = nextMessage(slack, 'message-posted');
  await anna.openHome();
  await tried;
  expect(errors).toEqual(['exchanged_trigger_id', 'expired_trigger_id', 'invalid_arguments']);
});
