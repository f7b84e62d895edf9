import type { CustomerStage } from '../../core/customer-stage.ts';
import type { Scheme, SegmentScheme } from '../../core/grading/scheme.ts';
import type { AnyScheme } from '../../core/grading/scheme-inputs.ts';
import { BUILT_IN_SCHEMES, BUILT_IN_SEGMENT_SCHEMES, builtInScheme } from '../../core/schemes/built-in-schemes.ts';
import { findSchemeChoices, type SchemeChoice } from '../store/audit-events.ts';
import { countTiersOnFile } from '../store/due-follow-ups.ts';
import { findGradingRun } from '../store/grades.ts';
import { findOwnScheme, findOwnSchemes } from '../store/schemes.ts';
import type { UseCaseContext } from './context.ts';
import { DEFAULT_SCHEMES, schemeInUse, segmentSchemesInUse } from './schemes-in-use.ts';

/** What a stage is graded by. */
export interface StageScheme {
  readonly use: 'prospects' | 'customers';
  /** With the workspace's stability; undefined where there is none. */
  readonly scheme: Scheme | undefined;
  /** When it was put to use; null for one that was in use from the beginning. */
  readonly since: Date | null;
  /** When everybody was graded last; null before the first grading. */
  readonly gradedAt: Date | null;
  /** Active customers by tier, the empty one for those without; tiers that nobody is in may be missing. */
  readonly customers: ReadonlyMap<string, number>;
  /** What was in use before; undefined for nothing. */
  readonly before: { readonly id: string; readonly version: number; readonly titles: Scheme['titles'] } | undefined;
}

/** What a workspace grades by, and what it could. */
export interface SchemesOverview {
  readonly stages: readonly StageScheme[];
  readonly segments: readonly SegmentScheme[];
}

/** What the workspace grades by. A few queries, however many customers. */
export async function schemesOverview(context: UseCaseContext): Promise<SchemesOverview> {
  const { actor, db } = context;
  const stages: StageScheme[] = [];
  const tiers = await countTiersOnFile(db, actor.workspaceId);
  for (const [stage, use] of STAGES) {
    const scheme = await schemeInUse(db, actor.workspaceId, stage);
    const choices = await findSchemeChoices(db, actor.workspaceId, use);
    const run = await findGradingRun(db, actor.workspaceId, { latestOf: stage });
    const before = await schemeBefore(context, use);
    stages.push({
      use,
      scheme,
      since: inUseSince(choices, scheme),
      gradedAt: run?.gradedAt ?? null,
      customers: new Map(
        tiers.filter((each) => each.stage === stage).map(({ customers, tier }) => [tier ?? '', customers]),
      ),
      before: before && { id: before.id, version: before.version, titles: before.titles },
    });
  }
  return { stages, segments: await segmentSchemesInUse(db, actor.workspaceId) };
}

/** Every document that the workspace could use: its own, of each id the latest version, and those that come with Tierbook. */
export async function schemesToChoose({ actor, db }: UseCaseContext): Promise<{
  readonly own: readonly AnyScheme[];
  readonly builtIn: readonly AnyScheme[];
}> {
  const own = await findOwnSchemes(db, actor.workspaceId);
  return { own, builtIn: [...BUILT_IN_SCHEMES, ...BUILT_IN_SEGMENT_SCHEMES] };
}

/**
 * What was in use before the scheme of now, ready to be used again: where it is a former version of a document of the workspace's
 * own, as a version after the latest, for versions only go up. Undefined when nothing else was in use, or when it is gone.
 */
export async function schemeBefore(
  { actor, db }: UseCaseContext,
  use: 'prospects' | 'customers',
): Promise<Scheme | undefined> {
  const { workspaceId } = actor;
  const stage = use === 'prospects' ? 'prospect' : 'customer';
  const now = await schemeInUse(db, workspaceId, stage);
  const choices = await findSchemeChoices(db, workspaceId, use);
  const first = { scheme: DEFAULT_SCHEMES[stage], version: 0 };
  const before = [...choices, first].find(
    ({ scheme, version }) => scheme !== now?.id || (version !== 0 && version !== now.version),
  );
  if (before === undefined) return undefined;
  const builtIn = builtInScheme(before.scheme);
  if (builtIn !== undefined) return builtIn;
  const own = await findOwnScheme(db, workspaceId, before.scheme, before.version);
  if (own === undefined || !('method' in own)) return undefined;
  const latest = await findOwnScheme(db, workspaceId, before.scheme);
  const isLatest = latest === undefined || latest.version === own.version;
  return isLatest ? own : { ...own, version: latest.version + 1 };
}

/** When the scheme was put to use, as often as that was said since; null for the beginning. */
function inUseSince(choices: readonly SchemeChoice[], now: Scheme | undefined): Date | null {
  const others = choices.findIndex(({ scheme, version }) => scheme !== now?.id || version !== now.version);
  const own = others === -1 ? choices : choices.slice(0, others);
  return own.at(-1)?.at ?? null;
}

const STAGES: readonly (readonly [CustomerStage, 'prospects' | 'customers'])[] = [
  ['customer', 'customers'],
  ['prospect', 'prospects'],
];
