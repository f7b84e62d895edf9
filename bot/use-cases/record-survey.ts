import { addDays, type CalendarDate } from '../../core/calendar-date.ts';
import type { Language } from '../../core/text/language.ts';
import { SURVEY_TEXT } from '../../core/text/survey-text.ts';
import { type ContactState, lockContacts, saveContacts } from '../store/contact-state.ts';
import { type Customer, lockCustomers } from '../store/customers.ts';
import { addToAction, findMemberAction, type MemberAction } from '../store/member-actions.ts';
import { newId } from '../store/new-id.ts';
import { insertSurvey, undoSurvey } from '../store/surveys.ts';
import { lockWorkspace } from '../store/workspaces.ts';
import { actorsToday } from './acting-person.ts';
import {
  type ChangeRequest,
  type CustomerChanged,
  changeCustomer,
  keptCustomer,
  type TierMove,
} from './change-customer.ts';
import { refuseInactive } from './complaints.ts';
import type { UseCaseContext } from './context.ts';
import { gradeWithService } from './grade-with-service.ts';
import { keepingGrade } from './kept-grade.ts';
import { nextWorkingDay } from './next-contact.ts';
import { UseCaseError } from './use-case-error.ts';

/** A score of so much or less is low. */
export const LOW_SATISFACTION = 2;
/** The most characters of what a customer said. */
export const LONGEST_COMMENT = 1000;
/** As much of a comment stands in lists beside the day that was promised. */
const LONGEST_PROMISE = 200;

/** How satisfied a customer said it was, as a person puts it down. */
export interface SurveyRequest extends ChangeRequest {
  /** 1–5. */
  readonly score: number;
  readonly comment?: string | undefined;
  /** Default: today, where the person is. */
  readonly surveyedOn?: CalendarDate | undefined;
  /** In which the follow-up of a low score is promised; default English. */
  readonly language?: Language | undefined;
}

/** What was recorded. */
export interface SurveyRecorded extends CustomerChanged {
  /** The day on which the customer is to be contacted because the score is low; null when it is not. */
  readonly followUpOn: CalendarDate | null;
}

/**
 * Records how satisfied a customer is: the customer is graded again by it at once, and a low score opens a follow-up for the
 * next working day, unless one was promised for that day or before.
 *
 * Throws {@link UseCaseError} `no-such-customer`, `not-yours`, `archived`, `survey-score`, `survey-day`, or `text-too-long`.
 */
export async function recordSurvey(context: UseCaseContext, request: SurveyRequest): Promise<SurveyRecorded> {
  let followUpOn: CalendarDate | null = null;
  const changed = await changeCustomer(context, request, {
    kind: 'survey',
    audit: 'survey',
    make: async (within, customer) => {
      refuseInactive(customer);
      const recorded = await putSurvey(within, customer, request);
      followUpOn = recorded.followUpOn;
      const grade = await gradeWithService(within, customer);
      return { undo: recorded.undo, detail: { score: request.score }, grade };
    },
  });
  return { ...changed, followUpOn };
}

/**
 * Records the satisfaction that was asked for at a contact, once that is logged: whoever may log the contact may, and taking
 * the contact back takes it back as well. In a transaction of its own, since logging a contact waits for no grading. A day
 * that was agreed at the contact stays. Null when that has been done, or the contact was taken back.
 */
export async function recordSurveyOfContact(
  context: UseCaseContext,
  actionId: string,
  request: Omit<SurveyRequest, 'customerId' | 'requestId'>,
): Promise<{ readonly grade: TierMove | null; readonly followUpOn: CalendarDate | null } | null> {
  const { workspaceId } = context.actor;
  return context.db.transaction().execute(async (db) => {
    const within = { ...context, db };
    await lockWorkspace(db, workspaceId);
    const action = await findMemberAction(db, workspaceId, { id: actionId });
    if (action === undefined || action.undoneAt !== null || action.detail['survey'] !== undefined) return null;
    const { id } = await keptCustomer(within, action.customerId ?? '');
    await lockCustomers(db, workspaceId, [id]);
    const customer = await keptCustomer(within, id);
    const { undo, followUpOn } = await putSurvey(within, customer, request, true);
    const { result: grade, graded } = await keepingGrade(within, customer.id, () => gradeWithService(within, customer));
    await addToAction(db, workspaceId, actionId, { survey: undo, graded });
    return { grade, followUpOn };
  });
}

/** Takes a survey's result back, with the follow-up that it opened; within the transaction that marks the action as undone. */
export async function undoRecordedSurvey(context: UseCaseContext, { detail }: MemberAction): Promise<void> {
  await takeBack(context, detail as unknown as SurveyUndo);
}

