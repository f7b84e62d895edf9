import { BOOK_LEFT_TEXT } from '../../core/text/book-left-text.ts';
import { languageOf } from '../../core/text/language.ts';
import { plainName } from '../blocks/plain-name.ts';
import { plainMessage } from '../blocks/rich-text.ts';
import { localDay } from '../clock.ts';
import { knownZone } from '../known-zone.ts';
import { type BookLeft, countCustomers, findBooksLeft } from '../store/books.ts';
import { findMemberRecords, findMembersById, type MemberRecord } from '../store/members.ts';
import { memberName } from '../use-cases/member-name.ts';
import type { DeliveryKind } from './delivery-kind.ts';

const ID = 'book-left';

/**
 * Tells of a member who has left (deactivated in Slack) and whose customers nobody has yet: the manager, else the first
 * manager or admin there is. Once; the book is nobody else's until somebody hands it over.
 */
export const bookLeft: DeliveryKind = {
  id: ID,
  catchUpMs: null,
  async findDue(db, workspaceId, now) {
    const books = await findBooksLeft(db, workspaceId, ID, now);
    if (books.length === 0) return [];
    const members = await findMemberRecords(db, workspaceId);
    return books.flatMap((book) => {
      const told = managerOf(book, members);
      if (told === undefined) return [];
      const { leftAt: dueAt, memberId: subject } = book;
      const localDate = localDay(dueAt, knownZone(told.timeZone));
      return [{ workspaceId, kind: ID, target: told.slackUserId, localDate, subject, memberId: told.id, dueAt }];
    });
  },
  async compose({ db }, { memberId, subject, workspaceId }) {
    const members = await findMembersById(db, workspaceId, [subject, ...(memberId === null ? [] : [memberId])]);
    const member = members.get(subject);
    if (member === undefined || member.deactivatedAt === null) return { skip: 'back' };
    const customers = (await countCustomers(db, workspaceId, [subject])).get(subject) ?? 0;
    if (customers === 0) return { skip: 'handed-over' };
    const text = BOOK_LEFT_TEXT[languageOf(members.get(memberId ?? '')?.locale)];
    const name = plainName(memberName(member), 80);
    const command = `members leave ${member.slackUserId ?? ''} --to …`;
    const lines = [text.handOver(command), text.untilThen(`/followups @${name}`)] as const;
    return { message: plainMessage(text.left(name, customers), ...lines) };
  },
};

type Reachable = MemberRecord & { readonly slackUserId: string };

function managerOf({ managerId, memberId }: BookLeft, members: readonly MemberRecord[]): Reachable | undefined {
  const here = members.filter(
    (each): each is Reachable => each.slackUserId !== null && each.deactivatedAt === null && each.id !== memberId,
  );
  return (
    here.find(({ id }) => id === managerId) ??
    here.find(({ role }) => role === 'manager') ??
    here.find(({ role }) => role === 'admin')
  );
}
