import { sql } from 'kysely';
import type { Database } from './database.ts';

/** A message in Slack that is about one customer. */
export interface PostedCard {
  readonly channel: string;
  readonly ts: string;
  readonly customerId: string;
}

/**
 * Remembers of which customer messages are; one that is known stays of the customer that it is of. Of a customer that is no longer
 * on file nothing is remembered.
 */
export async function savePostedCards(
  db: Database,
  workspaceId: string,
  cards: readonly PostedCard[],
  now: Date,
): Promise<void> {
  await sql`
    insert into posted_card (workspace_id, channel, ts, customer_id, posted_at)
    select c.workspace_id, p.channel, p.ts, c.id, ${now}::timestamptz
    from unnest(
      ${cards.map(({ channel }) => channel)}::text[],
      ${cards.map(({ ts }) => ts)}::text[],
      ${cards.map(({ customerId }) => customerId)}::uuid[]
    ) as p (channel, ts, customer_id)
    join customer c on c.workspace_id = ${workspaceId} and c.id = p.customer_id
    on conflict do nothing`.execute(db);
}

/** The customer that a message is about, or the one that it was merged into; undefined when it is about none. */
export async function findCardCustomer(
  db: Database,
  workspaceId: string,
  { channel, ts }: Pick<PostedCard, 'channel' | 'ts'>,
): Promise<{ readonly id: string; readonly name: string } | undefined> {
  const { rows } = await sql<{ id: string; name: string }>`
    select k.id, k.name from posted_card p
    join customer c on c.workspace_id = p.workspace_id and c.id = p.customer_id
    join customer k on k.workspace_id = p.workspace_id and k.id = coalesce(c.merged_into, c.id)
    where p.workspace_id = ${workspaceId} and p.channel = ${channel} and p.ts = ${ts}`.execute(db);
  return rows[0];
}

/** Forgets of which customer messages are that were posted before a moment. */
export async function forgetPostedCards(db: Database, workspaceId: string, before: Date): Promise<void> {
  await sql`delete from posted_card where workspace_id = ${workspaceId} and posted_at < ${before}::timestamptz`.execute(
    db,
  );
}

/** A graded customer of a member, else anybody's, whose name can stand in an example; undefined when nobody is graded. */
export async function findExampleCustomer(
  db: Database,
  workspaceId: string,
  memberId: string | null,
): Promise<{ readonly name: string; readonly tier: string } | undefined> {
  for (const own of memberId === null ? [false] : [true, false]) {
    const isOwn = own ? sql`g.owner_id = ${memberId}::uuid` : sql`true`;
    const { rows } = await sql<{ name: string; tier: string }>`
      select c.name, g.tier from (
        select customer_id, tier from grade g
        where g.workspace_id = ${workspaceId} and g.tier is not null and ${isOwn} limit 20
      ) g join customer c on c.workspace_id = ${workspaceId} and c.id = g.customer_id
      where c.status = 'active' and c.merged_into is null and length(c.name) <= 40
      order by c.name limit 1`.execute(db);
    if (rows[0] !== undefined) return rows[0];
  }
  return undefined;
}
