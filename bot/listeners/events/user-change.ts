import type { SlackEventMiddlewareArgs } from '@slack/bolt';
import { profileOf } from '../people.ts';
import type { Services } from '../services.ts';

/**
 * Someone's profile changed: the next answer asks for language and time zone anew, and what is sent without being asked for
 * goes by the new ones. Whoever Slack has deactivated has left.
 */
export function userChange(services: Services) {
  return async ({ event }: SlackEventMiddlewareArgs<'user_change'>): Promise<void> => {
    const { user } = event;
    services.people.forget(user.id);
    await services.useCases.profileChanged(services.workspace.id, profileOf(user.id, user), user.deleted);
  };
}
