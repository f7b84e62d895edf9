import type { SlackEventMiddlewareArgs } from '@slack/bolt';
import type { Services } from '../services.ts';

/** Someone's profile changed: language and time zone are asked for anew at the next answer. */
export function userChange(services: Services) {
  return async ({ event }: SlackEventMiddlewareArgs<'user_change'>): Promise<void> => {
    services.people.forget(event.user.id);
  };
}
