import { localDay } from '../clock.ts';
import { type Absence, findAbsences } from '../store/absences.ts';
import { countCustomers } from '../store/books.ts';
import { findMemberRecords, type MemberRecord } from '../store/members.ts';
import type { UseCaseContext } from './context.ts';

/** A member with the size of the book and the absences to come. */
export interface ListedMember extends MemberRecord {
  /** Active customers. */
  readonly customers: number;
  /** Those that have not ended, in order. */
  readonly absences: readonly Absence[];
}

/** Everybody, those who left last, otherwise in the order in which they came. Three queries. */
export async function listMembers({ db, actor, clock }: UseCaseContext): Promise<ListedMember[]> {
  const { workspaceId } = actor;
  // The zone furthest behind: absences that are over for their member by now are sorted out below.
  const from = localDay(clock.now(), 'Etc/GMT+12');
  const members = await findMemberRecords(db, workspaceId);
  const books = await countCustomers(db, workspaceId, 'all');
  const absences = Map.groupBy(await findAbsences(db, workspaceId, { from }), ({ memberId }) => memberId);
  const listed = members.map((member): ListedMember => {
    const today = localDay(clock.now(), member.timeZone ?? 'UTC');
    const ahead = (absences.get(member.id) ?? []).filter(({ toOn }) => toOn >= today);
    return { ...member, customers: books.get(member.id) ?? 0, absences: ahead };
  });
  return listed.toSorted((a, b) => Number(a.deactivatedAt !== null) - Number(b.deactivatedAt !== null));
}
