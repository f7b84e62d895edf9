import { sql } from 'kysely';
import { comparableEmail, comparablePhone } from '../../core/contact-details.ts';
import type { Database } from './database.ts';
import { idList } from './id-list.ts';
import { inChunks } from './in-chunks.ts';
import { json } from './json-column.ts';

/** A person at a customer, as far as a table names them. */
export interface ContactPerson {
  readonly id: string;
  readonly customerId: string;
  readonly name: string | null;
  readonly phone: string | null;
  readonly email: string | null;
}

const ROWS_PER_STATEMENT = 2000;

/** The people at these customers and at those merged into them, in the order in which they came. */
export async function findContactPeople(
  db: Database,
  workspaceId: string,
  customerIds: readonly string[],
): Promise<ContactPerson[]> {
  const found: ContactPerson[] = [];
  for (const chunk of inChunks(customerIds, ROWS_PER_STATEMENT)) {
    const { rows } = await sql<ContactPerson>`
      with asked as (
        select id, id as kept from customer where workspace_id = ${workspaceId} and id = any(${idList(chunk)})
        union all
        select id, merged_into from customer where workspace_id = ${workspaceId} and merged_into = any(${idList(chunk)})
      )
      select p.id, asked.kept as "customerId", p.name, p.phone, p.email
      from asked join contact_person p on p.workspace_id = ${workspaceId} and p.customer_id = asked.id
      order by p.id`.execute(db);
    found.push(...rows);
  }
  return found;
}

/** The people with one of these telephone numbers or e-mail addresses (compared as `core/contact-details` says). */
export async function findContactPeopleLike(
  db: Database,
  workspaceId: string,
  wanted: { readonly phones: readonly string[]; readonly emails: readonly string[] },
): Promise<ContactPerson[]> {
  const found = new Map<string, ContactPerson>();
  for (const [column, values] of [
    ['phone_normal', wanted.phones],
    ['email_normal', wanted.emails],
  ] as const) {
    for (const chunk of inChunks(values, ROWS_PER_STATEMENT)) {
      const { rows } = await sql<ContactPerson>`
        select ${CONTACT} from contact_person
        where workspace_id = ${workspaceId} and ${sql.ref(column)} = any(${chunk}::text[])`.execute(db);
      for (const row of rows) found.set(row.id, row);
    }
  }
  return [...found.values()];
}

/** Adds people and overwrites those whose id is there already. */
export async function saveContactPeople(
  db: Database,
  workspaceId: string,
  people: readonly ContactPerson[],
  now: Date,
): Promise<void> {
  for (const chunk of inChunks(people, ROWS_PER_STATEMENT)) {
    const rows = chunk.map((person) => ({
      id: person.id,
      customer_id: person.customerId,
      name: person.name,
      phone: person.phone,
      phone_normal: comparablePhone(person.phone ?? '') || null,
      email: person.email,
      email_normal: comparableEmail(person.email ?? '') || null,
    }));
    await sql`
      insert into contact_person (workspace_id, ${COLUMNS}, created_at, updated_at)
      select ${workspaceId}, ${COLUMNS}, ${now}::timestamptz, ${now}::timestamptz
      from json_to_recordset(${json(rows)}::json) as r (id uuid, customer_id uuid, name text, phone text,
        phone_normal text, email text, email_normal text)
      on conflict (workspace_id, id) do update set name = excluded.name, phone = excluded.phone,
        phone_normal = excluded.phone_normal, email = excluded.email, email_normal = excluded.email_normal,
        updated_at = excluded.updated_at`.execute(db);
  }
}

const COLUMNS = sql.raw('id, customer_id, name, phone, phone_normal, email, email_normal');
const CONTACT = sql.raw('id, customer_id as "customerId", name, phone, email');
