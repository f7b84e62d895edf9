import { languageOf } from '../../core/text/language.ts';
import { complaintWarning } from '../blocks/complaint-warning.ts';
import { localDay } from '../clock.ts';
import { knownZone } from '../known-zone.ts';
import {
  type ComplaintOnFile,
  findComplaint,
  findComplaintsRunningLate,
  WARN_MANAGER_MINUTES,
  WARN_OWNER_MINUTES,
} from '../store/complaints.ts';
import type { Database } from '../store/database.ts';
import type { DueDelivery } from '../store/deliveries.ts';
import { findMemberRecords, findMembersById } from '../store/members.ts';
import { coverOf } from '../use-cases/may-act-for.ts';
import type { DeliveryKind } from './delivery-kind.ts';
import { isReachable, managerOver, type Reachable } from './reachable.ts';

const ID = 'complaint-late';
/** A long weekend: a complaint is not settled by being old. */
const CATCH_UP_MS = 4 * 86_400_000;

/**
 * Tells of a complaint that still has no answer when its time is nearly over: whoever looks after the customer, then the
 * manager, each once. Without a manager it is the first manager or admin there is.
 */
export const complaintLate: DeliveryKind = {
  id: ID,
  catchUpMs: CATCH_UP_MS,
  async findDue(db, workspaceId, now) {
    const complaints = await findComplaintsRunningLate(db, workspaceId, ID, now);
    if (complaints.length === 0) return [];
    const members = (await findMemberRecords(db, workspaceId)).filter(isReachable);
    const warnings: DueDelivery[] = [];
    for (const complaint of complaints) {
      if (complaint.tellsOwner) {
        const owner = await lookedAfterBy(db, workspaceId, complaint, members, now);
        warnings.push(...dueTo(owner, 'owner', complaint, WARN_OWNER_MINUTES, workspaceId));
      }
      if (complaint.tellsManager) {
        const manager = managerOver(complaint.ownerId, complaint.managerId, members);
        warnings.push(...dueTo(manager, 'manager', complaint, WARN_MANAGER_MINUTES, workspaceId));
      }
    }
    return warnings;
  },
  async compose({ db }, { memberId, subject, workspaceId }) {
    const [id = '', told] = subject.split(':');
    const complaint = await findComplaint(db, workspaceId, id);
    if (complaint === undefined || complaint.undoneAt !== null) return { skip: 'gone' };
    if (complaint.answeredAt !== null || complaint.closedAt !== null) return { skip: 'answered' };
    const { answerBy, keptId: customerId, name, ownerId } = complaint;
    const ids = [memberId, ownerId].filter((each) => each !== null);
    const members = await findMembersById(db, workspaceId, ids);
    const owner = members.get(ownerId ?? '');
    const warning = {
      customerId,
      name,
      answerBy,
      told: told === 'owner' ? ('owner' as const) : ('manager' as const),
      owner: owner === undefined ? null : (owner.displayName ?? owner.realName),
    };
    const message = complaintWarning(warning, languageOf(members.get(memberId ?? '')?.locale));
    return { message, customerId };
  },
};

/** The owner, or who covers for one who is away; undefined when nobody can be told. */
async function lookedAfterBy(
  db: Database,
  workspaceId: string,
  { ownerId }: ComplaintOnFile,
  members: readonly Reachable[],
  now: Date,
): Promise<Reachable | undefined> {
  const owner = members.find(({ id }) => id === ownerId);
  if (owner === undefined) return undefined;
  const cover = await coverOf(db, workspaceId, owner.id, localDay(now, knownZone(owner.timeZone)));
  return members.find(({ id }) => id === cover) ?? owner;
}

function dueTo(
  member: Reachable | undefined,
  told: 'owner' | 'manager',
  { answerBy, id }: ComplaintOnFile,
  minutesBefore: number,
  workspaceId: string,
): DueDelivery[] {
  if (member === undefined) return [];
  const localDate = localDay(answerBy, knownZone(member.timeZone));
  const dueAt = new Date(answerBy.getTime() - minutesBefore * 60_000);
  const { id: memberId, slackUserId: target } = member;
  return [{ workspaceId, kind: ID, target, localDate, subject: `${id}:${told}`, memberId, dueAt }];
}
