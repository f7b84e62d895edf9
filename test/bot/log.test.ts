import { expect, test } from 'vitest';
import { createLog, withoutSecrets } from '../../bot/log.ts';

test.each([
  ['token xoxb-1234-5678-abcDEF failed', 'token xoxb-… failed'],
  ['xapp-1-A0-99-abc', 'xapp-…'],
  ['postgres://tierbook:hunter2@db:5432/x', 'postgres://tierbook:…@db:5432/x'],
  ['POST https://hooks.slack.com/commands/T1/2/abc failed', 'POST https://hooks.slack.com/commands/… failed'],
  ['wss://slack.test/link/?ticket=abc-def&app_id=1', 'wss://slack.test/link/?ticket=…&app_id=1'],
  ['nothing to hide', 'nothing to hide'],
])('%j is written as %j', (text, written) => {
  expect(withoutSecrets(text)).toBe(written);
});

test('secrets are blotted out of messages, fields and causes of errors, and the line stays JSON', () => {
  const lines: string[] = [];
  const log = createLog('info', { write: (line) => lines.push(line) });
  const cause = new Error('inner xoxb-2-inner');
  const error = Object.assign(new Error('refused xoxb-1-outer', { cause }), { detail: 'Key (name)=(ACME)' });
  log.error({ err: error, url: 'http://x/?token=abc"' }, 'call with xapp-1-top failed');
  const [line = ''] = lines;
  expect(line).not.toMatch(/outer|inner"|-top|token=abc|ACME/);
  const entry: unknown = JSON.parse(line);
  expect(entry).toMatchObject({
    level: 'error',
    msg: 'call with xapp-… failed',
    err: { message: 'refused xoxb-…', cause: { message: 'inner xoxb-…' } },
  });
});

test('what is below the level is not written', () => {
  const lines: string[] = [];
  const log = createLog('warn', { write: (line) => lines.push(line) });
  log.info('quiet');
  log.warn('loud');
  expect(lines).toHaveLength(1);
});
