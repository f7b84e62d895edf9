import { DELIVERY_TEXT } from '../../core/text/delivery-text.ts';
import { languageOf } from '../../core/text/language.ts';
import { findMissedDays } from '../store/deliveries.ts';
import { findMembersById } from '../store/members.ts';
import { DAILY_LIST } from '../use-cases/posted-lists.ts';
import { CATCH_UP_MS, type DeliveryKind } from './delivery-kind.ts';
import { findDueLists } from './due-lists.ts';
import { withLine } from './with-line.ts';

/**
 * The daily list, whose message `compose` gives, for a member who is still here and wants it; it ends with a line on lists that were missed in a
 * stop of Tierbook.
 */
export function dailyList(compose: DeliveryKind['compose']): DeliveryKind {
  return {
    id: DAILY_LIST,
    catchUpMs: CATCH_UP_MS,
    findDue: (db, workspaceId, now) => findDueLists(db, workspaceId, DAILY_LIST, now),
    async compose(useCaseContext, delivery) {
      const { db } = useCaseContext;
      const { memberId, workspaceId } = delivery;
      const member = (await findMembersById(db, workspaceId, memberId === null ? [] : [memberId])).get(memberId ?? '');
      // It may have been queued for hours.
      if (member === undefined || member.deactivatedAt !== null) return { skip: 'left' };
      if (member.listAt === 'off') return { skip: 'off' };
      const composed = await compose(useCaseContext, delivery);
      if ('skip' in composed) return composed;
      const missed = await findMissedDays(db, delivery);
      if (missed.length === 0) return composed;
      return withLine(composed, DELIVERY_TEXT[languageOf(member.locale)].missed(missed));
    },
  };
}
