import type { FittedScheme } from '../../core/grading/fit-scheme.ts';
import type { Scheme } from '../../core/grading/scheme.ts';
import { type AnyScheme, segmentsOf } from '../../core/grading/scheme-inputs.ts';
import { withStability } from '../../core/grading/scheme-stability.ts';
import type { Mover, Simulation } from '../../core/grading/simulation.ts';
import { builtInScheme, builtInSegmentScheme } from '../../core/schemes/built-in-schemes.ts';
import { countChanged } from '../store/count-customers.ts';
import type { CustomerLabel, OwnerLabel } from '../store/customer-labels.ts';
import { findSchemeByDigest, keepDraft } from '../store/schemes.ts';
import { addWorkspace } from '../store/workspaces.ts';
import { checkUsable, type SchemeUse } from './check-usable.ts';
import type { UseCaseContext } from './context.ts';
import { dayOfGrading } from './grade-customers.ts';
import type { GradingSummary } from './grade-stage.ts';
import { schemeInUse, stabilityInUse } from './schemes-in-use.ts';
import { simulateScheme } from './simulate-scheme.ts';
import { UseCaseError } from './use-case-error.ts';
import { useScheme } from './use-scheme.ts';

/** A scheme that is ready to be published as it was simulated. */
export interface SchemeToPublish {
  readonly use: SchemeUse;
  /** Of the document that was simulated, and no other is published by it. */
  readonly digest: string;
  /** When it was simulated. */
  readonly simulatedAt: Date;
  /** What was in use then: `account-value 2`; empty for nothing. */
  readonly inUse: string;
}

/** What publishing would come to. */
export interface PublicationSimulated {
  readonly toPublish: SchemeToPublish;
  readonly scheme: AnyScheme;
  /** Null for segments, which move nobody, and where nothing was in use. */
  readonly tiers: TierSimulation | null;
  /** Of each segment how many customers would get which label; empty for schemes of tiers. */
  readonly segments: readonly SegmentSimulation[];
}

/** How tiers would move. */
export interface TierSimulation {
  readonly before: FittedScheme;
  readonly after: FittedScheme;
  /** The field by which movers are ordered; null when nobody has an amount. */
  readonly importance: string | null;
  readonly simulation: Simulation<CustomerLabel, OwnerLabel>;
}

/** One who would move. */
export type SimulatedMover = Mover<CustomerLabel>;

/** How the labels of a segment would be given. */
export interface SegmentSimulation {
  readonly segment: Scheme;
  /** By label; the empty one for customers without. */
  readonly counts: ReadonlyMap<string, number>;
}

/** Movers that are told one by one. */
const MOST_MOVERS = 10;

/**
 * Simulates the use of a document on the customers of now and keeps it, so that exactly it can be published. With what the
 * workspace has set for its stability. For admins: throws {@link UseCaseError} `admins-only`, `no-scheme-in-use`, and what
 * {@link checkUsable} does.
 */
export async function simulatePublication(
  context: UseCaseContext,
  scheme: AnyScheme,
  use: SchemeUse,
): Promise<PublicationSimulated> {
  const { actor, clock, db } = context;
  const { workspaceId } = actor;
  if (actor.role !== 'admin') throw new UseCaseError('admins-only', scheme.id);
  await checkUsable(db, workspaceId, scheme, use);
  const simulatedAt = clock.now();
  await addWorkspace(db, workspaceId, simulatedAt);
  const digest = await keepDraft(db, workspaceId, scheme, simulatedAt);
  const inUse = await inUseFor(context, use);
  const toPublish = { use, digest, simulatedAt, inUse };
  if (!('method' in scheme) || use === 'segments') {
    return { toPublish, scheme, tiers: null, segments: await simulateSegments(context, scheme) };
  }
  return { toPublish, scheme, tiers: await simulateTiers(context, scheme, use), segments: [] };
}

/** {@link simulatePublication} once more, of a document that was simulated before; undefined when it is no longer kept. */
export async function simulateAgain(
  context: UseCaseContext,
  { digest, use }: SchemeToPublish,
): Promise<PublicationSimulated | undefined> {
  const scheme = await findSchemeByDigest(context.db, context.actor.workspaceId, digest);
  return scheme && simulatePublication(context, scheme, use);
}

