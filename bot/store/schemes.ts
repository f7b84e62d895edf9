import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Scheme, SegmentScheme } from '../../core/grading/scheme.ts';
import type { Database } from './database.ts';
import { json } from './json-column.ts';

/**
 * Keeps a document of the workspace's own, to be found again by its id, for good; returns the digest of its text. A copy
 * that a grading left before becomes it.
 */
export async function keepScheme(
  db: Database,
  workspaceId: string,
  scheme: Scheme | SegmentScheme,
  now: Date,
): Promise<string> {
  const row = rowOf(workspaceId, scheme, now, scheme.id);
  await db
    .insertInto('scheme')
    .values(row)
    .onConflict((conflict) => conflict.columns(['workspace_id', 'digest']).doUpdateSet({ id: row.id }))
    .execute();
  return row.digest;
}

/**
 * Keeps what graded (a scheme as it was in force, a segment) for good, so that what it gave can be explained; returns the
 * digest of its text. It is no document of the workspace's own and does not come between those.
 */
export async function keepGrader(
  db: Database,
  workspaceId: string,
  kind: 'run' | 'segment',
  scheme: Scheme,
  now: Date,
): Promise<string> {
  return keepBeside(db, rowOf(workspaceId, scheme, now, `${kind} ${scheme.id}`));
}

/**
 * Keeps a document that somebody thinks of using, to be found by its digest, which is returned. It is none of the workspace's
 * own until it is used.
 */
export async function keepDraft(
  db: Database,
  workspaceId: string,
  scheme: Scheme | SegmentScheme,
  now: Date,
): Promise<string> {
  return keepBeside(db, rowOf(workspaceId, scheme, now, `draft ${scheme.id}`));
}

async function keepBeside(db: Database, row: ReturnType<typeof rowOf>): Promise<string> {
  await db
    .insertInto('scheme')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return row.digest;
}

/** The document with that digest, whatever it was kept for; undefined when there is none. */
export async function findSchemeByDigest(
  db: Database,
  workspaceId: string,
  digest: string,
): Promise<Scheme | SegmentScheme | undefined> {
  const row = await db
    .selectFrom('scheme')
    .select('document')
    .where('workspace_id', '=', workspaceId)
    .where('digest', '=', digest)
    .executeTakeFirst();
  return row?.document;
}

/** The workspace's own documents, of each id the latest version, by id. */
export async function findOwnSchemes(db: Database, workspaceId: string): Promise<(Scheme | SegmentScheme)[]> {
  const { rows } = await sql<{ document: Scheme | SegmentScheme }>`
    select distinct on (id) document from scheme
    where workspace_id = ${workspaceId} and position(' ' in id) = 0
    order by id, version desc, created_at desc`.execute(db);
  return rows.map(({ document }) => document);
}

function rowOf(workspaceId: string, scheme: Scheme | SegmentScheme, now: Date, id: string) {
  const document = json(scheme);
  const digest = createHash('sha256').update(document).digest('hex');
  return { workspace_id: workspaceId, digest, id, version: scheme.version, document, created_at: now };
}

/** A document that graded: only those with tiers do. */
export function tierScheme(document: Scheme | SegmentScheme): Scheme {
  if ('method' in document) return document;
  throw new Error(`The scheme ${document.id} has no tiers.`);
}

/** The workspace's own document with that id, of that version or else the latest; undefined when there is none. */
export async function findOwnScheme(
  db: Database,
  workspaceId: string,
  id: string,
  version?: number,
): Promise<Scheme | SegmentScheme | undefined> {
  let asked = db.selectFrom('scheme').select('document').where('workspace_id', '=', workspaceId).where('id', '=', id);
  if (version !== undefined) asked = asked.where('version', '=', version);
  const row = await asked.orderBy('version', 'desc').orderBy('created_at', 'desc').limit(1).executeTakeFirst();
  return row?.document;
}
