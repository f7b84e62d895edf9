import {
  type ComplaintState,
  complaintState,
  isComplaintCause,
  isComplaintChannel,
} from '../../core/follow-ups/complaint.ts';
import {
  type ComplaintOnFile,
  type ComplaintProgress,
  findComplaint,
  findComplaints,
  insertComplaint,
  saveComplaint,
} from '../store/complaints.ts';
import type { Customer } from '../store/customers.ts';
import { findMemberAction, type MemberAction } from '../store/member-actions.ts';
import { newId } from '../store/new-id.ts';
import { ActedOnError } from './acted-on-error.ts';
import { doerOf } from './acting-person.ts';
import { type ChangeRequest, type CustomerChanged, changeCustomer, keptCustomer } from './change-customer.ts';
import { complaintDeadline } from './complaint-deadline.ts';
import type { UseCaseContext } from './context.ts';
import { gradeWithService } from './grade-with-service.ts';
import { UseCaseError } from './use-case-error.ts';

/** The most characters of what happened and of how it was settled. */
export const LONGEST_COMPLAINT = 2000;
const SHORTEST_TEXT = 3;

/** What a customer complains about, as a person puts it down. */
export interface ComplaintRequest extends ChangeRequest {
  /** One of `COMPLAINT_CHANNELS`. */
  readonly channel: string;
  /** One of `COMPLAINT_CAUSES`. */
  readonly cause: string;
  /** Optional, except where the cause is `other`. */
  readonly description?: string | undefined;
}

/** What was done about a complaint, and where it stands now. */
export interface ComplaintChanged extends CustomerChanged {
  readonly complaint: ComplaintOnFile;
}

/** What a complaint is named by, and what is the same when the same request comes again. */
export interface ComplaintNamed {
  readonly complaintId: string;
  readonly requestId?: string | undefined;
}

/**
 * Logs a complaint of a customer: it is due for contact at once, has its answer within the working hours that its tier's
 * playbook gives, and is graded again, since complaints count and an open one may hold its tier.
 *
 * Throws {@link UseCaseError} `no-such-customer`, `not-yours`, `archived`, `complaint-channel`, `complaint-cause`, or
 * `complaint-text` when the description is too long, or missing for the cause `other`.
 */
export async function openComplaint(context: UseCaseContext, request: ComplaintRequest): Promise<ComplaintChanged> {
  const { channel, cause } = request;
  if (!isComplaintChannel(channel)) throw new UseCaseError('complaint-channel', channel);
  if (!isComplaintCause(cause)) throw new UseCaseError('complaint-cause', cause);
  const description = textFrom(request.description, cause === 'other');
  const changed = await changeCustomer(context, request, {
    kind: 'complaint-opened',
    audit: 'complaint-opened',
    make: async (within, customer) => {
      refuseInactive(customer);
      const { db, actor } = within;
      const openedAt = within.clock.now();
      const complaintId = newId(openedAt);
      await insertComplaint(db, actor.workspaceId, {
        id: complaintId,
        customerId: customer.id,
        channel,
        cause,
        description,
        openedBy: actor.memberId,
        openedAt,
        answerBy: await complaintDeadline(within, customer, openedAt),
        answeredBy: null,
        answeredAt: null,
        closedBy: null,
        closedAt: null,
        resolution: null,
        undoneAt: null,
      });
      const grade = await gradeWithService(within, customer);
      return { undo: { complaintId }, detail: { channel, cause }, grade };
    },
  });
  return withComplaint(context, changed);
}

/**
 * Puts down that the customer has an answer: the complaint is not late any more, but stays open until it is closed.
 *
 * Throws {@link UseCaseError} `no-such-complaint`, `not-yours`, `complaint-answered` or `complaint-closed` when the actor has
 * done that before, and ActedOnError `already-done` when somebody else has.
 */
export async function answerComplaint(context: UseCaseContext, named: ComplaintNamed): Promise<ComplaintChanged> {
  return changeComplaint(context, named, 'complaint-answered', (complaint, now) => ({
    ...complaint,
    answeredAt: now,
    answeredBy: context.actor.memberId,
  }));
}

/**
 * Closes a complaint with how it was settled: it does not hold the customer's tier any more, and is one of its complaints
 * on record.
 *
 * Throws {@link UseCaseError} `no-such-complaint`, `not-yours`, `complaint-closed` or ActedOnError `already-done` when
 * it is closed, or `complaint-text` for a resolution of less than 3 or more than {@link LONGEST_COMPLAINT} characters.
 */
export async function closeComplaint(
  context: UseCaseContext,
  named: ComplaintNamed & { readonly resolution: string },
): Promise<ComplaintChanged> {
  const resolution = textFrom(named.resolution, true);
  return changeComplaint(context, named, 'complaint-closed', (complaint, now) => ({
    ...complaint,
    closedAt: now,
    closedBy: context.actor.memberId,
    resolution,
  }));
}

/** A complaint with where it stands. */
export interface ListedComplaint extends ComplaintOnFile {
  readonly state: ComplaintState;
}

/** Which complaints are wanted: those that are not closed, those that are (nearly) late, or all. */
export type ComplaintsWanted = 'open' | 'near' | 'late' | 'all';

