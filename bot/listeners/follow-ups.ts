import type { App, BlockAction } from '@slack/bolt';
import { ACTION } from '../blocks/action-ids.ts';
import { FOLLOW_UP_VIEW } from '../blocks/follow-up-modals.ts';
import { LOG_VIEW } from '../blocks/log-modal.ts';
import {
  logContactAction,
  pauseAction,
  reassignAction,
  resumeAction,
  skipAction,
  snoozeAction,
} from './actions/follow-up.ts';
import { logSaidAction } from './actions/log-said.ts';
import { logTypedAction } from './actions/log-typed.ts';
import { changeContactAction, undoAction } from './actions/undo.ts';
import { customerOptions } from './options/find-customer.ts';
import type { Services } from './services.ts';
import { LOG_TO_CUSTOMER, logToCustomer } from './shortcuts/log-to-customer.ts';
import { pauseSubmitted, reassignSubmitted, skipSubmitted, snoozeSubmitted } from './views/follow-up.ts';
import { logContactSubmitted } from './views/log-contact.ts';

/** The windows that have a listener here. */
export const FOLLOW_UP_WINDOWS = [LOG_VIEW, ...Object.values(FOLLOW_UP_VIEW)] as const;

/** Registers what acts on follow-ups: the buttons of cards, lists and confirmations, and the windows they open. */
export function registerFollowUps(app: App, services: Services): void {
  const actions = {
    [ACTION.logContact]: logContactAction(services),
    [ACTION.snooze]: snoozeAction(services),
    [ACTION.skip]: skipAction(services),
    [ACTION.pause]: pauseAction(services),
    [ACTION.resume]: resumeAction(services),
    [ACTION.reassign]: reassignAction(services),
    [ACTION.undo]: undoAction(services),
    [ACTION.change]: changeContactAction(services),
  };
  for (const [actionId, listener] of Object.entries(actions)) {
    const inLists = new RegExp(`^${actionId}(?:_\\d+)?$`);
    app.action<BlockAction>({ type: 'block_actions', action_id: inLists }, listener);
  }
  app.action<BlockAction>({ type: 'block_actions', action_id: ACTION.logTyped }, logTypedAction(services));
  app.action<BlockAction>({ type: 'block_actions', action_id: ACTION.logSaid }, logSaidAction(services));
  app.options({ type: 'block_suggestion', action_id: ACTION.findCustomer }, customerOptions(services));
  app.shortcut({ type: 'message_action', callback_id: LOG_TO_CUSTOMER }, logToCustomer(services));
  app.view(LOG_VIEW, logContactSubmitted(services));
  app.view(FOLLOW_UP_VIEW.snooze, snoozeSubmitted(services));
  app.view(FOLLOW_UP_VIEW.skip, skipSubmitted(services));
  app.view(FOLLOW_UP_VIEW.pause, pauseSubmitted(services));
  app.view(FOLLOW_UP_VIEW.reassign, reassignSubmitted(services));
}