/** {@link undoRecordedSurvey} for the satisfaction that was recorded with a contact, if it was. */
export async function undoSurveyOfContact(context: UseCaseContext, { detail }: MemberAction): Promise<void> {
  if (detail['survey'] !== undefined) await takeBack(context, detail['survey'] as SurveyUndo);
}

async function takeBack(context: UseCaseContext, { surveyId, customerId, opened }: SurveyUndo): Promise<void> {
  const { db, actor, clock } = context;
  const customer = await keptCustomer(context, customerId);
  if (!(await undoSurvey(db, actor.workspaceId, surveyId, clock.now())))
    throw new UseCaseError('changed-since', customer.name);
  if (opened !== null) {
    const { state } = (await lockContacts(db, actor.workspaceId, customer.id)) ?? {};
    // what somebody promised since then stays
    if (state?.nextContactOn === opened.to.nextContactOn && state.promise === opened.to.promise)
      await saveContacts(db, actor.workspaceId, customer.id, { ...state, ...opened.from }, clock.now());
  }
  await gradeWithService(context, customer);
}

type Promised = Pick<ContactState, 'nextContactOn' | 'promise' | 'snoozedUntil'>;

/** What taking a survey back needs. */
interface SurveyUndo {
  readonly surveyId: string;
  readonly customerId: string;
  /** What was promised before and after; null where nothing was. */
  readonly opened: { readonly from: Promised; readonly to: Promised } | null;
}

/** Writes the result down and opens the follow-up of a low one; a day that was agreed just now (`isAgreed`) stays. */
async function putSurvey(
  context: UseCaseContext,
  customer: Customer,
  request: Omit<SurveyRequest, 'customerId' | 'requestId'>,
  isAgreed = false,
) {
  const { db, actor, clock } = context;
  const { score, language = 'en' } = request;
  if (!Number.isInteger(score) || score < 1 || score > 5) throw new UseCaseError('survey-score', String(score));
  const comment = (request.comment ?? '').trim() || null;
  if (Array.from(comment ?? '').length > LONGEST_COMMENT)
    throw new UseCaseError('text-too-long', String(LONGEST_COMMENT));
  const today = await actorsToday(context);
  const surveyedOn = request.surveyedOn ?? today;
  if (surveyedOn > today || surveyedOn < addDays(today, -366)) throw new UseCaseError('survey-day', today);
  const now = clock.now();
  const surveyId = newId(now);
  await insertSurvey(db, actor.workspaceId, {
    id: surveyId,
    customerId: customer.id,
    memberId: actor.memberId,
    surveyedOn,
    score,
    comment,
    stated: customer.facts.values['satisfaction'] ?? null,
    recordedAt: now,
  });
  const opened =
    score > LOW_SATISFACTION ? null : await openFollowUp(context, customer, { today, comment, language, isAgreed });
  const undo = { surveyId, customerId: customer.id, opened };
  return { undo, followUpOn: opened?.to.nextContactOn ?? null };
}

/** Promises a contact on the next working day, or joins one that was promised for then or before. */
async function openFollowUp(
  context: UseCaseContext,
  customer: Customer,
  about: {
    readonly today: CalendarDate;
    readonly comment: string | null;
    readonly language: Language;
    /** Whether the day that is promised, if any, was agreed just now. */
    readonly isAgreed: boolean;
  },
): Promise<SurveyUndo['opened']> {
  const { today, comment, language, isAgreed } = about;
  const { db, actor, clock } = context;
  const { state } = (await lockContacts(db, actor.workspaceId, customer.id)) ?? {};
  if (state === undefined) return null;
  const { nextContactOn, promise, snoozedUntil } = state;
  const from = { nextContactOn, promise, snoozedUntil };
  const next = await nextWorkingDay(context, customer.ownerId, today);
  const reason = SURVEY_TEXT[language].promise(comment);
  const isPromised = nextContactOn !== null && nextContactOn >= today && (isAgreed || nextContactOn <= next);
  const to = {
    nextContactOn: isPromised ? nextContactOn : next,
    promise: shortened(promise === null ? reason : `${reason}; ${promise}`),
    // a customer that is not satisfied is not left waiting
    snoozedUntil: null,
  };
  await saveContacts(db, actor.workspaceId, customer.id, { ...state, ...to }, clock.now());
  return { from, to };
}

function shortened(text: string): string {
  const characters = Array.from(text.replaceAll(/\s+/g, ' '));
  return characters.length > LONGEST_PROMISE
    ? `${characters.slice(0, LONGEST_PROMISE - 1).join('')}…`
    : characters.join('');
}
