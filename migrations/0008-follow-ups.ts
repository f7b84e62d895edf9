import { type Kysely, sql } from 'kysely';

/**
 * Follow-ups: when each customer is to be contacted next, what was done, complaints, surveys, how prospects ended, when
 * members work, and messages that must arrive once.
 *
 * `follow_up` is narrow and has a row for each active customer. All in it but what people decided (promises, snoozes,
 * skips, pauses) is derived from customers, grades and complaints and can be made anew. `due_on` is never later than the
 * day on which the customer is due, so that a day's work is found by an index; the plan decides by the rest of the row.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
  `alter table workspace
     add column country text,
     add column weekend smallint[] not null default '{6,7}',
     add column day_minutes smallint not null default 480 check (day_minutes between 30 and 960)`,

  `alter table member
     add column list_at text not null default '08:30' check (list_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$' or list_at = 'off'),
     add column day_minutes smallint check (day_minutes between 30 and 960),
     add column country text,
     add column set_by_hand text[] not null default '{}' check (set_by_hand <@ '{time_zone,locale}'),
     add column deactivated_at timestamptz`,

  `create table calendar_day (
    workspace_id text not null references workspace deferrable,
    day date not null,
    kind text not null check (kind in ('off', 'working')),
    title text,
    primary key (workspace_id, day)
  )`,

  `create table absence (
    workspace_id text not null,
    id uuid not null,
    member_id uuid not null,
    from_on date not null,
    to_on date not null,
    cover_id uuid,
    created_by uuid,
    created_at timestamptz not null,
    primary key (workspace_id, id),
    foreign key (workspace_id, member_id) references member on delete cascade deferrable,
    foreign key (workspace_id, cover_id) references member deferrable,
    check (to_on >= from_on),
    check (cover_id <> member_id)
  )`,
  'create index absence_member on absence (workspace_id, member_id, to_on)',
  'create index absence_cover on absence (workspace_id, cover_id, to_on) where cover_id is not null',

  // Who the owner is that tables name in a way of their own; the text in the form in which names are compared.
  `create table owner_link (
    workspace_id text not null,
    owner_normal text not null,
    member_id uuid not null,
    primary key (workspace_id, owner_normal),
    foreign key (workspace_id, member_id) references member on delete cascade deferrable
  )`,

  // Imports leave it alone: only people archive customers and bring them back.
  `alter table customer
     add column status text not null default 'active' check (status in ('active', 'archived', 'lost')),
     add column status_at timestamptz,
     add column status_reason text`,

  `create table follow_up (
    workspace_id text not null,
    customer_id uuid not null,
    owner_id uuid,
    stage text not null check (stage in ('prospect', 'customer')),
    status text check (status in ('graded', 'review', 'out-of-market', 'unreadable')),
    tier text,
    since_on date not null,
    last_contact_on date,
    last_methods text[] not null default '{}',
    promised_on date,
    promise text,
    planned_on date,
    rose_on date,
    expected_on date,
    complaint_due_at timestamptz,
    birthday_on date,
    surveyed_on date,
    skipped_on date,
    snoozed_until date,
    is_paused boolean not null default false,
    paused_until date,
    due_on date not null,
    primary key (workspace_id, customer_id),
    foreign key (workspace_id, customer_id) references customer on delete cascade deferrable,
    check (is_paused or paused_until is null)
  )`,
  'create index follow_up_due on follow_up (workspace_id, owner_id, due_on)',

  // What follow-ups do not know of yet: at first all that is on file, later what runs have graded.
  'alter table workspace add column follow_ups_stale_at timestamptz',
  'update workspace set follow_ups_stale_at = created_at',
  'alter table grading_run add column is_planned boolean not null default true',
  'create index grading_run_unplanned on grading_run (workspace_id) where not is_planned',

  'create index follow_up_birthday on follow_up (workspace_id, birthday_on) where birthday_on is not null',

  `create table interaction (
    workspace_id text not null,
    id uuid not null,
    customer_id uuid not null,
    member_id uuid,
    happened_on date not null,
    method text not null,
    outcome text not null check (outcome in ('reached', 'next-step', 'not-now', 'no-answer')),
    note text,
    next_on date,
    satisfaction smallint check (satisfaction between 1 and 5),
    source text not null check (source in ('slack', 'cli', 'sample')),
    link text,
    logged_at timestamptz not null,
    undone_at timestamptz,
    primary key (workspace_id, id),
    foreign key (workspace_id, customer_id) references customer on delete cascade deferrable
  )`,
  `create index interaction_customer on interaction (workspace_id, customer_id, happened_on desc, logged_at desc)
     where undone_at is null`,
  'create index interaction_member on interaction (workspace_id, member_id, happened_on) where undone_at is null',

  `create table complaint (
    workspace_id text not null,
    id uuid not null,
    customer_id uuid not null,
    channel text,
    cause text,
    description text,
    opened_by uuid,
    opened_at timestamptz not null,
    answer_by timestamptz not null,
    answered_by uuid,
    answered_at timestamptz,
    closed_by uuid,
    closed_at timestamptz,
    resolution text,
    undone_at timestamptz,
    primary key (workspace_id, id),
    foreign key (workspace_id, customer_id) references customer on delete cascade deferrable
  )`,
  'create index complaint_open on complaint (workspace_id, answer_by) where closed_at is null and undone_at is null',
  'create index complaint_customer on complaint (workspace_id, customer_id, opened_at desc) where undone_at is null',
  `create index complaint_unanswered on complaint (workspace_id, answer_by)
     where answered_at is null and closed_at is null and undone_at is null`,

  `create table survey_result (
    workspace_id text not null,
    id uuid not null,
    customer_id uuid not null,
    member_id uuid,
    surveyed_on date not null,
    score smallint not null check (score between 1 and 5),
    comment text,
    stated jsonb,
    recorded_at timestamptz not null,
    undone_at timestamptz,
    primary key (workspace_id, id),
    foreign key (workspace_id, customer_id) references customer on delete cascade deferrable
  )`,
  'create index survey_result_customer on survey_result (workspace_id, customer_id, surveyed_on desc) where undone_at is null',

  // What complaints and surveys say of a customer, as facts; found anew for every grading.
  `create table service_measure (
    workspace_id text not null,
    customer_id uuid not null,
    measures jsonb not null,
    primary key (workspace_id, customer_id),
    foreign key (workspace_id, customer_id) references customer on delete cascade deferrable
  )`,

  `create table prospect_end (
    workspace_id text not null,
    id uuid not null,
    customer_id uuid not null,
    outcome text not null check (outcome in ('won', 'lost')),
    ended_on date not null,
    amount numeric,
    currency text,
    reason text,
    owner_id uuid,
    member_id uuid,
    recorded_at timestamptz not null,
    undone_at timestamptz,
    primary key (workspace_id, id),
    foreign key (workspace_id, customer_id) references customer on delete cascade deferrable
  )`,
  'create index prospect_end_time on prospect_end (workspace_id, ended_on) where undone_at is null',

  // What a person did to a customer, with what is needed to take it back; one request is done once.
  `create table member_action (
    workspace_id text not null references workspace deferrable,
    id uuid not null,
    member_id uuid,
    customer_id uuid,
    kind text not null,
    request_id text,
    detail jsonb not null,
    done_at timestamptz not null,
    undone_at timestamptz,
    undone_by uuid,
    primary key (workspace_id, id),
    foreign key (workspace_id, customer_id) references customer on delete cascade deferrable
  )`,
  'create unique index member_action_request on member_action (workspace_id, request_id) where request_id is not null',
  'create index member_action_customer on member_action (workspace_id, customer_id, done_at desc)',
  'create index member_action_time on member_action (workspace_id, done_at)',
  'create index member_action_member on member_action (workspace_id, member_id, done_at desc)',

  // What contacts were before somebody changed them is personal: it is found here and goes once it cannot be taken back.
  `create index member_action_contact on member_action (workspace_id, done_at)
     where kind in ('contact-edited', 'contact-removed') and detail <> '{}'`,

  // The last import of a workspace, until the next one begins: what it added, and what it changed as it was before.
  `create table import_undo (
    workspace_id text not null references workspace deferrable,
    id uuid not null,
    added uuid[] not null,
    imported_at timestamptz not null,
    primary key (workspace_id)
  )`,
  `create table import_before (
    workspace_id text not null,
    kind text not null check (kind in ('customer', 'contact', 'promise', 'grade')),
    id uuid not null,
    customer_id uuid not null,
    before jsonb,
    primary key (workspace_id, kind, id),
    foreign key (workspace_id) references import_undo on delete cascade deferrable
  )`,

  // A message that is to arrive once: one row for each kind, target, local day and subject.
  `create table delivery (
    workspace_id text not null references workspace deferrable,
    id uuid not null,
    kind text not null,
    target text not null,
    local_date date not null,
    subject text not null default '',
    member_id uuid,
    due_at timestamptz not null,
    state text not null check (state in ('pending', 'sending', 'sent', 'unknown', 'parked', 'skipped')),
    key text not null,
    channel text,
    ts text,
    attempts smallint not null default 0,
    queued_at timestamptz,
    not_before timestamptz,
    sending_at timestamptz,
    sent_at timestamptz,
    problem text,
    created_at timestamptz not null,
    primary key (workspace_id, id),
    unique (workspace_id, kind, target, local_date, subject)
  )`,
  `create index delivery_open on delivery (workspace_id, due_at) where state in ('pending', 'sending', 'unknown')`,
  'create index delivery_member on delivery (workspace_id, member_id, kind, local_date desc)',
  'create index delivery_target on delivery (workspace_id, target, due_at desc)',
  `create index delivery_subject on delivery (workspace_id, kind, subject) where subject <> ''`,
  'create index delivery_pace on delivery (workspace_id, sending_at) where sending_at is not null',
];
