import { setTimeout as delay } from 'node:timers/promises';
import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { BOT_TEXT } from '../../../core/text/bot-text.ts';
import { plainMessage } from '../../blocks/rich-text.ts';
import { whyLoading, whyModal, whyNotice } from '../../blocks/why-modal.ts';
import { answerOnlyTo } from '../answer.ts';
import { type Asker, actionAsker, belongsHere, contextOf } from '../asker.ts';
import type { Services } from '../services.ts';
import { slackErrorOf } from '../slack-error.ts';
import { type BlockActionArgs, customerIdOf } from './action-args.ts';

/**
 * *Why?*: all reasons in a modal. Slack's `trigger_id` dies 3 s after the press, so when the reasons are not there in
 * time a modal that says so is opened and then filled.
 */
export function whyAction(services: Services) {
  return async ({ ack, action, body, client, respond }: BlockActionArgs): Promise<void> => {
    await ack();
    const asker = actionAsker(body);
    const content = whyView(asker, customerIdOf(action), services);
    const inTime = await Promise.race([
      content.catch(() => undefined),
      delay(services.loadingAfterMs, undefined, { ref: false }),
    ]);
    const language = services.people.remembered(asker.userId)?.language ?? 'en';
    const opened = await open(client, body.trigger_id, inTime ?? whyLoading(language));
    if (opened === undefined) return answerOnlyTo(respond, plainMessage(BOT_TEXT[language].pressedTooLate));
    if (inTime !== undefined) return undefined;
    try {
      await client.views.update({ view_id: opened, view: await content });
    } catch (error) {
      // The window stays open, so it must not promise any longer; the error itself goes the way of all errors.
      await client.views.update({ view_id: opened, view: whyNotice(BOT_TEXT[language].reasonsFailed, language) });
      throw error;
    }
    return undefined;
  };
}

async function whyView(asker: Asker, customerId: string, services: Services): Promise<ModalView> {
  const { language } = await services.people.find(asker.userId);
  const text = BOT_TEXT[language];
  if (!belongsHere(asker, services.workspace)) return whyNotice(text.otherWorkspace, language);
  const card = await services.useCases.showCustomer(await contextOf(asker, services), customerId);
  return card === undefined ? whyNotice(text.customerGone, language) : whyModal(card, language);
}

/** The opened view's id; undefined when the press is too long ago. */
async function open(client: WebClient, triggerId: string, view: ModalView): Promise<string | undefined> {
  try {
    const { view: opened } = await client.views.open({ trigger_id: triggerId, view });
    return opened?.id;
  } catch (error) {
    const slackError = slackErrorOf(error);
    if (slackError === 'expired_trigger_id' || slackError === 'exchanged_trigger_id') return undefined;
    throw error;
  }
}
