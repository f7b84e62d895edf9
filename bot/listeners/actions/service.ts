import { BOT_TEXT } from '../../../core/text/bot-text.ts';
import { MORE_TEXT } from '../../../core/text/more-text.ts';
import { serviceRefusals } from '../../../core/text/service-refusals.ts';
import { shortDay } from '../../../core/text/short-day.ts';
import { SURVEY_TEXT } from '../../../core/text/survey-text.ts';
import { closeComplaintWindow } from '../../blocks/complaint-windows.ts';
import { customerCard } from '../../blocks/customer-card.ts';
import { readCustomerWindow, readListKey } from '../../blocks/customer-window.ts';
import { readFollowUpValue } from '../../blocks/follow-up-button.ts';
import { noticeWindow } from '../../blocks/notice-window.ts';
import { plainMessage } from '../../blocks/rich-text.ts';
import { COMPLAINT_BLOCK } from '../../blocks/service-blocks.ts';
import { answerInPlace, answerOnlyTo } from '../answer.ts';
import { actionAsker, belongsHere, contextOf, viewerOf } from '../asker.ts';
import { putCard } from '../put-card.ts';
import { anyRefusalOf } from '../service-refusal.ts';
import type { Services } from '../services.ts';
import { updateWindow } from '../update-window.ts';
import { saidDone } from '../views/customer-window.ts';
import { type BlockActionArgs, buttonValueOf } from './action-args.ts';
import { customerWindowAction } from './customer-window.ts';

/**
 * *Answered* beside a complaint on the card: the card says so in its place. In a list of a day it is the list that does: one
 * that was asked for is put anew here, one that was posted follows what is done anyway.
 */
export function complaintAnsweredAction(services: Services) {
  return async ({ ack, action, body, respond }: BlockActionArgs): Promise<void> => {
    await ack();
    const asker = actionAsker(body);
    const viewer = await viewerOf(asker, services);
    const text = BOT_TEXT[viewer.language];
    if (!belongsHere(asker, services.workspace)) return answerOnlyTo(respond, plainMessage(text.otherWorkspace));
    const context = await contextOf(asker, services);
    const { customerId = '', subject = '' } = readFollowUpValue(buttonValueOf(action)) ?? {};
    try {
      await services.useCases.answerComplaint(context, { complaintId: subject, requestId: body.trigger_id });
    } catch (error) {
      const refusal = anyRefusalOf(error, viewer);
      if (refusal === undefined) throw error;
      await answerOnlyTo(respond, plainMessage(refusal.sentence));
    }
    const { block_id: blockId } = action;
    if (!blockId.startsWith(COMPLAINT_BLOCK)) {
      const list = readListKey(blockId);
      return list && putCard(services, context, viewer, { cardUrl: body.response_url, customerId, list });
    }
    // in any case: whoever was too late sees what it has come to
    const card = await services.useCases.showCustomer(context, customerId);
    if (card === undefined) return answerOnlyTo(respond, plainMessage(text.customerGone));
    return answerInPlace(respond, customerCard(card, viewer));
  };
}

/** *Close complaint*: opens the window for how it was settled. */
export function closeComplaintAction(services: Services) {
  return customerWindowAction(
    services,
    (card, viewer, window) =>
      closeComplaintWindow(card, viewer, window) ?? serviceRefusals[viewer.language](card.name)['complaint-closed'],
  );
}

/** A score in the window of *Satisfaction*: recorded by this tap, and the window says so. */
export function rateAction(services: Services) {
  return async ({ ack, action, body, client }: BlockActionArgs): Promise<void> => {
    await ack();
    const { view } = body;
    const window = view && readCustomerWindow(view.private_metadata);
    if (view === undefined || window === undefined) return;
    const asker = actionAsker(body);
    const viewer = await viewerOf(asker, services);
    const { language } = viewer;
    const text = SURVEY_TEXT[language];
    const notice = (sentence: string): Promise<void> =>
      updateWindow(client, view.id, noticeWindow(text.title, sentence, language));
    if (!belongsHere(asker, services.workspace)) return notice(BOT_TEXT[language].otherWorkspace);
    try {
      const context = await contextOf(asker, services);
      const score = Number(action.action_id.slice(-1));
      const recorded = await services.useCases.recordSurvey(context, {
        customerId: window.customerId,
        requestId: view.id,
        score,
        language,
      });
      // a second tap before the window had its answer: the first one's is on its way
      if (recorded.isRepeat) return;
      const { followUpOn, name } = recorded;
      const lines = [
        text.recorded(name, score),
        ...(followUpOn === null ? [] : [text.followUp(shortDay(followUpOn, viewer.today, language))]),
      ];
      const done = { changed: recorded, lines };
      await updateWindow(client, view.id, await saidDone(services, text.title, done, { window, viewer, context }));
      await putCard(services, context, viewer, window);
    } catch (error) {
      const refusal = anyRefusalOf(error, viewer);
      await notice(refusal?.sentence ?? MORE_TEXT[language].failed);
      if (refusal === undefined) throw error;
    }
  };
}
