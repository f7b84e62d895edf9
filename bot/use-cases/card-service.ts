import { type CalendarDate, dayNumber } from '../../core/calendar-date.ts';
import { factDate } from '../../core/customer.ts';
import { type ComplaintState, complaintState } from '../../core/follow-ups/complaint.ts';
import { EVERY_DAY } from '../../core/follow-ups/due-calendar.ts';
import { asksSatisfaction } from '../../core/follow-ups/plan-day.ts';
import { levelOf } from '../../core/follow-ups/service-levels.ts';
import { findComplaints } from '../store/complaints.ts';
import type { Customer } from '../store/customers.ts';
import { findFollowUp, followUpOf } from '../store/follow-ups.ts';
import { findLatestSurvey } from '../store/surveys.ts';
import { actorsToday } from './acting-person.ts';
import type { UseCaseContext } from './context.ts';
import type { CardGrading } from './customer-card.ts';
import { levelsInUse } from './refresh-follow-ups.ts';

/** What the card says of complaints, satisfaction and how a prospect goes on. */
export interface CardService {
  /** Those that are not closed, the one to be answered first first. */
  readonly complaints: readonly CardComplaint[];
  /** The latest survey; null when nobody was asked. */
  readonly survey: { readonly score: number; readonly on: CalendarDate } | null;
  /** Whether it is time to ask how satisfied the customer is. */
  readonly asksSatisfaction: boolean;
  /** Null for customers. */
  readonly signing: CardSigning | null;
}

/** An open complaint. Channel and cause are codes of `core/follow-ups/complaint.ts`. */
export interface CardComplaint {
  readonly id: string;
  readonly channel: string | null;
  readonly cause: string | null;
  readonly description: string | null;
  readonly state: ComplaintState;
  readonly answerBy: Date;
  readonly answeredAt: Date | null;
}

/** What a prospect is expected to sign for, and when. */
export interface CardSigning {
  readonly amount: number | null;
  /** ISO 4217; null when it is not known. */
  readonly currency: string | null;
  readonly on: CalendarDate | null;
  /** Whether its tier is the best one, where amount and date are asked for. */
  readonly isAsked: boolean;
}

/** The service part of a customer's card. */
export async function cardService(
  context: UseCaseContext,
  customer: Customer,
  grading: CardGrading | null,
): Promise<CardService> {
  const { db, actor, clock } = context;
  const { workspaceId } = actor;
  const open = await findComplaints(db, workspaceId, { state: 'open', customerId: customer.id });
  const survey = await findLatestSurvey(db, workspaceId, customer.id);
  const now = clock.now();
  return {
    complaints: open.map((complaint) => ({ ...complaint, state: complaintState(complaint, now) })),
    survey: survey === undefined ? null : { score: survey.score, on: survey.surveyedOn },
    asksSatisfaction: await isSurveyDue(context, customer.id),
    signing: customer.stage === 'prospect' ? signingOf(customer, grading) : null,
  };
}

/** Whether it is time for a survey, by the customer's follow-up; false for one that nobody follows up. */
async function isSurveyDue(context: UseCaseContext, customerId: string): Promise<boolean> {
  const { db, actor } = context;
  const row = await findFollowUp(db, actor.workspaceId, customerId);
  if (row === undefined) return false;
  const followUp = followUpOf(row, 'UTC');
  const level = levelOf(await levelsInUse(db, actor.workspaceId), followUp);
  return asksSatisfaction(followUp, level, dayNumber(await actorsToday(context)), EVERY_DAY);
}

function signingOf({ facts }: Customer, grading: CardGrading | null): CardSigning {
  const { expectedAmount, expectedDate } = facts.values;
  return {
    amount: typeof expectedAmount === 'number' ? expectedAmount : null,
    currency: grading?.fitted.currency ?? null,
    on: factDate(expectedDate) ?? null,
    isAsked: grading !== null && grading.standing.tier === grading.fitted.scheme.tiers[0]?.id,
  };
}
