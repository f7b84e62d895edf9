import { BOT_TEXT } from '../../../core/text/bot-text.ts';
import { refusals } from '../../../core/text/override-text.ts';
import { overrideModal } from '../../blocks/override-modal.ts';
import { plainMessage } from '../../blocks/rich-text.ts';
import { answerOnlyTo } from '../answer.ts';
import { actionAsker, belongsHere, contextOf, viewerOf } from '../asker.ts';
import { refusalOf } from '../refusal.ts';
import type { Services } from '../services.ts';
import { type BlockActionArgs, customerIdOf } from './action-args.ts';
import { cardAnswer } from './card-answer.ts';
import { openWindow } from './open-window.ts';

/** *Set tier*: opens the window in which a person sets the tier by hand. */
export function setTierAction(services: Services) {
  return async ({ ack, action, body, client, respond }: BlockActionArgs): Promise<void> => {
    await ack();
    const asker = actionAsker(body);
    const viewer = await viewerOf(asker, services);
    const text = BOT_TEXT[viewer.language];
    if (!belongsHere(asker, services.workspace)) return answerOnlyTo(respond, plainMessage(text.otherWorkspace));
    const card = await services.useCases.showCustomer(await contextOf(asker, services), customerIdOf(action));
    if (card === undefined) return answerOnlyTo(respond, plainMessage(text.customerGone));
    if (card.grading === null) {
      return answerOnlyTo(respond, plainMessage(refusals[viewer.language](card.name).ungraded));
    }
    return openWindow(client, body.trigger_id, overrideModal(card, viewer), { respond, tooLate: text.pressedTooLate });
  };
}

/** *Withdraw set tier*: the computed tier holds again, and the card says so in its place. */
export function withdrawTierAction(services: Services) {
  return async ({ ack, action, body, client, respond }: BlockActionArgs): Promise<void> => {
    await ack();
    const asker = actionAsker(body);
    const viewer = await viewerOf(asker, services);
    const answer = cardAnswer({ body, client, respond }, viewer);
    if (!belongsHere(asker, services.workspace)) return answer.sentence(BOT_TEXT[viewer.language].otherWorkspace);
    const context = await contextOf(asker, services);
    const customerId = customerIdOf(action);
    try {
      await services.useCases.withdrawOverride(context, customerId);
    } catch (error) {
      const refusal = refusalOf(error, viewer.language);
      if (refusal === undefined) throw error;
      // pressed twice, or by two people: the card as it is now says the rest
      if (refusal.code !== 'no-override') return answer.sentence(refusal.sentence);
    }
    return answer.card(await services.useCases.showCustomer(context, customerId));
  };
}
