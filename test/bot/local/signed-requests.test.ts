import { afterEach, expect, test } from 'vitest';
import { countingIds } from '../../../bot/local/id-source.ts';
import { createSignedRequests, slackSignature } from '../../../bot/local/signed-requests.ts';
import { startSlackServer } from '../../../bot/local/slack-server.ts';
import { createTrafficLog } from '../../../bot/local/traffic-log.ts';
import { startHttpApp } from '../../support/bolt-apps.ts';
import { manualTime } from '../../support/manual-time.ts';

const open: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const close of open.splice(0).toReversed()) await close();
});

test("signs as Slack's documentation does", () => {
  const body =
    'token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c';
  expect(slackSignature('8f742231b10e8888abcd99yyyzzz85a5', 1531420618, body)).toBe(
    'v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503',
  );
});

test.each([
  ['another secret', 'wrong', 0],
  ['a timestamp of six minutes ago', undefined, -6 * 60_000],
])('the Bolt app refuses a request signed with %s', async (_what, secret, shiftMs) => {
  const slack = await startSlackServer();
  open.push(() => slack.stop());
  const { app, requestUrl } = await startHttpApp(slack, (each) => each.command('/customer', ({ ack }) => ack()));
  open.push(() => app.stop());
  const time = manualTime(Date.now() + shiftMs);
  const requests = createSignedRequests(
    requestUrl,
    secret ?? slack.signingSecret,
    time,
    countingIds(),
    createTrafficLog(),
  );
  const envelope = {
    id: 'e',
    type: 'slash_commands',
    payload: { command: '/customer' },
    acceptsResponsePayload: true,
  } as const;
  expect(await requests.verify()).toBe(false);
  expect(await requests.send(envelope, { number: 0, reason: '' })).toEqual({
    kind: 'failed',
    error: 'dispatch_failed',
    detail: 'the request URL answered HTTP 401',
  });
});

test('a request URL that nobody answers is not taken', async () => {
  const slack = await startSlackServer();
  open.push(() => slack.stop());
  expect(await slack.useRequestUrl(`${slack.url}/nothing-here`)).toBe(false);
  expect(await slack.useRequestUrl('http://127.0.0.1:9/slack/events')).toBe(false);
});
