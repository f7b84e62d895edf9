import { sql } from 'kysely';
import type { GradeStatus } from '../../core/grading/grade.ts';
import type { Database } from './database.ts';
import type { StoredFollowUp } from './follow-ups.ts';
import { inChunks } from './in-chunks.ts';
import { json } from './json-column.ts';
import { BOOK_COLUMNS } from './kept-book.ts';

/** How a customer's follow-up stood from a moment on. */
export interface BookState
  extends Pick<
    StoredFollowUp,
    | 'customerId'
    | 'ownerId'
    | 'stage'
    | 'status'
    | 'tier'
    | 'isPaused'
    | 'owedOn'
    | 'lastContactOn'
    | 'expectedOn'
    | 'expectedAmount'
  > {
  readonly fromAt: Date;
  /** Null for the state that stands. */
  readonly untilAt: Date | null;
}

/**
 * Puts a history that was made up in place of the customers' own, as of samples; the state that stands is only told since
 * when it does.
 */
export async function replaceBook(db: Database, workspaceId: string, states: readonly BookState[]): Promise<void> {
  const ids = [...new Set(states.map(({ customerId }) => customerId))];
  await sql`
    delete from book_history where workspace_id = ${workspaceId} and customer_id = any(${ids}::uuid[])`.execute(db);
  for (const chunk of inChunks(states, ROWS_PER_STATEMENT)) {
    await sql`
      with given as materialized (
        select * from json_to_recordset(${json(chunk.map(rowOf))}::json) as r (customer_id uuid, from_at timestamptz,
          until_at timestamptz, owner_id uuid, stage text, status text, tier text, is_paused boolean, owed_on date,
          last_contact_on date, expected_on date, expected_amount numeric)
      ),
      past as (
        insert into book_history (workspace_id, customer_id, from_at, until_at, ${sql.raw(BOOK_COLUMNS.join(', '))})
        select ${workspaceId}, customer_id, from_at, until_at, ${sql.raw(BOOK_COLUMNS.join(', '))} from given
        where until_at is not null
      )
      update follow_up f set changed_at = given.from_at from given
      where f.workspace_id = ${workspaceId} and f.customer_id = given.customer_id and given.until_at is null`.execute(
      db,
    );
  }
}

const ROWS_PER_STATEMENT = 2000;

function rowOf(state: BookState) {
  return {
    customer_id: state.customerId,
    from_at: state.fromAt,
    until_at: state.untilAt,
    owner_id: state.ownerId,
    stage: state.stage,
    status: state.status,
    tier: state.tier,
    is_paused: state.isPaused,
    owed_on: state.owedOn,
    last_contact_on: state.lastContactOn,
    expected_on: state.expectedOn,
    expected_amount: state.expectedAmount,
  };
}

/** A tier that a customer came to, and when. */
export interface TierReached {
  readonly customerId: string;
  readonly status: GradeStatus;
  readonly tier: string | null;
  readonly at: Date;
}

/** All tiers that these customers came to, oldest first. */
export async function findTiersReached(
  db: Database,
  workspaceId: string,
  customerIds: readonly string[],
): Promise<TierReached[]> {
  const { rows } = await sql<TierReached>`
    select customer_id as "customerId", to_status as status, to_tier as tier, changed_at as at from grade_change
    where workspace_id = ${workspaceId} and customer_id = any(${[...customerIds]}::uuid[]) and undone_at is null
    order by changed_at, id`.execute(db);
  return rows;
}
