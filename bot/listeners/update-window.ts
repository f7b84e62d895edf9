import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { slackErrorOf } from './slack-error.ts';

/** Puts another content into an open window; does nothing when its reader has closed it meanwhile. */
export async function updateWindow(client: WebClient, viewId: string, view: ModalView): Promise<void> {
  try {
    await client.views.update({ view_id: viewId, view });
  } catch (error) {
    if (slackErrorOf(error) !== 'not_found') throw error;
  }
}
