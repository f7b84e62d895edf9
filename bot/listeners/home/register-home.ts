import type { App, BlockAction } from '@slack/bolt';
import { ACTION } from '../../blocks/action-ids.ts';
import { CALENDAR_VIEW } from '../../blocks/home/calendar-blocks.ts';
import { MEMBER_VIEW } from '../../blocks/home/member-windows.ts';
import { PUBLISH_VIEW } from '../../blocks/home/publish-windows.ts';
import { SHEETS_VIEW } from '../../blocks/home/sheets-blocks.ts';
import { WORKSPACE_VIEW } from '../../blocks/home/workspace-blocks.ts';
import { digestCardAction } from '../actions/digest-list.ts';
import type { Services } from '../services.ts';
import { calendarDaysAction, calendarDaysSent, calendarEdited, editCalendarAction } from './calendar.ts';
import { homeOpened, homePageAction } from './home-events.ts';
import type { HomeTabs } from './home-tabs.ts';
import {
  applyBalanceAction,
  awayAction,
  awaySent,
  balanceAction,
  bringBackAction,
  editMemberAction,
  endAbsenceAction,
  handOverAction,
  leaveAction,
  leaveSent,
  linkOwnerAction,
  memberEdited,
  ownerLinked,
} from './members.ts';
import {
  documentSent,
  gradeNowAction,
  publishAction,
  publishChosen,
  publishSimulatedAction,
  rollBackAction,
  simulateAgainAction,
  stabilityAction,
  stabilitySent,
  stopSegmentsAction,
} from './schemes.ts';
import {
  connectSheetAction,
  disconnectSheetAction,
  pullSheetAction,
  sheetAddressSent,
  sheetConnectSent,
  sheetDetailsAction,
} from './sheets.ts';
import {
  removeSamplesAction,
  tryDeliveryAgainAction,
  undoLastImportAction,
  workspaceLanguageAction,
  workspaceLanguageSent,
} from './workspace.ts';

/** The windows that have a listener here. */
export const HOME_WINDOWS = [
  ...Object.values(PUBLISH_VIEW),
  ...Object.values(MEMBER_VIEW),
  ...Object.values(CALENDAR_VIEW),
  ...Object.values(SHEETS_VIEW),
  ...Object.values(WORKSPACE_VIEW),
] as const;

/** Registers the Home tab: its opening, the buttons that go to its pages, and what admins do on them. */
export function registerHome(app: App, services: Services, tabs: HomeTabs): void {
  app.event('app_home_opened', homeOpened(tabs));
  app.action<BlockAction>(
    { type: 'block_actions', action_id: new RegExp(`^${ACTION.homePage}(?:_\\w+)?$`) },
    homePageAction(tabs),
  );
  app.action<BlockAction>({ type: 'block_actions', action_id: ACTION.findCustomer }, digestCardAction(services));
  const actions = {
    [ACTION.publishScheme]: publishAction(services),
    [ACTION.rollBackScheme]: rollBackAction(services),
    [ACTION.schemeStability]: stabilityAction(services),
    [ACTION.gradeNow]: gradeNowAction(services),
    [ACTION.publishSimulated]: publishSimulatedAction(services, { anyway: false }),
    [ACTION.publishAnyway]: publishSimulatedAction(services, { anyway: true }),
    [ACTION.simulateAgain]: simulateAgainAction(services),
    [ACTION.stopSegments]: stopSegmentsAction(services),
    [ACTION.editMember]: editMemberAction(services),
    [ACTION.memberAway]: awayAction(services),
    [ACTION.endAbsence]: endAbsenceAction(services),
    [ACTION.memberLeave]: leaveAction(services),
    [ACTION.handOver]: handOverAction(services),
    [ACTION.bringBackMember]: bringBackAction(services),
    [ACTION.linkOwner]: linkOwnerAction(services),
    [ACTION.balanceBooks]: balanceAction(services),
    [ACTION.applyBalance]: applyBalanceAction(services),
    [ACTION.editCalendar]: editCalendarAction(services),
    [ACTION.calendarDays]: calendarDaysAction(services),
    [ACTION.connectSheet]: connectSheetAction(services),
    [ACTION.pullSheet]: pullSheetAction(services),
    [ACTION.sheetDetails]: sheetDetailsAction(services),
    [ACTION.disconnectSheet]: disconnectSheetAction(services),
    [ACTION.workspaceLanguage]: workspaceLanguageAction(services),
    [ACTION.tryDeliveryAgain]: tryDeliveryAgainAction(services),
    [ACTION.undoLastImport]: undoLastImportAction(services),
    [ACTION.removeSamples]: removeSamplesAction(services),
  };
  for (const [actionId, listener] of Object.entries(actions)) {
    app.action<BlockAction>({ type: 'block_actions', action_id: new RegExp(`^${actionId}(?:_\\d+)?$`) }, listener);
  }
  app.view(PUBLISH_VIEW.choose, publishChosen(services));
  app.view(PUBLISH_VIEW.document, documentSent(services));
  app.view(PUBLISH_VIEW.stability, stabilitySent(services));
  app.view(MEMBER_VIEW.edit, memberEdited(services));
  app.view(MEMBER_VIEW.away, awaySent(services));
  app.view(MEMBER_VIEW.leave, leaveSent(services));
  app.view(MEMBER_VIEW.link, ownerLinked(services));
  app.view(CALENDAR_VIEW.edit, calendarEdited(services));
  app.view(CALENDAR_VIEW.days, calendarDaysSent(services));
  app.view(SHEETS_VIEW.address, sheetAddressSent(services));
  app.view(SHEETS_VIEW.connect, sheetConnectSent(services));
  app.view(WORKSPACE_VIEW.language, workspaceLanguageSent(services));
}
