import type { ListedMember } from '../../use-cases/list-members.ts';
import { plainName } from '../plain-name.ts';

/** A member's name in a line of ours: as shown in Slack, the real name, or what else there is. */
export function nameOfMember({
  displayName,
  email,
  id,
  realName,
  slackUserId,
}: Pick<ListedMember, 'displayName' | 'email' | 'id' | 'realName' | 'slackUserId'>): string {
  const name = [displayName, realName, slackUserId, email].find((each) => each !== null && each.trim() !== '');
  return plainName(name ?? id, 60);
}
