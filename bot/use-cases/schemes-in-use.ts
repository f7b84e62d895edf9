import type { CustomerStage } from '../../core/customer-stage.ts';
import type { Scheme, SegmentScheme } from '../../core/grading/scheme.ts';
import { type AnyScheme, segmentsOf } from '../../core/grading/scheme-inputs.ts';
import { withStability } from '../../core/grading/scheme-stability.ts';
import { builtInScheme, builtInSegmentScheme } from '../../core/schemes/built-in-schemes.ts';
import type { Database } from '../store/database.ts';
import { findOwnScheme } from '../store/schemes.ts';
import { type ChosenSchemes, findWorkspaceSettings } from '../store/workspace-settings.ts';
import type { StabilityByScheme } from '../store/workspace-tables.ts';

/** What grades a stage while nobody has chosen. */
export const DEFAULT_SCHEMES: Readonly<Record<CustomerStage, string>> = {
  customer: 'account-value',
  prospect: 'sales-pipeline',
};

/**
 * The scheme that grades a stage in this workspace, with the stability that the workspace has set for it; undefined when
 * there is none of that id, so that the stage stays ungraded.
 */
export async function schemeInUse(
  db: Database,
  workspaceId: string,
  stage: CustomerStage,
): Promise<Scheme | undefined> {
  return chosenScheme(db, workspaceId, stage, await findWorkspaceSettings(db, workspaceId));
}

/** Like {@link schemeInUse}, of a workspace whose choice is read already; built-in schemes take no query. */
export async function chosenScheme(
  db: Database,
  workspaceId: string,
  stage: CustomerStage,
  { customerScheme, prospectScheme, stability }: ChosenSchemes,
): Promise<Scheme | undefined> {
  const id = (stage === 'customer' ? customerScheme : prospectScheme) ?? DEFAULT_SCHEMES[stage];
  const document = await findDocument(db, workspaceId, id);
  if (document === undefined || !('method' in document)) return undefined;
  return withStability(document, stability[id]);
}

/** The built-in document with that id, else the workspace's own, as it was written. */
export async function findDocument(db: Database, workspaceId: string, id: string): Promise<AnyScheme | undefined> {
  return builtInScheme(id) ?? builtInSegmentScheme(id) ?? (await findOwnScheme(db, workspaceId, id));
}

/** The stability that the workspace has set, by the scheme's id. */
export async function stabilityInUse(db: Database, workspaceId: string): Promise<StabilityByScheme> {
  return (await chosenSchemes(db, workspaceId))?.scheme_stability ?? {};
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
    const document = await findDocument(db, workspaceId, id);
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
    .select(['customer_scheme', 'prospect_scheme', 'segment_schemes', 'scheme_stability'])
    .where('id', '=', workspaceId)
    .executeTakeFirst();
}
