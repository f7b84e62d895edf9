import { BOT_TEXT } from '../../../core/text/bot-text.ts';
import { WHAT_IF_TEXT } from '../../../core/text/what-if-text.ts';
import { readCustomerWindow } from '../../blocks/customer-window.ts';
import { noticeWindow } from '../../blocks/notice-window.ts';
import { whatIfAnswer } from '../../blocks/what-if-answer.ts';
import { WHAT_IF_FIELD, whatIfWindow } from '../../blocks/what-if-window.ts';
import type { Services } from '../services.ts';
import { fieldsOf } from './file-window.ts';
import { submitInTime, type WindowAnswer } from './submit-in-time.ts';

/** Other figures were sent: what would come of them, above the field for the next. Nothing is saved. */
export function whatIfSubmitted(services: Services) {
  return submitInTime(
    services,
    ({ language }) => WHAT_IF_TEXT[language],
    async (body, viewer, context): Promise<WindowAnswer> => {
      const { language } = viewer;
      const text = WHAT_IF_TEXT[language];
      const notice = (sentence: string): WindowAnswer => ({
        response_action: 'update',
        view: noticeWindow(text.title, sentence, language),
      });
      const window = readCustomerWindow(body.view.private_metadata);
      const card = window && (await services.useCases.showCustomer(context, window.customerId));
      if (card === undefined || window === undefined) return notice(BOT_TEXT[language].customerGone);
      const supposed = await services.useCases.suppose(context, card.id, fieldsOf(body).get(WHAT_IF_FIELD) ?? '');
      if (supposed === undefined) return notice(text.notGraded);
      const { blocks } = whatIfAnswer(card.name, supposed, language);
      return { response_action: 'update', view: whatIfWindow(card, viewer, window, blocks) };
    },
  );
}
