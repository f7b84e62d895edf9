/** What a person can do about a customer's next contact, by the kind that is written down. */
export const FOLLOW_UP_ACTIONS = ['contact', 'snooze', 'skip', 'pause', 'resume', 'reassign'] as const;

/** One of the {@link FOLLOW_UP_ACTIONS}. */
export type FollowUpAction = (typeof FOLLOW_UP_ACTIONS)[number];

/** Whether something that was done settles a customer's next contact, so that nobody needs to do it again. */
export function isFollowUpAction(kind: string): kind is FollowUpAction {
  return (FOLLOW_UP_ACTIONS as readonly string[]).includes(kind);
}
