import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { sql } from 'kysely';
import { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { systemClock } from '../../bot/clock.ts';
import { connect } from '../../bot/store/connect.ts';
import { KEY_TERM } from '../../bot/store/customer-search-tables.ts';
import type { Database } from '../../bot/store/database.ts';
import { indexCustomerNames, searchRow } from '../../bot/store/index-customer-names.ts';
import { migrate } from '../../bot/store/migrate.ts';
import { findCustomers } from '../../bot/use-cases/find-customers.ts';
import { companyNames, seededRandom } from '../support/customer-names.ts';
import { withPostgres } from './bench-postgres.ts';

/** Milliseconds that a kind of query took. */
interface Times {
  readonly median: number;
  readonly p95: number;
}

/** What {@link benchCustomerSearch} measured. */
export interface CustomerSearchFigures {
  /** Reading one customer by its primary key, measured between the searches. */
  readonly primaryKey: Times;
  /** Key, exact and prefix, over all workspaces by their size. */
  readonly direct: Readonly<Record<DirectQuery, Times>>;
  /** Typing error and substring in a workspace of 10,000 customers. */
  readonly tenThousand: Readonly<Record<WideQuery, Times>>;
  /** The same in the largest workspace. */
  readonly largest: Readonly<Record<WideQuery, Times>>;
  /** Every kind of query on PGlite with 50,000 customers. */
  readonly pglite: Readonly<Record<DirectQuery | WideQuery, Times>>;
}

type DirectQuery = 'key' | 'exact' | 'prefix';
type WideQuery = 'substring' | 'typing error';

/**
 * Measures how long `/customer` takes to find customers: PostgreSQL with a million of them (60 % in one workspace, some of
 * 10,000 to 50,000, many of 200) and PGlite with 50,000. Prints each figure and its limit.
 */
export async function benchCustomerSearch({
  customers = 1_000_000,
  pgliteCustomers = 50_000,
} = {}): Promise<CustomerSearchFigures> {
  const postgres = await withPostgres(async (url) => {
    const connection = await connect({ databaseUrl: url, dataDir: '' });
    const { db } = connection;
    try {
      await migrate(db);
      const workspaces = workspacesOf(customers);
      const started = performance.now();
      await fill(url, workspaces);
      print(`built ${customers} customers in ${((performance.now() - started) / 1000).toFixed(0)} s`);
      const tenThousand = workspaces.find(({ size }) => size === 10_000) ?? { id: LARGEST, size: 0 };
      return {
        ...(await measureDirect(db, workspaces)),
        tenThousand: await measureWide(db, tenThousand.id, 200),
        largest: await measureWide(db, LARGEST, 100),
      };
    } finally {
      await connection.close();
    }
  });
  const figures = { ...postgres, pglite: await benchPglite(pgliteCustomers) };
  printFigures(figures);
  return figures;
}

interface Workspace {
  readonly id: string;
  readonly size: number;
}

interface Sample {
  readonly id: string;
  readonly key: string;
  readonly name: string;
}

const LARGEST = 'TLARGEST';
const SMALL_SIZE = 200;
const DIRECT_RUNS = 400;
/** Making the pieces of a million names would take longer than all the rest. */
const DISTINCT_NAMES = 100_000;

function workspacesOf(customers: number): Workspace[] {
  const scale = customers / 1_000_000;
  const workspaces: Workspace[] = [{ id: LARGEST, size: Math.round(600_000 * scale) }];
  for (const [at, size] of [10_000, 10_000, 20_000, 30_000, 40_000, 50_000, 50_000].entries()) {
    workspaces.push({ id: `TMIDDLE${at}`, size: at === 0 ? size : Math.round(size * scale) });
  }
  let left = customers - workspaces.reduce((sum, { size }) => sum + size, 0);
  for (let at = 0; left > 0; at++, left -= SMALL_SIZE) {
    workspaces.push({ id: `TSMALL${at}`, size: Math.min(SMALL_SIZE, left) });
  }
  return workspaces;
}

/** COPY into tables without indexes, which are then made anew: rows by the ordinary way would take half an hour. */
async function fill(url: string, workspaces: readonly Workspace[]): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string; definition: string }>(
      `select indexname as name, indexdef as definition from pg_indexes
       where tablename in ('customer_search', 'customer_term') and indexname not like '%pkey'`,
    );
    for (const { name } of rows) await client.query(`drop index ${name}`);
    await client.query('set session_replication_role = replica');
    await client.query(`alter table customer_term drop constraint customer_term_pkey`);
    await copy(client, 'workspace (id, created_at)', workspaceLines(workspaces));
    await copy(
      client,
      'customer (workspace_id, id, key, key_normal, name, name_normal, name_short, stage, facts, extra, source, created_at, updated_at)',
      customerLines(workspaces),
    );
    await copy(
      client,
      'customer_search (workspace_id, customer_id, names, terms, base_importance, pieces)',
      searchLines(workspaces),
    );
    await client.query(`insert into customer_term (workspace_id, kind, term, customer_id, importance)
      select workspace_id, left(known, 1)::smallint, substr(known, 2), customer_id, base_importance
      from customer_search cross join unnest(terms) as known`);
    await client.query(`set maintenance_work_mem = '512MB'`);
    await client.query(
      'alter table customer_term add primary key (workspace_id, kind, term, customer_id) include (importance)',
    );
    for (const { definition } of rows) await client.query(definition);
    await client.query('vacuum analyze');
  } finally {
    await client.end();
  }
}

