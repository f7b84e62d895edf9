import { sql } from 'kysely';
import type { CalendarDate } from '../../core/calendar-date.ts';
import type { CustomerStage } from '../../core/customer-stage.ts';
import type { Database } from './database.ts';

/** A tier set by hand that somebody should look at: it holds no longer, or not for long. */
export interface OverrideToReview {
  readonly customerId: string;
  readonly name: string;
  readonly ownerId: string | null;
  readonly stage: CustomerStage;
  readonly tier: string;
  readonly reason: string;
  /** The last day on which it holds, or held. */
  readonly expiresOn: CalendarDate;
  readonly hasExpired: boolean;
}

/**
 * The overrides of active customers of these owners (null: of everybody's and nobody's) that end by a day, and those that have
 * ended by themselves since another and were not followed by another one; the first to end first.
 */
export async function findOverridesToReview(
  db: Database,
  workspaceId: string,
  ownerIds: readonly string[] | null,
  { endsBy, endedSince }: { readonly endsBy: CalendarDate; readonly endedSince: CalendarDate },
): Promise<OverrideToReview[]> {
  const whose = ownerIds === null ? sql`` : sql`and c.owner_id = any(${[...ownerIds]}::uuid[])`;
  const { rows } = await sql<OverrideToReview>`
    select c.id as "customerId", c.name, c.owner_id as "ownerId", c.stage, o.tier, o.reason, o.expires_on as "expiresOn",
      o.ended_at is not null as "hasExpired"
    from tier_override o
    join customer c on c.workspace_id = o.workspace_id and c.id = o.customer_id
    where o.workspace_id = ${workspaceId} and c.merged_into is null and c.status = 'active' ${whose}
      and (
        (o.ended_at is null and o.expires_on <= ${endsBy}::date)
        or (o.end_reason = 'expired' and o.expires_on >= ${endedSince}::date and not exists (
          select from tier_override l
          where l.workspace_id = o.workspace_id and l.customer_id = o.customer_id and l.set_at > o.set_at)))
    order by o.expires_on, c.id`.execute(db);
  return rows;
}
