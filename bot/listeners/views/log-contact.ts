import type { ViewSubmitAction } from '@slack/bolt';
import { parseIsoDate } from '../../../core/calendar-date.ts';
import { CONTACT_OUTCOMES, type ContactOutcome } from '../../../core/follow-ups/contact-outcome.ts';
import { CONTACT_METHODS, type ContactMethod } from '../../../core/grading/contact-methods.ts';
import { BOT_TEXT } from '../../../core/text/bot-text.ts';
import { METHOD_TEXT, OUTCOME_TEXT } from '../../../core/text/contact-text.ts';
import { FOLLOW_UP_TEXT } from '../../../core/text/follow-up-text.ts';
import { ACTION } from '../../blocks/action-ids.ts';
import type { CustomerWindow } from '../../blocks/customer-window.ts';
import { type ContactDraft, LOG_FIELD, logModal } from '../../blocks/log-modal.ts';
import { type LogWindow, readLogWindow } from '../../blocks/log-window.ts';
import { noticeWindow } from '../../blocks/notice-window.ts';
import type { Viewer } from '../../blocks/viewer.ts';
import type { UseCaseContext } from '../../use-cases/context.ts';
import type { ContactRequest } from '../../use-cases/log-contact.ts';
import { actionRefusalOf } from '../action-refusal.ts';
import { complaintOffer } from '../complaint-offer.ts';
import { doneWindowOf } from '../done-window-of.ts';
import { putCard } from '../put-card.ts';
import type { Services } from '../services.ts';
import { submitInTime, type WindowAnswer } from './submit-in-time.ts';

/**
 * The window of *Log contact* was sent: what is wrong is said beside its field, and what was done in the window. When
 * somebody was quicker the window stays as it was filled in, says who, and can be sent again.
 */
export function logContactSubmitted(services: Services) {
  return submitInTime(
    services,
    ({ language }) => ({ title: FOLLOW_UP_TEXT[language].log, failed: FOLLOW_UP_TEXT[language].failed }),
    async (body, viewer, context, afterwards): Promise<WindowAnswer> => {
      const text = FOLLOW_UP_TEXT[viewer.language];
      const window = readLogWindow(body.view.private_metadata);
      const draft = draftIn(body);
      const customer = customerIn(body, window, viewer);
      if (customer === undefined || draft.method === undefined || draft.outcome === undefined)
        return notice(text.log, BOT_TEXT[viewer.language].customerGone, viewer);
      const { method, outcome } = draft;
      try {
        const done = await save(services, context, window.replaces, {
          ...draft,
          ...customer,
          // the window shows the day that stands: an empty field says that there is none
          nextOn: draft.nextOn ?? null,
          method,
          outcome,
          link: window.link,
          source: 'slack',
          requestId: `view:${body.view.id}`,
          language: viewer.language,
        });
        const logged = text.logged(
          done.customerName,
          METHOD_TEXT[viewer.language][method],
          OUTCOME_TEXT[viewer.language][outcome],
        );
        afterwards(() => putCard(services, context, viewer, customer));
        const noted = { customerId: customer.customerId, note: draft.note ?? '' };
        const complaint = await complaintOffer(noted, context, viewer, services);
        return { response_action: 'update', view: doneWindowOf(text.log, done, [logged], viewer, customer, complaint) };
      } catch (error) {
        const refusal = actionRefusalOf(error, viewer);
        if (refusal === undefined) throw error;
        if (refusal.code === 'already-done')
          return anyway(services, context, viewer, refusal.sentence, { ...window, customer }, draft);
        const field = FIELD_OF[refusal.code];
        if (field === undefined) return notice(text.log, refusal.sentence, viewer);
        return { response_action: 'errors', errors: { [field]: refusal.sentence } };
      }
    },
  );
}

const FIELD_OF: Readonly<Record<string, string | undefined>> = {
  'contact-day': LOG_FIELD.happenedOn,
  'next-day': LOG_FIELD.nextOn,
  'note-length': LOG_FIELD.note,
};

function save(services: Services, context: UseCaseContext, replaces: string | undefined, request: ContactRequest) {
  const { useCases } = services;
  return replaces === undefined
    ? useCases.logContact(context, request)
    : useCases.changeContact(context, replaces, request);
}

/** The same window once more, with what was filled in, to log the contact though somebody was quicker. */
async function anyway(
  { useCases }: Services,
  context: UseCaseContext,
  viewer: Viewer,
  quicker: string,
  window: LogWindow & { readonly customer: CustomerWindow },
  draft: ContactDraft,
): Promise<WindowAnswer> {
  const { customer } = window;
  const card = await useCases.showCustomer(context, customer.customerId);
  const proposal = await useCases.proposeContact(context, customer.customerId);
  const about = { customerName: card?.name ?? '', proposal, draft, quicker };
  const view = logModal(about, viewer, { ...window, customer: { ...customer, seenAt: viewer.now } });
  return { response_action: 'update', view };
}

function notice(title: string, sentence: string, { language }: Viewer): WindowAnswer {
  return { response_action: 'update', view: noticeWindow(title, sentence, language) };
}

/** The customer that the window is about, or that was chosen in it, as of now. */
function customerIn(body: ViewSubmitAction, window: LogWindow, { now }: Viewer): CustomerWindow | undefined {
  if (window.customer !== undefined) return window.customer;
  const chosen = body.view.state.values[ACTION.findCustomer]?.[ACTION.findCustomer]?.selected_option?.value;
  return chosen === undefined ? undefined : { customerId: chosen, seenAt: now };
}

function draftIn(body: ViewSubmitAction): ContactDraft {
  const { values } = body.view.state;
  const field = (id: string) => values[id]?.[id];
  const chosen = (id: string) => field(id)?.selected_option?.value;
  const satisfaction = Number(chosen(LOG_FIELD.satisfaction));
  return {
    method: oneOf<ContactMethod>(CONTACT_METHODS, chosen(LOG_FIELD.method)),
    outcome: oneOf<ContactOutcome>(CONTACT_OUTCOMES, chosen(LOG_FIELD.outcome)),
    note: field(LOG_FIELD.note)?.value ?? undefined,
    nextOn: parseIsoDate(field(LOG_FIELD.nextOn)?.selected_date ?? ''),
    happenedOn: parseIsoDate(field(LOG_FIELD.happenedOn)?.selected_date ?? ''),
    satisfaction: satisfaction >= 1 && satisfaction <= 5 ? satisfaction : undefined,
  };
}

function oneOf<T extends string>(known: readonly T[], text: string | undefined): T | undefined {
  return known.find((each) => each === text);
}
