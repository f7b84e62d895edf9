import { addDays, type CalendarDate } from '../../core/calendar-date.ts';
import type { ContactOutcome } from '../../core/follow-ups/contact-outcome.ts';
import type { ContactMethod } from '../../core/grading/contact-methods.ts';
import type { Language } from '../../core/text/language.ts';
import type { ContactState } from '../store/contact-state.ts';
import { type Interaction, insertInteraction, undoInteraction } from '../store/interactions.ts';
import type { MemberAction } from '../store/member-actions.ts';
import { newId } from '../store/new-id.ts';
import { type Acting, actOnCustomer, actWithin, type CustomerAction, type FollowUpDone } from './act-on-customer.ts';
import type { ActionRequest } from './action-request.ts';
import type { UseCaseContext } from './context.ts';
import { nextContact, nextWorkingDay } from './next-contact.ts';
import { LONGEST_COMMENT, recordSurveyOfContact, undoSurveyOfContact } from './record-survey.ts';
import { UseCaseError } from './use-case-error.ts';

/** How far back a contact can lie, and how far ahead the next one. */
const OLDEST_DAYS = 366;
const FARTHEST_DAYS = 731;
/** The most characters of a note: what Slack's input takes. */
export const LONGEST_NOTE = 3000;
/** As much of a note stands in lists beside the day that was promised. */
const LONGEST_PROMISE = 200;

/** A contact as a person tells it. */
export interface ContactRequest extends ActionRequest {
  readonly method: ContactMethod;
  readonly outcome: ContactOutcome;
  readonly note?: string | undefined;
  /** Default: today, where the person is. */
  readonly happenedOn?: CalendarDate | undefined;
  /** The day that was agreed on for the next contact; null: none, whatever was agreed before; left out: nothing was said of it. */
  readonly nextOn?: CalendarDate | null | undefined;
  /** How satisfied the customer said it was, 1–5; a low one is promised a contact, in this language (default English). */
  readonly satisfaction?: number | undefined;
  readonly language?: Language | undefined;
  readonly source: 'slack' | 'cli';
  /** The Slack message that tells of it. */
  readonly link?: string | undefined;
}

/**
 * Logs a contact, by whoever made it: it starts the cadence again, and clears a snooze, a skip and a promise whose day has
 * come; one that lies ahead stays, unless there is a new day or none any more. When nobody was there (`no-answer`) it is an attempt alone, to be repeated on the next working day or
 * on `nextOn`, however late the customer would come otherwise.
 *
 * Throws {@link UseCaseError} `no-such-customer`, `contact-day`, `next-day`, `note-length`, and `already-done` as
 * {@link actOnCustomer}.
 */
export async function logContact(context: UseCaseContext, request: ContactRequest): Promise<FollowUpDone> {
  return withSatisfaction(context, request, await actOnCustomer(context, request, contactAction(request)));
}

/**
 * Records how satisfied the customer said it was at a contact that has just been logged, if it did. In a transaction of its
 * own: it grades the customer again, and logging a contact waits for no grading.
 */
export async function withSatisfaction(
  context: UseCaseContext,
  { satisfaction, outcome, note, happenedOn, language }: ContactRequest,
  done: FollowUpDone,
): Promise<FollowUpDone> {
  if (satisfaction === undefined || outcome === 'no-answer') return done;
  const comment = Array.from(note ?? '')
    .slice(0, LONGEST_COMMENT)
    .join('');
  const survey = { score: satisfaction, comment, surveyedOn: happenedOn, language };
  const recorded = await recordSurveyOfContact(context, done.actionId, survey);
  return { ...done, nextOn: recorded?.followUpOn ?? done.nextOn };
}

/** {@link logContact} within a transaction that is there already; satisfaction is left to {@link withSatisfaction}. */
export function logContactWithin(context: UseCaseContext, request: ContactRequest): Promise<FollowUpDone> {
  return actWithin(context, request, contactAction(request));
}

function contactAction(request: ContactRequest): CustomerAction {
  return { kind: 'contact', who: 'anybody', work: (acting) => log(acting, request) };
}

