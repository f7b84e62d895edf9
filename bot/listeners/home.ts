import type { AllMiddlewareArgs, AnyMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';
import type { HomeView } from '@slack/types';
import { BOT_TEXT } from '../../core/text/bot-text.ts';
import { HOME_TEXT } from '../../core/text/home-text.ts';
import { homeNotice, homeView } from '../blocks/home-view.ts';
import { takeTurns } from '../take-turns.ts';
import { type Asker, belongsHere, contextOf, viewerOf } from './asker.ts';
import { MOST_CARRIED_OVER } from './commands/follow-ups.ts';
import type { Services } from './services.ts';

/** Shows the Home tab to one person. */
export type PublishHome = (userId: string, view: HomeView) => Promise<void>;

/** Home tabs as they were last opened, kept as things are while their people work with them. */
export interface HomeTabs {
  /** Slack says that the person looks at the tab. */
  open(asker: Asker): Promise<void>;
  /** The person did something; never fails, and does nothing for who has not opened the tab. */
  refresh(userId: string): Promise<void>;
}

interface OpenTab {
  readonly asker: Asker;
  /** What is shown last is what was found out last. */
  readonly inTurn: ReturnType<typeof takeTurns>;
}

/** Of so many people it is remembered that they opened the tab; whoever is forgotten sees news on opening it again. */
const MOST_REMEMBERED = 10_000;

/** Home tabs that are shown by `publish` (Slack's `views.publish`, which replaces what was there). */
export function homeTabs(services: Services, publish: PublishHome): HomeTabs {
  const opened = new Map<string, OpenTab>();
  return {
    async open(asker) {
      if (opened.size >= MOST_REMEMBERED) opened.clear();
      const tab = opened.get(asker.userId) ?? { asker, inTurn: takeTurns(1) };
      opened.set(asker.userId, tab);
      const { language } = await services.people.find(asker.userId);
      try {
        await tab.inTurn(async () => publish(asker.userId, await viewFor(asker, services)));
      } catch (error) {
        await publish(asker.userId, homeNotice(HOME_TEXT[language].failed));
        throw error;
      }
    },
    async refresh(userId) {
      const tab = opened.get(userId);
      if (tab === undefined) return;
      try {
        await tab.inTurn(async () => publish(userId, await viewFor(tab.asker, services)));
      } catch (error) {
        services.log.info({ err: error }, 'a Home tab could not be brought up to date');
      }
    },
  };
}

/** `app_home_opened`: the tab is shown as of now. Slack sends the event for the tab of messages too. */
export function homeOpened(tabs: HomeTabs) {
  return async ({ body, event }: SlackEventMiddlewareArgs<'app_home_opened'>): Promise<void> => {
    if (event.tab !== 'home') return;
    await tabs.open({ userId: event.user, teamId: body.team_id, enterpriseId: body.enterprise_id ?? null });
  };
}

/** After whatever a person did in Slack, the person's Home tab is brought up to date. */
export function homeFollows(tabs: HomeTabs) {
  return async ({ body, next }: AnyMiddlewareArgs & AllMiddlewareArgs): Promise<void> => {
    await next();
    if ('event' in body) return;
    const userId = 'user' in body ? body.user.id : 'user_id' in body ? body.user_id : undefined;
    if (typeof userId === 'string') await tabs.refresh(userId);
  };
}

async function viewFor(asker: Asker, services: Services): Promise<HomeView> {
  const viewer = await viewerOf(asker, services);
  if (!belongsHere(asker, services.workspace)) return homeNotice(BOT_TEXT[viewer.language].otherWorkspace);
  const context = await contextOf(asker, services);
  const { memberId } = context.actor;
  const shown = { viewer, isOwn: true, seenAt: services.clock.now() };
  if (memberId === null) return homeView(null, shown);
  const day = await services.useCases.planRepDay(context, { memberId, mostCarriedOver: MOST_CARRIED_OVER });
  const isEmpty = day.customers === 0 && day.today.length === 0 && day.done.length === 0;
  return homeView(isEmpty ? null : day, shown);
}
