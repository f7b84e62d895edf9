import { sql } from 'kysely';
import type { Database } from './database.ts';
import { idList } from './id-list.ts';
import { inChunks } from './in-chunks.ts';

/** How what Tierbook says of a customer in a sheet is known again without being put into words. */
export interface SaidSign {
  /** Of all that it is made of: another one whenever any of it has changed. */
  readonly sign: string;
  /** The print of the cells that were made of just that; null: not known. */
  readonly cells: string | null;
}

/** Of these tables each customer has rows of its own, which are signed with the customer: see {@link findSaidSigns}. */
export const CUSTOMERS_TABLES = [
  'customer',
  'grade',
  'follow_up',
  'purchase_measure',
  'service_measure',
  'tier_override',
] as const;

/** How many characters a print of cells has. */
export const CELLS_PRINT_LENGTH = 10;

const SIGN_LENGTH = 16;
const ID_LENGTH = 36;
const ROW_LENGTH = ID_LENGTH + SIGN_LENGTH + CELLS_PRINT_LENGTH;

/** Enough to make the round trips cheap; an answer of about six megabytes. */
const CUSTOMERS_A_STATEMENT = 100_000;

/**
 * Signs what these customers are described by, as `signBook` does for the whole book: by the versions of their rows. Comes back by
 * customer, with the cells' print where it was put down for the same sign; customers that are not there are left out.
 *
 * @param basis what is said goes by it for everybody; part of each sign
 */
export async function findSaidSigns(
  db: Database,
  workspaceId: string,
  sheetId: string,
  customerIds: readonly string[],
  basis: string,
): Promise<Map<string, SaidSign>> {
  const found = new Map<string, SaidSign>();
  for (const ids of inChunks(customerIds, CUSTOMERS_A_STATEMENT)) {
    // as one text each way: lists of so many would be taken apart and put together one by one
    const { rows } = await sql<{ all: string | null }>`
      select string_agg(concat(now.id, now.sign, coalesce(said.cells, repeat(' ', ${CELLS_PRINT_LENGTH}::int))), '') as all
      from (
        select c.id, lpad(to_hex(hashtextextended(concat_ws('/', ${basis}::text, c.id, c.xmin, coalesce(g.xmin::text, '-'),
          coalesce(f.xmin::text, '-'), coalesce(p.xmin::text, '-'), coalesce(s.xmin::text, '-'), o.versions), 0)),
          ${SIGN_LENGTH}::int, '0') as sign
        from customer c
        left join grade g on g.workspace_id = c.workspace_id and g.customer_id = c.id
        left join follow_up f on f.workspace_id = c.workspace_id and f.customer_id = c.id
        left join purchase_measure p on p.workspace_id = c.workspace_id and p.customer_id = c.id
        left join service_measure s on s.workspace_id = c.workspace_id and s.customer_id = c.id
        left join (
          select customer_id, string_agg(concat(id, xmin), '/' order by id) as versions from tier_override
          where workspace_id = ${workspaceId} and ended_at is null group by customer_id
        ) o on o.customer_id = c.id
        where c.workspace_id = ${workspaceId} and c.id = any(${idList(ids)})
      ) now
      left join connected_sheet_said said on said.workspace_id = ${workspaceId} and said.sheet_id = ${sheetId}::uuid
        and said.customer_id = now.id and said.sign = now.sign`.execute(db);
    const all = rows[0]?.all ?? '';
    for (let at = 0; at < all.length; at += ROW_LENGTH) {
      const cells = all.slice(at + ID_LENGTH + SIGN_LENGTH, at + ROW_LENGTH);
      const sign = all.slice(at + ID_LENGTH, at + ID_LENGTH + SIGN_LENGTH);
      found.set(all.slice(at, at + ID_LENGTH), { sign, cells: cells.startsWith(' ') ? null : cells });
    }
  }
  return found;
}

/**
 * Puts down of customers which cells were made of what has these signs, in place of what was put down before. Left out are those who are
 * gone or are just being taken away, and all when the sheet has been disconnected meanwhile.
 */
export async function saveSaidSigns(
  db: Database,
  workspaceId: string,
  sheetId: string,
  said: readonly { readonly customerId: string; readonly sign: string; readonly cells: string }[],
): Promise<void> {
  for (const chunk of inChunks(said, CUSTOMERS_A_STATEMENT)) {
    const [ids, signs, cells] = [
      idList(chunk.map(({ customerId }) => customerId)),
      chunk.map(({ sign }) => sign).join(','),
      chunk.map((one) => one.cells).join(','),
    ];
    // whoever takes customers away waits for nobody here, nor the other way round
    await sql`
      with sheet as (
        select id from connected_sheet where workspace_id = ${workspaceId} and id = ${sheetId}::uuid for key share
      ), given as (
        select * from unnest(${ids}, string_to_array(${signs}, ','), string_to_array(${cells}, ',')) as one (id, sign, cells)
      ), there as (
        select c.id from customer c
        where c.workspace_id = ${workspaceId} and c.id = any(${ids})
        for key share skip locked
      )
      insert into connected_sheet_said (workspace_id, sheet_id, customer_id, sign, cells)
      select ${workspaceId}::text, sheet.id, given.id, given.sign, given.cells
      from given join there on there.id = given.id cross join sheet
      on conflict (workspace_id, sheet_id, customer_id) do update set sign = excluded.sign, cells = excluded.cells`.execute(
      db,
    );
  }
}
