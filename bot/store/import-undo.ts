import { type RawBuilder, sql } from 'kysely';
import { putDownRemoved } from './connected-sheet-removed.ts';
import { CUSTOMER_COLUMNS } from './customers.ts';
import type { Database } from './database.ts';
import type { CurrentGrade } from './grades.ts';
import { inChunks } from './in-chunks.ts';
import { json } from './json-column.ts';

/** The latest import of a workspace. */
export interface ImportUndo {
  /** The member action's id. */
  readonly id: string;
  /** Customers that it added. */
  readonly added: readonly string[];
  readonly importedAt: Date;
}

const ROWS_PER_STATEMENT = 5000;

/** Begins to keep what undoing an import takes, in place of what was kept for the one before. */
export async function beginImportUndo(db: Database, workspaceId: string, undo: ImportUndo): Promise<void> {
  await sql`delete from import_undo where workspace_id = ${workspaceId}`.execute(db);
  await sql`
    insert into import_undo (workspace_id, id, added, imported_at)
    values (${workspaceId}, ${undo.id}, ${[...undo.added]}::uuid[], ${undo.importedAt}::timestamptz)`.execute(db);
}

/** Keeps customers as they are before an import changes them. */
export async function keepCustomers(db: Database, workspaceId: string, ids: readonly string[]): Promise<void> {
  for (const chunk of inChunks(ids, ROWS_PER_STATEMENT)) {
    await sql`
      insert into import_before (workspace_id, kind, id, customer_id, before)
      select workspace_id, 'customer', id, id, to_jsonb(c) from customer c
      where workspace_id = ${workspaceId} and id = any(${chunk}::uuid[])`.execute(db);
    await sql`
      insert into import_before (workspace_id, kind, id, customer_id, before)
      select workspace_id, 'promise', customer_id, customer_id, to_jsonb(promise) from follow_up
      where workspace_id = ${workspaceId} and customer_id = any(${chunk}::uuid[]) and promise is not null`.execute(db);
  }
}

/** Keeps people at customers as they are before an import changes or adds them. */
export async function keepContacts(
  db: Database,
  workspaceId: string,
  people: readonly { readonly id: string; readonly customerId: string }[],
): Promise<void> {
  for (const chunk of inChunks(people, ROWS_PER_STATEMENT)) {
    await sql`
      insert into import_before (workspace_id, kind, id, customer_id, before)
      select ${workspaceId}, 'contact', given.id, given.customer_id, to_jsonb(p)
      from unnest(${chunk.map(({ id }) => id)}::uuid[], ${chunk.map(({ customerId }) => customerId)}::uuid[])
        as given (id, customer_id)
      left join contact_person p on p.workspace_id = ${workspaceId} and p.id = given.id`.execute(db);
  }
}

/** Keeps grades as they were before an import's grading replaced them. */
export async function keepGrades(db: Database, workspaceId: string, grades: readonly CurrentGrade[]): Promise<void> {
  for (const chunk of inChunks(grades, ROWS_PER_STATEMENT)) {
    const rows = chunk.map((grade) => ({
      customer_id: grade.customerId,
      owner_id: grade.ownerId,
      run_id: grade.runId,
      status: grade.status,
      tier: grade.tier,
      score: grade.score,
      tier_since: grade.tierSince,
      computed_tier: grade.computedTier,
      held: grade.held,
      worse_runs: grade.worseRuns,
    }));
    await sql`
      insert into import_before (workspace_id, kind, id, customer_id, before)
      select ${workspaceId}, 'grade', (row ->> 'customer_id')::uuid, (row ->> 'customer_id')::uuid, row
      from jsonb_array_elements(${json(rows)}::jsonb) as row
      on conflict do nothing`.execute(db);
  }
}

/** The latest import, as long as it can be undone; undefined when there is none. */
export async function findImportUndo(db: Database, workspaceId: string): Promise<ImportUndo | undefined> {
  const { rows } = await sql<ImportUndo>`
    select id, added, imported_at as "importedAt" from import_undo where workspace_id = ${workspaceId}`.execute(db);
  return rows[0];
}