async function copy(client: Client, into: string, lines: Iterable<string>): Promise<void> {
  await pipeline(Readable.from(lines), client.query(copyFrom(`copy ${into} from stdin`)));
}

function* workspaceLines(workspaces: readonly Workspace[]): Generator<string> {
  for (const { id } of workspaces) yield `${id}\t2026-01-01\n`;
}

function* customerLines(workspaces: readonly Workspace[]): Generator<string> {
  for (const { workspace, id, key, name } of samples(workspaces)) {
    const text = escapeCopy(name);
    yield `${workspace}\t${id}\t${key}\t${key}\t${text}\t${text}\t${text}\tcustomer\t{}\t{}\timport\t2026-01-01\t2026-01-01\n`;
  }
}

function* searchLines(workspaces: readonly Workspace[]): Generator<string> {
  const rows = new Map<string, { names: string; terms: readonly string[]; pieces: string }>();
  for (const { workspace, id, key, name, at } of samples(workspaces)) {
    let row = rows.get(name);
    if (row === undefined) {
      const { names, terms, pieces } = searchRow({ customerId: id, names: [name], keys: [], salesAmount: null });
      row = { names: escapeCopy(arrayText(names)), terms, pieces: escapeCopy(pieces) };
      rows.set(name, row);
    }
    const terms = escapeCopy(arrayText([`${KEY_TERM}${key.toLowerCase().replace('-', '')}`, ...row.terms]));
    const importance = 100 * (((at * 7919) % 1_000_003) / 1_000_003);
    yield `${workspace}\t${id}\t${row.names}\t${terms}\t${importance}\t${row.pieces}\n`;
  }
}

/** The same customers each time it is called; after the first hundred thousand, names come again. */
function* samples(workspaces: readonly Workspace[]): Generator<Sample & { workspace: string; at: number }> {
  const names: string[] = [];
  const another = companyNames(seededRandom(7));
  const next = () => {
    if (names.length < DISTINCT_NAMES) names.push(another());
    return names[at % DISTINCT_NAMES] ?? '';
  };
  let at = 0;
  for (const { id: workspace, size } of workspaces) {
    for (let place = 0; place < size; place++, at++)
      yield { workspace, at, id: idAt(at), key: `C-${at}`, name: next() };
  }
}

function idAt(at: number): string {
  return `01900000-0000-7000-8000-${at.toString(16).padStart(12, '0')}`;
}

