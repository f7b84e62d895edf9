import { type RawBuilder, sql } from 'kysely';
import type { DigestReach } from './digest-book.ts';

/** Whether a row that has been there from one moment until another was there at the digest's. */
export function wasThere(from: string, until: string, { asOf }: Pick<DigestReach, 'asOf'>): RawBuilder<boolean> {
  return sql`${sql.raw(from)} <= ${asOf}::timestamptz and (${sql.raw(until)} is null or ${sql.raw(until)} > ${asOf}::timestamptz)`;
}

/**
 * The common table expressions for a recursive statement that end in `kept (gone_id, kept_id)`: which customers had been merged
 * into which by the digest's moment.
 */
export function keptAt(reach: Pick<DigestReach, 'workspaceId' | 'asOf'>): RawBuilder<unknown> {
  return sql`
    merged as materialized (
      select gone_id, kept_id from customer_merge m
      where m.workspace_id = ${reach.workspaceId} and ${wasThere('m.merged_at', 'm.undone_at', reach)}
    ),
    merged_through as (
      select gone_id, kept_id from merged
      union
      select t.gone_id, m.kept_id from merged_through t join merged m on m.gone_id = t.kept_id
    ),
    kept as (
      select gone_id, kept_id from merged_through t where not exists (select from merged m where m.gone_id = t.kept_id)
    )`;
}
