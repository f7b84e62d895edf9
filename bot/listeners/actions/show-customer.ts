import { BOT_TEXT } from '../../../core/text/bot-text.ts';
import { customerCard } from '../../blocks/customer-card.ts';
import { plainMessage } from '../../blocks/rich-text.ts';
import { answerInPlace } from '../answer.ts';
import { actionAsker, belongsHere, contextOf, viewerOf } from '../asker.ts';
import type { Services } from '../services.ts';
import { type BlockActionArgs, customerIdOf, postedMessageOf } from './action-args.ts';

/** A customer chosen from a menu or by its button: the card takes the place of the question. */
export function showCustomerAction(services: Services) {
  return async ({ ack, action, body, respond }: BlockActionArgs): Promise<void> => {
    await ack();
    const asker = actionAsker(body);
    const viewer = await viewerOf(asker, services);
    const text = BOT_TEXT[viewer.language];
    if (!belongsHere(asker, services.workspace)) return answerInPlace(respond, plainMessage(text.otherWorkspace));
    const context = await contextOf(asker, services);
    const card = await services.useCases.showCustomer(context, customerIdOf(action));
    if (card === undefined) return answerInPlace(respond, plainMessage(text.customerGone));
    await answerInPlace(respond, customerCard(card, viewer));
    const posted = postedMessageOf(body);
    if (posted !== undefined) await services.useCases.rememberCards(context, [{ ...posted, customerId: card.id }]);
    return undefined;
  };
}
