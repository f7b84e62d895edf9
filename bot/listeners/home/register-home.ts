import type { App, BlockAction } from '@slack/bolt';
import { ACTION } from '../../blocks/action-ids.ts';
import { PUBLISH_VIEW } from '../../blocks/home/publish-windows.ts';
import type { Services } from '../services.ts';
import { homeOpened, homePageAction } from './home-events.ts';
import type { HomeTabs } from './home-tabs.ts';
import {
  documentSent,
  publishAction,
  publishChosen,
  publishSimulatedAction,
  rollBackAction,
  simulateAgainAction,
  stopSegmentsAction,
} from './schemes.ts';

/** The windows that have a listener here. */
export const HOME_WINDOWS = [...Object.values(PUBLISH_VIEW)] as const;

/** Registers the Home tab: its opening, the buttons that go to its pages, and what admins do on them. */
export function registerHome(app: App, services: Services, tabs: HomeTabs): void {
  app.event('app_home_opened', homeOpened(tabs));
  app.action<BlockAction>(
    { type: 'block_actions', action_id: new RegExp(`^${ACTION.homePage}(?:_\\w+)?$`) },
    homePageAction(tabs),
  );
  const actions = {
    [ACTION.publishScheme]: publishAction(services),
    [ACTION.rollBackScheme]: rollBackAction(services),
    [ACTION.publishSimulated]: publishSimulatedAction(services, { anyway: false }),
    [ACTION.publishAnyway]: publishSimulatedAction(services, { anyway: true }),
    [ACTION.simulateAgain]: simulateAgainAction(services),
    [ACTION.stopSegments]: stopSegmentsAction(services),
  };
  for (const [actionId, listener] of Object.entries(actions)) {
    app.action<BlockAction>({ type: 'block_actions', action_id: new RegExp(`^${actionId}(?:_\\d+)?$`) }, listener);
  }
  app.view(PUBLISH_VIEW.choose, publishChosen(services));
  app.view(PUBLISH_VIEW.document, documentSent(services));
}
