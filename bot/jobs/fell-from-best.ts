import { languageOf } from '../../core/text/language.ts';
import { fallMessage } from '../blocks/best-tier-messages.ts';
import { knownZone } from '../known-zone.ts';
import { type FallenCustomer, findFallen, findFalls } from '../store/best-tier-events.ts';
import { findMemberRecords } from '../store/members.ts';
import { memberName } from '../use-cases/member-name.ts';
import { CATCH_UP_MS, type DeliveryKind } from './delivery-kind.ts';
import { isQuietHour } from './quiet-hours.ts';
import { dueAtOnce, findReaders, LOOK_BACK_MS } from './told-at-once.ts';

const ID = 'fell-from-best';

/**
 * Tells at once of customers that a grading took out of the best tier: whoever looks after them and the manager, one message a
 * reader and grading. Those that have risen again meanwhile are left out.
 */
export const fellFromBest: DeliveryKind = {
  id: ID,
  catchUpMs: CATCH_UP_MS,
  async findDue(db, workspaceId, now) {
    const falls = await findFalls(db, workspaceId, new Date(now.getTime() - LOOK_BACK_MS), now);
    const events = falls.map(({ changedAt, ownerId, runId }) => ({
      subject: `${runId}:${changedAt.getTime()}`,
      happenedAt: changedAt,
      ownerId,
      knownTo: null,
    }));
    return dueAtOnce(db, workspaceId, ID, events, now);
  },
  async compose({ clock, db }, { memberId, subject, workspaceId }) {
    const [runId = '', moment] = subject.split(':');
    const now = clock.now();
    const readersOf = await findReaders(db, workspaceId, now);
    const fallen = (await findFallen(db, workspaceId, { runId, changedAt: new Date(Number(moment)) })).filter(
      ({ ownerId }) => readersOf(ownerId).some(({ id }) => id === memberId),
    );
    const members = new Map((await findMemberRecords(db, workspaceId)).map((each) => [each.id, each]));
    const reader = members.get(memberId ?? '');
    if (reader === undefined || reader.deactivatedAt !== null) return { skip: 'left' };
    if (isQuietHour(now, knownZone(reader.timeZone))) return { skip: 'quiet-hours' };
    const [first, ...others] = fallen;
    if (first === undefined) return { skip: 'risen' };
    const withOwner = (each: FallenCustomer) => {
      const owner = each.ownerId === null || each.ownerId === memberId ? undefined : members.get(each.ownerId);
      return { ...each, owner: owner === undefined ? null : memberName(owner) };
    };
    return { message: fallMessage([withOwner(first), ...others.map(withOwner)], languageOf(reader.locale)) };
  },
};
