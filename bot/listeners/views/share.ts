import { BOT_TEXT } from '../../../core/text/bot-text.ts';
import { CARD_TEXT } from '../../../core/text/card-text.ts';
import { SHARE_TEXT } from '../../../core/text/share-text.ts';
import { noticeWindow } from '../../blocks/notice-window.ts';
import { plainName } from '../../blocks/plain-name.ts';
import { SHARE_FIELD } from '../../blocks/share-window.ts';
import { sharedCard } from '../../blocks/shared-card.ts';
import { shareRefusal } from '../actions/share.ts';
import type { Services } from '../services.ts';
import { fieldsOf } from './file-window.ts';
import { submitInTime, type ViewArgs, type WindowAnswer } from './submit-in-time.ts';

/** A channel was chosen: tier and owner are posted there as they are now, in the language of channels where one is set. */
export function shareSubmitted(services: Services) {
  return async (args: ViewArgs): Promise<void> => {
    const listener = submitInTime(
      services,
      ({ language }) => ({ title: CARD_TEXT[language].share, failed: SHARE_TEXT[language].failed }),
      async (body, { language }, context): Promise<WindowAnswer> => {
        const text = SHARE_TEXT[language];
        const chosen = fieldsOf(body).get(SHARE_FIELD) ?? '';
        const beside = (sentence: string): WindowAnswer => ({
          response_action: 'errors',
          errors: { [SHARE_FIELD]: sentence },
        });
        const notice = (sentence: string): WindowAnswer => ({
          response_action: 'update',
          view: noticeWindow(CARD_TEXT[language].share, sentence, language),
        });
        if (chosen === '') return beside(text.chooseOne);
        const { useCases } = services;
        const card = await useCases.showCustomer(context, body.view.private_metadata);
        if (card === undefined) return notice(BOT_TEXT[language].customerGone);
        try {
          const shown = (await useCases.channelLanguage(context)) ?? language;
          const claim = { channel: chosen, requestId: `share:${body.trigger_id}` };
          // another process, to which Slack has delivered the same, has posted it
          if (!(await useCases.claimAnswer(services.workspace.id, claim)))
            return notice(text.shared(plainName(card.name, 140)));
          const message = { ...sharedCard(card, body.user.id, shown), channel: chosen };
          const { channel, ts } = await args.client.chat.postMessage(message);
          if (channel !== undefined && ts !== undefined)
            await useCases.rememberCards(context, [{ channel, ts, customerId: card.id }]);
        } catch (error) {
          const sentence = shareRefusal(error, BOT_TEXT[language]);
          if (sentence === undefined) throw error;
          services.log.info({ err: error }, 'sharing to a channel was refused');
          return beside(sentence);
        }
        return notice(text.shared(plainName(card.name, 140)));
      },
    );
    await listener(args);
  };
}
