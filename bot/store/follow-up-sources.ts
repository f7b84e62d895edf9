import { sql } from 'kysely';
import type { CalendarDate } from '../../core/calendar-date.ts';
import type { FactValue } from '../../core/customer.ts';
import type { CustomerStage } from '../../core/customer-stage.ts';
import type { ContactMethod } from '../../core/grading/contact-methods.ts';
import type { GradeStatus } from '../../core/grading/grade.ts';
import type { Database } from './database.ts';
import type { GradeChangeCause } from './grading-tables.ts';
import { idList } from './id-list.ts';
import { inChunks } from './in-chunks.ts';

/** All that an active customer's follow-up is derived from, what people decided aside. */
export interface FollowUpSource {
  readonly customerId: string;
  readonly ownerId: string | null;
  readonly stage: CustomerStage;
  readonly createdAt: Date;
  readonly lastContactOn: CalendarDate | null;
  readonly nextContactOn: CalendarDate | null;
  /** What the table says of a prospect's signing; may be no day. */
  readonly expectedDate: string | null;
  /** And of its amount; may be no number. */
  readonly expectedAmount: FactValue | null;
  readonly status: GradeStatus | null;
  readonly tier: string | null;
  /** The latest change that moved the tier; null where there was none. */
  readonly change: SourceChange | null;
  /** The last two real contacts, latest first. */
  readonly contacts: readonly SourceContact[];
  /** By when the earliest unanswered complaint must be answered. */
  readonly complaintDueAt: Date | null;
  /** Of all its contacts, by month and day (`02-29`). */
  readonly birthdays: readonly string[];
  readonly surveyedOn: CalendarDate | null;
}

/** A change of tier. */
export interface SourceChange {
  readonly fromTier: string | null;
  readonly toTier: string | null;
  readonly cause: GradeChangeCause;
  readonly changedAt: Date;
}

/** A contact that reached somebody. */
export interface SourceContact {
  readonly method: ContactMethod;
  readonly happenedOn: CalendarDate;
  readonly loggedAt: Date;
  /** The day that was agreed on for the next one. */
  readonly nextOn: CalendarDate | null;
}

/**
 * What the follow-ups of these customers are derived from; customers that are gone, archived or lost are left out. What
 * stands with customers that were merged into one counts as its own. Five queries, however many customers.
 */
export async function findFollowUpSources(
  db: Database,
  workspaceId: string,
  customerIds: readonly string[],
): Promise<FollowUpSource[]> {
  const family = familyOf(workspaceId, customerIds);
  const rows = await findCustomerRows(db, workspaceId, customerIds);
  const contacts = await sql<SourceContact & Kept>`
    with ${family}
    select family.kept, i.method, i.happened_on as "happenedOn", i.logged_at as "loggedAt", i.next_on as "nextOn"
    from family cross join lateral (
      select id, method, happened_on, logged_at, next_on from interaction
      where workspace_id = ${workspaceId} and customer_id = family.id and undone_at is null and outcome <> 'no-answer'
      order by happened_on desc, logged_at desc, id desc limit 2
    ) i
    order by i.happened_on desc, i.logged_at desc, i.id desc`.execute(db);
  const complaints = await sql<{ dueAt: Date } & Kept>`
    with ${family}
    select family.kept, min(m.answer_by) as "dueAt"
    from family join complaint m on m.workspace_id = ${workspaceId} and m.customer_id = family.id
    where m.answered_at is null and m.closed_at is null and m.undone_at is null
    group by family.kept`.execute(db);
  const birthdays = await sql<{ birthday: string } & Kept>`
    with ${family}
    select distinct family.kept, to_char(p.birthday, 'MM-DD') as birthday
    from family join contact_person p on p.workspace_id = ${workspaceId} and p.customer_id = family.id
    where p.birthday is not null`.execute(db);
  const surveys = await sql<{ surveyedOn: CalendarDate } & Kept>`
    with ${family}
    select family.kept, max(s.day) as "surveyedOn"
    from family cross join lateral (
      select surveyed_on as day from survey_result
      where workspace_id = ${workspaceId} and customer_id = family.id and undone_at is null
      union all
      select happened_on from interaction
      where workspace_id = ${workspaceId} and customer_id = family.id and undone_at is null
        and satisfaction is not null
    ) s
    group by family.kept`.execute(db);

  const contactsOf = Map.groupBy(contacts.rows, ({ kept }) => kept);
  const birthdaysOf = Map.groupBy(birthdays.rows, ({ kept }) => kept);
  const complaintOf = new Map(complaints.rows.map(({ kept, dueAt }) => [kept, dueAt]));
  const surveyOf = new Map(surveys.rows.map(({ kept, surveyedOn }) => [kept, surveyedOn]));
  return rows.map((row) => ({
    ...withChange(row),
    contacts: (contactsOf.get(row.customerId) ?? []).slice(0, 2),
    complaintDueAt: complaintOf.get(row.customerId) ?? null,
    birthdays: (birthdaysOf.get(row.customerId) ?? []).map(({ birthday }) => birthday),
    surveyedOn: surveyOf.get(row.customerId) ?? null,
  }));
}