async function log(acting: Acting, request: ContactRequest) {
  const { context } = acting;
  const { db, actor } = context;
  const interaction = interactionOf(acting, request);
  await insertInteraction(db, actor.workspaceId, interaction);
  const state =
    interaction.outcome === 'no-answer'
      ? await triedAgainLater(acting, interaction)
      : contacted(acting.state, interaction, request.nextOn === null);
  return { state, detail: { interactionId: interaction.id } };
}

function interactionOf({ customer, context, now, today }: Acting, request: ContactRequest): Interaction {
  const { happenedOn = today, nextOn, satisfaction, method, outcome, source, link } = request;
  const earliest = addDays(today, -OLDEST_DAYS);
  if (happenedOn > today || happenedOn < earliest) throw new UseCaseError('contact-day', earliest);
  const latest = addDays(today, FARTHEST_DAYS);
  if (typeof nextOn === 'string' && (nextOn < today || nextOn > latest)) throw new UseCaseError('next-day', latest);
  const note = (request.note ?? '').trim();
  if (Array.from(note).length > LONGEST_NOTE) throw new UseCaseError('note-length', String(LONGEST_NOTE));
  return {
    id: newId(now),
    customerId: customer.id,
    memberId: context.actor.memberId,
    happenedOn,
    method,
    outcome,
    note: note === '' ? null : note,
    nextOn: nextOn ?? null,
    satisfaction: satisfaction ?? null,
    source,
    link: link ?? null,
    loggedAt: now,
  };
}

/** What a real contact does to all that had been decided before; one that is told late changes nothing after it. */
function contacted(state: ContactState, { happenedOn, nextOn, note }: Interaction, endsPromise: boolean): ContactState {
  const isLate = state.lastContactOn !== null && happenedOn < state.lastContactOn;
  const next = nextOn === null ? {} : { nextContactOn: nextOn, promise: promiseIn(note) };
  if (isLate) return { ...state, ...next };
  const isAhead = !endsPromise && state.nextContactOn !== null && state.nextContactOn > happenedOn;
  return {
    ...state,
    lastContactOn: happenedOn,
    ...(!isAhead && { nextContactOn: null, promise: null }),
    snoozedUntil: null,
    skippedOn: null,
    ...next,
  };
}

/**
 * What an attempt does: the customer waits, and all else stays, unless it would come only after the day that was said: then
 * that day is promised, with what had been promised for later.
 */
async function triedAgainLater(acting: Acting, { happenedOn, nextOn, note }: Interaction): Promise<ContactState> {
  const { context, customer, state } = acting;
  if (nextOn === null) {
    const again = await nextWorkingDay(context, customer.ownerId, happenedOn);
    const isLater = state.snoozedUntil === null || state.snoozedUntil < again;
    return isLater ? { ...state, snoozedUntil: again } : state;
  }
  const waits = { ...state, snoozedUntil: nextOn };
  if (!(await comesAfter(acting, nextOn))) return waits;
  const promises = [firstLine(note), state.promise].filter((words) => words !== null && words !== '');
  return { ...waits, nextContactOn: nextOn, promise: shortened(promises.join('; ')) };
}

/** Whether the customer would come only after a day, or never, snoozes aside. */
async function comesAfter({ context, customer, today }: Acting, day: CalendarDate): Promise<boolean> {
  const contact = await nextContact(context, customer.id, today);
  const dueOn = contact?.nextOf({ ...contact.followUp, snoozedUntil: null }).dueOn ?? null;
  return dueOn === null || dueOn > day;
}

/** What a day is promised for. */
function promiseIn(note: string | null): string | null {
  return shortened(firstLine(note));
}

function firstLine(note: string | null): string {
  return note?.split('\n')[0]?.trim() ?? '';
}

function shortened(promise: string): string | null {
  const characters = Array.from(promise);
  if (characters.length === 0) return null;
  return characters.length > LONGEST_PROMISE
    ? `${characters.slice(0, LONGEST_PROMISE - 1).join('')}…`
    : characters.join('');
}

/** Takes the interaction of an action back, within the transaction that restores the customer's days. */
export async function undoContact(context: UseCaseContext, action: MemberAction): Promise<void> {
  const { db, actor, clock } = context;
  await undoInteraction(db, actor.workspaceId, String(action.detail['interactionId']), clock.now());
  await undoSurveyOfContact(context, action);
}
