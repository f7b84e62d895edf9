import type { Scheme, SegmentScheme, Stability } from '../../core/grading/scheme.ts';
import {
  changeStability,
  isSameStability,
  isStabilityChange,
  type StabilityChange,
} from '../../core/grading/scheme-stability.ts';
import { CUSTOMER_STABILITY } from '../../core/schemes/customer-playbooks.ts';
import { recordAuditEvent } from '../store/audit-events.ts';
import { keepScheme } from '../store/schemes.ts';
import { markFollowUpsStale } from '../store/unplanned-gradings.ts';
import { addWorkspace, chooseScheme, lockWorkspace, saveStability } from '../store/workspaces.ts';
import { checkUsable, type SchemeUse } from './check-usable.ts';
import type { UseCaseContext } from './context.ts';
import { afterGrading, dayOfGrading, gradeStages } from './grade-customers.ts';
import type { GradingSummary } from './grade-stage.ts';
import { findDocument, schemeInUse, segmentSchemesInUse, stabilityInUse } from './schemes-in-use.ts';
import { UseCaseError } from './use-case-error.ts';

/**
 * Grades a workspace's prospects or customers by another scheme from now on, or puts customers into its segments too, and
 * grades everybody again at once. A document of one's own is kept.
 *
 * `stability` is kept for the scheme in this workspace, in place of what its document says.
 *
 * Throws {@link UseCaseError} `not-allowed` for reps, `scheme-built-in` for a document that takes a built-in one's id,
 * `scheme-exists` for a changed document with an old version, `wrong-kind` for segments where tiers are wanted or the other
 * way round, and `stability-…` for a stability that cannot be.
 */
export async function useScheme(
  context: UseCaseContext,
  scheme: Scheme | SegmentScheme,
  use: SchemeUse,
  stability: StabilityChange = {},
): Promise<GradingSummary[]> {
  return changing(context, async (within) => {
    const { db, actor, clock } = within;
    const { workspaceId } = actor;
    const kind = await checkUsable(db, workspaceId, scheme, use);
    if (kind === 'own') await keepScheme(db, workspaceId, scheme, clock.now());
    const segments = (await segmentSchemesInUse(db, workspaceId)).map(({ id }) => id);
    await chooseScheme(db, workspaceId, use, use === 'segments' ? [...new Set([...segments, scheme.id])] : scheme.id);
    const kept = isStabilityChange(stability) ? await keepStability(within, scheme, stability) : undefined;
    return { scheme: scheme.id, version: scheme.version, use, ...(kept === undefined ? {} : { stability: kept }) };
  });
}

/**
 * Changes how steadily tiers are kept under the scheme that is in use, and grades everybody again. Throws {@link UseCaseError}
 * `not-allowed` and `stability-…`; nothing happens where no scheme is in use.
 */
export async function setStability(
  context: UseCaseContext,
  use: 'prospects' | 'customers',
  stability: StabilityChange,
): Promise<void> {
  const { actor, db } = context;
  const inUse = await schemeInUse(db, actor.workspaceId, use === 'prospects' ? 'prospect' : 'customer');
  const document = inUse && (await findDocument(db, actor.workspaceId, inUse.id));
  if (document !== undefined) await useScheme(context, document, use, stability);
}

/** Puts a scheme's stability down for the workspace; one that is the document's own need not be. */
async function keepStability(
  { db, actor }: UseCaseContext,
  scheme: Scheme | SegmentScheme,
  change: StabilityChange,
): Promise<Stability> {
  if (!('method' in scheme)) throw new UseCaseError('stability-of-segments', scheme.id);
  const { [scheme.id]: set, ...others } = await stabilityInUse(db, actor.workspaceId);
  const changed = changeStability(scheme, set ?? scheme.stability, change, CUSTOMER_STABILITY);
  if ('problem' in changed) throw new UseCaseError(STABILITY_PROBLEMS[changed.problem], scheme.id);
  const { stability } = changed;
  const isOwn = isSameStability(stability, scheme.stability);
  await saveStability(db, actor.workspaceId, isOwn ? others : { ...others, [scheme.id]: stability });
  return stability;
}

const STABILITY_PROBLEMS = {
  buffer: 'stability-buffer',
  downgradeAfter: 'stability-downgrade-after',
  'off-with-settings': 'stability-off',
} as const;

/** Takes a scheme of segments out of use; false when it was not in use. Throws as {@link useScheme}. */
export async function dropSegmentScheme(context: UseCaseContext, id: string): Promise<boolean> {
  const inUse = await segmentSchemesInUse(context.db, context.actor.workspaceId);
  if (!inUse.some((scheme) => scheme.id === id)) return false;
  await changing(context, async ({ db, actor }) => {
    const kept = inUse.map((scheme) => scheme.id).filter((other) => other !== id);
    await chooseScheme(db, actor.workspaceId, 'segments', kept);
    return { scheme: id, use: 'none' };
  });
  return true;
}

async function changing(
  context: UseCaseContext,
  change: (within: UseCaseContext) => Promise<Readonly<Record<string, unknown>>>,
): Promise<GradingSummary[]> {
  const { actor, clock } = context;
  const { workspaceId, memberId, role } = actor;
  if (role === 'rep') throw new UseCaseError('not-allowed', role);
  const summaries = await context.db.transaction().execute(async (db) => {
    const within = { ...context, db };
    await addWorkspace(db, workspaceId, clock.now());
    await lockWorkspace(db, workspaceId);
    const detail = await change(within);
    // another scheme serves its tiers in another way
    await markFollowUpsStale(db, workspaceId, clock.now());
    await recordAuditEvent(db, { workspaceId, memberId, action: 'scheme-chosen', detail }, clock.now());
    return gradeStages(within, dayOfGrading(context), { startedBy: 'scheme-chosen' });
  });
  await afterGrading(context);
  return summaries;
}
