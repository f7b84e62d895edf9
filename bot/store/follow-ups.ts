import { sql } from 'kysely';
import type { CalendarDate } from '../../core/calendar-date.ts';
import type { CustomerStage } from '../../core/customer-stage.ts';
import type { FollowUp } from '../../core/follow-ups/follow-up.ts';
import type { ContactMethod } from '../../core/grading/contact-methods.ts';
import type { GradeStatus } from '../../core/grading/grade.ts';
import { localDay } from '../clock.ts';
import type { Database } from './database.ts';
import { idList } from './id-list.ts';
import { json, storableText } from './json-column.ts';
import { bookOf, isOtherBook, keptBook } from './kept-book.ts';

/** A row of `follow_up`: what an active customer's next contact is found from, and the day by which to look for it. */
export interface StoredFollowUp {
  readonly customerId: string;
  readonly ownerId: string | null;
  readonly stage: CustomerStage;
  readonly status: GradeStatus | null;
  readonly tier: string | null;
  readonly sinceOn: CalendarDate;
  readonly lastContactOn: CalendarDate | null;
  readonly lastMethods: readonly ContactMethod[];
  readonly promisedOn: CalendarDate | null;
  readonly promise: string | null;
  readonly plannedOn: CalendarDate | null;
  readonly roseOn: CalendarDate | null;
  readonly expectedOn: CalendarDate | null;
  readonly expectedAmount: number | null;
  readonly complaintDueAt: Date | null;
  readonly birthdayOn: CalendarDate | null;
  readonly surveyedOn: CalendarDate | null;
  readonly skippedOn: CalendarDate | null;
  readonly snoozedUntil: CalendarDate | null;
  readonly isPaused: boolean;
  readonly pausedUntil: CalendarDate | null;
  /** The day by whose end a contact is owed; null: none is. */
  readonly owedOn: CalendarDate | null;
  /** Never later than the day on which the customer is due. */
  readonly dueOn: CalendarDate;
}

/** As much of a row as plans read. */
export type PlannedRow = Omit<StoredFollowUp, 'expectedAmount' | 'owedOn' | 'dueOn'>;

/** The row as plans read it, its moments as days in a time zone (IANA). */
export function followUpOf(row: PlannedRow, timeZone: string): FollowUp {
  const { complaintDueAt } = row;
  // Field by field: copying the rest of a row takes longer than all else that a plan does with it.
  return {
    customerId: row.customerId,
    stage: row.stage,
    status: row.status,
    tier: row.tier,
    sinceOn: row.sinceOn,
    lastContactOn: row.lastContactOn,
    lastMethods: row.lastMethods,
    promisedOn: row.promisedOn,
    promise: row.promise,
    plannedOn: row.plannedOn,
    roseOn: row.roseOn,
    expectedOn: row.expectedOn,
    complaintDueOn: complaintDueAt === null ? null : localDay(complaintDueAt, timeZone),
    complaintDueAt,
    birthdayOn: row.birthdayOn,
    surveyedOn: row.surveyedOn,
    skippedOn: row.skippedOn,
    snoozedUntil: row.snoozedUntil,
    pause: row.isPaused ? { until: row.pausedUntil } : null,
  };
}

/** A row of `follow_up f` as a {@link PlannedRow}. */
export const PLANNED_COLUMNS =
  sql.raw(`f.customer_id as "customerId", f.owner_id as "ownerId", f.stage, f.status, f.tier,
  f.since_on as "sinceOn", f.last_contact_on as "lastContactOn", f.last_methods as "lastMethods",
  f.promised_on as "promisedOn", f.promise, f.planned_on as "plannedOn", f.rose_on as "roseOn", f.expected_on as "expectedOn",
  f.complaint_due_at as "complaintDueAt", f.birthday_on as "birthdayOn", f.surveyed_on as "surveyedOn",
  f.skipped_on as "skippedOn", f.snoozed_until as "snoozedUntil", f.is_paused as "isPaused",
  f.paused_until as "pausedUntil"`);

/** A row of `follow_up f` as a {@link StoredFollowUp}. */
const ROW_COLUMNS = sql`${PLANNED_COLUMNS}, f.expected_amount as "expectedAmount", f.owed_on as "owedOn", f.due_on as "dueOn"`;

/**
 * The follow-ups of these customers, locked until the transaction ends, so that nobody decides on one while it is made
 * anew; by customer. To be called before anything of the customers is locked or read.
 */
export async function lockFollowUps(
  db: Database,
  workspaceId: string,
  customerIds: readonly string[],
): Promise<Map<string, StoredFollowUp>> {
  const { rows } = await sql<StoredFollowUp>`
    select ${ROW_COLUMNS} from follow_up f
    where f.workspace_id = ${workspaceId} and f.customer_id = any(${idList(customerIds)})
    order by f.customer_id for update`.execute(db);
  return new Map(rows.map((row) => [row.customerId, row]));
}

/** A customer's follow-up; undefined for one that is not followed up. */
export async function findFollowUp(
  db: Database,
  workspaceId: string,
  customerId: string,
): Promise<StoredFollowUp | undefined> {
  const { rows } = await sql<StoredFollowUp>`
    select ${ROW_COLUMNS} from follow_up f
    where f.workspace_id = ${workspaceId} and f.customer_id = ${customerId}::uuid`.execute(db);
  return rows[0];
}

