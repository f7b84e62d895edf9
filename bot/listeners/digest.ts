import type { App, BlockAction } from '@slack/bolt';
import { ACTION } from '../blocks/action-ids.ts';
import { DIGEST_SETTINGS_VIEW } from '../blocks/digest-settings-window.ts';
import { digestCardAction, digestListAction, digestPageAction } from './actions/digest-list.ts';
import { tiersCommand } from './commands/tiers.ts';
import { digestSettingsAction, digestSettingsSent } from './digest-settings.ts';
import type { Services } from './services.ts';

/** The windows that have a listener here. */
export const DIGEST_WINDOWS = [DIGEST_SETTINGS_VIEW] as const;

/** Registers `/tiers` and what can be pressed in digests and the windows behind their numbers. */
export function registerDigest(app: App, services: Services): void {
  app.command('/tiers', tiersCommand(services));
  const actions = {
    [ACTION.digestList]: digestListAction(services),
    [ACTION.digestPage]: digestPageAction(services),
    [ACTION.digestCard]: digestCardAction(services),
  };
  for (const [actionId, listener] of Object.entries(actions))
    app.action<BlockAction>({ type: 'block_actions', action_id: new RegExp(`^${actionId}_\\d+$`) }, listener);
  app.action<BlockAction>(
    { type: 'block_actions', action_id: new RegExp(`^${ACTION.digestSettings}(?:_\\d+)?$`) },
    digestSettingsAction(services),
  );
  app.view(DIGEST_SETTINGS_VIEW, digestSettingsSent(services));
}
