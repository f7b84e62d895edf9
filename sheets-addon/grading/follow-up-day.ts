import type { CalendarDate } from '../../core/calendar-date.ts';
import { addDays, dateOfDayNumber } from '../../core/calendar-date.ts';
import { type Facts, factDate } from '../../core/customer.ts';
import type { CustomerStage } from '../../core/customer-stage.ts';
import { EVERY_DAY } from '../../core/follow-ups/due-calendar.ts';
import { agreedOrServedDay, signingDay } from '../../core/follow-ups/due-day.ts';
import type { FollowUp } from '../../core/follow-ups/follow-up.ts';
import { levelOf, serviceLevels } from '../../core/follow-ups/service-levels.ts';
import type { GradeStatus } from '../../core/grading/grade.ts';
import type { Scheme } from '../../core/grading/scheme.ts';
import { schemePurpose } from '../../core/grading/scheme-purpose.ts';

/** A customer's standing grade. */
export interface Standing {
  readonly status: GradeStatus;
  readonly tier: string | null;
}

/**
 * Says when customers of a table are to be contacted next, as the bot would with what the table holds: by the day that it plans, else
 * so many days after the last contact as the tier's playbook says, and a week before a prospect is expected to sign. Null where nothing
 * can be said: out of market, or never contacted and nothing planned, since the bot spreads first contacts over a rep's days. Nobody was
 * contacted on a day to come.
 *
 * Neither of these depends on which days are worked, so that no calendar is needed.
 */
export function followUpDays(
  scheme: Scheme,
  asOf: CalendarDate,
): (facts: Facts, standing: Standing) => CalendarDate | null {
  const stage: CustomerStage = schemePurpose(scheme) === 'prospects' ? 'prospect' : 'customer';
  const levels = serviceLevels({
    prospects: stage === 'prospect' ? scheme : undefined,
    customers: stage === 'customer' ? scheme : undefined,
  });
  // it may be tomorrow already where somebody was contacted
  const lastDay = addDays(asOf, 1);
  return (facts, standing) => {
    const { lastContact, ...others } = facts.values;
    const values = lastContact !== undefined && lastContact > lastDay ? others : facts.values;
    const followUp = followUpOf({ values }, stage, standing);
    const day = agreedOrServedDay(followUp, levelOf(levels, followUp), EVERY_DAY);
    if (day === undefined || day === Number.POSITIVE_INFINITY) return null;
    return dateOfDayNumber(Math.min(day, signingDay(followUp, EVERY_DAY)));
  };
}

/** The follow-up of a customer of whom nothing is known but its row. */
export function followUpOf({ values }: Facts, stage: CustomerStage, { status, tier }: Standing): FollowUp {
  const lastContactOn = factDate(values['lastContact']) ?? null;
  const nextContactOn = factDate(values['nextContact']) ?? null;
  const isPlanned = nextContactOn !== null && (lastContactOn === null || nextContactOn > lastContactOn);
  return {
    customerId: '',
    stage,
    status,
    tier,
    sinceOn: lastContactOn ?? nextContactOn ?? FIRST_DAY,
    lastContactOn,
    lastMethods: [],
    promisedOn: null,
    promise: null,
    plannedOn: isPlanned ? nextContactOn : null,
    roseOn: null,
    expectedOn: stage === 'prospect' ? (factDate(values['expectedDate']) ?? null) : null,
    complaintDueOn: null,
    complaintDueAt: null,
    birthdayOn: null,
    surveyedOn: null,
    skippedOn: null,
    snoozedUntil: null,
    pause: null,
  };
}

const FIRST_DAY = '1970-01-01' as CalendarDate;
