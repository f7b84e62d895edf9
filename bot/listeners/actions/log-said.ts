import { BOT_TEXT } from '../../../core/text/bot-text.ts';
import { readSaidContact } from '../../blocks/open-questions.ts';
import { plainMessage } from '../../blocks/rich-text.ts';
import { answerOnlyTo } from '../answer.ts';
import { actionAsker, belongsHere, contextOf, viewerOf } from '../asker.ts';
import { logWindowFor, logWindowForAnybody } from '../commands/log.ts';
import type { Services } from '../services.ts';
import { type BlockActionArgs, buttonValueOf } from './action-args.ts';
import { openWindow } from './open-window.ts';

/** *Log contact*, where what was said of a contact left something open: the window with what was understood of it. */
export function logSaidAction(services: Services) {
  return async ({ ack, action, body, client, respond }: BlockActionArgs): Promise<void> => {
    await ack();
    const asker = actionAsker(body);
    const viewer = await viewerOf(asker, services);
    const text = BOT_TEXT[viewer.language];
    const refuse = (sentence: string) => answerOnlyTo(respond, plainMessage(sentence));
    if (!belongsHere(asker, services.workspace)) return refuse(text.otherWorkspace);
    const { customerId, said } = readSaidContact(buttonValueOf(action));
    const late = { respond, tooLate: text.pressedTooLate };
    if (customerId === null)
      return openWindow(client, body.trigger_id, await logWindowForAnybody(said, viewer, services), late);
    const context = await contextOf(asker, services);
    const card = await services.useCases.showCustomer(context, customerId);
    if (card === undefined) return refuse(text.customerGone);
    return openWindow(client, body.trigger_id, await logWindowFor(card, said, context, viewer, services), late);
  };
}
