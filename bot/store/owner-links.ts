import { sql } from 'kysely';
import type { Database } from './database.ts';
import { storableText } from './json-column.ts';

/** Who is meant by an owner cell's text, the text as names are compared; empty where nothing was ever linked. */
export async function findOwnerLinks(db: Database, workspaceId: string): Promise<Map<string, string>> {
  const { rows } = await sql<{ owner: string; memberId: string }>`
    select owner_normal as owner, member_id as "memberId" from owner_link
    where workspace_id = ${workspaceId}`.execute(db);
  return new Map(rows.map(({ owner, memberId }) => [owner, memberId]));
}

/** Puts down who is meant by a text, in place of whom it meant before. */
export async function saveOwnerLink(
  db: Database,
  workspaceId: string,
  ownerNormal: string,
  memberId: string,
): Promise<void> {
  await sql`
    insert into owner_link (workspace_id, owner_normal, member_id)
    values (${workspaceId}, ${storableText(ownerNormal)}, ${memberId})
    on conflict (workspace_id, owner_normal) do update set member_id = excluded.member_id`.execute(db);
}

/** Every text that tables named owners by, each once. */
export async function findOwnerTexts(db: Database, workspaceId: string): Promise<string[]> {
  const { rows } = await sql<{ text: string }>`
    select distinct owner_text as text from customer
    where workspace_id = ${workspaceId} and owner_text is not null`.execute(db);
  return rows.map(({ text }) => text);
}

/** The customers whose table named their owner in one of these ways, that are not this member's yet. */
export async function findCustomersByOwnerText(
  db: Database,
  workspaceId: string,
  texts: readonly string[],
  memberId: string,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from customer
    where workspace_id = ${workspaceId} and owner_text = any(${[...texts]}::text[])
      and owner_id is distinct from ${memberId}::uuid`.execute(db);
  return rows.map(({ id }) => id);
}

/** How a table named owners whom nobody knows. */
export interface UnknownOwner {
  readonly text: string;
  /** Customers that stay without an owner for it. */
  readonly customers: number;
}

/** Owner cells' texts of customers without an owner, the most frequent first. */
export async function findUnknownOwners(db: Database, workspaceId: string): Promise<UnknownOwner[]> {
  const { rows } = await sql<UnknownOwner>`
    select owner_text as text, count(*)::int as customers from customer
    where workspace_id = ${workspaceId} and owner_id is null and owner_text is not null and merged_into is null
    group by owner_text order by customers desc, owner_text`.execute(db);
  return rows;
}
