import { type Kysely, sql } from 'kysely';

/** Google Sheets: which sheets are connected, what was read of them, and how many requests each Google account has made lately. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
  // When the last requests of a Google account were, or are going to be, sent: an account's minute is one for all workspaces
  // and all processes.
  `create table sheets_quota (
    account text not null,
    kind text not null check (kind in ('read', 'write')),
    sent_at timestamptz[] not null,
    primary key (account, kind)
  )`,

  'alter table customer drop constraint customer_source_check',
  `alter table customer add constraint customer_source_check check (source in ('import', 'sample', 'person', 'sheet'))`,

  // A tab of a Google spreadsheet that shares the workspace's book. While a process works on it, it holds it.
  `create table connected_sheet (
    workspace_id text not null references workspace deferrable,
    id uuid not null,
    spreadsheet_id text not null,
    tab_id integer not null,
    spreadsheet_title text not null,
    tab_title text not null,
    language text not null check (language in ('en', 'zh-CN', 'zh-TW')),
    hints jsonb not null,
    connected_by uuid,
    connected_at timestamptz not null,
    values_hash text,
    values_print text,
    pulled_at timestamptz,
    last_pull jsonb,
    pushed_at timestamptz,
    last_push jsonb,
    settled_print text,
    problem jsonb,
    failures integer not null default 0,
    try_again_at timestamptz,
    problem_since timestamptz,
    held_by uuid,
    held_until timestamptz,
    primary key (workspace_id, id),
    unique (workspace_id, spreadsheet_id, tab_id),
    foreign key (workspace_id, connected_by) references member on delete set null (connected_by) deferrable
  )`,

  // What the last pull read of each customer's row, so that the next one sees what a person has changed in the sheet. A row that
  // has vanished stays until it comes back.
  `create table connected_sheet_row (
    workspace_id text not null,
    sheet_id uuid not null,
    customer_id uuid not null,
    key_normal text,
    name_normal text,
    read jsonb not null,
    vanished_at timestamptz,
    primary key (workspace_id, sheet_id, customer_id),
    foreign key (workspace_id, sheet_id) references connected_sheet on delete cascade deferrable,
    foreign key (workspace_id, customer_id) references customer on delete cascade deferrable
  )`,
  'create index connected_sheet_row_customer on connected_sheet_row (workspace_id, customer_id)',

  // Who was removed from Tierbook while a sheet still had the row, so that the next change of the sheet does not bring them back.
  `create table connected_sheet_removed (
    workspace_id text not null,
    sheet_id uuid not null,
    customer_id uuid not null,
    key_normal text,
    name_normal text,
    removed_at timestamptz not null,
    primary key (workspace_id, sheet_id, customer_id),
    foreign key (workspace_id, sheet_id) references connected_sheet on delete cascade deferrable
  )`,
];
