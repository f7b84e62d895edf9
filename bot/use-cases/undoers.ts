import type { MemberAction } from '../store/member-actions.ts';
import { undoComplaint } from './complaints.ts';
import type { UseCaseContext } from './context.ts';
import { undoContact } from './log-contact.ts';
import { undoProspectEnded } from './prospect-ends.ts';
import { undoReassignment } from './reassign-customer.ts';
import { undoRecordedSurvey } from './record-survey.ts';
import { FILE_UNDOERS, undoEdited } from './undo-file-changes.ts';

/**
 * Takes back what one kind of action did, within the transaction that marks it as undone. Throws UseCaseError
 * `changed-since` when what it did is not there any more. The customer's days, promises, snoozes, skips and pauses are put
 * back by `undo-action.ts` when the action's detail says `before` and `after`.
 */
type Undoer = (context: UseCaseContext, action: MemberAction) => Promise<void>;

/** How a kind of action is taken back. */
export interface Undo {
  readonly undo: Undoer;
  /**
   * Whether it regrades or changes who is on file: the workspace's lock must then be held before any customer's, as an
   * import has it.
   */
  readonly locksWorkspace: boolean;
}

const nothingMore: Undoer = async () => {};

/** Those that leave grades and who is on file alone. */
const FOLLOW_UP_UNDOERS: Readonly<Record<string, Undoer | undefined>> = {
  contact: undoContact,
  snooze: nothingMore,
  skip: nothingMore,
  pause: nothingMore,
  resume: nothingMore,
  reassign: undoReassignment,
};

/** Those that regrade or change who is on file, by part of the product. Add others here. */
const GRADING_UNDOERS: Readonly<Record<string, Undoer | undefined>> = {
  ...FILE_UNDOERS,
  'complaint-opened': undoComplaint,
  'complaint-answered': undoComplaint,
  'complaint-closed': undoComplaint,
  survey: undoRecordedSurvey,
  'prospect-won': undoProspectEnded,
  'prospect-lost': undoProspectEnded,
  'expected-signing': undoEdited,
};

/** How an action is taken back; undefined when it cannot be. One that recorded a satisfaction was graded by it. */
export function undoOf({ kind, detail }: Pick<MemberAction, 'kind' | 'detail'>): Undo | undefined {
  const undo = FOLLOW_UP_UNDOERS[kind] ?? GRADING_UNDOERS[kind];
  const locksWorkspace = FOLLOW_UP_UNDOERS[kind] === undefined || detail['survey'] !== undefined;
  return undo && { undo, locksWorkspace };
}
