import type { CalendarDate } from '../../core/calendar-date.ts';
import type { LogReading } from '../../core/follow-ups/log-reading.ts';
import type { Language } from '../../core/text/language.ts';
import type { FollowUpDone } from '../use-cases/act-on-customer.ts';
import type { ActedOn } from '../use-cases/acted-on-error.ts';
import type { ActionRequest } from '../use-cases/action-request.ts';
import type { ContactProposal } from '../use-cases/contact-proposal.ts';
import type { UseCaseContext } from '../use-cases/context.ts';
import type { ContactRequest } from '../use-cases/log-contact.ts';
import type { LoggedContact } from '../use-cases/logged-contact.ts';
import type { LoggedContacts, LoggedSince } from '../use-cases/logged-contacts.ts';
import type { PauseRequest } from '../use-cases/pause-follow-up.ts';
import type { Reassigned, ReassignRequest } from '../use-cases/reassign-customer.ts';
import type { SkipRequest } from '../use-cases/skip-follow-up.ts';
import type { SnoozeDays } from '../use-cases/snooze-days.ts';
import type { SnoozeRequest } from '../use-cases/snooze-follow-up.ts';
import type { TeamMember } from '../use-cases/team-members.ts';
import type { Undone } from '../use-cases/undo-action.ts';

/** What listeners ask of the product about follow-ups. Those that act throw UseCaseError, or ActedOnError where somebody was quicker. */
export interface FollowUpUseCases {
  /** Null for a customer that nobody follows up. */
  proposeContact(context: UseCaseContext, customerId: string): Promise<ContactProposal | null>;
  /** What somebody else did about the customer since a moment; undefined when nobody did anything. */
  actedSince(context: UseCaseContext, customerId: string, since: Date): Promise<ActedOn | undefined>;
  logContact(context: UseCaseContext, request: ContactRequest): Promise<FollowUpDone>;
  changeContact(context: UseCaseContext, replacedActionId: string, request: ContactRequest): Promise<FollowUpDone>;
  /** What somebody noted of a contact; `today` is the writer's day. Never fails. */
  readLog(text: string, how: { readonly today: CalendarDate; readonly languageHint?: Language }): Promise<LogReading>;
  /** What an action logged; undefined when it was taken back, or logged nothing. */
  loggedContact(context: UseCaseContext, actionId: string): Promise<LoggedContact | undefined>;
  /** What the actor has logged on those days; undefined for nobody. */
  loggedContacts(context: UseCaseContext, since: LoggedSince): Promise<LoggedContacts | undefined>;
  /** The day until which words say that something waits; undefined when they name none to come. */
  readUntil(text: string, today: CalendarDate): Promise<CalendarDate | undefined>;
  /** Working days to put a follow-up off until. */
  snoozeDays(context: UseCaseContext, customerId: string): Promise<SnoozeDays>;
  snoozeFollowUp(context: UseCaseContext, request: SnoozeRequest): Promise<FollowUpDone>;
  skipFollowUp(context: UseCaseContext, request: SkipRequest): Promise<FollowUpDone>;
  pauseFollowUp(context: UseCaseContext, request: PauseRequest): Promise<FollowUpDone>;
  resumeFollowUp(context: UseCaseContext, request: ActionRequest): Promise<FollowUpDone>;
  reassignCustomer(context: UseCaseContext, request: ReassignRequest): Promise<Reassigned>;
  teamMembers(context: UseCaseContext): Promise<readonly TeamMember[]>;
  undoAction(context: UseCaseContext, actionId: string): Promise<Undone>;
}
