import { type Kysely, sql } from 'kysely';

/**
 * Workspaces, members, customers, schemes, grades and their history.
 *
 * Every primary key starts with workspace_id, so that one database serves many workspaces and can be distributed by
 * it; foreign keys are deferrable, so that a workspace can be renamed. Grades stand in a narrow table of their own: rewriting a million of them takes seconds there and half a minute
 * in the wide customer table.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
  'create extension if not exists btree_gin',

  `create table workspace (
    id text primary key,
    name text,
    prospect_scheme text,
    customer_scheme text,
    created_at timestamptz not null
  )`,

  `create table member (
    workspace_id text not null references workspace deferrable,
    id uuid not null,
    slack_user_id text,
    display_name text,
    real_name text,
    email text,
    role text not null check (role in ('rep', 'manager', 'admin')),
    manager_id uuid,
    time_zone text,
    locale text,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    primary key (workspace_id, id),
    unique (workspace_id, slack_user_id),
    foreign key (workspace_id, manager_id) references member deferrable
  )`,

  `create table customer (
    workspace_id text not null references workspace deferrable,
    id uuid not null,
    key text,
    key_normal text,
    name text not null,
    name_normal text not null,
    name_short text not null,
    aliases text[] not null default '{}',
    owner_text text,
    owner_id uuid,
    stage text not null check (stage in ('prospect', 'customer')),
    industry text,
    region text,
    given_tier text,
    facts jsonb not null,
    extra jsonb not null,
    last_contact_on date,
    next_contact_on date,
    source text not null check (source in ('import', 'sample', 'person')),
    merged_into uuid,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    primary key (workspace_id, id),
    foreign key (workspace_id, owner_id) references member deferrable,
    foreign key (workspace_id, merged_into) references customer deferrable,
    check (merged_into <> id)
  )`,
  // Holds for merged customers too: a key that has gone still leads to the customer that was kept.
  'create unique index customer_key on customer (workspace_id, key_normal) where key_normal is not null',
  'create index customer_name_normal on customer (workspace_id, name_normal)',
  'create index customer_name_short on customer (workspace_id, name_short)',
  'create index customer_owner on customer (workspace_id, owner_id) where merged_into is null',
  'create index customer_merged_into on customer (workspace_id, merged_into) where merged_into is not null',

  `create table contact_person (
    workspace_id text not null,
    id uuid not null,
    customer_id uuid not null,
    name text,
    role text,
    phone text,
    phone_normal text,
    email text,
    email_normal text,
    birthday date,
    notes text,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    primary key (workspace_id, id),
    foreign key (workspace_id, customer_id) references customer on delete cascade deferrable
  )`,
  'create index contact_person_customer on contact_person (workspace_id, customer_id)',
  `create index contact_person_phone on contact_person (workspace_id, phone_normal) where phone_normal is not null`,
  `create index contact_person_email on contact_person (workspace_id, email_normal) where email_normal is not null`,

  // By the digest of its text: a document that was edited without a new version does not change what graded before.
  `create table scheme (
    workspace_id text not null references workspace deferrable,
    digest text not null,
    id text not null,
    version integer not null,
    document jsonb not null,
    created_at timestamptz not null,
    primary key (workspace_id, digest)
  )`,
  'create index scheme_id on scheme (workspace_id, id, version)',

  `create table grading_run (
    workspace_id text not null references workspace deferrable,
    id uuid not null,
    scheme_digest text not null,
    scheme_id text not null,
    scheme_version integer not null,
    stage text not null check (stage in ('prospect', 'customer')),
    cause text not null check (cause in ('import', 'regrade', 'merge')),
    cut_points jsonb not null,
    as_of date not null,
    counts jsonb not null,
    member_id uuid,
    graded_at timestamptz not null,
    primary key (workspace_id, id),
    foreign key (workspace_id, scheme_digest) references scheme deferrable
  )`,
  'create index grading_run_latest on grading_run (workspace_id, stage, graded_at desc)',

  `create table grade (
    workspace_id text not null,
    customer_id uuid not null,
    owner_id uuid,
    run_id uuid not null,
    status text not null check (status in ('graded', 'review', 'out-of-market', 'unreadable')),
    tier text,
    score double precision,
    tier_since timestamptz not null,
    primary key (workspace_id, customer_id),
    foreign key (workspace_id, customer_id) references customer on delete cascade deferrable,
    foreign key (workspace_id, run_id) references grading_run deferrable
  )`,
  'create index grade_owner_tier on grade (workspace_id, owner_id, tier) include (score)',

  `create table grade_change (
    workspace_id text not null,
    id uuid not null,
    customer_id uuid not null,
    run_id uuid not null,
    from_status text,
    from_tier text,
    from_score double precision,
    to_status text not null,
    to_tier text,
    to_score double precision,
    cause text not null check (cause in ('first', 'facts', 'population', 'scheme', 'stage', 'merge')),
    changed_at timestamptz not null,
    primary key (workspace_id, id),
    foreign key (workspace_id, customer_id) references customer on delete cascade deferrable,
    foreign key (workspace_id, run_id) references grading_run deferrable
  )`,
  'create index grade_change_customer on grade_change (workspace_id, customer_id, changed_at desc)',
  'create index grade_change_time on grade_change (workspace_id, changed_at desc)',

  `create table customer_merge (
    workspace_id text not null references workspace deferrable,
    id uuid not null,
    kept_id uuid not null,
    gone_id uuid not null,
    undo jsonb not null,
    merged_by uuid,
    merged_at timestamptz not null,
    undone_by uuid,
    undone_at timestamptz,
    primary key (workspace_id, id),
    foreign key (workspace_id, kept_id) references customer on delete cascade deferrable,
    foreign key (workspace_id, gone_id) references customer on delete cascade deferrable
  )`,
  'create index customer_merge_kept on customer_merge (workspace_id, kept_id)',
  // A customer can be gone only once at a time.
  'create unique index customer_merge_gone on customer_merge (workspace_id, gone_id) where undone_at is null',

  `create table audit_event (
    workspace_id text not null references workspace deferrable,
    id uuid not null,
    member_id uuid,
    action text not null,
    subject_id uuid,
    detail jsonb not null,
    at timestamptz not null,
    primary key (workspace_id, id)
  )`,
];
