import { createHash } from 'node:crypto';
import type { Scheme, SegmentScheme } from '../../core/grading/scheme.ts';
import type { Database } from './database.ts';
import { json } from './json-column.ts';

/**
 * Keeps a scheme document for good, so that grades made by it can be explained; returns the digest of its text. `id` is
 * under which it is found again.
 */
export async function keepScheme(
  db: Database,
  workspaceId: string,
  scheme: Scheme | SegmentScheme,
  now: Date,
  id: string = scheme.id,
): Promise<string> {
  const document = json(scheme);
  const digest = createHash('sha256').update(document).digest('hex');
  await db
    .insertInto('scheme')
    .values({ workspace_id: workspaceId, digest, id, version: scheme.version, document, created_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return digest;
}

/** A document that graded: only those with tiers do. */
export function tierScheme(document: Scheme | SegmentScheme): Scheme {
  if ('method' in document) return document;
  throw new Error(`The scheme ${document.id} has no tiers.`);
}

/** The workspace's own document with that id, its latest version; undefined when there is none. */
export async function findOwnScheme(
  db: Database,
  workspaceId: string,
  id: string,
): Promise<Scheme | SegmentScheme | undefined> {
  const row = await db
    .selectFrom('scheme')
    .select('document')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .orderBy('version', 'desc')
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.document;
}
