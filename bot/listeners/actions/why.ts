import type { ModalView } from '@slack/types';
import { BOT_TEXT } from '../../../core/text/bot-text.ts';
import { plainMessage } from '../../blocks/rich-text.ts';
import { whyLoading, whyModal, whyNotice } from '../../blocks/why-modal.ts';
import { answerOnlyTo } from '../answer.ts';
import { type Asker, actionAsker, belongsHere, contextOf } from '../asker.ts';
import type { Services } from '../services.ts';
import { type BlockActionArgs, customerIdOf } from './action-args.ts';
import { showInTime } from './window-in-time.ts';

/** *Why?*: all reasons in a modal. */
export function whyAction(services: Services) {
  return async ({ ack, action, body, client, respond }: BlockActionArgs): Promise<void> => {
    await ack();
    const asker = actionAsker(body);
    // who was not known yet may be by then
    const language = () => services.people.remembered(asker.userId)?.language ?? 'en';
    const shown = await showInTime(client, services, {
      triggerId: body.trigger_id,
      how: 'open',
      content: whyView(asker, customerIdOf(action), services),
      loading: () => whyLoading(language()),
      failed: () => whyNotice(BOT_TEXT[language()].reasonsFailed, language()),
    });
    if (shown === 'too-late') await answerOnlyTo(respond, plainMessage(BOT_TEXT[language()].pressedTooLate));
  };
}

async function whyView(asker: Asker, customerId: string, services: Services): Promise<ModalView> {
  const { language } = await services.people.find(asker.userId);
  const text = BOT_TEXT[language];
  if (!belongsHere(asker, services.workspace)) return whyNotice(text.otherWorkspace, language);
  const card = await services.useCases.showCustomer(await contextOf(asker, services), customerId);
  return card === undefined ? whyNotice(text.customerGone, language) : whyModal(card, language);
}
