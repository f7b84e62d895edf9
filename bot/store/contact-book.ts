import { sql } from 'kysely';
import type { CalendarDate } from '../../core/calendar-date.ts';
import { comparableEmail, comparablePhone } from '../../core/contact-details.ts';
import type { ContactPerson } from './contact-people.ts';
import type { Database } from './database.ts';
import { momentOfId } from './new-id.ts';

/** A person at a customer with all that is kept. */
export interface ContactDetails extends ContactPerson {
  readonly role: string | null;
  readonly birthday: CalendarDate | null;
  readonly notes: string | null;
}

/** The people at a customer and at those merged into it, in the order in which they came. */
export async function findContactBook(
  db: Database,
  workspaceId: string,
  customerId: string,
): Promise<ContactDetails[]> {
  const { rows } = await sql<ContactDetails>`
    select ${DETAILS} from contact_person
    where workspace_id = ${workspaceId} and customer_id in (
      select id from customer where workspace_id = ${workspaceId}
        and (id = ${customerId}::uuid or merged_into = ${customerId}::uuid)
    ) order by id`.execute(db);
  return rows;
}

/** The person with this id; undefined when there is none. */
export async function findContact(db: Database, workspaceId: string, id: string): Promise<ContactDetails | undefined> {
  const { rows } = await sql<ContactDetails>`
    select ${DETAILS} from contact_person where workspace_id = ${workspaceId} and id = ${id}::uuid`.execute(db);
  return rows[0];
}

/** Adds a person, or overwrites the one whose id is there already. */
export async function saveContact(
  db: Database,
  workspaceId: string,
  contact: ContactDetails,
  now: Date,
): Promise<void> {
  const { id, customerId, name, role, phone, email, birthday, notes } = contact;
  const of = {
    name,
    role,
    phone,
    phone_normal: comparablePhone(phone ?? '') || null,
    email,
    email_normal: comparableEmail(email ?? '') || null,
    birthday,
    notes,
    updated_at: now,
  };
  await db
    .insertInto('contact_person')
    .values({ workspace_id: workspaceId, id, customer_id: customerId, ...of, created_at: momentOfId(id) })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'id']).doUpdateSet(of))
    .execute();
}

/** Takes a person away. */
export async function deleteContact(db: Database, workspaceId: string, id: string): Promise<void> {
  await db.deleteFrom('contact_person').where('workspace_id', '=', workspaceId).where('id', '=', id).execute();
}

/** Forgets what contacts were before changes that were made before a moment, after which they cannot be taken back. */
export async function forgetContactsBefore(db: Database, workspaceId: string, before: Date): Promise<void> {
  await sql`
    update member_action set detail = '{}'
    where workspace_id = ${workspaceId} and kind in ('contact-edited', 'contact-removed') and detail <> '{}'
      and done_at < ${before}::timestamptz`.execute(db);
}

const DETAILS = sql.raw('id, customer_id as "customerId", name, role, phone, email, birthday, notes');
