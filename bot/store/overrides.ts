import type { CalendarDate } from '../../core/calendar-date.ts';
import type { Database } from './database.ts';
import type { TierOverrideTable } from './grading-tables.ts';

/** A tier that a person set for a customer. */
export interface TierOverride {
  readonly id: string;
  readonly customerId: string;
  readonly schemeId: string;
  readonly tier: string;
  readonly reason: string;
  /** The member; null when it came from the command line. */
  readonly setBy: string | null;
  readonly setAt: Date;
  /** The last day on which it holds. */
  readonly expiresOn: CalendarDate;
  readonly endedAt: Date | null;
  readonly endReason: TierOverrideTable['end_reason'];
}

/** Writes an override down; the customer must have no other one in force. */
export async function insertOverride(db: Database, workspaceId: string, override: TierOverride): Promise<void> {
  await db
    .insertInto('tier_override')
    .values({
      workspace_id: workspaceId,
      id: override.id,
      customer_id: override.customerId,
      scheme_id: override.schemeId,
      tier: override.tier,
      reason: override.reason,
      set_by: override.setBy,
      set_at: override.setAt,
      expires_on: override.expiresOn,
    })
    .execute();
}

/** Ends overrides, keeping them as history. */
export async function endOverrides(
  db: Database,
  workspaceId: string,
  ids: readonly string[],
  end: {
    readonly reason: NonNullable<TierOverrideTable['end_reason']>;
    readonly memberId: string | null;
    readonly at: Date;
  },
): Promise<void> {
  if (ids.length === 0) return;
  await db
    .updateTable('tier_override')
    .set({ ended_at: end.at, ended_by: end.memberId, end_reason: end.reason })
    .where('workspace_id', '=', workspaceId)
    .where('id', 'in', [...ids])
    .where('ended_at', 'is', null)
    .execute();
}

/** Puts an override in force again that was ended by mistake; its customer must have no other one. */
export async function reviveOverride(db: Database, workspaceId: string, id: string): Promise<void> {
  await db
    .updateTable('tier_override')
    .set({ ended_at: null, ended_by: null, end_reason: null })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .execute();
}

/** The overrides in force: all, a customer's, or those that were to hold no longer than the day before. */
export async function findOverrides(
  db: Database,
  workspaceId: string,
  which: { readonly customerId?: string; readonly expiredBefore?: CalendarDate } = {},
): Promise<TierOverride[]> {
  const { customerId, expiredBefore } = which;
  let query = overrides(db, workspaceId).where('ended_at', 'is', null);
  if (customerId !== undefined) query = query.where('customer_id', '=', customerId);
  if (expiredBefore !== undefined) query = query.where('expires_on', '<', expiredBefore);
  return query.execute();
}

/** The override that was in force for a customer at a moment; undefined when there was none. */
export async function findOverrideAt(
  db: Database,
  workspaceId: string,
  customerId: string,
  at: Date,
): Promise<TierOverride | undefined> {
  return overrides(db, workspaceId)
    .where('customer_id', '=', customerId)
    .where('set_at', '<=', at)
    .where((where) => where.or([where('ended_at', 'is', null), where('ended_at', '>', at)]))
    .limit(1)
    .executeTakeFirst();
}

/** Overrides that ended by themselves since a moment, latest first. */
export async function findExpired(db: Database, workspaceId: string, since: Date): Promise<TierOverride[]> {
  return overrides(db, workspaceId).where('end_reason', '=', 'expired').where('ended_at', '>=', since).execute();
}

function overrides(db: Database, workspaceId: string) {
  return db
    .selectFrom('tier_override')
    .select([
      'id',
      'customer_id as customerId',
      'scheme_id as schemeId',
      'tier',
      'reason',
      'set_by as setBy',
      'set_at as setAt',
      'expires_on as expiresOn',
      'ended_at as endedAt',
      'end_reason as endReason',
    ])
    .where('workspace_id', '=', workspaceId)
    .orderBy('set_at', 'desc')
    .orderBy('id', 'desc');
}
