import { addDays, type CalendarDate } from '../calendar-date.ts';
import type { FollowUp } from './follow-up.ts';
import type { ServiceLevel } from './service-levels.ts';

/**
 * Whether it is time to ask how satisfied a customer is: so many days after the last survey as its level says; for the first
 * time once it has been contacted. Never while a complaint waits for an answer.
 */
export function isSurveyDue(
  { surveyedOn, lastContactOn, complaintDueOn }: Pick<FollowUp, 'surveyedOn' | 'lastContactOn' | 'complaintDueOn'>,
  { surveyEveryDays }: Pick<ServiceLevel, 'surveyEveryDays'>,
  today: CalendarDate,
): boolean {
  if (surveyEveryDays === null || complaintDueOn !== null) return false;
  return surveyedOn === null ? lastContactOn !== null : addDays(surveyedOn, surveyEveryDays) <= today;
}
