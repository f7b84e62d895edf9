import { BOT_TEXT } from '../../../core/text/bot-text.ts';
import { CUSTOMER_FILE_TEXT } from '../../../core/text/customer-file-text.ts';
import { addWindow, emptyDraft, readAddWindow } from '../../blocks/add-customer-window.ts';
import { noticeWindow } from '../../blocks/notice-window.ts';
import { plainMessage } from '../../blocks/rich-text.ts';
import { answerOnlyTo } from '../answer.ts';
import { actionAsker, belongsHere, contextOf, viewerOf } from '../asker.ts';
import { putCard } from '../put-card.ts';
import type { Services } from '../services.ts';
import { updateWindow } from '../update-window.ts';
import { type BlockActionArgs, buttonValueOf } from './action-args.ts';
import { openWindow } from './open-window.ts';

/** *Add as a customer*, where a search found nothing: the window with the name that was searched for. */
export function addCustomerAction(services: Services) {
  return async ({ ack, action, body, client, respond }: BlockActionArgs): Promise<void> => {
    await ack();
    const asker = actionAsker(body);
    const viewer = await viewerOf(asker, services);
    const text = BOT_TEXT[viewer.language];
    if (!belongsHere(asker, services.workspace)) return answerOnlyTo(respond, plainMessage(text.otherWorkspace));
    const draft = emptyDraft(buttonValueOf(action), asker.userId);
    const view = addWindow(draft, viewer, { isNoDuplicate: false, cardUrl: body.response_url });
    return openWindow(client, body.trigger_id, view, { respond, tooLate: text.pressedTooLate });
  };
}

/** *It is this one*, beside a likely duplicate: nothing is added, and its card stands where the search was. */
export function itIsThisAction(services: Services) {
  return async ({ ack, action, body, client }: BlockActionArgs): Promise<void> => {
    await ack();
    const asker = actionAsker(body);
    const viewer = await viewerOf(asker, services);
    const { language } = viewer;
    const text = CUSTOMER_FILE_TEXT[language];
    if (body.view === undefined || !belongsHere(asker, services.workspace)) return;
    const context = await contextOf(asker, services);
    const card = await services.useCases.showCustomer(context, buttonValueOf(action));
    const sentence = card === undefined ? BOT_TEXT[language].customerGone : text.itWasThis(card.name);
    await updateWindow(client, body.view.id, noticeWindow(text.addTitle, sentence, language));
    if (card === undefined) return;
    const { cardUrl } = readAddWindow(body.view.private_metadata);
    await putCard(services, context, viewer, { customerId: card.id, cardUrl });
  };
}
