import type { ViewSubmitAction } from '@slack/bolt';
import { type CalendarDate, parseIsoDate } from '../../../core/calendar-date.ts';
import { BOT_TEXT } from '../../../core/text/bot-text.ts';
import { FOLLOW_UP_TEXT, type FollowUpText } from '../../../core/text/follow-up-text.ts';
import { shortDay } from '../../../core/text/short-day.ts';
import { type CustomerWindow, readCustomerWindow } from '../../blocks/customer-window.ts';
import { FOLLOW_UP_FIELD } from '../../blocks/follow-up-modals.ts';
import { noticeWindow } from '../../blocks/notice-window.ts';
import type { Viewer } from '../../blocks/viewer.ts';
import type { FollowUpDone } from '../../use-cases/act-on-customer.ts';
import type { ActionRequest } from '../../use-cases/action-request.ts';
import type { UseCaseContext } from '../../use-cases/context.ts';
import { actionRefusalOf } from '../action-refusal.ts';
import { doneWindowOf } from '../done-window-of.ts';
import { putCard } from '../put-card.ts';
import type { Services } from '../services.ts';
import { submitInTime, type WindowAnswer } from './submit-in-time.ts';

/** The window of *Snooze* was sent. */
export function snoozeSubmitted(services: Services) {
  return followUpSubmitted(services, 'snooze', {
    field: FOLLOW_UP_FIELD.day,
    do: (context, request, body) => services.useCases.snoozeFollowUp(context, { ...request, until: untilIn(body) }),
    say: (done, text, { language, today }, body) =>
      text.snoozed(done.customerName, shortDay(untilIn(body), today, language)),
  });
}

/** The window of *Skip* was sent. */
export function skipSubmitted(services: Services) {
  return followUpSubmitted(services, 'skip', {
    field: FOLLOW_UP_FIELD.reason,
    do: (context, request, body) => {
      const reason = fieldIn(body, FOLLOW_UP_FIELD.reason)?.value ?? '';
      return services.useCases.skipFollowUp(context, { ...request, reason });
    },
    say: (done, text) => text.skipped(done.customerName),
  });
}

/** The window of *Pause* was sent. */
export function pauseSubmitted(services: Services) {
  return followUpSubmitted(services, 'pause', {
    field: FOLLOW_UP_FIELD.day,
    do: (context, request, body) => services.useCases.pauseFollowUp(context, { ...request, until: dayIn(body) }),
    say: ({ customerName }, text, { language, today }, body) => {
      const until = dayIn(body);
      return text.paused(customerName, until === undefined ? null : shortDay(until, today, language));
    },
  });
}

/** The window of *Reassign* was sent. */
export function reassignSubmitted(services: Services) {
  return followUpSubmitted(services, 'reassign', {
    field: FOLLOW_UP_FIELD.owner,
    do: (context, request, body) => {
      const toMemberId = fieldIn(body, FOLLOW_UP_FIELD.owner)?.selected_option?.value ?? '';
      return services.useCases.reassignCustomer(context, { ...request, toMemberId });
    },
    say: ({ customerName, ownerName }, text) => text.reassigned(customerName, ownerName),
  });
}

/** What one of the windows does. */
interface Submission<Done extends FollowUpDone> {
  /** The field beside which it is said what is wrong with the input. */
  readonly field: string;
  readonly do: (context: UseCaseContext, request: ActionRequest, body: ViewSubmitAction) => Promise<Done>;
  readonly say: (done: Done, text: FollowUpText, viewer: Viewer, body: ViewSubmitAction) => string;
}

/** Refusals that are about what was typed or chosen. */
const ABOUT_INPUT = new Set<string>(['until-day', 'skip-reason', 'member-gone', 'same-owner']);

function followUpSubmitted<Done extends FollowUpDone>(
  services: Services,
  kind: 'snooze' | 'skip' | 'pause' | 'reassign',
  { do: act, field, say }: Submission<Done>,
) {
  return submitInTime(
    services,
    ({ language }) => ({ title: FOLLOW_UP_TEXT[language][kind], failed: FOLLOW_UP_TEXT[language].failed }),
    async (body, viewer, context, afterwards): Promise<WindowAnswer> => {
      const text = FOLLOW_UP_TEXT[viewer.language];
      const notice = (sentence: string): WindowAnswer => ({
        response_action: 'update',
        view: noticeWindow(text[kind], sentence, viewer.language),
      });
      const window: CustomerWindow | undefined = readCustomerWindow(body.view.private_metadata);
      if (window === undefined) return notice(BOT_TEXT[viewer.language].customerGone);
      try {
        const { customerId, seenAt } = window;
        const done = await act(context, { customerId, seenAt, requestId: `view:${body.view.id}` }, body);
        afterwards(() => putCard(services, context, viewer, window));
        const view = doneWindowOf(text[kind], done, [say(done, text, viewer, body)], viewer, window);
        return { response_action: 'update', view };
      } catch (error) {
        const refusal = actionRefusalOf(error, viewer);
        if (refusal === undefined) throw error;
        if (!ABOUT_INPUT.has(refusal.code)) return notice(refusal.sentence);
        return { response_action: 'errors', errors: { [field]: refusal.sentence } };
      }
    },
  );
}

function fieldIn(body: ViewSubmitAction, id: string) {
  return body.view.state.values[id]?.[id];
}

function dayIn(body: ViewSubmitAction): CalendarDate | undefined {
  return parseIsoDate(fieldIn(body, FOLLOW_UP_FIELD.day)?.selected_date ?? '');
}

/** The day that was picked, or else the choice. */
function untilIn(body: ViewSubmitAction): CalendarDate {
  const chosen = fieldIn(body, FOLLOW_UP_FIELD.until)?.selected_option?.value ?? '';
  const until = dayIn(body) ?? parseIsoDate(chosen.split(' ')[1] ?? '');
  if (until === undefined) throw new Error('The window names no day.');
  return until;
}
