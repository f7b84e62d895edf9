import { PassThrough } from 'node:stream';
import { afterEach, expect, test } from 'vitest';
import { countingIds } from '../../../bot/local/id-source.ts';
import { type SlackServer, startSlackServer } from '../../../bot/local/slack-server.ts';
import { startTerminal } from '../../../bot/local/terminal.ts';
import { TERMINAL_TEXT } from '../../../core/text/terminal-text.ts';
import { startSocketApp } from '../../support/bolt-apps.ts';

const open: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const close of open.splice(0).toReversed()) await close();
});

const plain = (text: string) => ({ type: 'plain_text' as const, text });

async function slackAndBot(): Promise<SlackServer> {
  const slack = await startSlackServer({ ids: countingIds(), commands: [{ command: '/customer' }] });
  open.push(() => slack.stop());
  const app = await startSocketApp(slack, (each) => {
    each.command('/customer', async ({ ack, respond, command }) => {
      await ack();
      const why = { type: 'button' as const, action_id: 'why', text: plain('Why?') };
      const share = { type: 'button' as const, action_id: 'share', text: plain('Share') };
      const name = { type: 'section' as const, text: { type: 'mrkdwn' as const, text: `*${command.text}* is Tier A` } };
      await respond({ text: 'card', blocks: [name, { type: 'actions', elements: [why, share] }] });
    });
    each.action('why', async ({ ack, body, client }) => {
      await ack();
      const blocks = [{ type: 'section' as const, text: plain('Sales are large.') }];
      if ('trigger_id' in body)
        await client.views.open({
          trigger_id: body.trigger_id,
          view: { type: 'modal', title: plain('Reasons'), blocks },
        });
    });
    each.action('share', async ({ ack, client }) => {
      await ack();
      await client.chat.postMessage({ channel: 'C0SALES', text: 'ACME is Tier A' });
    });
  });
  open.push(() => app.stop());
  return slack;
}

/** What the terminal prints for these lines from a pipe. */
async function printed(slack: SlackServer, ...lines: readonly string[]): Promise<{ output: string; ended: string }> {
  const input = new PassThrough();
  const output = new PassThrough();
  const terminal = startTerminal({ slack, input, output, quietMs: 20 });
  input.end(lines.map((line) => `${line}\n`).join(''));
  const ended = await terminal.ended;
  output.end();
  return { output: (await output.toArray()).map(String).join(''), ended };
}

test('a command from a pipe is answered before the terminal ends', async () => {
  const { output, ended } = await printed(await slackAndBot(), '/customer R&D <ACME>');
  expect(output).toBe('\n── Only visible to you ──\nR&D <ACME> is Tier A\n[1] Why?  [2] Share\n\n');
  expect(ended).toBe('left');
});

test('numbers press buttons, a modal is shown and closed, what is shared appears in the channel', async () => {
  const { output } = await printed(await slackAndBot(), '/customer ACME', '1', '1', 'close', 'close', '2', '3');
  const text = TERMINAL_TEXT.en;
  const [, reasons = ''] = output.split('── Window ──\n');
  expect(reasons.split('\n').filter((line) => line !== '')).toEqual([
    'Reasons',
    '═══════',
    'Sales are large.',
    text.closeHint,
    text.noSuchNumber('1'),
    text.closed,
    text.nothingOpen,
    '── #sales ──',
    'ACME is Tier A',
    text.noSuchNumber('3'),
  ]);
});

test('what cannot be done is answered with what can, in the language of the person', async () => {
  const slack = await slackAndBot();
  const { output } = await printed(
    slack,
    'hello',
    '/custmer ACME',
    'as nobody',
    'as yijun',
    '???',
    'as 陈磊',
    '7',
    'exit',
    'hello',
  );
  const people = ['anna', 'lei', 'yijun', 'sam'];
  expect(output.split('\n').filter((line) => line !== '')).toEqual([
    TERMINAL_TEXT.en.hint(people),
    TERMINAL_TEXT.en.noSuchCommand('/custmer'),
    TERMINAL_TEXT.en.noSuchPerson('nobody', people),
    TERMINAL_TEXT['zh-TW'].nowActing('林怡君'),
    TERMINAL_TEXT['zh-TW'].hint(people),
    TERMINAL_TEXT['zh-CN'].nowActing('陈磊'),
    TERMINAL_TEXT['zh-CN'].noSuchNumber('7'),
  ]);
});

test('a bot that is not connected is said to be so', async () => {
  const slack = await startSlackServer();
  open.push(() => slack.stop());
  const { output } = await printed(slack, '/customer ACME');
  expect(output).toContain('/customer failed with the error "dispatch_failed"');
  expect(output).toContain(TERMINAL_TEXT.en.unreachable);
});

test('a button whose bot is gone is not waited for', async () => {
  const slack = await slackAndBot();
  const input = new PassThrough();
  const output = new PassThrough();
  const terminal = startTerminal({ slack, input, output, quietMs: 20 });
  const posted = slack.workspace.changes.next((change) => change.kind === 'message-posted');
  input.write('/customer ACME\n');
  await posted;
  slack.socketMode.cut();
  input.end('1\n');
  await terminal.ended;
  output.end();
  expect((await output.toArray()).map(String).join('')).toContain(TERMINAL_TEXT.en.unreachable);
});

test('an input that is closed from the start ends nothing', async () => {
  const { output, ended } = await printed(await slackAndBot());
  expect({ output, ended }).toEqual({ output: '', ended: 'no-input' });
});

test('a person at a terminal is welcomed, and leaves with exit, Ctrl-C or Ctrl-D', async () => {
  const slack = await slackAndBot();
  for (const key of ['\u0003', '\u0004', 'exit\r']) {
    const input = Object.assign(new PassThrough(), { isTTY: true });
    const output = new PassThrough();
    const terminal = startTerminal({ slack, input, output, as: 'lei' });
    input.write(key);
    expect(await terminal.ended).toBe('left');
    output.end();
    const shown = (await output.toArray()).map(String).join('');
    expect(shown).toContain(TERMINAL_TEXT['zh-CN'].welcome('陈磊', 'sales'));
    expect(shown).toContain('lei> ');
  }
});
