import { parseIsoDate } from '../../../core/calendar-date.ts';
import { COMPLAINT_TEXT } from '../../../core/text/complaint-text.ts';
import { formatMoney } from '../../../core/text/format.ts';
import { PROSPECT_TEXT } from '../../../core/text/prospect-text.ts';
import { CLOSE_COMPLAINT_FIELD, COMPLAINT_FIELD } from '../../blocks/complaint-windows.ts';
import { plainName } from '../../blocks/plain-name.ts';
import { PROSPECT_FIELD } from '../../blocks/prospect-windows.ts';
import { inLines, richText, run } from '../../blocks/rich-text.ts';
import { moment, signingText } from '../../blocks/service-blocks.ts';
import type { Services } from '../services.ts';
import { customerWindowSubmitted } from './customer-window.ts';

/** The window of *Complaint* was sent. */
export function complaintSubmitted(services: Services) {
  return customerWindowSubmitted(
    services,
    (language) => COMPLAINT_TEXT[language].title,
    {
      'complaint-channel': COMPLAINT_FIELD.channel,
      'complaint-cause': COMPLAINT_FIELD.cause,
      'complaint-text': COMPLAINT_FIELD.description,
    },
    async ({ context, requestId, value, viewer, window }) => {
      const changed = await services.useCases.openComplaint(context, {
        customerId: window.customerId,
        requestId,
        channel: value(COMPLAINT_FIELD.channel),
        cause: value(COMPLAINT_FIELD.cause),
        description: value(COMPLAINT_FIELD.description),
      });
      const said = run(`${COMPLAINT_TEXT[viewer.language].opened(plainName(changed.name, 140))} `);
      return { changed, lines: [], blocks: [richText(inLines([said, moment(changed.complaint.answerBy)]))] };
    },
  );
}

/** The window of *Close complaint* was sent. */
export function closeComplaintSubmitted(services: Services) {
  return customerWindowSubmitted(
    services,
    (language) => COMPLAINT_TEXT[language].closeTitle,
    { 'complaint-text': CLOSE_COMPLAINT_FIELD.resolution },
    async ({ context, requestId, value, viewer, window }) => {
      const resolution = value(CLOSE_COMPLAINT_FIELD.resolution);
      const complaintId = window.subject ?? '';
      const changed = await services.useCases.closeComplaint(context, { complaintId, requestId, resolution });
      return { changed, lines: [COMPLAINT_TEXT[viewer.language].closedDone(changed.name)] };
    },
  );
}

/** The window of *Won* was sent. */
export function wonSubmitted(services: Services) {
  return customerWindowSubmitted(
    services,
    (language) => PROSPECT_TEXT[language].wonTitle,
    {
      'end-amount': PROSPECT_FIELD.amount,
      'end-currency': PROSPECT_FIELD.currency,
      'end-day': PROSPECT_FIELD.day,
    },
    async ({ context, requestId, value, viewer, window }) => {
      const changed = await services.useCases.winProspect(context, {
        customerId: window.customerId,
        requestId,
        amount: value(PROSPECT_FIELD.amount),
        currency: value(PROSPECT_FIELD.currency),
        wonOn: parseIsoDate(value(PROSPECT_FIELD.day)),
      });
      const { language } = viewer;
      const amount = formatMoney(changed.amount, language, { currency: changed.currency });
      return { changed, lines: [PROSPECT_TEXT[language].wonDone(changed.name, amount)] };
    },
  );
}

/** The window of *Lost* was sent. */
export function lostSubmitted(services: Services) {
  return customerWindowSubmitted(
    services,
    (language) => PROSPECT_TEXT[language].lostTitle,
    { 'lost-reason': PROSPECT_FIELD.reason, 'end-day': PROSPECT_FIELD.day },
    async ({ context, requestId, value, viewer, window }) => {
      const changed = await services.useCases.loseProspect(context, {
        customerId: window.customerId,
        requestId,
        reason: value(PROSPECT_FIELD.reason),
        lostOn: parseIsoDate(value(PROSPECT_FIELD.day)),
      });
      return { changed, lines: [PROSPECT_TEXT[viewer.language].lostDone(changed.name)] };
    },
  );
}

/** The window of *Expected signing* was sent. */
export function expectedSubmitted(services: Services) {
  return customerWindowSubmitted(
    services,
    (language) => PROSPECT_TEXT[language].expectedTitle,
    { 'end-amount': PROSPECT_FIELD.amount, 'expected-day': PROSPECT_FIELD.day },
    async ({ context, requestId, value, viewer, window }) => {
      const changed = await services.useCases.expectSigning(context, {
        customerId: window.customerId,
        requestId,
        amount: value(PROSPECT_FIELD.amount),
        expectedOn: parseIsoDate(value(PROSPECT_FIELD.day)) ?? null,
      });
      const card = await services.useCases.showCustomer(context, changed.customerId);
      const signing = card?.service.signing ?? null;
      const { language } = viewer;
      const line = signing === null ? changed.name : signingText(signing, language);
      return { changed, lines: [PROSPECT_TEXT[language].expectedDone(changed.name, line)] };
    },
  );
}
