import type { RespondFn } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { type Message, plainMessage } from '../../blocks/rich-text.ts';
import { answerOnlyTo } from '../answer.ts';
import { slackErrorOf } from '../slack-error.ts';

/** Opens a window over what was pressed, or says `tooLate` when more than Slack's three seconds have passed since. */
export async function openWindow(
  client: WebClient,
  triggerId: string,
  view: ModalView,
  late: { readonly respond: RespondFn; readonly tooLate: string | Message },
): Promise<void> {
  try {
    await client.views.open({ trigger_id: triggerId, view });
  } catch (error) {
    const slackError = slackErrorOf(error);
    if (slackError !== 'expired_trigger_id' && slackError !== 'exchanged_trigger_id') throw error;
    await answerOnlyTo(late.respond, typeof late.tooLate === 'string' ? plainMessage(late.tooLate) : late.tooLate);
  }
}
