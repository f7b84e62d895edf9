import { normaliseName } from '../../core/customer-name.ts';
import { findMemberRecords, type MemberRecord, saveMember } from '../store/members.ts';
import type { UseCaseContext } from './context.ts';
import { ownerFinder } from './find-owner.ts';
import { UseCaseError } from './use-case-error.ts';

/**
 * The member that a text means: a Slack id, a mention, an e-mail, or a name that only one of them has. Throws
 * {@link UseCaseError} `several-members` or `no-such-member`.
 */
export async function memberByText({ db, actor }: UseCaseContext, text: string): Promise<MemberRecord> {
  const members = await findMemberRecords(db, actor.workspaceId);
  const match = ownerFinder(members)(text);
  const member = match.kind === 'member' ? members.find(({ id }) => id === match.memberId) : undefined;
  if (member !== undefined) return member;
  const name = normaliseName(text.replace(/^@/, ''));
  const namesakes = members.filter((each) =>
    [each.displayName, each.realName].some((own) => own !== null && normaliseName(own) === name),
  );
  throw new UseCaseError(namesakes.length > 1 ? 'several-members' : 'no-such-member', text);
}

/**
 * As {@link memberByText}, but a Slack id that nobody has becomes a rep, so that somebody can be made a manager before they
 * use Tierbook.
 */
export async function memberOrNewByText(
  context: UseCaseContext,
  text: string,
): Promise<{ readonly member: MemberRecord; readonly isNew: boolean }> {
  const { db, actor, clock } = context;
  const match = ownerFinder(await findMemberRecords(db, actor.workspaceId))(text);
  if (match.kind !== 'slack-user') return { member: await memberByText(context, text), isNew: false };
  await saveMember(db, actor.workspaceId, { slackUserId: match.slackUserId }, false, clock.now());
  return { member: await memberByText(context, match.slackUserId), isNew: true };
}
