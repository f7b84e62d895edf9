import { type RawBuilder, sql } from 'kysely';
import type { TermKind } from './customer-search-tables.ts';
import type { CustomerStatus } from './customer-tables.ts';

/** A customer that a statement found, with what a match says of it and what orders it. */
export interface FoundRow {
  readonly id: string;
  readonly key: string | null;
  readonly name: string;
  readonly tier: string | null;
  /** 0–100; null without a grade. */
  readonly score: number | null;
  readonly importance: number;
  readonly owner_text: string | null;
  readonly owner_name: string | null;
  readonly slack_user_id: string | null;
  readonly status: CustomerStatus;
  /** How many rows the statement looked at before it kept the most important; above {@link MOST_UNSORTED} it stopped. */
  readonly seen: number;
}

export interface FoundTerm extends FoundRow {
  readonly kind: TermKind;
  readonly term: string;
}

export interface FoundNames extends FoundRow {
  /** As `writeName` wrote them. */
  readonly names: readonly string[];
}

/** All terms of a kind from `from` up to but not including `below`, those before `wholeBelow` first. */
export interface TermRange {
  readonly kind: TermKind;
  readonly from: string;
  readonly wholeBelow: string;
  readonly below: string;
}

/** So many rows are fetched and sorted by importance; of more, the important ones come from the index in its order. */
export const MOST_UNSORTED = 2000;
/** So many of the most important names are looked through for a query that fits too many or that no index knows. */
const MOST_BY_IMPORTANCE = 20_000;
/** So many names are compared letter by letter. */
const MOST_COMPARED = 300;

/** Customers with a term in one of the ranges: of each range the `limit` most important of its first rows. */
export function termsStatement(
  workspaceId: string,
  ranges: readonly TermRange[],
  limit: number,
): RawBuilder<FoundTerm> {
  // One branch for all ranges: planning one each takes longer than running them.
  const found = sql`
    select hit.*
    from unnest(${ranges.map((range) => range.kind)}::smallint[], ${ranges.map((range) => range.from)}::text[],
      ${ranges.map((range) => range.wholeBelow)}::text[], ${ranges.map((range) => range.below)}::text[]
    ) as wanted (kind, start, whole_below, below)
    cross join lateral (
      select customer_id, kind, term, importance, count(*) over ()::int as seen
      from (
        select customer_id, kind, term, importance from customer_term t
        where workspace_id = ${workspaceId} and t.kind = wanted.kind
          and term >= wanted.start and term < wanted.below
        order by term limit ${MOST_UNSORTED + 1}
      ) as first
      order by term < wanted.whole_below desc, importance desc limit ${limit}
    ) as hit`;
  return withCustomers(workspaceId, found, sql`f.kind, f.term`);
}

/** The most important customers with a term in the range, found among the most important of the workspace. */
export function importantTermsStatement(workspaceId: string, range: TermRange, limit: number): RawBuilder<FoundTerm> {
  const found = sql`
    select customer_id, kind, term, importance, 0 as seen
    from (
      select customer_id, kind, term, importance from customer_term
      where workspace_id = ${workspaceId} and kind = ${range.kind}
      order by importance desc limit ${MOST_BY_IMPORTANCE}
    ) as important
    where term >= ${range.from} and term < ${range.below} limit ${limit}`;
  return withCustomers(workspaceId, found, sql`f.kind, f.term`);
}

/** Customers whose pieces satisfy one of the `tsquery`s: of each the most important of its first rows. */
export function piecesStatement(workspaceId: string, queries: readonly string[]): RawBuilder<FoundNames> {
  // With the queries in the plan itself, it takes scanning all names for cheaper than an index with many pieces; it is not.
  const found = sql`
    select hit.*
    from unnest(${queries}::tsquery[]) as wanted (query)
    cross join lateral (
      select first.customer_id, names, base_importance + coalesce(grade.score, 0) as importance,
        count(*) over ()::int as seen
      from (
        select customer_id, names, base_importance from customer_search
        where workspace_id = ${workspaceId} and pieces @@ wanted.query limit ${MOST_UNSORTED + 1}
      ) as first
      left join grade on grade.workspace_id = ${workspaceId} and grade.customer_id = first.customer_id
      order by importance desc limit ${MOST_COMPARED}
    ) as hit`;
  return withCustomers(workspaceId, found, sql`f.names`);
}

/** Customers whose name holds every one of the texts, found among the most important of the workspace. */
export function importantNamesStatement(
  workspaceId: string,
  kind: TermKind,
  texts: readonly string[],
  limit: number,
): RawBuilder<FoundNames> {
  const holds = texts.map((text) => sql`strpos(term, ${text}) > 0`);
  const found = sql`
    select important.customer_id, names, importance, 0 as seen
    from (
      select customer_id, term, importance from customer_term
      where workspace_id = ${workspaceId} and kind = ${kind}
      order by importance desc limit ${MOST_BY_IMPORTANCE}
    ) as important
    join customer_search s on s.workspace_id = ${workspaceId} and s.customer_id = important.customer_id
    where ${sql.join(holds, sql` and `)} limit ${limit}`;
  return withCustomers(workspaceId, found, sql`f.names`);
}

function withCustomers<Row>(
  workspaceId: string,
  found: RawBuilder<unknown>,
  columns: RawBuilder<unknown>,
): RawBuilder<Row> {
  // Materialized: with old statistics, the plan may otherwise run the search once for each customer of the workspace.
  return sql<Row>`
    with found as materialized (${found})
    select f.customer_id as id, f.importance, f.seen, ${columns}, c.key, c.name, c.owner_text, c.status, g.tier, g.score,
      coalesce(m.display_name, m.real_name) as owner_name, m.slack_user_id
    from found f
    join customer c on c.workspace_id = ${workspaceId} and c.id = f.customer_id and c.merged_into is null
    left join grade g on g.workspace_id = ${workspaceId} and g.customer_id = f.customer_id
    left join member m on m.workspace_id = ${workspaceId} and m.id = c.owner_id`;
}