/** The follow-ups of these customers, by customer; those that are not followed up are left out. */
export async function findFollowUps(
  db: Database,
  workspaceId: string,
  customerIds: readonly string[],
): Promise<Map<string, PlannedRow>> {
  const { rows } = await sql<PlannedRow>`
    select ${PLANNED_COLUMNS} from follow_up f
    where f.workspace_id = ${workspaceId} and f.customer_id = any(${idList(customerIds)})`.execute(db);
  return new Map(rows.map((row) => [row.customerId, row]));
}

/** Writes follow-ups in place of those that the customers had, which go into the book's history. */
export async function saveFollowUps(
  db: Database,
  workspaceId: string,
  followUps: readonly StoredFollowUp[],
  now: Date,
): Promise<void> {
  if (followUps.length === 0) return;
  await sql`
    with given as materialized (
      select * from json_to_recordset(${json(followUps.map(rowOf))}::json) as r (${sql.raw(RECORD)})
    ),
    changed as materialized (
      select given.customer_id, f.changed_at, ${bookOf('f')}
      from given left join follow_up f on f.workspace_id = ${workspaceId} and f.customer_id = given.customer_id
      where f.customer_id is null or ${isOtherBook('f', 'given')}
    ),
    ${keptBook(workspaceId, now)}
    insert into follow_up as f (workspace_id, ${sql.raw(COLUMNS)}, changed_at)
    select ${workspaceId}, ${sql.raw(COLUMNS)}, ${now}::timestamptz from given
    on conflict (workspace_id, customer_id) do update set ${sql.raw(UPDATES)},
      changed_at = case when ${isOtherBook('f', 'excluded')} then excluded.changed_at else f.changed_at end`.execute(
    db,
  );
}

/** Takes the follow-ups of these customers away, into the book's history; of `all`: of everybody who is gone, archived or lost. */
export async function deleteFollowUps(
  db: Database,
  workspaceId: string,
  which: { readonly customerIds: readonly string[] } | 'all-inactive',
  now: Date,
): Promise<void> {
  if (which !== 'all-inactive' && which.customerIds.length === 0) return;
  const only =
    which === 'all-inactive'
      ? sql`not exists (
          select from customer c where c.workspace_id = f.workspace_id and c.id = f.customer_id
            and c.merged_into is null and c.status = 'active')`
      : sql`f.customer_id = any(${idList(which.customerIds)})`;
  await sql`
    with changed as (delete from follow_up f where f.workspace_id = ${workspaceId} and ${only} returning *),
    ${keptBook(workspaceId, now)}
    select count(*) from changed`.execute(db);
}

/** The customers whose stored birthday is before a day, so that the next one must be found. */
export async function findPastBirthdays(db: Database, workspaceId: string, before: CalendarDate): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select customer_id as id from follow_up
    where workspace_id = ${workspaceId} and birthday_on < ${before}::date order by customer_id`.execute(db);
  return rows.map(({ id }) => id);
}

/** The column's type by its name, in the order of {@link rowOf}. */
const TYPES = {
  customer_id: 'uuid',
  owner_id: 'uuid',
  stage: 'text',
  status: 'text',
  tier: 'text',
  since_on: 'date',
  last_contact_on: 'date',
  last_methods: 'text[]',
  promised_on: 'date',
  promise: 'text',
  planned_on: 'date',
  rose_on: 'date',
  expected_on: 'date',
  expected_amount: 'numeric',
  complaint_due_at: 'timestamptz',
  birthday_on: 'date',
  surveyed_on: 'date',
  skipped_on: 'date',
  snoozed_until: 'date',
  is_paused: 'boolean',
  paused_until: 'date',
  owed_on: 'date',
  due_on: 'date',
} as const;

const COLUMNS = Object.keys(TYPES).join(', ');
const RECORD = Object.entries(TYPES)
  .map(([column, type]) => `${column} ${type}`)
  .join(', ');
const UPDATES = Object.keys(TYPES)
  .filter((column) => column !== 'customer_id')
  .map((column) => `${column} = excluded.${column}`)
  .join(', ');

function rowOf(row: StoredFollowUp): Record<keyof typeof TYPES, unknown> {
  return {
    customer_id: row.customerId,
    owner_id: row.ownerId,
    stage: row.stage,
    status: row.status,
    tier: row.tier,
    since_on: row.sinceOn,
    last_contact_on: row.lastContactOn,
    last_methods: row.lastMethods,
    promised_on: row.promisedOn,
    promise: row.promise === null ? null : storableText(row.promise),
    planned_on: row.plannedOn,
    rose_on: row.roseOn,
    expected_on: row.expectedOn,
    expected_amount: row.expectedAmount,
    complaint_due_at: row.complaintDueAt,
    birthday_on: row.birthdayOn,
    surveyed_on: row.surveyedOn,
    skipped_on: row.skippedOn,
    snoozed_until: row.snoozedUntil,
    is_paused: row.isPaused,
    paused_until: row.pausedUntil,
    owed_on: row.owedOn,
    due_on: row.dueOn,
  };
}
