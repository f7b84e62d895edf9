import { parseIsoDate } from '../../../core/calendar-date.ts';
import { BOT_TEXT } from '../../../core/text/bot-text.ts';
import { formatDate } from '../../../core/text/format.ts';
import { tierText } from '../../../core/text/grading-text.ts';
import { OVERRIDE_TEXT } from '../../../core/text/override-text.ts';
import { noticeWindow } from '../../blocks/notice-window.ts';
import { OVERRIDE_FIELD } from '../../blocks/override-modal.ts';
import { refusalOf } from '../refusal.ts';
import type { Services } from '../services.ts';
import { submitInTime, type WindowAnswer } from './submit-in-time.ts';

/** The window of *Set tier* was sent: what is wrong is said beside its field, and what was done in the window. */
export function overrideSubmitted(services: Services) {
  return submitInTime(
    services,
    ({ language }) => OVERRIDE_TEXT[language],
    async (body, { language }, context): Promise<WindowAnswer> => {
      const text = OVERRIDE_TEXT[language];
      const notice = (sentence: string): WindowAnswer => ({
        response_action: 'update',
        view: noticeWindow(text.title, sentence, language),
      });
      const { values } = body.view.state;
      const tier = values[OVERRIDE_FIELD.tier]?.[OVERRIDE_FIELD.tier]?.selected_option?.value ?? '';
      const reason = values[OVERRIDE_FIELD.reason]?.[OVERRIDE_FIELD.reason]?.value ?? '';
      const until = values[OVERRIDE_FIELD.until]?.[OVERRIDE_FIELD.until]?.selected_date ?? '';
      const customerId = body.view.private_metadata;
      try {
        await services.useCases.setOverride(context, { customerId, tier, reason, expiresOn: parseIsoDate(until) });
      } catch (error) {
        const refusal = refusalOf(error, language);
        if (refusal === undefined) throw error;
        const field = FIELD_OF[refusal.code];
        if (field === undefined) return notice(refusal.sentence);
        return { response_action: 'errors', errors: { [field]: refusal.sentence } };
      }
      const card = await services.useCases.showCustomer(context, customerId);
      const scheme = card?.grading?.fitted.scheme;
      const day = card?.override?.expiresOn;
      if (card === undefined || scheme === undefined || day === undefined)
        return notice(BOT_TEXT[language].customerGone);
      return notice(text.set(card.name, tierText(tier, scheme, language), formatDate(day, language)));
    },
  );
}

const FIELD_OF: Readonly<Record<string, string | undefined>> = {
  'no-such-tier': OVERRIDE_FIELD.tier,
  'override-reason': OVERRIDE_FIELD.reason,
  'override-expiry': OVERRIDE_FIELD.until,
};
