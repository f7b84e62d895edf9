import { sql } from 'kysely';
import type { FittedScheme } from '../../core/grading/fit-scheme.ts';
import type { Scheme } from '../../core/grading/scheme.ts';
import type { FittedSegment } from '../../core/grading/segment-details.ts';
import type { Database } from './database.ts';
import { inChunks } from './in-chunks.ts';
import { json } from './json-column.ts';
import { keepGrader } from './schemes.ts';

/** The label of a customer in one segment. */
export interface SegmentLabel {
  readonly segment: string;
  readonly label: string;
  /** The segment as it was fitted when the label was given. */
  readonly fitted: FittedSegment;
}

/** What putting customers into a segment came to. */
export interface Segmentation {
  /** The segment as a scheme, for the titles. */
  readonly scheme: Scheme;
  /** Customers by label; those without one by the empty text. */
  readonly counts: Readonly<Record<string, number>>;
}

const ROWS_PER_STATEMENT = 5000;

/** Keeps a segmentation: by what it was made and how many customers got each label. */
export async function insertSegmentation(
  db: Database,
  workspaceId: string,
  run: {
    readonly id: string;
    readonly fitted: FittedScheme;
    readonly counts: Readonly<Record<string, number>>;
    readonly madeAt: Date;
  },
): Promise<void> {
  const { scheme, ...cutPoints } = run.fitted;
  const digest = await keepGrader(db, workspaceId, 'segment', scheme, run.madeAt);
  await db
    .insertInto('segmentation_run')
    .values({
      workspace_id: workspaceId,
      id: run.id,
      segment: scheme.id,
      scheme_digest: digest,
      cut_points: json(cutPoints),
      as_of: run.fitted.asOf,
      counts: json(run.counts),
      made_at: run.madeAt,
    })
    .execute();
}

/** Gives customers their labels in a segment; null takes a label away. Labels that stay keep their day. */
export async function saveLabels(
  db: Database,
  workspaceId: string,
  segment: string,
  labels: readonly { readonly customerId: string; readonly label: string | null }[],
  now: Date,
): Promise<void> {
  for (const chunk of inChunks(labels, ROWS_PER_STATEMENT)) {
    const gone = chunk.filter(({ label }) => label === null).map(({ customerId }) => customerId);
    if (gone.length > 0) {
      await sql`delete from customer_segment where workspace_id = ${workspaceId} and segment = ${segment}
        and customer_id = any(${gone}::uuid[])`.execute(db);
    }
    const given = chunk.filter(({ label }) => label !== null);
    if (given.length === 0) continue;
    await sql`
      insert into customer_segment (workspace_id, customer_id, segment, label, since)
      select ${workspaceId}, customer_id, ${segment}, label, ${now}::timestamptz from unnest(
        ${given.map(({ customerId }) => customerId)}::uuid[], ${given.map(({ label }) => label)}::text[]
      ) as given (customer_id, label)
      on conflict (workspace_id, customer_id, segment) do update set label = excluded.label, since = excluded.since
      where customer_segment.label <> excluded.label`.execute(db);
  }
}

/** Takes away all labels of one customer. */
export async function deleteLabels(db: Database, workspaceId: string, customerId: string): Promise<void> {
  await sql`delete from customer_segment where workspace_id = ${workspaceId} and customer_id = ${customerId}::uuid`.execute(
    db,
  );
}

/** Takes away the labels of segments that are not among these any more. */
export async function keepSegments(db: Database, workspaceId: string, segments: readonly string[]): Promise<void> {
  await sql`delete from customer_segment
    where workspace_id = ${workspaceId} and segment <> all(${[...segments]}::text[])`.execute(db);
}

/** The latest segmentation of each segment, by segment: what it was made by, and how many customers got each label. */
export async function findSegmentations(db: Database, workspaceId: string): Promise<Map<string, Segmentation>> {
  const rows = await latestSegmentations(db, workspaceId);
  return new Map(rows.map(({ segment, scheme, counts }) => [segment, { scheme, counts }]));
}

/** The latest segmentation of each segment as it was fitted, with its cut points. */
export async function findFittedSegments(db: Database, workspaceId: string): Promise<FittedSegment[]> {
  const rows = await latestSegmentations(db, workspaceId);
  return rows.map(({ scheme, cutPoints }) => ({ ...cutPoints, scheme }));
}

async function latestSegmentations(
  db: Database,
  workspaceId: string,
): Promise<readonly (Segmentation & Pick<LabelRow, 'segment' | 'cutPoints'>)[]> {
  const { rows } = await sql<Segmentation & Pick<LabelRow, 'segment' | 'cutPoints'>>`
    select distinct on (r.segment) r.segment, s.document as scheme, r.counts, r.cut_points as "cutPoints"
    from segmentation_run r join scheme s on s.workspace_id = r.workspace_id and s.digest = r.scheme_digest
    where r.workspace_id = ${workspaceId} order by r.segment, r.made_at desc, r.id desc`.execute(db);
  return rows;
}

/** A customer's labels, by the latest segmentations. */
export async function findLabels(db: Database, workspaceId: string, customerId: string): Promise<SegmentLabel[]> {
  const { rows } = await sql<LabelRow>`
    select c.segment, c.label, s.document as scheme, latest.cut_points as "cutPoints" from customer_segment c
    join lateral (
      select scheme_digest, cut_points from segmentation_run r
      where r.workspace_id = c.workspace_id and r.segment = c.segment order by made_at desc, id desc limit 1
    ) latest on true
    join scheme s on s.workspace_id = c.workspace_id and s.digest = latest.scheme_digest
    where c.workspace_id = ${workspaceId} and c.customer_id = ${customerId}::uuid
    order by c.segment`.execute(db);
  return rows.map(({ segment, label, scheme, cutPoints }) => ({ segment, label, fitted: { ...cutPoints, scheme } }));
}

interface LabelRow extends Pick<SegmentLabel, 'segment' | 'label'> {
  readonly scheme: FittedSegment['scheme'];
  readonly cutPoints: Omit<FittedScheme, 'scheme'>;
}
