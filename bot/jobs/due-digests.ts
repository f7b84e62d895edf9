import { createHash } from 'node:crypto';
import { momentIn } from '../clock.ts';
import { knownZone } from '../known-zone.ts';
import type { Database } from '../store/database.ts';
import type { DueDelivery } from '../store/deliveries.ts';
import { DIGEST, type DigestReader, findDigestReaders } from '../store/digest-settings.ts';
import { findMemberRecords } from '../store/members.ts';
import { teamOf } from '../use-cases/digest-team.ts';
import { workCalendarsOf } from '../use-cases/work-calendars.ts';
import { daysSinceLast, freshStarts } from './days-since-last.ts';
import { CATCH_UP_MS } from './delivery-kind.ts';
import { lastDue } from './last-due.ts';

/**
 * Whose digest is due: for everybody who gets digests, at their hour on each working day of theirs. After a stop the days since
 * the last are among them, which are then too late; who never had one begins with the next.
 *
 * Those who chose the same channel, hour and parts for the same reps get one message there, not one each.
 */
export async function findDueDigests(db: Database, workspaceId: string, now: Date): Promise<DueDelivery[]> {
  const waiting = (await findDigestReaders(db, workspaceId, now)).flatMap((reader) => {
    const zone = knownZone(reader.timeZone);
    const { at, on } = lastDue(now, reader.at, zone);
    const isNew = reader.addedAt >= at;
    const hasIt = reader.lastOn !== null && reader.lastOn >= on;
    return isNew || hasIt ? [] : [{ ...reader, zone, on }];
  });
  const days = waiting.flatMap(daysSinceLast).toSorted();
  const [from, to] = [days.at(0), days.at(-1)];
  if (from === undefined || to === undefined) return [];
  const actor = { workspaceId, memberId: null, role: 'admin' } as const;
  const ids = waiting.map(({ memberId }) => memberId);
  const calendars = await workCalendarsOf({ db, actor }, ids, from, to);
  const subjectOf = await digestSubjects(db, workspaceId, waiting);
  const startsOf = await freshStarts(db, workspaceId, 'role', waiting);
  const due = waiting.flatMap((reader): DueDelivery[] =>
    daysSinceLast(reader).flatMap((localDate) => {
      const dueAt = momentIn(reader.zone, localDate, reader.at);
      const isLate = now.getTime() - dueAt.getTime() > CATCH_UP_MS;
      // it was not expected then
      const starts = [reader.setAt, startsOf.get(reader.memberId) ?? null];
      const isOfBefore = reader.lastOn === null || starts.some((start) => start !== null && dueAt < start);
      const isOff = calendars.get(reader.memberId)?.isWorkingDay(localDate) === false;
      if (isOff || (isLate && isOfBefore)) return [];
      const { channel, memberId, slackUserId } = reader;
      const target = channel ?? slackUserId;
      return [{ workspaceId, kind: DIGEST, target, localDate, subject: subjectOf(reader), memberId, dueAt }];
    }),
  );
  return [...new Map(due.toReversed().map((each) => [placeOf(each), each])).values()].toReversed();
}

/**
 * The subject of each reader's digest, which tells one digest of a channel from another there: by what it is about, when it comes, and of
 * which parts it is. Empty in direct messages.
 */
export async function digestSubjects(
  db: Database,
  workspaceId: string,
  readers: readonly DigestReader[],
): Promise<(reader: DigestReader) => string> {
  if (readers.every(({ channel }) => channel === null)) return () => '';
  const members = await findMemberRecords(db, workspaceId);
  return ({ at, channel, memberId, parts, repIds, timeZone }) => {
    if (channel === null) return '';
    const team = teamOf(members, memberId)?.repIds ?? null;
    const reps = repIds === null ? team : repIds.filter((id) => team === null || team.includes(id)).toSorted();
    const content = JSON.stringify([reps, parts.toSorted(), at, knownZone(timeZone)]);
    return createHash('sha256').update(content).digest('base64url').slice(0, 16);
  };
}

function placeOf({ target, localDate, subject }: DueDelivery): string {
  return `${target} ${localDate} ${subject}`;
}