function arrayText(texts: readonly string[]): string {
  return `{${texts.map((text) => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`).join(',')}}`;
}

function escapeCopy(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('\t', '\\t').replaceAll('\n', '\\n');
}

async function measureDirect(
  db: Database,
  workspaces: readonly Workspace[],
): Promise<Pick<CustomerSearchFigures, 'primaryKey' | 'direct'>> {
  const random = seededRandom(11);
  const total = workspaces.reduce((sum, { size }) => sum + size, 0);
  const times = { primaryKey: [] as number[], key: [] as number[], exact: [] as number[], prefix: [] as number[] };
  for (let run = 0; run < DIRECT_RUNS; run++) {
    const id = idAt(Math.floor(random() * total));
    const {
      workspace_id: workspace,
      key,
      name,
    } = await db
      .selectFrom('customer')
      .select(['workspace_id', 'key', 'name'])
      .where(sql<boolean>`id = ${id} and workspace_id = any(${workspaces.map((one) => one.id)})`)
      .executeTakeFirstOrThrow();
    const read = () =>
      db.selectFrom('customer').selectAll().where('workspace_id', '=', workspace).where('id', '=', id).execute();
    const length = 2 + Math.floor(random() * Math.min(10, name.length - 2));
    times.primaryKey.push(await timed(read));
    times.key.push(await timed(() => find(db, workspace, key ?? '')));
    times.exact.push(await timed(() => find(db, workspace, name)));
    times.prefix.push(await timed(() => find(db, workspace, name.slice(0, length))));
  }
  return {
    primaryKey: summary(times.primaryKey),
    direct: { key: summary(times.key), exact: summary(times.exact), prefix: summary(times.prefix) },
  };
}

async function measureWide(db: Database, workspace: string, runs: number): Promise<Record<WideQuery, Times>> {
  const random = seededRandom(13);
  const names = await db
    .selectFrom('customer')
    .select('name')
    .where('workspace_id', '=', workspace)
    .orderBy(sql`md5(id::text)`)
    .limit(runs)
    .execute();
  const times = { substring: [] as number[], 'typing error': [] as number[] };
  for (const { name } of names) {
    const length = /\p{Script=Han}/u.test(name) ? 2 : 5;
    const start = 1 + Math.floor(random() * Math.max(1, name.length - length - 1));
    times.substring.push(await timed(() => find(db, workspace, name.slice(start, start + length))));
    const place = Math.floor(random() * (name.length - 1));
    const stranger = random() < 0.5 ? '' : /\p{Script=Han}/u.test(name) ? '茗' : 'x';
    times['typing error'].push(
      await timed(() => find(db, workspace, name.slice(0, place) + stranger + name.slice(place + 1))),
    );
  }
  return { substring: summary(times.substring), 'typing error': summary(times['typing error']) };
}

async function benchPglite(customers: number): Promise<CustomerSearchFigures['pglite']> {
  const connection = await connect({ dataDir: 'memory://' });
  const { db } = connection;
  try {
    await migrate(db);
    const workspaces = [{ id: LARGEST, size: customers }];
    await sql`insert into workspace (id, created_at) values (${LARGEST}, now())`.execute(db);
    const all = [...samples(workspaces)];
    await sql`
      insert into customer (workspace_id, id, key, key_normal, name, name_normal, name_short, stage, facts, extra, source,
        created_at, updated_at)
      select ${LARGEST}, id, key, key, name, name, name, 'customer', '{}', '{}', 'import', now(), now()
      from jsonb_to_recordset(${JSON.stringify(all)}::jsonb) as r(id uuid, key text, name text)`.execute(db);
    const started = performance.now();
    await indexCustomerNames(
      db,
      LARGEST,
      all.map(({ id, key, name, at }) => ({ customerId: id, names: [name], keys: [key], salesAmount: at })),
    );
    print(`PGlite indexed ${customers} customers in ${((performance.now() - started) / 1000).toFixed(1)} s`);
    return { ...(await measureDirect(db, workspaces)).direct, ...(await measureWide(db, LARGEST, 100)) };
  } finally {
    await connection.close();
  }
}

async function find(db: Database, workspaceId: string, query: string): Promise<void> {
  const actor = { workspaceId, memberId: null, role: 'rep' } as const;
  await findCustomers({ db, actor, clock: systemClock }, query);
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await run();
  return performance.now() - started;
}

function summary(times: readonly number[]): Times {
  const ordered = times.toSorted((one, other) => one - other);
  const at = (share: number) => ordered[Math.min(ordered.length - 1, Math.floor(share * ordered.length))] ?? 0;
  return { median: at(0.5), p95: at(0.95) };
}

function printFigures({ primaryKey, direct, tenThousand, largest, pglite }: CustomerSearchFigures): void {
  line('read by primary key', primaryKey, '');
  for (const [kind, times] of Object.entries(direct)) {
    line(`find by ${kind}`, times, `= ${(times.p95 / primaryKey.p95).toFixed(1)} × primary key (limit 10)`);
  }
  for (const [kind, times] of Object.entries(tenThousand)) line(`${kind}, of 10,000`, times, '(limit 50 ms)');
  for (const [kind, times] of Object.entries(largest)) line(`${kind}, in the largest workspace`, times, '');
  for (const [kind, times] of Object.entries(pglite)) line(`${kind}, PGlite`, times, '(limit 100 ms)');
}

function line(what: string, { median, p95 }: Times, limit: string): void {
  print(`${what.padEnd(44)} median ${median.toFixed(2)} ms, p95 ${p95.toFixed(2)} ms  ${limit}`);
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
