import type { Member } from '../store/members.ts';

/** What a member is called: as shown in Slack, the real name, or what else there is while Slack has not told a name yet. */
export function memberName({ displayName, realName, slackUserId, email, id }: Member): string {
  return [displayName, realName, slackUserId, email].find((name) => name !== null && name.trim() !== '') ?? id;
}
