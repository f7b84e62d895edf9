import { type RawBuilder, sql } from 'kysely';
import type { CalendarDate } from '../../core/calendar-date.ts';
import type { CustomerStage } from '../../core/customer-stage.ts';
import type { GradeStatus } from '../../core/grading/grade.ts';
import type { Database } from './database.ts';
import { PLANNED_COLUMNS, type PlannedRow } from './follow-ups.ts';

/**
 * The follow-ups of these owners that may be due on `to`, found by the index of owner and day. Whether one is due says its
 * whole row.
 */
export async function findDueFollowUps(
  db: Database,
  workspaceId: string,
  ownerIds: readonly string[],
  to: CalendarDate,
): Promise<PlannedRow[]> {
  const { rows } = await sql<PlannedRow>`
    select ${PLANNED_COLUMNS} from follow_up f
    where f.workspace_id = ${workspaceId} and f.owner_id = any(${[...ownerIds]}::uuid[])
      and f.due_on <= ${to}::date`.execute(db);
  return rows;
}

/** How many of a tier a day can have. */
export interface TierHead {
  readonly stage: CustomerStage;
  /** Null: those without a tier. */
  readonly tier: string | null;
  readonly most: number;
}

/** A row of the head of a queue. */
export type HeadRow = PlannedRow & {
  readonly name: string;
  /** How many who are due were left out behind it. */
  readonly leftOut: number;
};

/**
 * Like {@link findDueFollowUps}, but of those that are due by the cadence alone, as `isDueByCadenceAlone` in core has it, only the
 * first of each owner's tiers, in the order in which a day takes them: as many as `heads` says, or for tiers that are not in it
 * the most of any.
 */
export async function findHeadFollowUps(
  db: Database,
  workspaceId: string,
  ownerIds: readonly string[],
  to: CalendarDate,
  heads: readonly TierHead[],
): Promise<HeadRow[]> {
  const most = sql`case ${sql.join(
    heads.map((head) => sql`when ${isOfTier(head)} then ${head.most}::int`),
    sql` `,
  )} else ${Math.max(...heads.map((head) => head.most))}::int end`;
  const { rows } = await sql<HeadRow>`
    with due as (
      select f.*, ${most} as most,
        num_nonnulls(f.promised_on, f.rose_on, f.expected_on, f.complaint_due_at, f.birthday_on) = 0
          and num_nonnulls(f.last_contact_on, f.skipped_on, f.planned_on) > 0 as is_plain
      from follow_up f
      where f.workspace_id = ${workspaceId} and f.owner_id = any(${[...ownerIds]}::uuid[])
        and f.due_on <= ${to}::date
    ),
    placed as (
      select *, count(*) over (partition by owner_id, stage, tier, is_plain) as size,
        row_number() over (
          partition by owner_id, stage, tier, is_plain order by due_on, last_contact_on nulls first, customer_id
        ) as place
      from due
    )
    select ${PLANNED_COLUMNS}, c.name,
      case when f.is_plain and f.place = f.most then (f.size - f.most)::int else 0 end as "leftOut"
    from placed f join customer c on c.workspace_id = f.workspace_id and c.id = f.customer_id
    where not f.is_plain or f.place <= f.most`.execute(db);
  return rows;
}

function isOfTier({ stage, tier }: Pick<TierHead, 'stage' | 'tier'>): RawBuilder<unknown> {
  return tier === null ? sql`f.stage = ${stage} and f.tier is null` : sql`f.stage = ${stage} and f.tier = ${tier}`;
}

/** An owner's customers of a tier, but for those that are out of market. */
export interface OwnedTier {
  readonly ownerId: string;
  readonly stage: CustomerStage;
  /** Null: those without a tier. */
  readonly tier: string | null;
}

/**
 * Like {@link findDueFollowUps}, the follow-ups of these owners that may be due after a day and up to another, without those of
 * the tiers in `but` that have nothing but a cadence or a planned day to be due by.
 */
