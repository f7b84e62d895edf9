import type { CustomerStage } from '../../core/customer-stage.ts';
import type { Scheme, SegmentScheme } from '../../core/grading/scheme.ts';
import { segmentsOf } from '../../core/grading/scheme-inputs.ts';
import { builtInScheme, builtInSegmentScheme } from '../../core/schemes/built-in-schemes.ts';
import type { Database } from '../store/database.ts';
import { findOwnScheme } from '../store/schemes.ts';

const DEFAULT_SCHEMES: Readonly<Record<CustomerStage, string>> = {
  customer: 'account-value',
  prospect: 'sales-pipeline',
};

/** The scheme that grades a stage in this workspace; undefined when there is none of that id, so that it stays ungraded. */
export async function schemeInUse(
  db: Database,
  workspaceId: string,
  stage: CustomerStage,
): Promise<Scheme | undefined> {
  const chosen = await chosenSchemes(db, workspaceId);
  const id = (stage === 'customer' ? chosen?.customer_scheme : chosen?.prospect_scheme) ?? DEFAULT_SCHEMES[stage];
  const builtIn = builtInScheme(id);
  return builtIn ?? ownScheme(db, workspaceId, id);
}

/** The workspace's own scheme of tiers with that id, its latest version; undefined when it has none. */
export async function ownScheme(db: Database, workspaceId: string, id: string): Promise<Scheme | undefined> {
  const own = await findOwnScheme(db, workspaceId, id);
  return own !== undefined && 'method' in own && builtInScheme(id) === undefined ? own : undefined;
}

/** The documents of segments that the workspace has chosen, in the order in which it did; unknown ones are left out. */
export async function segmentSchemesInUse(db: Database, workspaceId: string): Promise<SegmentScheme[]> {
  const chosen = await chosenSchemes(db, workspaceId);
  const documents: SegmentScheme[] = [];
  for (const id of chosen?.segment_schemes ?? []) {
    const document = builtInSegmentScheme(id) ?? (await findOwnScheme(db, workspaceId, id));
    if (document !== undefined && !('method' in document)) documents.push(document);
  }
  return documents;
}

/** Every segment of a workspace as a scheme of its own: those that it has chosen, then those of its customers' scheme. */
export async function segmentsInUse(db: Database, workspaceId: string): Promise<Scheme[]> {
  const scheme = await schemeInUse(db, workspaceId, 'customer');
  const chosen = (await segmentSchemesInUse(db, workspaceId)).flatMap(segmentsOf);
  const own = scheme === undefined ? [] : segmentsOf(scheme);
  return [...new Map([...own, ...chosen].map((segment) => [segment.id, segment])).values()];
}

function chosenSchemes(db: Database, workspaceId: string) {
  return db
    .selectFrom('workspace')
    .select(['customer_scheme', 'prospect_scheme', 'segment_schemes'])
    .where('id', '=', workspaceId)
    .executeTakeFirst();
}
