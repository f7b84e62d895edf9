import { languageOf } from '../../core/text/language.ts';
import { bestTierComplaintMessage } from '../blocks/best-tier-messages.ts';
import { knownZone } from '../known-zone.ts';
import { findBestTierComplaints } from '../store/best-tier-events.ts';
import { findMembersById } from '../store/members.ts';
import { memberName } from '../use-cases/member-name.ts';
import { CATCH_UP_MS, type DeliveryKind } from './delivery-kind.ts';
import { isQuietHour } from './quiet-hours.ts';
import { dueAtOnce, LOOK_BACK_MS } from './told-at-once.ts';

const ID = 'best-tier-complaint';

/** Tells at once of a complaint of a customer of the best tier: whoever looks after it and the manager, but not who logged it. */
export const bestTierComplaint: DeliveryKind = {
  id: ID,
  catchUpMs: CATCH_UP_MS,
  async findDue(db, workspaceId, now) {
    const after = new Date(now.getTime() - LOOK_BACK_MS);
    const events = (await findBestTierComplaints(db, workspaceId, { after, now })).map(
      ({ complaintId: subject, openedAt: happenedAt, openedBy: knownTo, ownerId }) => ({
        subject,
        happenedAt,
        ownerId,
        knownTo,
      }),
    );
    return dueAtOnce(db, workspaceId, ID, events, now);
  },
  async compose({ clock, db }, { memberId, subject, workspaceId }) {
    const [complaint] = await findBestTierComplaints(db, workspaceId, { id: subject });
    if (complaint === undefined) return { skip: 'answered' };
    const { ownerId } = complaint;
    const ids = [memberId, ownerId].filter((each) => each !== null);
    const members = await findMembersById(db, workspaceId, ids);
    const reader = members.get(memberId ?? '');
    if (reader === undefined || reader.deactivatedAt !== null) return { skip: 'left' };
    if (isQuietHour(clock.now(), knownZone(reader.timeZone))) return { skip: 'quiet-hours' };
    const owner = ownerId === memberId ? undefined : members.get(ownerId ?? '');
    const told = { ...complaint, owner: owner === undefined ? null : memberName(owner) };
    return { message: bestTierComplaintMessage(told, languageOf(reader.locale)) };
  },
};
