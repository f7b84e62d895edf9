import { type RawBuilder, sql } from 'kysely';
import type { CalendarDate } from '../../core/calendar-date.ts';
import type { Facts } from '../../core/customer.ts';
import type { DigestPlace } from '../../core/digest/digest.ts';
import type { MoveKind, Transition } from '../../core/digest/move-kinds.ts';
import type { MoveTotal } from '../../core/digest/moves-of.ts';
import type { FittedScheme } from '../../core/grading/fit-scheme.ts';
import type { GradeStatus } from '../../core/grading/grade.ts';
import type { Scheme } from '../../core/grading/scheme.ts';
import type { Database } from './database.ts';
import { bookRows, type DigestReach } from './digest-book.ts';
import { type Page, type PageWanted, readPage, STANDING, type StandingCustomer } from './digest-page.ts';
import { wasThere } from './digest-past.ts';
import type { GradeChangeCause, Held } from './grading-tables.ts';
import { json } from './json-column.ts';
import { readSchemes } from './known-schemes.ts';

/** What changed in the book between two digests. */
export interface BookChanges {
  readonly transitions: readonly Transition[];
  /** Customers that were not in the book, by where they stand. */
  readonly arrivals: readonly (DigestPlace & { readonly customers: number })[];
}

/** A reach whose digest before is known. */
export type ReachSince = DigestReach & { readonly since: Date };

/** How many customers whose book has changed between the two moments went from where to where. */
export async function countBookChanges(db: Database, reach: ReachSince): Promise<BookChanges> {
  const { rows } = await sql<ChangeRow>`${changesSince(reach)}`.execute(db);
  return changesFrom(rows);
}

/** A row of {@link changesSince}. */
export interface ChangeRow extends DigestPlace {
  /** Null for those that were not in the book. */
  readonly fromStage: DigestPlace['stage'] | null;
  readonly fromTier: string | null;
  readonly fromStatus: GradeStatus | null;
  readonly customers: number;
}

/** The query of {@link countBookChanges}. */
export function changesSince(reach: ReachSince): RawBuilder<unknown> {
  return sql`
    select n.stage, n.status, n.tier, h.stage as "fromStage", h.status as "fromStatus", h.tier as "fromTier",
      count(*)::int as customers
    from (${bookRows(reach)}) n left join ${stoodBefore(reach)}
    where n.is_now and n.from_at > ${reach.since}::timestamptz
    group by n.stage, n.status, n.tier, h.stage, h.status, h.tier`;
}

/** What the rows of {@link changesSince} say. */
export function changesFrom(rows: readonly ChangeRow[]): BookChanges {
  const transitions: Transition[] = [];
  const arrivals: (DigestPlace & { customers: number })[] = [];
  for (const { fromStage, fromTier, fromStatus, ...to } of rows) {
    if (fromStage === null) arrivals.push(to);
    else transitions.push({ ...to, from: { stage: fromStage, tier: fromTier, status: fromStatus } });
  }
  return { transitions, arrivals };
}

/** A customer that moved. */
export interface MoverRow extends StandingCustomer {
  readonly status: GradeStatus;
  readonly fromTier: string | null;
  readonly fromStatus: GradeStatus;
  readonly direction: 'up' | 'down';
  readonly isBest: boolean;
  readonly value: number | null;
}

/** What the moves of these kinds come to, and those of each direction that weigh most. */
export async function findMoves(
  db: Database,
  reach: ReachSince,
  about: { readonly kinds: readonly MoveKind[]; readonly valueFields: readonly string[]; readonly date: CalendarDate },
  most: number,
): Promise<{ readonly totals: readonly MoveTotal[]; readonly movers: readonly MoverRow[] }> {
  if (about.kinds.length === 0) return { totals: [], movers: [] };
  const { rows } = await sql<{ totals: MoveTotal[] | null; movers: MoverRow[] | null }>`
    with moved as materialized (${movedRows(reach, about)}),
    totals as (
      select direction, stage, is_best as "isBest", count(*) as customers,
        count(*) filter (where owed_on <= ${about.date}::date) as "toCall", sum(value) as value
      from moved group by direction, stage, is_best
    ),
    placed as (
      select *, row_number() over (partition by direction order by ${WEIGHTIEST}) as place from moved
    ),
    movers as (
      select ${STANDING}, ${MOVE} from placed b
      join customer c on c.workspace_id = ${reach.workspaceId} and c.id = b.customer_id
      where b.place <= ${most} order by b.direction, b.place
    )
    select (select json_agg(t) from totals t) as totals, (select json_agg(m) from movers m) as movers`.execute(db);
  return { totals: rows[0]?.totals ?? [], movers: rows[0]?.movers ?? [] };
}

/** A page of the moves of these kinds, those that weigh most first. */
export async function findMovers(
  db: Database,
  reach: ReachSince,
  about: { readonly kinds: readonly MoveKind[]; readonly valueFields: readonly string[] },
  wanted: PageWanted,
): Promise<Page<MoverRow>> {
  if (about.kinds.length === 0) return { total: 0, rows: [] };
  return readPage<MoverRow>(
    db,
    {
      found: sql`
        select ${STANDING}, ${MOVE}, b.weight from (${movedRows(reach, about)}) b
        join customer c on c.workspace_id = ${reach.workspaceId} and c.id = b.customer_id`,
      order: sql`weight, value desc nulls last, "customerId"`,
    },
    wanted,
  );
}

