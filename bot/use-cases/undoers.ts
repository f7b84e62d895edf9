import type { MemberAction } from '../store/member-actions.ts';
import { undoComplaint } from './complaints.ts';
import type { UseCaseContext } from './context.ts';
import { undoContact } from './log-contact.ts';
import { undoProspectEnded } from './prospect-ends.ts';
import { undoReassignment } from './reassign-customer.ts';
import { undoRecordedSurvey } from './record-survey.ts';
import { undoEdited } from './undo-file-changes.ts';

/**
 * Takes back what one kind of action did, within the transaction that marks it as undone. Throws UseCaseError
 * `changed-since` when what it did is not there any more. The customer's days, promises, snoozes, skips and pauses are put
 * back by `undo-action.ts` when the action's detail says `before` and `after`.
 */
export type Undoer = (context: UseCaseContext, action: MemberAction) => Promise<void>;

const nothingMore: Undoer = async () => {};

/** How each kind of action is taken back, by `member_action.kind`; a kind that is not in here cannot be. */
export const UNDOERS: Readonly<Record<string, Undoer | undefined>> = {
  contact: undoContact,
  snooze: nothingMore,
  skip: nothingMore,
  pause: nothingMore,
  resume: nothingMore,
  reassign: undoReassignment,
  'complaint-opened': undoComplaint,
  'complaint-answered': undoComplaint,
  'complaint-closed': undoComplaint,
  survey: undoRecordedSurvey,
  'prospect-won': undoProspectEnded,
  'prospect-lost': undoProspectEnded,
  'expected-signing': undoEdited,
};
