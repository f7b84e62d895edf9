import { type Kysely, sql } from 'kysely';

/**
 * What customers are found by.
 *
 * `customer_search` has one row a customer: its names as they are compared, and a text vector of pieces of them (pairs
 * and triples of characters, words with one letter left out) for what no sorted index finds. `customer_term` has a
 * sorted row for each text from whose start a customer is found. It carries the importance, so that of 90,000 names
 * that begin alike the 20 that matter come out of an index; it is a table of its own because importance changes with
 * every grading, and rewriting a row of `customer_search` costs an index entry for each of its pieces.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
  `create table customer_search (
    workspace_id text not null,
    customer_id uuid not null,
    names text[] not null,
    terms text[] not null,
    base_importance real not null,
    pieces tsvector not null,
    primary key (workspace_id, customer_id),
    foreign key (workspace_id, customer_id) references customer on delete cascade deferrable
  )`,
  // Vectors are a few hundred bytes and read only when the index is lossy: not worth compressing.
  'alter table customer_search alter column pieces set storage external',
  // Every search reads through what was not sorted in yet; the limit (kB) keeps that to about a millisecond.
  `create index customer_search_pieces on customer_search using gin (workspace_id, pieces)
    with (gin_pending_list_limit = 512)`,

  // Collation C sorts by bytes, so that a range of terms is a prefix.
  `create table customer_term (
    workspace_id text not null,
    kind smallint not null check (kind between 1 and 4),
    term text collate "C" not null,
    customer_id uuid not null,
    importance real not null,
    primary key (workspace_id, kind, term, customer_id) include (importance)
  )`,
  `create index customer_term_importance on customer_term (workspace_id, kind, importance desc)
    include (term, customer_id)`,

  // Instead of a foreign key, which would be checked for every term of an import and need an index of its own.
  `create function forget_customer_terms() returns trigger language plpgsql as $$
    begin
      delete from customer_term t
      using gone g, unnest(g.terms) as known
      where t.workspace_id = g.workspace_id and t.kind = left(known, 1)::smallint
        and t.term = substr(known, 2) and t.customer_id = g.customer_id;
      return null;
    end $$`,
  `create trigger customer_search_gone after delete on customer_search
    referencing old table as gone for each statement execute function forget_customer_terms()`,
];
