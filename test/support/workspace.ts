import { sql } from 'kysely';
import type { Database } from '../../bot/store/database.ts';
import { addWorkspace } from '../../bot/store/workspaces.ts';
import type { UseCaseContext } from '../../bot/use-cases/context.ts';
import { newWorkspaceId } from './databases.ts';

/** A context in a workspace of its own, at a fixed time that the test may move. */
export interface TestContext extends UseCaseContext {
  readonly clock: { now(): Date; set(iso: string): void };
}

/** A new workspace in the database, with an admin who is no member. */
export async function newContext(db: Database, workspaceId = newWorkspaceId()): Promise<TestContext> {
  let now = new Date('2026-03-05T08:00:00Z');
  const clock = {
    now: () => now,
    set: (iso: string) => {
      now = new Date(iso);
    },
  };
  await addWorkspace(db, workspaceId, now);
  return { db, clock, actor: { workspaceId, memberId: null, role: 'admin' } };
}

/**
 * Everything a workspace holds in these tables, in a stable order, without the times at which rows were written and without
 * changes of tier that were undone.
 */
export async function contentsOf(
  { db, actor }: UseCaseContext,
  tables: readonly string[] = ['member', 'customer', 'contact_person', 'grade', 'grade_change'],
): Promise<Record<string, unknown[]>> {
  const contents: Record<string, unknown[]> = {};
  for (const table of tables) {
    const isSaid = table === 'grade_change' ? sql`undone_at is null` : sql`true`;
    const unsaid = ['updated_at', ...(table === 'follow_up' ? ['changed_at'] : [])];
    const { rows } = await sql<{ row: unknown }>`
      select to_jsonb(t) - ${unsaid}::text[] as row from ${sql.table(table)} t
      where workspace_id = ${actor.workspaceId} and ${isSaid} order by (to_jsonb(t) - ${unsaid}::text[])::text`.execute(
      db,
    );
    contents[table] = rows.map(({ row }) => row);
  }
  return contents;
}

/** Contents without what is history: since when and by which run something is so. In a stable order. */
export function withoutHistory(contents: Record<string, unknown[]>): Record<string, string[]> {
  const bare = (row: unknown): string =>
    JSON.stringify(row, (key, value: unknown) => (HISTORY.has(key) ? undefined : value));
  return Object.fromEntries(Object.entries(contents).map(([table, rows]) => [table, rows.map(bare).toSorted()]));
}

const HISTORY: ReadonlySet<string> = new Set(['tier_since', 'run_id', 'since']);