/**
 * Complaints, those that must be answered first come first; at most 500.
 *
 * @param which.customerId only those of this customer (default: everybody's); `which.ownerId` of this member's customers
 */
export async function listComplaints(
  { db, actor, clock }: UseCaseContext,
  wanted: ComplaintsWanted,
  which: { readonly customerId?: string; readonly ownerId?: string } = {},
): Promise<ListedComplaint[]> {
  const now = clock.now();
  const isUrgent = wanted === 'near' || wanted === 'late';
  const found = await findComplaints(db, actor.workspaceId, { state: isUrgent ? 'unanswered' : wanted, ...which });
  const listed = found.map((complaint) => ({ ...complaint, state: complaintState(complaint, now) }));
  if (!isUrgent) return listed;
  return listed.filter(({ state }) => state === 'late' || (wanted === 'near' && state === 'near'));
}

/** The complaint with this id. Throws {@link UseCaseError} `no-such-complaint` when there is none, or it was taken back. */
export async function complaintNamed({ db, actor }: UseCaseContext, id: string): Promise<ComplaintOnFile> {
  const complaint = UUID.test(id) ? await findComplaint(db, actor.workspaceId, id) : undefined;
  if (complaint === undefined || complaint.undoneAt !== null) throw new UseCaseError('no-such-complaint', id);
  return complaint;
}

/** Takes back that a complaint was opened, answered or closed; within the transaction that marks the action as undone. */
export async function undoComplaint(context: UseCaseContext, { kind, detail }: MemberAction): Promise<void> {
  const { db, actor, clock } = context;
  const complaint = await complaintNamed(context, String(detail['complaintId']));
  const progress: ComplaintProgress =
    kind === 'complaint-opened'
      ? { ...complaint, undoneAt: clock.now() }
      : kind === 'complaint-answered'
        ? { ...complaint, answeredAt: null, answeredBy: null }
        : { ...complaint, closedAt: null, closedBy: null, resolution: null };
  await saveComplaint(db, actor.workspaceId, complaint.id, progress);
  await gradeWithService(context, await keptCustomer(context, complaint.customerId));
}

async function changeComplaint(
  context: UseCaseContext,
  { complaintId, requestId }: ComplaintNamed,
  kind: 'complaint-answered' | 'complaint-closed',
  progressed: (complaint: ComplaintOnFile, now: Date) => ComplaintProgress,
): Promise<ComplaintChanged> {
  const { customerId } = await complaintNamed(context, complaintId);
  const changed = await changeCustomer(
    context,
    { customerId, requestId },
    {
      kind,
      audit: kind,
      make: async (within, customer) => {
        const { db, actor, clock } = within;
        // read again under the lock: somebody may have been quicker
        const complaint = await complaintNamed(within, complaintId);
        await refuseDone(within, complaint, kind);
        await saveComplaint(db, actor.workspaceId, complaintId, progressed(complaint, clock.now()));
        return { undo: { complaintId }, grade: await gradeWithService(within, customer) };
      },
    },
  );
  return { ...changed, complaint: await complaintNamed(context, complaintId) };
}

/** Throws ActedOnError `already-done` with who was quicker, or {@link UseCaseError} when it was the actor. */
async function refuseDone(
  context: UseCaseContext,
  complaint: ComplaintOnFile,
  kind: 'complaint-answered' | 'complaint-closed',
): Promise<void> {
  const closed = complaint.closedAt && { kind: 'complaint-closed', at: complaint.closedAt, by: complaint.closedBy };
  const answered = complaint.answeredAt && {
    kind: 'complaint-answered',
    at: complaint.answeredAt,
    by: complaint.answeredBy,
  };
  const done = closed ?? (kind === 'complaint-answered' ? answered : null);
  if (done === null) return;
  const { db, actor } = context;
  if (done.by === actor.memberId) throw new UseCaseError(done.kind as typeof kind, complaint.name);
  const doer = await doerOf(db, actor.workspaceId, done.by);
  const about = { actionId: complaint.id, customerName: complaint.name, kind: done.kind, at: done.at };
  throw new ActedOnError('already-done', { ...about, ...doer });
}

/** The result with the complaint that the action opened, so that a repeated request says the same. */
async function withComplaint(context: UseCaseContext, changed: CustomerChanged): Promise<ComplaintChanged> {
  const action = await findMemberAction(context.db, context.actor.workspaceId, { id: changed.actionId });
  return { ...changed, complaint: await complaintNamed(context, String(action?.detail['complaintId'])) };
}

/** Text with the spaces at its ends gone, null for none. Throws {@link UseCaseError} `complaint-text`. */
function textFrom(text: string | undefined, isWanted: boolean): string | null {
  const trimmed = (text ?? '').trim();
  const { length } = Array.from(trimmed);
  if (length > LONGEST_COMPLAINT || (isWanted && length < SHORTEST_TEXT))
    throw new UseCaseError('complaint-text', String(LONGEST_COMPLAINT));
  return trimmed === '' ? null : trimmed;
}

/** Throws {@link UseCaseError} `archived` for a customer nobody works with any more. */
export function refuseInactive({ status, name }: Customer): void {
  if (status !== 'active') throw new UseCaseError('archived', name);
}

/** Ids come out of buttons and command lines, so they may be anything. */
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
