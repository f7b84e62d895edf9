import { sql } from 'kysely';
import type { Database } from './database.ts';

/** What a customer is called and whose it is, for lists. */
export interface CustomerLabel {
  readonly id: string;
  readonly key: string | null;
  readonly name: string;
  readonly owner: OwnerLabel | null;
}

/** An owner: the member, or, where nobody knows who that is, the text of the table. */
export interface OwnerLabel {
  /** The member's id; null for a text. */
  readonly memberId: string | null;
  readonly name: string;
}

/** The labels of the customers with these ids, by id; unknown ids are left out. */
export async function findCustomerLabels(
  db: Database,
  workspaceId: string,
  ids: readonly string[],
): Promise<Map<string, CustomerLabel>> {
  const { rows } = await sql<{
    id: string;
    key: string | null;
    name: string;
    memberId: string | null;
    owner: string | null;
  }>`
    select c.id, c.key, c.name, c.owner_id as "memberId",
      coalesce(m.display_name, m.real_name, c.owner_text, m.slack_user_id) as owner
    from customer c left join member m on m.workspace_id = c.workspace_id and m.id = c.owner_id
    where c.workspace_id = ${workspaceId} and c.id = any(${ids}::uuid[])`.execute(db);
  return new Map(
    rows.map(({ id, key, name, memberId, owner }) => [
      id,
      { id, key, name, owner: memberId === null && owner === null ? null : { memberId, name: owner ?? '' } },
    ]),
  );
}
