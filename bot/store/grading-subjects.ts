import { sql } from 'kysely';
import type { Facts } from '../../core/customer.ts';
import type { CustomerStage } from '../../core/customer-stage.ts';
import { SERVICE_FACTS, type ServiceMeasures, serviceFact } from '../../core/service-measures.ts';
import type { Database } from './database.ts';
import { FACT_COLUMNS } from './fact-columns.ts';
import { idList } from './id-list.ts';
import { inChunks } from './in-chunks.ts';

/** What a run needs to know of a customer to grade it. */
export interface GradingSubject {
  readonly id: string;
  readonly ownerId: string | null;
  readonly facts: Facts;
}

const ROWS_PER_STATEMENT = 5000;

const PAIRS = Object.entries(FACT_COLUMNS).map(([id, column]) => `'${id}', ${column}`);
/**
 * Facts that stand in columns of their own, so that a scheme may grade by them too, and what purchases say. Where the
 * customer's table states a value, that one counts.
 */
const FACTS_OF_COLUMNS = sql.raw(
  `jsonb_strip_nulls(jsonb_build_object(${PAIRS.join(', ')})) || coalesce(m.measures, '{}')`,
);
const CUSTOMERS = sql.raw(`customer left join purchase_measure m
  on m.workspace_id = customer.workspace_id and m.customer_id = customer.id
  left join service_measure s on s.workspace_id = customer.workspace_id and s.customer_id = customer.id`);

/** What the statements below read of each customer. */
interface FactsRow {
  readonly facts: Facts;
  readonly own: Facts['values'];
  readonly said: ServiceMeasures | null;
}

/**
 * All active customers of a stage, gone ones aside, in parts, with the values and doubts of `criteria` only: a million
 * customers then fit into memory at once.
 */
export async function* readGradingSubjects(
  db: Database,
  workspaceId: string,
  stage: CustomerStage,
  criteria: readonly string[],
): AsyncGenerator<GradingSubject[]> {
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const { rows } = await sql<FactsRow & { id: string; ownerId: string | null }>`
      select id, owner_id as "ownerId", facts, ${FACTS_OF_COLUMNS} as own, s.measures as said from ${CUSTOMERS}
      where customer.workspace_id = ${workspaceId} and id > ${after}::uuid and stage = ${stage} and merged_into is null
        and status = 'active'
      order by id limit ${ROWS_PER_STATEMENT}`.execute(db);
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows.map(({ id, ownerId, facts, own, said }) => ({
      id,
      ownerId,
      facts: onlyFacts(withService(facts, said ?? undefined), own, criteria),
    }));
    after = last.id;
  }
}

/** A customer's facts with what complaints and surveys say of it. */
export function withService(facts: Facts, said: ServiceMeasures | undefined): Facts {
  if (said === undefined) return facts;
  const values = { ...facts.values };
  for (const fact of SERVICE_FACTS) {
    const value = serviceFact(fact, values[fact], said);
    if (value !== undefined) values[fact] = value;
  }
  return { ...facts, values };
}

/** A customer's facts as the grader takes them; `criteria` undefined for all. */
export function onlyFacts(facts: Facts, own: Facts['values'], criteria?: readonly string[]): Facts {
  if (criteria === undefined) return { ...facts, values: { ...own, ...facts.values } };
  const values: Record<string, Facts['values'][string]> = {};
  let doubts: Record<string, NonNullable<Facts['doubts']>[string]> | undefined;
  for (const id of criteria) {
    const value = facts.values[id] ?? own[id];
    if (value !== undefined) values[id] = value;
    const doubt = facts.doubts?.[id];
    if (doubt !== undefined) (doubts ??= {})[id] = doubt;
  }
  return doubts === undefined ? { values } : { values, doubts };
}

/** {@link findFacts} of many customers, by customer. */
export async function findFactsOf(
  db: Database,
  workspaceId: string,
  customerIds: readonly string[],
): Promise<Map<string, Facts>> {
  const found = new Map<string, Facts>();
  for (const ids of inChunks(customerIds, ROWS_PER_STATEMENT)) {
    const { rows } = await sql<FactsRow & { id: string }>`
      select id, facts, ${FACTS_OF_COLUMNS} as own, s.measures as said from ${CUSTOMERS}
      where customer.workspace_id = ${workspaceId} and id = any(${idList(ids)})`.execute(db);
    for (const { id, facts, own, said } of rows) found.set(id, onlyFacts(withService(facts, said ?? undefined), own));
  }
  return found;
}

/** All facts of one customer, those in columns of their own and those of its purchases, complaints and surveys included; undefined when there is no such customer. */
export async function findFacts(db: Database, workspaceId: string, customerId: string): Promise<Facts | undefined> {
  const { rows } = await sql<FactsRow>`
    select facts, ${FACTS_OF_COLUMNS} as own, s.measures as said from ${CUSTOMERS}
    where customer.workspace_id = ${workspaceId} and id = ${customerId}::uuid`.execute(db);
  const [row] = rows;
  return row && onlyFacts(withService(row.facts, row.said ?? undefined), row.own);
}
