import { findMemberBySlackId, findMembers, type Member } from '../store/members.ts';
import type { UseCaseContext } from './context.ts';
import { ownerFinder } from './find-owner.ts';

/**
 * The member that a text means: a Slack id, a mention (`<@U1|anna>`), an e-mail, or a real or display name that only one has,
 * with or without `@`. Undefined when it means nobody who uses Tierbook.
 */
export async function findRep({ db, actor }: UseCaseContext, text: string): Promise<Member | undefined> {
  const { workspaceId } = actor;
  const slackUserId = /^(?:<@)?([UW][A-Z0-9]{2,20})(?:\|[^>]*)?>?$/.exec(text.trim())?.[1];
  const bySlackId = slackUserId === undefined ? undefined : await findMemberBySlackId(db, workspaceId, slackUserId);
  if (bySlackId !== undefined) return bySlackId;
  const members = await findMembers(db, workspaceId);
  const match = ownerFinder(members)(text.trim());
  return match.kind === 'member' ? members.find(({ id }) => id === match.memberId) : undefined;
}
