import type { ModalView } from '@slack/types';
import { FOLLOW_UP_TEXT } from '../../../core/text/follow-up-text.ts';
import { pauseModal, reassignModal, skipModal, snoozeModal } from '../../blocks/follow-up-modals.ts';
import { logModal } from '../../blocks/log-modal.ts';
import { noticeWindow } from '../../blocks/notice-window.ts';
import { actedSentence, actionRefusalOf } from '../action-refusal.ts';
import { doneWindowOf } from '../done-window-of.ts';
import type { Services } from '../services.ts';
import { type BuildWindow, customerWindowAction } from './customer-window.ts';

/** *Log contact*, on cards and in lists: the window in which a contact is logged, and above it who was quicker. */
export function logContactAction(services: Services) {
  return customerWindowAction(services, async (card, viewer, window, context) => {
    const { useCases } = services;
    const acted = await useCases.actedSince(context, card.id, window.seenAt);
    const proposal = await useCases.proposeContact(context, card.id);
    const quicker = acted && actedSentence(acted, viewer);
    // Who is told now has seen it: the next press is on purpose.
    const seenAt = acted === undefined ? window.seenAt : viewer.now;
    return logModal({ customerName: card.name, proposal, quicker }, viewer, { customer: { ...window, seenAt } });
  });
}

/** *Snooze*: until when. */
export function snoozeAction(services: Services) {
  return unlessActedOn(services, async (card, viewer, window, context) =>
    snoozeModal(card.name, viewer, window, await services.useCases.snoozeDays(context, card.id)),
  );
}

/** *Skip*: why. */
export function skipAction(services: Services) {
  return unlessActedOn(services, (card, viewer, window) => skipModal(card.name, viewer, window));
}

/** *Pause*: until when, if that is known. */
export function pauseAction(services: Services) {
  return unlessActedOn(services, (card, viewer, window) => pauseModal(card.name, viewer, window));
}

/** *Reassign*: to whom; the owner of now is not offered. */
export function reassignAction(services: Services) {
  return unlessActedOn(services, async (card, viewer, window, context) => {
    const text = FOLLOW_UP_TEXT[viewer.language];
    const members = await services.useCases.teamMembers(context);
    const owner = card.owner?.slackUserId ?? undefined;
    const others = members.filter(({ slackUserId }) => owner === undefined || slackUserId !== owner);
    if (others.length === 0) return noticeWindow(text.reassign, text.nobodyElse, viewer.language);
    return reassignModal(card.name, viewer, window, others);
  });
}

/** *Resume*: asks nothing, so that the window says at once what was done. */
export function resumeAction(services: Services) {
  return customerWindowAction(services, async (card, viewer, window, context) => {
    const text = FOLLOW_UP_TEXT[viewer.language];
    const requestId = `resume:${window.customerId}:${window.seenAt.getTime()}`;
    try {
      const done = await services.useCases.resumeFollowUp(context, { ...window, requestId });
      return doneWindowOf(text.resume, done, [text.resumed(card.name)], viewer, window);
    } catch (error) {
      const refusal = actionRefusalOf(error, viewer);
      if (refusal === undefined) throw error;
      return noticeWindow(text.resume, refusal.sentence, viewer.language);
    }
  });
}

/** A window about a follow-up; in its place who was quicker, if somebody was. */
function unlessActedOn(services: Services, build: BuildWindow) {
  return customerWindowAction(services, async (card, viewer, window, context): Promise<ModalView | string> => {
    const acted = await services.useCases.actedSince(context, card.id, window.seenAt);
    if (acted === undefined) return build(card, viewer, window, context);
    return noticeWindow(FOLLOW_UP_TEXT[viewer.language].heading, actedSentence(acted, viewer), viewer.language);
  });
}
