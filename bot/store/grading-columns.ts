import { sql } from 'kysely';
import type { Doubt, FactValue } from '../../core/customer.ts';
import type { CustomerStage } from '../../core/customer-stage.ts';
import { type CustomerColumns, columnOf } from '../../core/grading/customer-columns.ts';
import { SERVICE_FACTS } from '../../core/service-measures.ts';
import type { Database } from './database.ts';
import { FACT_COLUMNS } from './fact-columns.ts';
import { hasPurchaseMeasures } from './purchase-measures.ts';
import { hasServiceMeasures, serviceFactSql } from './service-measures.ts';

/** Customers as a run grades them: thousands at a time, criterion by criterion. */
export interface GradingBatch {
  readonly columns: CustomerColumns;
  /** The id of the customer at a place; the ids ascend. */
  readonly idAt: (place: number) => string;
}

/** {@link GradingBatch} with the grades that the customers have. */
export interface RegradingBatch extends GradingBatch {
  /** Tiers and scores as they stand; null for none. */
  readonly tiers: readonly (string | null)[];
  readonly scores: readonly (number | null)[];
  /**
   * Places of the customers whose grade is not plain: there is none yet, it has no tier, something holds it, the owner is
   * another one now, or it is of the stage in which the customer was before.
   */
  readonly oddPlaces: ReadonlySet<number>;
}

/** Enough to make a statement cheap, little enough for memory and for others to be heard meanwhile. */
const CUSTOMERS_A_BATCH = 10_000;
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';
const ID_LENGTH = 36;

/**
 * All active customers of a stage, gone ones aside, with the values and doubts of `criteria` only.
 *
 * PostgreSQL puts each criterion's values of a batch into one list, which takes a fraction of what a row for each
 * customer does, and it makes the next batch while this one is graded.
 */
export async function* readGradingColumns(
  db: Database,
  workspaceId: string,
  stage: CustomerStage,
  criteria: readonly string[],
): AsyncGenerator<GradingBatch> {
  yield* batches(db, workspaceId, stage, criteria, false);
}

/** {@link readGradingColumns} with the grades as they stand. */
export async function* readRegradingColumns(
  db: Database,
  workspaceId: string,
  stage: CustomerStage,
  criteria: readonly string[],
): AsyncGenerator<RegradingBatch> {
  yield* batches(db, workspaceId, stage, criteria, true);
}

async function* batches(
  db: Database,
  workspaceId: string,
  stage: CustomerStage,
  criteria: readonly string[],
  withGrades: boolean,
): AsyncGenerator<RegradingBatch> {
  const withMeasures = await hasPurchaseMeasures(db, workspaceId);
  const withService = await hasServiceMeasures(db, workspaceId);
  const read = async (after: string): Promise<Row | undefined> => {
    const { rows } = await batchQuery(workspaceId, stage, criteria, {
      after,
      withGrades,
      withMeasures,
      withService,
    }).execute(db);
    return rows[0];
  };
  let next = read(BEFORE_ALL);
  for (;;) {
    const row = await next;
    if (row === undefined || row.size === 0) return;
    const isLast = row.size < CUSTOMERS_A_BATCH;
    next = isLast ? Promise.resolve(undefined) : read(row.ids.slice(-ID_LENGTH));
    // awaited at the next turn, unless the caller stops before it
    next.catch(() => {});
    yield batchOf(row, criteria);
    if (isLast) return;
  }
}

/** One batch, as the database puts it together. */
interface Row {
  readonly size: number;
  /** All ids, one behind the other. */
  readonly ids: string;
  /** Of each criterion the values of all customers, null for none. */
  readonly values: readonly (readonly (FactValue | null)[])[];
  readonly doubts: readonly (readonly [number, Readonly<Record<string, Doubt>>])[] | null;
  readonly tiers: readonly (string | null)[] | null;
  readonly scores: readonly (number | null)[] | null;
  readonly odd: readonly number[] | null;
}

/** Where a batch begins, and what is read beside the customers. */
interface BatchOptions {
  readonly after: string;
  readonly withGrades: boolean;
  readonly withMeasures: boolean;
  readonly withService: boolean;
}

