import { newId } from '../../bot/store/new-id.ts';
import type { MemberTable } from '../../bot/store/workspace-tables.ts';
import type { UseCaseContext } from '../../bot/use-cases/context.ts';

/** What a test says of a member; the rest is a rep's in UTC. */
export interface MemberGiven {
  /** Null: Slack does not know the member; default an id of its own. */
  readonly slackUserId?: string | null;
  readonly name?: string;
  readonly role?: MemberTable['role'];
  readonly managerId?: string;
  readonly timeZone?: string | null;
  readonly country?: string;
  readonly dayMinutes?: number;
}

let added = 0;

/** Adds a member to the context's workspace and returns the id. */
export async function addMember({ db, actor, clock }: UseCaseContext, given: MemberGiven = {}): Promise<string> {
  added += 1;
  const now = clock.now();
  const id = newId(now);
  const row = {
    workspace_id: actor.workspaceId,
    id,
    slack_user_id: given.slackUserId === undefined ? `U0TEST${added}` : given.slackUserId,
    display_name: given.name ?? null,
    real_name: null,
    email: null,
    role: given.role ?? 'rep',
    manager_id: given.managerId ?? null,
    time_zone: given.timeZone === undefined ? 'UTC' : given.timeZone,
    locale: null,
    country: given.country ?? null,
    day_minutes: given.dayMinutes ?? null,
    created_at: now,
    updated_at: now,
  } as const;
  await db.insertInto('member').values(row).execute();
  return id;
}

/** The context as that member acts in it. */
export function as<C extends UseCaseContext>(context: C, memberId: string, role: MemberTable['role'] = 'rep'): C {
  return { ...context, actor: { ...context.actor, memberId, role } };
}
