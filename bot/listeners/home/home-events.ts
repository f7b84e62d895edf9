import type { AllMiddlewareArgs, AnyMiddlewareArgs, BlockAction, SlackEventMiddlewareArgs } from '@slack/bolt';
import { parseIsoDate } from '../../../core/calendar-date.ts';
import { ACTION } from '../../blocks/action-ids.ts';
import { FIRST_PAGE, type HomePage, readHomePage } from '../../blocks/home/home-page.ts';
import { type BlockActionArgs, buttonValueOf } from '../actions/action-args.ts';
import { actionAsker } from '../asker.ts';
import { writerOf } from '../conversation/writer-of.ts';
import type { HomeTabs } from './home-tabs.ts';

/** `app_home_opened`: the tab is shown as of now, on the page where it was left. Slack sends the event for the tab of messages too. */
export function homeOpened(tabs: HomeTabs) {
  return async ({ body, event }: SlackEventMiddlewareArgs<'app_home_opened'>): Promise<void> => {
    if (event.tab !== 'home') return;
    const asker = { userId: event.user, teamId: body.team_id, enterpriseId: body.enterprise_id ?? null };
    await tabs.show(asker, readHomePage(event.view?.private_metadata ?? '') ?? FIRST_PAGE);
  };
}

/** A button or menu that goes to a page, or a day that is chosen on one. One of an older version goes to the first. */
export function homePageAction(tabs: HomeTabs) {
  return async ({ ack, action, body }: BlockActionArgs): Promise<void> => {
    await ack();
    await tabs.show(actionAsker(body), pageAsked(action, body) ?? FIRST_PAGE, body.view?.hash);
  };
}

function pageAsked(action: BlockActionArgs['action'], { view }: BlockAction): HomePage | undefined {
  if (action.type === 'button') return readHomePage(buttonValueOf(action));
  if (action.type === 'static_select') return readHomePage(action.selected_option?.value ?? '');
  if (action.type !== 'datepicker') return undefined;
  const page = readHomePage(view?.private_metadata ?? '');
  return page?.kind === 'digest' ? { ...page, on: parseIsoDate(action.selected_date ?? '') } : page;
}

/** After whatever a person did in Slack, the person's Home tab is brought up to date, on the page where it is. */
export function homeFollows(tabs: HomeTabs) {
  return async (args: AnyMiddlewareArgs & AllMiddlewareArgs): Promise<void> => {
    await args.next();
    const { body } = args;
    const writer = writerOf(body)?.userId;
    if (('event' in body && writer === undefined) || wentToPage(args) || isTyping(body)) return;
    if (isAction(body) && body.view?.type === 'home') {
      tabs.remember(actionAsker(body), readHomePage(body.view.private_metadata) ?? FIRST_PAGE, body.view.hash);
    }
    const userId = writer ?? ('user' in body ? body.user.id : 'user_id' in body ? body.user_id : undefined);
    if (typeof userId === 'string') await tabs.refresh(userId);
  };
}

/** Whether what was pressed has shown a page already. */
function wentToPage(args: AnyMiddlewareArgs): boolean {
  return 'action' in args && 'action_id' in args.action && args.action.action_id.startsWith(ACTION.homePage);
}

/** Whether the person is still typing into a menu, which would close if the tab were put anew. */
function isTyping(body: AnyMiddlewareArgs['body']): boolean {
  return 'type' in body && body.type === 'block_suggestion';
}

function isAction(body: AnyMiddlewareArgs['body']): body is BlockAction {
  return 'type' in body && body.type === 'block_actions';
}
