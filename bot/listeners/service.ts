import type { App, BlockAction } from '@slack/bolt';
import { ACTION } from '../blocks/action-ids.ts';
import { CLOSE_COMPLAINT_VIEW, COMPLAINT_VIEW, complaintWindow } from '../blocks/complaint-windows.ts';
import {
  EXPECTED_VIEW,
  expectedWindow,
  LOST_VIEW,
  lostWindow,
  WON_VIEW,
  wonWindow,
} from '../blocks/prospect-windows.ts';
import { satisfactionWindow } from '../blocks/satisfaction-window.ts';
import { type BuildWindow, customerWindowAction } from './actions/customer-window.ts';
import { closeComplaintAction, complaintAnsweredAction, rateAction } from './actions/service.ts';
import type { Services } from './services.ts';
import {
  closeComplaintSubmitted,
  complaintSubmitted,
  expectedSubmitted,
  lostSubmitted,
  wonSubmitted,
} from './views/service.ts';

/** The windows of complaints and of how prospects end. */
export const SERVICE_WINDOWS = [COMPLAINT_VIEW, CLOSE_COMPLAINT_VIEW, WON_VIEW, LOST_VIEW, EXPECTED_VIEW] as const;

/** Registers the listeners of complaints, surveys and how prospects end. */
export function registerService(app: App, services: Services): void {
  const windows: readonly (readonly [actionId: string, build: BuildWindow])[] = [
    [ACTION.complaint, complaintWindow],
    [ACTION.satisfaction, satisfactionWindow],
    [ACTION.won, wonWindow],
    [ACTION.lost, lostWindow],
    [ACTION.expected, expectedWindow],
  ];
  for (const [actionId, build] of windows)
    app.action<BlockAction>({ type: 'block_actions', action_id: actionId }, customerWindowAction(services, build));
  const numbered = (actionId: string) => ({
    type: 'block_actions' as const,
    action_id: new RegExp(`^${actionId}_\\d+$`),
  });
  app.action<BlockAction>(numbered(ACTION.answered), complaintAnsweredAction(services));
  app.action<BlockAction>(numbered(ACTION.closeComplaint), closeComplaintAction(services));
  app.action<BlockAction>(numbered(ACTION.rate), rateAction(services));

  app.view(COMPLAINT_VIEW, complaintSubmitted(services));
  app.view(CLOSE_COMPLAINT_VIEW, closeComplaintSubmitted(services));
  app.view(WON_VIEW, wonSubmitted(services));
  app.view(LOST_VIEW, lostSubmitted(services));
  app.view(EXPECTED_VIEW, expectedSubmitted(services));
}