function batchQuery(workspaceId: string, stage: CustomerStage, criteria: readonly string[], options: BatchOptions) {
  const { after, withGrades, withMeasures, withService } = options;
  const lists = criteria.map((id) => sql`json_agg(${valueOf(id, options)})`);
  // the bound is said of both tables: PostgreSQL does not see that it holds for the second, and reads it from its beginning
  const grades = {
    join: sql`left join grade g
      on g.workspace_id = c.workspace_id and g.customer_id = c.id and g.customer_id > ${after}::uuid`,
    own: sql`, g.tier, g.score, (g.customer_id is null or g.status <> 'graded' or g.held is not null
      or g.worse_runs <> 0 or g.computed_tier is distinct from g.tier or g.owner_id is distinct from c.owner_id
      or g.run_id in (select id from grading_run where workspace_id = ${workspaceId} and stage <> ${stage})) as is_odd`,
    lists: sql`, json_agg(tier) as tiers, json_agg(score) as scores, json_agg(place) filter (where is_odd) as odd`,
  };
  const measures = {
    join: sql`left join purchase_measure m
      on m.workspace_id = c.workspace_id and m.customer_id = c.id and m.customer_id > ${after}::uuid`,
    own: sql`, m.measures`,
  };
  const service = {
    join: sql`left join service_measure q
      on q.workspace_id = c.workspace_id and q.customer_id = c.id and q.customer_id > ${after}::uuid`,
    own: sql`, q.measures as service`,
  };
  const nothing = { join: sql``, own: sql``, lists: sql`` };
  const { join, own, lists: gradeLists } = withGrades ? grades : nothing;
  const { join: measureJoin, own: ownMeasures } = withMeasures ? measures : nothing;
  const { join: serviceJoin, own: ownService } = withService ? service : nothing;
  // the limit keeps the inner query whole, so that the values are taken out of the facts once and not once a criterion
  return sql<Row>`
    select count(*)::int as size, string_agg(id::text, '') as ids, json_build_array(${sql.join(lists)}) as "values",
      json_agg(json_build_array(place, doubts)) filter (where doubts is not null) as doubts ${gradeLists}
    from (
      select c.id, row_number() over (order by c.id)::int - 1 as place, c.facts -> 'values' as facts_known,
        c.facts -> 'doubts' as doubts, ${sql.raw(Object.values(FACT_COLUMNS).join(', '))} ${own} ${ownMeasures} ${ownService}
      from customer c ${join} ${measureJoin} ${serviceJoin}
      where c.workspace_id = ${workspaceId} and c.id > ${after}::uuid and c.stage = ${stage} and c.merged_into is null
        and c.status = 'active'
      order by c.id limit ${CUSTOMERS_A_BATCH}
    ) batch`;
}

/** What the customer's own table states, else its column, else what its purchases say; what was logged of it comes in. */
function valueOf(criterion: string, { withMeasures, withService }: BatchOptions) {
  const column = FACT_COLUMNS[criterion];
  const places = [
    sql`facts_known -> ${criterion}::text`,
    ...(column === undefined ? [] : [sql`to_jsonb(${sql.ref(column)})`]),
    ...(withMeasures ? [sql`measures -> ${criterion}::text`] : []),
  ];
  const stated = sql`coalesce(${sql.join(places)})`;
  const fact = withService ? SERVICE_FACTS.find((id) => id === criterion) : undefined;
  return fact === undefined ? stated : serviceFactSql(fact, stated, sql`service`);
}

function batchOf({ size, ids, values, doubts, tiers, scores, odd }: Row, criteria: readonly string[]): RegradingBatch {
  const lists = criteria.flatMap((id, index) => {
    const list = values[index] ?? [];
    return list.some((value) => value !== null) ? [[id, columnOf(list)] as const] : [];
  });
  const read = new Set(criteria);
  const known = (doubts ?? []).flatMap(([place, all]): [number, Readonly<Record<string, Doubt>>][] => {
    const own = Object.entries(all).filter(([id]) => read.has(id));
    return own.length === 0 ? [] : [[place, Object.fromEntries(own)]];
  });
  return {
    columns: {
      size,
      values: Object.fromEntries(lists),
      ...(known.length > 0 && { doubts: new Map(known) }),
    },
    idAt: (place) => ids.slice(ID_LENGTH * place, ID_LENGTH * (place + 1)),
    tiers: tiers ?? [],
    scores: scores ?? [],
    oddPlaces: new Set(odd ?? []),
  };
}
