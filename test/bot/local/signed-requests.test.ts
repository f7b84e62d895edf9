import { createServer, type RequestListener } from 'node:http';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { countingIds } from '../../../bot/local/id-source.ts';
import { createSignedRequests, slackSignature } from '../../../bot/local/signed-requests.ts';
import type { SlackServer } from '../../../bot/local/slack-server.ts';
import { createTrafficLog } from '../../../bot/local/traffic-log.ts';
import { startHttpApp } from '../../support/bolt-apps.ts';
import { type ManualTime, manualTime } from '../../support/manual-time.ts';
import { slackServer } from '../../support/slack-and-bot.ts';

test("signs as Slack's documentation does", () => {
  const body =
    'token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c';
  expect(slackSignature('8f742231b10e8888abcd99yyyzzz85a5', 1531420618, body)).toBe(
    'v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503',
  );
});

describe('the Bolt app refuses', () => {
  async function boltApp(): Promise<{ slack: SlackServer; requestUrl: string }> {
    const slack = await slackServer();
    const bot = await startHttpApp(slack, (app) => app.command('/customer', ({ ack }) => ack()));
    onTestFinished(() => bot.stop());
    return { slack, requestUrl: bot.requestUrl };
  }

  test.each([
    ['another secret', 'wrong', 0],
    ['a timestamp of six minutes ago', undefined, -6 * 60_000],
  ])('a request signed with %s', async (_what, secret, shiftMs) => {
    const { slack, requestUrl } = await boltApp();
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
    expect(await requests.send(envelope, { number: 0, reason: '' })).toMatchObject({
      kind: 'failed',
      error: 'dispatch_failed',
      detail: 'the request URL answered HTTP 401',
    });
  });

  test('a request without a signature or with a body that is no JSON, and takes one that has both', async () => {
    const { slack, requestUrl } = await boltApp();
    const timestamp = Math.floor(Date.now() / 1000);
    const status = async (body: string, missing?: string) => {
      const headers = {
        'content-type': 'application/json',
        'x-slack-request-timestamp': String(timestamp),
        'x-slack-signature': slackSignature(slack.signingSecret, timestamp, body),
      };
      const sent = Object.entries(headers).filter(([name]) => name !== missing);
      return (await fetch(requestUrl, { method: 'POST', headers: sent, body })).status;
    };
    const challenge = '{"type":"url_verification","challenge":"x"}';
    expect(await status(challenge, 'x-slack-signature')).toBe(401);
    expect(await status(challenge, 'x-slack-request-timestamp')).toBe(401);
    expect(await status('{"type":')).toBe(400);
    expect(await status(challenge)).toBe(200);
  });
});

test('a request URL that nobody answers is not taken', async () => {
  const slack = await slackServer();
  expect(await slack.useRequestUrl(`${slack.url}/nothing-here`)).toBe(false);
  expect(await slack.useRequestUrl('http://127.0.0.1:9/slack/events')).toBe(false);
});

describe('an answer', () => {
  /** A stand-in whose bot answers the challenge, and commands with `answer`. */
  async function slackWithBot(answer: RequestListener): Promise<{ slack: SlackServer; time: ManualTime }> {
    const time = manualTime();
    const slack = await slackServer({ time });
    const server = createServer((request, response) => {
      request.setEncoding('utf8').once('data', (body: string) => {
        const challenge = /"challenge":"(\w+)"/.exec(body)?.[1];
        if (challenge === undefined) answer(request, response);
        else response.end(challenge);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => {
      server.closeAllConnections();
      server.close();
    });
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    expect(await slack.useRequestUrl(`http://127.0.0.1:${port}/slack/events`)).toBe(true);
    return { slack, time };
  }

  test('that is begun and not ended within three seconds is none', async () => {
    const { slack, time } = await slackWithBot((_request, response) => response.write('half of'));
    const fetching = vi.spyOn(globalThis, 'fetch');
    onTestFinished(() => fetching.mockRestore());
    const outcome = slack.person('anna').command('/customer');
    // Resolves with the head of the answer.
    await fetching.mock.results[0]?.value;
    time.advance(3000);
    expect(await outcome).toEqual({ kind: 'failed', error: 'operation_timeout' });
  });

  test.each<[string, RequestListener]>([
    ['that breaks off', (_request, response) => response.write('half of', () => response.destroy())],
    ['that leads elsewhere', (_request, response) => response.writeHead(302, { location: '/login' }).end()],
    ['that is an error of the server', (_request, response) => response.writeHead(500).end('oops')],
  ])('%s shows the person dispatch_failed', async (_what, answer) => {
    const { slack } = await slackWithBot(answer);
    expect(await slack.person('anna').command('/customer')).toEqual({ kind: 'failed', error: 'dispatch_failed' });
  });
});
