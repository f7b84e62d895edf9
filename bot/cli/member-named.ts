import type { Member } from '../store/members.ts';
import type { UseCaseContext } from '../use-cases/context.ts';
import { findRep } from '../use-cases/find-rep.ts';
import { memberByText } from '../use-cases/member-by-text.ts';

/**
 * The member that an option names: a Slack id, the short ones of the local workspace too, a mention, an e-mail or a name. Throws
 * UseCaseError `several-members` or `no-such-member`.
 */
export async function memberNamed(context: UseCaseContext, text: string): Promise<Member> {
  return (await findRep(context, text)) ?? memberByText(context, text);
}
