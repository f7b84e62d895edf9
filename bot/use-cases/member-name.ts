import type { Member } from '../store/members.ts';

/** What a member is called; the Slack id of somebody whose name Slack has not told yet. */
export function memberName({ displayName, realName, slackUserId, id }: Member): string {
  return [displayName, realName, slackUserId].find((name) => name !== null && name.trim() !== '') ?? id;
}
