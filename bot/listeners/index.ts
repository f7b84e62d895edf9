import type { App, BlockAction } from '@slack/bolt';
import { ACTION } from '../blocks/action-ids.ts';
import { moreWindow } from '../blocks/more-window.ts';
import { OVERRIDE_VIEW } from '../blocks/override-modal.ts';
import { SHARE_VIEW } from '../blocks/share-window.ts';
import { WHAT_IF_VIEW, whatIfWindow } from '../blocks/what-if-window.ts';
import { customerWindowAction } from './actions/customer-window.ts';
import { setTierAction, withdrawTierAction } from './actions/override.ts';
import { postedTableActions } from './actions/posted-table.ts';
import { shareAction } from './actions/share.ts';
import { showCustomerAction } from './actions/show-customer.ts';
import { unknownAction } from './actions/unknown.ts';
import { whyAction } from './actions/why.ts';
import { customerCommand } from './commands/customer.ts';
import { followUpsCommand } from './commands/follow-ups.ts';
import { unknownCommand } from './commands/unknown.ts';
import { FILE_WINDOWS, registerCustomerFile } from './customer-file.ts';
import { DIGEST_WINDOWS, registerDigest } from './digest.ts';
import { appMention } from './events/app-mention.ts';
import { directMessage } from './events/direct-message.ts';
import { fileShared } from './events/file-shared.ts';
import { userChange } from './events/user-change.ts';
import { FOLLOW_UP_WINDOWS, registerFollowUps } from './follow-ups.ts';
import type { HomeTabs } from './home/home-tabs.ts';
import { HOME_WINDOWS, registerHome } from './home/register-home.ts';
import { registerService, SERVICE_WINDOWS } from './service.ts';
import type { Services } from './services.ts';
import { LOG_TO_CUSTOMER } from './shortcuts/log-to-customer.ts';
import { overrideSubmitted } from './views/override.ts';
import { shareSubmitted } from './views/share.ts';
import { whatIfSubmitted } from './views/what-if.ts';

/** The slash commands that have a listener; the manifest declares the same. */
export const COMMANDS = ['/customer', '/followups', '/tiers'] as const;

/** The events that have a listener; the manifest subscribes to the same. */
export const EVENTS = ['app_home_opened', 'app_mention', 'message.im', 'user_change'] as const;

/** The events that have a listener for posted files; the manifest subscribes to them when files are taken. */
export const FILE_EVENTS = ['file_shared'] as const;

/** The shortcuts that have a listener, by `callback_id`; the manifest declares the same. */
export const SHORTCUTS = [LOG_TO_CUSTOMER] as const;

/** Every window that has a listener. */
const WINDOWS = [
  OVERRIDE_VIEW,
  SHARE_VIEW,
  WHAT_IF_VIEW,
  ...DIGEST_WINDOWS,
  ...FILE_WINDOWS,
  ...FOLLOW_UP_WINDOWS,
  ...HOME_WINDOWS,
  ...SERVICE_WINDOWS,
] as const;

/** Any of ours; where a block has several buttons of one kind their ids end in a number. */
const KNOWN_ACTION = `(?:(?:${Object.values(ACTION).join('|')})(?:_\\d+)?|${ACTION.homePage}_\\w+)`;

/** Registers every listener, and one each for commands, buttons, menus, modals and shortcuts that no other takes. */
export function registerListeners(app: App, services: Services, tabs: HomeTabs): void {
  app.command('/customer', customerCommand(services));
  app.command('/followups', followUpsCommand(services));
  app.command(new RegExp(`^(?!(?:${COMMANDS.join('|')})$)`), unknownCommand(services));

  app.action<BlockAction>({ type: 'block_actions', action_id: ACTION.why }, whyAction(services));
  app.action<BlockAction>({ type: 'block_actions', action_id: ACTION.share }, shareAction(services));
  app.action<BlockAction>({ type: 'block_actions', action_id: ACTION.choose }, showCustomerAction(services));
  app.action<BlockAction>(
    { type: 'block_actions', action_id: new RegExp(`^${ACTION.show}_\\d+$`) },
    showCustomerAction(services),
  );
  app.action<BlockAction>(
    { type: 'block_actions', action_id: new RegExp(`^(?!${KNOWN_ACTION}$)`) },
    unknownAction(services),
  );

  app.action<BlockAction>({ type: 'block_actions', action_id: ACTION.setTier }, setTierAction(services));
  app.action<BlockAction>({ type: 'block_actions', action_id: ACTION.withdrawTier }, withdrawTierAction(services));
  app.view(OVERRIDE_VIEW, overrideSubmitted(services));

  app.action<BlockAction>(
    { type: 'block_actions', action_id: ACTION.more },
    customerWindowAction(services, moreWindow),
  );
  app.action<BlockAction>(
    { type: 'block_actions', action_id: ACTION.whatIf },
    customerWindowAction(services, (card, viewer, window) => whatIfWindow(card, viewer, window)),
  );
  app.view(WHAT_IF_VIEW, whatIfSubmitted(services));
  app.view(SHARE_VIEW, shareSubmitted(services));

  registerFollowUps(app, services);
  registerCustomerFile(app, services);
  registerService(app, services);
  registerDigest(app, services);

  const tables = postedTableActions(services);
  for (const actionId of [ACTION.importTable, ACTION.importAlone]) {
    app.action<BlockAction>({ type: 'block_actions', action_id: actionId }, tables.import);
  }
  app.action<BlockAction>({ type: 'block_actions', action_id: ACTION.cancelTable }, tables.cancel);
  app.action<BlockAction>(
    { type: 'block_actions', action_id: new RegExp(`^${ACTION.decideTable}_\\d+$`) },
    tables.decide,
  );

  registerHome(app, services, tabs);
  app.event('app_mention', appMention(services));
  app.event('message', directMessage(services));
  app.event('user_change', userChange(services));
  app.event('file_shared', fileShared(services));

  // What no version knows any more; unanswered it would show the person a time-out.
  app.options(new RegExp(`^(?!${ACTION.findCustomer}$)`), async ({ ack }) => ack({ options: [] }));
  app.view(new RegExp(`^(?!(?:${WINDOWS.join('|')})$)`), async ({ ack }) => ack());
  app.view({ type: 'view_closed', callback_id: /^/ }, async ({ ack }) => ack());
  app.shortcut(new RegExp(`^(?!(?:${SHORTCUTS.join('|')})$)`), async ({ ack }) => ack());
}