/** A customer by id and name. */
export interface NamedCustomer {
  readonly id: string;
  readonly name: string;
}

/** The customers that undoing the latest import may change. */
export async function findImported(db: Database, workspaceId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select unnest(added) as id from import_undo where workspace_id = ${workspaceId}
    union select customer_id from import_before where workspace_id = ${workspaceId}`.execute(db);
  return rows.map(({ id }) => id);
}

/** Customers of the latest import that {@link findTouchedSince} finds; they stay as they are when it is undone. */
export async function findTouchedSinceImport(
  db: Database,
  workspaceId: string,
  { id, importedAt }: ImportUndo,
): Promise<NamedCustomer[]> {
  const ours = sql`
    select unnest(added) as id from import_undo where workspace_id = ${workspaceId}
    union select customer_id from import_before where workspace_id = ${workspaceId} and kind <> 'grade'`;
  return touchedAmong(db, workspaceId, ours, { since: importedAt, exceptActionId: id });
}

/**
 * Those of the customers that something happened to since a moment: edited, merged, worked on, graded by hand, bought
 * something. What was taken back does not count, nor does the action with the id given.
 */
export async function findTouchedSince(
  db: Database,
  workspaceId: string,
  customerIds: readonly string[],
  when: { readonly since: Date; readonly exceptActionId: string },
): Promise<NamedCustomer[]> {
  return touchedAmong(db, workspaceId, sql`select unnest(${[...customerIds]}::uuid[]) as id`, when);
}

async function touchedAmong(
  db: Database,
  workspaceId: string,
  ours: RawBuilder<unknown>,
  { since, exceptActionId }: { readonly since: Date; readonly exceptActionId: string },
): Promise<NamedCustomer[]> {
  const inTable = (table: string, moment: string, more: RawBuilder<unknown> = sql``) => sql`
    union select customer_id from ${sql.table(table)}
    where workspace_id = ${workspaceId} and customer_id in (select id from ours)
      and ${sql.ref(moment)} > ${since}::timestamptz ${more}`;
  const { rows } = await sql<NamedCustomer>`
    with ours as (${ours}),
    touched as (
      select id as customer_id from customer
      where workspace_id = ${workspaceId} and id in (select id from ours) and (updated_at > ${since}::timestamptz or status_at > ${since}::timestamptz)
      union select kept_id from customer_merge
      where workspace_id = ${workspaceId} and kept_id in (select id from ours) and merged_at > ${since}::timestamptz and undone_at is null
      ${inTable('member_action', 'done_at', sql`and undone_at is null and id <> ${exceptActionId}::uuid`)}
      ${inTable('tier_override', 'set_at')}
      ${inTable('interaction', 'logged_at', sql`and undone_at is null`)}
      ${inTable('complaint', 'opened_at', sql`and undone_at is null`)}
      ${inTable('survey_result', 'recorded_at', sql`and undone_at is null`)}
      ${inTable('prospect_end', 'recorded_at', sql`and undone_at is null`)}
      ${inTable('contact_person', 'updated_at')}
      ${inTable('purchase', 'created_at')}
    )
    select c.id, c.name from customer c
    where c.workspace_id = ${workspaceId} and c.id in (select id from ours) and c.id in (select customer_id from touched)
    order by c.name, c.id`.execute(db);
  return rows;
}

/**
 * Puts everything back that the latest import changed of customers other than `except`: what it added goes, with whatever
 * hangs on it, what it changed is as before, its changes of tier are none from `now` on, and forgets the import. Returns the ids of the customers that are as before.
 */
export async function restoreBeforeImport(
  db: Database,
  workspaceId: string,
  except: readonly string[],
  now: Date,
): Promise<{
  readonly removed: number;
  /** Rows of connected sheets whose customers went. */
  readonly sheetRows: number;
  readonly restored: readonly string[];
  readonly graded: readonly string[];
}> {
  const isOurs = (column: string) => sql`${sql.ref(column)} <> all(${[...except]}::uuid[])`;
  const runs = sql`
    select r.id from grading_run r join import_undo u on u.workspace_id = r.workspace_id
    where r.workspace_id = ${workspaceId} and r.cause = 'import' and r.graded_at = u.imported_at`;
  // Before their customers, so that those that are to stay are found.
  await sql`
    delete from contact_person p using import_before b
    where b.workspace_id = ${workspaceId} and b.kind = 'contact' and b.before is null and ${isOurs('b.customer_id')}
      and p.workspace_id = b.workspace_id and p.id = b.id`.execute(db);
  await sql`
    update contact_person p
    set (name, phone, phone_normal, email, email_normal, updated_at)
      = row (was.name, was.phone, was.phone_normal, was.email, was.email_normal, was.updated_at)
    from import_before b cross join lateral jsonb_populate_record(null::contact_person, b.before) as was
    where b.workspace_id = ${workspaceId} and b.kind = 'contact' and b.before is not null and ${isOurs('b.customer_id')}
      and p.workspace_id = b.workspace_id and p.id = b.id`.execute(db);
  const { rows: restored } = await sql<{ id: string }>`
    update customer c
    set (${sql.raw(COLUMNS.join(', '))}) = row (${sql.raw(COLUMNS.map((column) => `was.${column}`).join(', '))})
    from import_before b cross join lateral jsonb_populate_record(null::customer, b.before) as was
    where b.workspace_id = ${workspaceId} and b.kind = 'customer' and ${isOurs('b.id')}
      and c.workspace_id = b.workspace_id and c.id = b.id
    returning c.id`.execute(db);
  await sql`
    update follow_up f set promise = b.before #>> '{}' from import_before b
    where b.workspace_id = ${workspaceId} and b.kind = 'promise' and ${isOurs('b.id')}
      and f.workspace_id = b.workspace_id and f.customer_id = b.id`.execute(db);
  const { rows: graded } = await sql<{ id: string }>`
    update grade g
    set (owner_id, run_id, status, tier, score, tier_since, computed_tier, held, worse_runs)
      = row (was.owner_id, was.run_id, was.status, was.tier, was.score, was.tier_since, was.computed_tier, was.held, was.worse_runs)
    from import_before b cross join lateral jsonb_populate_record(null::grade, b.before) as was
    where b.workspace_id = ${workspaceId} and b.kind = 'grade' and ${isOurs('b.id')}
      and g.workspace_id = b.workspace_id and g.customer_id = b.id
      and g.run_id in (${runs})
    returning g.customer_id as id`.execute(db);
  await sql`
    update grade_change h set undone_at = ${now}::timestamptz
    where h.workspace_id = ${workspaceId} and h.customer_id = any(${graded.map(({ id }) => id)}::uuid[])
      and h.undone_at is null and h.run_id in (${runs})`.execute(db);
  const { rows: added } = await sql<{ id: string }>`
    select id from customer where workspace_id = ${workspaceId} and ${isOurs('id')}
      and id in (select unnest(added) from import_undo where workspace_id = ${workspaceId})`.execute(db);
  const sheetRows = await putDownRemoved(db, workspaceId, idsOf(added), now);
  const { numAffectedRows = 0n } = await sql`
    delete from customer where workspace_id = ${workspaceId} and id = any(${idsOf(added)}::uuid[])`.execute(db);
  await sql`delete from import_undo where workspace_id = ${workspaceId}`.execute(db);
  return { removed: Number(numAffectedRows), sheetRows, restored: idsOf(restored), graded: idsOf(graded) };
}

function idsOf(rows: readonly { readonly id: string }[]): string[] {
  return rows.map((row) => row.id);
}

const COLUMNS = [...CUSTOMER_COLUMNS.filter((column) => column !== 'id'), 'updated_at'];
