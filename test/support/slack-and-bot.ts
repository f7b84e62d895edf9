import type { App } from '@slack/bolt';
import { expect, onTestFinished } from 'vitest';
import { countingIds } from '../../bot/local/id-source.ts';
import { type SlackServer, type SlackServerOptions, startSlackServer } from '../../bot/local/slack-server.ts';
import type { StoredMessage } from '../../bot/local/workspace-state.ts';
import { startHttpApp, startSocketApp } from './bolt-apps.ts';

/** The two ways in which Slack talks to a bot. */
export const MODES = ['Socket Mode', 'signed HTTP'] as const;

/** The stand-in with ids that count up; both end with the test. */
export async function slackServer(options: SlackServerOptions = {}): Promise<SlackServer> {
  const slack = await startSlackServer({ ids: countingIds(), ...options });
  onTestFinished(() => slack.stop());
  return slack;
}

/** The stand-in and the unmodified Bolt app beside it, connected in one of the two ways; both end with the test. */
export async function slackAndBot(
  mode: (typeof MODES)[number],
  listen: (app: App) => void,
  options: SlackServerOptions = {},
): Promise<SlackServer> {
  const slack = await slackServer(options);
  if (mode === 'Socket Mode') {
    const app = await startSocketApp(slack, listen);
    onTestFinished(async () => void (await app.stop()));
  } else {
    const bot = await startHttpApp(slack, listen);
    onTestFinished(() => bot.stop());
    expect(await slack.useRequestUrl(bot.requestUrl)).toBe(true);
  }
  return slack;
}

/** The next message that is posted, changed or deleted. */
export async function nextMessage(
  slack: SlackServer,
  kind: 'message-posted' | 'message-updated' | 'message-deleted',
): Promise<StoredMessage> {
  const change = await slack.workspace.changes.next((each) => each.kind === kind);
  if (!('message' in change)) throw new Error('no message');
  return change.message;
}

/** Slack's error code in what a call was refused with. */
export function refusedWith(error: unknown): unknown {
  const data = error instanceof Error && 'data' in error ? error.data : undefined;
  return typeof data === 'object' && data !== null && 'error' in data ? data.error : error;
}
