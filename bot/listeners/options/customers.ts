import type { SlackOptionsMiddlewareArgs } from '@slack/bolt';
import { customerOptions } from '../../blocks/match-menu.ts';
import { actionAsker, belongsHere, contextOf, viewerOf } from '../asker.ts';
import type { Services } from '../services.ts';

/** The menu that finds a customer by what is typed: those that fit, best first; none for people of other companies. */
export function customerOptionsAsked(services: Services) {
  return async ({ ack, body }: SlackOptionsMiddlewareArgs<'block_suggestion'>): Promise<void> => {
    const asker = actionAsker({ user: body.user, team: body.team });
    if (!belongsHere(asker, services.workspace)) return ack({ options: [] });
    const { language } = await viewerOf(asker, services);
    const { exact, others } = await services.useCases.findCustomers(await contextOf(asker, services), body.value);
    return ack({ options: customerOptions([...exact, ...others], language) });
  };
}
