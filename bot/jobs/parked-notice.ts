import { DELIVERY_TEXT } from '../../core/text/delivery-text.ts';
import { languageOf } from '../../core/text/language.ts';
import { plainName } from '../blocks/plain-name.ts';
import { plainMessage } from '../blocks/rich-text.ts';
import { findMembersById } from '../store/members.ts';
import { findParked, NOTICE } from '../store/parked-deliveries.ts';
import type { DeliveryKind } from './delivery-kind.ts';

/** Tells an admin of a person or channel that cannot be reached. It is made where a message is parked, never by the clock. */
export const parkedNotice: DeliveryKind = {
  id: NOTICE,
  catchUpMs: null,
  findDue: async () => [],
  async compose({ db }, { memberId, subject, workspaceId }) {
    const target = subject.replace(/^parked:/, '');
    const parked = await findParked(db, workspaceId, target);
    if (parked === undefined) return { skip: 'mended' };
    const members = await findMembersById(db, workspaceId, memberId === null ? [] : [memberId]);
    const text = DELIVERY_TEXT[languageOf(members.get(memberId ?? '')?.locale)];
    const where = plainName(parked.name ?? target, 80);
    const { problem } = parked;
    return { message: plainMessage(text.cannotReach(where, problem), text.remedy(problem), text.triedAgain) };
  },
};
