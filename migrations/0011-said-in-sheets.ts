import { type Kysely, sql } from 'kysely';

/** What Tierbook has said of each customer in a connected sheet, so that a push only puts into words what may have changed. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
  // The print of the cells that were made of a customer, and the sign of all that they were made of.
  `create table connected_sheet_said (
    workspace_id text not null,
    sheet_id uuid not null,
    customer_id uuid not null,
    sign text not null,
    cells text not null,
    primary key (workspace_id, sheet_id, customer_id),
    foreign key (workspace_id, sheet_id) references connected_sheet on delete cascade deferrable,
    foreign key (workspace_id, customer_id) references customer on delete cascade deferrable
  )`,
  'create index connected_sheet_said_customer on connected_sheet_said (workspace_id, customer_id)',
];
