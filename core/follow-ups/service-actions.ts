/** What a person can do about complaints, satisfaction and how a prospect goes on, by the kind that is written down. */
export const SERVICE_ACTIONS = [
  'complaint-opened',
  'complaint-answered',
  'complaint-closed',
  'survey',
  'prospect-won',
  'prospect-lost',
  'expected-signing',
] as const;

/** One of the {@link SERVICE_ACTIONS}. */
export type ServiceAction = (typeof SERVICE_ACTIONS)[number];

/** Whether something that was done is one of the {@link SERVICE_ACTIONS}. */
export function isServiceAction(kind: string): kind is ServiceAction {
  return (SERVICE_ACTIONS as readonly string[]).includes(kind);
}
