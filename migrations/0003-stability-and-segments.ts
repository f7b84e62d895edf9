import { type Kysely, sql } from 'kysely';

/**
 * What keeps a tier from flapping, tiers that a person sets, segments beside tiers, and what a past grade is replayed
 * from.
 *
 * `grade.run_id` is from now on the run that last changed the row: a run that finds a million customers where they were
 * writes none of them. The cut points in force are those of the stage's latest run.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
  // Scorecards used to say "tier" where every method now says "outcome".
  `update scheme set document = jsonb_set(document, '{method,cutOffs}', (
     select jsonb_agg((cut - 'tier') || jsonb_build_object('outcome', cut -> 'tier') order by place)
     from jsonb_array_elements(document #> '{method,cutOffs}') with ordinality as cuts (cut, place)
   ))
   where document #> '{method,cutOffs,0,tier}' is not null`,

  `alter table grade
     add column computed_tier text,
     add column held text check (held in ('override', 'buffer', 'downgrade-waits', 'complaint')),
     add column worse_runs smallint not null default 0`,
  'update grade set computed_tier = tier',

  // Search is put into the order of the grades after a run, not within it.
  'alter table grading_run add column is_search_ordered boolean not null default true',
  `create index grading_run_unordered on grading_run (workspace_id) where not is_search_ordered`,

  // What the customer was graded by, so that the grade can be replayed with the run's cut points; null for older changes.
  'alter table grade_change add column inputs jsonb',
  'alter table grade_change drop constraint grade_change_cause_check',
  `alter table grade_change add constraint grade_change_cause_check check (
     cause in ('first', 'facts', 'population', 'scheme', 'stage', 'merge', 'override', 'override-ended'))`,

  `alter table workspace add column segment_schemes text[] not null default '{}'`,

  `create table segmentation_run (
    workspace_id text not null references workspace deferrable,
    id uuid not null,
    segment text not null,
    scheme_digest text not null,
    cut_points jsonb not null,
    as_of date not null,
    counts jsonb not null,
    made_at timestamptz not null,
    primary key (workspace_id, id),
    foreign key (workspace_id, scheme_digest) references scheme deferrable
  )`,
  'create index segmentation_run_latest on segmentation_run (workspace_id, segment, made_at desc)',

  `create table customer_segment (
    workspace_id text not null,
    customer_id uuid not null,
    segment text not null,
    label text not null,
    since timestamptz not null,
    primary key (workspace_id, customer_id, segment),
    foreign key (workspace_id, customer_id) references customer on delete cascade deferrable
  )`,
  'create index customer_segment_label on customer_segment (workspace_id, segment, label)',

  `create table tier_override (
    workspace_id text not null,
    id uuid not null,
    customer_id uuid not null,
    scheme_id text not null,
    tier text not null,
    reason text not null,
    set_by uuid,
    set_at timestamptz not null,
    expires_on date not null,
    ended_at timestamptz,
    ended_by uuid,
    end_reason text check (end_reason in ('withdrawn', 'expired', 'replaced')),
    primary key (workspace_id, id),
    foreign key (workspace_id, customer_id) references customer on delete cascade deferrable,
    check ((ended_at is null) = (end_reason is null))
  )`,
  'create unique index tier_override_active on tier_override (workspace_id, customer_id) where ended_at is null',
  'create index tier_override_expiry on tier_override (workspace_id, expires_on) where ended_at is null',
];
