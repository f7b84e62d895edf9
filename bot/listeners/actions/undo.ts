import { BOT_TEXT } from '../../../core/text/bot-text.ts';
import { FOLLOW_UP_TEXT } from '../../../core/text/follow-up-text.ts';
import { DONE_BUTTONS } from '../../blocks/action-ids.ts';
import { readCustomerWindow } from '../../blocks/customer-window.ts';
import { logModal } from '../../blocks/log-modal.ts';
import { noticeWindow } from '../../blocks/notice-window.ts';
import { plainMessage } from '../../blocks/rich-text.ts';
import { actionRefusalOf } from '../action-refusal.ts';
import { answerInPlace, answerOnlyTo } from '../answer.ts';
import { actionAsker, belongsHere, contextOf, viewerOf } from '../asker.ts';
import { putCard } from '../put-card.ts';
import type { Services } from '../services.ts';
import { updateWindow } from '../update-window.ts';
import { type BlockActionArgs, buttonValueOf } from './action-args.ts';
import { openWindow } from './open-window.ts';

/** *Undo*, in the window or the message that says what was done: what comes of it takes its place. */
export function undoAction(services: Services) {
  return async ({ ack, action, body, client, respond }: BlockActionArgs): Promise<void> => {
    await ack();
    const asker = actionAsker(body);
    const viewer = await viewerOf(asker, services);
    const text = FOLLOW_UP_TEXT[viewer.language];
    const openIn = body.view;
    // In a list the rest of the message stays.
    const isUnderAnswer = 'block_id' in action && action.block_id === DONE_BUTTONS;
    const say = async (sentence: string, isDone: boolean): Promise<void> => {
      if (openIn !== undefined) {
        await updateWindow(client, openIn.id, noticeWindow(text.undo, sentence, viewer.language));
      } else if (isDone && isUnderAnswer) await answerInPlace(respond, plainMessage(sentence));
      else await answerOnlyTo(respond, plainMessage(sentence));
    };
    if (!belongsHere(asker, services.workspace)) return say(BOT_TEXT[viewer.language].otherWorkspace, false);
    const context = await contextOf(asker, services);
    try {
      const undone = await services.useCases.undoAction(context, buttonValueOf(action));
      const { customerName } = undone;
      await say(customerName === null ? BOT_TEXT[viewer.language].done : text.undone(customerName), true);
    } catch (error) {
      const refusal = actionRefusalOf(error, viewer);
      // nothing else tells somebody who pressed a button in a window
      if (refusal === undefined && openIn !== undefined) await say(text.failed, false);
      if (refusal === undefined) throw error;
      return say(refusal.sentence, false);
    }
    const window = openIn && readCustomerWindow(openIn.private_metadata);
    return window && putCard(services, context, viewer, window);
  };
}

/** *Change*, in the message that says what was logged: the window with it, and what is saved takes its place. */
export function changeContactAction(services: Services) {
  return async ({ ack, action, body, client, respond }: BlockActionArgs): Promise<void> => {
    await ack();
    const asker = actionAsker(body);
    const viewer = await viewerOf(asker, services);
    const bot = BOT_TEXT[viewer.language];
    if (!belongsHere(asker, services.workspace)) return answerOnlyTo(respond, plainMessage(bot.otherWorkspace));
    const context = await contextOf(asker, services);
    const actionId = buttonValueOf(action);
    const { useCases } = services;
    const logged = await useCases.loggedContact(context, actionId);
    const card = logged && (await useCases.showCustomer(context, logged.customerId));
    if (logged === undefined || card === undefined) return answerOnlyTo(respond, plainMessage(bot.unknownAction));
    const { happenedOn, method, nextOn, note, outcome, satisfaction } = logged;
    const draft = {
      method,
      outcome,
      happenedOn,
      note: note ?? undefined,
      nextOn: nextOn ?? undefined,
      satisfaction: satisfaction ?? undefined,
    };
    // The promise of before is not proposed: what was logged says what was agreed.
    const proposal = await useCases.proposeContact(context, card.id);
    const view = logModal(
      { customerName: card.name, proposal: proposal && { ...proposal, agreedOn: null }, draft },
      viewer,
      { customer: { customerId: card.id, seenAt: viewer.now }, link: logged.link ?? undefined, replaces: actionId },
    );
    return openWindow(client, body.trigger_id, view, { respond, tooLate: bot.pressedTooLate });
  };
}