export async function findFollowUpsAhead(
  db: Database,
  workspaceId: string,
  ownerIds: readonly string[],
  { after, to, but }: { readonly after: CalendarDate; readonly to: CalendarDate; readonly but: readonly OwnedTier[] },
): Promise<PlannedRow[]> {
  const { rows } = await sql<PlannedRow>`
    select ${PLANNED_COLUMNS} from follow_up f
    left join unnest(${but.map(({ ownerId }) => ownerId)}::uuid[], ${but.map(({ stage }) => stage)}::text[],
        ${but.map(({ tier }) => tier)}::text[]) as but (owner_id, stage, tier)
      on but.owner_id = f.owner_id and but.stage = f.stage and but.tier is not distinct from f.tier
        and f.status is distinct from 'out-of-market'
        and num_nonnulls(f.promised_on, f.rose_on, f.expected_on, f.complaint_due_at, f.birthday_on) = 0
    where f.workspace_id = ${workspaceId} and f.owner_id = any(${[...ownerIds]}::uuid[])
      and f.due_on > ${after}::date and f.due_on <= ${to}::date and but.owner_id is null`.execute(db);
  return rows;
}

/** Some of a book's customers that are served alike. */
export interface BookPart {
  readonly ownerId: string;
  readonly stage: CustomerStage;
  readonly status: GradeStatus | null;
  readonly tier: string | null;
  readonly isPaused: boolean;
  readonly customers: number;
}

/** How many customers these owners have, or everybody who has any, by how they are served. */
export async function countBooks(
  db: Database,
  workspaceId: string,
  ownerIds: readonly string[] | 'all',
): Promise<BookPart[]> {
  const whose = ownerIds === 'all' ? sql`owner_id is not null` : sql`owner_id = any(${[...ownerIds]}::uuid[])`;
  const { rows } = await sql<BookPart>`
    select owner_id as "ownerId", stage, status, tier, is_paused as "isPaused", count(*)::int as customers
    from follow_up where workspace_id = ${workspaceId} and ${whose}
    group by owner_id, stage, tier, status, is_paused`.execute(db);
  return rows;
}

/** How many active customers each stage has by tier; null for those without one. */
export async function countTiersOnFile(
  db: Database,
  workspaceId: string,
): Promise<Pick<BookPart, 'stage' | 'tier' | 'customers'>[]> {
  const { rows } = await sql<Pick<BookPart, 'stage' | 'tier' | 'customers'>>`
    select stage, tier, count(*)::int as customers from follow_up
    where workspace_id = ${workspaceId} group by stage, tier`.execute(db);
  return rows;
}

/** Something that was done to a customer. */
export interface DoneAction {
  readonly actionId: string;
  readonly customerId: string;
  readonly name: string;
  /** The customer's owner. */
  readonly ownerId: string | null;
  readonly stage: CustomerStage;
  readonly status: GradeStatus | null;
  readonly tier: string | null;
  readonly kind: string;
  readonly memberId: string | null;
  readonly bySlackId: string | null;
  readonly doneAt: Date;
  /** The day of a contact, which may have been logged later; null for anything else. */
  readonly happenedOn: CalendarDate | null;
}

/**
 * What was done from `from` to before `until` and not taken back: to customers of these owners, and by these members to
 * anybody's; latest first.
 */
export async function findDoneActions(
  db: Database,
  workspaceId: string,
  memberIds: readonly string[],
  { from, until, kinds }: { readonly from: Date; readonly until: Date; readonly kinds: readonly string[] },
): Promise<DoneAction[]> {
  const ids = [...memberIds];
  const { rows } = await sql<DoneAction>`
    select a.id as "actionId", c.id as "customerId", c.name, c.owner_id as "ownerId", c.stage, g.status, g.tier,
      a.kind, a.member_id as "memberId", m.slack_user_id as "bySlackId", a.done_at as "doneAt",
      i.happened_on as "happenedOn"
    from member_action a
    join customer c on c.workspace_id = a.workspace_id and c.id = a.customer_id
    left join grade g on g.workspace_id = c.workspace_id and g.customer_id = c.id
    left join member m on m.workspace_id = a.workspace_id and m.id = a.member_id
    left join interaction i on i.workspace_id = a.workspace_id and i.id = (a.detail ->> 'interactionId')::uuid
    where a.workspace_id = ${workspaceId} and a.done_at >= ${from}::timestamptz and a.done_at < ${until}::timestamptz
      and a.undone_at is null and a.kind = any(${[...kinds]}::text[])
      and (c.owner_id = any(${ids}::uuid[]) or a.member_id = any(${ids}::uuid[]))
    order by a.done_at desc, a.id desc`.execute(db);
  return rows;
}

/** The names of these customers, by id. */
export async function findCustomerNames(
  db: Database,
  workspaceId: string,
  customerIds: readonly string[],
): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from customer
    where workspace_id = ${workspaceId} and id = any(${[...customerIds]}::uuid[])`.execute(db);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
