import { type Kysely, sql } from 'kysely';

/**
 * Purchases, and what they say of each customer.
 *
 * A purchase stays with the customer that its table named. One that was merged into another is read through it, so that
 * undoing the merge takes nothing apart. `purchase_measure` holds facts by field id as `customer.facts` does, in a
 * table of its own: they are found anew for every grading, and customers' rows are wide.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
  `create table purchase (
    workspace_id text not null,
    id uuid not null,
    customer_id uuid not null,
    bought_on date not null,
    amount numeric not null,
    currency text,
    product text,
    channel text,
    order_number text,
    order_normal text,
    source text not null check (source in ('import', 'sample', 'person')),
    created_at timestamptz not null,
    primary key (workspace_id, id),
    foreign key (workspace_id, customer_id) references customer on delete cascade deferrable,
    check ((order_number is null) = (order_normal is null))
  )`,
  'create index purchase_customer on purchase (workspace_id, customer_id, bought_on)',
  'create index purchase_order on purchase (workspace_id, order_normal) where order_normal is not null',

  `create table purchase_measure (
    workspace_id text not null,
    customer_id uuid not null,
    measures jsonb not null,
    primary key (workspace_id, customer_id),
    foreign key (workspace_id, customer_id) references customer on delete cascade deferrable
  )`,
];
