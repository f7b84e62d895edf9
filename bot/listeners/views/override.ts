import { setTimeout as delay } from 'node:timers/promises';
import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { parseIsoDate } from '../../../core/calendar-date.ts';
import { BOT_TEXT } from '../../../core/text/bot-text.ts';
import { CARD_TEXT } from '../../../core/text/card-text.ts';
import { formatDate } from '../../../core/text/format.ts';
import { tierText } from '../../../core/text/grading-text.ts';
import { OVERRIDE_TEXT } from '../../../core/text/override-text.ts';
import { OVERRIDE_FIELD, overrideNotice } from '../../blocks/override-modal.ts';
import type { Viewer } from '../../blocks/viewer.ts';
import { actionAsker, belongsHere, contextOf, viewerOf } from '../asker.ts';
import { refusalOf } from '../refusal.ts';
import type { Services } from '../services.ts';

type ViewArgs = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs;

/** How the window answers: with a word beside a field, or with another window. */
type Answer =
  | { readonly response_action: 'errors'; readonly errors: Record<string, string> }
  | { readonly response_action: 'update'; readonly view: ModalView };

/**
 * The window of *Set tier* was sent: what is wrong is said beside its field, and what was done in the window. Slack waits
 * three seconds: when the database needs longer, the window says so and is filled when it is done.
 */
export function overrideSubmitted(services: Services) {
  return async ({ ack, body, view, client }: ViewArgs): Promise<void> => {
    const asker = actionAsker(body);
    const viewer = await viewerOf(asker, services);
    const { language } = viewer;
    if (!belongsHere(asker, services.workspace)) {
      await ack({ response_action: 'update', view: overrideNotice(BOT_TEXT[language].otherWorkspace, language) });
      return;
    }
    const answer = submit(body, viewer, services);
    const inTime = await Promise.race([
      answer.catch((error: unknown) => failure(error, viewer, services)),
      delay(services.loadingAfterMs, undefined, { ref: false }),
    ]);
    if (inTime !== undefined) {
      await ack(inTime);
      return;
    }
    await ack({ response_action: 'update', view: overrideNotice(CARD_TEXT[language].whyLoading, language) });
    const late = await answer.catch((error: unknown) => failure(error, viewer, services));
    const shown =
      late.response_action === 'update' ? late.view : overrideNotice(Object.values(late.errors).join(' '), language);
    await client.views.update({ view_id: view.id, view: shown });
  };
}

async function submit(body: ViewSubmitAction, viewer: Viewer, services: Services): Promise<Answer> {
  const { language } = viewer;
  const { values } = body.view.state;
  const tier = values[OVERRIDE_FIELD.tier]?.[OVERRIDE_FIELD.tier]?.selected_option?.value ?? '';
  const reason = values[OVERRIDE_FIELD.reason]?.[OVERRIDE_FIELD.reason]?.value ?? '';
  const until = values[OVERRIDE_FIELD.until]?.[OVERRIDE_FIELD.until]?.selected_date ?? '';
  const context = await contextOf(actionAsker(body), services);
  const customerId = body.view.private_metadata;
  try {
    await services.useCases.setOverride(context, { customerId, tier, reason, expiresOn: parseIsoDate(until) });
  } catch (error) {
    const refusal = refusalOf(error, language);
    if (refusal === undefined) throw error;
    const field = FIELD_OF[refusal.code];
    if (field === undefined) return { response_action: 'update', view: overrideNotice(refusal.sentence, language) };
    return { response_action: 'errors', errors: { [field]: refusal.sentence } };
  }
  const card = await services.useCases.showCustomer(context, customerId);
  const scheme = card?.grading?.fitted.scheme;
  const day = card?.override?.expiresOn;
  if (card === undefined || scheme === undefined || day === undefined) {
    return { response_action: 'update', view: overrideNotice(BOT_TEXT[language].customerGone, language) };
  }
  const sentence = OVERRIDE_TEXT[language].set(card.name, tierText(tier, scheme, language), formatDate(day, language));
  return { response_action: 'update', view: overrideNotice(sentence, language) };
}

/** What nobody foresaw: told in the window, and written down. */
function failure(error: unknown, { language }: Viewer, services: Services): Answer {
  services.log.error({ err: error }, 'setting a tier by hand failed');
  return { response_action: 'update', view: overrideNotice(OVERRIDE_TEXT[language].failed, language) };
}

const FIELD_OF: Readonly<Record<string, string | undefined>> = {
  'no-such-tier': OVERRIDE_FIELD.tier,
  'override-reason': OVERRIDE_FIELD.reason,
  'override-expiry': OVERRIDE_FIELD.until,
};
