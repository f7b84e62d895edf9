import { setTimeout as delay } from 'node:timers/promises';
import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import type { Services } from '../services.ts';
import { slackErrorOf } from '../slack-error.ts';
import { updateWindow } from '../update-window.ts';

/** A window whose content may take longer than Slack's `trigger_id` lives. */
export interface TimedWindow {
  readonly triggerId: string;
  /** `push` lays it upon the window that is open. */
  readonly how: 'open' | 'push';
  readonly content: Promise<ModalView>;
  /** What stands in it meanwhile, and what when the content does not come. */
  readonly loading: () => ModalView;
  readonly failed: () => ModalView;
}

/**
 * Shows a window within three seconds of the press: when its content is not there in time, one that says so is opened and
 * then filled. `too-late` where the press is too long ago. When the content fails, the window says so and the error goes on.
 */
export async function showInTime(
  client: WebClient,
  { loadingAfterMs }: Pick<Services, 'loadingAfterMs'>,
  { content, failed, how, loading, triggerId }: TimedWindow,
): Promise<'shown' | 'too-late'> {
  const inTime = await Promise.race([content.catch(() => undefined), delay(loadingAfterMs, undefined, { ref: false })]);
  const viewId = await open(client, how, triggerId, inTime ?? loading());
  if (viewId === undefined) return 'too-late';
  if (inTime !== undefined) return 'shown';
  try {
    await updateWindow(client, viewId, await content);
  } catch (error) {
    // The window stays open, so it must not promise any longer; the error itself goes the way of all errors.
    await updateWindow(client, viewId, failed());
    throw error;
  }
  return 'shown';
}

/** The opened view's id; undefined when the press is too long ago. */
async function open(
  client: WebClient,
  how: TimedWindow['how'],
  triggerId: string,
  view: ModalView,
): Promise<string | undefined> {
  try {
    const { view: opened } = await client.views[how]({ trigger_id: triggerId, view });
    return opened?.id;
  } catch (error) {
    const slackError = slackErrorOf(error);
    if (slackError === 'expired_trigger_id' || slackError === 'exchanged_trigger_id') return undefined;
    throw error;
  }
}