/** What is on file of how a customer came to its place by the digest's moment. */
export interface MoveHistory {
  readonly customerId: string;
  readonly runId: string;
  readonly cause: GradeChangeCause;
  readonly held: Held | null;
  readonly inputs: Facts | null;
  /** What it was graded by at the digest before. */
  readonly inputsBefore: Facts | null;
}

/** The last change of each of these customers by the digest's moment; customers without any are left out. */
export async function findMoveHistory(
  db: Database,
  reach: ReachSince,
  customerIds: readonly string[],
): Promise<Map<string, MoveHistory>> {
  const { workspaceId, asOf, since } = reach;
  const { rows } = await sql<MoveHistory>`
    select m.id as "customerId", l.run_id as "runId", l.cause, l.held, l.inputs, e.inputs as "inputsBefore"
    from unnest(${[...customerIds]}::uuid[]) as m (id)
    cross join lateral (
      select * from grade_change c
      where c.workspace_id = ${workspaceId} and c.customer_id = m.id and c.cause <> 'hold'
        and ${wasThere('c.changed_at', 'c.undone_at', { asOf })}
      order by c.changed_at desc, c.id desc limit 1) l
    left join lateral (
      select * from grade_change c
      where c.workspace_id = ${workspaceId} and c.customer_id = m.id and c.inputs is not null
        and c.changed_at < l.changed_at and ${wasThere('c.changed_at', 'c.undone_at', { asOf: since })}
      order by c.changed_at desc, c.id desc limit 1) e on true`.execute(db);
  return new Map(rows.map((row) => [row.customerId, row]));
}

/** The schemes of these runs as they were fitted, by the run's id. */
export async function findFitted(
  db: Database,
  workspaceId: string,
  runIds: readonly string[],
): Promise<Map<string, FittedScheme>> {
  const { document, schemeOf } = readSchemes();
  const { rows } = await sql<{
    id: string;
    cutPoints: Omit<FittedScheme, 'scheme'>;
    digest: string;
    document: Scheme | null;
  }>`
    select r.id, r.cut_points as "cutPoints", s.digest, ${document} as document from grading_run r
    join scheme s on s.workspace_id = r.workspace_id and s.digest = r.scheme_digest
    where r.workspace_id = ${workspaceId} and r.id = any(${[...new Set(runIds)]}::uuid[])`.execute(db);
  return new Map(rows.map(({ id, cutPoints, ...read }) => [id, { ...cutPoints, scheme: schemeOf(read) }]));
}

const WEIGHTIEST = sql.raw('weight, value desc nulls last, customer_id');
const MOVE = sql.raw(
  `b.from_tier as "fromTier", b.from_status as "fromStatus", b.direction, b.is_best as "isBest", b.value`,
);

/** The row of a customer `n` at the digest before, as `h`. */
function stoodBefore({ workspaceId, since }: ReachSince): RawBuilder<unknown> {
  return sql`book_history h on h.workspace_id = ${workspaceId} and h.customer_id = n.customer_id
    and h.from_at <= ${since}::timestamptz and h.until_at > ${since}::timestamptz`;
}

function movedRows(
  reach: ReachSince,
  { kinds, valueFields }: { readonly kinds: readonly MoveKind[]; readonly valueFields: readonly string[] },
): RawBuilder<unknown> {
  const { workspaceId } = reach;
  const ways = kinds.map(({ stage, from, to, direction, isBest, weight }) => ({
    stage,
    way: [from.status, from.tier, to.status, to.tier].map((part) => part ?? '').join(' '),
    direction,
    is_best: isBest,
    weight,
  }));
  const values = valueFields.map(
    (field) => sql`case when jsonb_typeof(inputs #> array['values', ${field}]) = 'number'
      then (inputs #>> array['values', ${field}])::double precision end`,
  );
  return sql`
    select n.customer_id, n.owner_id, n.stage, n.status, n.tier, n.last_contact_on, n.owed_on,
      h.tier as from_tier, h.status as from_status, k.direction, k.is_best, k.weight,
      case when n.stage = 'prospect' then n.expected_amount::double precision else v.value end as value
    from (${bookRows(reach)}) n join ${stoodBefore(reach)}
    join json_to_recordset(${json(ways)}::json)
        as k (stage text, way text, direction text, is_best boolean, weight double precision)
      on k.stage = n.stage and k.way = concat(h.status, ' ', h.tier, ' ', n.status, ' ', n.tier)
    left join lateral (
      select coalesce(${sql.join(values)}) as value from grade_change c
      where c.workspace_id = ${workspaceId} and c.customer_id = n.customer_id and c.inputs is not null
        and ${wasThere('c.changed_at', 'c.undone_at', reach)}
      order by c.changed_at desc, c.id desc limit 1) v on n.stage = 'customer'
    where n.is_now and n.from_at > ${reach.since}::timestamptz and h.stage = n.stage`;
}
