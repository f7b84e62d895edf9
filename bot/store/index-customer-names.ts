import { setImmediate as nextTurn } from 'node:timers/promises';
import { sql } from 'kysely';
import { INITIALS_TERM, KEY_TERM, NAME_TERM, PINYIN_TERM, type TermKind } from './customer-search-tables.ts';
import type { Database } from './database.ts';
import { idList } from './id-list.ts';
import { inChunks } from './in-chunks.ts';
import { latinForms } from './search-initials.ts';
import { piecesOfName } from './search-pieces.ts';
import { REST, readSearchText, type SearchText, squeeze, writeName } from './search-text.ts';

/** What a customer is to be found by. */
export interface CustomerNames {
  readonly customerId: string;
  /** Its own name first, then every other: former ones, those of customers merged into it. */
  readonly names: readonly string[];
  /** Its own key and those of customers merged into it. */
  readonly keys: readonly string[];
  /** What it buys in a year, in whole currency units; orders customers with equal scores. Null when not known. */
  readonly salesAmount: number | null;
}

/**
 * Makes customers findable, in place of whatever they were found by before. Any number of rows; each batch is one
 * statement, so call it inside the transaction that writes the customers. The customers must be stored already; a
 * customer that is deleted is forgotten by itself, one that was merged away needs {@link forgetCustomerNames}.
 *
 * `added`: so many of them, the first ones, are new and were found by nothing. Default none.
 */
export async function indexCustomerNames(
  db: Database,
  workspaceId: string,
  customers: readonly CustomerNames[],
  { added = 0 }: { readonly added?: number } = {},
): Promise<void> {
  let done = 0;
  let written: Promise<unknown> = Promise.resolve();
  for (const batch of inChunks(customers, BATCH)) {
    const ids = batch.map((customer) => customer.customerId);
    // Made while the database writes the batch before, which needs a turn now and then to be sent.
    const made: SearchRow[] = [];
    for (const part of inChunks(batch, PART)) {
      made.push(...part.map(searchRow));
      await nextTurn();
    }
    const rows = JSON.stringify(made);
    await written;
    await forgetCustomerNames(db, workspaceId, ids.slice(Math.max(0, added - done)));
    done += ids.length;
    written = sql`
      with given as (
        select * from json_to_recordset(${rows}::json)
          as r(id uuid, names text[], terms text[], importance real, pieces text)
      ), written as (
        insert into customer_search (workspace_id, customer_id, names, terms, base_importance, pieces)
        select ${workspaceId}::text, id, names, terms, importance, pieces::tsvector from given
      )
      insert into customer_term (workspace_id, kind, term, customer_id, importance)
      select ${workspaceId}::text, left(known, 1)::smallint, substr(known, 2), id, importance + coalesce(grade.score, 0)
      from given cross join unnest(terms) as known
      left join grade on grade.workspace_id = ${workspaceId} and grade.customer_id = id`.execute(db);
    // Awaited above or below; until then a failure is no unhandled one.
    written.catch(() => {});
  }
  await written;
  if (customers.length >= TIDY_FROM) await tidy(db, customers.length);
}

/**
 * PGlite never does this by itself; without it, searching 50,000 customers takes seconds instead of milliseconds.
 * Statistics are taken anew only when the rows added are many beside those that there were.
 */
async function tidy(db: Database, added: number): Promise<void> {
  await sql`select gin_clean_pending_list('customer_search_pieces')`.execute(db);
  const { rows } = await sql<{ known: number }>`
    select reltuples as known from pg_class where oid = 'customer_search'::regclass`.execute(db);
  if (added * MOST_GROWTH < (rows[0]?.known ?? 0)) return;
  await sql`analyze customer, customer_search, customer_term, grade`.execute(db);
}

/** Makes customers no longer findable; ids that are not indexed do nothing. */
export async function forgetCustomerNames(
  db: Database,
  workspaceId: string,
  customerIds: readonly string[],
): Promise<void> {
  if (customerIds.length === 0) return;
  await sql`delete from customer_search
    where workspace_id = ${workspaceId} and customer_id = any(${idList(customerIds)})`.execute(db);
}

/**
 * Brings what search takes for the customers' importance up to their current grades. Moves of
 * less than half a point of the score are left for later: they would rewrite most rows at each grading and change the
 * order of hardly any list, which is sorted by the score itself in the end.
 */
export async function refreshImportance(
  db: Database,
  workspaceId: string,
  customerIds: readonly string[],
): Promise<void> {
  await sql`
    update customer_term t set importance = now.importance
    from (
      select left(known, 1)::smallint as kind, substr(known, 2) as term, s.customer_id,
        (s.base_importance + coalesce(g.score, 0))::real as importance
      from customer_search s
      left join grade g on g.workspace_id = s.workspace_id and g.customer_id = s.customer_id
      cross join unnest(s.terms) as known
      where s.workspace_id = ${workspaceId} and s.customer_id = any(${idList(customerIds)})
    ) as now
    where t.workspace_id = ${workspaceId} and t.kind = now.kind and t.term = now.term
      and t.customer_id = now.customer_id and abs(t.importance - now.importance) > 0.5`.execute(db);
}

/** What both tables hold of one customer. */
export function searchRow(customer: CustomerNames): SearchRow {
  const names = customer.names.map(readSearchText).filter((name) => name.full !== '');
  const terms = new Set<string>();
  const pieces = new Set<string>();
  const add = (kind: TermKind, term: string) => term !== '' && terms.add(`${kind}${term}`);
  for (const key of customer.keys) add(KEY_TERM, squeeze(readSearchText(key).full));
  for (const name of names) {
    add(NAME_TERM, nameTerm(name));
    for (const piece of piecesOfName(name)) pieces.add(piece);
    const { initials, spellings } = latinForms(name.core);
    for (const form of initials) add(INITIALS_TERM, form);
    for (const form of spellings) add(PINYIN_TERM, form);
  }
  return {
    id: customer.customerId,
    names: [...new Set(names.map(writeName))],
    terms: [...terms],
    importance: baseImportance(customer.salesAmount),
    pieces: [...pieces].map(quotePiece).join(' '),
  };
}

/** One customer as the tables hold it: `terms` with the kind's digit in front, `pieces` as text of a `tsvector`. */
export interface SearchRow {
  readonly id: string;
  readonly names: readonly string[];
  readonly terms: readonly string[];
  readonly importance: number;
  readonly pieces: string;
}

/** A piece as `tsvector` and `tsquery` read it. */
export function quotePiece(piece: string): string {
  return /['\\]/.test(piece) ? `'${piece.replaceAll('\\', '\\\\').replaceAll("'", "''")}'` : `'${piece}'`;
}

/** Enough to make the round trips cheap, little enough to be one message. */
const BATCH = 2000;

/** So many rows are made without a break. */
const PART = 100;

const TIDY_FROM = 500;
/** Of ten rows one is new. */
const MOST_GROWTH = 10;

/** The core first, so that in a range of terms whole names come before longer ones. */
function nameTerm(name: SearchText): string {
  const core = squeeze(name.core);
  return name.full === name.core ? core : `${core}${REST}${squeeze(name.full)}`;
}

/** Below 0.5: sales order customers of equal score only. 10^18 is more than anyone sells. */
function baseImportance(salesAmount: number | null): number {
  return salesAmount === null || !(salesAmount > 0) ? 0 : Math.min(0.49, Math.log10(1 + salesAmount) / 40);
}
