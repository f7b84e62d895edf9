import type { AllMiddlewareArgs, SlackOptionsMiddlewareArgs } from '@slack/bolt';
import { matchOption } from '../../blocks/match-menu.ts';
import { actionAsker, belongsHere, contextOf, viewerOf } from '../asker.ts';
import type { Services } from '../services.ts';

type SuggestionArgs = SlackOptionsMiddlewareArgs<'block_suggestion'> & AllMiddlewareArgs;

/** The customers that fit what is typed into a window's field, best first; those that look alike where none does. */
export function customerOptions(services: Services) {
  return async ({ ack, body }: SuggestionArgs): Promise<void> => {
    const asker = actionAsker(body);
    if (!belongsHere(asker, services.workspace)) {
      await ack({ options: [] });
      return;
    }
    try {
      const { language } = await viewerOf(asker, services);
      const { exact, others } = await services.useCases.findCustomers(await contextOf(asker, services), body.value);
      await ack({ options: [...exact, ...others].map((match) => matchOption(match, language)) });
    } catch (error) {
      // Slack shows nothing of an error here but a time-out.
      services.log.error({ err: error }, 'customers could not be suggested');
      await ack({ options: [] });
    }
  };
}
