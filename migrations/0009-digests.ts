import { type Kysely, sql } from 'kysely';

/**
 * Digests: the book as it was at any moment, where and when each manager gets a digest, and which customer a message is about.
 *
 * `follow_up` says how the book stands. Whenever something of it changes that a digest counts, `book_history` keeps how it
 * stood from when until when, so that the digest of any day can be made again. What is deleted for good is gone from history
 * too.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
  // Before that moment the book's past is not known; null: it is known from the workspace's beginning; infinity: it begins
  // once all follow-ups have been made anew.
  'alter table workspace add column locale text, add column history_from timestamptz',
  `update workspace set history_from = 'infinity', follow_ups_stale_at = coalesce(follow_ups_stale_at, created_at)`,

  `alter table follow_up
     add column owed_on date,
     add column expected_amount numeric,
     add column changed_at timestamptz`,
  'update follow_up set changed_at = now()',
  'alter table follow_up alter column changed_at set not null',
  // Books are counted from the index alone, in its order. It includes no other column, since then PostgreSQL would keep equal
  // entries apart, in ten times the room.
  'create index follow_up_book on follow_up (workspace_id, owner_id, stage, tier, status, is_paused, owed_on)',
  // What has changed lately in one rep's book is found without reading what has changed in the others'.
  'create index follow_up_changed on follow_up (workspace_id, changed_at, owner_id)',
  // Who has not been heard of for long is found by how long that is.
  'create index follow_up_silent on follow_up (workspace_id, stage, tier, last_contact_on)',
  // Contacts of some days are counted from the index alone.
  `create index interaction_day on interaction (workspace_id, happened_on)
     include (customer_id, outcome, logged_at, undone_at)`,
  `create index follow_up_expected on follow_up (workspace_id, expected_on) where expected_on is not null`,

  `create table book_history (
    workspace_id text not null,
    customer_id uuid not null,
    from_at timestamptz not null,
    until_at timestamptz not null,
    owner_id uuid,
    stage text not null check (stage in ('prospect', 'customer')),
    status text check (status in ('graded', 'review', 'out-of-market', 'unreadable')),
    tier text,
    is_paused boolean not null,
    owed_on date,
    last_contact_on date,
    expected_on date,
    expected_amount numeric,
    primary key (workspace_id, customer_id, from_at),
    foreign key (workspace_id, customer_id) references customer on delete cascade deferrable,
    check (until_at > from_at)
  )`,
  'create index book_history_until on book_history (workspace_id, until_at, owner_id)',

  // What was taken back stays in the past of the days before.
  'alter table grade_change add column undone_at timestamptz',

  // Who has no row gets what is usual.
  `create table digest_setting (
    workspace_id text not null,
    member_id uuid not null,
    at text not null check (at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$' or at = 'off'),
    channel text,
    parts text[] not null,
    rep_ids uuid[],
    updated_at timestamptz not null,
    primary key (workspace_id, member_id),
    foreign key (workspace_id, member_id) references member on delete cascade deferrable
  )`,

  // Which customer a posted card is about, so that its thread keeps to it.
  `create table posted_card (
    workspace_id text not null,
    channel text not null,
    ts text not null,
    customer_id uuid not null,
    posted_at timestamptz not null,
    primary key (workspace_id, channel, ts),
    foreign key (workspace_id, customer_id) references customer on delete cascade deferrable
  )`,
];