async function simulateTiers(
  context: UseCaseContext,
  scheme: Scheme,
  use: 'prospects' | 'customers',
): Promise<TierSimulation | null> {
  const { actor, db } = context;
  const stage = STAGES[use];
  const before = await schemeInUse(db, actor.workspaceId, stage);
  if (before === undefined) return null;
  const stability = await stabilityInUse(db, actor.workspaceId);
  const after = withStability(scheme, stability[scheme.id]);
  const asOf = dayOfGrading(context);
  return simulateScheme(context, { stage, before, after, asOf, mostMovers: MOST_MOVERS });
}

/** A scheme against itself moves nobody, so that its matrix says who would get what. */
async function simulateSegments(context: UseCaseContext, scheme: AnyScheme): Promise<SegmentSimulation[]> {
  const simulated: SegmentSimulation[] = [];
  for (const segment of segmentsOf(scheme)) {
    const asOf = dayOfGrading(context);
    const sides = { before: segment, after: segment };
    const { simulation } = await simulateScheme(context, { stage: 'customer', ...sides, asOf, mostMovers: 0 });
    const { counts, rows } = simulation.matrix;
    const labels = rows.map((place, row): [string, number] => [
      'tier' in place ? place.tier : '',
      (counts[row] ?? []).reduce((sum, count) => sum + count, 0),
    ]);
    const byLabel = new Map<string, number>();
    for (const [label, count] of labels) byLabel.set(label, (byLabel.get(label) ?? 0) + count);
    simulated.push({ segment, counts: byLabel });
  }
  return simulated;
}

/** What became of publishing. */
export type Published =
  | { readonly kind: 'published'; readonly scheme: AnyScheme; readonly summaries: readonly GradingSummary[] }
  /** So much of the book was changed after the simulation that it may no longer hold. */
  | { readonly kind: 'book-changed'; readonly changed: number; readonly customers: number }
  /** Another scheme was put to use after the simulation. */
  | { readonly kind: 'other-in-use' }
  /** What was simulated is not kept any more. */
  | { readonly kind: 'gone' };

/** A simulation holds while at most this share of its customers was changed. */
const MOST_CHANGED = 0.05;

/**
 * Uses exactly the document that was simulated and grades everybody by it. Where another scheme came into use since, or, unless
 * `anyway`, more than 5 % of the customers were changed, nothing is done and that is returned.
 *
 * For admins: throws {@link UseCaseError} `admins-only`, and what `useScheme` does.
 */
export async function publishScheme(
  context: UseCaseContext,
  { digest, inUse, simulatedAt, use }: SchemeToPublish,
  { anyway = false }: { readonly anyway?: boolean } = {},
): Promise<Published> {
  const { actor, db } = context;
  const { workspaceId } = actor;
  if (actor.role !== 'admin') throw new UseCaseError('admins-only', digest);
  const scheme = await findSchemeByDigest(db, workspaceId, digest);
  if (scheme === undefined) return { kind: 'gone' };
  if (use !== 'segments') {
    if ((await inUseFor(context, use)) !== inUse) return { kind: 'other-in-use' };
    const { changed, customers } = await countChanged(db, workspaceId, STAGES[use], simulatedAt);
    if (!anyway && changed > customers * MOST_CHANGED) return { kind: 'book-changed', changed, customers };
  }
  // a built-in one was checked to be the same when it was simulated, and is again
  const document = builtInScheme(scheme.id) ?? builtInSegmentScheme(scheme.id) ?? scheme;
  await checkUsable(db, workspaceId, scheme, use);
  return { kind: 'published', scheme: document, summaries: await useScheme(context, document, use) };
}

const STAGES = { prospects: 'prospect', customers: 'customer' } as const;

async function inUseFor({ actor, db }: UseCaseContext, use: SchemeUse): Promise<string> {
  if (use === 'segments') return '';
  const scheme = await schemeInUse(db, actor.workspaceId, STAGES[use]);
  return scheme === undefined ? '' : `${scheme.id} ${scheme.version}`;
}