/** {@link findFollowUpSources} of customers that have just been added, with whom nothing else can stand yet. One query. */
export async function findNewSources(
  db: Database,
  workspaceId: string,
  customerIds: readonly string[],
): Promise<FollowUpSource[]> {
  const rows = await findCustomerRows(db, workspaceId, customerIds);
  const nothing = { contacts: [], complaintDueAt: null, birthdays: [], surveyedOn: null };
  return rows.map((row) => ({ ...withChange(row), ...nothing }));
}

async function findCustomerRows(
  db: Database,
  workspaceId: string,
  customerIds: readonly string[],
): Promise<CustomerRow[]> {
  const { rows } = await sql<CustomerRow>`
    select c.id as "customerId", c.owner_id as "ownerId", c.stage, c.created_at as "createdAt",
      c.last_contact_on as "lastContactOn", c.next_contact_on as "nextContactOn",
      c.facts #>> '{values,expectedDate}' as "expectedDate",
      c.facts #> '{values,expectedAmount}' as "expectedAmount", g.status, g.tier,
      h.from_tier as "fromTier", h.to_tier as "toTier", h.cause, h.changed_at as "changedAt"
    from customer c
    left join grade g on g.workspace_id = c.workspace_id and g.customer_id = c.id
    left join lateral (
      select from_tier, to_tier, cause, changed_at from grade_change
      where workspace_id = c.workspace_id and customer_id = c.id and cause <> 'hold' and undone_at is null
      order by changed_at desc, id desc limit 1
    ) h on true
    where c.workspace_id = ${workspaceId} and c.id = any(${idList(customerIds)}) and c.merged_into is null
      and c.status = 'active'`.execute(db);
  return rows;
}

function withChange({ fromTier, toTier, cause, changedAt, ...customer }: CustomerRow) {
  const change = cause === null || changedAt === null ? null : { fromTier, toTier, cause, changedAt };
  return { ...customer, change };
}

interface Kept {
  /** The customer that it counts for. */
  readonly kept: string;
}

type CustomerRow = Omit<FollowUpSource, 'change' | 'contacts' | 'complaintDueAt' | 'birthdays' | 'surveyedOn'> & {
  readonly fromTier: string | null;
  readonly toTier: string | null;
  readonly cause: GradeChangeCause | null;
  readonly changedAt: Date | null;
};

/** The ids of the workspace's active customers after `after`, in order, at most `limit`. */
export async function findActiveIds(
  db: Database,
  workspaceId: string,
  after: string | undefined,
  limit: number,
): Promise<string[]> {
  const later = after === undefined ? sql`true` : sql`id > ${after}::uuid`;
  const { rows } = await sql<{ id: string }>`
    select id from customer
    where workspace_id = ${workspaceId} and ${later} and merged_into is null and status = 'active'
    order by id limit ${limit}`.execute(db);
  return rows.map(({ id }) => id);
}

/** The customers that any of these were merged into. */
export async function findMergedInto(
  db: Database,
  workspaceId: string,
  customerIds: readonly string[],
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct merged_into as id from customer
    where workspace_id = ${workspaceId} and id = any(${idList(customerIds)}) and merged_into is not null`.execute(db);
  return rows.map(({ id }) => id);
}

/** The day of the last real contact that somebody logged, by customer; merged ones' count for whom they were merged into. */
export async function findLastLogged(
  db: Database,
  workspaceId: string,
  customerIds: readonly string[],
): Promise<Map<string, CalendarDate>> {
  const found = new Map<string, CalendarDate>();
  for (const ids of inChunks(customerIds, CUSTOMERS_A_TIME)) {
    const { rows } = await sql<{ day: CalendarDate } & Kept>`
      with ${familyOf(workspaceId, ids)}
      select family.kept, max(i.happened_on) as day
      from family join interaction i on i.workspace_id = ${workspaceId} and i.customer_id = family.id
      where i.undone_at is null and i.outcome <> 'no-answer'
      group by family.kept`.execute(db);
    for (const { kept, day } of rows) found.set(kept, day);
  }
  return found;
}

const CUSTOMERS_A_TIME = 2000;

/** These customers and those that were merged into them, each with whom it counts for. */
function familyOf(workspaceId: string, customerIds: readonly string[]) {
  const ids = idList(customerIds);
  return sql`family as (
    select id, id as kept from customer where workspace_id = ${workspaceId} and id = any(${ids})
    union all
    select id, merged_into from customer where workspace_id = ${workspaceId} and merged_into = any(${ids})
  )`;
}
